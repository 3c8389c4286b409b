package svg

import (
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

func (p *painter) glyphs(m *scene.Mark) {
	p.w.WriteString("<g")
	p.attr("fill", p.color(m.Ink))
	p.source(m)
	if m.Alpha != 1 {
		p.number("opacity", m.Alpha)
	}
	p.w.WriteString(">")
	for _, g := range m.Glyphs {
		if g.Fade >= 1 {
			continue
		}
		ink := ""
		if g.Ink != m.Ink || g.Mix > 0 {
			ink = ` fill="` + p.mixed(g.Ink, g.To, g.Mix) + `"`
		}
		if g.Fade > 0 {
			ink += ` opacity="` + num(1-g.Fade) + `"`
		}
		if g.Glyph < 0 {
			p.w.WriteString(`<rect x="` + num(g.X) + `" y="` + num(g.Y) + `" width="` + num(g.W) + `" height="` + num(g.H) + `"` + ink + `/>`)
			continue
		}
		if p.o.Type != nil {
			p.o.Type.use(p.w, g, ink)
			continue
		}
		if p.outlines != nil {
			p.w.WriteString(`<path`)
			p.w.WriteString(ink)
			p.w.WriteString(` transform="translate(`)
			p.at(' ', g.X, g.Y)
			p.w.WriteString(`) scale(`)
			p.scratch = strconv.AppendFloat(p.scratch[:0], g.Size/1000, 'f', 5, 64)
			p.w.Write(p.scratch)
			p.w.WriteString(`)" d="`)
			p.w.WriteString(p.whole(g.Glyph))
			p.w.WriteString(`"/>`)
			continue
		}
		p.w.WriteString(`<path` + ink + ` d="`)
		p.outline(&formula.Load().Glyphs[g.Glyph], g.X, g.Y, g.Size)
		p.w.WriteString(`"/>`)
	}
	p.w.WriteString("</g>")
}

// whole is the path data of a glyph in thousandths of an em.
func (p *painter) whole(glyph int) string {
	d, ok := p.outlines[glyph]
	if !ok {
		var b strings.Builder
		q := &painter{w: &b}
		q.outline(&formula.Load().Glyphs[glyph], 0, 0, 1000)
		d = b.String()
		p.outlines[glyph] = d
	}
	return d
}

// outline writes a glyph's outline as path data at (x, y), in a size of em px.
func (p *painter) outline(g *formula.Glyph, x, y, em float64) {
	for i, o := range g.Ops {
		if o.Kind == 0 && i > 0 {
			p.w.WriteByte('Z')
		}
		for j, q := range o.P[:max(1, o.Kind)] {
			command := byte(' ')
			if j == 0 {
				command = "MLQC"[o.Kind]
			}
			p.at(command, x+float64(q[0])*em/1000, y-float64(q[1])*em/1000)
		}
	}
	p.w.WriteByte('Z')
}

// Formula returns a formula as an svg element in the current colour. It is
// hidden from screen readers, which are given the line's own words beside it.
func Formula(l *formula.Line, em float64) string {
	s := formula.Load()
	w, up, down := s.Extent(l, em)
	var b strings.Builder
	p := &painter{w: &b}
	b.WriteString(`<svg aria-hidden="true" class="rf-math" width="` + num(w) + `" height="` + num(up+down) + `" viewBox="0 0 ` + num(w) + " " + num(up+down) + `" fill="currentColor">`)
	for _, g := range s.Place(nil, l, 0, up, em, theme.Ink) {
		if g.Glyph < 0 {
			b.WriteString(`<rect x="` + num(g.X) + `" y="` + num(g.Y) + `" width="` + num(g.W) + `" height="` + num(g.H) + `"/>`)
			continue
		}
		b.WriteString(`<path d="`)
		p.outline(&s.Glyphs[g.Glyph], g.X, g.Y, g.Size)
		b.WriteString(`"/>`)
	}
	b.WriteString("</svg>")
	return b.String()
}
