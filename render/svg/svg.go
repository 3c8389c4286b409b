// Package svg draws a frame as SVG: the poster before the program arrives,
// the picture for export and print, the goldens of the tests, and the painter
// that takes over where there is no GPU.
package svg

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Options say what is drawn in addition to the marks.
type Options struct {
	Words bool         // the words too, as text
	Paper bool         // a background
	Clear bool         // nothing has the colour of the paper so as to hide what is under it
	ID    string       // makes the ids of this drawing differ from others' on the page
	Vars  bool         // colours as CSS custom properties (--ink), so that a page's theme shows
	Alone bool         // so that other programs and printers take it for vectors
	View  scene.Rect   // the part of the frame that is seen; all of it if it is empty
	Class string       // of the svg element
	From  *scene.Frame // whose glyphs say what they were set from, in data attributes; nil says nothing
	Type  *Type        // where outlines that several drawings of a page use stand once; nil puts them into the drawing
}

// writer takes markup: a strings.Builder or a bytes.Buffer.
type writer interface {
	io.Writer
	io.ByteWriter
	io.StringWriter
}

// painter writes one drawing.
type painter struct {
	w       writer
	t       theme.Theme
	o       Options
	defs    int
	scratch []byte
	faded   map[string]string // ids of the gradients of fades

	// Of a sheet: path data of glyphs, as whole gives it.
	outlines map[int]string
}

// Draw writes the frame as one svg element. Lengths are CSS px, rounded to a
// hundredth.
func Draw(w *strings.Builder, f *scene.Frame, t theme.Theme, o Options) {
	p := &painter{w: w, t: t, o: o}
	view := o.View
	if view.W <= 0 || view.H <= 0 {
		view = scene.Rect{W: f.W, H: f.H}
	}
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	if o.Class != "" {
		p.attr("class", o.Class)
	}
	w.WriteString(` viewBox="` + num(view.X) + " " + num(view.Y) + " " + num(view.W) + " " + num(view.H) + `" width="` + num(view.W) + `" height="` + num(view.H) + `">`)
	if o.Paper {
		at := ""
		if view.X != 0 || view.Y != 0 {
			at = ` x="` + num(view.X) + `" y="` + num(view.Y) + `"`
		}
		w.WriteString(`<rect` + at + ` width="100%" height="100%" fill="` + p.color(theme.Paper) + `"/>`)
	}
	marks := f.Marks
	if o.Clear {
		marks = shining(marks)
	}
	p.marks(marks, func() {})
	if o.Words {
		for _, word := range f.Words {
			p.word(word)
		}
	}
	w.WriteString("</svg>")
}

// shining are marks without those that part others from what is under them: patches of
// paper below labels, and rings of paper around points. An open circle stays one.
func shining(marks []scene.Mark) []scene.Mark {
	var left []scene.Mark
	for _, m := range marks {
		if m.Ink == theme.Paper && m.Kind == scene.Stroke {
			continue
		}
		if m.Ring == theme.Paper {
			m.RingW = 0
		}
		left = append(left, m)
	}
	return left
}

// marks draws marks, and calls after each and after each group that is one path.
func (p *painter) marks(marks []scene.Mark, after func()) {
	for len(marks) > 0 {
		n := alike(marks)
		if n > 1 {
			p.together(marks[:n])
		} else {
			p.mark(&marks[0])
		}
		marks = marks[n:]
		after()
	}
}

func num(v float64) string { return string(appendNum(nil, v)) }

