//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// filesBelow are the names of the files below a folder, in order, but for those in
// what git ignores. A folder that is not there is a mistake.
func filesBelow(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != dir && ignored(d.Name(), d.IsDir()):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case d.Type().IsRegular():
			name, err := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
			return err
		}
		return nil
	})
	return names, err
}

// ignored reports whether a folder holds nothing that is kept or shipped.
func ignored(name string, isFolder bool) bool {
	return name == "node_modules" || isFolder && (name == dist || strings.HasPrefix(name, "."))
}

// copyTree copies the files below a folder whose names end in ext.
func copyTree(from, to, ext string) error {
	names, err := filesBelow(from)
	for _, name := range names {
		if err == nil && strings.HasSuffix(name, ext) {
			err = copyFile(filepath.Join(from, name), filepath.Join(to, name))
		}
	}
	return err
}

func copyFile(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return writeFile(to, b)
}

// writeFile writes a file, and the folders that it needs.
func writeFile(name string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o644)
}

// filledOnce is a script in which a value stands in the place of a mark, which it must
// have once.
func filledOnce(script, mark string, value any) (string, error) {
	if strings.Count(script, mark) != 1 {
		return "", fmt.Errorf("a script must have %s once", mark)
	}
	b, err := json.Marshal(value)
	return strings.Replace(script, mark, string(b), 1), err
}
