//go:build !js

package slim

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"
)

// notice is put above what is changed, as the licence asks.
const notice = "// Changed for the figure \"three ways to differentiate ReLU\": a reduced copy.\n\n"

// apply makes the cuts of one file in its source. A cut that names something
// which the file does not have is an error: the version has moved.
func apply(name string, source []byte, cuts []cut) ([]byte, error) {
	f, files, err := parsed(name, source)
	if err != nil {
		return nil, err
	}
	at := func(p token.Pos) int { return files.Position(p).Offset }
	var splices []splice
	for _, c := range cuts {
		d := find(f, c.name)
		switch d := d.(type) {
		case nil:
			return nil, fmt.Errorf("%s has no %s", name, c.name)
		case *ast.FuncDecl:
			if c.body == "" {
				splices = append(splices, splice{at(d.Pos()), at(d.End()), ""})
			} else {
				splices = append(splices, splice{at(d.Body.Pos()), at(d.Body.End()), c.body})
			}
		default:
			splices = append(splices, splice{at(d.Pos()), at(d.End()), c.body})
		}
	}
	changed, err := pruneImports(name, cutAndPaste(source, splices))
	if err != nil || bytes.Equal(changed, source) {
		return changed, err
	}
	return format.Source(append([]byte(notice), changed...))
}

// parsed is a source file with its comments, and the places in it.
func parsed(name string, source []byte) (*ast.File, *token.FileSet, error) {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, name, source, parser.ParseComments)
	return f, files, err
}

// splice puts a text in the place of the bytes from lo to hi.
type splice struct {
	lo, hi int
	text   string
}

// cutAndPaste applies splices that do not overlap.
func cutAndPaste(source []byte, splices []splice) []byte {
	slices.SortFunc(splices, func(a, b splice) int { return a.lo - b.lo })
	var out []byte
	from := 0
	for _, s := range splices {
		out = append(out, source[from:s.lo]...)
		out = append(out, s.text...)
		from = s.hi
	}
	return append(out, source[from:]...)
}

// find is a function ("f", "T.f" for a method of T or *T), a type or a group of
// one variable or constant, by its name; nil if there is none.
func find(f *ast.File, name string) ast.Node {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if funcName(d) == name {
				return d
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				whole := ast.Node(s)
				if !d.Lparen.IsValid() {
					whole = d
				}
				switch s := s.(type) {
				case *ast.TypeSpec:
					if s.Name.Name == name {
						return whole
					}
				case *ast.ValueSpec:
					if len(s.Names) == 1 && s.Names[0].Name == name {
						return whole
					}
				}
			}
		}
	}
	return nil
}

func funcName(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	return t.(*ast.Ident).Name + "." + d.Name.Name
}

// pruneImports takes out the imports that a file no longer uses, and takes
// our plain for fmt.
func pruneImports(name string, source []byte) ([]byte, error) {
	f, files, err := parsed(name, source)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok {
				used[x.Name] = true
			}
		}
		return true
	})
	var splices []splice
	for _, d := range f.Decls {
		d, ok := d.(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			continue
		}
		for _, s := range d.Specs {
			i := s.(*ast.ImportSpec)
			as := path.Base(strings.Trim(i.Path.Value, `"`))
			if i.Name != nil {
				as = i.Name.Name
			}
			place := ast.Node(i)
			if !d.Lparen.IsValid() {
				place = d
			}
			lo, hi := files.Position(place.Pos()).Offset, files.Position(place.End()).Offset
			switch {
			case as == "_" && i.Path.Value == `"unsafe"`: // it lets the file name functions of others
			case !used[as]: // one for its effects only is not used either
				splices = append(splices, splice{lo, hi, ""})
			case i.Path.Value == `"fmt"`:
				lo = files.Position(i.Pos()).Offset
				splices = append(splices, splice{lo, hi, `fmt "` + ebitengine + `/internal/plain"`})
			}
		}
	}
	return cutAndPaste(source, splices), nil
}
