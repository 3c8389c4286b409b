package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// The subgradient lens: the fan, the graph of ∂f, handles and names. The line that is
// tried is in tried.go, the steps of an optimiser are in descent.go.

// sub draws the subgradient lens: f with its supporting lines at the point and
// a line of slope g that is tried; below it the graph of the set-valued ∂f.
func (p *pen) sub() {
	if p.m.Stepping() {
		p.descent()
		return
	}
	a := p.stack(p.standing())
	f, d := a[0], a[1]
	p.stands(f, d)
	p.guide(f, d)
	fade := p.fade(f)
	g := p.m.Slope()
	p.within(f, func() {
		p.veiled(figure.HideSub, func() {
			p.fans(f, fade)
			if !p.gap {
				p.rise(f, g)
				p.violation(f, g)
			}
		})
		p.as(upper, func() { p.graph(f) })
		if !p.gap {
			p.tried(f, g, fade)
		}
	})
	p.veiled(figure.HideLower|figure.HideSub, func() {
		p.within(d, func() { p.as(lower, func() { p.subgraph(d) }) })
	})
	p.slant(f)
	p.sharpness(d)
	p.subHandles(f, d, g)
	p.subLabels(f, d, g)
	p.sketch(f, d)
}

// fade is how the fan dies away from the point.
func (p *pen) fade(f panel) Fade {
	c := f.at(p.here, p.facts.Value)
	return Fade{Centre: c, R: p.hi * p.u, In: f.rect()}
}

// fans draws the lines that support, or those that stand in for them.
//
//go:noinline
func (p *pen) fans(f panel, fade Fade) {
	p.veiled(figure.HideFan, func() {
		p.fan(f, fade)
		p.clarkeFan(f, fade)
	})
}

// fan draws the wash and the lines of the convex subdifferential, if it is
// more than one slope; one slope is the line that is tried itself.
func (p *pen) fan(f panel, fade Fade) {
	s := p.facts.Sub
	if s.Empty() || s.Width() == 0 {
		return
	}
	p.wash(f, s, fade)
	for i := range p.style.fan {
		g := s.Lo + s.Width()*float64(i)/float64(p.style.fan-1)
		if l, r, ok := f.line(p.here, p.facts.Value, g); ok {
			m := p.stroke(theme.Subgradient, p.style.thin(), l, r)
			m.Alpha, m.Fade = p.theme.Line, fade
			p.avoidSeen(m)
		}
	}
}

// wash fills the two wedges that the supporting lines sweep.
func (p *pen) wash(f panel, s calculus.Interval, fade Fade) {
	const n = 16
	c := f.at(p.here, p.facts.Value)
	for _, right := range [...]bool{false, true} {
		n0 := len(p.points)
		for i := 0; i <= n; i++ {
			l, r, ok := f.line(p.here, p.facts.Value, s.Lo+s.Width()*float64(i)/n)
			if !ok {
				continue
			}
			if right {
				l = r
			}
			p.points = append(p.points, c, l)
		}
		m := p.add(Fill, theme.Subgradient, p.theme.Wash)
		m.Points = p.since(n0)
		m.Fade = fade
	}
}

// clarkeFan draws, where no line supports, the slopes of Clarke's
// subdifferential as dashed lines without a wash: limits of nearby slopes,
// not supporting lines.
func (p *pen) clarkeFan(f panel, fade Fade) {
	if !p.facts.Sub.Empty() || !p.facts.HasClarke {
		return
	}
	c := p.facts.Clarke
	n := 5
	if c.Width() == 0 {
		n = 1
	}
	for i := range n {
		g := c.Lo
		if n > 1 {
			g += c.Width() * float64(i) / float64(n-1)
		}
		if l, r, ok := f.line(p.here, p.facts.Value, g); ok {
			m := p.stroke(theme.Subgradient, p.style.thin()*1.2, l, r)
			m.Alpha, m.Dash, m.Fade = p.theme.Line, p.style.dash(), fade
			p.avoidSeen(m)
		}
	}
}

