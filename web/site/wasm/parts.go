//go:build !js

package wasm

import (
	"bytes"
	"slices"
	"strings"
)

// Part is a part of a program: the code of a package, or data of one kind.
type Part struct {
	Name  string
	Bytes []byte
}

// Parts are the code by package and the data by kind, the heaviest first.
// packages are the names of those that the program is made of, files contents
// that are embedded in it. The module must have names.
func (m *Module) Parts(packages []string, files map[string][]byte) []Part {
	names := map[string]string{}
	for _, p := range packages {
		names[flat(p)] = p
	}
	code := map[string][]byte{}
	for _, f := range m.Functions {
		p := packageOf(f.Name, names)
		code[p] = append(code[p], f.Body...)
	}
	var parts []Part
	for name, b := range code {
		parts = append(parts, Part{name, b})
	}
	rest := slices.Clone(m.Memory)
	take := func(name string, b []byte) {
		parts = append(parts, Part{"data: " + name, slices.Clone(b)})
		clear(b)
	}
	for name, b := range files {
		if i := bytes.Index(rest, b); i >= 0 && len(b) > 0 {
			take(name, rest[i:i+len(b)])
		}
	}
	t := m.tables
	if t == nil {
		if found, err := findTables(rest); err == nil {
			t = &found
		}
	}
	if t != nil {
		for name, s := range t.spans() {
			take(name, rest[s.from:s.to])
		}
	}
	take("types, strings, constants, variables", rest)
	slices.SortFunc(parts, func(a, b Part) int { return len(b.Bytes) - len(a.Bytes) })
	return parts
}

// flat is a name as Go's linker writes it for WebAssembly: with an underscore
// for what is neither a letter, a digit nor a dot.
func flat(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '_' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r
		}
		return '_'
	}, name)
}

// packageOf is the package of a function by its flat name, such as
// "golang.org_x_image_vector.__Rasterizer_.Draw".
func packageOf(name string, packages map[string]string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "type_.eq."), "type_.hash.")
	for dot := len(name); dot > 0; dot = strings.LastIndexByte(name[:dot], '.') {
		if p, ok := packages[name[:dot]]; ok {
			return p
		}
	}
	if strings.HasPrefix(name, "main.") {
		return "main"
	}
	return "made by the linker"
}
