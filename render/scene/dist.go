package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/theme"
)

// dist draws the distribution lens: f with the probe φ under it; −f φ′ with its
// area; f′ φ with its area. The two areas are equal, in the same unit.
func (p *pen) dist() {
	v := viewOf(p.m.Fn)
	a := p.stack(-1, v.probe, v.by, v.with)
	line := p.line()
	p.base(a[0], axes{yTicks: true, lattice: true})
	p.base(a[1], axes{yTicks: true, lattice: true})
	p.base(a[2], axes{yTicks: true, xTicks: true, lattice: true, name: true})
	p.dotted(Point{p.x0, a[0].rect().Y}, Point{p.x0, a[2].y0 + 6})
	if line == 4 {
		if e := p.probe.Hi(); e < p.hi {
			p.dotted(Point{a[0].at(e, 0).X, a[0].y0 + p.style.halo}, Point{a[2].at(e, 0).X, a[2].y0 + 6})
		}
	}
	p.under(a[0])
	p.byParts(a[1], line)
	p.direct(a[2], line)
	p.probeHandles(a[0])
	p.distLabels(a[0], a[1], a[2])
}

// line is the line of the derivation that is current, 1 … 5.
func (p *pen) line() int { return min(max(int(math.Round(p.m.P)), 1), 5) }

// dim is the opacity of what the current line does not speak of.
const dim = 0.4

// under draws f and the probe.
func (p *pen) under(a panel) {
	φ := p.probe
	p.area(a, φ.Lo(), φ.Hi(), φ.Value, theme.Probe, p.theme.Wash)
	w := p.style.graph
	p.style.graph = w * 0.9
	p.graph(a)
	p.style.graph = w
	p.curve(a, φ.Lo(), φ.Hi(), nil, φ.Value, theme.Probe, w, Dash{})
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

// byParts draws −f φ′: the positive part filled, the negative part hatched.
func (p *pen) byParts(a panel, line int) {
	φ := p.probe
	y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
	k := 1.0
	if line > 3 {
		k = dim
	}
	p.signed(a, φ.Lo(), φ.Hi(), y, func(n0 int, above bool) {
		m := p.add(Fill, theme.Probe, p.theme.Area*k)
		m.Points = p.since(n0)
		if !above {
			m.Hatch, m.Alpha = true, k
		}
	})
	p.curve(a, φ.Lo(), φ.Hi(), p.edges(), y, theme.Probe, p.style.graph*0.9, Dash{})
	if line == 3 { // the cut at the break
		for _, b := range p.f.Breaks() {
			if b > φ.Lo() && b < φ.Hi() {
				p.stroke(theme.Ink, p.style.axis*1.6, a.at(b, -0.12), a.at(b, min(a.top, 0.5)))
			}
		}
	}
}

// direct draws f′ φ: the density's area, the atoms as arrows and, for the
// Cantor function, the measure as a comb, since it has no density.
func (p *pen) direct(a panel, line int) {
	φ := p.probe
	y := func(x float64) float64 { return p.f.Density(x) * φ.Value(x) }
	k := 1.0
	if line < 4 {
		k = dim
	}
	p.area(a, φ.Lo(), φ.Hi(), y, theme.Distribution, p.theme.Area*k)
	w := p.style.graph
	d := Dash{w * 2.6, w * 1.8}
	p.curve(a, φ.Lo(), φ.Hi(), nil, φ.Value, theme.Probe, w*0.5, Dash{5 * w / 3, 5 * w / 3})
	if p.f.Kind() != calculus.Cantor {
		p.stairs(a, theme.Distribution, w*0.7, d)
	}
	if !p.f.Singular() && len(p.f.Atoms()) == 0 {
		p.closed(a, y, w)
	}
	for _, atom := range p.f.Atoms() {
		p.arrow(a, atom.X, atom.Mass*φ.Value(atom.X), theme.Distribution)
	}
	if p.f.Singular() {
		p.comb(a)
	}
	if line == 4 {
		for _, x := range p.ends() {
			if x >= a.lo && x <= a.hi {
				p.disc(a.at(x, 0), p.style.handle*0.6, theme.Paper, theme.Ink, 2*p.k)
			}
		}
	}
}

// ends are the places where the boundary term is read off: the breaks inside
// the probe's support and the support's edges, where φ vanishes.
func (p *pen) ends() []float64 {
	out := []float64{}
	for _, part := range p.f.Parts(p.probe) {
		if part.BoundaryLo == 0 && (len(out) == 0 || out[len(out)-1] != part.Lo) {
			out = append(out, part.Lo)
		}
		if part.BoundaryHi == 0 {
			out = append(out, part.Hi)
		}
	}
	if p.m.Fn == calculus.ReLU && len(out) == 3 { // left of 0 nothing is integrated
		out = out[1:]
	}
	return out
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
// is shared out evenly, so the picture is a comb over the Cantor set, as high
// as φ, and no curve.
func (p *pen) comb(a panel) {
	var teeth func(lo, hi float64)
	teeth = func(lo, hi float64) {
		if (hi-lo)*a.u < 3 {
			x := (lo + hi) / 2
			if v := p.probe.Value(x); v > 0 {
				m := p.stroke(theme.Distribution, p.style.graph*0.5, a.at(x, 0), a.at(x, min(v, a.top)))
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
	p.graphName(a, "fn/"+p.letter(), "fn/"+p.letter())
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
	p.label(label{name: "integrand-parts/" + p.letter(), ink: theme.Probe, size: s.math * 1.1, at: b.at(q, min(max(y(q), b.bot), b.top)),
		tries: []try{{-12, -6, 1, 1}, {-30, -20, 1, 1}, {12, -10, 0, 1}, {-12, 20, 1, 0}, {40, -30, 0, 1}, {-60, 30, 1, 0}}})
	p.label(label{name: "integrand-direct/" + k, ink: theme.Distribution, size: s.math * 1.1, at: c.at(max(φ.C+0.1, (max(0, φ.Lo())+φ.Hi())/2-0.2), 0.5*max(0.3, math.Abs(p.f.Density(φ.C))*0.9)),
		tries: []try{{0, 0, 0.5, 0.5}, {0, -16, 0.5, 0.5}, {0, 20, 0.5, 0.5}, {20, 0, 0.5, 0.5}}})
	p.objectName(c, "weak/"+k, theme.Distribution)
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
	form := "parts/"
	dform := "direct/"
	if s.inside {
		form, dform = "parts-inline/", "direct-inline/"
	}
	put(b, form+p.letter(), "parts", pair.ByParts, theme.Probe, min(1.5, b.top*0.6))
	put(c, dform+p.m.Fn.String(), "direct", pair.Direct, theme.Distribution, 0.5)
}
