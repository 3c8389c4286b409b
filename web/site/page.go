//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// buildPage writes dist/index.html: web/index.html with the opening figure in
// it, words and drawing, so that there is something to read before the program
// arrives or without it.
func buildPage() error {
	shell, err := os.ReadFile(filepath.Join("web", "index.html"))
	if err != nil {
		return err
	}
	whole, err := prerender(string(shell), figure.New())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "index.html"), []byte(whole), 0o644)
}

// prerender fills the two places of a page that depend on the model. Each must
// be there once.
func prerender(shell string, m figure.Model) (string, error) {
	for _, fill := range []struct{ mark, with string }{
		{"{{THEMECSS}}", page.ThemeCSS() + page.PosterCSS(m)},
		{"{{FIGURE}}", page.Figure(m, page.Posters(m))},
	} {
		if n := strings.Count(shell, fill.mark); n != 1 {
			return "", fmt.Errorf("web/index.html has %s %d times, want once", fill.mark, n)
		}
		shell = strings.Replace(shell, fill.mark, fill.with, 1)
	}
	return shell, nil
}
