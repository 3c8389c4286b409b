//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestWasmExecModule(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	if err := knownWasmExec(string(source)); err != nil {
		t.Fatal(err)
	}
	module := wasmExecModule(string(source))
	if !strings.Contains(module, "let fs;\n") || strings.Index(module, "fs = globalThis.fs;\n") < strings.Index(module, "globalThis.fs = {") {
		t.Error("the script calls fs, which the module does not have")
	}
	if !strings.Contains(module, "export default function (globalThis)") || !strings.Contains(module, string(source)) {
		t.Error("the module does not hold the script as a function of globalThis")
	}
	for _, broken := range []string{"", "(() => {\n})();", strings.Replace(string(source), "globalThis.Go = class {", "export class Go {", 1), string(source) + "x"} {
		if knownWasmExec(broken) == nil {
			t.Errorf("a script of %d bytes of another shape counts as known", len(broken))
		}
	}
}
