package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// The areas of the distribution lens and what the derivation makes of them, line by line:
// −f φ′, cut at the breaks, poured into f′ φ, with the boundary term.

// shares say how much of each thing the place in the derivation shows: the
// area is the integrand of the line, and between lines 3 and 4 it goes over
// from −f φ′ to f′ φ.
type shares struct {
	parts, direct float64 // how strong the two areas are
	pour          float64 // how far the one area has become the other, in (0, 1) while it does
	cut           float64 // how far the area is cut at the breaks
	ends          float64 // how strongly the boundary term is shown
}

func (p *pen) shares() shares {
	s := p.step()
	v := float64(s.line) + s.t
	h := shares{parts: 1, cut: ease(v - 2), ends: ease(2*(v-3.4)) * ease(2.5*(4.7-v))}
	if v < 2 { // the pairing becomes an integral
		h.parts = 0.7 + 0.3*ease(v-1)
	}
	const from, takes = 3.35, 0.6 // after the prime has begun to glide
	switch h.pour = ease((v - from) / takes); {
	case h.pour >= 1:
		h.parts, h.direct = dim, 1
	case h.pour > 0:
		h.parts = dim * h.pour
	}
	return h
}

// dim is the strength of the area that the current line does not speak of.
const dim = 0.4

// bright is how much stronger an area is that is pointed out.
const bright = 1.8

// area fills the region between y and the axis over [lo, hi], clipped to the
// panel.
//
//go:noinline
func (p *pen) area(a panel, lo, hi float64, y func(float64) float64, ink theme.Role, alpha float64) {
	p.signed(a, lo, hi, y, func(n0 int, _ bool) {
		m := p.add(Fill, ink, alpha)
		m.Points = p.since(n0)
	})
}

// signed cuts the region between y and the axis at every break and every
// change of sign and calls f with the index of the first point of each strip
// and whether it is above the axis.
func (p *pen) signed(a panel, lo, hi float64, y func(float64) float64, f func(n0 int, above bool)) {
	p.pieces(max(lo, a.lo), min(hi, a.hi), p.breaks, y, func(pts []Point) {
		n0, above, some := len(p.points), true, false
		for i, q := range pts {
			if i > 0 && some && (q.Y > 0) != above && q.Y != 0 {
				b := pts[i-1]
				x := b.X + (q.X-b.X)*b.Y/(b.Y-q.Y)
				p.points = append(p.points, a.at(x, 0), a.at(x, 0))
				f(n0, above)
				n0, some = len(p.points), false
				p.points = append(p.points, a.at(x, 0), a.at(x, 0))
			}
			if !some && q.Y != 0 {
				above, some = q.Y > 0, true
			}
			p.points = append(p.points, a.at(q.X, 0), a.at(q.X, min(max(q.Y, a.bot), a.top)))
		}
		if some {
			f(n0, above)
		}
	})
}

// strong is the opacity of an area of a share k.
func (p *pen) strong(t figure.Term, k float64) float64 {
	if p.lit(t) > 0 {
		k = max(k, dim) * bright
	}
	return p.theme.Area * k
}

// parted draws the signed area under y in an ink, its parts below the axis
// hatched, k as strong as the whole.
func (p *pen) parted(a panel, y func(float64) float64, ink theme.Role, t figure.Term, k float64) {
	if k <= 0 {
		return
	}
	φ := p.probe
	p.signed(a, φ.Lo(), φ.Hi(), y, func(n0 int, above bool) {
		m := p.add(Fill, ink, p.strong(t, k))
		m.Points = p.since(n0)
		if !above {
			m.Hatch, m.Alpha = true, min(1, p.strong(t, k)/p.theme.Area)
			p.hatched(m.Points)
		}
	})
}

