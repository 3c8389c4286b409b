//go:build !js

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// linter checks the workflows of GitHub. It is fetched to be run, and is no
// part of the project.
const linter = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"

// workflowsLinted checks .github/workflows, and the scripts in them where
// shellcheck is installed. Where the linter cannot be fetched it says so, and
// fails only where nobody would read that.
func (j *job) workflowsLinted() error {
	bin, err := filepath.Abs(filepath.Join("web", "site", ".bin"))
	if err != nil {
		return err
	}
	fetch := exec.Command("go", "install", linter)
	fetch.Env = append(os.Environ(), "GOBIN="+bin, "GOOS=", "GOARCH=")
	if out, err := fetch.CombinedOutput(); err != nil {
		why := fmt.Errorf("the workflows are not checked: %s cannot be fetched (%s)", linter, strings.TrimSpace(string(out)))
		if os.Getenv("CI") != "" {
			return why
		}
		j.line.Print(why.Error())
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(".github", "workflows", "*.yml")) // its only error is a bad pattern
	return j.command(nil, filepath.Join(bin, "actionlint"), files...)
}
