//go:build !js

package main

import "path/filepath"

// workflowsLinted checks the workflows of GitHub, and the scripts in them where
// shellcheck is installed.
func (j *job) workflowsLinted() error {
	linter, err := j.tool("github.com/rhysd/actionlint/cmd/actionlint", "v1.7.12")
	if err != nil {
		return err
	}
	files, _ := filepath.Glob(filepath.Join(".github", "workflows", "*.yml")) // its only error is a bad pattern
	return j.command(nil, linter, files...)
}
