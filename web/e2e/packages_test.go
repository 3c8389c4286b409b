//go:build !js

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPackagesAreInstalledOnce: where the packages of a lockfile are, npm is not
// asked; where another lockfile was installed, it is.
func TestPackagesAreInstalledOnce(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir) // which has no npm
	if err := os.Mkdir(filepath.Join(dir, "node_modules"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("package-lock.json", "{}")
	if InstallPackages(dir) == nil {
		t.Error("nothing is installed, and npm was not asked")
	}
	write("node_modules/.installed", "{}")
	if err := InstallPackages(dir); err != nil {
		t.Error("all is installed:", err)
	}
	write("package-lock.json", `{"lockfileVersion": 3}`)
	if InstallPackages(dir) == nil {
		t.Error("another lockfile is there, and npm was not asked")
	}
}