// appendNum writes a number with two decimals at most. What is less than ten
// million hundredths is written as a whole number of them, which is much
// quicker; ties and the last bit are left to strconv.
func appendNum(b []byte, v float64) []byte {
	h := math.Abs(v) * 100
	n := uint64(h + 0.5)
	if off := h - math.Floor(h); !(h < 1e7) || math.Abs(off-0.5) < 1e-6 {
		from := len(b)
		b = strconv.AppendFloat(b, v, 'f', 2, 64)
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		b = bytes.TrimSuffix(b, []byte("."))
		if s := b[from:]; len(s) == 2 && s[0] == '-' && s[1] == '0' {
			b = append(b[:from], '0')
		}
		return b
	}
	if v < 0 && n > 0 {
		b = append(b, '-')
	}
	b = strconv.AppendUint(b, n/100, 10)
	if n %= 100; n > 0 {
		if b = append(b, '.', '0'+byte(n/10)); n%10 > 0 {
			b = append(b, '0'+byte(n%10))
		}
	}
	return b
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
	p.w.WriteByte(' ')
	p.w.WriteString(name)
	p.w.WriteString(`="`)
	p.w.WriteString(value)
	p.w.WriteByte('"')
}

// number writes an attribute that is a number.
func (p *painter) number(name string, v float64) {
	p.w.WriteByte(' ')
	p.w.WriteString(name)
	p.w.WriteString(`="`)
	p.scratch = appendNum(p.scratch[:0], v)
	p.w.Write(p.scratch)
	p.w.WriteByte('"')
}

func (p *painter) mark(m *scene.Mark) {
	switch m.Kind {
	case scene.Stroke:
		p.stroke(m)
	case scene.Fill:
		p.fill(m)
	case scene.Disc:
		p.disc(m)
	case scene.Glyphs:
		p.glyphs(m)
	}
}

func (p *painter) path(pts []scene.Point) {
	p.w.WriteString(` d="`)
	for i, q := range pts {
		if i == 0 {
			p.at('M', q.X, q.Y)
		} else {
			p.at('L', q.X, q.Y)
		}
	}
}

// at writes a command of path data and its place. Most of a drawing is written
// by it, so it makes no strings.
func (p *painter) at(command byte, x, y float64) {
	b := append(p.scratch[:0], command)
	b = append(appendNum(b, x), ' ')
	b = appendNum(b, y)
	p.w.Write(b)
	p.scratch = b
}

func (p *painter) stroke(m *scene.Mark) {
	switch {
	case len(m.Points) < 2:
	case m.Fade.R > 0 && straight(m):
		p.fadingLine(m)
	default:
		p.line(m, p.mixed(m.Ink, m.To, m.Mix), 0)
	}
}

// line draws a stroke whose dashes began so many px before it.
func (p *painter) line(m *scene.Mark, paint string, phase float64) {
	p.w.WriteString("<path")
	p.path(m.Points)
	p.w.WriteString(`" fill="none"`)
	p.attr("stroke", paint)
	p.number("stroke-width", m.Width)
	p.attr("stroke-linejoin", "round")
	if m.Cap == scene.Round {
		p.attr("stroke-linecap", "round")
	}
	p.alpha("stroke-opacity", m)
	if m.Dash.On > 0 {
		p.attr("stroke-dasharray", num(m.Dash.On)+" "+num(m.Dash.Off))
		if phase > 0 {
			p.number("stroke-dashoffset", phase)
		}
	}
	p.w.WriteString("/>")
}

// alpha writes a mark's opacity, unless it is in its paint.
func (p *painter) alpha(name string, m *scene.Mark) {
	if m.Alpha != 1 && !(p.o.Alone && m.Fade.R > 0) {
		p.number(name, m.Alpha)
	}
}

func (p *painter) fill(m *scene.Mark) {
	n := len(m.Points) / 2
	if n < 2 {
		return
	}
	if m.Fade.R > 0 {
		p.wash(m)
		return
	}
	paint := p.mixed(m.Ink, m.To, m.Mix)
	if m.Hatch {
		paint = "url(#" + p.hatch(m.Ink) + ")"
	}
	p.w.WriteString("<path")
	p.w.WriteString(` d="`)
	for i := range n {
		q, command := m.Points[2*i], byte('L')
		if i == 0 {
			command = 'M'
		}
		p.at(command, q.X, q.Y)
	}
	for i := n - 1; i >= 0; i-- {
		p.at('L', m.Points[2*i+1].X, m.Points[2*i+1].Y)
	}
	p.w.WriteString(`Z"`)
	p.attr("fill", paint)
	p.alpha("fill-opacity", m)
	p.w.WriteString("/>")
}

