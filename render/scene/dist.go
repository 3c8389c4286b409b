package scene

import (
	"math"
	"strings"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/theme"
)

// dist draws the distribution lens: f with the probe φ under it; −f φ′ with its
// area; f′ φ with its area. The two areas are equal, in the same unit. In the
// second derivation f′ stands for f.
func (p *pen) dist() {
	v := viewOf(p.m.Fn)
	if p.second() {
		v = secondView(p.m.Fn)
	}
	a := p.stack(-1, v.probe, v.by, v.with)
	p.stands(a[0], a[2])
	p.base(a[1], axes{yTicks: true, lattice: true})
	p.dotted(Point{p.x0, a[0].rect().Y}, Point{p.x0, a[2].y0 + 6})
	s := p.shares()
	p.under(a[0])
	p.byParts(a[1], s)
	p.direct(a[2], s)
	p.pouring(a[1], a[2], s)
	p.boundary(a[0], a[2], s.ends)
	p.probeHandles(a[0])
	p.distLabels(a[0], a[1], a[2])
	p.partValues(a[1], a[2], s)
	p.areaTargets(a[1], a[2])
}

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
	h := shares{parts: 1, direct: dim, cut: ease(v - 2), ends: ease(2*(v-3.4)) * ease(2.5*(4.7-v))}
	if v < 2 { // the pairing becomes an integral
		h.parts = 0.7 + 0.3*ease(v-1)
	}
	const from, takes = 3.35, 0.6 // after the prime has begun to glide
	switch h.pour = ease((v - from) / takes); {
	case h.pour >= 1:
		h.parts, h.direct = dim, 1
	case h.pour > 0:
		h.parts, h.direct = dim*h.pour, dim*(1-h.pour)
	}
	return h
}

// integrand is the name of a label that depends on the function and on which
// derivative the derivation is of.
func (p *pen) integrand(label string) string {
	switch {
	case p.second():
		return strings.Replace(label, "-inline", "2-inline", 1) + map[bool]string{false: "2", true: ""}[strings.HasSuffix(label, "-inline")] + "/" + p.m.Fn.String()
	case strings.Contains(label, "parts"):
		return label + "/" + p.letter()
	}
	return label + "/" + p.m.Fn.String()
}

// dim is the strength of the area that the current line does not speak of.
const dim = 0.4

// bright is how much stronger an area is that is pointed out.
const bright = 1.8

// under draws f and the probe.
func (p *pen) under(a panel) {
	φ := p.probe
	p.as(bump, func() { p.area(a, φ.Lo(), φ.Hi(), φ.Value, theme.Probe, p.theme.Wash) })
	w := p.style.graph
	p.style.graph = w * 0.9
	p.as(upper, func() { p.graph(a) })
	p.style.graph = w
	p.as(bump, func() { p.curve(a, φ.Lo(), φ.Hi(), nil, φ.Value, theme.Probe, w, Dash{}) })
}

// edges are the places where an integrand of f against φ is cut: the breaks
// of f, between which every sample is on one side.
func (p *pen) edges() []float64 { return p.f.Breaks() }

// area fills the region between y and the axis over [lo, hi], clipped to the
// panel.
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
	p.pieces(max(lo, a.lo), min(hi, a.hi), p.edges(), y, func(pts []Point) {
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
		}
	})
}

// byParts draws −f φ′. On line 3 it is cut: its parts move off each other by a
// hair.
func (p *pen) byParts(a panel, s shares) {
	φ := p.probe
	y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
	n := len(p.Marks)
	p.parted(a, y, theme.Probe, figure.PartsTerm, s.parts)
	p.curve(a, φ.Lo(), φ.Hi(), p.edges(), y, theme.Probe, p.style.graph*0.9, Dash{})
	cut := s.cut * (1 - s.pour)
	if cut <= 0 {
		return
	}
	for _, b := range p.cuts3() {
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
				m.Points[j].X += side * gap / float64(1+len(p.cuts3())/2)
			}
		}
		m := p.stroke(theme.Ink, p.style.axis*1.6, a.at(b, max(a.bot, -0.3)), a.at(b, min(a.top, 0.5)))
		m.Alpha, m.Cap = cut, Butt
	}
}

