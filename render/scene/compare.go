package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// The lens Compare: column by column what each notion has to say of the corner. The
// columns are laid out in columns.go; what they have of f ∗ η is in smooth.go.

// compare draws the three notions side by side at the corner.
func (p *pen) compare() {
	p.style.inside = true // the levels run on where the names would stand
	c := p.columns()
	p.style.handle = min(p.style.handle, 0.22*p.u) // circles are farther from each other than they are wide
	p.edge = rect(8, p.headTop, p.w-16, p.floor-2-p.headTop)
	if p.layout == Desktop || p.layout == Medium || p.layout == Projector {
		p.edge.X = min(p.left-30*p.k, c.low[0].rect().X-p.beside()-2*p.style.tick) // where the numbers of the axes are
		p.edge.W = p.w - p.left - p.edge.X
	}
	p.heads(c)
	for i := range 3 {
		kept := p.kept(figure.Lens(i))
		if kept {
			p.panels = panels{c.top[i], c.low[i]}
		}
		p.as(when(kept, upper), func() { p.base(c.top[i], axes{yTicks: i == 0, lattice: true}) })
		p.as(when(kept, lower), func() {
			p.base(c.low[i], axes{yTicks: i == 0, xTicks: i < 2 || !p.pictured()})
		})
		if i == 2 {
			if p.pictured() {
				p.base(c.mass, axes{xTicks: !p.style.small || p.jump() >= 0}) // else they would be between arrow and name
			}
		}
		low := c.low[i]
		if i == 2 && p.pictured() {
			low = c.mass
		}
		if !math.IsNaN(p.facts.Value) {
			p.dotted(c.top[i].at(0, min(max(p.facts.Value, c.top[i].bot), c.top[i].top)), pt(c.top[i].x0, low.y0+6))
		}
	}
	p.veiled(figure.HideAnswer, func() { p.levels(c) })
	p.veiled(figure.HidePoint, func() { p.pointColumn(c.top[0], c.low[0]) })
	p.veiled(figure.HideSub, func() { p.subColumn(c.top[1], c.low[1]) })
	p.veiled(figure.HideDist, func() { p.distColumn(c.top[2], c.low[2], c.mass) })
}

// kept reports whether a lens's column is that of the lens that Compare comes
// from or goes to.
//
//go:noinline
func (p *pen) kept(l figure.Lens) bool { return p.partner == l }

// when is the part k if it is kept, and else one that passes.
func when(kept bool, k part) part {
	if kept {
		return k
	}
	return passing
}

// levels draws the two dotted rules through all three columns and the
// dimension arrow at their end.
func (p *pen) levels(c columns) {
	l, r := p.levelPair()
	if j, ok := p.f.SlopeJump(0); !ok || math.Abs(j) < 1e-6 || math.Abs(r-l-j) > 1e-6 { // the slopes are off the scale
		return
	}
	ym := [2]float64{c.low[0].at(0, l).Y, c.low[0].at(0, r).Y}
	for _, y := range ym {
		p.dotted(pt(c.low[0].rect().X, y), pt(c.end, y))
	}
	// dimension arrow
	x, k := c.end-8*p.k, 6*p.style.axis/1.2
	a, b := min(ym[0], ym[1])+2, max(ym[0], ym[1])-2
	w := 1.5 * p.style.axis
	if b-a > 4*k {
		top, low := pt(x, a), pt(x, b)
		m := p.stroke(theme.Ink, w, pt(x-k, a+1.4*k), top, pt(x+k, a+1.4*k), top, low, pt(x-k, b-1.4*k), low, pt(x+k, b-1.4*k))
		p.draws(theJump, func() { p.avoid(m.Points) })
	}
	if j, ok := p.f.SlopeJump(0); ok && p.layout != Phone && p.layout != Short { // which have no room there
		text, size := p.short(j), p.style.math*1.4
		p.label(label{key: "jump", text: text, size: size, ink: theme.Ink, Label: place.Label{Along: [2]Point{pt(x, a), pt(x, b)}, T: 0.5, Of: theJump, To: place.East, Clear: 2.2 * k}})
	}
}

