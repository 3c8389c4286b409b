//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// buildRuntime writes Go's own support for the browser as a module; see
// wasmexec.go for what is changed in it.
func (j *job) buildRuntime() error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if err := j.spare("Go's wasm_exec.js has changed and is wrapped unchecked; it may touch more of the page than it should", knownWasmExec(string(source))); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "wasm_exec.js"), []byte(wasmExecModule(string(source))), 0o644)
}
