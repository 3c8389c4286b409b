//go:build !js

package main

import (
	"os"
	"strings"
	"testing"
)

func TestVersionIsTheNewestNumber(t *testing.T) {
	for _, c := range []struct{ changes, want, says string }{
		{"# Changes\n\n## Unreleased\n\n- new\n\n## 1.10.0 (2026-11-28)\n\n## 1.9.0 (2026-01-01)\n", "1.10.0", ""},
		{"## 0.9.0 (2026-11-28)\r\n", "0.9.0", ""},
		{"# Changes\n\n## Unreleased\n", "", "no heading with a version"},
		{"", "", "no heading with a version"},
		{"## Unreleased\n## v1.0.0 (2026-11-28)\n## 0.9.0 (2026-11-28)\n", "", `"v1.0.0 (2026-11-28)"`},
		{"## 1.0 (2026-11-28)\n", "", "is written as in"},
		{"## 01.0.0 (2026-11-28)\n", "", "is written as in"},
		{"## 1.0.0\n", "", "is written as in"},
	} {
		got, err := newest(c.changes)
		if got != c.want || (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %q, %v; want %q, %q", c.changes, got, err, c.want, c.says)
		}
	}
}

func TestThisProjectHasAVersion(t *testing.T) {
	b, err := os.ReadFile(top + "/CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newest(string(b)); err != nil {
		t.Error(err)
	}
}
