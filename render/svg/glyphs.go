package svg

import (
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

func (p *painter) glyphs(m *scene.Mark) {
	if p.sheet {
		p.lettering(m)
		return
	}
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
		p.glyph(g, ink)
	}
	p.w.WriteString("</g>")
}

// lettering draws glyphs on a sheet, those of one ink and size as one path: a label
// that moves has another transform, one whose number changes other data, and
// nothing is made anew.
func (p *painter) lettering(m *scene.Mark) {
	var first *formula.Placed // of the path that is being written
	end := func() {
		if first != nil {
			p.w.WriteString(`"/>`)
		}
		first = nil
	}
	ink := func(g *formula.Placed) {
		p.attr("fill", p.mixed(g.Ink, g.To, g.Mix))
		p.number("fill-opacity", m.Alpha*(1-g.Fade))
	}
	for i := range m.Glyphs {
		g := &m.Glyphs[i]
		if g.Fade >= 1 {
			continue
		}
		if g.Glyph < 0 {
			end()
			p.w.WriteString("<rect")
			ink(g)
			p.number("x", g.X)
			p.number("y", g.Y)
			p.number("width", g.W)
			p.number("height", g.H)
			p.w.WriteString("/>")
			continue
		}
		if first == nil || g.Size != first.Size || g.Ink != first.Ink || g.To != first.To || g.Mix != first.Mix || g.Fade != first.Fade {
			end()
			first = g
			p.w.WriteString("<path")
			ink(g)
			p.w.WriteString(` transform="translate(`)
			p.at(' ', g.X, g.Y)
			p.w.WriteString(`) scale(`)
			p.scratch = strconv.AppendFloat(p.scratch[:0], g.Size/1000, 'f', 5, 64)
			p.w.Write(p.scratch)
			p.w.WriteString(`)" d="`)
		}
		k := 1000 / first.Size
		p.at('M', (g.X-first.X)*k, (g.Y-first.Y)*k)
		p.w.WriteString(p.outlines.outline(g.Glyph))
	}
	end()
}

// Formula returns a formula as an svg element in the current colour. It is
// hidden from screen readers, which are given the line's own words beside it.
func Formula(l *formula.Line, em float64) string {
	s := formula.Load()
	w, up, down := s.Extent(l, em)
	var b strings.Builder
	p := &painter{w: &b, outlines: &Type{}}
	b.WriteString(`<svg aria-hidden="true" class="rf-math" width="` + num(w) + `" height="` + num(up+down) + `" viewBox="0 0 ` + num(w) + " " + num(up+down) + `" fill="currentColor">`)
	for _, g := range s.Place(nil, l, 0, up, em, theme.Ink) {
		p.glyph(g, "")
	}
	b.WriteString("</svg>")
	return b.String()
}
