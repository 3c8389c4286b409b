//go:build !js

package serve

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

func site(t *testing.T) http.Handler {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"index.html": "<p>", "app.wasm": "wasm", "app.wasm.gz": "zip", "box.js": "x", "box.js.gz": "xz", "box.js.br": "xb", "fonts/a.woff2": "f", "sub/README": "r",
	} {
		file := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(file), 0o755)
		if err := os.WriteFile(file, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return Handler(dir)
}

func TestHandler(t *testing.T) {
	for _, c := range []struct {
		path, accept         string
		status               int
		kind, encoding, body string
	}{
		{"/", "", 200, "text/html; charset=utf-8", "", "<p>"},
		{"/index.html", "", 200, "text/html; charset=utf-8", "", "<p>"},
		{"/app.wasm", "", 200, "application/wasm", "", "wasm"},
		{"/app.wasm", "gzip, br", 200, "application/wasm", "gzip", "zip"},
		{"/app.wasm.gz", "gzip", 200, "application/octet-stream", "", "zip"},
		{"/box.js", "", 200, "text/javascript; charset=utf-8", "", "x"},
		{"/box.js", "gzip", 200, "text/javascript; charset=utf-8", "gzip", "xz"},
		{"/box.js", "gzip, deflate, br, zstd", 200, "text/javascript; charset=utf-8", "br", "xb"},
		{"/box.js", "br;q=0, GZIP;q=0.5", 200, "text/javascript; charset=utf-8", "gzip", "xz"},
		{"/box.js", "br;q=0.000,brotli", 200, "text/javascript; charset=utf-8", "", "x"},
		{"/fonts/a.woff2", "", 200, "font/woff2", "", "f"},
		{"/fonts", "", 404, "", "", ""},
		{"/none", "", 404, "", "", ""},
		{"/../serve.go", "", 404, "", "", ""},
	} {
		r := httptest.NewRequest("GET", c.path, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		site(t).ServeHTTP(w, r)
		if w.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.path, w.Code, c.status)
			continue
		}
		if c.status != 200 {
			continue
		}
		if got := w.Header().Get("Content-Type"); got != c.kind {
			t.Errorf("%s: type %q, want %q", c.path, got, c.kind)
		}
		if got := w.Header().Get("Content-Encoding"); got != c.encoding {
			t.Errorf("%s accepting %q: encoding %q, want %q", c.path, c.accept, got, c.encoding)
		}
		if got := w.Body.String(); got != c.body {
			t.Errorf("%s accepting %q: body %q, want %q", c.path, c.accept, got, c.body)
		}
		if got := w.Header().Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("%s: Vary %q", c.path, got)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: Cache-Control %q", c.path, got)
		}
	}
}
