package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// swept is the curve of the sweep, world units, and what it was computed for:
// it depends on the function and on the width of the probe only, so that a
// probe that moves finds it ready.
type swept struct {
	f      calculus.Function
	w      float64
	lo, hi float64
	u      float64
	pts    []Point
}

// sweptCurve is c ↦ ⟨f′, η(· − c)⟩ over a range of centres, for a drawing of u
// px to the unit.
func (p *pen) sweptCurve(way calculus.Interval, u float64) []Point {
	c := &p.Frame.swept
	w := p.probe.W
	if c.f == p.f && c.w == w && c.lo == way.Lo && c.hi == way.Hi && c.u == u && len(c.pts) > 0 {
		return c.pts
	}
	c.f, c.w, c.lo, c.hi, c.u = p.f, w, way.Lo, way.Hi, u
	c.pts = c.pts[:0]
	bends := p.bends[:0] // where the support of η meets a break, or its centre does
	for _, b := range p.breaks {
		bends = append(bends, b-w, b, b+w)
	}
	for i := range bends { // two breaks may be nearer than the probe is wide
		for j := i; j > 0 && bends[j] < bends[j-1]; j-- {
			bends[j], bends[j-1] = bends[j-1], bends[j]
		}
	}
	few := bends[:0] // samples crowd at each of them
	for _, x := range bends {
		if n := len(few); n == 0 || (x-few[n-1])*u > crowded {
			few = append(few, x)
		}
	}
	p.bends = bends
	unit := p.u
	p.u = u
	p.pieces(way.Lo, way.Hi, few, func(c float64) float64 { return answer(p.f, w, c) }, func(pts []Point) { c.pts = append(c.pts, pts...) })
	p.u = unit
	return c.pts
}

// crowded is how near two bends of the sweep are that count as one, px.
const crowded = 8

// answer is ⟨f′, η(· − c)⟩ as it is drawn: what the derivative answers a probe of mass 1
// that is centred at c.
func answer(f calculus.Function, w, c float64) float64 {
	φ := calculus.Probe{C: c, W: w}
	return f.Drawn(φ) / φ.Mass()
}

// sweepGap is the room above the sweep under the scrubber, px.
const sweepGap = 8

// sweepRoom is the height that is left for the sweep below y, 0 if that is too
// little, or where nothing stands under the scrubber.
func (p *pen) sweepRoom(y float64) float64 {
	const least, most = 84, 190
	h := p.footer() - y - sweepGap - 14*p.k
	if h < least*p.k || p.layout != Desktop && p.layout != Medium {
		return 0
	}
	return min(h, most*p.k)
}

// sweepHides are the parts with which the sweep is kept back.
const sweepHides = figure.HideLower | figure.HideDist | figure.HideNumbers | figure.HideFormula

// sweep draws what f′ answers the probe of mass 1 wherever it is: f′ smoothed.
// Where the probe has been the curve is whole, elsewhere faint; f′ itself, which
// it tends to as the probe narrows, is dashed.
func (p *pen) sweep(r Rect, t sizes) {
	k := p.k
	top := r.Y - 7*k
	if p.layout != Projector {
		for _, b := range p.Blocks { // the claim above may be near
			if b.Rect.Y < r.Y {
				top = max(top, b.Rect.Bottom())
			}
		}
		p.block(SlotWalk, rect(r.X+r.W-44, top, 44, 44), t.reason, 20)
	}
	if p.ask.Rooms {
		return
	}
	head := max(46*k, t.reason*1.8) // the dot at the top keeps off the button
	if p.layout != Projector {
		head = max(head, leastHit+2-12*k) // under the button
	}
	way := p.m.Way()
	s := p.view.sweep
	ticks := p.style.tick * 0.9
	left := 26 * k
	right := 12*k + p.style.math // of the axis, for its name
	u := (r.W - left - right) / way.Width()
	a := panel{x0: r.X + left - way.Lo*u, ux: u, uy: u, lo: way.Lo, hi: way.Hi, bot: s.bot, top: s.top}
	fits := func() float64 { return min(u, (r.H-head-ticks*1.3-4*k)/s.size()) }
	r0 := p.style.handle * 0.62
	if p.layout != Projector { // the dot comes that high, under the button
		head = max(head, top+leastHit+r0-r.Y-(s.top-p.view.most)*fits())
	}
	a.uy = fits()
	a.y0 = r.Y + head + s.top*a.uy
	a = p.plot(a)
	tick := p.style.tick
	p.style.tick = ticks
	p.base(a, axes{yTicks: true, xTicks: true, name: "c"})
	p.style.tick = tick
	ink, w := theme.Distribution, p.style.object*0.8
	curve := p.sweptCurve(way, u)
	p.within(a, func() {
		p.faintly(0.55, func() { p.stairs(a, ink, w*0.6, Dash{w * 1.6, w * 1.6}) })
		p.faintly(0.3, func() { p.trace(a, curve, way.Lo, way.Hi, ink, w*0.7) })
		p.trace(a, curve, p.m.Swept.Lo, p.m.Swept.Hi, ink, w)
	})
	c := min(max(p.m.C, way.Lo), way.Hi)
	φ := calculus.Probe{C: p.m.C, W: p.probe.W}
	v := p.f.Direct(φ) / φ.Mass() // which is told
	at := a.edge(c, v)
	p.dotted(a.at(c, 0), at)
	p.dot(at, r0, ink, theme.Paper, 2*k)
	l := p.set.Line("sweep/" + p.letter())
	if p.second() {
		l = p.set.Line("sweep2/" + p.letter())
	}
	em := t.reason * 1.2
	live := slot("v", p.padded(p.f.SettledMean(v, p.probe)))
	_, up, _ := p.set.Extent(l, em, live)
	p.typeset(l, pt(r.X, r.Y+up), em, theme.Muted, true, live)
}

// faintly draws what f draws, less strongly.
func (p *pen) faintly(alpha float64, f func()) {
	n := len(p.Marks)
	f()
	for i := n; i < len(p.Marks); i++ {
		p.Marks[i].Alpha *= alpha
	}
}

// trace draws the part of a world curve that is between two x.
func (p *pen) trace(a panel, curve []Point, lo, hi float64, ink theme.Role, w float64) {
	if !(hi > lo) {
		return
	}
	part := p.all[:0]
	for i, q := range curve {
		if i > 0 {
			b := curve[i-1]
			for _, x := range [...]float64{lo, hi} {
				if b.X < x && x < q.X {
					part = append(part, pt(x, lerp(b.Y, q.Y, (x-b.X)/(q.X-b.X))))
				}
			}
		}
		if q.X >= lo && q.X <= hi && !math.IsNaN(q.Y) {
			part = append(part, q)
		}
	}
	p.all = part
	p.clip(part, a.bot, a.top, func(run []Point) {
		n := len(p.points)
		for _, q := range run {
			p.points = append(p.points, a.at(q.X, q.Y))
		}
		m := p.add(Stroke, ink, 1)
		m.Width = w
		m.Points = p.since(n)
		p.avoid(m.Points)
	})
}
