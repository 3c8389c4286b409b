//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// dist is the built folder: static files and nothing else, for any host.
const dist = "dist"

// build makes dist/ from the sources, from nothing.
func (j *job) build() error {
	if err := os.RemoveAll(dist); err != nil {
		return fmt.Errorf("the old %s/ cannot be removed: %w", dist, err)
	}
	if err := os.MkdirAll(dist, 0o755); err != nil {
		return err
	}
	steps := []struct {
		what string
		do   func() error
	}{
		{"modules", j.fetchModules},
		{"program", j.buildProgram},
		{"runtime", j.buildRuntime},
		{"page", buildPages},
		{"early states", buildEarly},
		{"scripts and styles", copyRooms},
		{"address", buildAddress},
		{"style sheet", buildSheet},
		{"fonts", func() error { return copyTree("assets/fonts", filepath.Join(dist, "fonts"), ".woff2") }},
		{"parts of packages", func() error { return copyTree("assets/vendor", filepath.Join(dist, "vendor"), ".js") }},
		{"words", func() error { return copyTree("assets/lang", filepath.Join(dist, "lang"), ".txt") }},
		{"formulas", func() error { return copyFile("assets/tex.json", filepath.Join(dist, "tex.json")) }},
		{"outlines", func() error {
			return copyFile("assets/fonts/outlines.json", filepath.Join(dist, "fonts", "outlines.json"))
		}},
		{"picture", func() error { return copyFile("assets/og.png", filepath.Join(dist, "og.png")) }},
		{"pages of states", buildStatePages},
		{"licences", buildLicences},
		{"build id", stampAll},
		{"functions for hosts", buildFunctions},
		{"offline worker", buildWorker},
		{"headers", buildHeaders},
		{"archive", buildArchive},
		{"compressed copies", j.buildCompressed},
	}
	for i, step := range steps {
		j.step(i+1, len(steps), step.what)
		if err := step.do(); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
	}
	if !j.inside {
		j.line.Rest()
	}
	return nil
}

// buildAndSay makes dist/ and says what a reader of the page has to load.
func (j *job) buildAndSay() error {
	start := time.Now()
	if err := j.build(); err != nil {
		return err
	}
	_, _, sum, err := weighPage("index.html")
	if err != nil {
		return err
	}
	j.line.Print(fmt.Sprintf("%s/ is ready after %.0f s; index.html and all it loads come to %d kB with Brotli", dist, time.Since(start).Seconds(), (sum.brotli+500)/1000))
	return nil
}

// buildLicences copies the project's licence and those of what it ships.
func buildLicences() error {
	if err := copyFile("LICENSE", filepath.Join(dist, "LICENSE")); err != nil {
		return err
	}
	return copyTree("assets/licences", filepath.Join(dist, "licences"), "")
}
