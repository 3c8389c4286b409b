package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// stepBase is how many rows the start is above the axis of x. The step size lies between
// the two, half-way.
const stepBase = 4

// step is where a number of steps has its row in the panel of the steps.
func (d panel) step(x, k float64) Point { return d.edge(x, stepBase+k) }

// descent draws the steps of an optimiser: f with the line that the next step uses, or
// with the parabola that the last proximal step has brought up to the graph; below it
// the places of the point, a row for each step from the bottom up, so that the last one
// is nearest to the graph.
func (p *pen) descent() {
	a := p.stack(p.standing())
	f, d := a[0], a[1]
	p.panels = panels{f, d}
	p.as(upper, func() { p.base(f, axes{yTicks: true, lattice: true}) })
	p.as(lower, func() { p.base(d, axes{xTicks: true, name: "x"}) })
	idle := figure.IdleWord(p.m)
	at, end := f.edge(p.here, p.facts.Value), d.step(p.here, p.m.K)
	if !idle.Empty() {
		end = d.edge(p.here, 0)
	}
	p.as(upper, func() { p.dotted(at, end) })
	fade, g := p.fade(f), p.m.Slope()
	p.within(f, func() {
		p.veiled(figure.HideSub, func() {
			p.fans(f, fade)
			if !p.gap && p.facts.Sub.Empty() && p.m.Steps != figure.Proximal {
				p.rise(f, g)
				p.violation(f, g)
			}
		})
		p.as(upper, func() { p.graph(f) })
		p.veiled(figure.HideSub, func() {
			switch {
			case p.gap:
			case p.m.Steps == figure.Proximal:
				p.parabola(f)
			default:
				p.tried(f, g, fade)
			}
		})
		k, _ := p.m.Taken()
		for _, x := range p.m.Path.At[:k] {
			p.disc(f.edge(x, p.f.Value(x)), 0.4*p.style.handle, theme.Subgradient, theme.Paper, p.style.graph/2)
		}
	})
	p.slant(f)
	if idle.Empty() {
		p.veiled(figure.HideLower, func() {
			p.within(d, func() { p.trail(d) })
		})
		p.stepHandles(d)
	} else { // there is nothing to take hold of
		mid := stepBase + figure.MostSteps/2.0
		p.label(label{key: "idle", low: true, word: idle, ink: theme.Muted, size: p.style.word, Label: place.Label{Along: [2]Point{d.at(d.lo, mid), d.at(d.hi, mid)}, T: 0.5, To: place.Over, Clear: 1, Home: true}})
	}
	p.stepPoint(f, g)
	p.stepLabels(f, d, g, idle.Empty())
	p.sketch(f, d)
}

// parabola draws what a proximal step from x with step size t does: the highest of the
// parabolas c − (y − x)²/(2t) that are nowhere above the graph touches it where the step
// leads.
func (p *pen) parabola(f panel) {
	k := int(math.Ceil(p.m.K))
	if k == 0 {
		return
	}
	from, to := p.m.Path.At[k-1], p.m.Path.At[k]
	y := func(x float64) float64 {
		return p.f.Value(to) + ((to-from)*(to-from)-(x-from)*(x-from))/(2*p.m.T)
	}
	p.draws(theTried, func() {
		p.curve(f, f.lo, f.hi, nil, y, theme.Subgradient, p.style.selected(), p.style.dash())
	})
}

// trail draws the places of the point, step over step.
func (p *pen) trail(d panel) {
	path, n := &p.m.Path, len(p.points)
	k, share := p.m.Taken()
	for i, x := range path.At[:k+1] {
		p.points = append(p.points, d.step(x, float64(i)))
	}
	if share > 0 {
		p.points = append(p.points, d.step(p.here, p.m.K))
	}
	if way := p.since(n); len(way) > 1 {
		m := p.add(Stroke, theme.Subgradient, 1)
		m.Width, m.Points = 0.6*p.style.object, way
		p.avoid(way)
	}
	r := min(0.36*p.style.handle, 0.3*d.uy)
	for i, x := range path.At[:k+1] {
		p.disc(d.step(x, float64(i)), r, theme.Subgradient, theme.Paper, r/3)
	}
}