// cuts3 are where line 3 cuts: the breaks inside the support, or its edges.
func (p *pen) cuts3() []float64 {
	φ := p.probe
	if len(p.f.Breaks()) == 0 {
		return []float64{φ.Lo(), φ.Hi()}
	}
	var out []float64
	for _, b := range p.f.Breaks() {
		if b > φ.Lo() && b < φ.Hi() {
			out = append(out, b)
		}
	}
	return out
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
		p.as(lower, func() { p.stairs(a, theme.Distribution, w*0.7, d) })
	}
	if !p.f.Singular() && len(p.f.Atoms()) == 0 {
		p.closed(a, y, w)
	}
	for _, atom := range p.f.Atoms() {
		if p.lit(figure.DirectTerm) > 0 {
			p.stroke(theme.Distribution, w*5, a.at(atom.X, 0), a.at(atom.X, atom.Mass*φ.Value(atom.X))).Alpha = p.theme.Area * bright
		}
		p.arrow(a, atom.X, atom.Mass*φ.Value(atom.X), theme.Distribution)
	}
	if p.f.Singular() {
		p.comb(a, 1)
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
	inked := len(p.inked)
	p.parted(a, y, theme.Probe, figure.NoTerm, 1)
	p.curve(a, φ.Lo(), φ.Hi(), p.edges(), y, theme.Probe, p.style.graph, Dash{})
	for _, atom := range p.f.Atoms() {
		p.arrow(a, atom.X, t*atom.Mass*φ.Value(atom.X), theme.Probe)
	}
	if p.f.Singular() {
		p.comb(a, t)
	}
	sign := math.Copysign(1, p.facts.Pairing.ByParts)
	most := func(x float64) float64 { return sign * max(0, sign*y(x)) }
	if at, ok := p.middle(a, most, φ.Lo(), φ.Hi()); ok { // its value, of both sides in their shares
		text, size := figure.Number((1-t)*p.facts.Pairing.ByParts+t*p.facts.Pairing.Direct, 4), p.style.word*1.2
		p.text(text, at.X-p.set.TextWidth(text, size)/2, at.Y+size*0.35, size, theme.Probe)
		for i := range p.Marks[len(p.Marks)-1].Glyphs {
			g := &p.Marks[len(p.Marks)-1].Glyphs[i]
			g.To, g.Mix = theme.Distribution, t
		}
	}
	p.inked = p.inked[:inked] // labels need not make way for what is passing
	for i := n; i < len(p.Marks); i++ {
		if m := &p.Marks[i]; m.Ink == theme.Probe {
			m.To, m.Mix = theme.Distribution, t
		}
	}
}

// boundary shows the boundary term while it is on the line: the product f φ over
// the probe, and the ends at which it is read off, rings where it is 0 and discs
// where it is not.
func (p *pen) boundary(a, c panel, k float64) {
	if p.lit(figure.EndsTerm) > 0 {
		k = 1
	}
	if k <= 0 {
		return
	}
	n, inked := len(p.Marks), len(p.inked)
	φ := p.probe
	y := func(x float64) float64 { return p.f.Value(x) * φ.Value(x) }
	w := p.style.graph
	p.curve(a, φ.Lo(), φ.Hi(), p.edges(), y, theme.Ink, w*0.7, Dash{w * 0.8, w * 1.6})
	p.inked = p.inked[:inked]
	mark := func(x, v float64) {
		if x < a.lo || x > a.hi {
			return
		}
		at := a.at(x, min(max(v, a.bot), a.top))
		if x != 0 || v != 0 {
			p.dotted(at, Point{at.X, c.y0})
		}
		r := p.style.handle * 0.6
		if math.Abs(v) < 1e-12 {
			p.disc(at, r, theme.Paper, theme.Ink, 2*p.k)
			p.disc(c.at(x, 0), r, theme.Paper, theme.Ink, 2*p.k)
		} else {
			p.disc(at, r, theme.Ink, theme.Paper, 1.5*p.k)
		}
	}
	for _, q := range p.f.Parts(φ) {
		if q.ByParts == 0 && q.Direct == 0 && q.BoundaryLo == 0 && q.BoundaryHi == 0 {
			continue // f is 0 there, and nothing is integrated
		}
		mark(q.Lo, q.BoundaryLo)
		mark(q.Hi, q.BoundaryHi)
	}
	for i := n; i < len(p.Marks); i++ {
		p.Marks[i].Alpha *= k
	}
}

