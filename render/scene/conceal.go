package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// What is kept back is drawn like everything else, with a note of what it belongs to,
// and taken out at the end. So a picture that hides and the one that reveals are laid
// out alike, and nothing moves at the reveal.

// veiled draws what f draws as something that is kept back with any of some parts.
func (p *pen) veiled(h figure.Hide, f func()) {
	was := p.veil
	p.veil |= h
	f()
	p.veil = was
}

// given draws what f draws as something that is never kept back.
func (p *pen) given(f func()) {
	was := p.veil
	p.veil = 0
	f()
	p.veil = was
}

// notionOf are the parts that are drawn in an ink.
func notionOf(ink theme.Role) figure.Hide {
	switch ink {
	case theme.Pointwise:
		return figure.HidePoint
	case theme.Subgradient, theme.Warn:
		return figure.HideSub
	case theme.Distribution:
		return figure.HideDist
	}
	return 0
}

// veilOf is with what a label is kept back. What names the graph, the bump, an axis or
// a handle is given.
func (p *pen) veilOf(l *label) figure.Hide {
	key := l.key
	if key == "" && l.line != nil {
		key = l.line.Name
	}
	switch key {
	case "graph", "phi", "point", "point-name", "g", "c", "w", "c-name", "w-name", "a", "beta", "h", "h-left", "x", "axis-c", "eta", "t", "iterate", "axis-k":
		return p.veil
	}
	if l.axis != (axisKey{}) {
		return p.veil
	}
	h := p.veil | figure.HideLabels | notionOf(l.ink) | notionOf(l.bigInk)
	if l.text != nil || len(l.live) > 0 || l.word.Numeric() {
		h |= figure.HideNumbers
	}
	return h
}

// conceal takes out what is kept back.
func (p *pen) conceal() {
	if p.hide == 0 {
		return
	}
	p.Marks = shown(p, p.Marks, func(m *Mark) (figure.Hide, Point) {
		if len(m.Glyphs) > 0 {
			return m.veil, Point{m.Glyphs[0].X, m.Glyphs[0].Y}
		}
		return m.veil, m.Points[0]
	})
	p.Words = shown(p, p.Words, func(w *Word) (figure.Hide, Point) { return w.veil, w.At })
	p.Mirrors = shown(p, p.Mirrors, func(m *Mirror) (figure.Hide, Point) { return m.veil, Point{m.Rect.X, m.Rect.Y} })
	p.Spots = shown(p, p.Spots, func(s *Spot) (figure.Hide, Point) { return s.veil, s.At })
	p.Targets = shown(p, p.Targets, func(t *Target) (figure.Hide, Point) { return t.veil, Point{t.Rect.X, t.Rect.Y} })
	if p.hide&figure.HideSub != 0 {
		p.unjudged()
	}
}

// shown is what is left of a list, each with a veil and a place. Labels that stand in
// the lower panel go with it.
func shown[T any](p *pen, all []T, veil func(*T) (figure.Hide, Point)) []T {
	low := p.panels.lower.rect().grown(4)
	below := p.hide&figure.HideLower != 0 && p.m.Lens != figure.Compare // whose columns have said so themselves
	n := 0
	for i := range all {
		v, at := veil(&all[i])
		if v&p.hide == 0 && !(below && v&figure.HideLabels != 0 && low.has(at)) {
			all[n] = all[i]
			n++
		}
	}
	return all[:n]
}

// has reports whether a place is in the box.
func (r Rect) has(q Point) bool {
	return q.X >= r.X && q.X <= r.X+r.W && q.Y >= r.Y && q.Y <= r.Y+r.H
}

// unjudged gives the line that is tried the ink of one that nobody has judged.
func (p *pen) unjudged() {
	plain := func(r *theme.Role) {
		if *r == theme.Warn {
			*r = theme.Subgradient
		}
	}
	for i := range p.Marks {
		m := &p.Marks[i]
		plain(&m.Ink)
		plain(&m.To)
		plain(&m.Ring)
		for j := range m.Glyphs {
			plain(&m.Glyphs[j].Ink)
		}
	}
	for i := range p.Words {
		plain(&p.Words[i].Ink)
	}
}