// subgraph draws the graph of ∂f: a number where there is one, a filled
// vertical segment where there is an interval, nothing where it is empty.
// Where it is empty but Clarke's is not, Clarke's is drawn dashed.
func (p *pen) subgraph(d panel) {
	ink := theme.Subgradient
	one := func(x float64) float64 { // the only supporting slope at x, if any
		if s := p.f.Subdifferential(x); !s.Empty() && s.Width() == 0 {
			return s.Lo
		}
		return math.NaN()
	}
	clarke := func(x float64) float64 {
		if c, ok := p.f.Clarke(x); ok && p.f.Subdifferential(x).Empty() {
			return c.Lo
		}
		return math.NaN()
	}
	p.draws(objectOf[ink], func() {
		p.curve(d, d.lo, d.hi, p.breaks, one, ink, p.style.object, Dash{})
	})
	p.draws(theClarke, func() {
		switch {
		case p.f.Singular(): // not Lipschitz on the Cantor set
			p.flats(d, 0, ink, p.style.object*0.55, p.style.dash())
		case !p.f.Convex(): // else every slope supports
			p.curve(d, d.lo, d.hi, p.breaks, clarke, ink, p.style.object*0.55, p.style.dash())
		}
	})
	for _, b := range p.breaks {
		s := p.f.Subdifferential(b)
		c, ok := p.f.Clarke(b)
		switch {
		case s.Width() > 0:
			m := p.stroke(ink, p.style.segment(), d.at(b, max(s.Lo, d.bot)), d.at(b, min(s.Hi, d.top)))
			if p.part == lower {
				m.part = column
			}
			p.draws(theJump, func() { p.avoidWide(m) })
		case !s.Empty() && s.Lo >= d.bot && s.Lo <= d.top:
			at := d.at(b, s.Lo)
			p.dot(at, p.style.open()*0.8, ink, ink, 0)
			p.ground.Ink.Add(at, at, theSub) // it can be all there is of ∂f
		case s.Empty() && one(b-1e-9) == one(b-1e-9): // its graph ends before b
			p.open(d.at(b, one(b-1e-9)), ink)
		case s.Empty() && one(b+1e-9) == one(b+1e-9):
			p.open(d.at(b, one(b+1e-9)), ink)
		case ok && c.Width() > 0:
			m := p.stroke(ink, p.style.object*0.9, d.at(b, c.Lo), d.at(b, c.Hi))
			m.Dash = p.style.dash()
			p.draws(theJump, func() { p.avoid(m.Points) })
		}
	}
}

// subHandles draws the point and, where a slope can be tried, the two places
// to grab g: on the line and on the graph of ∂f.
func (p *pen) subHandles(f, d panel, g float64) {
	x, y := p.here, p.facts.Value
	c := p.pinned(f, x, y)
	ink := p.judged()
	if s := p.facts.Sub; !s.Empty() && !p.facts.Supports {
		near := min(max(g, s.Lo), s.Hi)
		p.veiled(figure.HideLower|figure.HideSub, func() {
			m := p.stroke(theme.Warn, p.style.object*0.8, d.at(x, near), d.at(x, min(max(g, d.bot), d.top)))
			m.Dash = Dash{1, 2 * p.style.object}
			p.avoid(m.Points)
		})
	}
	if p.m.Tries() && !p.gap {
		p.gripped(f, c, g, false)
		at := p.pinned(d, x, g)
		p.handle(figure.G, at, ink, false, upDown, move{kind: alongY, origin: d.at(x, 0), uy: d.uy}, true)
		p.off(d, x, g, at, theme.Paper)
	} else if s := p.facts.Sub; !s.Empty() {
		p.veiled(figure.HideLower|figure.HideSub, func() { p.image(d, x, s.Lo, theme.Subgradient) })
	}
	p.as(upper, func() {
		p.handle(figure.X, c, theme.Ink, p.gap, sideways, move{kind: alongX, origin: pt(p.x0, c.Y), ux: p.u}, true)
		p.off(f, x, y, c, theme.Paper)
	})
}

