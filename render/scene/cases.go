package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/theme"
)

// belowCases is how far three cases reach below the middle one's baseline, em.
const belowCases = 1.83

// leastCases is the least size of the cases, px to the em.
const leastCases = 15

// cases sets the case distinction level with the lower plot, where there is
// room between it and what is above. It has up to three rows, and its middle is
// always where that of three is. It tells where it begins and ends, both at the end of
// the column where there is none.
func (p *pen) cases(y float64, t sizes) (top, end float64) {
	top, end = p.columnEnd(), p.columnEnd()
	if t.cases == 0 || p.m.Lens == figure.Dist {
		return top, end
	}
	live := p.casesLive()
	l := p.casesLine()
	em := t.cases
	w, up, down := p.set.Extent(l, em, live...)
	if w > p.measure {
		em *= p.measure / w
		_, up, down = p.set.Extent(l, em, live...)
	}
	if p.layout != Projector && em < leastCases {
		return top, end
	}
	bottom := p.bottom - p.u*0.3 - 8*p.k
	if p.layout == Projector {
		bottom = p.bottom - 40*p.k
	}
	base := bottom - belowCases*t.cases
	if base-up < y+8*p.k {
		return top, end
	}
	top, end = base-up, base+down
	was := p.veil
	p.veil |= figure.HideCases | notionOf[p.notion()]
	m := p.typeset(l, pt(p.left, base), em, theme.Ink, true, live...)
	p.veil = was
	row := "zero"
	switch _, ok := p.f.Derivative(p.m.X); {
	case !p.own:
		row = "at"
	case !ok && p.m.X != 0 && p.m.Lens == figure.Point:
		return top, end // "almost everywhere" is not here
	case p.m.X < 0:
		row = "neg"
	case p.m.X > 0:
		row = "pos"
	}
	for i := range m.Glyphs {
		if p.set.In(m.Glyphs[i].Term, row) {
			m.Glyphs[i].Ink = p.notion()
		}
	}
	return top, end
}

// casesLive are the numbers of the case distinction.
func (p *pen) casesLive() []formula.Live {
	if p.own {
		return p.lives(slot("a", p.short(p.m.A)))
	}
	v, s := p.facts.Slope, p.facts.Sub
	if p.m.Lens == figure.Sub {
		v = s.Lo
	}
	return p.lives(slot("x", p.padded(p.m.X)), slot("v", p.short(v)), slot("lo", p.short(s.Lo)), slot("hi", p.short(s.Hi)))
}

// casesLine is the case distinction of the function as it is. With a dial at 1 it is a
// straight line, and one that bends down is supported nowhere.
func (p *pen) casesLine() *formula.Line {
	notion, which := "cases-point/", p.m.Fn.String()
	if s := p.facts.Sub; !p.own { // what is at the point alone
		switch {
		case p.m.Lens == figure.Point && p.facts.HasSlope:
			return p.spelled("here-point/has")
		case p.m.Lens == figure.Point:
			return p.spelled("here-point/none")
		case s.Empty():
			return p.spelled("here-sub/empty")
		case s.Width() == 0:
			return p.spelled("here-sub/one")
		}
		return p.spelled("here-sub/fan")
	}
	if p.m.Lens == figure.Sub {
		notion = "cases-sub/"
	}
	switch j := p.jump(); {
	case !p.dial():
	case j == 0:
		which = "straight"
	case j < 0 && p.m.Lens == figure.Sub:
		which = "concave"
	}
	return p.spelled(notion + which)
}
