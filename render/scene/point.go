package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/theme"
)

// point draws the pointwise lens: f with a tangent, or with two secants that
// disagree, and below it the graph of f′ with its holes.
func (p *pen) point() {
	a := p.stack(p.standing())
	f, d := a[0], a[1]
	p.stands(f, d)
	p.guide(f, d)
	open, left, right := p.opening()
	p.within(f, func() {
		if p.facts.HasSlope {
			p.tangent(f)
		} else {
			p.secants(f, left, right)
		}
		p.as(upper, func() { p.graph(f) })
		if !p.facts.HasSlope {
			p.beyond(f, left, right)
		}
	})
	p.within(d, func() {
		if !p.facts.HasSlope {
			p.secantSlopes(d, left, right)
		}
		p.as(lower, func() { p.slopes(d, theme.Pointwise) })
	})
	p.within(f, func() { p.quotients(f) })
	p.slant(f)
	p.pointHandle(f)
	p.pointLabels(f, d)
	for i := range p.Words {
		p.Words[i].Fade = 1 - open
	}
}

// stands draws the axes of the two panels of a lens, which outlive it.
func (p *pen) stands(f, d panel) {
	p.panels = panels{f, d}
	p.as(upper, func() { p.base(f, axes{yTicks: true, lattice: true}) })
	p.as(lower, func() { p.base(d, axes{yTicks: true, xTicks: true, lattice: true, name: true}) })
}

// guide drops a dotted line from the point on the graph to its image below.
func (p *pen) guide(f, d panel) {
	from := f.edge(p.m.X, p.facts.Value)
	p.as(upper, func() { p.dotted(from, Point{from.X, d.at(0, d.floor()).Y + 6}) })
}

// tangent draws the tangent as a band, with a slope triangle.
func (p *pen) tangent(f panel) {
	x, y, s := p.m.X, p.facts.Value, p.facts.Slope
	l, r, ok := f.line(x, y, s)
	if !ok {
		return
	}
	band := p.stroke(theme.Pointwise, p.style.graph*3.4, l, r)
	band.Alpha = p.theme.Band
	p.stroke(theme.Pointwise, p.style.graph*0.85, l, r).Dash = p.style.dash()
	p.avoid([]Point{l, r})
	if run, ok := p.triangle(f); ok {
		w := p.style.graph / 2
		m := p.stroke(theme.Pointwise, w, f.at(x, y), f.at(x+run, y), f.at(x+run, y+run*s))
		if p.style.small { // elsewhere its own numbers stand at it
			p.avoid(m.Points)
		}
	}
}

// triangle returns the run of the slope triangle, 1 to the right or to the
// left, if a triangle can be seen there.
func (p *pen) triangle(f panel) (float64, bool) {
	s := p.facts.Slope
	for _, run := range [...]float64{1, -1} {
		x, y := p.m.X+run, p.facts.Value+run*s
		if x > f.lo && x < f.hi && y > f.bot && y < f.top && math.Abs(s) > 0.08 {
			return run, true
		}
	}
	return 0, false
}

// secants draws the bands of the two secants at a point without a slope.
func (p *pen) secants(f panel, left, right float64) {
	x, h, y := p.m.X, p.m.H, p.facts.Value
	p.bandOf(f.at(x-h, y-h*left), f.at(x, y), Round)
	p.bandOf(f.at(x, y), f.at(x+h, y+h*right), Round)
}

// secantSlopes draws them as mean slopes.
func (p *pen) secantSlopes(d panel, left, right float64) {
	x, h := p.m.X, p.m.H
	p.bandOf(d.at(x-h, left), d.at(x, left), Butt)
	p.bandOf(d.at(x, right), d.at(x+h, right), Butt)
}

// bandOf is the band along a secant.
func (p *pen) bandOf(a, b Point, c Cap) {
	m := p.stroke(theme.Pointwise, p.style.band(), a, b)
	m.Alpha, m.Cap = p.theme.Band, c
}

