package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// The object of a lens: the graph of the derivative as it has it, and its name.

// slopes draws the graph of f′ with an open circle wherever f′ is missing, and
// the image of the point.
func (p *pen) slopes(d panel, ink theme.Role) {
	p.draws(objectOf[ink], func() {
		if p.f.Singular() {
			p.flats(d, d.lo, ink, p.style.object, Dash{})
		} else {
			p.curve(d, d.lo, d.hi, p.breaks, p.f.Density, ink, p.style.object, Dash{})
		}
	})
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
	if s := p.facts.Slope; p.facts.HasSlope {
		p.image(d, p.m.X, s, ink)
	}
}

// image marks the image of the point on the graph of a derivative.
func (p *pen) image(d panel, x, y float64, ink theme.Role) {
	at, r := p.pinned(d, x, y), p.style.handle*0.83
	p.dot(at, r, ink, theme.Paper, p.style.graph*0.8)
	p.off(d, x, y, at, theme.Paper)
}

// limitSlope is the limit of f′ from one side of a break.
//
//go:noinline
func (p *pen) limitSlope(b, dir float64) float64 {
	return p.f.Density(b + dir*1e-9)
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

// flats draws f′ = 0 of the Cantor function from a place on, on its gaps only: what
// is left out is the Cantor set.
func (p *pen) flats(d panel, from float64, ink theme.Role, width float64, dash Dash) {
	flat := func(lo, hi float64) {
		m := p.stroke(ink, width, d.at(lo, 0), d.at(hi, 0))
		m.Cap, m.Dash = Butt, dash
		p.avoid(m.Points)
	}
	if from < 0 {
		flat(from, 0)
	}
	p.gaps(0, 1, flat)
	flat(1, d.hi)
}

// objectName labels the graph of the derivative, best at its right end.
func (p *pen) objectName(d panel, name *formula.Line, ink theme.Role) {
	var short *formula.Line
	if ink == theme.Distribution && !p.second() {
		short = p.set.Line("prime/" + p.letter())
	}
	p.nameOf(d, objectKeys[ink], name, short, ink, objectOf[ink])
}

// nameOf labels a graph of the derivative, or a part of it.
func (p *pen) nameOf(d panel, key string, name, short *formula.Line, ink theme.Role, of place.Thing) {
	l := label{key: key, low: true, line: name, short: short, ink: ink, size: p.style.math * 1.2, say: true, Label: place.Label{At: d.edge(d.hi, p.f.Density(d.hi-1e-6)), Slides: true, Along: d.foot(), T: 1, Of: of, To: place.East, Clear: 9 * p.k}}
	if p.style.inside || p.m.Lens == figure.Dist { // where the numbers of the areas are right of the panels
		l.To, l.Clear = place.NorthWest, 0
	}
	if w, _, _ := p.set.Extent(name, l.size); p.style.inside {
		l.Home = w < 0.75*d.hi*d.ux // right of what stands at 0
	}
	if p.m.Lens == figure.Compare && ink != theme.Distribution { // beside which is another column
		l.Home = true
	}
	if ink == theme.Distribution && p.f.Singular() { // beside the comb, which is no graph
		l.Slides, l.Along, l.Of, l.At, l.To = false, [2]Point{}, theDirect, d.edge(1, 1), place.NorthEast
	}
	p.label(l)
}

// objectKeys are their keys, by the ink of the notion.
var objectKeys = [theme.Roles]string{theme.Pointwise: "prime", theme.Subgradient: "sub", theme.Distribution: "weak"}

// objectOf is the graph of the derivative that a notion has, by its ink.
var objectOf = [theme.Roles]place.Thing{theme.Pointwise: thePrime, theme.Subgradient: theSub, theme.Distribution: theWeak}

// weakGraph draws the graph of f′ as a distribution, with its point masses.
func (p *pen) weakGraph(d panel) {
	ink, s := theme.Distribution, p.style
	if p.f.Singular() { // as μ is weighed by a probe that is wide
		was := p.probe
		p.probe = calculus.Probe{C: 0.5, W: 3}
		p.comb(d, 0.8, theme.Distribution)
		p.probe = was
		return
	}
	p.as(when(p.kept(figure.Dist), lower), func() {
		p.draws(theWeak, func() { p.curve(d, d.lo, d.hi, p.breaks, p.f.Density, ink, s.object, Dash{}) })
	})
	for _, b := range p.breaks {
		l, r := p.limitSlope(b, -1), p.limitSlope(b, 1)
		if l != r && math.Abs(l) < 3 && math.Abs(r) < 3 {
			m := p.stroke(ink, s.graph*0.4, d.at(b, l), d.at(b, r))
			p.draws(theJump, func() { p.avoid(m.Points) })
		}
	}
	for _, a := range p.atoms {
		p.draws(theJump, func() { p.arrow(d, a.X, a.Mass, ink) })
	}
}

// stairs draws the density of f′, with its jumps joined.
func (p *pen) stairs(a panel, ink theme.Role, w float64, d Dash) {
	p.curve(a, a.lo, a.hi, p.breaks, p.f.Density, ink, w, d)
	for _, b := range p.breaks {
		l, r := p.limitSlope(b, -1), p.limitSlope(b, 1)
		if l != r && b > a.lo && b < a.hi && max(math.Abs(l), math.Abs(r)) < unbounded {
			m := p.stroke(ink, w, a.at(b, min(max(l, a.bot), a.top)), a.at(b, min(max(r, a.bot), a.top)))
			m.Dash = d
			p.avoid(m.Points)
		}
	}
}
