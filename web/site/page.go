//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
	"relu-three-ways/web/poster"
)

// pages are the pages of dist.
func pages() []string { return []string{"index.html", "embed.html", "lecture.html", "notes.html"} }

// buildPages writes the pages of dist: those of web with the opening figure in
// them, words and drawing, so that there is something to read before the
// program arrives or without it.
func buildPages() error {
	sheet, err := os.ReadFile(source("figure.css"))
	if err != nil {
		return err
	}
	for _, name := range pages() {
		shell, err := os.ReadFile(source(name))
		if err != nil {
			return err
		}
		whole, err := prerender(string(shell), string(sheet), figure.New())
		if err != nil {
			return fmt.Errorf("%s: %w", source(name), err)
		}
		if err := os.WriteFile(filepath.Join(dist, name), []byte(whole), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// head is how each page begins.
const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="icon.svg" type="image/svg+xml">`

// prerender fills the places of a page: how it begins, the opening figure, the rules that
// arrange it and those of its drawing, each once or none at all, and the fonts to
// fetch early; sheet is the figure's style sheet.
func prerender(shell, sheet string, m figure.Model) (string, error) {
	shell = addressed(shell, os.Getenv("SITE"))
	rules, drawn, drawing := "{{ARRANGEMENTS}}", "{{DRAWN}}", "{{FIGURE}}"
	n := strings.Count(shell, drawing)
	for _, place := range []string{rules, drawn} {
		if k := strings.Count(shell, place); n > 1 || k != n {
			return "", fmt.Errorf("%s occurs %d times and %s %d times; want each exactly once, or none", drawing, n, place, k)
		}
	}
	shell = strings.NewReplacer("{{HEAD}}", head, "{{FONTS}}", preloads(sheet)).Replace(shell)
	if n == 1 {
		markup, style := poster.Figure(m)
		shell = strings.NewReplacer(rules, poster.Arrangements(sheet), drawn, style, drawing, markup).Replace(shell)
	}
	return shell, nil
}

// font is a font of a style sheet.
var font = regexp.MustCompile(`(?m)^@font-face [^\n]* src: url\((fonts/[^)]*)\)`)

// preloads asks for the fonts of a style sheet at once, before there is text
// that needs them.
func preloads(sheet string) string {
	var links []string
	for _, f := range font.FindAllStringSubmatch(sheet, -1) {
		links = append(links, `<link rel="preload" href="`+f[1]+`" as="font" type="font/woff2" crossorigin>`)
	}
	return strings.Join(links, "\n")
}

// buildSheet completes the figure's style sheet with the colours of the themes,
// so that a page needs this one file to have the figure in it, and with the name
// of its build, which figure.js compares with its own.
func buildSheet() error {
	sheet, err := os.ReadFile(source("figure.css"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "figure.css"), append(sheet, "\n/* The colours of the themes, from render/theme. */\n"+page.ThemeCSS()+"\n.relu-figure { --rf-build: \"{{BUILD}}\" }\n"...), 0o644)
}

// siteAddress is the address at which the site will be, with a slash at its
// end, as the variable SITE tells; "" where that is not known.
func siteAddress() string {
	if site := os.Getenv("SITE"); site != "" {
		return strings.TrimSuffix(site, "/") + "/"
	}
	return ""
}

// buildAddress tells the scripts that address. Where they are on a server that
// shows no pages, links lead there.
func buildAddress() error {
	file := filepath.Join(dist, "address.js")
	script, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	told, err := filledOnce(string(script), "'{{SITE}}'", siteAddress())
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(told), 0o644)
}

// addressed fills in the address of the site in a page, {{SITE}}.
func addressed(shell, site string) string {
	if site != "" {
		site = page.Escape(strings.TrimSuffix(site, "/") + "/")
	}
	return filled(shell, "{{SITE}}", site)
}

// filled puts a value in the places of its mark. Lines that need it are left
// out where it is not known, since a wrong one is worse than none.
func filled(text, mark, value string) string {
	if value != "" {
		return strings.ReplaceAll(text, mark, value)
	}
	var kept []string
	for _, line := range strings.SplitAfter(text, "\n") {
		if !strings.Contains(line, mark) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
