package svg

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/render/scene"
)

// straight reports whether a mark is one straight line.
func straight(m *scene.Mark) bool { return m.Kind == scene.Stroke && len(m.Points) == 2 }

// fadingLine draws a straight line that fades, as its two halves.
func (p *painter) fadingLine(m *scene.Mark) {
	a, b, c := m.Points[0], m.Points[1], m.Fade.Centre
	half := *m
	phase := 0.0
	for i, ends := range [2][2]scene.Point{{a, c}, {c, b}} {
		n := math.Hypot(ends[1].X-ends[0].X, ends[1].Y-ends[0].Y)
		if n < 0.01 {
			continue
		}
		paint := p.toward(m, ends[i])
		half.Points = ends[:]
		if !p.o.Alone && m.Width <= 1 && m.Dash.On <= 0 {
			p.sliver(&half, paint)
		} else {
			p.line(&half, paint, phase)
		}
		phase += n
	}
}

// sliver draws a straight line as the area that it covers. Browsers draw strokes
// thinner than a pixel as hairlines, too faint by a third where they are oblique.
func (p *painter) sliver(m *scene.Mark, paint string) {
	a, b := m.Points[0], m.Points[1]
	k := m.Width / 2 / math.Hypot(b.X-a.X, b.Y-a.Y)
	x, y := (a.Y-b.Y)*k, (b.X-a.X)*k
	p.w.WriteString("<path")
	p.path([]scene.Point{{X: a.X + x, Y: a.Y + y}, {X: b.X + x, Y: b.Y + y}, {X: b.X - x, Y: b.Y - y}, {X: a.X - x, Y: a.Y - y}})
	p.w.WriteString(`Z"`)
	p.attr("fill", paint)
	p.alpha("fill-opacity", m)
	p.w.WriteString("/>")
}

// wash draws a strip that fades, as a piece for each limit.
func (p *painter) wash(m *scene.Mark) {
	rim := m.Fade.Rim(nil, m.Points)
	middle := func(i int) scene.Point {
		return scene.Point{X: (rim[i].X + rim[i+1].X) / 2, Y: (rim[i].Y + rim[i+1].Y) / 2}
	}
	for i := 0; i+1 < len(rim); {
		paint, j := p.toward(m, middle(i)), i+1
		for j+1 < len(rim) && p.toward(m, middle(j)) == paint {
			j++
		}
		p.w.WriteString("<path")
		p.path(append([]scene.Point{m.Fade.Centre}, rim[i:j+1]...))
		p.w.WriteString(`Z"`)
		p.attr("fill", paint)
		p.alpha("fill-opacity", m)
		p.w.WriteString("/>")
		i = j
	}
}

// toward is the paint of what fades in the direction of q. Up to each limit the
// share of the way is that of a radius, or that across the panel, so that a fan
// needs a gradient for each limit and no more. The opacity of the mark is its own
// matter on a page; alone it is in the stops: printers forget one of the two.
func (p *painter) toward(m *scene.Mark, q scene.Point) string {
	ink, alpha := p.mixed(m.Ink, m.To, m.Mix), 1.0
	if p.o.Alone {
		alpha = m.Alpha
	}
	c := m.Fade.Centre
	gone, by := m.Fade.Gone(q)
	kind, place := "linear", ""
	switch by {
	case scene.Arc:
		kind, place = "radial", `cx="`+num(c.X)+`" cy="`+num(c.Y)+`" r="`+num(m.Fade.R)+`"`
	case scene.Upright:
		place = `x1="` + num(c.X) + `" x2="` + num(gone.X) + `" y2="0"`
	case scene.Level:
		place = `x2="0" y1="` + num(c.Y) + `" y2="` + num(gone.Y) + `"`
	}
	key := ink + fine(alpha) + place
	id := p.faded[key]
	if id == "" {
		if p.faded == nil {
			p.faded = map[string]string{}
		}
		id = p.id()
		p.faded[key] = id
		p.w.WriteString(`<defs><` + kind + `Gradient id="` + id + `" gradientUnits="userSpaceOnUse" ` + place + `>`)
		for _, s := range scene.FadeStops() {
			p.stop(s.Share, ink, alpha*s.Left)
		}
		p.w.WriteString(`</` + kind + `Gradient></defs>`)
	}
	return "url(#" + id + ")"
}

// stop writes one stop of a gradient.
func (p *painter) stop(at float64, ink string, opacity float64) {
	p.w.WriteString(`<stop offset="` + fine(at) + `" stop-color="` + ink + `" stop-opacity="` + fine(opacity) + `"/>`)
}

// fine writes a share with four decimals: two would make steps that are seen.
func fine(v float64) string {
	n := int(v*1e4 + 0.5)
	if n%1e4 == 0 {
		return strconv.Itoa(n / 1e4)
	}
	return strings.TrimRight("0."+strconv.Itoa(1e4 + n)[1:], "0")
}