// pointColumn: two dashed one-sided tangents, and the graph of f′, broken where it is undefined.
func (p *pen) pointColumn(f, d panel) {
	s := p.style
	kept := p.kept(figure.Point)
	p.within(f, func() { p.as(when(kept, upper), func() { p.given(func() { p.graph(f) }) }) })
	l, r := p.f.Left(0), p.f.Right(0)
	y := p.facts.Value
	_, has := p.f.Derivative(0)
	if !has && !math.IsNaN(l) && p.f.ValueJump(0) == 0 && math.Abs(l) < 3 && math.Abs(r) < 3 {
		for _, t := range [...]struct{ s, end float64 }{{l, 1.3}, {r, -1.3}} {
			p.within(f, func() {
				m := p.stroke(theme.Pointwise, s.graph, f.at(0, y), f.at(t.end, y+t.s*t.end))
				m.Dash = s.dash()
				p.avoid(m.Points)
			})
		}
	}
	if !has && p.f.ValueJump(0) == 0 {
		p.open(f.at(0, y), theme.Pointwise)
	}
	p.veiled(figure.HideLower, func() {
		p.within(d, func() { p.as(when(kept, lower), func() { p.slopes(d, theme.Pointwise) }) })
	})
	was := p.veil
	p.veil |= figure.HideLower
	if l != r && !has && math.Abs(l) < 3 && math.Abs(r) < 3 {
		k := math.Copysign(0.07, r-l)
		if math.Abs(r-l) > 0.2 {
			p.within(d, func() {
				m := p.stroke(theme.Pointwise, s.graph*0.53, d.at(0, l+k), d.at(0, r-k))
				p.draws(theJump, func() { p.avoid(m.Points) })
			})
			p.height("gap", label{text: p.short(r - l), ink: theme.Pointwise}, d, l, r, s.open()+s.openW()/2)
		}
	}
	p.objectName(d, p.set.Line("prime/"+p.letter()), theme.Pointwise)
	p.veil = was
	if !s.small && !has && math.Abs(l) < 3 && math.Abs(r) < 3 && p.f.ValueJump(0) == 0 {
		for i, slope := range [...]float64{l, r} {
			// Each stands along the half of the graph whose slope it is.
			dir := float64(2*i - 1)
			from, to := f.inside(0, y, 0.15*dir, slope), f.inside(0, y, 1.5*dir, slope)
			of := [...]place.Thing{theLeft, theRight}[i]
			p.ground.Ink.Role = theme.Pointwise
			p.ground.Ink.Add(from, to, of)
			p.label(label{key: sideKeys[i], word: figure.SideWord(p.m, i == 0), ink: theme.Pointwise, size: s.word, bold: true, Label: place.Label{Of: of, Along: [2]Point{from, to}, T: 0.7, To: sideDir(i == 0, slope), Home: true}})
		}
	}
}

// sideKeys are the keys of the two.
var sideKeys = [...]string{"l", "r"}

// sideDir is where a label stands best beside one half of a graph: outside of it.
func sideDir(left bool, slope float64) place.Dir {
	switch {
	case slope == 0:
		return place.North
	case left && slope > 0:
		return place.NorthWest
	case left:
		return place.SouthWest
	case slope > 0:
		return place.SouthEast
	}
	return place.NorthEast
}

// height labels the stretch between two heights over 0, as large as there is room
// for between what stands at its ends, px; reports whether there is. The label's
// place is right of 0 by at.X.
func (p *pen) height(key string, l label, a panel, lo, hi, ends float64) bool {
	ends += place.Pad + 0.5
	from, to := a.at(0, lo), a.at(0, hi)
	room := math.Abs(to.Y-from.Y) - 2*ends
	if l.line == nil {
		l.size = min(p.style.math*1.2, room/(0.68+p.tail(1)))
	} else {
		_, up, down := p.set.Extent(l.line, l.size, l.live...)
		l.size *= min(1, room/(up+down))
	}
	if l.size < p.style.tick {
		return false
	}
	if l.Clear == 0 {
		l.Clear = 5 * p.style.graph / 3
	}
	from.X, to.X = from.X+l.At.X, to.X+l.At.X
	l.key, l.T, l.Of, l.Along = key, 0.5, theJump, [2]Point{from, to}
	p.label(l)
	return true
}

