//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"relu-three-ways/web/site/progress"
)

// testEvent is a line of "go test -json"; see "go doc test2json". ImportPath
// stands where Package is not known: while it is being built.
type testEvent struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

// goTests runs all tests but those in browsers. It names each as it runs, tells
// each package when it is done, and shows what failed.
func (j *job) goTests() error {
	said := map[string]*strings.Builder{} // by package: what it has printed
	about := func(name string) *strings.Builder {
		if said[name] == nil {
			said[name] = &strings.Builder{}
		}
		return said[name]
	}
	lines := &progress.Lines{Each: func(line string) {
		var e testEvent
		if json.Unmarshal([]byte(line), &e) != nil {
			j.line.Print(line)
			return
		}
		name := strings.TrimPrefix(e.Package, "relu-three-ways/")
		switch {
		case e.Action == "build-output":
			j.line.Print(strings.TrimSuffix(e.Output, "\n"))
		case e.Action == "output":
			about(name).WriteString(e.Output)
		case e.Action == "run":
			j.line.Doing(name + " " + e.Test)
		case e.Test != "":
		case e.Action == "pass":
			j.line.Print(fmt.Sprintf("ok  \t%s\t%.3fs", e.Package, e.Elapsed))
		case e.Action == "fail":
			j.line.Print(strings.TrimSuffix(failedTests(about(name).String()), "\n"))
		}
	}}
	c := exec.Command("go", "test", "-json", "-vet=off", "./...") // go vet has its own step
	c.Env = append(os.Environ(), "E2E=")
	c.Stdout, c.Stderr = lines, lines
	err := c.Run()
	lines.Close()
	if err != nil {
		return errors.New("some tests failed; see above")
	}
	return nil
}

// failedTests is what a package's tests printed but for the news of those that
// are well.
func failedTests(output string) string {
	var kept strings.Builder
	for line := range strings.Lines(output) {
		word := strings.TrimSpace(line)
		if !strings.HasPrefix(word, "=== ") && !strings.HasPrefix(word, "--- PASS") && !strings.HasPrefix(word, "--- SKIP") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}
