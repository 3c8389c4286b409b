//go:build !js

package slim

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const before = `package p

import (
	"fmt"
	"os"
	"strings"
)

// f is cut.
func f(x int) int {
	fmt.Println(os.Args)
	return x
}

type t struct{ s string }

func (q *t) g() string { return strings.ToUpper(q.s) }

var v = os.Getenv("v")

func h() error { return fmt.Errorf("h") }
`

func TestApplyCutsAndPrunes(t *testing.T) {
	got, err := apply("p.go", []byte(before), []cut{
		{"p.go", "f", "{ return 1 }"},
		{"p.go", "t.g", ""},
		{"p.go", "v", ""},
		{"p.go", "t", "type t struct{}"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{notice, "func f(x int) int { return 1 }", "type t struct{}\n", `fmt "` + ebitengine + `/internal/plain"`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
	for _, gone := range []string{"os", "strings", "ToUpper", "Getenv"} {
		if strings.Contains(strings.ReplaceAll(string(got), "Changed for", ""), `"`+gone+`"`) || strings.Contains(string(got), gone+".") || strings.Contains(string(got), gone+"(") {
			t.Errorf("there is still %s in\n%s", gone, got)
		}
	}
}

func TestACutWithoutItsPlaceIsAnError(t *testing.T) {
	for _, name := range []string{"none", "t.none", "none.g", "g"} {
		if _, err := apply("p.go", []byte(before), []cut{{"p.go", name, "{}"}}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("cutting %s: %v", name, err)
		}
	}
}

func TestWhatIsNotCutStays(t *testing.T) {
	const plain = "package p\n\nimport \"errors\"\n\nvar e = errors.New(\"e\")\n"
	got, err := apply("p.go", []byte(plain), nil)
	if err != nil || string(got) != plain {
		t.Errorf("%v\n%s", err, got)
	}
}

// TestMake makes the copy in a folder of its own and asks go what the program
// would be linked from.
func TestMake(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", ".."))
	to := t.TempDir()
	flags, err := Make(to)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("go", append(append([]string{"list", "-deps"}, flags...), ".")...)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := "\n" + string(out)
	for _, heavy := range []string{"fmt", "reflect", "os", "time", "syscall", "go/parser", "math/big", "text/template", "regexp", "compress/zlib", ebitengine + "/internal/gamepad"} {
		if strings.Contains(packages, "\n"+heavy+"\n") {
			t.Errorf("the program is linked with %s", heavy)
		}
	}
	if !strings.Contains(packages, "\n"+ebitengine+"/internal/plain\n") {
		t.Error("the program is not linked with the copy")
	}
	shaders, err := os.ReadFile(filepath.Join(to, "ebiten", "internal", "graphics", "precompiled.go"))
	if err != nil {
		t.Fatal(err)
	}
	kage, err := os.ReadFile(marks)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(shaders), "#version 300 es"); n != 6 || !strings.Contains(string(shaders), strings.ReplaceAll(strings.Split(string(kage), "\n")[3], "\t", `\t`)) {
		t.Errorf("the figure's shader and two others are two GLSL texts each, and there are %d", n)
	}
}