// beyond continues the two secants past the point, dashed, where the graph
// does not follow them.
func (p *pen) beyond(f panel, left, right float64) {
	x, y := p.m.X, p.facts.Value
	for _, side := range [...]struct{ s, dir float64 }{{left, 1}, {right, -1}} {
		end := x + side.dir*2.3/max(1, math.Abs(side.s))
		p.clip([]Point{{x, y}, {end, y + side.s*(end-x)}}, max(f.bot+0.04, -2), f.top, func(q []Point) {
			m := p.stroke(theme.Pointwise, p.style.graph*0.85, f.at(q[0].X, q[0].Y), f.at(q[1].X, q[1].Y))
			m.Dash = p.style.dash()
			p.avoid(m.Points)
		})
	}
}

// slopes draws the graph of f′ with an open circle wherever f′ is missing, and
// the image of the point.
func (p *pen) slopes(d panel, ink theme.Role) {
	if p.f.Kind() == calculus.Cantor {
		p.flats(d, ink)
	} else {
		p.curve(d, d.lo, d.hi, p.breaks, p.f.Density, ink, p.style.object, Dash{})
	}
	for _, b := range p.breaks {
		if _, ok := p.f.Derivative(b); ok || b < d.lo || b > d.hi {
			continue
		}
		for _, s := range [...]float64{p.limitSlope(b, -1), p.limitSlope(b, 1)} {
			if s >= d.bot && s <= d.top {
				p.open(d.at(b, s), ink)
			}
		}
	}
	if s := p.facts.Slope; p.facts.HasSlope && s >= d.bot && s <= d.top {
		p.disc(d.at(p.m.X, s), p.style.handle*0.83, ink, theme.Paper, p.style.graph*0.8)
	}
}

// limitSlope is the limit of f′ from one side of a break.
func (p *pen) limitSlope(b, dir float64) float64 {
	return p.f.Density(b + dir*1e-9)
}

// flats draws f′ = 0 of the Cantor function on its gaps only: what is left out
// is the Cantor set.
func (p *pen) flats(d panel, ink theme.Role) {
	flat := func(lo, hi float64) {
		p.stroke(ink, p.style.object, d.at(lo, 0), d.at(hi, 0)).Cap = Butt
	}
	flat(d.lo, 0)
	p.gaps(0, 1, flat)
	flat(1, d.hi)
}

// quotients marks the two points at distance h that the quotients use; the
// right one is the handle h.
func (p *pen) quotients(f panel) {
	x, h := p.m.X, p.m.H
	r := p.style.handle * 0.72
	for _, k := range [...]float64{-1, 1} {
		q := f.at(x+k*h, p.f.Value(x+k*h))
		if !f.sees(x+k*h, p.f.Value(x+k*h)) {
			continue
		}
		if p.facts.HasSlope {
			m := p.stroke(theme.Pointwise, p.style.graph/2, f.at(x, p.facts.Value), q)
			m.Alpha = 0.8
		}
		if k < 0 {
			p.disc(q, r, theme.Pointwise, theme.Paper, 2*p.k)
			p.take(Rect{q.X - r, q.Y - r, 2 * r, 2 * r})
		}
	}
}

// sees reports whether a world point lies in the panel.
func (a panel) sees(x, y float64) bool { return x >= a.lo && x <= a.hi && y >= a.bot && y <= a.top }

// pointHandle draws the point P and the handle h.
func (p *pen) pointHandle(f panel) {
	x, h := p.m.X, p.m.H
	at := f.at(x, min(max(p.facts.Value, f.bot), f.top))
	if q := f.at(x+h, p.f.Value(x+h)); f.sees(x+h, p.f.Value(x+h)) {
		p.handle(figure.H, q, theme.Pointwise, false, sideways, move{kind: away, origin: Point{at.X, q.Y}, ux: p.u}, true)
	} else if q := f.at(x-h, p.f.Value(x-h)); f.sees(x-h, p.f.Value(x-h)) {
		p.handle(figure.H, q, theme.Pointwise, false, sideways, move{kind: away, origin: Point{at.X, q.Y}, ux: p.u}, true)
	}
	p.as(upper, func() {
		p.handle(figure.X, at, theme.Ink, false, sideways, move{kind: alongX, origin: Point{p.x0, at.Y}, ux: p.u}, true)
	})
}

