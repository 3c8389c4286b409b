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
func TestPowersOfTen(t *testing.T) {
	if _, whole, _ := library(); whole {
		t.Skip("this Go is another, or a module, and stays whole")
	}
	dir := t.TempDir()
	replace := map[string]string{}
	if err := cutLibrary(dir, replace); err != nil {
		t.Fatal(err)
	}
	for file := range replace {
		if !strings.Contains(filepath.ToSlash(file), "/internal/strconv/") {
			delete(replace, file)
		}
	}
	if len(replace) != 2 {
		t.Errorf("%d files of strconv are cut", len(replace))
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := write(overlay, list); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "test", "-short", "-overlay="+overlay, "internal/strconv").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
