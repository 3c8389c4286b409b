// Package svg draws a frame as SVG: the poster before the program arrives,
// the picture for export and print, the goldens of the tests, and the painter
// that takes over where there is no GPU.
package svg

import (
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Options say what is drawn beside the marks.
type Options struct {
	Words bool      // the words too, as text
	Paper bool      // a background
	ID    string    // makes the ids of this drawing differ from others' on the page
	Vars  bool      // colours as CSS custom properties (--ink), so that a page's theme shows
	Share *Outlines // glyphs are used from there, if it is not nil
	Alone bool      // soft edges as gradients, which other programs and printers take for vectors, and not as masks
}

// painter writes one drawing.
type painter struct {
	w    *strings.Builder
	t    theme.Theme
	o    Options
	defs int
}

// Draw writes the frame as one svg element. Lengths are CSS px, rounded to a
// hundredth.
func Draw(w *strings.Builder, f *scene.Frame, t theme.Theme, o Options) {
	p := &painter{w: w, t: t, o: o}
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + num(f.W) + " " + num(f.H) + `" width="` + num(f.W) + `" height="` + num(f.H) + `">`)
	if o.Paper {
		w.WriteString(`<rect width="100%" height="100%" fill="` + p.color(theme.Paper) + `"/>`)
	}
	for i := range f.Marks {
		p.mark(&f.Marks[i])
	}
	if o.Words {
		for _, word := range f.Words {
			p.word(word)
		}
	}
	w.WriteString("</svg>")
}

func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

func (p *painter) color(r theme.Role) string {
	if p.o.Vars {
		return "var(--" + r.String() + ")"
	}
	return p.t.Colors[r].Hex()
}

// mixed is the colour a share k of the way from one role to another.
func (p *painter) mixed(r, to theme.Role, k float64) string {
	switch {
	case k <= 0:
		return p.color(r)
	case p.o.Vars:
		return "color-mix(in oklab," + p.color(to) + " " + num(100*k) + "%," + p.color(r) + ")"
	}
	return p.t.Mix(r, to, k).Hex()
}

func (p *painter) attr(name, value string) {
	p.w.WriteString(" " + name + `="` + value + `"`)
}

func (p *painter) mark(m *scene.Mark) {
	masked := ""
	if m.Fade.R > 0 && !p.o.Alone {
		masked = p.fade(m.Fade)
	}
	switch m.Kind {
	case scene.Stroke:
		p.stroke(m, masked)
	case scene.Fill:
		p.fill(m, masked)
	case scene.Disc:
		p.disc(m)
	case scene.Glyphs:
		p.glyphs(m)
	}
}

func (p *painter) path(pts []scene.Point) {
	p.w.WriteString(` d="M`)
	for i, q := range pts {
		if i > 0 {
			p.w.WriteByte('L')
		}
		p.w.WriteString(num(q.X) + " " + num(q.Y))
	}
}

func (p *painter) stroke(m *scene.Mark, masked string) {
	if len(m.Points) < 2 {
		return
	}
	paint := p.mixed(m.Ink, m.To, m.Mix)
	if p.inGradient(m) {
		paint, masked = p.faded(m, paint)
	}
	p.w.WriteString("<path")
	p.path(m.Points)
	p.w.WriteString(`" fill="none"`)
	p.attr("stroke", paint)
	p.attr("stroke-width", num(m.Width))
	p.attr("stroke-linejoin", "round")
	if m.Cap == scene.Round {
		p.attr("stroke-linecap", "round")
	}
	if m.Alpha != 1 && !p.inGradient(m) {
		p.attr("stroke-opacity", num(m.Alpha))
	}
	if m.Dash.On > 0 {
		p.attr("stroke-dasharray", num(m.Dash.On)+" "+num(m.Dash.Off))
	}
	p.w.WriteString(masked + "/>")
}

func (p *painter) fill(m *scene.Mark, masked string) {
	n := len(m.Points) / 2
	if n < 2 {
		return
	}
	paint := p.mixed(m.Ink, m.To, m.Mix)
	if m.Hatch {
		paint = "url(#" + p.hatch(m.Ink) + ")"
	} else if p.inGradient(m) {
		paint, masked = p.faded(m, paint)
	}
	p.w.WriteString("<path")
	p.w.WriteString(` d="M`)
	for i := range n {
		q := m.Points[2*i]
		p.w.WriteString(num(q.X) + " " + num(q.Y) + "L")
	}
	for i := n - 1; i >= 0; i-- {
		q := m.Points[2*i+1]
		p.w.WriteString(num(q.X) + " " + num(q.Y))
		if i > 0 {
			p.w.WriteByte('L')
		}
	}
	p.w.WriteString(`Z"`)
	p.attr("fill", paint)
	if m.Alpha != 1 && !p.inGradient(m) {
		p.attr("fill-opacity", num(m.Alpha))
	}
	p.w.WriteString(masked + "/>")
}

func (p *painter) disc(m *scene.Mark) {
	c := m.Points[0]
	p.w.WriteString("<circle")
	p.attr("cx", num(c.X))
	p.attr("cy", num(c.Y))
	p.attr("r", num(m.R))
	p.attr("fill", p.color(m.Ink))
	if m.Alpha != 1 {
		p.attr("opacity", num(m.Alpha))
	}
	if m.RingW > 0 {
		p.attr("stroke", p.color(m.Ring))
		p.attr("stroke-width", num(m.RingW))
	}
	p.w.WriteString("/>")
}

