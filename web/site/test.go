//go:build !js

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// test runs every check, then the tests in browsers. Words choose scenarios and
// engines: then only these are run. What the browsers need it installs first, or
// it fails.
func test(words []string) error {
	if err := installTools(); err != nil {
		return err
	}
	if len(words) > 0 {
		if err := aloud("reading the list of scenarios", func() error { return known(words) }); err != nil {
			return err
		}
		if err := build(); err != nil {
			return err
		}
		return goTest("web/e2e", append([]string{"-run=^TestBrowsers$", "-args"}, words...)...)
	}
	if err := runSteps(append(goSteps(), step{"size", buildToSize}, step{"generated files", upToDate})); err != nil {
		return err
	}
	return errors.Join(goTest("web/e2e"), aloud("tests in web/bench", func() error { return goTest("web/bench", "-v") }))
}

// aloud says every few seconds that something still goes on.
func aloud(what string, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	for start := time.Now(); ; {
		select {
		case err := <-done:
			return err
		case <-time.After(4 * time.Second):
			fmt.Printf("running: %s (%.0f s)\n", what, time.Since(start).Seconds())
		}
	}
}

// known fails with a sentence where a word chooses nothing, before anything is
// built.
func known(words []string) error {
	c := exec.Command("go", append([]string{"test", "-run=^$", "-args"}, words...)...)
	c.Dir = filepath.FromSlash("web/e2e")
	out, err := c.CombinedOutput()
	if err == nil {
		return nil
	}
	said, _, _ := strings.Cut(string(out), "\nexit status ") // what follows is of go test
	return errors.New(said)
}

// goTest runs the tests of a folder with browsers. It runs in that folder,
// because go test holds back what it prints where packages are named. A Ctrl-C
// reaches the tests too: they end their browsers, and are waited for.
func goTest(dir string, args ...string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	c := exec.CommandContext(ctx, "go", append([]string{"test", "-count=1", "-timeout=60m"}, args...)...)
	c.Dir, c.Env = filepath.FromSlash(dir), append(os.Environ(), "E2E=1")
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("tests in %s: %w", dir, err)
	}
	return nil
}
