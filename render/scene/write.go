package scene

import "relu-three-ways/render/theme"

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
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.set {
			w.fade = max(w.fade, p.lost(w))
		}
	}
	switch {
	case p.glides():
		p.glide()
	case p.following:
		p.ease()
		p.yield(0)
	}
	for i := range p.wants {
		p.Fading = p.Fading || p.wants[i].fading && p.wants[i].shown > 0 // else something lies on it
	}
	if !p.glides() {
		p.leave()
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.seen() {
			p.part = w.part
			p.halo(w)
		}
	}
	for i := range p.wants {
		if w := &p.wants[i]; w.set {
			p.part = w.part
			if w.axis.axis == 0 {
				p.record(w)
			}
			if w.seen() {
				p.write(w)
			}
		}
	}
	p.part = passing
}

// seen reports whether there is anything of the label to be seen.
func (w *want) seen() bool { return w.set && w.shown*(1-w.fade) > 0 }

// record keeps what became of a label.
func (p *pen) record(w *want) {
	n := named{key: w.key, line: w.line, box: w.box, anchor: w.anchor, shown: w.shown * (1 - w.fade), seat: w.seat}
	n.offset = Point{w.box.X + w.stays.X*w.box.W - n.anchor.X, w.box.Y + w.stays.Y*w.box.H - n.anchor.Y}
	p.Frame.named = append(p.Frame.named, n)
}

// halo puts paper under a label that lies on ink.
func (p *pen) halo(w *want) {
	b := w.box
	p.nearby.ink = p.inked.near(p.nearby.ink[:0], b.grown(4))
	if !w.fixed && crossed(p.nearby.ink, b.grown(4), 0) == 0 {
		return
	}
	r := min(b.H, b.W) / 2
	y := b.Y + b.H/2
	m := p.stroke(theme.Paper, b.H+2, Point{b.X + r - 1, y}, Point{b.X + b.W - r + 1, y})
	m.Alpha = 0.9 * w.shown * (1 - w.fade)
}

// led reports whether a line leads from the label to its anchor. What names a region
// needs none.
func (w *want) led() bool {
	region := w.along[0] != w.along[1] && !w.slides && w.of == unnamed
	return !region && w.box.from(w.anchor)-w.clear > far-10
}

// write draws a label in its box.
func (p *pen) write(w *want) {
	alpha, b := w.shown*(1-w.fade), w.box
	if w.led() {
		a, q := w.anchor, b.nearest(w.anchor)
		d := hypot(q.X-a.X, q.Y-a.Y)
		m := p.stroke(theme.Muted, p.style.axis*0.8, q.toward(a, pad/d), a.toward(q, w.clear/d))
		m.Alpha = 0.7 * alpha * clamp01((d-w.clear-far)/10+1)
	}
	switch {
	case w.line != nil:
		line := w.line
		if w.seat.short && w.short != nil {
			line = w.short
		}
		p.typeset(line, Point{b.X, b.Y + w.up}, w.size, w.ink, w.say, w.live...).Alpha = alpha
		if w.text != nil {
			p.text(w.text, b.X, b.Y+b.H-p.tail(w.big), w.big, w.bigInk).Alpha = alpha
		}
	case w.axis != (axisKey{}):
		n := len(p.glyphs)
		p.glyphs = p.set.Sans(p.glyphs, w.text, b.X, b.Y+w.up, w.size, w.ink)
		p.glyph(n, w.ink, alpha)
	case w.text != nil:
		m := p.text(w.text, b.X, b.Y+w.up, w.size, w.ink)
		m.Alpha = alpha
		for i := range m.Glyphs {
			m.Glyphs[i].To, m.Glyphs[i].Mix = w.into, w.mix
		}
	default:
		p.Words = append(p.Words, Word{Key: w.key, Text: w.word, At: Point{b.X, b.Y + b.H/2}, Base: 0.5, Ink: w.ink, Size: w.size, Bold: w.bold, Fade: 1 - alpha, Box: b})
	}
}
