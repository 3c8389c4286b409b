//go:build !js

package main

import (
	"strings"
	"testing"
)

func TestHelpListsEveryCommand(t *testing.T) {
	for _, o := range orders() {
		if !strings.Contains(help(), "\n  "+o.name) {
			t.Errorf("help does not list %s", o.name)
		}
	}
}

func TestAnUnknownWordIsAnError(t *testing.T) {
	t.Chdir(top)
	for _, c := range []struct{ name, arg, want string }{
		{"tset", "", "./build.sh help"},
		{"build", "fast", `"fast"`},
		{"serve", "wan", `"wan"`},
	} {
		var args []string
		if c.arg != "" {
			args = []string{c.arg}
		}
		if err := run(c.name, args); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v", c.name, c.arg, err)
		}
	}
}