// ruler is where the length t begins, world x. It is measured like a scale on a map, away
// from the steps: a step is as long only where the slope is ±1. So it is in the other half
// of the window than the start, or, if that is in the middle, than the lower end of the
// graph; from a tick of the axis on to the right.
func (p *pen) ruler(d panel) float64 {
	was, to, share := p.m.Standing()
	from := func(at figure.Pose) float64 {
		x, mid := at.Of[figure.X], (d.lo+d.hi)/2 // x is where the steps start
		right := x >= mid
		if l, r := p.f.Value(mid-1), p.f.Value(mid+1); math.Abs(x-mid) < 0.5 && l != r { // and they go down
			right = r < l
		}
		if right {
			return math.Ceil(d.lo)
		}
		return math.Floor(d.hi) - figure.TRange().Hi
	}
	return lerp(from(was), from(to), share)
}

// stepHandles draws the step size and the number of steps.
func (p *pen) stepHandles(d panel) {
	start := p.m.Path.At[0]
	p.dotted(d.step(start, 0), d.at(start, 0))
	from, end := d.at(p.ruler(d), stepBase/2.0), d.at(p.ruler(d)+p.m.T, stepBase/2.0)
	half := 0.5 * p.style.handle
	for _, q := range [...]Point{from, end} {
		p.avoid(p.stroke(theme.Subgradient, p.style.thin(), pt(q.X, q.Y-half), pt(q.X, q.Y+half)).Points)
	}
	p.avoid(p.stroke(theme.Subgradient, p.style.thin(), from, end).Points)
	p.handle(figure.T, end, theme.Subgradient, true, sideways, move{kind: alongX, origin: from, ux: d.ux}, true)
	p.handle(figure.K, d.step(p.here, p.m.K), theme.Subgradient, false, upDown, move{kind: alongY, origin: d.step(p.here, 0), uy: d.uy}, true)
}

// stepPoint draws the point, and the slope where there is a choice of it.
func (p *pen) stepPoint(f panel, g float64) {
	x, y := p.here, p.facts.Value
	c := p.pinned(f, x, y)
	if p.m.Tries() && !p.gap {
		p.gripped(f, c, g, true)
	}
	p.as(upper, func() {
		p.handle(figure.X, c, theme.Ink, p.gap, sideways, move{kind: alongX, origin: pt(p.x0, c.Y), ux: p.u}, true)
		p.off(f, x, y, c, theme.Paper)
	})
}

// stepLabels names what was drawn.
func (p *pen) stepLabels(f, d panel, g float64, steps bool) {
	s, x, y := p.style, p.here, p.facts.Value
	if steps {
		p.placeLabels(d)
	}
	if l, r, ok := f.line(x, y, g); ok && p.m.Steps != figure.Proximal {
		far := r
		if c := f.edge(x, y); l.From(c) > r.From(c) {
			far = l
		}
		ink := theme.Subgradient
		if !p.facts.Supports {
			ink = theme.Warn
		}
		p.label(label{key: "step-g", line: p.set.Line("g-eq"), live: p.lives(slot("v", p.triedSlope())), ink: ink, size: s.math * 1.05, Label: place.Label{Along: [2]Point{f.edge(x, y), far}, T: 0.6, Of: theTried, To: place.NorthWest, Clear: 8 * p.k, Home: true}})
	}
	p.graphName(f, p.set.Line("fn-y/"+p.letter()), p.set.Line("fn/"+p.letter()))
}

