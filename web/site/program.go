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
	flags, err := reduced()
	if err != nil {
		return err
	}
	if err := compile(out, "-s -w", flags); err != nil {
		return err
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	if flags != nil {
		if b, err = wasm.Trim(b); err != nil {
			return err
		}
	}
	b = withID(b)
	small, err := toGzip(b)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out+".gz", small, 0o644); err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}

// reduced makes the reduced copy of Ebitengine and returns the flags that make
// go use it; none if the variable STOCK asks for Ebitengine as it is.
func reduced() (slim.Flags, error) {
	if os.Getenv("STOCK") != "" {
		return nil, nil
	}
	return slim.Make(filepath.Join("web", "site", ".bin", "slim"))
}

// unhurried are the packages whose speed nobody feels, since they make words
// and markup: they are compiled without copying small functions into their
// callers. What is computed and drawn for every frame is not among them.
func unhurried() []string {
	return []string{"render/figure", "render/lang", "render/svg", "web/host", "web/page"}
}

// compile compiles the program for the browser, without paths of this machine;
// link are flags of the linker, flags those of the reduced copy. It is run from
// the project's top folder.
func compile(out, link string, flags slim.Flags) error {
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-o", out, "-ldflags=" + link}, flags...)
	if flags != nil {
		for _, p := range unhurried() {
			args = append(args, "-gcflags=relu-three-ways/"+p+"=-l")
		}
	}
	c := exec.Command("go", append(args, ".")...)
	c.Env = append(os.Environ(), wasmEnv()...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}
