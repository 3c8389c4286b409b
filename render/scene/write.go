package scene

import (
	"math"

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
			p.take(Rect{b.X, b.Y - 0.75*em, b.W + 0.6*em, b.H + em})
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
			if w := &p.wants[i]; w.unclear > 0.3 && w.box.from(w.anchor) < p.leastLine(w) {
				w.set = false
			}
		}
	}
	p.dropSums()
	for i := range p.wants {
		if w := &p.wants[i]; w.set {
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
		if w := &p.wants[i]; w.seen() && w.axis.axis == 0 {
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
		if w := &p.wants[i]; w.seen() && w.axis.axis == 0 && w.led() {
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
		if w := &p.wants[i]; w.set {
			p.part, p.veil = w.part, w.veil
			if w.axis.axis == 0 {
				p.record(w)
			}
			if w.seen() {
				p.write(w)
			}
		}
	}
	p.part, p.veil = passing, 0
}

// seen reports whether there is anything of the label to be seen.
func (w *want) seen() bool { return w.set && w.shown*(1-w.fade) > 0 }

// record keeps what became of a label.
func (p *pen) record(w *want) {
	n := named{key: w.key, line: w.line, box: w.box, anchor: w.anchor, shown: w.shown * (1 - w.fade), seat: w.seat, of: w.of, spot: w.spot}
	n.offset = Point{w.box.X + w.stays.X*w.box.W - n.anchor.X, w.box.Y + w.stays.Y*w.box.H - n.anchor.Y}
	p.Frame.named = append(p.Frame.named, n)
}

// halo puts paper under a label that lies on ink.
func (p *pen) halo(w *want) {
	b := w.box
	p.nearby.ink = p.inked.near(p.nearby.ink[:0], b.grown(4))
	if !w.fixed && crossed(p.nearby.ink, b.grown(4), 0) == 0 && crossed(p.passes, b.grown(4), 0) == 0 && !p.underLine(w, b.grown(4)) {
		return
	}
	r := min(b.H, b.W) / 2
	y := b.Y + b.H/2
	m := p.stroke(theme.Paper, b.H+2, Point{b.X + r - 1, y}, Point{b.X + b.W - r + 1, y})
	m.Alpha = 0.9 * clamp01(4*w.shown*(1-w.fade)) // it comes first, and goes last
}

// led reports whether a line leads from the label to its anchor: from afar, where
// it does not name a region, or where something else is nearer.
func (w *want) led() bool {
	region := w.along[0] != w.along[1] && !w.slides && (w.of == unnamed || w.of == theGap)
	return w.unclear > -unsure || !region && w.box.from(w.anchor)-w.clear > far-10
}

// unsure is how little nearer what a label names may be for a line to begin to show, px.
const unsure = 1

// dropSums leaves out the summands of which one has no place: the others would look
// like all of the sum.
func (p *pen) dropSums() {
	dropped := uint8(0)
	for i := range p.wants {
		if w := &p.wants[i]; w.mate && !w.set && w.fade < 0.5 {
			dropped |= w.lines
		}
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.mate && w.lines&dropped != 0 {
			w.set = false
		}
	}
}

// doubt finds how unclear it is what a label names, and lets one go that would be
// taken for another thing's name and is too near for a line. Things that are not told
// yet are not there.
func (p *pen) doubt(w *want, untold uint32) {
	near := p.inked.near(p.nearby.ink[:0], w.box.grown(w.box.from(w.anchor)+4))
	p.nearby.ink = near[:0]
	for i := range near {
		if untold>>near[i].of&1 == 0 {
			p.nearby.ink = append(p.nearby.ink, near[i])
		}
	}
	p.recognize(w, w.anchor)
	w.unclear = p.vague(w, w.box, w.anchor)
	if w.led() {
		if q, a := p.ends(w); hypot(q.X-a.X, q.Y-a.Y) < p.leastLine(w) {
			w.fade = max(w.fade, 1-clamp01(1.3-w.unclear))
		}
	}
}

// ends are where the line from a label to what it names would begin and end.
func (p *pen) ends(w *want) (q, a Point) {
	a = w.anchor
	if k := p.inked.of(w.of); w.unclear > -unsure && w.along[0] != w.along[1] && w.of > speck && k.has(w.ink) { // an anchor may be on what is no more
		if q, _ := k.on(a.X); hypot(q.X-a.X, q.Y-a.Y) > 2*p.touching() {
			a = q
		}
	}
	return w.box.nearest(a), a
}

// lead draws that line, where there is room for one. It passes under the other labels.
func (p *pen) lead(w *want) {
	q, a := p.ends(w)
	d := hypot(q.X-a.X, q.Y-a.Y)
	if d < p.leastLine(w) {
		return
	}
	m := p.stroke(theme.Muted, p.style.axis*0.8, q.toward(a, pad/2/d), a.toward(q, p.lineEnd(w)/d))
	m.Alpha = 0.7 * w.shown * (1 - w.fade) * clamp01(max((d-w.clear-far)/10+1, (w.unclear+unsure)/(unsure+1)))
	w.thread = segment{a: m.Points[0], b: m.Points[1]}
}

// lineEnd is how far from its anchor a label's line ends, px, and leastLine how far
// away a label is that has room for one.
func (p *pen) lineEnd(w *want) float64 {
	if w.spot {
		return p.style.handle + 2
	}
	return p.style.graph/2 + 2
}

func (p *pen) leastLine(w *want) float64 {
	const seen = 8 // px of the line: a shorter one could be a minus
	return pad/2 + seen + p.lineEnd(w)
}

// underLine reports whether a line leads past under a label in a box.
func (p *pen) underLine(w *want, b Rect) bool {
	for i := range p.wants {
		if o := &p.wants[i]; o != w && o.thread != (segment{}) {
			if _, _, ok := o.thread.clipped(b); ok {
				return true
			}
		}
	}
	return false
}

// write draws a label in its box.
func (p *pen) write(w *want) {
	alpha, b := w.shown*(1-w.fade), w.box
	switch {
	case w.line != nil:
		line := w.line
		if w.seat.short && w.short != nil {
			line = w.short
		}
		p.held(p.typeset(line, Point{b.X, b.Y + w.up}, w.size, w.ink, w.say, w.live...), w.stays.X).Alpha = alpha
		if w.text != nil {
			p.held(p.text(w.text, b.X, b.Y+b.H-p.tail(w.big), w.big, w.bigInk), w.stays.X).Alpha = alpha
		}
	case w.axis != (axisKey{}):
		n := len(p.glyphs)
		p.glyphs = p.set.Sans(p.glyphs, w.text, b.X, b.Y+w.up, w.size, w.ink)
		m := p.glyph(n, w.ink, alpha)
		p.fromText(m, w.text, true, Point{b.X, b.Y + w.up}, w.size)
		p.held(m, w.stays.X)
	case w.text != nil:
		m := p.held(p.text(w.text, b.X, b.Y+w.up, w.size, w.ink), w.stays.X)
		m.Alpha = alpha
		for i := range m.Glyphs {
			m.Glyphs[i].To, m.Glyphs[i].Mix = w.into, w.mix
		}
	default:
		p.Words = append(p.Words, Word{Key: w.key, Text: w.word, At: Point{b.X, b.Y + b.H/2}, Base: 0.5, Ink: w.ink, Size: w.size, Bold: w.bold, Fade: 1 - alpha, Box: b, veil: w.veil})
	}
}
