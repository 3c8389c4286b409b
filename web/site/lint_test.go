//go:build !js

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestMadeBy: a tool is built anew for another version of it or of Go, and where
// it is no program.
func TestMadeBy(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if !madeBy(self, "(devel)", runtime.Version()) && !madeBy(self, "", runtime.Version()) {
		t.Error("this test is not known to be made by this Go")
	}
	if madeBy(self, "v0.0.1", runtime.Version()) || madeBy(self, "(devel)", "go1.0") || madeBy(self, "", "go1.0") {
		t.Error("another version is taken for this one")
	}
	text := filepath.Join(t.TempDir(), "staticcheck")
	if madeBy(text, "", runtime.Version()) {
		t.Error("a program that is not there is taken for one")
	}
}
