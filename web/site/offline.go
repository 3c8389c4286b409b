//go:build !js

package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// archive is the site in one file, to be taken to a place without a network.
const archive = "relu-three-ways.zip"

// shipped are the files of dist in order, but for those that a browser never
// asks for there.
func shipped() ([]string, error) {
	files, err := filesBelow(dist)
	return slices.DeleteFunc(files, func(name string) bool { return name == archive || name == "sw.js" }), err
}

// buildWorker writes dist/sw.js: the worker of web/worker/sw.js with the list of all
// files that the site needs without a network.
func buildWorker() error {
	source, err := os.ReadFile(filepath.Join(dist, "sw.js"))
	if err != nil {
		return err
	}
	files, err := shipped()
	if err != nil {
		return err
	}
	kept := []string{"./"}
	for _, name := range files {
		switch {
		case name == "app.wasm", strings.HasSuffix(name, ".ts"), strings.HasPrefix(name, "licences/"), strings.HasPrefix(name, earlyFolder+"/"), strings.HasPrefix(name, statePages+"/"), strings.HasPrefix(name, functionFiles+"/"), name == "LICENSE", name == "og.png":
			continue // the page takes the compressed program, and needs no early states where the program is at hand
		}
		if name != "index.html" {
			kept = append(kept, name)
		}
	}
	whole, err := filledOnce(string(source), `["{{FILES}}"]`, kept)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "sw.js"), []byte(whole), 0o644)
}

// buildArchive packs the site into one file that unpacks to one folder. The
// uncompressed program is left out: the page takes the compressed one.
func buildArchive() error {
	files, err := shipped()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name string, b []byte) error {
		h := &zip.FileHeader{Name: "relu-three-ways/" + name, Method: zip.Deflate, Modified: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write(b)
		}
		return err
	}
	for _, name := range append(files, "sw.js") {
		if name == "app.wasm" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		if err := add(name, b); err != nil {
			return err
		}
	}
	const note = "Three ways to differentiate ReLU\n\nThe whole site, to be served by any web server, without a network. In this folder run\n\n    python3 -m http.server 8080\n\nand open http://127.0.0.1:8080 (the page) or http://127.0.0.1:8080/lecture.html (the lecture).\nBrowsers do not run the page directly from a folder.\n"
	if err := add("README.txt", []byte(note)); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, archive), out.Bytes(), 0o644)
}
