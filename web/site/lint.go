//go:build !js

package main

import (
	"debug/buildinfo"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"relu-three-ways/web/e2e"
)

// linted runs staticcheck, natively and for the browser. An error may begin with
// a capital, since it may begin with a name (Xvfb, Marionette, Go's package).
func (j *job) linted(env []string) error {
	path, err := j.tool("honnef.co/go/tools/cmd/staticcheck", "v0.8.2")
	if err != nil {
		return err
	}
	return j.command(env, path, "-checks", "inherit,-ST1005", "./...")
}

// tool builds a program that is no part of the project into web/site/.bin,
// unless it is there in this version and made by the Go that is used: one made
// by an older Go may refuse to read what a newer one has compiled.
func (j *job) tool(pkg, version string) (string, error) {
	dir, err := filepath.Abs(filepath.Join("web", "site", ".bin"))
	if err != nil {
		return "", err
	}
	out, err := output(nil, "go", "env", "GOVERSION", "GOEXE")
	if err != nil {
		return "", err
	}
	by, exe, _ := strings.Cut(out, "\n")
	file := filepath.Join(dir, path.Base(pkg)+strings.TrimSpace(exe))
	if madeBy(file, version, by) {
		return file, nil
	}
	if err := j.goTool([]string{"GOBIN=" + dir}, "install", "-v", pkg+"@"+version); err != nil {
		return "", fmt.Errorf("%s@%s cannot be fetched and built: %s", pkg, version, reason(err))
	}
	return file, nil
}

// madeBy reports whether a program is of a version and made by a version of Go.
func madeBy(path, version, by string) bool {
	info, err := buildinfo.ReadFile(path)
	return err == nil && info.Main.Version == version && info.GoVersion == by
}

// typed has TypeScript check the scripts, whose types are in comments: a page's,
// and the service worker's, whose world is another.
func (j *job) typed() error {
	const home = "web/e2e" // whose lockfile has TypeScript
	if err := e2e.InstallPackages(home); err != nil {
		return err
	}
	for _, p := range []string{"web/tsconfig.json", "web/types/worker.json"} {
		if err := j.command(nil, "node", filepath.Join(home, "node_modules", "typescript", "bin", "tsc"), "-p", filepath.FromSlash(p), "--pretty", "false"); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	return nil
}
