//go:build !js

package bench

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"relu-three-ways/web/e2e"
)

const (
	home = "web/bench"
	made = home + "/.build" // not under version control; Go and the generators pass it over
)

// packed serves dist and, in peers, the pages of the libraries; and in before,
// if it is asked for, what is in that folder.
func packed(before string) (*site, error) {
	fmt.Println("packing the pages")
	folder := filepath.Join(made, "site")
	err := errors.Join(packages(), os.RemoveAll(folder), os.CopyFS(folder, os.DirFS("dist")))
	if before != "" {
		err = errors.Join(err, os.CopyFS(filepath.Join(folder, "before"), os.DirFS(before)))
	}
	if err == nil {
		err = bundle(folder)
	}
	if err != nil {
		return nil, err
	}
	return newSite(folder), nil
}

// bundle makes the peers' pages in a folder.
func bundle(folder string) error {
	args := []string{home + "/pack.mjs"}
	for _, path := range []string{filepath.Join(folder, "peers"), made + "/packages/node_modules"} {
		full, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		args = append(args, full)
	}
	if out, err := exec.Command("node", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", args[0], err, out)
	}
	return nil
}

// packages installs what package-lock.json names, unless it is there.
func packages() error {
	dir := filepath.Join(made, "packages")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range []string{"package.json", "package-lock.json"} {
		b, err := os.ReadFile(filepath.Join(home, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	return e2e.InstallPackages(dir)
}
