//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestCompressionIsReversibleAndRepeatable(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	plain := bytes.Repeat([]byte("a kink is a corner. "), 1000)
	for name, c := range map[string]struct {
		compress func([]byte) ([]byte, error)
		open     func(io.Reader) (io.Reader, error)
	}{
		"gzip":   {toGzip, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		"brotli": {toBrotli, func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
	} {
		small, err := c.compress(plain)
		if err != nil {
			t.Fatal(err)
		}
		again, err := c.compress(plain)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(small, again) {
			t.Errorf("%s: equal input makes different output", name)
		}
		if len(small) > len(plain)/10 {
			t.Errorf("%s: %d bytes became %d", name, len(plain), len(small))
		}
		r, err := c.open(bytes.NewReader(small))
		if err != nil {
			t.Fatal(err)
		}
		if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, plain) {
			t.Errorf("%s: what comes back differs (%v)", name, err)
		}
	}
}

func TestADamagedCopyIsNotBelieved(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	plain := []byte("a kink is a corner. A kink is a corner.")
	small, err := toBrotli(plain)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(cache, "relu-three-ways", "brotli", "*"))
	if err != nil || len(kept) != 1 {
		t.Skip("the folder for such things is elsewhere on this system")
	}
	if err := os.WriteFile(kept[0], small[:len(small)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if again, err := toBrotli(plain); err != nil || !bytes.Equal(again, small) {
		t.Errorf("half a file was taken for the whole (%v)", err)
	}
}

func TestCompressedCopiesStandBesideWhatTheyShrink(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	long := string(bytes.Repeat([]byte("kink "), 100))
	inDist(t, map[string]string{"index.html": long, "short.js": "x", "fonts/a.woff2": long, "lang/de.txt": long})
	if err := quiet(t).buildCompressed(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"index.html.br": true, "index.html.gz": true, "lang/de.txt.br": true, "short.js.gz": false, "fonts/a.woff2.br": false,
	} {
		_, err := os.Stat(filepath.Join(dist, name))
		if got := err == nil; got != want {
			t.Errorf("%s is there: %v, want %v", name, got, want)
		}
	}
}
