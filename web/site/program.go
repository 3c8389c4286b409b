//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"

	"relu-three-ways/web/site/slim"
)

// program is the WebAssembly file of dist.
const program = "app.wasm"

// buildProgram compiles the program to dist, with the reduced copy of
// Ebitengine, or with Ebitengine as it is if the variable STOCK is set. The
// page asks for app.wasm.gz on hosts that do not compress, so that belongs to
// the site and not only beside it.
func buildProgram() error {
	out := filepath.Join(dist, program)
	modfile := ""
	if os.Getenv("STOCK") == "" {
		var err error
		if modfile, err = slim.Make(filepath.Join("web", "site", ".bin", "slim")); err != nil {
			return err
		}
	}
	if err := compile(out, modfile); err != nil {
		return err
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	small, err := toGzip(b)
	if err != nil {
		return err
	}
	return os.WriteFile(out+".gz", small, 0o644)
}

// compile compiles the program for the browser, without debug tables and paths
// of this machine. modfile stands in for go.mod if it is not "". It is run from
// the project's top folder.
func compile(out, modfile string) error {
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out}
	if modfile != "" {
		args = append(args, "-modfile", modfile)
	}
	c := exec.Command("go", append(args, ".")...)
	c.Env = append(os.Environ(), wasmEnv()...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}