func (p *painter) disc(m *scene.Mark) {
	c := m.Points[0]
	p.w.WriteString("<circle")
	p.number("cx", c.X)
	p.number("cy", c.Y)
	p.number("r", m.R)
	p.attr("fill", p.color(m.Ink))
	if m.Alpha != 1 {
		p.number("opacity", m.Alpha)
	}
	if m.RingW > 0 {
		p.attr("stroke", p.color(m.Ring))
		p.number("stroke-width", m.RingW)
	}
	p.w.WriteString("/>")
}

// id returns a new id for a definition.
func (p *painter) id() string {
	p.defs++
	return "d" + p.o.ID + strconv.Itoa(p.defs)
}

// hatch defines the hatching of a role and returns its id. The pitch is 7 px
// and the lines are 2.2 px wide, at −45°. On a page it is a gradient across them,
// whose lines are soft over a pixel, since browsers enlarge the tile of a pattern;
// alone it is a pattern, which others take for lines.
func (p *painter) hatch(r theme.Role) string {
	id, c := p.id(), p.color(r)
	if p.o.Alone {
		p.w.WriteString(`<defs><pattern id="` + id + `" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="7" height="7" fill="` + c + `" fill-opacity="` + num(theme.HatchWash) + `"/><rect width="2.2" height="7" fill="` + c + `" fill-opacity="` + num(theme.HatchLine) + `"/></pattern></defs>`)
		return id
	}
	p.w.WriteString(`<defs><linearGradient id="` + id + `" gradientUnits="userSpaceOnUse" x2="4.9497" y2="-4.9497" spreadMethod="repeat">`)
	for _, s := range [...]struct{ at, line float64 }{{0, 0.5}, {0.5, 1}, {1.7, 1}, {2.7, 0}, {6.5, 0}, {7, 0.5}} {
		p.stop(s.at/7, c, theme.HatchWash+(1-theme.HatchWash)*theme.HatchLine*s.line)
	}
	p.w.WriteString(`</linearGradient></defs>`)
	return id
}

func (p *painter) glyphs(m *scene.Mark) {
	if p.outlines != nil {
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
		if g.Glyph < 0 {
			p.w.WriteString(`<rect x="` + num(g.X) + `" y="` + num(g.Y) + `" width="` + num(g.W) + `" height="` + num(g.H) + `"` + ink + `/>`)
			continue
		}
		if p.o.Type != nil {
			p.o.Type.use(p.w, g, ink)
			continue
		}
		p.w.WriteString(`<path` + ink + ` d="`)
		p.outline(&formula.Load().Glyphs[g.Glyph], g.X, g.Y, g.Size)
		p.w.WriteString(`"/>`)
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
		p.w.WriteString(p.whole(g.Glyph))
	}
	end()
}

// whole is the path data of a glyph in thousandths of an em, relative to where the
// path is.
func (p *painter) whole(glyph int) string {
	d, ok := p.outlines[glyph]
	if !ok {
		var b strings.Builder
		q := &painter{w: &b}
		var at, start [2]float32
		for _, o := range formula.Load().Glyphs[glyph].Ops {
			n := max(1, int(o.Kind))
			if o.Kind == 0 && b.Len() > 0 {
				b.WriteByte('z')
				at = start
			}
			for j, to := range o.P[:n] {
				command := byte(' ')
				if j == 0 {
					command = "mlqc"[o.Kind]
				}
				q.at(command, float64(to[0]-at[0]), float64(at[1]-to[1]))
			}
			if at = o.P[n-1]; o.Kind == 0 {
				start = at
			}
		}
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
