//go:build !js

package e2e

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// get fetches a path of a site.
func get(t *testing.T, s *Site, path string) (status int, body string) {
	t.Helper()
	res, err := http.Get(s.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(b)
}

func TestSite(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{"index.html": index, "app.wasm": "wasm", "app.wasm.gz": "zip"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := NewSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, page := range []string{"/", "/index.html?n=1", "/tall.html", "/two.html", "/blank.html"} {
		if status, body := get(t, s, page); status != 200 || !strings.Contains(body, "<head><script>") || !strings.Contains(body, "__e2e") {
			t.Errorf("%s: status %d, and no probe in %.80q", page, status, body)
		}
	}
	if status, body := get(t, s, "/app.wasm"); status != 200 || body != "wasm" {
		t.Errorf("app.wasm: status %d, %q", status, body)
	}
	if missed := s.Missed.Take(); len(missed) > 0 {
		t.Errorf("missed %q", missed)
	}
	get(t, s, "/fonts/none.woff2")
	if missed := s.Missed.Take(); !slices.Equal(missed, []string{"/fonts/none.woff2"}) {
		t.Errorf("missed %q, want the font", missed)
	}
	s.Broken.Store(true)
	for _, name := range []string{"/app.wasm", "/app.wasm.gz"} {
		if status, _ := get(t, s, name); status != http.StatusServiceUnavailable {
			t.Errorf("%s of a broken site: status %d", name, status)
		}
	}
}
