package svg

import (
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
		p.glyph(g, ink)
	}
	p.w.WriteString("</g>")
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
