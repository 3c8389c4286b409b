//go:build !js

// Package serve serves a built folder over HTTP as a good static host does: with
// the right types, no stale copies, and compressed files where there are any.
package serve

import (
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// ContentType is the type of a file by the ending of its name. It is a table
// of our own because the system's differs from machine to machine.
func ContentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".woff2":
		return "font/woff2"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".json":
		return "application/json"
	case ".txt", "":
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}

// Handler serves the files of a folder. "/" is index.html. Where NAME.br or
// NAME.gz stands beside NAME and the browser takes that coding, it is sent in
// its place.
func Handler(dir string) http.Handler {
	root := os.DirFS(dir)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		file := name
		for _, c := range []struct{ coding, ext string }{{"br", ".br"}, {"gzip", ".gz"}} {
			if accepts(r.Header.Get("Accept-Encoding"), c.coding) && exists(root, name+c.ext) {
				file = name + c.ext
				w.Header().Set("Content-Encoding", c.coding)
				break
			}
		}
		if !exists(root, file) {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", ContentType(name))
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("Vary", "Accept-Encoding")
		w.Header().Set("Access-Control-Allow-Origin", "*") // a frame in a sandbox has no origin of its own
		http.ServeFile(w, withPath(r, "/"), filepath.Join(dir, filepath.FromSlash(file)))
	})
}

// accepts reports whether a list as in the header Accept-Encoding names a
// coding, and not with the quality 0, which forbids it.
func accepts(list, coding string) bool {
	for _, item := range strings.Split(list, ",") {
		name, quality, _ := strings.Cut(item, ";")
		if strings.EqualFold(strings.TrimSpace(name), coding) {
			q, isNumber := strings.CutPrefix(strings.ReplaceAll(quality, " ", ""), "q=")
			return !isNumber || strings.Trim(q, "0.") != ""
		}
	}
	return false
}

// withPath spares a request http.ServeFile's own redirect of ".../index.html".
func withPath(r *http.Request, p string) *http.Request {
	c := r.Clone(r.Context())
	c.URL.Path = p
	return c
}

func exists(root fs.FS, name string) bool {
	info, err := fs.Stat(root, name)
	return !errors.Is(err, fs.ErrInvalid) && err == nil && info.Mode().IsRegular()
}
