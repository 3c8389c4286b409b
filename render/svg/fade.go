package svg

import "relu-three-ways/render/scene"

// fadeStops is how many pieces the fade of a line has.
const fadeStops = 12

// inGradient reports whether a mark's soft edge and opacity are in its paint.
// Those of a straight line always are: under a mask a browser paints the whole
// box around the line.
func (p *painter) inGradient(m *scene.Mark) bool {
	return m.Fade.R > 0 && !m.Hatch && (p.o.Alone || m.Kind == scene.Stroke && len(m.Points) == 2)
}

// faded defines a gradient that does what the mask of a fade does, and returns
// the paint and the attribute that go with it. On a straight line it is exact at
// its stops; of an area it is the radial part, cut off in the middle of the soft
// floor. The mark's own opacity is in the stops: printers forget one of the two.
func (p *painter) faded(m *scene.Mark, ink string) (paint, clip string) {
	f, id := m.Fade, p.id()
	if m.Kind == scene.Stroke && len(m.Points) == 2 {
		a, b := m.Points[0], m.Points[1]
		p.w.WriteString(`<defs><linearGradient id="` + id + `" gradientUnits="userSpaceOnUse" x1="` + num(a.X) + `" y1="` + num(a.Y) + `" x2="` + num(b.X) + `" y2="` + num(b.Y) + `">`)
		for i := range fadeStops + 1 {
			t := float64(i) / fadeStops
			p.stop(t, ink, m.Alpha*f.At(scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}))
		}
		p.w.WriteString(`</linearGradient></defs>`)
		return "url(#" + id + ")", ""
	}
	p.w.WriteString(`<defs><radialGradient id="` + id + `" gradientUnits="userSpaceOnUse" cx="` + num(f.Centre.X) + `" cy="` + num(f.Centre.Y) + `" r="` + num(f.R) + `">`)
	p.stop(scene.FadeFrom, ink, m.Alpha)
	p.stop(1, ink, 0)
	p.w.WriteString(`</radialGradient>`)
	if f.Feather > 0 {
		p.w.WriteString(`<clipPath id="` + id + `c"><rect x="` + num(f.Centre.X-f.R) + `" y="` + num(f.Centre.Y-f.R) + `" width="` + num(2*f.R) + `" height="` + num(f.Floor-f.Feather/2-f.Centre.Y+f.R) + `"/></clipPath>`)
		clip = ` clip-path="url(#` + id + `c)"`
	}
	p.w.WriteString(`</defs>`)
	return "url(#" + id + ")", clip
}

// stop writes one stop of a gradient.
func (p *painter) stop(at float64, ink string, opacity float64) {
	p.w.WriteString(`<stop offset="` + num(at) + `" stop-color="` + ink + `" stop-opacity="` + num(opacity) + `"/>`)
}
