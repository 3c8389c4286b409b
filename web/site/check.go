//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"relu-three-ways/web/site/progress"
)

// step is one of the checks.
type step struct {
	name string
	do   func() error
}

// check runs everything that Go alone can run, and what needs npm too where that
// is there.
func (j *job) check() error {
	j.strict = true
	steps := j.goSteps()
	if _, err := exec.LookPath("npm"); err == nil {
		return j.runSteps(append(steps, j.npmSteps()...))
	}
	j.line.Print("npm is not installed, so script types, pages and generated files are checked only by ./build.sh test")
	return j.runSteps(steps)
}

// goSteps are the checks that need Go alone, and a network at the first time.
func (j *job) goSteps() []step {
	steps := []step{
		{"gofmt", j.formatted},
		{"go mod verify", func() error { return j.command(nil, "go", "mod", "verify") }},
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		steps = append(steps, step{"go vet for " + system, func() error {
			return j.command([]string{"GOOS=" + system, "GOARCH=amd64"}, "go", "vet", "./...")
		}})
	}
	return append(steps,
		step{"go vet for js/wasm", func() error { return j.command(wasmEnv(), "go", "vet", "./...") }},
		step{"staticcheck", func() error { return j.linted(nil) }},
		step{"staticcheck for js", func() error { return j.linted(wasmEnv()) }},
		step{"go test", func() error { return j.command([]string{"E2E="}, "go", "test", "-vet=off", "./...") }}, // go vet has its own step
		step{"workflows", j.workflowsLinted},
		step{"stock Ebitengine", j.stockBuilds},
		step{"size", j.buildToSize},
	)
}

// npmSteps are the checks by programs that npm brings.
func (j *job) npmSteps() []step {
	return []step{{"types of scripts", j.typed}, {"valid pages", j.valid}, {"generated files", j.upToDate}}
}

// buildToSize builds dist/ and fails if it is larger than agreed.
func (j *job) buildToSize() error {
	if err := j.detail().build(); err != nil {
		return err
	}
	now, err := figures()
	if err != nil {
		return err
	}
	return asAgreed(now)
}

// stockBuilds compiles the program with Ebitengine as it is, and throws it away.
func (j *job) stockBuilds() error {
	dir, err := os.MkdirTemp("", "stock-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return j.compile(filepath.Join(dir, program), "-s -w", nil)
}

// runSteps goes on after a failure, so that one run tells all.
func (j *job) runSteps(steps []step) error {
	var failed []error
	for i, s := range steps {
		j.line.Step(i+1, len(steps), s.name)
		start := time.Now()
		err := s.do()
		word := "ok"
		if err != nil {
			word = "FAIL"
			failed = append(failed, fmt.Errorf("%s: %w", s.name, err))
		}
		j.line.Print(fmt.Sprintf("%-4s %-20s %.1fs", word, s.name, time.Since(start).Seconds()))
	}
	return errors.Join(failed...)
}

// output runs a program and returns what it prints.
func output(env []string, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Env, c.Stderr = append(os.Environ(), env...), os.Stderr
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return string(out), nil
}

func wasmEnv() []string { return []string{"GOOS=js", "GOARCH=wasm"} }

// formatted fails with the names of the files that gofmt would change.
func (j *job) formatted() error {
	out, err := output(nil, "gofmt", "-l", "main.go", "math", "render", "web", "assets")
	if err != nil {
		return err
	}
	if out != "" {
		return fmt.Errorf("not formatted: %s", strings.Join(strings.Fields(out), " "))
	}
	return nil
}

// command runs a program and shows what it prints.
func (j *job) command(env []string, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), env...)
	lines := &progress.Lines{Each: j.line.Print}
	c.Stdout, c.Stderr = lines, lines
	err := c.Run()
	lines.Close()
	if err != nil {
		return fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return nil
}
