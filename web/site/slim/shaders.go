//go:build !js

package slim

import (
	"bytes"
	_ "embed"
	"fmt"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed kage.go.txt
var kage []byte

// marks is where the figure's shader is.
const marks = "render/stage/marks.kage"

// precompile compiles the shaders by Ebitengine's own compiler, as a native
// program in the folder work, and returns the source that holds them. The
// compiler is internal to its module, so the program is made in a module of the
// same name; module is where Ebitengine lies.
func precompile(module, work string) ([]byte, error) {
	shader, err := os.ReadFile(marks)
	if err != nil {
		return nil, err
	}
	for _, dir := range []string{"builtinshader", "graphics", "shader", "shaderir", "shaderir/glsl"} {
		files, err := filepath.Glob(filepath.Join(module, "internal", filepath.FromSlash(dir), "*.go"))
		if err != nil {
			return nil, err
		}
		files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
		if len(files) == 0 {
			return nil, fmt.Errorf("there is no internal/%s", dir)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err == nil {
				err = write(filepath.Join(work, "internal", filepath.FromSlash(dir), filepath.Base(f)), b)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	if err := write(filepath.Join(work, "go.mod"), []byte("module "+ebitengine+"\n\ngo 1.26\n")); err != nil {
		return nil, err
	}
	if err := write(filepath.Join(work, "main.go"), kage); err != nil {
		return nil, err
	}
	var out, mistakes bytes.Buffer
	c := exec.Command("go", "run", ".")
	c.Dir, c.Stdin, c.Stdout, c.Stderr = work, bytes.NewReader(shader), &out, &mistakes
	c.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false", "GOWORK=off")
	if err := c.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, mistakes.String())
	}
	return format.Source(out.Bytes())
}