// inside is the place at distance dx along the line of slope s through (x, y),
// or the last one before that which is in the panel.
func (a panel) inside(x, y, dx, s float64) Point {
	far := math.Abs(dx)
	if s*dx > 0 {
		far = min(far, max(0, a.top-y)/math.Abs(s))
	} else if s*dx < 0 {
		far = min(far, max(0, y-a.bot)/math.Abs(s))
	}
	dx = math.Copysign(far, dx)
	return a.edge(x+dx, y+s*dx)
}

// subColumn: the fan, and the filled interval.
func (p *pen) subColumn(f, d panel) {
	s := p.style
	y := p.facts.Value
	fan := p.style.fan
	if p.layout == Phone {
		p.style.fan = 6
	}
	fade := Fade{Centre: f.at(0, y), R: f.hi * 1.02 * p.u, In: f.rect()}
	g := p.m.Slope()
	p.within(f, func() {
		p.fans(f, fade)
		if l, r, ok := f.line(0, y, g); ok && p.facts.Supports {
			m := p.stroke(theme.Subgradient, s.graph*1.2, l, r)
			m.Fade = fade
			p.avoidSeen(m)
		}
		p.veiled(figure.HideDist|figure.HideSmooth, func() { p.bridge(f, fade) })
		p.as(when(p.kept(figure.Sub), upper), func() { p.given(func() { p.graph(f) }) })
	})
	p.style.fan = fan
	if p.f.ValueJump(0) == 0 {
		p.disc(f.edge(0, y), 5.5*s.graph/3, theme.Ink, theme.Paper, 2*s.graph/3)
		p.take(rect(f.x0, f.at(0, y).Y, 0, 0).Grown(6.5 * s.graph / 3))
	}
	was := p.veil
	p.veil |= figure.HideLower
	p.within(d, func() { p.as(when(p.kept(figure.Sub), lower), func() { p.subgraph(d) }) })
	if sub := p.facts.Sub; sub.Width() > 0 {
		if s.small {
			if p.facts.Supports { // no hand can bring it back here
				p.disc(d.edge(0, g), s.handle*0.6, theme.Subgradient, theme.Paper, 2)
				p.take(rect(d.x0, d.at(0, g).Y, 0, 0).Grown(s.handle*0.6 + 1))
			}
		} else {
			// A slope that does not support has no line here, and so nothing that
			// could be false: its handle is hollow.
			at := p.pinned(d, 0, g)
			p.handle(figure.G, at, theme.Subgradient, !p.facts.Supports, upDown, move{kind: alongY, origin: d.at(0, 0), uy: d.uy}, true)
			p.off(d, 0, g, at, theme.Paper)
			if off := max(g-sub.Hi, sub.Lo-g); off*d.uy > 3*s.handle { // nearer it stands among what is said of ∂f
				p.label(label{key: "g", given: true, line: p.set.Line("g-eq"), live: p.lives(slot("v", p.triedSlope())), ink: theme.Subgradient, size: s.math, Label: place.Label{At: at, Spot: true, Clear: p.clearOf(), To: place.East, Most: 12}})
			}
		}
		p.widthOf(d, sub)
	}
	p.veiled(figure.HideDist|figure.HideSmooth, func() { p.bridgeSlope(d) }) // over the handle
	p.subNames(d)
	p.veil = was
}