// hatched puts paper under labels on a hatched strip.
func (p *pen) hatched(pairs []Point) {
	const every = 8 // px
	last := math.Inf(-1)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].X-last >= every || i+2 >= len(pairs) {
			last = pairs[i].X
			p.ground.Ink.Add(pairs[i], pairs[i+1], place.Speck)
		}
	}
}

// goesOn marks where a curve leaves its panel: a dotted edge says that there
// is more of the area than is seen.
func (p *pen) goesOn(a panel, lo, hi float64, y func(float64) float64) {
	const n = 240
	lo, hi = max(lo, a.lo), min(hi, a.hi)
	for _, edge := range [...]float64{a.bot, a.top} {
		from := math.NaN()
		for i := 0; i <= n+1; i++ {
			x := lo + (hi-lo)*float64(i)/n
			out := i <= n && math.Abs(y(x)) > math.Abs(edge) && y(x)*edge > 0
			switch {
			case out && math.IsNaN(from):
				from = x
			case !out && !math.IsNaN(from):
				m := p.stroke(theme.Probe, p.style.graph*0.8, a.at(from, edge), a.at(x, edge))
				m.Dash = Dash{1, 2 * p.style.graph}
				from = math.NaN()
			}
		}
	}
}

// byParts draws −f φ′. On line 3 it is cut: its parts move off each other by a
// hair.
func (p *pen) byParts(a panel, s shares) {
	φ := p.probe
	y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
	n := len(p.Marks)
	p.parted(a, y, theme.Probe, figure.PartsTerm, s.parts)
	p.draws(theParts, func() { p.curve(a, φ.Lo(), φ.Hi(), p.breaks, y, theme.Probe, p.style.graph*0.9, Dash{}) })
	p.goesOn(a, φ.Lo(), φ.Hi(), y)
	for _, m := range p.masses { // of f′, which φ′ weighs
		p.draws(theParts, func() { p.arrow(a, m.X, -m.Mass*φ.Derivative(m.X), theme.Probe) })
	}
	cut := s.cut * (1 - s.pour)
	if cut <= 0 {
		return
	}
	inked := len(p.ground.Ink.Segments)
	places := p.cutPlaces()
	for _, b := range places {
		if b <= a.lo || b >= a.hi {
			continue
		}
		gap := 3.5 * p.k * cut
		for i := n; i < len(p.Marks); i++ {
			m := &p.Marks[i]
			side := -1.0
			if p.right(m.Points, a.at(b, 0).X) {
				side = 1
			}
			for j := range m.Points {
				m.Points[j].X += side * gap / float64(1+len(places)/2)
			}
			if m.Kind == Stroke {
				p.avoid(m.Points)
			}
		}
		m := p.stroke(theme.Ink, p.style.axis*1.6, a.at(b, max(a.bot, -0.3)), a.at(b, min(a.top, 0.5)))
		m.Alpha, m.Cap = cut, Butt
		p.avoid(m.Points)
	}
	p.passing(inked)
}

// cutPlaces are where line 3 cuts: the breaks inside the support, or its edges.
func (p *pen) cutPlaces() []float64 {
	φ := p.probe
	p.places = p.places[:0]
	if len(p.breaks) == 0 {
		p.places = append(p.places, φ.Lo(), φ.Hi())
	}
	for _, b := range p.breaks {
		if b > φ.Lo() && b < φ.Hi() {
			p.places = append(p.places, b)
		}
	}
	return p.places
}

// right reports whether most of a shape is right of x.
func (p *pen) right(pts []Point, x float64) bool {
	sum := 0.0
	for _, q := range pts {
		sum += q.X - x
	}
	return sum > 0
}

