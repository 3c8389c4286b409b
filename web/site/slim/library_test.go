//go:build !js

package slim

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPowersOfTen: with the powers that are computed, Go's own tests of reading
// and writing numbers pass.
func TestPowersOfTen(t *testing.T) { withCuts(t, "internal/strconv", 2) }

// TestEvents: with events that are given back, Go's own tests of calls between it
// and JavaScript pass.
func TestEvents(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	root, _, err := library()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOOS", "js")
	t.Setenv("GOARCH", "wasm")
	withCuts(t, "syscall/js", 1, "-exec=node --stack-size=8192 '"+filepath.Join(root, "lib", "wasm", "wasm_exec_node.js")+"'")
}

// withCuts runs Go's own tests of a package, so many files of which are cut.
func withCuts(t *testing.T, name string, files int, flags ...string) {
	t.Helper()
	if _, whole, _ := library(); whole {
		t.Skip("this Go is another, or a module, and stays whole")
	}
	dir := t.TempDir()
	replace := map[string]string{}
	if err := cutLibrary(dir, replace); err != nil {
		t.Fatal(err)
	}
	for file := range replace {
		if !strings.Contains(filepath.ToSlash(file), "/src/"+name+"/") {
			delete(replace, file)
		}
	}
	if len(replace) != files {
		t.Errorf("%d files of %s are cut", len(replace), name)
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := write(overlay, list); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"test", "-short", "-overlay=" + overlay}, append(flags, name)...)
	if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
