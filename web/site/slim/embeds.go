//go:build !js

package slim

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// overlay writes copies of the project's sources that embed files, with the
// files' contents as constants, and the list by which go takes the copies, those
// of Go's library among them. So the program does without package embed, which
// would bring trees of files, the clock, time zones and system calls with it.
func overlay(to string) (string, error) {
	out, err := goCommand(wasmEnv(), "list", "-deps", "-f", `{{if and .EmbedFiles .Module}}{{if .Module.Main}}{{range .GoFiles}}{{$.Dir}}{{"\t"}}{{.}}{{"\n"}}{{end}}{{end}}{{end}}`, ".")
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for _, f := range sourceFiles(out) {
		source, err := os.ReadFile(f)
		if err != nil {
			return "", err
		}
		plain, err := withConstants(f, source)
		if err != nil {
			return "", err
		}
		if plain == nil {
			continue
		}
		stand := filepath.Join(to, "embeds", strconv.Itoa(len(replace))+".go")
		if err := write(stand, plain); err != nil {
			return "", err
		}
		replace[f] = stand
	}
	if err := cutLibrary(to, replace); err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(to, "overlay.json")
	return name, write(name, list)
}

const directive = "//go:embed "

// withConstants is a source file in which every variable that embeds a file is
// set to the file's content; nil if it has none. It knows what the project
// uses: one file, named without quotes, in one variable that is a string or
// bytes.
func withConstants(name string, source []byte) ([]byte, error) {
	f, files, err := parsed(name, source)
	if err != nil {
		return nil, err
	}
	at := func(p token.Pos) int { return files.Position(p).Offset }
	var splices []splice
	for _, d := range f.Decls {
		d, ok := d.(*ast.GenDecl)
		if !ok || d.Doc == nil {
			continue
		}
		for _, c := range d.Doc.List {
			file, embeds := strings.CutPrefix(c.Text, directive)
			if !embeds {
				continue
			}
			form, err := constantForm(d)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", files.Position(c.Pos()), err)
			}
			content, err := os.ReadFile(filepath.Join(filepath.Dir(name), filepath.FromSlash(strings.TrimSpace(file))))
			if err != nil {
				return nil, err
			}
			splices = append(splices,
				splice{at(c.Pos()), at(c.End()), "//"},
				splice{at(d.End()), at(d.End()), fmt.Sprintf(form, content)})
		}
	}
	if splices == nil {
		return nil, nil
	}
	plain, err := pruneImports(name, cutAndPaste(source, splices))
	if err != nil {
		return nil, err
	}
	return format.Source(plain)
}

// constantForm is how a declared variable gets its value.
func constantForm(d *ast.GenDecl) (string, error) {
	if v, ok := d.Specs[0].(*ast.ValueSpec); ok && len(d.Specs) == 1 && len(v.Names) == 1 && v.Values == nil {
		switch t := v.Type.(type) {
		case *ast.Ident:
			if t.Name == "string" {
				return " = %q", nil
			}
		case *ast.ArrayType:
			if e, ok := t.Elt.(*ast.Ident); ok && t.Len == nil && e.Name == "byte" {
				return " = []byte(%q)", nil
			}
		}
	}
	return "", fmt.Errorf("only one string or []byte can embed a file here")
}
