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

// buildPages writes the pages of dist: those of web with the opening figure in
// them, words and drawing, so that there is something to read before the
// program arrives or without it.
func buildPages() error {
	for _, name := range []string{"index.html", "embed.html"} {
		shell, err := os.ReadFile(filepath.Join("web", name))
		if err != nil {
			return err
		}
		whole, err := prerender(string(shell), figure.New())
		if err != nil {
			return fmt.Errorf("web/%s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(dist, name), []byte(whole), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// prerender fills the two places of a page that depend on the model. Each must
// be there once.
func prerender(shell string, m figure.Model) (string, error) {
	for _, fill := range []struct{ mark, with string }{
		{"{{THEMECSS}}", page.ThemeCSS() + page.PosterCSS(m)},
		{"{{FIGURE}}", page.Figure(m, page.Posters(m))},
	} {
		if n := strings.Count(shell, fill.mark); n != 1 {
			return "", fmt.Errorf("it has %s %d times, want once", fill.mark, n)
		}
		shell = strings.Replace(shell, fill.mark, fill.with, 1)
	}
	return shell, nil
}
