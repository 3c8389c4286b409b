//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path"
	"path/filepath"

	"relu-three-ways/web/e2e"
)

// unknown is what the W3C's checker says of CSS that is newer than itself, in its
// own words, each with the reason why it is wrong.
var unknown = map[string]string{
	"CSS: Unrecognized at-rule “@container”": "container queries are in CSS Conditional Rules 5, and in every engine since 2023",
}

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
	args = append(args, "--stdout", "--exit-zero-always", "--format", "json")
	for _, name := range pages() {
		args = append(args, filepath.Join(dist, name))
	}
	said, err := output(nil, "java", args...)
	if err != nil {
		return err
	}
	return findings([]byte(said), unknown)
}

// findings is an error for each thing that the checker's report finds, but for
// those that are known to be wrong; and for each of the known that it does not
// find, since then it has learned better.
func findings(report []byte, known map[string]string) error {
	var read struct {
		Messages *[]struct {
			URL, Message, Extract string
			LastLine              int
		}
	}
	if err := json.Unmarshal(report, &read); err != nil || read.Messages == nil {
		return fmt.Errorf("the checker's report has no messages: %.200q", report)
	}
	var found []error
	met := map[string]bool{}
	for _, m := range *read.Messages {
		if met[m.Message] = true; known[m.Message] == "" {
			found = append(found, fmt.Errorf("%s:%d: %s %q", path.Base(m.URL), m.LastLine, m.Message, m.Extract))
		}
	}
	for message := range known {
		if !met[message] {
			found = append(found, fmt.Errorf("the checker does not say %q any more: take that out of web/site/valid.go", message))
		}
	}
	return errors.Join(found...)
}
