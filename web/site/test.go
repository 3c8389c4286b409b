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
	"slices"
	"strings"
	"syscall"
)

// test runs every check, then the tests in browsers. Words choose scenarios and
// engines: then only these are run. What the browsers need it installs first, or
// it fails.
func (j *job) test(words []string) error {
	j.line.Step(1, 1, "browsers and other programs for tests")
	if err := j.installTools(); err != nil {
		return err
	}
	if len(words) > 0 {
		j.line.Step(1, 1, "the list of scenarios")
		if err := known(words); err != nil {
			return err
		}
		if err := j.build(); err != nil {
			return err
		}
		if err := j.writePackage(); err != nil {
			return err
		}
		return j.tryBrowsers(append([]string{"-run=^TestBrowsers$", "-args"}, words...)...)
	}
	j.strict = true
	steps := slices.Concat(j.goSteps(), []step{{"package", j.writePackage}}, j.npmSteps())
	if err := j.runSteps(steps); err != nil {
		return err
	}
	err := j.tryBrowsers()
	if errors.Is(err, errInterrupted) {
		return err
	}
	return errors.Join(err, j.tryBench())
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

// tryBrowsers runs the tests of web/e2e, which tell by themselves how far they
// are. It runs them in their folder, because go test holds back what it prints
// where packages are named. A Ctrl-C reaches the tests too: they end their
// browsers, and are waited for.
func (j *job) tryBrowsers(args ...string) error {
	const dir = "web/e2e"
	j.line.Step(1, 1, "the tests of "+dir)
	if err := j.goTool(nil, "test", "-c", "-o", os.DevNull, "./"+dir); err != nil {
		return err
	}
	j.line.Rest()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	c := exec.CommandContext(ctx, "go", append([]string{"test", "-count=1", "-timeout=60m"}, args...)...)
	c.Dir, c.Env = filepath.FromSlash(dir), append(os.Environ(), "E2E=1")
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	err := c.Run()
	if len(interrupts) > 0 || ctx.Err() != nil {
		return errInterrupted
	}
	if err != nil {
		return fmt.Errorf("tests in %s: %w", dir, err)
	}
	return nil
}

var errInterrupted = errors.New("interrupted")

// tryBench tries the pages that the figure is measured against.
func (j *job) tryBench() error {
	j.line.Step(1, 1, "the tests of web/bench")
	return j.command([]string{"E2E=1"}, "go", "test", "-count=1", "./web/bench")
}
