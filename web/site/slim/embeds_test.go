//go:build !js

package slim

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEmbeddedFilesBecomeConstants embeds every byte there is.
func TestEmbeddedFilesBecomeConstants(t *testing.T) {
	dir := t.TempDir()
	var content []byte
	for b := range 256 {
		content = append(content, byte(b), '"', '`', '%')
	}
	if err := os.WriteFile(filepath.Join(dir, "all.bin"), content, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"string", "[]byte"} {
		source := fmt.Sprintf("package p\n\nimport _ \"embed\"\n\n// all is all.\n//\n//go:embed all.bin\nvar all %s\n", form)
		got, err := withConstants(filepath.Join(dir, "p.go"), []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(token.NewFileSet(), "p.go", got, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Imports) > 0 || strings.Contains(string(got), directive) {
			t.Errorf("%s: it still embeds:\n%.300s", form, got)
		}
		var literals []string
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok {
				s, err := strconv.Unquote(l.Value)
				if err != nil {
					t.Error(err)
				}
				literals = append(literals, s)
			}
			return true
		})
		if !slices.Equal(literals, []string{string(content)}) {
			t.Errorf("%s: the constant is not the file's content", form)
		}
	}
}

func TestWhatCannotBeAConstantIsAnError(t *testing.T) {
	for _, declared := range []string{"var all embed.FS", "var all, more string", "var all = \"x\"", "var all [3]byte"} {
		source := "package p\n\nimport \"embed\"\n\n//go:embed all.bin\n" + declared + "\n"
		if _, err := withConstants("p.go", []byte(source)); err == nil || !strings.Contains(err.Error(), "p.go:5") {
			t.Errorf("%s: %v", declared, err)
		}
	}
	if got, err := withConstants("p.go", []byte("package p\n")); got != nil || err != nil {
		t.Errorf("a file that embeds nothing becomes %q, %v", got, err)
	}
}

func TestFoldersMayHaveSpaces(t *testing.T) {
	got := sourceFiles("/home/a b/x\ty z.go\n/c\td.go\r\n\n")
	if want := []string{filepath.Join("/home/a b/x", "y z.go"), filepath.Join("/c", "d.go")}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
