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

// prerender fills the places of a page that depend on the model, which it has
// once each or not at all: the opening figure, and the rules that arrange it;
// sheet is the figure's style sheet.
func prerender(shell, sheet string, m figure.Model) (string, error) {
	shell = addressed(shell, os.Getenv("SITE"))
	rules, drawing := "{{ARRANGEMENTS}}", "{{FIGURE}}"
	n := strings.Count(shell, drawing)
	if n > 1 || strings.Count(shell, rules) != n {
		return "", fmt.Errorf("it has %s %d times and %s %d times, want both once or never", drawing, n, rules, strings.Count(shell, rules))
	}
	if n == 1 {
		shell = strings.Replace(shell, rules, poster.Arrangements(sheet), 1)
		shell = strings.Replace(shell, drawing, poster.Figure(m), 1)
	}
	return shell, nil
}

// buildSheet completes the figure's style sheet with the colours of the themes,
// so that a page needs this one file to have the figure in it.
func buildSheet() error {
	sheet, err := os.ReadFile(filepath.Join("web", "figure.css"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "figure.css"), append(sheet, "\n/* The colours of the themes, from render/theme. */\n"+page.ThemeCSS()...), 0o644)
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
