package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// try is one place for a label: an offset from its anchor and where on the
// label's box the anchor then is (0, 0 is the upper left corner).
type try struct{ dx, dy, align, base float64 }

// label is a formula, or a word if it has no line, that looks for a free place
// near its anchor.
type label struct {
	line  *formula.Line
	live  []formula.Live
	word  figure.Text
	key   string // of a word; stable from frame to frame
	ink   theme.Role
	size  float64
	bold  bool
	at    Point
	clean bool // stands only where it crosses no ink
	say   bool // has a mirror for screen readers
}

// named is a label that was placed: what it names, and how.
type named struct {
	key    string // stable from frame to frame
	box    Rect
	anchor Point   // the place in the picture that it stands by
	offset Point   // from there to the box's upper left corner
	own    [2]int  // from the first to before the last of the segments of ink that are its own
	shown  float64 // 0 is gone, 1 is whole
}

// pad is the air around a label, px.
const pad = 2

// label puts the label at the first of its places that no box covers, that is
// inside the frame and, if it can be had, that crosses no ink. It returns the
// box, or false where there was no room.
func (p *pen) label(l label, tries ...try) (Rect, bool) {
	var w, up, down float64
	if l.line != nil {
		w, up, down = p.set.Extent(l.line, l.size, l.live...)
	} else {
		font := metrics.Sans400
		if l.bold {
			font = metrics.Sans600
		}
		w = p.wordWidth(font, l.word, l.size)
		up, down = 0.78*l.size, 0.26*l.size
	}
	cost := math.Inf(1)
	var box Rect
	for i, t := range tries {
		k := min(1, p.style.word/16+0.2)
		if p.layout == Projector {
			k = p.style.word / 16
		}
		b := Rect{l.at.X + t.dx*k - t.align*w, l.at.Y + t.dy*k - t.base*(up+down), w, up + down}
		if !p.fits(b) {
			continue
		}
		order := float64(i) * 0.1 // earlier places are better ones
		if order >= cost {
			break
		}
		ink := p.inked.crossed(b.grown(pad+p.style.graph/2), cost)
		if l.clean && ink > 0 {
			continue
		}
		if c := ink + order; c < cost {
			cost, box = c, b
		}
	}
	if math.IsInf(cost, 1) {
		return Rect{}, false
	}
	p.take(box)
	p.Frame.named = append(p.Frame.named, named{key: l.key, box: box, anchor: l.at, offset: Point{box.X - l.at.X, box.Y - l.at.Y}, shown: 1})
	if l.line != nil {
		p.typeset(l.line, Point{box.X, box.Y + up}, l.size, l.ink, l.say, l.live...)
	} else {
		p.Words = append(p.Words, Word{Key: l.key, Text: l.word, At: Point{box.X, box.Y + box.H/2}, Base: 0.5, Ink: l.ink, Size: l.size, Bold: l.bold, Box: box})
	}
	return box, true
}

// grown is the box with d more on every side: a stroke is as wide as its ink.
func (r Rect) grown(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// plain is a text without its markup, to be measured before the next one is.
func (p *pen) plain(t figure.Text) []byte {
	p.words = t.AppendPlain(p.words[:0])
	return p.words
}

// wordWidth is how wide a text is on one line, px.
func (p *pen) wordWidth(f metrics.Font, t figure.Text, size float64) float64 {
	return metrics.Width(f, p.plain(t), size)
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

// typeset draws a formula with its baseline starting at a point, and mirrors
// it for screen readers if it is to be said.
func (p *pen) typeset(line *formula.Line, at Point, em float64, ink theme.Role, say bool, live ...formula.Live) *Mark {
	n := len(p.glyphs)
	p.glyphs = p.set.Place(p.glyphs, line, at.X, at.Y, em, ink, live...)
	if say {
		w, up, down := p.set.Extent(line, em, live...)
		p.Mirrors = append(p.Mirrors, Mirror{Key: line.Name, Rect: Rect{at.X, at.Y - up, w, up + down}, line: line, live: p.lives(live...)})
	}
	return p.glyph(n, ink, 1)
}
