//go:build !js

package main

import (
	"strings"
	"testing"
)

// TestFindings: what the W3C's checker finds is an error, and so is a message that
// it is known for and does not give.
func TestFindings(t *testing.T) {
	const (
		container = `{"type":"error","url":"file:/dist/index.html","lastLine":21,"lastColumn":42,"firstColumn":33,"message":"CSS: Unrecognized at-rule “@container”","extract":"io:10/11){@container (min-","hiliteStart":10,"hiliteLength":10}`
		tab       = `{"type":"error","url":"file:/dist/embed.html","lastLine":44,"message":"Every active “role=tab” element must have a corresponding “role=tabpanel” element.","extract":"<button role=\"tab\">"}`
		warning   = `{"type":"info","subType":"warning","url":"file:/dist/notes.html","message":"Section lacks heading."}`
	)
	known := map[string]string{"CSS: Unrecognized at-rule “@container”": "it is new"}
	for _, c := range []struct {
		name, report string
		want         []string // a part of each line
	}{
		{"nothing but what is known", `{"messages":[` + container + `,` + container + `]}`, nil},
		{"a mistake", `{"messages":[` + container + `,` + tab + `]}`, []string{"embed.html:44: Every active “role=tab”"}},
		{"a warning", `{"messages":[` + warning + `,` + container + `]}`, []string{"notes.html:0: Section lacks heading."}},
		{"one that has learned", `{"messages":[]}`, []string{"does not say"}},
		{"a mistake, and one that has learned", `{"messages":[` + tab + `]}`, []string{"embed.html:44", "does not say"}},
		{"another report", `{"errors":[]}`, []string{"has no messages"}},
		{"none", ``, []string{"has no messages"}},
		{"words", "Error: out of memory", []string{"has no messages"}},
	} {
		err := findings([]byte(c.report), known)
		if err == nil {
			if c.want != nil {
				t.Errorf("%s: no error", c.name)
			}
			continue
		}
		lines := strings.Split(err.Error(), "\n")
		if len(lines) != len(c.want) {
			t.Errorf("%s: %q", c.name, lines)
			continue
		}
		for i, want := range c.want {
			if !strings.Contains(lines[i], want) {
				t.Errorf("%s: %q does not say %q", c.name, lines[i], want)
			}
		}
	}
}

// Each message that is passed over has its reason.
func TestUnknownHasReasons(t *testing.T) {
	for message, why := range unknown {
		if why == "" {
			t.Errorf("%q is passed over without a reason", message)
		}
	}
}
