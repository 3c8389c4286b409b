//go:build !js

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWorkflowsLinted: a workflow with a mistake is found, and where the linter
// cannot be fetched a sentence says so.
func TestWorkflowsLinted(t *testing.T) {
	t.Chdir(t.TempDir())
	dir := filepath.Join(".github", "workflows")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bad.yml"), []byte("on: push\njobs:\n  a:\n    runs-on: nowhere\n    stepps: []\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := quiet(t).workflowsLinted(); err == nil || strings.Contains(err.Error(), "fetched") {
		t.Errorf("of a bad workflow it says %v", err)
	}
	t.Chdir(t.TempDir())
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOFLAGS", "-modcacherw")
	t.Setenv("GOMODCACHE", t.TempDir())
	if err := quiet(t).workflowsLinted(); err == nil || !strings.Contains(err.Error(), "actionlint") || strings.Contains(err.Error(), "\n") {
		t.Errorf("where the linter cannot be fetched it says %v", err)
	}
}
