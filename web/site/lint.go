//go:build !js

package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"relu-three-ways/web/e2e"
)

// staticcheck and its version.
const (
	staticcheck        = "honnef.co/go/tools/cmd/staticcheck"
	staticcheckVersion = "v0.8.2"
)

// linted runs staticcheck, natively and for the browser. An error may begin with
// a capital, since it may begin with a name (Xvfb, Marionette, Go's package).
func linted(env []string) error {
	path, err := staticchecker()
	if err != nil {
		return err
	}
	return command(env, path, "-checks", "inherit,-ST1005", "./...")
}

// staticchecker builds staticcheck into web/site/.bin, unless it is there in
// this version and made by the Go that is used: an older one refuses to read
// what a newer Go has compiled.
func staticchecker() (string, error) {
	dir, err := filepath.Abs(filepath.Join("web", "site", ".bin"))
	if err != nil {
		return "", err
	}
	version, err := output(nil, "go", "env", "GOVERSION", "GOEXE")
	if err != nil {
		return "", err
	}
	by, exe, _ := strings.Cut(version, "\n")
	path := filepath.Join(dir, "staticcheck"+strings.TrimSpace(exe))
	if madeBy(path, staticcheckVersion, by) {
		return path, nil
	}
	c := exec.Command("go", "install", staticcheck+"@"+staticcheckVersion)
	c.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("staticcheck %s cannot be fetched and built (%w): %s", staticcheckVersion, err, lastLine(out))
	}
	return path, nil
}

// madeBy reports whether a program is of a version and made by a version of Go.
func madeBy(path, version, by string) bool {
	info, err := buildinfo.ReadFile(path)
	return err == nil && info.Main.Version == version && info.GoVersion == by
}

// lastLine is where a tool says what went wrong.
func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}

// projects are the TypeScript projects of the scripts: a page's, and the service
// worker's, whose world is another.
var projects = []string{"web/tsconfig.json", "web/types/worker.json"}

// typed has TypeScript check the scripts, whose types are in comments.
func typed() error {
	const home = "web/e2e" // whose lockfile has TypeScript
	if err := e2e.InstallPackages(home); err != nil {
		return err
	}
	for _, p := range projects {
		if err := command(nil, "node", filepath.Join(home, "node_modules", "typescript", "bin", "tsc"), "-p", filepath.FromSlash(p), "--pretty", "false"); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	return nil
}