// slant is the handle a on the left branch of the functions that have one.
func (p *pen) slant(f panel) {
	if _, ok := calculus.ARange(p.m.Fn); !ok {
		return
	}
	y := p.f.Value(-1)
	at := f.at(-1, y)
	if p.second() { // a is the value of f′ there
		p.handle(figure.A, at, theme.Ink, true, upDown, move{kind: alongY, origin: f.at(-1, 0), uy: f.uy}, true)
	} else if !f.sees(-1, y) || math.Abs(p.m.X+1)*p.u < 2*p.style.handle {
		x := max(f.lo+0.2, -0.5)
		at = f.at(x, p.f.Value(x))
		if !f.sees(x, p.f.Value(x)) {
			return
		}
		p.handle(figure.A, at, theme.Ink, true, upDown, move{kind: alongY, origin: f.at(x, 0), uy: x * f.uy}, true)
	} else {
		p.handle(figure.A, at, theme.Ink, true, upDown, move{kind: alongY, origin: f.at(-1, 0), uy: -f.uy}, true)
	}
	p.label(label{line: p.set.Line("a-eq"), live: p.lives(slot("v", p.num(p.m.A, 2))), ink: theme.Ink, size: p.style.math, at: at},
		try{0, -14, 0.5, 1}, try{0, 14, 0.5, 0}, try{-16, 0, 1, 0.5}, try{16, 0, 0, 0.5})
}

// pointLabels names what was drawn.
func (p *pen) pointLabels(f, d panel) {
	s, x, h := p.style, p.m.X, p.m.H
	at := f.at(x, min(max(p.facts.Value, f.bot), f.top))
	p.graphName(f, p.set.Line("definition/"+p.m.Fn.String()), p.set.Line("fn/"+p.letter()))
	p.objectName(d, p.set.Line("prime/"+p.letter()), theme.Pointwise)
	if p.facts.HasSlope {
		p.label(label{key: "tangent", word: figure.TangentWord(p.m), ink: theme.Pointwise, size: s.word, bold: true, at: f.at(x-0.6, p.facts.Value-0.6*p.facts.Slope)},
			try{-16, -10, 1, 1}, try{16, 12, 0, 0}, try{-16, 12, 1, 0}, try{16, -10, 0, 1}, try{0, -24, 0.5, 1}, try{0, 24, 0.5, 0}, try{90, -14, 0, 1}, try{-90, -14, 1, 1})
		if y := p.facts.Slope; y >= d.bot && y <= d.top {
			p.label(label{line: p.set.Line("prime-at/" + p.letter()), live: p.lives(slot("x", p.num(x, 2)), slot("v", p.num(y, 2))), ink: theme.Pointwise, size: s.math, at: d.at(x, y)},
				try{14, 12, 0, 0}, try{14, -12, 0, 1}, try{-14, -12, 1, 1}, try{-14, 12, 1, 0}, try{0, 40, 0.5, 0})
		}
		if !s.small {
			p.label(label{line: p.set.Line("point"), live: p.lives(slot("x", p.num(x, 2)), slot("y", p.num(p.facts.Value, 2))), ink: theme.Ink, size: s.math, at: at},
				try{26, 14, 0, 0}, try{26, -14, 0, 1}, try{-26, 14, 1, 0}, try{-26, -14, 1, 1}, try{0, -34, 0.5, 1}, try{0, 34, 0.5, 0})
		}
		if run, ok := p.triangle(f); ok && !s.small {
			y := p.facts.Value
			p.label(label{key: "run", word: figure.NumberWord(run, 0), ink: theme.Pointwise, size: s.word, at: f.at(x+run/2, y)}, try{0, 6, 0.5, 0}, try{0, -6, 0.5, 1})
			p.label(label{key: "rise", word: figure.NumberWord(run*p.facts.Slope, 2), ink: theme.Pointwise, size: s.word, at: f.at(x+run, y+run*p.facts.Slope/2)}, try{8, 0, 0, 0.5}, try{-8, 0, 1, 0.5})
		}
		return
	}
	// The names stand at the ends of the secants, or farther out along them
	// where the secants are short.
	far := max(h, 0.6)
	l, r := f.inside(x, p.facts.Value, -far, p.facts.QuotLeft), f.inside(x, p.facts.Value, far, p.facts.QuotRight)
	p.label(label{key: "right", word: figure.SecantWord(p.m, p.facts.QuotRight), ink: theme.Pointwise, size: s.word, bold: true, at: r},
		try{20, 8, 0, 0.5}, try{-20, -14, 1, 1}, try{20, -10, 0, 1}, try{20, 20, 0, 0}, try{60, 30, 0, 0}, try{0, 30, 0.5, 0})
	p.label(label{key: "left", word: figure.SecantWord(p.m, p.facts.QuotLeft), ink: theme.Pointwise, size: s.word, bold: true, at: l},
		try{0, -16, 0.5, 1}, try{-16, 0, 1, 0.5}, try{0, 16, 0.5, 0}, try{-40, -30, 1, 1}, try{-60, -16, 1, 1}, try{-60, 20, 1, 0})
	mid := (max(min(p.slopeAt(-1), d.top), d.bot) + max(min(p.slopeAt(1), d.top), d.bot)) / 2
	if math.Abs(mid) < 0.25 { // not on the axis
		mid = 0.5
	}
	p.label(label{key: "hole", word: figure.NoValueWord(p.m), ink: theme.Pointwise, size: s.word, at: d.at(x, mid)},
		try{-18, 0, 1, 0.5}, try{18, 0, 0, 0.5}, try{-18, -26, 1, 1}, try{-18, 26, 1, 0}, try{18, -26, 0, 1}, try{18, 26, 0, 0})
	if !s.small {
		p.label(label{line: p.set.Line("point-name"), ink: theme.Ink, size: s.math, at: at}, try{10, 15, 0, 0}, try{-10, 15, 1, 0}, try{-16, -16, 1, 1})
		p.label(label{line: p.set.Line("h"), ink: theme.Pointwise, size: s.math, at: f.at(x+h/2, min(p.facts.Value, p.f.Value(x+h)))}, try{0, 8, 0.5, 0}, try{0, -8, 0.5, 1})
		p.label(label{line: p.set.Line("h"), ink: theme.Pointwise, size: s.math, at: f.at(x-h/2, min(p.facts.Value, p.f.Value(x-h)))}, try{0, 8, 0.5, 0}, try{0, -8, 0.5, 1})
	}
}

