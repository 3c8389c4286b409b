package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// termKeys are the keys of the terms in the formulas' sources.
var termKeys = [figure.Terms]string{figure.PartsTerm: "area-b", figure.DirectTerm: "area-c", figure.EndsTerm: "bdry"}

// termInks are the inks of the terms and of their areas.
var termInks = [figure.Terms]theme.Role{figure.PartsTerm: theme.Probe, figure.DirectTerm: theme.Distribution, figure.EndsTerm: theme.Ink}

// span returns the two ends of the rule under a term of a line, false if the
// line does not have it.
func (p *pen) span(l *formula.Line, t figure.Term, o formula.Seat) (a, b Point, ok bool) {
	lo, hi, depth, ok := p.set.Span(l, termKeys[t])
	y := o.Y + max(depth, 0.34)*o.Em + 3*p.k
	return pt(o.X+lo*o.Em, y), pt(o.X+hi*o.Em, y), ok
}

// inside reports whether all of a line's term is inside another.
func (p *pen) inside(l *formula.Line, key, outer string) bool {
	for i := range l.Items {
		if term := l.Items[i].Term; p.set.In(term, key) && !p.set.In(term, outer) {
			return false
		}
	}
	return true
}

// underline rules off a term in the ink of its area; one that is on its way
// from an area to another has an ink between.
func (p *pen) underline(a, b Point, was, now figure.Term, k, alpha float64) {
	w := 2.5 * p.k
	if p.lit(was) > 0 || p.lit(now) > 0 {
		w *= 1.8
	}
	m := p.stroke(termInks[was], w, a, b)
	m.Cap, m.Alpha, m.To = Butt, alpha, termInks[now]
	if was != now {
		m.Mix = k
	}
}

// lit is 1 for the term that is pointed out, and 0 for others.
//
//go:noinline
func (p *pen) lit(t figure.Term) float64 {
	if p.m.Lit == t && t != figure.NoTerm && !p.still {
		return 1
	}
	return 0
}

// target makes a term of a line a thing that can be pointed at; those of the
// nearest line take the focus too.
func (p *pen) target(i int, t figure.Term, a, b Point) {
	h := 34 * p.k
	p.Targets = append(p.Targets, Target{Key: targetKeys[i][t], Term: t, Rect: rect(a.X, a.Y-h, b.X-a.X, h+6*p.k), Focus: i == p.line(), row: i, veil: p.veil})
}

// targetKeys are the keys of the targets: in row 0 those in the picture.
var targetKeys = [lineCount + 1][figure.Terms]string{
	{"", "area-area-b", "area-area-c", "area-bdry"},
	{"", "line1-area-b", "line1-area-c", "line1-bdry"},
	{"", "line2-area-b", "line2-area-c", "line2-bdry"},
	{"", "line3-area-b", "line3-area-c", "line3-bdry"},
	{"", "line4-area-b", "line4-area-c", "line4-bdry"},
	{"", "line5-area-b", "line5-area-c", "line5-bdry"},
}

// Label says in words what a target is and, of an area, its value.
func (f *Frame) Label(t Target) string {
	if t.row == 0 {
		return f.m.Say("In the picture. " + f.termLabel(t.Term))
	}
	return f.m.Say("Line " + numbers[t.row] + ". " + f.termLabel(t.Term))
}

// termLabel is what is said of a term: the formulas' own sentences, which are English,
// or others where those would not be understood or give too much away.
func (f *Frame) termLabel(t figure.Term) string {
	english, v := f.m.Lang == lang.English && f.hide == 0, f.pairing().ByParts
	name, whole, words := "integrand-parts", "The integrand before integrating by parts; its integral is ", "The integrand before integrating by parts."
	if t == figure.DirectTerm {
		name, whole, words = "integrand-direct", "The integrand of the direct form; its integral is ", "The integrand of the direct form."
		v = f.pairing().Direct
	}
	switch {
	case english && t == figure.EndsTerm:
		return "Boundary term. " + filled(f.endsName().Speech(), f.endsLive())
	case t == figure.EndsTerm:
		return "The boundary term."
	case english:
		return f.variant(name).Speech() + " Integral " + string(f.pairingNumber(v)) + "."
	case f.hide == 0:
		return whole + string(f.pairingNumber(v)) + "."
	}
	return words
}