// widthOf writes the width of the subdifferential beside it, between the marks
// of its ends: in the half that the handle of g is not in.
func (p *pen) widthOf(d panel, sub calculus.Interval) {
	k := p.style.graph / 3
	x := d.x0 + p.style.halo + 3*k
	if r := d.rect(); x+5*k > r.X+r.W { // there is no room on the right
		x = d.x0 - p.style.halo - 3*k
	}
	edge := p.style.axis / d.uy
	shown := calculus.Interval{Lo: max(sub.Lo, d.bot+edge), Hi: min(sub.Hi, d.top-edge)}
	lo, hi := d.at(0, shown.Lo).Y, d.at(0, shown.Hi).Y
	if lo-hi > 20*k {
		m := p.stroke(theme.Subgradient, p.style.axis, pt(x-4*k, lo), pt(x+4*k, lo), pt(x, lo), pt(x, hi), pt(x-4*k, hi), pt(x+4*k, hi))
		m.Cap = Butt
		p.draws(theJump, func() { p.avoid(m.Points) })
		p.height("width", label{text: p.short(sub.Width()), ink: theme.Subgradient, Label: place.Label{At: Point{X: x - d.x0}}}, d, shown.Lo, shown.Hi, 3*k+p.style.object/2)
	}
}

// distColumn: the probe under f, r′ as a function, and r″ with its mass.
func (p *pen) distColumn(f, d, m panel) {
	s := p.style
	φ := p.tested()
	mirrored := φ // what f is averaged by at 0: (f ∗ η)(0) = ∫ f(t) η(−t) dt
	if p.m.Smooths() {
		mirrored.C = -φ.C
	}
	bump := figure.Hide(0)
	if p.m.Smooths() {
		bump = figure.HideSmooth
	}
	p.within(f, func() {
		p.veiled(bump, func() {
			p.area(f, mirrored.Lo(), mirrored.Hi(), mirrored.Value, theme.Probe, p.theme.Wash)
			if p.m.Smooths() {
				p.area(f, max(0, mirrored.Lo()), mirrored.Hi(), mirrored.Value, theme.Distribution, p.theme.Area)
				p.draws(theMirrored, func() {
					p.curve(f, mirrored.Lo(), mirrored.Hi(), nil, mirrored.Value, theme.Probe, s.graph*0.5, Dash{})
				})
			}
		})
		p.as(when(p.kept(figure.Dist), upper), func() { p.given(func() { p.graph(f) }) })
		p.veiled(bump, func() {
			p.draws(theProbe, func() {
				p.curve(f, φ.Lo(), φ.Hi(), nil, φ.Value, theme.Probe, s.graph*0.9, Dash{s.graph * 4, s.graph * 1.4})
			})
		})
	})
	if p.m.Smooths() {
		p.veiled(figure.HideSmooth, func() {
			p.smoothedCurve(f, φ)
			p.mollifier(f, φ, mirrored)
		})
	} else {
		p.label(label{key: "phi", given: true, line: p.set.Line("phi"), ink: theme.Probe, size: s.math * 1.15, Label: place.Label{At: f.edge(φ.C, 1), Slides: true, T: 0.25, Of: theProbe, To: place.NorthWest, Home: true}})
	}
	ink := theme.Distribution
	p.veil |= figure.HideLower // for the rest of the column
	p.within(d, func() { p.weakGraph(d) })
	right := d // the name does not change branches as the axis of x goes
	right.lo = 0.05
	long, short := p.fitting(d, "weak/"+p.name(), "prime/"+p.letter(), s.math*1.2)
	p.nameOf(right, "weak", long, short, ink, theWeak)
	if w, ok := p.f.Weak(); ok {
		p.within(m, func() {
			p.draws(theSecond, func() { p.curve(m, m.lo, m.hi, p.breaks, w.Density, ink, s.object, Dash{}) })
		})
		if peak := w.Density(0); peak > m.top { // it is higher than is shown
			tip := m.at(0, m.top)
			p.head(m.at(0, 0), tip, ink)
			p.label(label{key: "peak", text: p.short(peak), size: s.word, ink: ink, Label: place.Label{Of: theSecond, At: tip, To: place.East, Clear: 5*p.k + s.object, Most: pleasant}})
		}
	}
	if j := p.jump(); j != 0 {
		p.draws(theJump, func() { p.arrow(m, 0, tall(j), ink) })
		v, clear := p.short(j), p.besideArrow()
		at := label{line: p.centred("mass-at/"), live: p.lives(slot("v", v), slot("x", p.short(p.m.Centre()))), size: s.math, ink: ink, Label: place.Label{Clear: clear}}
		ends := s.object / 2                             // beside the arrow's head there is room too
		apart := ends                                    // of its number from the graph at its foot
		if !p.f.PiecewiseLinear() || len(p.breaks) > 1 { // else that is level, and nothing is near
			apart = max(ends, clear-place.Pad+2)
		}
		if s.small || !p.height("mass", at, m, 0, tall(j), apart) {
			p.height("mass", label{text: v, ink: ink, Label: place.Label{Clear: clear}}, m, 0, tall(j), apart)
		}
		name := label{line: p.set.Line("delta"), ink: ink, size: s.math * 1.15, Label: place.Label{To: place.West, Clear: clear}}
		if j != 1 {
			name.line, name.live = p.set.Line("mass-delta"), p.lives(slot("v", p.times(j)))
		}
		p.height("delta", name, m, 0, tall(j), apart)
	}
	if !p.pictured() {
		at := m.at((m.lo+m.hi)/2, m.bot)
		long := p.set.Line("weak2/" + p.secondName())
		if wide, _, _ := p.set.Extent(long, s.math); wide > m.rect().W { // the claim says it
			return
		}
		p.label(label{key: "second", line: long, ink: ink, size: s.math, say: true, Label: place.Label{At: at, To: place.North, Clear: 1, Home: true}})
		if !s.small {
			p.label(label{key: "no-picture", word: figure.NoPictureWord(p.m), ink: theme.Muted, size: s.word, Label: place.Label{At: at, To: place.South, Clear: 4 * p.k}})
		}
		return
	}
	long, short = p.fitting(m, "weak2/"+p.secondName(), "second/"+p.letter(), s.math)
	name := label{key: "second", line: long, short: short, ink: ink, size: s.math, say: true, Label: place.Label{At: m.edge(m.hi, 0), Slides: true, Along: m.foot(), T: 1, Of: theSecond, To: place.NorthWest, Clear: 9*p.k + s.object}}
	if !p.ground.Ink.Of(theSecond).Some() {
		name.Slides, name.Of = false, place.Unnamed
	}
	if p.jump() < 0 && p.style.small { // the arrow goes down, beside which there is room
		name.To, name.Clear, name.size = place.SouthWest, place.Pad, s.math*min(1, max(0.7, p.u/40))
	}
	r := m.rect() // left of which is another notion's column
	p.take(rect(r.X-8*p.k, d.rect().Y, 4*p.k, r.Bottom()-d.rect().Y))
	p.label(name)
}

// centred is a formula that names the place where Compare is made.
func (p *pen) centred(name string) *formula.Line {
	if p.m.Centre() != 0 {
		return p.set.Line(name + "own")
	}
	return p.set.Line(name + p.letter())
}

// pictured reports whether the second derivative is drawn: it is if it is a function
// plus point masses.
func (p *pen) pictured() bool {
	_, ok := p.f.Weak()
	return ok || p.jump() != 0
}

// fitting is a formula and the shorter one that it gives way to. In a small figure
// the shorter one stands wherever the half of the panel right of the arrow is too
// narrow.
func (p *pen) fitting(a panel, long, short string, size float64) (l, s *formula.Line) {
	l, s = p.set.Line(long), p.set.Line(short)
	if !p.style.small {
		return l, s
	}
	if w, _, _ := p.set.Extent(l, size); w > a.rect().W/2-p.besideArrow() {
		return s, nil
	}
	return l, s
}

// besideArrow is how far from an arrow labels keep off its head, px.
func (p *pen) besideArrow() float64 { return 2.76*p.style.object + place.Pad + p.style.graph/2 }
