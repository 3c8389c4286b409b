//go:build !js

package main

import (
	"bytes"
	"fmt"
	"io/fs"
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
	if err := copyProject(work); err != nil {
		return err
	}
	c := exec.Command("go", "generate", "./...")
	c.Dir = work
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go generate: %w\n%s", err, out)
	}
	return sameFiles(work)
}

// passedOver reports whether a folder holds nothing that generators make or
// read.
func passedOver(name string) bool {
	return name == "node_modules" || name == dist || name != "." && strings.HasPrefix(name, ".")
}

// copyProject copies the project but for what git ignores.
func copyProject(to string) error {
	return filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && passedOver(d.Name()):
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		return copyFile(path, filepath.Join(to, path))
	})
}

// sameFiles compares a copy with the project, file by file.
func sameFiles(work string) error {
	var stale []string
	err := filepath.WalkDir(work, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != work && passedOver(d.Name()):
			return filepath.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		name, err := filepath.Rel(work, path)
		if err != nil {
			return err
		}
		made, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		kept, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(made, kept) {
			stale = append(stale, name)
		}
		return nil
	})
	if err == nil && len(stale) > 0 {
		err = fmt.Errorf("out of date, run go generate ./...: %s", strings.Join(stale, " "))
	}
	return err
}
