package scene

import (
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
)

// Print prints the mark on one line, lengths rounded to a tenth of a pixel,
// so that a golden does not depend on a processor's last digit.
func (m Mark) Print() string {
	var b strings.Builder
	n := func(v float64) {
		s := strconv.FormatFloat(v, 'f', 1, 64)
		if s == "-0.0" {
			s = "0.0"
		}
		b.WriteString(" " + s)
	}
	b.WriteString([...]string{"stroke", "fill", "disc", "glyphs"}[m.Kind] + " " + m.Ink.String())
	if m.Alpha != 1 {
		b.WriteString(" α" + strconv.FormatFloat(m.Alpha, 'f', 2, 64))
	}
	if m.Kind == Stroke {
		n(m.Width)
		if m.Cap == Butt {
			b.WriteString(" butt")
		}
	}
	if m.Dash.On > 0 {
		b.WriteString(" dash")
		n(m.Dash.On)
		n(m.Dash.Off)
	}
	if m.Kind == Disc {
		n(m.R)
		if m.RingW > 0 {
			b.WriteString(" ring " + m.Ring.String())
			n(m.RingW)
		}
	}
	if m.Hatch {
		b.WriteString(" hatch")
	}
	if m.Fade.R > 0 {
		b.WriteString(" fade")
		n(m.Fade.R)
	}
	b.WriteString(" |")
	for i, q := range m.Points {
		if len(m.Points) > 8 && i >= 4 && i < len(m.Points)-4 { // a long curve: its ends and its length
			if i == 4 {
				b.WriteString(" …" + strconv.Itoa(len(m.Points)-8))
			}
			continue
		}
		n(q.X)
		n(q.Y)
	}
	for _, g := range m.Glyphs {
		if g.Glyph < 0 {
			b.WriteString(" rule")
		} else { // by character, so that a new formula elsewhere changes nothing
			b.WriteString(" " + string(formula.Load().Glyphs[g.Glyph].Char))
		}
		n(g.X)
		n(g.Y)
	}
	return b.String()
}
