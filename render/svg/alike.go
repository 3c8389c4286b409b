package svg

import "relu-three-ways/render/scene"

// alike is how many marks at the beginning of a list can be one path: strokes
// or plain discs of one look, and opaque, so that it does not matter where they
// cross.
func alike(marks []scene.Mark) int {
	a, n := &marks[0], 1
	if !simple(a) {
		return n
	}
	for n < len(marks) {
		b := &marks[n]
		if !simple(b) || a.Kind != b.Kind || a.Ink != b.Ink || a.Width != b.Width || a.Cap != b.Cap || a.R != b.R {
			break
		}
		n++
	}
	return n
}

// simple reports whether nothing but the points tells a mark from others of its
// ink and width.
func simple(m *scene.Mark) bool {
	switch m.Kind {
	case scene.Stroke:
		return len(m.Points) > 1 && m.Alpha == 1 && m.Mix <= 0 && m.Dash.On <= 0 && m.Fade.R <= 0
	case scene.Disc:
		return m.Alpha == 1 && m.RingW <= 0
	}
	return false
}

// together draws marks that are alike. A disc is a stroke of no length with
// round ends.
func (p *painter) together(marks []scene.Mark) {
	a := &marks[0]
	p.w.WriteString(`<path d="`)
	for i := range marks {
		m := &marks[i]
		if m.Kind == scene.Disc {
			p.at('M', m.Points[0].X, m.Points[0].Y)
			p.w.WriteString("h0")
			continue
		}
		p.polyline(m.Points)
	}
	p.w.WriteString(`" fill="none"`)
	width, round := a.Width, a.Cap == scene.Round
	if a.Kind == scene.Disc {
		width, round = 2*a.R, true
	}
	p.attr("stroke", p.color(a.Ink))
	p.number("stroke-width", width)
	p.attr("stroke-linejoin", "round")
	if round {
		p.attr("stroke-linecap", "round")
	}
	p.w.WriteString("/>")
}
