//go:build !js

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWorkflowsLinted: a workflow with a mistake is found, and where the linter
// cannot be fetched that is an error in continuous integration alone.
func TestWorkflowsLinted(t *testing.T) {
	t.Chdir(t.TempDir())
	dir := filepath.Join(".github", "workflows")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bad.yml"), []byte("on: push\njobs:\n  a:\n    runs-on: nowhere\n    stepps: []\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CI", "1")
	if err := quiet(t).workflowsLinted(); err == nil {
		t.Error("a bad workflow is not found")
	}
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOFLAGS", "-modcacherw")
	t.Setenv("GOMODCACHE", t.TempDir())
	if err := quiet(t).workflowsLinted(); err == nil {
		t.Error("the linter could not be fetched, and nobody knows")
	}
	t.Setenv("CI", "")
	if err := quiet(t).workflowsLinted(); err != nil {
		t.Errorf("the linter cannot be fetched, which fails: %v", err)
	}
}