// direct draws f′ φ: the density's area, the atoms as arrows and, for the
// Cantor function, the measure as a comb, since it has no density.
func (p *pen) direct(a panel, s shares) {
	φ := p.probe
	y := func(x float64) float64 { return p.f.Density(x) * φ.Value(x) }
	p.parted(a, y, theme.Distribution, figure.DirectTerm, s.direct)
	w := p.style.graph
	d := Dash{w * 2.6, w * 1.8}
	p.curve(a, φ.Lo(), φ.Hi(), nil, φ.Value, theme.Probe, w*0.5, Dash{5 * w / 3, 5 * w / 3})
	if !p.f.Singular() {
		p.as(lower, func() {
			p.draws(theWeak, func() { p.stairs(a, theme.Distribution, w*0.7, d) })
		})
	}
	n := len(p.Marks)
	if p.f.Singular() {
		p.comb(a, 1, theme.Distribution)
	} else if len(p.atoms)+len(p.masses) == 0 {
		p.closed(a, y, w)
	}
	if p.untold() {
		p.Marks = p.Marks[:n] // labels keep off it all the same, so that they stand while the derivation plays
		return
	}
	for _, s := range p.spikes(φ) {
		if p.lit(figure.DirectTerm) > 0 {
			p.stroke(theme.Distribution, w*5, a.at(s.X, 0), a.at(s.X, s.Mass)).Alpha = p.theme.Area * bright
		}
		p.draws(theJump, func() { p.arrow(a, s.X, s.Mass, theme.Distribution) })
	}
}

// pouring draws the area on its way from −f φ′ to f′ φ,
//
//	(1 − t)·(−f φ′) + t·f′ φ = −f φ′ + t·(f φ)′,
//
// whose integral does not depend on t, since that of (f φ)′, the boundary term,
// is 0. Atoms and singular parts grow with t.
func (p *pen) pouring(b, c panel, s shares) {
	t := s.pour
	if t <= 0 || t >= 1 {
		return
	}
	φ := p.probe
	a := b
	a.y0, a.bot, a.top = lerp(b.y0, c.y0, t), lerp(b.bot, c.bot, t), lerp(b.top, c.top, t)
	y := func(x float64) float64 {
		v := -(1 - t) * p.f.Value(x) * φ.Derivative(x)
		if d := φ.Value(x); d > 0 {
			v += t * p.f.Density(x) * d
		}
		return v
	}
	n := len(p.Marks)
	inked := len(p.ground.Ink.Segments)
	p.parted(a, y, theme.Probe, figure.NoTerm, 1)
	p.curve(a, φ.Lo(), φ.Hi(), p.breaks, y, theme.Probe, p.style.graph, Dash{})
	for _, s := range p.spikes(φ) {
		v := s.Mass
		if by := p.doublet(s.X); by != 0 { // which is in both areas
			v = by + t*(v-by)
		} else {
			v *= t
		}
		p.arrow(a, s.X, v, theme.Probe)
	}
	if p.f.Singular() {
		p.comb(a, t, theme.Probe)
	}
	pair := p.pairing()
	sign := math.Copysign(1, pair.ByParts)
	most := func(x float64) float64 { return sign * max(0, sign*y(x)) }
	if at, size := p.middle(a, most, φ.Lo(), φ.Hi()); size > 0 { // its value, of both sides in their shares
		p.label(label{key: "pour", fade: 1 - clamp01(20*t)*clamp01(20*(1-t)), text: p.pairingNumber((1-t)*pair.ByParts + t*pair.Direct), size: p.style.word * 1.2, ink: theme.Probe, into: theme.Distribution, mix: t, Label: place.Label{Lines: pourLine, At: at, Fixed: true}})
	}
	p.passing(inked)
	for i := n; i < len(p.Marks); i++ {
		if m := &p.Marks[i]; m.Ink == theme.Probe {
			m.To, m.Mix = theme.Distribution, t
		}
	}
}

// passing makes the ink from segment n on one that labels need not make way for: it
// passes under them.
func (p *pen) passing(n int) {
	p.passes = append(p.passes, p.ground.Ink.Segments[n:]...)
	p.ground.Ink.Back(n)
}