// placeLabels names the places, their axis and the step size.
func (p *pen) placeLabels(d panel) {
	s := p.style
	p.label(label{key: "t", given: true, line: p.set.Line("t-eq"), live: p.lives(slot("v", p.padded(p.m.T))), ink: theme.Subgradient, size: s.math, Label: place.Label{At: d.at(p.ruler(d)+p.m.T, stepBase/2.0), Spot: true, Clear: p.clearOf(), To: place.East, Home: true}})
	k, landed, _ := p.m.Landed()
	p.label(label{key: "iterate", given: true, line: p.set.Line("iterate-eq"), live: p.lives(slot("k", p.num(float64(k), 0)), slot("x", p.padded(landed))), ink: theme.Subgradient, size: s.math * 1.05, say: true, Label: place.Label{At: d.step(p.here, p.m.K), Spot: true, Clear: p.clearOf(), To: 1, Home: true}}) // its way comes from below
	p.label(label{key: "axis-k", given: true, line: p.set.Line("k"), ink: theme.Muted, size: s.math, Label: place.Label{At: d.at(d.lo, d.top), To: place.NorthEast, Clear: 4 * p.k, Home: true}})
	beside := p.beside() // less where the margin is narrow
	if edge := d.at(d.lo, 0).X - p.edge.X; edge > 0 {
		beside = min(beside, edge-p.set.SansWidth(p.num(figure.MostSteps, 0), s.tick))
	}
	for k := 0; k <= figure.MostSteps; k += 5 {
		p.number(place.Tick{Axis: 'y', Plot: d.id, Index: int16(k)}, p.num(float64(k), 0), d.step(d.lo, float64(k)), place.West, beside, theme.Muted)
	}
}

// methodLines are the formulas of the methods, but for the function's letter.
var methodLines = [...]string{figure.Fixed: "step-fixed/", figure.Shrinking: "step-shrinking/", figure.Proximal: "step-proximal/"}

// stepStatement states the method, and where it has led.
func (p *pen) stepStatement(y float64, t sizes) float64 {
	gap := t.statement * 0.45 * t.gap
	y, _ = p.below(p.set.Line(methodLines[p.m.Steps]+p.letter()), p.left, y, t.statement, p.measure, theme.Ink)
	k, x, value := p.m.Landed()
	live := p.lives(slot("k", p.num(float64(k), 0)), slot("x", p.padded(x)), slot("v", p.padded(value)))
	l := p.set.Line("iterate/" + p.letter())
	wide, up, down := p.set.Extent(l, t.statement, live...)
	up = max(up, 1.1*t.statement) // whatever the numbers are, nothing below moves
	down = max(down, 0.4*t.statement)
	p.typeset(l, pt(p.left, y+gap+up), t.statement*min(1, p.measure/wide), theme.Ink, true, live...)
	return y + gap + up + down + gap*2
}

// methods is the control of the subgradient lens that chooses how the point takes steps,
// and the buttons that take them.
func (p *pen) methods(y float64, t sizes) float64 {
	if t.caption == 0 || p.bare {
		return y
	}
	hit := max(leastHit, leastHit*p.k)
	rows := 1.0
	size := t.control * 0.9
	const air = 8
	side, n := p.stepButton()
	wide := min(p.measure, p.methodWidth(size))
	if p.m.Stepping() && wide+air+n*side > p.measure {
		rows = 2
	}
	if p.layout == Embed && y+rows*hit > p.limit() {
		if !p.m.Stepping() {
			return y
		}
		fits := p.measure - air - n*side
		size *= max(leastMethod, fits/wide)
		wide, rows = fits, 1 // what began the steps stays, if narrower
		y = min(y, p.limit()-hit)
	}
	p.block(SlotMethod, rect(p.left, y, wide, hit), size, hit)
	if p.m.Stepping() {
		x, row := p.left+wide+air, y
		if rows > 1 {
			x, row = p.left-10, y+hit
		}
		p.block(SlotSteps, rect(x, row, n*side, hit), t.control, hit)
	}
	return y + rows*hit
}

// leastMethod is by how much the names of the methods may be set smaller.
const leastMethod = 0.8

// methodWidth is how wide the names of the methods get, px, with what a browser puts
// around them.
func (p *pen) methodWidth(size float64) (w float64) {
	for s := figure.NoSteps; s <= figure.Proximal; s++ {
		w = max(w, p.wordWidth(metrics.Sans400, figure.MethodWord(p.m, s), size))
	}
	return w + 2.4*size
}
