//go:build !js

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// step is one of the checks.
type step struct {
	name string
	do   func() error
}

// check runs everything that Go alone can run, and what needs npm too where that
// is there.
func check() error {
	steps := append(goSteps(), step{"size", buildToSize})
	if _, err := exec.LookPath("npm"); err == nil {
		return runSteps(append(steps, npmSteps()...))
	}
	fmt.Println("the types of scripts and generated files are left to ./build.sh test: they need npm, which is not installed")
	return runSteps(steps)
}

func goSteps() []step {
	return []step{
		{"gofmt", formatted},
		{"go mod verify", func() error { return command(nil, "go", "mod", "verify") }},
		{"go vet", func() error { return command(nil, "go", "vet", "./...") }},
		{"go vet for js/wasm", func() error { return command(wasmEnv(), "go", "vet", "./...") }},
		{"staticcheck", func() error { return linted(nil) }},
		{"staticcheck, js/wasm", func() error { return linted(wasmEnv()) }},
		{"go test", func() error { return command([]string{"E2E="}, "go", "test", "./...") }},
		{"stock Ebitengine", stockBuilds},
	}
}

// npmSteps are the checks by programs that npm brings.
func npmSteps() []step {
	return []step{{"types of scripts", typed}, {"generated files", upToDate}}
}

// buildToSize builds dist/ and fails if it is larger than agreed.
func buildToSize() error {
	if err := build(); err != nil {
		return err
	}
	now, err := figures()
	if err != nil {
		return err
	}
	return asAgreed(now)
}

// stockBuilds compiles the program with Ebitengine as it is, and throws it away.
func stockBuilds() error {
	dir, err := os.MkdirTemp("", "stock-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return compile(filepath.Join(dir, program), "-s -w", nil)
}

// runSteps goes on after a failure, so that one run tells all.
func runSteps(steps []step) error {
	var failed []error
	for _, s := range steps {
		start := time.Now()
		err := s.do()
		word := "ok"
		if err != nil {
			word = "FAIL"
			failed = append(failed, fmt.Errorf("%s: %w", s.name, err))
		}
		fmt.Printf("%-4s %-20s %.1fs\n", word, s.name, time.Since(start).Seconds())
	}
	return errors.Join(failed...)
}

// test runs every check, then the tests in browsers. What it needs for them
// it installs first, or it fails.
func test() error {
	if err := installTools(); err != nil {
		return err
	}
	if err := runSteps(append(append(goSteps(), step{"size", buildToSize}), npmSteps()...)); err != nil {
		return err
	}
	return command([]string{"E2E=1"}, "go", "test", "-v", "-count=1", "-timeout=60m", "./web/e2e", "./web/bench")
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
func formatted() error {
	var out bytes.Buffer
	c := exec.Command("gofmt", "-l", "main.go", "math", "render", "web", "assets")
	c.Stdout, c.Stderr = &out, os.Stderr
	if err := c.Run(); err != nil {
		return err
	}
	if out.Len() > 0 {
		return fmt.Errorf("not formatted: %s", strings.Join(strings.Fields(out.String()), " "))
	}
	return nil
}

// command runs a program and shows what it prints.
func command(env []string, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), env...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return nil
}
