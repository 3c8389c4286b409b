//go:build !js

package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// loaded are the files of dist that a page loads when it is opened: what its
// markup names, what its scripts import, what its styles name, and the program.
// Faces of fonts that no letter of the page needs are counted too. What a
// script imports when it is asked for is not.
func loaded(page string) ([]string, error) {
	files := []string{page, program}
	for i := 0; i < len(files); i++ {
		b, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(files[i])))
		if err != nil {
			return nil, fmt.Errorf("what %s loads: %w", page, err)
		}
		for _, to := range named(files[i], b) {
			if to = path.Join(path.Dir(files[i]), to); !slices.Contains(files, to) {
				files = append(files, to)
			}
		}
	}
	return files, nil
}

// named are the files that a file names and that are loaded with it.
func named(file string, content []byte) []string {
	var form *regexp.Regexp
	switch path.Ext(file) {
	case ".html":
		form = regexp.MustCompile(`<(?:link rel="(?:stylesheet|preload|modulepreload|icon)"|script)[^>]* (?:href|src)="([^":]+)"`)
	case ".js":
		form = regexp.MustCompile(`(?m)^(?:import|export)\b[^;'"(]*['"](\.[^'"]+)['"]`)
	case ".css":
		form = regexp.MustCompile(`url\(([^):"']+)\)`)
	default:
		return nil
	}
	var names []string
	for _, m := range form.FindAllSubmatch(content, -1) {
		name, _, _ := strings.Cut(string(m[1]), "?")
		names = append(names, name)
	}
	return names
}
