//go:build !js

package main

import (
	"slices"
	"strings"
	"testing"
)

// TestHeaders: the rules are few enough and short enough for Cloudflare, each
// path has its type, and no page says who may frame it.
func TestHeaders(t *testing.T) {
	text := headers([]string{"app.wasm", "app.wasm.gz", "early.js", "early/relu-sub.json.gz", "essay.css", "embed.html", "embed.js", "figure.css", "figure.js", "fonts/a.woff2", "index.html", "vendor/zip.js"})
	lines := strings.Split(text, "\n")
	rules := 0
	for _, line := range lines {
		if strings.HasPrefix(line, "/") {
			rules++
		}
		if len(line) > 2000 {
			t.Errorf("a line of %d characters", len(line))
		}
	}
	if rules > 100 {
		t.Errorf("%d rules", rules)
	}
	for at, want := range map[string]string{
		"/app.wasm":      "  Content-Type: application/wasm",
		"/app.wasm.gz":   "  Content-Type: application/octet-stream",
		"/early/*":       "  Content-Type: application/octet-stream",
		"/fonts/a.woff2": "  Content-Type: font/woff2",
		"/sw.js":         "  Content-Type: text/javascript; charset=utf-8",
		"/vendor/zip.js": "  Content-Type: text/javascript; charset=utf-8",
		"/":              "  " + policy("index.html"),
		"/embed":         "  " + policy("embed.html"),
		"/lecture.html":  "  " + policy("lecture.html"),
	} {
		i := slices.Index(lines, at)
		if i < 0 || lines[i+1] != want {
			t.Errorf("%s does not have %q", at, want)
		}
	}
	for at, want := range map[string]string{"/app.wasm": "immutable", "/figure.css": "immutable", "/figure.js": "stale-while-revalidate", "/early.js": "stale-while-revalidate", "/essay.css": "stale-while-revalidate", "/embed.js": "stale-while-revalidate", "/fonts/a.woff2": "stale-while-revalidate", "/sw.js": "must-revalidate"} {
		if i := slices.Index(lines, at); i < 0 || !strings.HasPrefix(lines[i+2], "  Cache-Control: ") || !strings.Contains(lines[i+2], want) {
			t.Errorf("%s is not kept as %s", at, want)
		}
	}
	if strings.Contains(text, "frame-ancestors") || strings.Contains(text, "X-Frame-Options") {
		t.Error("a page says who may frame it")
	}
}
