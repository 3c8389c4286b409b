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
	w        writer
	t        theme.Theme
	o        Options
	defs     int
	scratch  []byte
	faded    map[string]string // ids of the gradients of fades
	outlines *Type
	sheet    bool // it is one that follows its figure
}

// Draw writes the frame as one svg element. Lengths are CSS px, rounded to a
// hundredth.
func Draw(w *strings.Builder, f *scene.Frame, t theme.Theme, o Options) {
	p := &painter{w: w, t: t, o: o, outlines: o.Type}
	if p.outlines == nil {
		p.outlines = &Type{}
	}
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
	p.polyline(pts)
}

func (p *painter) polyline(pts []scene.Point) {
	for i, q := range pts {
		p.at("ML"[min(i, 1)], q.X, q.Y)
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
	p.w.WriteString(`<path d="`)
	for i := range n {
		p.at("ML"[min(i, 1)], m.Points[2*i].X, m.Points[2*i].Y)
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
