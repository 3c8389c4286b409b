//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestCompressIsReversibleAndRepeatable(t *testing.T) {
	plain := bytes.Repeat([]byte("a kink is a corner. "), 1000)
	small, err := compress(plain)
	if err != nil {
		t.Fatal(err)
	}
	again, err := compress(plain)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(small, again) {
		t.Error("equal input makes different output")
	}
	if len(small) > len(plain)/10 {
		t.Errorf("%d bytes became %d", len(plain), len(small))
	}
	z, err := gzip.NewReader(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	if back, err := io.ReadAll(z); err != nil || !bytes.Equal(back, plain) {
		t.Errorf("what comes back differs (%v)", err)
	}
}

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
