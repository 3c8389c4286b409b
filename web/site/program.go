//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"

	"relu-three-ways/web/site/slim"
	"relu-three-ways/web/site/wasm"
)

// program is the WebAssembly file of dist.
const program = "app.wasm"

// buildProgram makes dist/app.wasm: compiled with a reduced copy of Ebitengine,
// and trimmed. With the variable STOCK set, Ebitengine and what Go makes of it
// stay as they are. The page asks for app.wasm.gz on hosts that do not
// compress, so that belongs to the site and not only beside it.
func buildProgram() error {
	out := filepath.Join(dist, program)
	stock := os.Getenv("STOCK") != ""
	modfile := ""
	if !stock {
		var err error
		if modfile, err = slim.Make(reducedEbitengine); err != nil {
			return err
		}
	}
	if err := compile(out, modfile, "-s -w"); err != nil {
		return err
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	if !stock {
		if b, err = wasm.Trim(b); err != nil {
			return err
		}
	}
	small, err := toGzip(b)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out+".gz", small, 0o644); err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}

// reducedEbitengine is the folder of the reduced copy.
const reducedEbitengine = "web/site/.bin/slim"

// unhurried are the packages whose speed nobody feels, since they make words
// and markup: they are compiled without copying small functions into their
// callers. What is computed and drawn for every frame is not among them.
func unhurried() []string {
	return []string{"render/figure", "render/lang", "render/svg", "web/host", "web/page"}
}

// compile compiles the program for the browser, without paths of this machine;
// link are flags of the linker. modfile stands in for go.mod if it is not "".
// It is run from the project's top folder.
func compile(out, modfile, link string) error {
	args := []string{"build", "-trimpath", "-buildvcs=false", "-o", out, "-ldflags=" + link}
	if modfile != "" {
		args = append(args, "-modfile", modfile)
		for _, p := range unhurried() {
			args = append(args, "-gcflags=relu-three-ways/"+p+"=-l")
		}
	}
	c := exec.Command("go", append(args, ".")...)
	c.Env = append(os.Environ(), wasmEnv()...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}
