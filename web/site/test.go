//go:build !js

package main

// test runs every check, then the tests in browsers. What it needs for them
// it installs first, or it fails.
func (j *job) test(args []string) error {
	if err := j.installTools(); err != nil {
		return err
	}
	if err := j.runSteps(append(j.goSteps(), step{"generated files", j.upToDate})); err != nil {
		return err
	}
	return j.command([]string{"E2E=1"}, "go", "test", "-v", "-count=1", "-timeout=60m", "./web/e2e", "./web/bench")
}