// slopeAt is the limit of f′ at the point from one side, as a number that can
// be drawn.
func (p *pen) slopeAt(dir float64) float64 {
	s := p.limitSlope(p.m.X, dir)
	if math.IsNaN(s) {
		return 0
	}
	return s
}

// graphName labels the graph near its right end.
func (p *pen) graphName(f panel, long, short *formula.Line) {
	s := p.style
	end := f.lo
	y := 0.0
	for x := f.hi; x > f.lo; x -= 0.05 {
		if y = p.f.Value(x); y >= f.bot && y <= f.top {
			end = x
			break
		}
	}
	name, size := long, s.math*1.05
	if s.small {
		name = short
	}
	at := f.at(end, y)
	for _, n := range [...]struct {
		line  *formula.Line
		clean bool
	}{{name, true}, {short, true}, {name, false}, {short, false}} { // a short name off the ink before a long one on it
		if _, ok := p.label(label{line: n.line, clean: n.clean, ink: theme.Ink, size: size, at: at, say: true},
			try{-24, 4, 1, 0.5}, try{12, 0, 0, 0.5}, try{-10, -12, 1, 1}, try{-10, 12, 1, 0}, try{-60, 30, 1, 0}, try{-60, -14, 1, 1}); ok {
			return
		}
	}
}

// objectName labels the graph of the derivative at its right end.
func (p *pen) objectName(d panel, name *formula.Line, ink theme.Role) {
	y := p.f.Density(d.hi - 1e-6)
	if math.IsNaN(y) || y > d.top || y < d.bot {
		y = min(max(y, d.bot), d.top)
	}
	l := label{line: name, ink: ink, size: p.style.math * 1.2, at: d.at(d.hi, y), say: true}
	if p.style.inside {
		p.label(l, try{0, -5, 1, 1}, try{0, 6, 1, 0}, try{-40, -5, 1, 1}, try{4, -5, 1, 1}, try{8, -5, 1, 1})
	} else {
		p.label(l, try{12, 0, 0, 0.5}, try{0, -6, 1, 1}, try{0, 6, 1, 0})
	}
}
