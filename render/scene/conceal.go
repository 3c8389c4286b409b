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
var notionOf = [theme.Roles]figure.Hide{theme.Pointwise: figure.HidePoint, theme.Subgradient: figure.HideSub, theme.Warn: figure.HideSub, theme.Distribution: figure.HideDist}

// veilOf is with what a label is kept back. One that does not say where it is made that
// it names what is given goes with all labels.
func (p *pen) veilOf(l *label) figure.Hide {
	if l.given {
		return p.veil
	}
	h := p.veil | figure.HideLabels | notionOf[l.ink] | notionOf[l.bigInk] | l.gives
	if l.low || p.m.Lens == figure.Dist && notionOf[l.ink]|notionOf[l.bigInk] != 0 {
		h |= figure.HideLower
	}
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
	p.Marks = shown(p, p.Marks, func(m *Mark) figure.Hide { return m.veil })
	p.Words = shown(p, p.Words, func(w *Word) figure.Hide { return w.veil })
	p.Mirrors = shown(p, p.Mirrors, func(m *Mirror) figure.Hide { return m.veil })
	p.Spots = shown(p, p.Spots, func(s *Spot) figure.Hide { return s.veil })
	p.Targets = shown(p, p.Targets, func(t *Target) figure.Hide { return t.veil })
	if p.hide&figure.HideSub != 0 {
		p.unjudged()
	}
}

// shown is what is left of a list, each with a veil.
func shown[T any](p *pen, all []T, veil func(*T) figure.Hide) []T {
	n := 0
	for i := range all {
		if veil(&all[i])&p.hide == 0 {
			all[n] = all[i]
			n++
		}
	}
	return all[:n]
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