// closed draws y with its vertical sides at the breaks.
func (p *pen) closed(a panel, y func(float64) float64, w float64) {
	φ := p.probe
	for _, b := range p.f.Breaks() {
		if b <= φ.Lo() || b >= φ.Hi() {
			continue
		}
		for _, s := range [...]float64{-1, 1} {
			if v := y(b + s*1e-9); v != 0 {
				p.stroke(theme.Distribution, w, a.at(b, 0), a.at(b, min(max(v, a.bot), a.top)))
			}
		}
	}
	p.curve(a, φ.Lo(), φ.Hi(), p.edges(), func(x float64) float64 {
		if v := y(x); v != 0 {
			return v
		}
		return math.NaN()
	}, theme.Distribution, w, Dash{})
}

// stairs draws the density of f′, with its jumps joined.
func (p *pen) stairs(a panel, ink theme.Role, w float64, d Dash) {
	p.curve(a, a.lo, a.hi, p.f.Breaks(), p.f.Density, ink, w, d)
	for _, b := range p.f.Breaks() {
		l, r := p.limitSlope(b, -1), p.limitSlope(b, 1)
		if l != r && b > a.lo && b < a.hi {
			p.stroke(ink, w, a.at(b, min(max(l, a.bot), a.top)), a.at(b, min(max(r, a.bot), a.top))).Dash = d
		}
	}
}

// arrow draws a point mass as an arrow whose height is the mass.
func (p *pen) arrow(a panel, x, mass float64, ink theme.Role) {
	if math.Abs(mass)*a.u < 1 {
		return
	}
	s := p.style
	w, h := s.object*1.6, s.object*6
	if h > math.Abs(mass)*a.u*0.7 {
		h = math.Abs(mass) * a.u * 0.7
	}
	q, o := a.at(x, mass), a.at(x, 0)
	dir := 1.0
	if mass < 0 {
		dir = -1
	}
	m := p.stroke(ink, w, o, Point{q.X, q.Y + dir*h*0.8})
	m.Cap = Butt
	p.fill(ink, 1, q, q, Point{q.X - h*0.46, q.Y + dir*h}, Point{q.X + h*0.46, q.Y + dir*h})
	p.avoid([]Point{o, q})
}

// comb draws the Cantor measure against φ: at the thirds of each level its mass
// is shared out evenly, so the picture is a comb over the Cantor set, k as high
// as φ, and no curve.
func (p *pen) comb(a panel, k float64) {
	var teeth func(lo, hi float64)
	teeth = func(lo, hi float64) {
		if (hi-lo)*a.u < 3 {
			x := (lo + hi) / 2
			if v := p.probe.Value(x); v > 0 {
				m := p.stroke(theme.Distribution, p.style.graph*0.5, a.at(x, 0), a.at(x, min(k*v, a.top)))
				m.Cap = Butt
			}
			return
		}
		d := (hi - lo) / 3
		teeth(lo, lo+d)
		teeth(hi-d, hi)
	}
	teeth(0, 1)
}

