//go:build !js

// Package slim makes a copy of Ebitengine without what the figure does not use:
// keys, gamepads, the shader compiler, printing. The copy is made from the
// module that go.mod pins, and the program is built with it in its place; the
// program's own source stays as it is. The changes are listed in cuts.go and in
// stubs, those in Go's own library in library.go; one that does not find its
// place is an error.
package slim

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

const (
	ebitengine = "github.com/hajimehoshi/ebiten/v2"
	version    = "v2.9.8"
)

//go:embed stubs
var stubs embed.FS

// cut is a change of one declaration of one file.
type cut struct {
	file string
	name string // a function, T.method, type or variable
	body string // the function's new body, braces included, or another declaration; "" takes the whole declaration out
}

// Flags are what go build and go list need to be given.
type Flags []string

// Make writes the copy into the folder to, with a go.mod beside it that puts
// the copy in Ebitengine's place, and returns the flags that make go use it. It
// is run from the project's top folder.
func Make(to string) (Flags, error) {
	to, err := filepath.Abs(to)
	if err != nil {
		return nil, err
	}
	module, files, err := linked()
	if err != nil {
		return nil, err
	}
	if err := os.RemoveAll(to); err != nil {
		return nil, err
	}
	sources, err := reduced(files)
	if err != nil {
		return nil, err
	}
	if sources["internal/graphics/precompiled.go"], err = precompile(module, filepath.Join(to, "kage")); err != nil {
		return nil, fmt.Errorf("shaders: %w", err)
	}
	for name, source := range sources {
		if err := write(filepath.Join(to, "ebiten", filepath.FromSlash(name)), source); err != nil {
			return nil, err
		}
	}
	mod, err := modfile(to)
	if err != nil {
		return nil, err
	}
	over, err := overlay(to)
	if err != nil {
		return nil, err
	}
	return Flags{"-modfile=" + mod, "-overlay=" + over}, nil
}

// linked is where Ebitengine's module lies, and the files of it that the figure
// is built from: names in the module and where they are. The module must be the version for which the
// cuts were written. One that has not been needed yet is downloaded.
func linked() (dir string, files map[string]string, err error) {
	out, err := goCommand(nil, "mod", "download", "-json", ebitengine)
	if err != nil {
		return "", nil, err
	}
	var module struct{ Version, Dir string }
	if err := json.Unmarshal([]byte(out), &module); err != nil {
		return "", nil, err
	}
	if module.Version != version {
		return "", nil, fmt.Errorf("go.mod requires Ebitengine %s, but the reduced copy was written for %s", module.Version, version)
	}
	out, err = goCommand(wasmEnv(), "list", "-deps", "-f", `{{range .GoFiles}}{{$.Dir}}{{"\t"}}{{.}}{{"\n"}}{{end}}`, ebitengine)
	if err != nil {
		return "", nil, err
	}
	files = map[string]string{}
	for _, file := range sourceFiles(out) {
		if name, err := filepath.Rel(module.Dir, file); err == nil && filepath.IsLocal(name) {
			files[filepath.ToSlash(name)] = file
		}
	}
	return module.Dir, files, nil
}

// sourceFiles reads lines of a folder, a tab and a file's name. Either may have
// spaces in it.
func sourceFiles(list string) (files []string) {
	for line := range strings.Lines(list) {
		if dir, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t"); ok {
			files = append(files, filepath.Join(dir, name))
		}
	}
	return files
}

func wasmEnv() []string { return []string{"GOOS=js", "GOARCH=wasm"} }

// reduced are the sources of the copy, by name.
func reduced(files map[string]string) (map[string][]byte, error) {
	sources := map[string][]byte{}
	err := fs.WalkDir(stubs, "stubs", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".txt") {
			return err
		}
		b, err := stubs.ReadFile(file)
		sources[strings.TrimSuffix(strings.TrimPrefix(file, "stubs/"), ".txt")] = b
		return err
	})
	if err != nil {
		return nil, err
	}
	byFile := map[string][]cut{}
	for _, c := range cuts() {
		byFile[c.file] = append(byFile[c.file], c)
	}
	gone := map[string]bool{}
	for _, name := range leftOut() {
		if !inModule(files, name) {
			return nil, fmt.Errorf("cannot leave out %s: no such file", name)
		}
		gone[name] = true
	}
	for name, file := range files {
		if sources[name] != nil || gone[name] || gone[path.Dir(name)] {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if sources[name], err = apply(name, source, byFile[name]); err != nil {
			return nil, err
		}
		delete(byFile, name)
	}
	for name := range byFile {
		return nil, fmt.Errorf("cannot cut %s: no such file", name)
	}
	return sources, nil
}

// inModule reports whether a name is that of a file or a folder of files.
func inModule(files map[string]string, name string) bool {
	for file := range files {
		if file == name || path.Dir(file) == name {
			return true
		}
	}
	return false
}

// modfile writes a copy of the project's go.mod and go.sum in which the copy
// stands in Ebitengine's place, and the copy's own go.mod.
func modfile(to string) (string, error) {
	for _, name := range []string{"go.mod", "go.sum"} {
		b, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		if name == "go.mod" {
			b = fmt.Appendf(b, "\nreplace %s => %q\n", ebitengine, filepath.ToSlash(filepath.Join(to, "ebiten")))
		}
		if err := write(filepath.Join(to, name), b); err != nil {
			return "", err
		}
	}
	mod := "module " + ebitengine + "\n\ngo 1.26\n"
	return filepath.Join(to, "go.mod"), write(filepath.Join(to, "ebiten", "go.mod"), []byte(mod))
}

func write(name string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o644)
}

// goCommand runs go and returns what it prints. Its complaints become the error.
func goCommand(env []string, args ...string) (string, error) {
	c := exec.Command("go", args...)
	var out, complaints bytes.Buffer
	c.Env, c.Stdout, c.Stderr = append(os.Environ(), env...), &out, &complaints
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("go %s: %s", args[0], cmp.Or(strings.TrimSpace(complaints.String()), err.Error()))
	}
	return out.String(), nil
}
