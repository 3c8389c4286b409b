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
	a := p.stack(p.standing())
	p.stands(a[0], a[2])
	p.base(a[1], axes{yTicks: true, lattice: true})
	p.dotted(Point{p.x0, a[0].rect().Y}, Point{p.x0, a[2].at(0, a[2].floor()).Y + 6})
	s := p.shares()
	p.within(a[0], func() { p.under(a[0]) })
	p.within(a[1], func() { p.byParts(a[1], s) })
	p.within(a[2], func() { p.direct(a[2], s) })
	p.pouring(a[1], a[2], s)
	p.boundary(a[0], a[2], s.ends)
	p.probeHandles(a[0])
	p.distLabels(a[0], a[1], a[2])
	p.partValues(a[1], a[2], s)
	p.areaTargets(a[1], a[2])
}

// variant is a formula that depends on the function and on which derivative the
// derivation is of.
func (s *subject) variant(label string) *formula.Line {
	switch {
	case s.second():
		return s.set.Line(label + "2/" + s.m.Fn.String())
	case strings.Contains(label, "parts"):
		return s.set.Line(label + "/" + s.letter())
	}
	return s.set.Line(label + "/" + s.m.Fn.String())
}

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
	p.handle(figure.W, at, theme.Probe, true, sideways, move{kind: away, origin: a.at(c, 0), ux: p.u}, true)
	x := min(max(c, a.lo), a.hi)
	p.handle(figure.C, a.at(x, 1), theme.Probe, false, sideways, move{kind: alongX, origin: a.at(0, 1), ux: p.u}, true)
	if _, ok := calculus.ARange(p.m.Fn); ok {
		p.slant(a)
	}
}

// distLabels names curves, areas and numbers.
func (p *pen) distLabels(a, b, c panel) {
	s, k := p.style, p.m.Fn.String()
	φ := p.probe
	num := func(v float64) []formula.Live { return p.lives(slot("v", p.num(v, 2))) }
	fn, object := p.set.Line("fn/"+p.letter()), p.set.Line("weak/"+k)
	if p.second() {
		fn, object = p.set.Line("prime/"+p.letter()), p.set.Line("weak2/"+k)
		if p.m.Fn == calculus.ReLU {
			fn = p.set.Line("weak/relu")
		}
	}
	p.graphName(a, fn, fn)
	p.label(label{line: p.set.Line("phi"), ink: theme.Probe, size: s.math * 1.2, at: a.at(φ.C-0.7*φ.W, φ.Value(φ.C-0.7*φ.W))}, try{-12, -4, 1, 1}, try{-12, -30, 1, 1}, try{60, 20, 0, 0})
	if !s.small || p.m.Held.Has(figure.C) { // small figures say it while it changes
		p.label(label{line: p.set.Line("c-eq"), live: num(p.m.C), ink: theme.Probe, size: s.math, at: a.at(p.m.C, 1)},
			try{26, -22, 1, 1}, try{-6, -22, 0, 1}, try{-24, -8, 1, 1}, try{24, -8, 0, 1}, try{-30, 8, 1, 0})
	}
	if !s.small || p.m.Held.Has(figure.W) {
		p.label(label{line: p.set.Line("w-eq"), live: num(p.m.W), ink: theme.Probe, size: s.math, at: a.at(min(φ.Hi(), a.hi), 0)},
			try{-2, -22, 0, 1}, try{22, -18, 0, 1}, try{22, 12, 0, 0}, try{-22, 22, 1, 0}, try{-10, -26, 1, 1})
	}
	p.integrals(b, c)
	y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
	q := φ.C + 0.33*φ.W
	p.label(label{line: p.variant("integrand-parts"), ink: theme.Probe, size: s.math * 1.1, at: b.at(q, min(max(y(q), b.bot), b.top))},
		try{-12, -6, 1, 1}, try{-30, -20, 1, 1}, try{12, -10, 0, 1}, try{-12, 20, 1, 0}, try{40, -30, 0, 1}, try{-60, 30, 1, 0})
	if p.untold() {
		return
	}
	if atoms := p.atoms; len(atoms) > 0 {
		p.label(label{line: object, ink: theme.Distribution, size: s.math * 1.2, at: c.at(atoms[0].X, atoms[0].Mass*φ.Value(atoms[0].X)), say: true},
			try{-16, 8, 1, 0.5}, try{-16, -16, 1, 1}, try{16, -16, 0, 1}, try{-16, 30, 1, 0})
	} else if h := p.shares(); h.pour > 0 && h.pour < 1 { // the area that comes has its number there
		p.objectName(c, object, theme.Distribution)
	} else if p.f.Singular() { // beside the comb
		p.label(label{line: p.variant("integrand-direct"), ink: theme.Distribution, size: s.math * 1.1, at: c.at(1, 0.5)}, try{10, 0, 0, 0.5}, try{10, -14, 0, 1}, try{10, 14, 0, 0})
		p.objectName(c, object, theme.Distribution)
	} else {
		p.label(label{line: p.variant("integrand-direct"), ink: theme.Distribution, size: s.math * 1.1, at: c.at(max(φ.C+0.1, (max(0, φ.Lo())+φ.Hi())/2-0.2), 0.5*max(0.3, math.Abs(p.f.Density(φ.C))*0.9))},
			try{0, 0, 0.5, 0.5}, try{0, -16, 0.5, 0.5}, try{0, 20, 0.5, 0.5}, try{20, 0, 0.5, 0.5}, try{20, -44, 0, 1}, try{40, -60, 0, 1})
		p.objectName(c, object, theme.Distribution)
	}
	if s := p.shares(); s.ends > 0.5 && !p.style.small {
		name := p.set.Line("bound/" + p.letter())
		if p.second() {
			name = p.set.Line("bound2/" + p.letter())
		}
		q := φ.C + 0.45*φ.W
		p.label(label{line: name, ink: theme.Ink, size: p.style.math * 0.95, at: a.at(q, min(max(p.f.Value(q)*φ.Value(q), a.bot), a.top))},
			try{14, -2, 0, 1}, try{14, 14, 0, 0}, try{-10, 14, 1, 0}, try{-14, -4, 1, 1})
	}
}

