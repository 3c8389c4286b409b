//go:build !js

package main

import (
	"errors"
	"strings"
	"testing"
)

func TestExplanationNamesEveryPackageOnce(t *testing.T) {
	err := explain(tools(), errors.New("no"))
	for _, pkg := range []string{"chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb", "npm"} {
		n := 0
		for _, word := range strings.Fields(err.Error()) {
			if word == pkg {
				n++
			}
		}
		if n < 1 || pkg != "npm" && n > 1 {
			t.Errorf("%s is named %d times in %q", pkg, n, err)
		}
	}
}

func TestMissingProgramIsNoticed(t *testing.T) {
	if installed(tool{programs: []string{"no-such-program", "/no/such/program"}}) {
		t.Error("a program that does not exist counts as installed")
	}
	if !installed(tool{programs: []string{"no-such-program", "go"}}) {
		t.Error("the go command does not count as installed")
	}
}
