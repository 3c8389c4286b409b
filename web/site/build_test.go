//go:build !js

package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCopyTreeTakesTheEndingAskedFor(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "fonts")
	for _, name := range []string{"a.woff2", "deep/b.woff2", "notes.txt"} {
		file := filepath.Join(from, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := copyTree(from, to, ".woff2"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"a.woff2": true, "deep/b.woff2": true, "notes.txt": false} {
		_, err := os.Stat(filepath.Join(to, name))
		if got := err == nil; got != want {
			t.Errorf("%s copied: %v, want %v", name, got, want)
		}
	}
	if err := copyTree(filepath.Join(from, "none"), to, ""); err == nil {
		t.Error("a folder that is not there was copied")
	}
}
