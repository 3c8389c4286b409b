package svg

import (
	"slices"
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
)

// Type is the outlines that several drawings of one page share: a drawing
// names them, and they stand in the page once.
type Type struct {
	used map[int]bool
}

// use writes a reference to an outline, placed and scaled.
func (t *Type) use(w writer, g formula.Placed, ink string) {
	if t.used == nil {
		t.used = map[int]bool{}
	}
	t.used[g.Glyph] = true
	k := strconv.FormatFloat(g.Size/1000, 'g', 4, 64)
	w.WriteString(`<use href="#` + glyphID(g.Glyph) + `"` + ink + ` transform="translate(` + num(g.X) + " " + num(g.Y) + ")scale(" + k + `)"/>`)
}

// glyphID is the id of an outline in the page.
func glyphID(glyph int) string { return "rfg" + strconv.Itoa(glyph) }

// Draw writes the outlines that were named so far, in thousandths of an em, as
// an element without a size of its own.
func (t *Type) Draw(w *strings.Builder) {
	glyphs := make([]int, 0, len(t.used))
	for g := range t.used {
		glyphs = append(glyphs, g)
	}
	slices.Sort(glyphs)
	p := &painter{w: w}
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><defs>`)
	for _, g := range glyphs {
		w.WriteString(`<path id="` + glyphID(g) + `" d="`)
		p.outline(&formula.Load().Glyphs[g], 0, 0, 1000)
		w.WriteString(`"/>`)
	}
	w.WriteString(`</defs></svg>`)
}
