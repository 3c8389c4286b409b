//go:build !js

package main

import (
	"errors"
	"fmt"
	"strings"
)

// wasmExecModule turns Go's wasm_exec.js, a script that defines a global Go
// class, into a module whose default export is a function of the globalThis
// that the Go program is to see. Timers are taken from it too, and fs, which the
// script puts there and then calls by its bare name.
func wasmExecModule(source string) string {
	return "// Go's support for WebAssembly, with its globalThis as a parameter.\n" +
		"export default function (globalThis) {\n" +
		"const setTimeout = globalThis.setTimeout, clearTimeout = globalThis.clearTimeout;\n" +
		"let fs;\n" +
		source +
		"\nfs = globalThis.fs;\nreturn globalThis.Go;\n}\n"
}

// knownWasmExec fails if a new version of Go has a script of another shape: one
// that may reach the page's world by another way than the parameter.
func knownWasmExec(source string) error {
	for _, want := range []struct {
		text string
		n    int
	}{
		{`"use strict";`, 1},
		{"(() => {\n", 1},
		{"globalThis.Go = class {", 1},
		{"\t\t\t\tglobalThis,\n", 1},
		{"[globalThis, 5],", 1},
		{"setTimeout(", 1},
		{"clearTimeout(", 1},
		{"\t\tglobalThis.fs = {", 1},
		{"\tfs.", 1},
		{"_resume() {\n", 1},
		{"this._scheduledTimeouts = new Map();", 1},
	} {
		if n := strings.Count(source, want.text); n != want.n {
			return fmt.Errorf("wasm_exec.js has %q %d times, want %d: this version of Go needs a different wrapper", want.text, n, want.n)
		}
	}
	if !strings.HasSuffix(strings.TrimSpace(source), "})();") {
		return errors.New("wasm_exec.js does not end as expected: this version of Go needs a different wrapper")
	}
	return nil
}
