//go:build !js

package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
)

// installing keeps two from installing into one folder at once.
var installing sync.Mutex

// InstallPackages installs what the package-lock.json of a folder lists, unless it is
// there already: what has been installed last is kept beside the packages.
func InstallPackages(dir string) error {
	installing.Lock()
	defer installing.Unlock()
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return err
	}
	stamp := filepath.Join(dir, "node_modules", ".installed")
	if has, err := os.ReadFile(stamp); err == nil && bytes.Equal(has, lock) {
		return nil
	}
	npm := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
	npm.Dir = dir
	if out, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("npm ci in %s: %w\n%s", dir, err, out)
	}
	return os.WriteFile(stamp, lock, 0o644)
}
