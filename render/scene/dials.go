package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// The handles of what a function is made with: a, on the left half of the graph or, of a
// formula, on the axis of x, and the sharpness β, on the graph of the derivative. All
// lenses have them, and they keep off the handles of the lens.

// slant is the handle a on the left branch of the functions that have one.
func (p *pen) slant(f panel) {
	if !p.m.Has(figure.A) {
		return
	}
	if !p.dial() { // on the axis of x, which has the range of a
		was, to, share := p.m.Standing()
		y := lerp(p.rowOf(f, was), p.rowOf(f, to), share)
		at := p.pinned(f, p.m.A, y)
		p.handle(figure.A, at, theme.Ink, true, sideways, move{kind: alongX, origin: f.at(0, y), ux: f.ux}, true)
		p.off(f, p.m.A, y, at, theme.Ink)
		p.label(label{key: "a", given: true, line: p.set.Line("a-eq"), live: p.lives(slot("v", p.padded(p.m.A))), ink: theme.Ink, size: p.style.math, Label: place.Label{At: at, Spot: true, Clear: p.clearOf(), To: place.South}})
		return
	}
	was, to, share := p.m.Standing()
	x := lerp(p.slantAt(f, was), p.slantAt(f, to), share)
	at, mv := p.pinned(f, x, p.f.Value(x)), move{kind: alongY, origin: f.at(x, 0), uy: x * f.uy}
	if p.second() { // a is the value of f′ there
		mv.uy = f.uy
	}
	p.handle(figure.A, at, theme.Ink, true, upDown, mv, true)
	p.off(f, x, p.f.Value(x), at, theme.Ink)
	p.label(label{key: "a", given: true, line: p.set.Line("a-eq"), live: p.lives(slot("v", p.padded(p.m.A))), ink: theme.Ink, size: p.style.math, Label: place.Label{At: at, Spot: true, Clear: p.clearOf(), To: place.North}})
}

// rowOf is the height at which the handle of a formula's parameter moves when the
// figure stands by a pose: on the axis of x, or where no other handle is near.
func (p *pen) rowOf(f panel, pose figure.Pose) float64 {
	m, apart := p.m.Posed(pose), 3*p.style.handle
	best, farthest := 0.0, 0.0
	for _, k := range [...]float64{0, -1, 1, -2, 2} {
		y := k * apart / f.uy
		if y < f.bot || y > f.top {
			continue
		}
		if d := p.fromGrips(f, m, f.at(m.A, y)); d >= apart {
			return y
		} else if d > farthest {
			best, farthest = y, d
		}
	}
	return best
}

// slantAt is the x of the handle a when the figure stands by a pose: −1, or another
// place where that is not seen or other handles are in the way.
func (p *pen) slantAt(f panel, pose figure.Pose) float64 {
	m := p.m.Posed(pose)
	here := m.Differentiated()
	best, farthest := -0.1, 0.0
	away := func(x float64) float64 {
		y := here.Value(x)
		if !f.sees(x, y) {
			return 0
		}
		d := p.fromGrips(f, m, f.at(x, y))
		if d > farthest {
			best, farthest = x, d
		}
		return d
	}
	for _, x := range [...]float64{-1, -0.5, -1.5, -2, -0.75} {
		if away(x) >= 3*p.style.handle {
			return x
		}
	}
	for x := -0.04; x > -2.5; x -= 0.04 { // or where it is farthest from them
		away(x)
	}
	return best
}

// fromGrips is how far a place in the upper panel is from the other handles in it when
// they are in a pose, px.
func (p *pen) fromGrips(f panel, m figure.Model, at Point) float64 {
	near := math.Inf(1)
	add := func(q Point) { near = min(near, q.From(at)) }
	const ring = 8 // px that the rings at the ends of the support may be nearer
	if m.Lens == figure.Dist {
		add(f.edge(m.C, 1))
		add(f.edge(m.C+m.W, 0))
		end := f.edge(m.C-m.W, 0) // where the boundary term is read off
		return min(near, end.From(at)+ring*p.k)
	}
	here := m.Function()
	c := f.edge(m.X, here.Value(m.X))
	add(c)
	switch m.Lens {
	case figure.Point:
		for _, h := range [...]float64{m.H, -m.H} {
			at, end, _ := p.stepAt(f, m, h)
			add(at)
			add(end)
		}
	case figure.Sub:
		if l, r, ok := f.line(m.X, here.Value(m.X), m.Slope()); ok && m.Tries() {
			if p.gripSide(f, m) < 0 {
				r = l
			}
			add(c.Toward(r, p.gripAt(c, r)))
		}
	}
	return near
}

// sharpness is the handle β on the graph of f′ = σ(βx), left of 0 and a quarter
// high: there a hand that goes to the right makes it steeper. In the panel of f
// every sharp graph is as good as that of max(0, x), and the point is in the way.
func (p *pen) sharpness(d panel) {
	if !p.m.Has(figure.Beta) {
		return
	}
	was, to, share := p.m.Standing()
	l := lerp(p.logitAt(d, was), p.logitAt(d, to), share) // of the height
	y := 1 / (1 + math.Exp(l))
	at := p.pinned(d, -l/p.m.Beta, y)
	p.handle(figure.Beta, at, theme.Ink, true, sideways, move{kind: inverse, origin: d.at(0, y), ux: d.ux * l}, true)
	p.off(d, -l/p.m.Beta, y, at, theme.Ink)
	p.label(label{key: "beta", given: true, line: p.set.Line("beta-eq"), live: p.lives(slot("v", p.num(p.m.Beta, 2))), ink: theme.Ink, size: p.style.math, Label: place.Label{At: at, Spot: true, Clear: p.clearOf(), To: place.NorthWest}})
}

// logitAt is β times how far left of 0 the handle β stands in a pose: log 3, for
// σ(−log 3) = 1/4, or another height where another handle is in the way, above 1/2 to
// the right of 0, and less where that is not seen.
func (p *pen) logitAt(d panel, pose figure.Pose) float64 {
	m := p.m.Posed(pose)
	best, farthest := 0.0, -1.0
	for _, l := range [...]float64{math.Log(3), math.Log(1.5), math.Log(8), -math.Log(1.2), -math.Log(1.5), -math.Log(3)} {
		l = min(l, -0.9*d.lo*m.Beta)
		at := d.at(-l/m.Beta, 1/(1+math.Exp(l)))
		image := d.edge(m.X, m.Slope())
		away := at.From(image)
		if m.Lens == figure.Dist {
			if away = math.Inf(1); p.second() {
				away = p.fromGrips(d, m, at)
			}
		}
		if away >= 3*p.style.handle {
			return l
		}
		if away > farthest {
			best, farthest = l, away
		}
	}
	return best
}
