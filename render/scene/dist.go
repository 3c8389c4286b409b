package scene

import (
	"math"
	"strings"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// dist draws the distribution lens: f with the probe φ under it; −f φ′ with its
// area; f′ φ with its area. The two areas are equal, in the same unit. In the
// second derivation f′ stands for f.
func (p *pen) dist() {
	a := p.stack(p.standing())
	p.stands(a[0], a[2])
	p.base(a[1], axes{yTicks: true, lattice: true})
	p.dotted(pt(p.x0, a[0].rect().Y), pt(p.x0, a[2].at(0, a[2].floor()).Y+6))
	s := p.shares()
	p.within(a[0], func() { p.under(a[0]) })
	p.veiled(figure.HideFormula, func() { p.within(a[1], func() { p.byParts(a[1], s) }) })
	p.veiled(figure.HideLower|figure.HideDist, func() {
		p.within(a[2], func() { p.direct(a[2], s) })
		p.veiled(figure.HideFormula, func() {
			p.pouring(a[1], a[2], s)
			p.veiled(figure.HideNote, func() { p.boundary(a[0], a[2], s.ends) })
		})
	})
	if p.second() { // f′ is above
		p.probeHandles(a[0], a[0])
	} else {
		p.probeHandles(a[0], a[2])
	}
	p.distLabels(a[0], a[1], a[2])
	p.sketch(a[0], a[2])
	p.veiled(figure.HideFormula, func() { p.partValues(a[1], a[2], s) })
	p.areaTargets(a[1], a[2])
}

// variant is a formula that depends on the function and on which derivative the
// derivation is of.
func (s *subject) variant(label string) *formula.Line {
	switch {
	case s.second():
		return s.set.Line(label + "2/" + s.name())
	case strings.Contains(label, "parts"):
		return s.set.Line(label + "/" + s.letter())
	}
	return s.set.Line(label + "/" + s.name())
}

// under draws f and the probe.
func (p *pen) under(a panel) {
	φ := p.probe
	p.as(bump, func() { p.area(a, φ.Lo(), φ.Hi(), φ.Value, theme.Probe, p.theme.Wash) })
	w := p.style.graph
	p.style.graph = w * 0.9
	p.as(upper, func() { p.graph(a) })
	p.style.graph = w
	for _, m := range p.masses {
		p.as(upper, func() { p.arrow(a, m.X, min(max(m.Mass, a.bot), a.top), theme.Ink) })
	}
	p.as(bump, func() {
		p.draws(theProbe, func() { p.curve(a, φ.Lo(), φ.Hi(), nil, φ.Value, theme.Probe, w, Dash{}) })
	})
}

// probeHandles draws the handles for centre and width, and those of f, and of f′ in
// a panel of its own.
func (p *pen) probeHandles(a, d panel) {
	c := p.m.C
	edge := c + p.m.W
	at := p.pinned(a, edge, 0)
	p.handle(figure.W, at, theme.Probe, true, sideways, move{kind: away, origin: a.at(c, 0), ux: p.u}, true)
	p.off(a, edge, 0, at, theme.Probe)
	at = p.pinned(a, c, 1)
	p.handle(figure.C, at, theme.Probe, false, sideways, move{kind: alongX, origin: a.at(0, 1), ux: p.u}, true)
	p.off(a, c, 1, at, theme.Paper)
	p.slant(a)
	p.sharpness(d)
}

// distLabels names curves, areas and numbers.
func (p *pen) distLabels(a, b, c panel) {
	s, k := p.style, p.name()
	φ := p.probe
	support := func(a panel) [2]Point { return [2]Point{a.at(φ.Lo(), 0), a.at(φ.Hi(), 0)} }
	num := func(v float64) []formula.Live { return p.lives(slot("v", p.padded(v))) }
	fn, object := p.set.Line("fn/"+p.letter()), p.set.Line("weak/"+k)
	if p.second() {
		fn = p.set.Line("prime/" + p.letter())
		if p.m.CallsStep() {
			fn = object
		}
		object = p.set.Line("weak2/" + p.secondName())
	}
	of := label{key: "c", given: true, line: p.set.Line("c-eq"), live: num(p.m.C), ink: theme.Probe, size: s.math, Label: place.Label{At: p.pinned(a, p.m.C, 1), Spot: true, Clear: p.clearOf(), To: place.NorthEast}}
	p.control(of, figure.C, "c-name", "c")
	of.key, of.line, of.live, of.At = "w", p.set.Line("w-eq"), num(p.m.W), p.pinned(a, p.m.C+p.m.W, 0)
	p.control(of, figure.W, "w-name", "w")
	p.graphName(a, fn, fn)
	p.label(label{key: "phi", given: true, line: p.set.Line("phi"), ink: theme.Probe, size: s.math * 1.2, Label: place.Label{At: a.edge(φ.C, 1), Slides: true, Along: support(a), T: 0.2, Of: theProbe, To: place.NorthWest}})
	p.veiled(figure.HideFormula, func() { p.integrals(b, c) })
	p.label(label{key: "by", gives: figure.HideFormula, line: p.variant("integrand-parts"), ink: theme.Probe, size: s.math * 1.1, Label: place.Label{At: b.edge(φ.C, 0), Slides: true, Along: support(b), T: 0.62, Of: theParts, To: place.NorthWest}})
	h := p.shares()
	name := label{key: "with", line: p.variant("integrand-direct"), ink: theme.Distribution, size: s.math * 1.1, Label: place.Label{Of: theDirect}}
	if p.untold() {
		name.fade = 1
	}
	switch n := len(p.wants); {
	case len(p.atoms)+len(p.masses) > 0:
		spike := p.midmost()
		name.key, name.line, name.size, name.Of, name.say = "weak", p.atomName(), s.math*1.2, theJump, true
		name.At, name.To, name.Clear, name.Off = c.edge(spike.X, spike.Mass), place.West, max(14*p.k, p.besideArrow()), true // of its head
		name.short = p.variant("integrand-direct")
		p.label(name)
	case p.f.Singular(): // beside the comb, which has no graph
		name.At, name.To, name.Off = c.edge(1, 0.5), place.East, true
		p.label(name)
		p.objectName(c, object, theme.Distribution)
		p.wants[n+1].fade = name.fade
	default:
		name.To, name.fade = place.Over, max(name.fade, clamp01(10*min(h.pour, 1-h.pour))) // the area that comes has its number there
		var size float64
		name.At, size = p.middle(c, func(x float64) float64 { return p.f.Density(x) * φ.Value(x) }, φ.Lo(), φ.Hi())
		name.fade, name.firm = max(name.fade, 1-clamp01(size/40)), true // where the product is 0 there is nothing to name
		p.label(name)
		p.objectName(c, object, theme.Distribution) // dashed from the first line on
	}
	if !s.small {
		name := p.set.Line("bound/" + p.letter())
		if p.second() {
			name = p.set.Line("bound2/" + p.letter())
		}
		x := φ.C + 0.45*φ.W
		y := p.f.Value(x) * φ.Value(x)
		at := a.edge(x, y)
		off := a.at(x, y).From(at) // where it goes on beyond the panel, nothing is named
		p.label(label{key: "ends", gives: figure.HideLower | figure.HideDist | figure.HideFormula | figure.HideNote, line: name, ink: theme.Ink, size: s.math * 0.95, fade: max(1-h.ends, clamp01(off/20)), firm: true, Label: place.Label{Lines: cutLine | pourLine | lastLines, Of: theEnds, At: at, Clear: 9 * p.k, To: place.NorthEast, Most: 24}})
	}
}

// control names a handle with its value. Small figures say the value while it changes,
// and the letter alone otherwise.
func (p *pen) control(l label, c figure.Control, key, letter string) {
	if p.style.small {
		name := l
		name.key, name.line, name.live = key, p.set.Line(letter), nil
		if p.m.Held.Has(c) && !p.still {
			name.fade = 1
		}
		p.label(name)
		l.under = c
	}
	p.label(l)
}

// midmost is the point mass of f′ φ that is nearest to the centre of the probe.
func (p *pen) midmost() calculus.Atom {
	all := p.spikes(p.probe)
	best := all[0]
	for _, a := range all {
		if math.Abs(a.X-p.probe.C) < math.Abs(best.X-p.probe.C) {
			best = a
		}
	}
	return best
}

// atomName is the formula for an atom weighed by the probe, as high as its arrow.
func (p *pen) atomName() *formula.Line {
	if p.second() {
		return p.set.Line("atom2/" + p.name())
	}
	return p.set.Line("atom/" + p.name())
}

// untold reports whether it is too early for what f′ does to φ: line 4 says it,
// and on the lines before the picture does not give it away.
//
//go:noinline
func (p *pen) untold() bool { return p.shares().pour == 0 }

// untoldThings are those that are not seen on this line of the derivation, as a set.
func (p *pen) untoldThings() (set uint32) {
	if p.m.Lens != figure.Dist {
		return 0
	}
	h := p.shares()
	if h.ends == 0 && p.lit(figure.EndsTerm) == 0 {
		set |= 1 << theEnds
	}
	if h.pour == 0 {
		set |= 1<<theDirect | 1<<theJump
	}
	return set
}

// integrals writes the two integrals with their values, in the inks of their
// areas, in the room beside them.
func (p *pen) integrals(b, c panel) {
	s := p.style
	pair := p.pairing()
	right := b.rect().X + b.rect().W // where the two end
	room, beside := p.bracketRoom()
	if beside {
		p.take(room)
		right = room.X - place.Pad - 0.5
	}
	put := func(key string, a panel, line *formula.Line, v, y float64, ink theme.Role, past place.Thing) {
		number, big := p.pairingNumber(v), s.math*1.45
		big *= min(1, p.width(p.around("−0.0000", nil, ""), big)/p.width(number, big)) // 2.2·10⁻¹⁹ needs no more room
		wide, up, down := p.set.Extent(line, s.math)
		l := label{key: key, line: line, text: number, big: big, ink: theme.Ink, bigInk: ink, size: s.math, say: true, Label: place.Label{To: place.Over, Clear: 1, Strip: true, Past: past, T: 1}}
		x, box := right-max(wide, p.width(number, big))/2, a.rect()
		high := up + down + 6*p.k + big*0.75
		at := min(a.at(0, y).Y, a.at(0, a.floor()).Y-high/2-14*p.k) // above the axis and its name
		if l.Along = [2]Point{pt(box.X, at), pt(x, at)}; beside {
			l.Along = [2]Point{pt(x, min(at, box.Y)), pt(x, box.Bottom())}
			l.T = (at - l.Along[0].Y) / max(1, l.Along[1].Y-l.Along[0].Y)
		}
		p.label(l)
	}
	form, dform := "parts", "direct"
	if s.inside {
		form, dform = "parts-inline", "direct-inline"
	}
	put("parts", b, p.variant(form), pair.ByParts, max(b.top*0.55, (b.top+b.bot)/2), theme.Probe, place.Unnamed)
	put("direct", c, p.variant(dform), pair.Direct, (c.top+c.bot)/2, theme.Distribution, theWeak)
	if p.untold() {
		p.wants[len(p.wants)-1].fade = 1
	}
}