// probeHandles draws the handles for centre and width.
func (p *pen) probeHandles(a panel) {
	c, w := p.m.C, p.m.W
	edge := c + w
	if edge > a.hi { // the other edge of the support, if that one is seen
		edge = a.hi
		if c-w >= a.lo {
			edge = c - w
		}
	}
	at := a.at(edge, 0)
	p.handle(figure.W, at, theme.Probe, true, sideways, move{kind: away, origin: a.at(c, 0), unit: p.u}, true)
	x := min(max(c, a.lo), a.hi)
	p.handle(figure.C, a.at(x, 1), theme.Probe, false, sideways, move{kind: alongX, origin: a.at(0, 1), unit: p.u}, true)
	if _, ok := calculus.ARange(p.m.Fn); ok {
		p.slant(a)
	}
}

// distLabels names curves, areas and numbers.
func (p *pen) distLabels(a, b, c panel) {
	s, k := p.style, p.m.Fn.String()
	φ := p.probe
	num := func(v float64) []formula.Live { return []formula.Live{{Slot: "v", Text: figure.Number(v, 2)}} }
	fn, object := "fn/"+p.letter(), "weak/"+k
	if p.second() {
		fn, object = "prime/"+p.letter(), "weak2/"+k
		if p.m.Fn == calculus.ReLU {
			fn = "weak/relu"
		}
	}
	p.graphName(a, fn, fn)
	p.label(label{name: "phi", ink: theme.Probe, size: s.math * 1.2, at: a.at(φ.C-0.7*φ.W, φ.Value(φ.C-0.7*φ.W)),
		tries: []try{{-12, -4, 1, 1}, {-12, -30, 1, 1}, {60, 20, 0, 0}}})
	if !s.small || p.m.Held.Has(figure.C) { // small figures say it while it changes
		p.label(label{name: "c-eq", live: num(p.m.C), ink: theme.Probe, size: s.math, at: a.at(p.m.C, 1),
			tries: []try{{26, -22, 1, 1}, {-6, -22, 0, 1}, {-24, -8, 1, 1}, {24, -8, 0, 1}, {-30, 8, 1, 0}}})
	}
	if !s.small || p.m.Held.Has(figure.W) {
		p.label(label{name: "w-eq", live: num(p.m.W), ink: theme.Probe, size: s.math, at: a.at(min(φ.Hi(), a.hi), 0),
			tries: []try{{-2, -22, 0, 1}, {22, -18, 0, 1}, {22, 12, 0, 0}, {-22, 22, 1, 0}, {-10, -26, 1, 1}}})
	}
	p.integrals(b, c)
	y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
	q := φ.C + 0.33*φ.W
	p.label(label{name: p.integrand("integrand-parts"), ink: theme.Probe, size: s.math * 1.1, at: b.at(q, min(max(y(q), b.bot), b.top)),
		tries: []try{{-12, -6, 1, 1}, {-30, -20, 1, 1}, {12, -10, 0, 1}, {-12, 20, 1, 0}, {40, -30, 0, 1}, {-60, 30, 1, 0}}})
	if atoms := p.f.Atoms(); len(atoms) > 0 {
		p.label(label{name: object, ink: theme.Distribution, size: s.math * 1.2, at: c.at(atoms[0].X, atoms[0].Mass*φ.Value(atoms[0].X)), say: true,
			tries: []try{{-16, 8, 1, 0.5}, {-16, -16, 1, 1}, {16, -16, 0, 1}, {-16, 30, 1, 0}}})
	} else if h := p.shares(); h.pour > 0 && h.pour < 1 { // the area that comes has its number there
		p.objectName(c, object, theme.Distribution)
	} else if p.f.Singular() { // beside the comb
		p.label(label{name: p.integrand("integrand-direct"), ink: theme.Distribution, size: s.math * 1.1, at: c.at(1, 0.5), tries: []try{{10, 0, 0, 0.5}, {10, -14, 0, 1}, {10, 14, 0, 0}}})
		p.objectName(c, object, theme.Distribution)
	} else {
		p.label(label{name: p.integrand("integrand-direct"), ink: theme.Distribution, size: s.math * 1.1, at: c.at(max(φ.C+0.1, (max(0, φ.Lo())+φ.Hi())/2-0.2), 0.5*max(0.3, math.Abs(p.f.Density(φ.C))*0.9)),
			tries: []try{{0, 0, 0.5, 0.5}, {0, -16, 0.5, 0.5}, {0, 20, 0.5, 0.5}, {20, 0, 0.5, 0.5}}})
		p.objectName(c, object, theme.Distribution)
	}
	if s := p.shares(); s.ends > 0.5 && !p.style.small {
		name := "bound/" + p.letter()
		if p.second() {
			name = "bound2/" + p.letter()
		}
		q := φ.C + 0.45*φ.W
		p.label(label{name: name, ink: theme.Ink, size: p.style.math * 0.95, at: a.at(q, min(max(p.f.Value(q)*φ.Value(q), a.bot), a.top)),
			tries: []try{{14, -2, 0, 1}, {14, 14, 0, 0}, {-10, 14, 1, 0}, {-14, -4, 1, 1}}})
	}
}