// subLabels names what was drawn.
func (p *pen) subLabels(f, d panel, g float64) {
	s, x, y := p.style, p.here, p.facts.Value
	ink := p.judged()
	set := p.facts.Sub
	if p.m.Tries() {
		p.label(label{key: "g", given: true, line: p.set.Line("g-eq"), live: p.lives(slot("v", p.triedSlope())), ink: ink, size: s.math * 1.05, Label: place.Label{At: p.pinned(d, x, g), Spot: true, Clear: p.clearOf(), To: place.East}})
	}
	n, live := p.setName()
	mid := [2]Point{d.edge(x, set.Lo), d.edge(x, set.Hi)}
	if set.Empty() {
		mid = [2]Point{d.edge(x, 0.3), d.edge(x, 0.7)}
	}
	of, most := theSub, 0.0
	if set.Empty() {
		of, most = place.Unnamed, pleasant
	} else if set.Width() > 0 {
		of = theJump
	}
	if !(set.Empty() && p.m.Sketching()) { // a readout says it, and steps of many corners are there
		p.label(label{key: "set", low: true, line: n, live: live, ink: theme.Subgradient, size: s.math, say: true, Label: place.Label{Of: of, At: mid[0], Along: mid, T: 0.5, Clear: 7*p.k + s.segment()/2, To: place.West, Most: most}})
	}
	if p.clarkeOnly() && p.facts.Clarke.Width() > 0 {
		c := p.facts.Clarke
		p.label(label{key: "clarke", low: true, line: p.set.Line("clarke-interval/" + p.letter()), live: p.lives(slot("x", p.place()), slot("lo", p.short(c.Lo)), slot("hi", p.short(c.Hi))), ink: theme.Subgradient, size: s.math, say: true, Label: place.Label{Of: theJump, Along: [2]Point{d.edge(x, c.Lo), d.edge(x, c.Hi)}, T: 0.2, Clear: 7*p.k + s.segment()/2, To: place.West}})
	}
	start, end, seen := f.line(x, y, g)
	if !p.facts.Supports && seen {
		told, toldRight := figure.AboveSides(p.m)
		right := toldRight && p.overside(1)
		left := (told || right) && p.overside(-1) // of which "and elsewhere" speaks
		word := figure.AboveWord(p.m)
		if !left && !right {
			left, right, word = !toldRight, toldRight, figure.BeyondWord(p.m)
		}
		l := label{key: "above", word: word, ink: theme.Warn, size: s.word, bold: true, fade: 1, firm: true, Label: place.Label{Along: [2]Point{f.edge(x, y), end}, T: 0.6, Of: theTried, To: place.NorthWest, Clear: 8 * p.k, Home: true, Most: pleasant}}
		if right {
			if l.fade = 1 - p.above(g, false); !p.following { // at rest it is there or not
				l.fade = math.Round(l.fade)
			}
			p.label(l)
		}
		if left && l.fade > 0 { // it is said once
			l.key, l.Along[1], l.fade = "above-left", start, 1-l.fade*p.above(g, true)
			p.label(l)
		}
	}
	if seen && !s.inside && p.m.Tries() {
		n := p.set.Line("line/" + p.letter())
		if x == 0 {
			n = p.set.Line("line0/" + p.letter())
		}
		p.label(label{key: "tried", line: n, ink: p.triedInk(x+(end.X-f.at(x, y).X-1)/f.ux, g), size: s.math * 1.05, Label: place.Label{Along: [2]Point{f.edge(x, y), end}, T: 1, Of: theTried, To: place.East, Clear: 9 * p.k}})
	}
	p.graphName(f, p.set.Line("fn-y/"+p.letter()), p.set.Line("fn/"+p.letter()))
	p.subNames(d)
	if word := figure.FanWord(p.m); !word.Empty() && !s.small {
		p.label(label{key: "fan", gives: figure.HideFan, word: word, ink: theme.Subgradient, size: s.word, Label: place.Label{Of: place.Gap, Along: f.foot(), T: 1, To: place.SouthWest, Clear: 9 * p.k, Home: true, Most: pleasant + 10}})
	}
}

// subNames names the graph of ∂f, and that of Clarke's where it stands in for it.
func (p *pen) subNames(d panel) {
	if p.ground.Ink.Of(theSub).Some() {
		p.objectName(d, p.set.Line("sub/"+p.letter()), theme.Subgradient)
	}
	if p.ground.Ink.Of(theClarke).Some() {
		p.nameOf(d, "clarke-graph", p.set.Line("clarke/"+p.letter()), nil, theme.Subgradient, theClarke)
	}
}

// clarkeOnly reports whether the point has a Clarke subdifferential but no
// supporting line.
func (p *pen) clarkeOnly() bool { return p.facts.Sub.Empty() && p.facts.HasClarke }

// place is the point as it stands in ∂f(0).
func (p *pen) place() []byte {
	if _, smooth := p.f.Derivative(p.here); smooth {
		return p.padded(p.m.X) // as wide wherever a hand takes it
	}
	return p.short(p.m.X)
}

// setName is the formula for ∂f at the point.
func (p *pen) setName() (*formula.Line, []formula.Live) {
	s := p.facts.Sub
	live := p.lives(slot("x", p.place()), slot("lo", p.short(s.Lo)), slot("hi", p.short(s.Hi)))
	switch {
	case s.Empty():
		return p.set.Line("sub-empty/" + p.letter()), live[:1]
	case s.Width() == 0:
		return p.set.Line("sub-point/" + p.letter()), live[:2]
	}
	return p.set.Line("sub-interval/" + p.letter()), live
}
