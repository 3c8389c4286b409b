//go:build !js

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
)

func TestPrerenderedPage(t *testing.T) {
	shell, err := os.ReadFile("../essay/index.html")
	if err != nil {
		t.Fatal(err)
	}
	got, err := prerender(string(shell), ".a { x: 1 }", figure.New())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`role="tablist"`, `data-readout="point"`, `class="rf-question"`, `class="rf-poster"`, "<path"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	got = strings.ReplaceAll(got, "{{BUILD}}", "") // which is known once all is built
	for _, never := range []string{"{{", "NaN", "Inf"} {
		if strings.Contains(got, never) {
			t.Errorf("the page has %s", never)
		}
	}
}

func TestPrerenderWantsItsPlaces(t *testing.T) {
	for _, shell := range []string{"{{FIGURE}}", "{{ARRANGEMENTS}}", "{{ARRANGEMENTS}}{{FIGURE}}", "{{ARRANGEMENTS}}{{DRAWN}}{{FIGURE}}{{FIGURE}}"} {
		if _, err := prerender(shell, "", figure.New()); err == nil {
			t.Errorf("%q was accepted", shell)
		}
	}
}

// TestEmbedIsSmall: what a blog post loads before the figure is near.
func TestEmbedIsSmall(t *testing.T) {
	sum := 0
	for _, name := range []string{"embed.js", "prose.js"} {
		b, err := os.ReadFile(filepath.Join("..", "embed", name))
		if err != nil {
			t.Fatal(err)
		}
		small, err := toGzip(b)
		if err != nil {
			t.Fatal(err)
		}
		sum += len(small)
	}
	if sum >= 4800 {
		t.Errorf("embed.js and prose.js are %d bytes as gzip, at most 4800", sum)
	}
}
