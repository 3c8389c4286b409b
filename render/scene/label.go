package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// try is one place for a label: an offset from its anchor and where on the
// label's box the anchor then is (0, 0 is the upper left corner).
type try struct{ dx, dy, align, base float64 }

// label is a formula, or a word if name is empty, that looks for a free place
// near its anchor.
type label struct {
	name  string // formula line
	live  []formula.Live
	word  string // figure's markup
	key   string // of a word; stable from frame to frame
	ink   theme.Role
	size  float64
	bold  bool
	at    Point
	tries []try
	clean bool // stands only where it crosses no ink
	firm  bool // stands at its first try if none is free; else it is left out
	say   bool // has a mirror for screen readers
}

// pad is the air around a label, px.
const pad = 2

// label puts the label at the first of its places that no box covers, that is
// inside the frame and, if it can be had, that crosses no ink. It returns the
// box, or false where there was no room.
func (p *pen) label(l label) (Rect, bool) {
	var w, up, down float64
	if l.name != "" {
		w, up, down = p.set.Extent(p.set.Line(l.name), l.size, l.live...)
	} else {
		l.word = p.m.Say(l.word)
		font := metrics.Sans400
		if l.bold {
			font = metrics.Sans600
		}
		w = metrics.Width(font, figure.Plain(l.word), l.size)
		up, down = 0.78*l.size, 0.26*l.size
	}
	best, cost := -1, 1e9
	var box Rect
	for i, t := range l.tries {
		k := min(1, p.style.word/16+0.2)
		if p.layout == Projector {
			k = p.style.word / 16
		}
		b := Rect{l.at.X + t.dx*k - t.align*w, l.at.Y + t.dy*k - t.base*(up+down), w, up + down}
		if !p.fits(b) {
			continue
		}
		ink := p.crossed(b)
		if l.clean && ink > 0 {
			continue
		}
		if c := ink + float64(i)*0.1; c < cost {
			best, cost, box = i, c, b
		}
	}
	if best < 0 {
		if !l.firm {
			return Rect{}, false
		}
		t := l.tries[0]
		box = Rect{l.at.X + t.dx - t.align*w, l.at.Y + t.dy - t.base*(up+down), w, up + down}
	}
	p.take(box)
	if l.name != "" {
		p.typeset(l.name, Point{box.X, box.Y + up}, l.size, l.ink, l.say, l.live...)
	} else {
		p.Words = append(p.Words, Word{Key: l.key, Text: l.word, At: Point{box.X, box.Y + box.H/2}, Base: 0.5, Ink: l.ink, Size: l.size, Bold: l.bold, Box: box})
	}
	return box, true
}

// take reserves a box.
func (p *pen) take(b Rect) { p.taken = append(p.taken, b) }

// fits reports whether a box is inside the drawing and off every other.
func (p *pen) fits(b Rect) bool {
	if b.X < p.edge.X || b.X+b.W > p.edge.X+p.edge.W || b.Y < p.edge.Y || b.Y+b.H > p.edge.Y+p.edge.H {
		return false
	}
	return !p.covered(b)
}

// covered reports whether a reserved box is in the way of another.
func (p *pen) covered(b Rect) bool {
	for _, o := range p.taken {
		if b.X < o.X+o.W+pad && o.X < b.X+b.W+pad && b.Y < o.Y+o.H+pad && o.Y < b.Y+b.H+pad {
			return true
		}
	}
	return false
}

// crossed counts the strokes that run through a box.
func (p *pen) crossed(b Rect) float64 {
	n := 0.0
	for _, s := range p.inked {
		if s.meets(b) {
			n++
		}
	}
	return n
}

// meets reports whether the segment has a point in the box (Liang and Barsky's
// parametric clipping).
func (s segment) meets(b Rect) bool {
	t0, t1 := 0.0, 1.0
	dx, dy := s.b.X-s.a.X, s.b.Y-s.a.Y
	for _, e := range [...][2]float64{{-dx, s.a.X - b.X}, {dx, b.X + b.W - s.a.X}, {-dy, s.a.Y - b.Y}, {dy, b.Y + b.H - s.a.Y}} {
		switch {
		case e[0] == 0 && e[1] < 0:
			return false
		case e[0] < 0:
			t0 = max(t0, e[1]/e[0])
		case e[0] > 0:
			t1 = min(t1, e[1]/e[0])
		}
	}
	return t0 <= t1
}

// typeset draws a formula with its baseline starting at a point, and mirrors
// it for screen readers if it is to be said.
func (p *pen) typeset(name string, at Point, em float64, ink theme.Role, say bool, live ...formula.Live) *Mark {
	line := p.set.Line(name)
	n := len(p.glyphs)
	p.glyphs = p.set.Place(p.glyphs, line, at.X, at.Y, em, ink, live...)
	m := p.add(Glyphs, ink, 1)
	m.Glyphs = p.glyphs[n:len(p.glyphs):len(p.glyphs)]
	if say {
		w, up, down := p.set.Extent(line, em, live...)
		p.Mirrors = append(p.Mirrors, Mirror{
			Key: name, Rect: Rect{at.X, at.Y - up, w, up + down},
			MathML: filled(line.MathML, p.local(live)), Speech: filled(line.Speech, live),
		})
	}
	return m
}
