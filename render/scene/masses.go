package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/theme"
)

// Point masses, and the measure of the Cantor function, as they are drawn.

// spikes are the point masses of f′ φ: each is drawn as an arrow as high as it is heavy.
// Where f′ stands for f and has masses of its own, they are weighed by −φ′.
func (p *pen) spikes(φ calculus.Probe) []calculus.Atom {
	p.weighs = p.weighs[:0]
	for _, a := range p.atoms {
		p.weighs = append(p.weighs, calculus.Atom{X: a.X, Mass: a.Mass*φ.Value(a.X) + p.doublet(a.X)})
	}
	for _, m := range p.masses {
		if p.f.ValueJump(m.X) == 0 {
			p.weighs = append(p.weighs, calculus.Atom{X: m.X, Mass: p.doublet(m.X)})
		}
	}
	return p.weighs
}

// dips are the point masses of f′ weighed by −φ′, which are in both areas; in the store of
// spikes, until that is called.
func (p *pen) dips() []calculus.Atom {
	p.weighs = p.weighs[:0]
	for _, m := range p.masses {
		p.weighs = append(p.weighs, calculus.Atom{X: m.X, Mass: p.doublet(m.X)})
	}
	return p.weighs
}

// doublet is what a mass of f′ at x gives, −m φ′(x), 0 where there is none.
func (p *pen) doublet(x float64) float64 {
	for _, m := range p.masses {
		if m.X == x {
			return -m.Mass * p.probe.Derivative(x)
		}
	}
	return 0
}

// arrow draws a point mass as an arrow whose height is the mass.
func (p *pen) arrow(a panel, x, mass float64, ink theme.Role) {
	if math.Abs(mass)*a.uy < 1 {
		return
	}
	s := p.style
	w, h := s.object*1.6, s.object*6
	if h > math.Abs(mass)*a.uy*0.7 {
		h = math.Abs(mass) * a.uy * 0.7
	}
	q, o := a.at(x, mass), a.at(x, 0)
	dir := 1.0
	if mass < 0 {
		dir = -1
	}
	m := p.stroke(ink, w, o, pt(q.X, q.Y+dir*h*0.8))
	m.Cap = Butt
	p.fill(ink, 1, q, q, pt(q.X-h*0.46, q.Y+dir*h), pt(q.X+h*0.46, q.Y+dir*h))
	p.avoid([]Point{o, q})
	p.avoid([]Point{pt(q.X-h*0.46, q.Y+dir*h), q, pt(q.X+h*0.46, q.Y+dir*h)})
}

// comb draws the Cantor measure against φ: at the thirds of each level its mass
// is shared out evenly, so the picture is a comb over the Cantor set, k as high
// as φ, and no curve. On its way there it has another ink.
func (p *pen) comb(a panel, k float64, ink theme.Role) {
	var teeth func(lo, hi float64)
	teeth = func(lo, hi float64) {
		if (hi-lo)*a.ux < 3 {
			x := (lo + hi) / 2
			if v := p.probe.Value(x); v > 0 {
				m := p.stroke(ink, p.style.graph*0.5, a.at(x, 0), a.at(x, min(k*v, a.top)))
				m.Cap = Butt
				p.draws(theDirect, func() { p.avoid(m.Points) })
			}
			return
		}
		d := (hi - lo) / 3
		teeth(lo, lo+d)
		teeth(hi-d, hi)
	}
	teeth(0, 1)
}

// head draws the head of an arrow from a place to another, if there is room for it.
func (p *pen) head(from, to Point, ink theme.Role) {
	long := 3.2 * p.style.graph
	d := to.From(from)
	if d < p.style.handle+long {
		return
	}
	dx, dy := long*(to.X-from.X)/d, long*(to.Y-from.Y)/d
	p.fill(ink, 1, to, to, pt(to.X-dx-0.4*dy, to.Y-dy+0.4*dx), pt(to.X-dx+0.4*dy, to.Y-dy-0.4*dx))
}