// boundary shows the boundary term while it is on the line: the product f φ over
// the probe, and the ends at which it is read off, rings where it is 0 and discs
// where it is not.
func (p *pen) boundary(a, c panel, k float64) {
	if p.lit(figure.EndsTerm) > 0 {
		k = 1
	}
	n := len(p.Marks)
	φ := p.probe
	y := func(x float64) float64 { return p.f.Value(x) * φ.Value(x) }
	w := p.style.graph
	p.draws(theEnds, func() { p.curve(a, φ.Lo(), φ.Hi(), p.breaks, y, theme.Ink, w*0.7, Dash{w * 0.8, w * 1.6}) })
	mark := func(x, v float64) {
		if x < a.lo || x > a.hi || v-v != 0 { // or f is unbounded there
			return
		}
		at := a.at(x, min(max(v, a.bot), a.top))
		if x != 0 || v != 0 {
			p.dotted(at, pt(at.X, c.y0))
		}
		r := p.style.handle * 0.6
		p.take(boxAround(at, r+1))
		if math.Abs(v) < 1e-12 {
			p.take(rect(at.X, c.at(0, 0).Y, 0, 0).Grown(r + 1))
			p.disc(at, r, theme.Paper, theme.Ink, 2*p.k)
			p.disc(c.at(x, 0), r, theme.Paper, theme.Ink, 2*p.k)
		} else {
			p.disc(at, r, theme.Ink, theme.Paper, 1.5*p.k)
		}
	}
	for _, q := range p.parts() {
		if q.ByParts == 0 && q.Direct == 0 && q.BoundaryLo == 0 && q.BoundaryHi == 0 {
			continue // f is 0 there, and nothing is integrated
		}
		mark(q.Lo, q.BoundaryLo)
		mark(q.Hi, q.BoundaryHi)
	}
	if k <= 0 { // labels keep off it all the same, so that they stand while the derivation plays
		p.Marks = p.Marks[:n]
	}
	for i := n; i < len(p.Marks); i++ {
		p.Marks[i].Alpha *= k
	}
}

// closed draws y with its vertical sides at the breaks.
func (p *pen) closed(a panel, y func(float64) float64, w float64) {
	φ := p.probe
	for _, b := range p.breaks {
		if b <= φ.Lo() || b >= φ.Hi() {
			continue
		}
		for _, s := range [...]float64{-1, 1} {
			if v := y(b + s*1e-9); v != 0 {
				m := p.stroke(theme.Distribution, w, a.at(b, 0), a.at(b, min(max(v, a.bot), a.top)))
				p.draws(theDirect, func() { p.avoid(m.Points) })
			}
		}
	}
	seen := func(x float64) float64 {
		if v := y(x); v != 0 {
			return v
		}
		return math.NaN()
	}
	p.draws(theDirect, func() { p.curve(a, φ.Lo(), φ.Hi(), p.breaks, seen, theme.Distribution, w, Dash{}) })
}

// unbounded is what a slope beside a break has in size where the slopes there have no
// bound.
const unbounded = 1e3

// areaTargets makes the two areas things that can be pointed at.
func (p *pen) areaTargets(b, c panel) {
	φ := p.probe
	for _, t := range [...]struct {
		panel
		term figure.Term
	}{{b, figure.PartsTerm}, {c, figure.DirectTerm}} {
		lo, hi := max(φ.Lo(), t.lo), min(φ.Hi(), t.hi)
		if hi <= lo || t.term == figure.DirectTerm && p.untold() {
			continue
		}
		r := t.rect()
		p.Targets = append(p.Targets, Target{
			veil: [...]figure.Hide{figure.PartsTerm: p.veil | figure.HideFormula, figure.DirectTerm: p.veil | figure.HideLower | figure.HideDist}[t.term],
			Key:  targetKeys[0][t.term], Term: t.term, Focus: true,
			Rect: rect(t.at(lo, 0).X, r.Y, (hi-lo)*t.ux, r.H),
		})
	}
}
