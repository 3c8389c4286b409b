//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
	"relu-three-ways/web/poster"
)

// buildPages writes the pages of dist: those of web with the opening figure in
// them, words and drawing, so that there is something to read before the
// program arrives or without it.
func buildPages() error {
	sheet, err := os.ReadFile(filepath.Join("web", "figure.css"))
	if err != nil {
		return err
	}
	for _, name := range []string{"index.html", "embed.html", "lecture.html", "notes.html"} {
		shell, err := os.ReadFile(filepath.Join("web", name))
		if err != nil {
			return err
		}
		whole, err := prerender(string(shell), string(sheet), figure.New())
		if err != nil {
			return fmt.Errorf("web/%s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(dist, name), []byte(whole), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// prerender fills the places of a page that depend on the model: the colours,
// which must be there once, and the opening figure, which a page may do without;
// sheet is the figure's style sheet.
func prerender(shell, sheet string, m figure.Model) (string, error) {
	shell = addressed(shell, os.Getenv("SITE"))
	colours, drawing := "{{THEMECSS}}", "{{FIGURE}}"
	if n := strings.Count(shell, colours); n != 1 {
		return "", fmt.Errorf("it has %s %d times, want once", colours, n)
	}
	css := page.ThemeCSS()
	switch n := strings.Count(shell, drawing); n {
	case 0:
	case 1:
		css += poster.Arrangements(sheet)
		shell = strings.Replace(shell, drawing, poster.Figure(m), 1)
	default:
		return "", fmt.Errorf("it has %s %d times, want once or never", drawing, n)
	}
	return strings.Replace(shell, colours, css, 1), nil
}

// addressed fills in the address at which the site will be, {{SITE}}. Lines
// that need it are left out where it is not known, since a wrong one is worse
// than none.
func addressed(shell, site string) string {
	const mark = "{{SITE}}"
	if site != "" {
		return strings.ReplaceAll(shell, mark, page.Escape(strings.TrimSuffix(site, "/")+"/"))
	}
	var kept []string
	for _, line := range strings.SplitAfter(shell, "\n") {
		if !strings.Contains(line, mark) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
