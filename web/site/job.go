//go:build !js

package main

import (
	"os"
	"strings"

	"relu-three-ways/web/site/progress"
)

// job is one run of this program: where it tells how far it is, and whether a
// saving that fails is a failure.
type job struct {
	line   *progress.Line
	strict bool // as in check and in CI
	inside bool // its steps are details of another job's step
}

// newJob tells on the standard error, since some commands print results.
func newJob() *job {
	return &job{line: progress.To(os.Stderr), strict: os.Getenv("CI") != ""}
}

// detail is the job as a part of one step: its own steps are told as what that
// step is at.
func (j *job) detail() *job {
	return &job{line: j.line, strict: j.strict, inside: true}
}

// step begins step k of so many, counted from 1.
func (j *job) step(k, of int, what string) {
	if j.inside {
		j.line.Doing(what)
	} else {
		j.line.Step(k, of, what)
	}
}

// spare passes over the failure of a saving, which costs bytes and nothing
// else: it warns in one line. A strict job fails instead, so that the
// loss does not go unnoticed.
func (j *job) spare(lost string, err error) error {
	if err == nil || j.strict {
		return err
	}
	j.line.Print("warning: " + lost + " (" + reason(err) + ")")
	return nil
}

// reason is the first line of an error that says something: go puts the name of
// a package before what is wrong in it.
func reason(err error) string {
	for line := range strings.Lines(err.Error()) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			return line
		}
	}
	return err.Error()
}
