//go:build !js

package bench

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"relu-three-ways/web/e2e"
)

const (
	home = "web/bench"
	made = home + "/.build" // not under version control; Go and the generators pass it over
)

// pack makes the folder that is served: dist and, in peers, the pages of the
// libraries and the empty game, everything with its brotli beside it; and in
// before, if it is asked for, what is in that folder.
func pack(before string) (folder string, err error) {
	if err := packages(); err != nil {
		return "", err
	}
	folder = filepath.Join(made, "site")
	if err := os.RemoveAll(folder); err != nil {
		return "", err
	}
	if err := os.CopyFS(folder, os.DirFS("dist")); err != nil {
		return "", err
	}
	if before != "" {
		if err := os.CopyFS(filepath.Join(folder, "before"), os.DirFS(before)); err != nil {
			return "", err
		}
	}
	peers := filepath.Join(folder, "peers")
	if err := os.MkdirAll(peers, 0o755); err != nil {
		return "", err
	}
	if err := emptyGame(peers); err != nil {
		return "", err
	}
	return folder, bundle(peers, folder)
}

// bundle makes the peers' pages in a folder, and puts brotli beside the files
// of the hosted ones.
func bundle(peers string, hosted ...string) error {
	args := []string{home + "/pack.mjs"}
	for _, path := range append([]string{peers, made + "/packages/node_modules"}, hosted...) {
		full, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		args = append(args, full)
	}
	return shown(exec.Command("node", args...))
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

// emptyGame builds the empty game with the stock Ebitengine of go.mod, in the
// way in which the figure's program is built.
func emptyGame(dir string) error {
	c := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(dir, "empty.wasm"), "./"+home+"/empty")
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if err := shown(c); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	runtime, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "wasm_exec.js"), runtime, 0o644)
}

// shown runs a program; what it prints is seen where it fails.
func shown(c *exec.Cmd) error {
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(c.Args, " "), err, out)
	}
	return nil
}
