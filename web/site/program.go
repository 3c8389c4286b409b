//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"relu-three-ways/web/site/progress"
	"relu-three-ways/web/site/slim"
	"relu-three-ways/web/site/wasm"
)

// program is the WebAssembly file of dist.
const program = "app.wasm"

// buildProgram makes dist/app.wasm: compiled with a reduced copy of Ebitengine,
// and trimmed. Both are savings: where one of them fails, the program is larger
// and does the same. With the variable STOCK set, Ebitengine and what Go makes
// of it stay as they are. The page asks for app.wasm.gz on hosts that do not
// compress, so that belongs to the site and not only beside it.
func (j *job) buildProgram() error {
	out := filepath.Join(dist, program)
	if err := j.compileReduced(out, "-s -w"); err != nil {
		return err
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	m, err := j.trimmed(b)
	if err != nil {
		return err
	}
	if m != nil {
		b = m.Bytes()
	}
	b = withID(b)
	j.line.Doing("compress " + program)
	small, err := toGzip(b)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out+".gz", small, 0o644); err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}

// stock reports whether Ebitengine and Go's output are to stay as they are.
func stock() bool { return os.Getenv("STOCK") != "" }

// compileReduced compiles the program with the reduced copy of Ebitengine, or
// with Ebitengine as it is where that is asked for or the copy fails.
func (j *job) compileReduced(out, link string) error {
	flags, err := reduced()
	if err := j.spare("Ebitengine and Go's library could not be reduced, and the program is larger", err); err != nil {
		return err
	}
	if flags == nil {
		return j.compile(out, link, nil)
	}
	err = j.compile(out, link, flags)
	if err == nil || j.strict {
		return err
	}
	// If Ebitengine as it is does not compile either, the copy is not to blame.
	if err := j.compile(out, link, nil); err != nil {
		return err
	}
	return j.spare("the reduced copy of Ebitengine does not compile, and the program is larger", err)
}

// reduced makes the reduced copy of Ebitengine and returns the flags that make
// go use it; none if Ebitengine is to stay as it is.
func reduced() (slim.Flags, error) {
	if stock() {
		return nil, nil
	}
	return slim.Make(filepath.Join("web", "site", ".bin", "slim"))
}

// trimmed is the program as far as it can be trimmed; none if it stays as it is.
func (j *job) trimmed(b []byte) (*wasm.Module, error) {
	if stock() {
		return nil, nil
	}
	m, err := wasm.Open(b)
	if err != nil {
		return nil, j.spare("the program could not be trimmed, and is larger", err)
	}
	return m, j.spare("the program keeps its tables for traces, and is larger", m.Trim())
}

// unhurried are the packages whose speed nobody feels, since they make words
// and markup: they are compiled without copying small functions into their
// callers. What is computed and drawn for every frame is not among them.
func unhurried() []string {
	return []string{"math/autodiff", "math/expression", "render/figure", "render/lang", "render/svg", "web/host", "web/page"}
}

// compile compiles the program for the browser, without paths of this machine;
// link are flags of the linker, flags those of the reduced copy. It is run from
// the project's top folder.
func (j *job) compile(out, link string, flags slim.Flags) error {
	args := append([]string{"build", "-v", "-trimpath", "-o", out, "-ldflags=" + link}, flags...)
	if flags != nil {
		for _, p := range unhurried() {
			args = append(args, "-gcflags=relu-three-ways/"+p+"=-l")
		}
	}
	return j.goTool(wasmEnv(), append(args, ".")...)
}

// goTool runs a go command that names what it is at, as build -v does, and
// returns its complaints as the error. Not all of those name what was being
// fetched when it failed.
func (j *job) goTool(env []string, args ...string) error {
	var complaints []string
	fetched := ""
	lines := &progress.Lines{Each: func(line string) {
		if what, ok := strings.CutPrefix(line, "go: downloading "); ok {
			fetched = what
			j.line.Doing("fetch " + what)
		} else if strings.ContainsAny(line, " :") {
			complaints = append(complaints, line)
		} else {
			j.line.Doing(line) // a package that is compiled
		}
	}}
	c := exec.Command("go", args...)
	c.Env = append(os.Environ(), env...)
	c.Stdout, c.Stderr = lines, lines
	err := c.Run()
	lines.Close()
	if err != nil && len(complaints) > 0 {
		said := strings.Join(complaints, "\n")
		if name, _, _ := strings.Cut(fetched, " "); fetched != "" && !strings.Contains(said, name) {
			said = fetched + ": " + said
		}
		return errors.New(said)
	}
	if err != nil {
		return fmt.Errorf("go %s: %w", args[0], err)
	}
	return nil
}

// offline is what go says where it cannot fetch something; build.sh looks for the
// same.
var offline = regexp.MustCompile(`dial tcp|GOPROXY|not available|no such host|timeout|refused|reading https?:`)

// fetchModules downloads the modules that the program is built from, which a
// machine that builds it for the first time does not have.
func (j *job) fetchModules() error {
	if err := j.goTool(wasmEnv(), "list", "-deps", "-f", "", "."); err != nil {
		if !offline.MatchString(err.Error()) {
			return err
		}
		return fmt.Errorf("could not be fetched: %s. The first build needs a network, or a proxy named in GOPROXY", reason(err))
	}
	return nil
}
