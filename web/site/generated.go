//go:build !js

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// upToDate runs every generator in a copy of the project and fails where a
// file comes out otherwise than it is kept. The generators are Node programs
// and need npm; an ordinary build does not.
func (j *job) upToDate() error {
	work, err := os.MkdirTemp("", "generated-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := copyTree(".", work, ""); err != nil {
		return err
	}
	c := exec.Command("go", "generate", "./...")
	c.Dir = work
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go generate: %w\n%s", err, out)
	}
	return sameFiles(work)
}

// sameFiles compares a copy with the project, file by file.
func sameFiles(work string) error {
	names, err := filesBelow(work)
	var stale []string
	for _, name := range names {
		made, err := os.ReadFile(filepath.Join(work, name))
		if err != nil {
			return err
		}
		if kept, err := os.ReadFile(name); err != nil || !bytes.Equal(made, kept) {
			stale = append(stale, name)
		}
	}
	if err == nil && len(stale) > 0 {
		err = fmt.Errorf("out of date, run go generate ./...: %s", strings.Join(stale, " "))
	}
	return err
}
