package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// What Compare shows of f ∗ η: the mollifier, which a hand pushes, the smoothed graph, and
// its slope at the corner, which is that of a line in the fan.

// mollifier lets the mollifier be pushed to either side of 0. The mirrored one,
// which lies over the graph, goes to the other side; in it is written how much of
// its mass is on the right: the share of the right slope in the slope of the
// smoothed graph.
func (p *pen) mollifier(f panel, η, mirrored calculus.Probe) {
	s := p.style
	p.handle(figure.S, f.at(η.C, min(1, f.top)), theme.Probe, false, sideways, move{kind: alongX, origin: f.at(0, 1), ux: f.ux * η.W}, true)
	own, other := 0.78, 0.22 // each is named on its outer side
	outer, otherOuter := place.NorthEast, place.NorthWest
	if η.C < 0 {
		own, other, outer, otherOuter = other, own, otherOuter, outer
	}
	p.label(label{given: true, line: p.set.Line("eta"), ink: theme.Probe, size: s.math * 1.15, Label: place.Label{At: f.edge(η.C, 1), Slides: true, T: own, Of: theProbe, To: outer, Home: true}})
	if s.small { // which have no room for its name, nor for a number in the half that it is the mass of
		return
	}
	name := label{key: "mirrored", line: p.set.Line("eta-mirrored"), ink: theme.Probe, size: s.math, Label: place.Label{At: f.edge(mirrored.C, 1), Slides: true, T: other, Of: theMirrored, To: otherOuter, Home: true}}
	name.fade = 1 - clamp01((2*math.Abs(mirrored.C)*f.ux-2*s.handle)/(0.7*s.handle)) // while the two are as good as one
	p.label(name)
	text := p.share()
	const high = 0.12 // below a graph of slope 1, and above one of slope −1
	from, to := f.edge(max(0.25, mirrored.Lo()), high), f.edge(mirrored.Hi()-0.2*η.W, high)
	wide := to.X - from.X - p.width(text, s.word)
	p.label(label{key: "share", text: text, size: s.word, ink: theme.Distribution, fade: 1 - math.Round(clamp01(wide/(4*p.k))), Label: place.Label{Along: [2]Point{from, to}, T: 0.55, To: place.Over, Clear: 1, Most: 12}})
}

// smoothedCurve draws f ∗ η by its name, with its tangent at 0, whose slope is said
// beside.
func (p *pen) smoothedCurve(f panel, η calculus.Probe) {
	s := p.style
	y := func(x float64) float64 { return p.f.Convolved(η, x) }
	at, slope := y(0), p.m.Smoothed()
	p.within(f, func() {
		const reach = 0.55
		t := p.stroke(theme.Distribution, s.graph*0.5, f.at(-reach, at-reach*slope), f.at(reach, at+reach*slope))
		t.Dash = Dash{s.dash().On * 0.7, s.dash().Off * 0.7}
		p.avoid(t.Points)
		p.draws(theSmooth, func() { p.curve(f, f.lo, f.hi, nil, y, theme.Distribution, s.graph, Dash{}) })
	})
	p.label(label{key: "smooth", line: p.set.Line("smooth/" + p.letter()), ink: theme.Distribution, size: s.math, say: true, Label: place.Label{At: f.edge(f.hi, y(f.hi)), Slides: true, Along: f.foot(), T: 0.94, Of: theSmooth, To: place.SouthEast, Clear: 4 * p.k, Home: true}})
	if f.sees(0, at) {
		p.dot(f.at(0, at), s.handle*0.4, theme.Distribution, theme.Paper, 1.5*s.graph/3)
	}
}

// bridge draws the line through the corner that has the slope of the smoothed
// graph: it lies in the fan, whichever way the mollifier is pushed.
func (p *pen) bridge(f panel, fade Fade) {
	if !p.m.Smooths() {
		return
	}
	v, s := p.m.Smoothed(), p.style
	if l, r, ok := f.line(0, p.facts.Value, v); ok {
		m := p.stroke(theme.Distribution, s.graph*0.85, l, r)
		m.Dash, m.Fade = s.dash(), fade
		p.avoid(m.Points)
	}
}

// bridgeSlope marks its slope on the graph of ∂f.
func (p *pen) bridgeSlope(d panel) {
	if !p.m.Smooths() {
		return
	}
	v, s := p.m.Smoothed(), p.style
	at := d.edge(0, v)
	p.disc(at, s.handle*0.55, theme.Distribution, theme.Paper, 2*p.k)
	p.take(boxAround(at, s.handle*0.55+p.k))
	side := place.West // off the handle of g
	switch g := d.edge(0, p.m.Slope()).Y; {
	case math.Abs(g-at.Y) > 2*s.handle:
	case g < at.Y:
		side = place.SouthWest
	default:
		side = place.NorthWest
	}
	l := label{key: "smoothed", text: p.smoothedSlope(), ink: theme.Distribution, size: s.word, Label: place.Label{At: at, To: side, Clear: s.handle*0.55 + 4*p.k, Home: true, Most: pleasant}}
	if !s.small {
		l.size, l.Clear = s.math, p.clearOf()
	}
	line, live := p.centred("smoothed/"), p.lives(slot("v", p.smoothedSlope()), slot("x", p.short(p.m.Centre())))
	if w, _, _ := p.set.Extent(line, s.math, live...); w < d.rect().W/2-p.clearOf() {
		l = label{line: line, live: live, ink: theme.Distribution, size: s.math, say: true, Label: place.Label{At: at, To: side, Clear: p.clearOf(), Home: true}}
	}
	p.label(l)
}

// tested is the probe that Compare shows: the mollifier, where it smooths.
func (p *pen) tested() calculus.Probe { return testedBy(p.m) }

func testedBy(m figure.Model) calculus.Probe {
	if m.Smooths() {
		return m.Mollifier()
	}
	φ := m.Probe()
	φ.C -= m.Centre() // which is at the columns' 0
	return φ
}