// integrals draws the two integrals with their values, in the inks of their
// areas: beside the panels where there is room, else in the empty half.
func (p *pen) integrals(b, c panel) {
	s := p.style
	pair := p.facts.Pairing
	put := func(a panel, name, key string, v float64, ink theme.Role, at float64) {
		live := figure.Number(v, 4)
		line := p.set.Line(name)
		_, up, down := p.set.Extent(line, s.math)
		size := s.math * 1.45
		w := p.set.TextWidth(live, size)
		x, mid := a.at(2.5, at).X, a.at(0, at).Y
		if s.inside {
			x = a.at(a.lo, 0).X + 8
			mid = a.at(0, at).Y
		} else if p.layout == Projector {
			x = a.at(3.28, 0).X
		}
		lw, _, _ := p.set.Extent(line, s.math)
		h := up + down + 6*p.k + size*0.75
		y := mid - h/2
		out := a.at(a.hi, 0).X + 34*p.k // right of the panel and of the axis's name
		left, right := a.at(a.lo, 0).X+8, a.at(a.hi, 0).X-max(w, lw)-8
		for _, strict := range [...]bool{true, false} {
			for _, t := range [...]Point{{x, y}, {x, y - 30}, {x, y + 24}, {out, y}, {out, a.y0 - h - 14}, {out, y + 40}, {left, y}, {left, y - 40}, {left, y + 30}, {right, y}, {right, y - 40}, {right, y + 40}, {left, y - 80}, {right, y - 80}} {
				box := Rect{t.X, t.Y, max(w, lw), h}
				if !p.fits(box) || strict && p.crossed(box) > 0 {
					continue
				}
				p.take(box)
				p.typeset(name, Point{t.X, t.Y + up}, s.math, theme.Ink, true)
				p.text(live, t.X, t.Y+h, size, ink)
				return
			}
		}
	}
	form, dform := "parts", "direct"
	if s.inside {
		form, dform = "parts-inline", "direct-inline"
	}
	put(b, p.integrand(form), "parts", pair.ByParts, theme.Probe, min(1.5, b.top*0.6))
	put(c, p.integrand(dform), "direct", pair.Direct, theme.Distribution, 0.5)
}

