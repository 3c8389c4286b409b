package scene

import (
	"math"

	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// reserve keeps labels off the words, the blocks and, from mark n on, the formulas
// that are there.
func (p *pen) reserve(n int) {
	for _, w := range p.Words {
		p.take(w.Box)
	}
	for _, b := range p.Blocks {
		p.take(b.Rect)
	}
	for i := n; i < len(p.Marks); i++ {
		if m := &p.Marks[i]; m.Kind == Glyphs && len(m.Glyphs) > 0 {
			b, em := m.Bounds(), m.Glyphs[0].Size
			p.take(rect(b.X, b.Y-0.75*em, b.W+0.6*em, b.H+em))
		}
	}
}

// settle gives all labels their places and draws them.
func (p *pen) settle() {
	if p.following {
		p.follow()
	} else {
		p.arrange()
		for i := range p.wants { // what would be taken for another thing's name is left out
			if w := &p.wants[i]; w.Unclear > 0.3 && w.Box.From(w.Anchor) < p.ground.LeastLine(&w.Label) {
				w.Set = false
			}
		}
	}
	p.dropSums()
	for i := range p.wants {
		if w := &p.wants[i]; w.Set {
			w.fade = max(w.fade, p.lost(w))
		}
	}
	if !p.following && !p.m.Walk.On() {
		for i := range p.wants { // at rest it is there or not
			if w := &p.wants[i]; w.firm {
				w.fade = math.Round(w.fade)
			}
		}
	}
	untold := p.untoldThings()
	for i := range p.wants {
		if w := &p.wants[i]; w.seen() && w.Tick.Axis == 0 {
			p.doubt(w, untold)
		}
	}
	switch {
	case p.glides():
		p.glide()
	case p.following:
		p.ease()
		p.yield(0)
		for i := range p.wants {
			p.wants[i].rise()
		}
	}
	for i := range p.wants {
		p.Fading = p.Fading || p.wants[i].fading && p.wants[i].shown > 0 // else something lies on it
	}
	if !p.glides() {
		p.leave()
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.seen() && w.Tick.Axis == 0 && w.Led() {
			p.part, p.veil = w.part, w.veil
			p.lead(w)
		}
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.seen() {
			p.part, p.veil = w.part, w.veil
			p.halo(w)
		}
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.Set {
			p.part, p.veil = w.part, w.veil
			if w.Tick.Axis == 0 {
				p.record(w)
			}
			if w.seen() {
				p.write(w)
			}
		}
	}
	p.part, p.veil = passing, 0
}

// arrange gives every label that has none a place.
func (p *pen) arrange() {
	g, s := &p.ground, &p.style
	g.Edge, g.Scale, g.Graph, g.Object, g.Handle, g.Plots = p.edge, p.k, s.graph, s.object, s.handle, p.Plots
	for i := range p.Spots {
		g.Spots = append(g.Spots, place.Spot{At: p.Spots[i].At, Radius: p.Spots[i].Radius})
	}
	for i := range p.wants {
		g.Labels = append(g.Labels, &p.wants[i].Label)
	}
	g.Arrange()
}

// seen reports whether there is anything of the label to be seen.
func (w *want) seen() bool { return w.Set && w.shown*(1-w.fade) > 0 }

// record keeps what became of a label.
func (p *pen) record(w *want) {
	n := named{key: w.key, line: w.line, box: w.Box, anchor: w.Anchor, shown: w.shown * (1 - w.fade), seat: w.Seat, of: w.Of, spot: w.Spot}
	n.offset = pt(w.Box.X+w.Stays.X*w.Box.W-n.anchor.X, w.Box.Y+w.Stays.Y*w.Box.H-n.anchor.Y)
	p.Frame.named = append(p.Frame.named, n)
}

// halo puts paper under a label that lies on ink.
func (p *pen) halo(w *want) {
	b := w.Box
	if !w.Fixed && !p.ground.Inked(b.Grown(4)) && place.Crossed(p.passes, b.Grown(4), 0) == 0 && !p.underLine(w, b.Grown(4)) {
		return
	}
	r := min(b.H, b.W) / 2
	y := b.Y + b.H/2
	m := p.stroke(theme.Paper, b.H+2, pt(b.X+r-1, y), pt(b.X+b.W-r+1, y))
	m.Alpha = 0.9 * clamp01(4*w.shown*(1-w.fade)) // it comes first, and goes last
}

// dropSums leaves out the summands of which one has no place: the others would look
// like all of the sum.
func (p *pen) dropSums() {
	dropped := uint8(0)
	for i := range p.wants {
		if w := &p.wants[i]; w.mate && !w.Set && w.fade < 0.5 {
			dropped |= w.Lines
		}
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.mate && w.Lines&dropped != 0 {
			w.Set = false
		}
	}
}

// doubt lets a label go that would be taken for another thing's name and is too near for
// a line. Things that are not told yet are not there.
func (p *pen) doubt(w *want, untold uint32) {
	p.ground.Doubt(&w.Label, untold)
	if w.Led() {
		if q, a := p.ground.Ends(&w.Label); q.From(a) < p.ground.LeastLine(&w.Label) {
			w.fade = max(w.fade, 1-clamp01(1.3-w.Unclear))
		}
	}
}

// lead draws that line, where there is room for one. It passes under the other labels.
func (p *pen) lead(w *want) {
	q, a := p.ground.Ends(&w.Label)
	d := q.From(a)
	if d < p.ground.LeastLine(&w.Label) {
		return
	}
	m := p.stroke(theme.Muted, p.style.axis*0.8, q.Toward(a, place.Pad/2/d), a.Toward(q, p.ground.LineEnd(&w.Label)/d))
	m.Alpha = 0.7 * w.shown * (1 - w.fade) * clamp01(max((d-w.Clear-place.Far)/10+1, (w.Unclear+place.Unsure)/(place.Unsure+1)))
	w.thread = place.Segment{A: m.Points[0], B: m.Points[1]}
}

// underLine reports whether a line leads past under a label in a box.
func (p *pen) underLine(w *want, b Rect) bool {
	for i := range p.wants {
		if o := &p.wants[i]; o != w && o.thread != (place.Segment{}) {
			if _, _, ok := o.thread.Clipped(b); ok {
				return true
			}
		}
	}
	return false
}

// write draws a label in its box.
func (p *pen) write(w *want) {
	alpha, b := w.shown*(1-w.fade), w.Box
	switch {
	case w.line != nil:
		line := w.line
		if w.Seat.Short && w.short != nil {
			line = w.short
		}
		p.held(p.typeset(line, pt(b.X, b.Y+w.up), w.size, w.ink, w.say, w.live...), w.Stays.X).Alpha = alpha
		if w.text != nil {
			p.held(p.text(w.text, b.X, b.Y+b.H-p.tail(w.big), w.big, w.bigInk), w.Stays.X).Alpha = alpha
		}
	case w.Tick != (place.Tick{}):
		n := len(p.glyphs)
		p.glyphs = p.set.Sans(p.glyphs, w.text, b.X, b.Y+w.up, w.size, w.ink)
		m := p.glyph(n, w.ink, alpha)
		p.fromText(m, w.text, true, pt(b.X, b.Y+w.up), w.size)
		p.held(m, w.Stays.X)
	case w.text != nil:
		m := p.held(p.text(w.text, b.X, b.Y+w.up, w.size, w.ink), w.Stays.X)
		m.Alpha = alpha
		for i := range m.Glyphs {
			m.Glyphs[i].To, m.Glyphs[i].Mix = w.into, w.mix
		}
	default:
		p.Words = append(p.Words, Word{Key: w.key, Text: w.word, At: pt(b.X, b.Y+b.H/2), Base: 0.5, Ink: w.ink, Size: w.size, Bold: w.bold, Fade: 1 - alpha, Box: b, veil: w.veil})
	}
}
