//go:build !js

package main

import (
	"os/exec"
	"path/filepath"

	"relu-three-ways/web/e2e"
)

// unknown is what the W3C's checker says of CSS that is newer than itself: container
// queries are in CSS Conditional Rules 5, and in every engine since 2023.
const unknown = "CSS: Unrecognized at-rule .@container.*"

// valid has the W3C's checker read the pages of dist, where there is a Java that
// can run it.
func (j *job) valid() error {
	const home = "web/e2e" // whose lockfile has it
	if err := e2e.InstallPackages(home); err != nil {
		return err
	}
	args := []string{"-jar", filepath.Join(home, "node_modules", "vnu-jar", "build", "dist", "vnu.jar")}
	if exec.Command("java", append(args, "--version")...).Run() != nil {
		j.line.Print("Java is not installed, or too old, so the W3C's checker is left out")
		return nil
	}
	args = append(args, "--Werror", "--filterpattern", unknown)
	for _, name := range pages() {
		args = append(args, filepath.Join(dist, name))
	}
	return j.command(nil, "java", args...)
}