// id returns a new id for a definition.
func (p *painter) id() string {
	p.defs++
	return "d" + p.o.ID + strconv.Itoa(p.defs)
}

// hatch defines the hatching of a role and returns its id. The pitch is 7 px
// and the lines are 2.2 px wide, at −45°.
func (p *painter) hatch(r theme.Role) string {
	id, c := p.id(), p.color(r)
	p.w.WriteString(`<defs><pattern id="` + id + `" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="7" height="7" fill="` + c + `" fill-opacity="` + num(theme.HatchWash) + `"/><rect width="2.2" height="7" fill="` + c + `" fill-opacity="` + num(theme.HatchLine) + `"/></pattern></defs>`)
	return id
}

// fade defines the mask of a fade and returns the attribute that applies it.
func (p *painter) fade(f scene.Fade) string {
	id := p.id()
	cx, cy, r := num(f.Centre.X), num(f.Centre.Y), num(f.R)
	box := ` x="` + num(f.Centre.X-f.R) + `" y="` + num(f.Centre.Y-f.R) + `" width="` + num(2*f.R) + `" height="` + num(2*f.R) + `"`
	p.w.WriteString(`<defs><radialGradient id="` + id + `r" gradientUnits="userSpaceOnUse" cx="` + cx + `" cy="` + cy + `" r="` + r + `"><stop offset="` + num(scene.FadeFrom) + `" stop-color="#fff"/><stop offset="1" stop-color="#000"/></radialGradient>`)
	if f.Feather > 0 {
		p.w.WriteString(`<linearGradient id="` + id + `l" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="` + num(f.Floor-f.Feather) + `" y2="` + num(f.Floor) + `"><stop offset="0" stop-opacity="0"/><stop offset="1"/></linearGradient>`)
	}
	p.w.WriteString(`<mask id="` + id + `" maskUnits="userSpaceOnUse"` + box + ` color-interpolation="linearRGB"><circle cx="` + cx + `" cy="` + cy + `" r="` + r + `" fill="url(#` + id + `r)"/>`)
	if f.Feather > 0 {
		p.w.WriteString(`<rect` + box + ` fill="url(#` + id + `l)"/>`)
	}
	p.w.WriteString(`</mask></defs>`)
	return ` mask="url(#` + id + `)"`
}

func (p *painter) glyphs(m *scene.Mark) {
	p.w.WriteString("<g")
	p.attr("fill", p.color(m.Ink))
	if m.Alpha != 1 {
		p.attr("opacity", num(m.Alpha))
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
		if p.o.Share != nil {
			p.w.WriteString(p.o.Share.use(g.Glyph, g.X, g.Y, g.Size, ink))
			continue
		}
		p.w.WriteString(`<path` + ink + ` d="`)
		outline(p.w, &formula.Load().Glyphs[g.Glyph], g.X, g.Y, g.Size)
		p.w.WriteString(`"/>`)
	}
	p.w.WriteString("</g>")
}

// outline writes a glyph's outline as path data at (x, y), in a size of em px.
func outline(w *strings.Builder, g *formula.Glyph, x, y, em float64) {
	at := func(q [2]float32) string {
		return num(x+float64(q[0])*em/1000) + " " + num(y-float64(q[1])*em/1000)
	}
	for i, o := range g.Ops {
		switch o.Kind {
		case 0:
			if i > 0 {
				w.WriteByte('Z')
			}
			w.WriteString("M" + at(o.P[0]))
		case 1:
			w.WriteString("L" + at(o.P[0]))
		case 2:
			w.WriteString("Q" + at(o.P[0]) + " " + at(o.P[1]))
		case 3:
			w.WriteString("C" + at(o.P[0]) + " " + at(o.P[1]) + " " + at(o.P[2]))
		}
	}
	w.WriteByte('Z')
}

// Formula returns a formula as an inline svg element in the current colour,
// standing on the text's baseline, for use inside HTML text. It is hidden
// from screen readers, which are given the line's own words beside it.
func Formula(l *formula.Line, em float64) string {
	s := formula.Load()
	w, up, down := s.Extent(l, em)
	var b strings.Builder
	b.WriteString(`<svg aria-hidden="true" class="rf-math" width="` + num(w) + `" height="` + num(up+down) + `" viewBox="0 0 ` + num(w) + " " + num(up+down) + `" style="vertical-align:` + num(-down) + `px" fill="currentColor">`)
	for _, g := range s.Place(nil, l, 0, up, em, theme.Ink) {
		if g.Glyph < 0 {
			b.WriteString(`<rect x="` + num(g.X) + `" y="` + num(g.Y) + `" width="` + num(g.W) + `" height="` + num(g.H) + `"/>`)
			continue
		}
		b.WriteString(`<path d="`)
		outline(&b, &s.Glyphs[g.Glyph], g.X, g.Y, g.Size)
		b.WriteString(`"/>`)
	}
	b.WriteString("</svg>")
	return b.String()
}
