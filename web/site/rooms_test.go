//go:build !js

package main

import (
	"path/filepath"
	"testing"
)

// ofRooms are the files of the rooms whose names match a pattern, from here.
func ofRooms(t *testing.T, pattern string) (files []string) {
	t.Helper()
	for _, room := range rooms() {
		found, err := filepath.Glob(filepath.Join("..", room, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatalf("no room has %s", pattern)
	}
	return files
}

func TestFlattened(t *testing.T) {
	got := string(flattened([]byte("import '../take/film.js'; import {x} from './words.js'; import('../figure/help.js'); import '../elsewhere/a.js'")))
	if want := "import './film.js'; import {x} from './words.js'; import('./help.js'); import '../elsewhere/a.js'"; got != want {
		t.Errorf("got %s", got)
	}
}
