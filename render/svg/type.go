package svg

import (
	"slices"
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
)

// Type is the outlines of glyphs: path data in thousandths of an em, relative to
// where the path is. Several drawings of one page may share them: a drawing names
// them, and they stand in the page once.
type Type struct {
	data map[int]string // by the index of the glyph
}

// outline is a glyph's path data.
func (t *Type) outline(glyph int) string {
	d, ok := t.data[glyph]
	if !ok {
		var b strings.Builder
		p := &painter{w: &b}
		var at, start [2]float32
		for i, o := range formula.Load().Glyphs[glyph].Ops {
			if o.Kind == 0 && i > 0 {
				b.WriteByte('z')
				at = start
			}
			points := o.P[:max(1, o.Kind)]
			for j, q := range points {
				command := byte(' ')
				if j == 0 {
					command = "mlqc"[o.Kind]
				}
				p.at(command, float64(q[0]-at[0]), float64(at[1]-q[1]))
			}
			if at = points[len(points)-1]; o.Kind == 0 {
				start = at
			}
		}
		b.WriteByte('z')
		if t.data == nil {
			t.data = map[int]string{}
		}
		d = b.String()
		t.data[glyph] = d
	}
	return d
}

// glyph writes a glyph, or a rule of a formula, with attributes for its ink. It is
// placed by a transform, so that one that moves keeps its data.
func (p *painter) glyph(g formula.Placed, ink string) {
	if g.Glyph < 0 {
		p.w.WriteString(`<rect x="` + num(g.X) + `" y="` + num(g.Y) + `" width="` + num(g.W) + `" height="` + num(g.H) + `"` + ink + `/>`)
		return
	}
	d := p.outlines.outline(g.Glyph)
	if p.o.Type != nil {
		p.w.WriteString(`<use href="#` + glyphID(g.Glyph) + `"`)
	} else {
		p.w.WriteString("<path")
		p.attr("d", d)
	}
	p.w.WriteString(ink)
	p.w.WriteString(` transform="translate`)
	p.at('(', g.X, g.Y)
	p.w.WriteString(`)scale(`)
	p.scratch = strconv.AppendFloat(p.scratch[:0], g.Size/1000, 'g', 4, 64)
	p.w.Write(p.scratch)
	p.w.WriteString(`)"/>`)
}

// glyphID is the id of an outline in the page.
func glyphID(glyph int) string { return "rfg" + strconv.Itoa(glyph) }

// Draw writes the outlines that were named so far as an element without a size
// of its own.
func (t *Type) Draw(w *strings.Builder) {
	glyphs := make([]int, 0, len(t.data))
	for g := range t.data {
		glyphs = append(glyphs, g)
	}
	slices.Sort(glyphs)
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><defs>`)
	for _, g := range glyphs {
		w.WriteString(`<path id="` + glyphID(g) + `" d="` + t.data[g] + `"/>`)
	}
	w.WriteString(`</defs></svg>`)
}