// partValues writes the values of the signed parts into the area that the line
// speaks of; where it is cut, of the pieces.
func (p *pen) partValues(b, c panel, s shares) {
	if p.style.small {
		return
	}
	φ := p.probe
	switch pair := p.facts.Pairing; {
	case s.pour > 0 && s.pour < 1:
	case s.pour >= 1:
		if len(p.f.Atoms()) > 0 || p.f.Singular() {
			return
		}
		y := func(x float64) float64 { return p.f.Density(x) * φ.Value(x) }
		left, ok := p.f.Over(φ, math.Inf(-1), 0)
		right, _ := p.f.Over(φ, 0, math.Inf(1))
		if ok && left.Direct*right.Direct < 0 {
			p.partValue(c, y, left.Lo, left.Hi, left.Direct, theme.Distribution, 1)
			p.partValue(c, y, right.Lo, right.Hi, right.Direct, theme.Distribution, 1)
		}
	default:
		y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
		if parts := p.f.Parts(φ); s.cut > 0.5 && len(parts) > 1 && len(p.cuts3()) > 0 {
			for _, q := range parts {
				if q.ByParts != 0 {
					p.partValue(b, y, q.Lo, q.Hi, q.ByParts, theme.Probe, ease(2*s.cut-1))
				}
			}
			return
		}
		scale := p.f.Scale(φ)
		if over, under := (scale+pair.ByParts)/2, (pair.ByParts-scale)/2; over > 5e-4 && under < -5e-4 {
			fade := 1 - ease(2*s.cut)
			p.partValue(b, func(x float64) float64 { return max(0, y(x)) }, φ.Lo(), φ.Hi(), over, theme.Probe, fade)
			p.partValue(b, func(x float64) float64 { return min(0, y(x)) }, φ.Lo(), φ.Hi(), under, theme.Probe, fade)
		}
	}
}

// partValue writes the value of a part of an area, with its sign, into it, or
// beside it where the part is too small.
func (p *pen) partValue(a panel, y func(float64) float64, lo, hi, v float64, ink theme.Role, alpha float64) {
	lo, hi = max(lo, a.lo), min(hi, a.hi)
	if alpha <= 0 || !(hi > lo) {
		return
	}
	at, ok := p.middle(a, y, lo, hi)
	if !ok {
		return
	}
	text := figure.Number(v, 4)
	if v > 0 {
		text = "+" + text
	}
	size := p.style.word * 1.1
	w, h := p.set.TextWidth(text, size), size*0.7
	down := math.Copysign(1, -v)
	for _, t := range [...]Point{{0, 0}, {0, -14}, {0, 14}, {0, down * 26}, {0, down * 44}, {0, down * 64}, {-50, down * 30}, {50, down * 30}, {-80, 0}, {80, 0}} {
		box := Rect{at.X + t.X*p.k - w/2, at.Y + t.Y*p.k - h/2, w, h}
		if !p.fits(box) || p.crossed(box) > 0 {
			continue
		}
		p.take(box)
		p.text(text, box.X, box.Y+h, size, ink).Alpha = alpha
		return
	}
}

// middle is the centre of mass of the area under y as it is seen; false if
// nothing of it is.
func (p *pen) middle(a panel, y func(float64) float64, lo, hi float64) (Point, bool) {
	lo, hi = max(lo, a.lo), min(hi, a.hi)
	const n = 60
	var sum, cx, cy float64
	for i := range n {
		x := lo + (hi-lo)*(float64(i)+0.5)/n
		h := min(max(y(x), a.bot), a.top)
		if math.IsNaN(h) {
			continue
		}
		sum, cx, cy = sum+math.Abs(h), cx+math.Abs(h)*x, cy+math.Abs(h)*h/2
	}
	if !(sum > 0) || hi <= lo {
		return Point{}, false
	}
	return a.at(cx/sum, cy/sum), true
}

// areaTargets makes the two areas things that can be pointed at.
func (p *pen) areaTargets(b, c panel) {
	φ := p.probe
	for _, t := range [...]struct {
		panel
		term figure.Term
	}{{b, figure.PartsTerm}, {c, figure.DirectTerm}} {
		lo, hi := max(φ.Lo(), t.lo), min(φ.Hi(), t.hi)
		if hi <= lo {
			continue
		}
		r := t.rect()
		p.Targets = append(p.Targets, Target{
			Key: "area-" + termKeys[t.term], Term: t.term, Label: "In the picture. " + p.termLabel(t.term), Focus: true,
			Rect: Rect{t.at(lo, 0).X, r.Y, (hi - lo) * t.u, r.H},
		})
	}
}