// untold reports whether it is too early to name what f′ is: a lecture says it
// on line 4, and on the lines before the picture does not give it away.
func (p *pen) untold() bool { return p.layout == Projector && p.shares().direct == dim }

// integrals draws the two integrals with their values, in the inks of their
// areas: beside the panels where there is room, else in the empty half.
func (p *pen) integrals(b, c panel) {
	s := p.style
	pair := p.pairing()
	put := func(a panel, line *formula.Line, v float64, ink theme.Role, at float64) {
		live := p.num(v, 4)
		_, up, down := p.set.Extent(line, s.math)
		size := s.math * 1.45
		w := p.width(live, size)
		x, mid := a.at(2.5, at).X, a.at(0, at).Y
		if s.inside {
			x = a.at(a.lo, 0).X + 8
			mid = a.at(0, at).Y
		} else if p.layout == Projector {
			x = a.at(3.28, 0).X
		}
		lw, _, _ := p.set.Extent(line, s.math)
		h := up + down + 6*p.k + size*0.75
		tail := 0.0 // of a decimal comma
		if p.m.Lang.Comma() {
			tail = size * 0.16
		}
		y := mid - h/2
		out := a.at(a.hi, 0).X + 34*p.k // right of the panel and of the axis's name
		left, right := a.at(a.lo, 0).X+8, a.at(a.hi, 0).X-max(w, lw)-8
		for _, strict := range [...]bool{true, false} {
			for _, t := range [...]Point{{x, y}, {x, y - 30}, {x, y + 24}, {out, y}, {out, a.y0 - h - 14}, {out, y + 40}, {left, y}, {left, y - 40}, {left, y + 30}, {right, y}, {right, y - 40}, {right, y + 40}, {left, y - 80}, {right, y - 80}} {
				box := Rect{t.X, t.Y, max(w, lw), h + tail}
				if !p.fits(box) || strict && p.inked.crossed(box, 0) > 0 {
					continue
				}
				p.take(box)
				p.typeset(line, Point{t.X, t.Y + up}, s.math, theme.Ink, true)
				p.text(live, t.X, t.Y+h, size, ink)
				return
			}
		}
	}
	form, dform := "parts", "direct"
	if s.inside {
		form, dform = "parts-inline", "direct-inline"
	}
	put(b, p.variant(form), pair.ByParts, theme.Probe, min(1.5, b.top*0.6))
	if p.untold() {
		return
	}
	put(c, p.variant(dform), pair.Direct, theme.Distribution, 0.5)
}
