package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/pieces"
	"relu-three-ways/render/figure"
)

// What the panels show. A pose gives ranges of values, those a view, for the pairs of
// panels and for the three of the distribution lens, and the view the panels. The choices
// are one kind, so that scales change alike in all lenses.

// span is a range of world x or y.
type span struct{ bot, top float64 }

func (s span) size() float64 { return s.top - s.bot }

// with is the span with one more value in it; what is not finite adds nothing.
//
//go:noinline
func (s span) with(v float64) span {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return s
	}
	return span{min(s.bot, v), max(s.top, v)}
}

// within is the span as far as it is in another.
func (s span) within(o span) span {
	return span{min(max(s.bot, o.bot), o.top), max(min(s.top, o.top), o.bot)}
}

// grown is the span with d more at both ends.
func (s span) grown(d float64) span { return span{s.bot - d, s.top + d} }

// toward is a span a share k of the way to another.
func (s span) toward(o span, k float64) span {
	return span{lerp(s.bot, o.bot, k), lerp(s.top, o.top, k)}
}

// nice are the scales of an axis, as shares of the plan's unit: a step of its
// ticks is then a round number of pixels too.
var nice = [...]float64{1, 3. / 4, 1. / 2, 1. / 3, 1. / 4, 1. / 5, 1. / 8, 1. / 10, 1. / 15, 1. / 20, 1. / 30, 1. / 50, 1. / 80, 1. / 100, 1. / 150, 1. / 200, 1. / 400}

// Choices of the picture, in units.
const (
	near     = 1.5  // what is worth seeing of a function is this near to 0
	edgeRoom = 0.22 // of the plan's units, between the edge and what must be seen
	between  = 0.45 // between two panels
	handRoom = 0.6  // above and below a corner that is drawn
)

// view is what the panels of a lens show. It follows from the function and the
// pose that axes stand by, never from the function's name.
type view struct {
	lo, hi float64 // world x
	y      [3]span // world y of each panel, from the top down
	h      [3]float64
	gap    float64 // px between panels
	sweep  span    // world y of the sweep
	most   float64 // its greatest value
}

// toward is a view a share k of the way to another.
func (v view) toward(o view, k float64) view {
	v.lo, v.hi, v.gap = lerp(v.lo, o.lo, k), lerp(v.hi, o.hi, k), lerp(v.gap, o.gap, k)
	v.sweep, v.most = v.sweep.toward(o.sweep, k), lerp(v.most, o.most, k)
	for i := range v.y {
		v.y[i], v.h[i] = v.y[i].toward(o.y[i], k), lerp(v.h[i], o.h[i], k)
	}
	return v
}

// home is where f is near 0, and where its slopes are there.
func home(f calculus.Function, m figure.Model) (graph, slope span) {
	const n = 60
	for i := 0; i <= n; i++ {
		x := near * (2*(float64(i)+0.5)/(n+1) - 1)
		graph, slope = graph.with(f.Value(x)), slope.with(f.Density(x))
	}
	most := span{-1, 1}
	if a, ok := m.Dial(); ok && m.Order == figure.First { // it can be had by hand
		most = most.with(a.Lo).with(a.Hi)
		slope = slope.with(a.Lo).with(a.Hi)
	}
	return graph.within(span{-near, near}), slope.within(most)
}

// atHome reports whether f is seen at home: its breaks are near 0, and so are its values
// there. Else it may be anywhere.
func atHome(f calculus.Function) bool {
	const n, far, high = 8, 1, 1.7
	var store [pieces.MostBreaks]float64
	for _, b := range f.AppendBreaks(store[:0]) {
		if math.Abs(b) > far {
			return false
		}
	}
	for i := -n; i <= n; i++ {
		if !(math.Abs(f.Value(far*float64(i)/(2*n))) <= high) {
			return false
		}
	}
	return true
}

// showing is the range of y of an axis h px high of u px to the unit that is at
// home in a range and has to show others: at home if they are there, otherwise moved,
// otherwise on a smaller scale.
func showing(at, need span, h, u float64) span {
	need = need.with(0)
	s := at
	for _, k := range nice {
		s = span{at.bot / k, at.top / k}
		room := edgeRoom / k
		n := need.grown(room)
		if need.bot == 0 { // the axis needs no room beyond it
			n.bot = max(n.bot, min(s.bot, 0))
		}
		if need.top == 0 {
			n.top = min(n.top, max(s.top, 0))
		}
		if n.size() > s.size() {
			continue
		}
		d := max(0, n.top-s.top) + min(0, n.bot-s.bot)
		return span{s.bot + d, s.top + d}
	}
	return s.with(need.bot).with(need.top)
}

// pairView is the view of the pointwise and the subgradient lens: f above, its
// derivative below.
func (p *pen) pairView(m figure.Model) (v view) {
	f, facts := m.Function(), m.PointFacts()
	graph, slope := home(f, m)
	v.lo, v.hi = p.plan.lo, p.plan.hi
	room := p.bottom - p.top
	v.gap = min(between*p.u, 0.08*room)
	slope = span{slope.bot - 0.3, slope.top + 0.4}
	v.h[1] = min(slope.size()*p.u, 0.46*(room-v.gap))
	if m.Stepping() {
		v.h[1] = 0.46 * (room - v.gap)
	}
	v.h[0] = room - v.gap - v.h[1]
	if k := v.h[1] / p.u / slope.size(); k < 1 { // there is not even the room to show it on this scale
		slope = span{slope.bot / k, slope.top / k}.within(slope)
	}
	size := v.h[0] / p.u
	graph = graph.within(span{-0.45 * size, 0.55 * size})
	low := graph.bot - 0.43*(size-graph.size())
	graph = span{low, low + size}
	there := span{}.with(facts.Value)
	if _, ok := m.Dial(); ok { // its handle is seen
		there = there.with(f.Value(-0.6))
	}
	if m.Lens == figure.Point { // where the secants go is seen too, if not where they end
		const way = 0.55
		for _, end := range [...]float64{f.Value(m.X - m.H), f.Value(m.X + m.H)} {
			there = there.with(min(max(end, facts.Value-way), facts.Value+way))
		}
	}
	if m.Stepping() { // every place that they lead to is seen
		for _, x := range m.Path.At[:m.Path.N+1] {
			there = there.with(f.Value(x))
		}
	}
	v.y[0] = showing(graph, p.room(there, m), v.h[0], p.u)
	if m.Stepping() { // a row for each step
		v.y[1] = span{-1.5, stepBase + figure.MostSteps + 0.8}
		return v
	}
	need := span{}
	if facts.HasSlope {
		need = need.with(facts.Slope)
	}
	jumps := besideJumps(f)
	need = need.with(jumps.bot).with(jumps.top)
	if m.Lens == figure.Sub {
		if s := facts.Sub; !s.Empty() {
			need = need.with(s.Lo).with(s.Hi)
		}
		if m.Tries() {
			need = need.with(m.Slope())
		}
	}
	v.y[1] = showing(slope, need, v.h[1], p.u)
	return v
}

// room is what an axis of f has to show, with air for a hand around the corners that are
// drawn.
func (p *pen) room(need span, m figure.Model) span {
	at, _ := m.Corners()
	for _, c := range at {
		if c.X >= p.plan.lo && c.X <= p.plan.hi {
			need = need.with(c.Y - handRoom).with(c.Y + handRoom)
		}
	}
	return need
}

// probeView is the view of the distribution lens: f and φ; −f φ′; f′ φ. The two
// areas have one unit, in which both are whole: for one probe, or for all on
// its way across.
func (p *pen) probeView(m figure.Model, walks bool) (v view) {
	f, φ := m.Differentiated(), m.Probe()
	graph, _ := home(f, m)
	v.lo, v.hi = p.plan.lo, p.plan.hi
	way := m.Way()
	var by, with span
	const steps = 24
	for i := range steps + 1 {
		if walks {
			φ.C = way.Lo + way.Width()*float64(i)/steps
		} else if i > 0 {
			break
		}
		if l, r := φ.Lo()-edgeRoom, φ.Hi()+edgeRoom; l < v.lo || r > v.hi {
			v.lo, v.hi = min(v.lo, math.Floor(2*l)/2), max(v.hi, math.Ceil(2*r)/2)
		}
		b, w := ranges(f, φ)
		by, with = span{min(by.bot, b.bot), max(by.top, b.top)}, span{min(with.bot, w.bot), max(with.top, w.top)}
	}
	room := p.bottom - p.top
	v.gap = max(0.1*p.u, 1.1*p.style.tick) // the numbers of two axes are not one column
	graph = span{max(graph.bot, -1) - 0.02, 1.5}
	if graph.bot < -0.5 {
		graph.top = 1.3
	}
	if _, ok := m.Dial(); ok && m.Order == figure.Second { // f′ is a on the left
		graph.top = max(graph.top, m.A+edgeRoom)
	}
	v.y[0], v.h[0] = graph, min(graph.size()*p.u, 0.3*room)
	if !atHome(f) || m.Sketching() {
		v.y[0] = showing(graph, p.room(seen(f, φ), m), v.h[0], p.u)
	}
	by = span{min(by.bot-0.1, -0.24), max(by.top+0.15, 1)}
	with = span{min(with.bot-0.05, -0.02), max(with.top+0.1, 1.1)}
	if jumps := besideJumps(f); jumps.size() > 0 {
		with = with.with(jumps.bot - 0.05).with(jumps.top + 0.05)
	}
	rest := room - v.h[0] - 2*v.gap
	scale := p.u
	for _, k := range nice {
		if scale = p.u * k; (by.size()+with.size())*scale <= rest {
			break
		}
	}
	scale = min(scale, rest/(by.size()+with.size()))
	spare := rest/scale - by.size() - with.size()
	up := min(spare, max(0, 2.95*p.u/scale-by.top)) // the numbers' room
	by.top += up
	v.gap += (spare - up) * scale / 2
	v.y[1], v.h[1] = by, by.size()*scale
	v.y[2], v.h[2] = with, with.size()*scale
	reach := span{}
	for i := range steps + 1 {
		reach = reach.with(answer(f, φ.W, way.Lo+way.Width()*float64(i)/steps))
	}
	for _, b := range f.Breaks() { // where it is steepest
		reach = reach.with(answer(f, φ.W, b)).with(answer(f, φ.W, b-φ.W/2)).with(answer(f, φ.W, b+φ.W/2))
	}
	v.most = reach.top
	v.sweep = span{min(reach.bot, -0.05), max(reach.top, 1.08)}
	v.sweep = v.sweep.grown(0.03 * v.sweep.size())
	return v
}

// seen are the values of f over the support, as far as they are worth an axis, and the
// height of the probe.
func seen(f calculus.Function, φ calculus.Probe) (s span) {
	const most = 5
	add := func(v float64) { s = s.with(min(max(v, -most), most)) }
	add(1)
	for i := range 41 {
		add(f.Value(φ.Lo() + φ.W*float64(i)/20))
	}
	for _, b := range f.Breaks() {
		if φ.Lo() < b && b < φ.Hi() {
			add(f.LeftValue(b))
			add(f.RightValue(b))
		}
	}
	for _, m := range f.Masses() {
		if φ.Lo() < m.X && m.X < φ.Hi() {
			add(m.Mass)
		}
	}
	return s
}

// besideJumps is where f′ is on both sides of its jumps, and 0: its pieces there are
// seen. Where they have no end, it is what is farther out.
func besideJumps(f calculus.Function) (s span) {
	const steep = 3 // of which no more is seen than that
	for _, b := range f.Breaks() {
		l, r := f.Density(b-1e-9), f.Density(b+1e-9)
		if max(math.Abs(l), math.Abs(r)) > unbounded {
			l, r = f.Density(b-1), f.Density(b+1)
		}
		if l != r && math.Abs(l) < steep && math.Abs(r) < steep {
			s = s.with(l).with(r)
		}
	}
	return s
}

// ranges are the values of −f φ′ and of f′ φ, point masses being as high as they
// are heavy. A density without bound has no greatest value: it is cut.
func ranges(f calculus.Function, φ calculus.Probe) (by, with span) {
	const n, most = 400, 1.5
	bound := math.Inf(1)
	for _, b := range f.Breaks() {
		for _, d := range [...]float64{-1e-9, 1e-9} {
			if b > φ.Lo() && b < φ.Hi() && math.Abs(f.Density(b+d)) > unbounded {
				bound = most
			}
		}
	}
	for i := range n {
		x := φ.Lo() + 2*φ.W*(float64(i)+0.5)/n
		by = by.with(-f.Value(x) * φ.Derivative(x))
		with = with.with(min(max(f.Density(x)*φ.Value(x), -bound), bound))
	}
	if φ.Lo() < 0 && φ.Hi() > 0 { // a peak there may be narrower than the samples are apart
		with = with.with(min(max(f.Density(0)*φ.Value(0), -bound), bound))
	}
	for _, a := range f.Atoms() {
		with = with.with(a.Mass * φ.Value(a.X))
	}
	for _, m := range f.Masses() { // which may be at a jump of f′ too
		v := -m.Mass * φ.Derivative(m.X)
		by, with = by.with(v), with.with(v).with(v+f.ValueJump(m.X)*φ.Value(m.X))
	}
	if f.Singular() {
		with = with.with(1)
	}
	return by, with
}

// stood is a view that was computed, and what for.
type stood struct {
	m     figure.Model
	plan  plan
	walks bool
	view  view
}

// standing is the view by which the axes stand: on their way from one to another
// when a hand has let go.
func (p *pen) standing() view {
	was, at, k := p.m.Standing()
	v := p.viewAt(at, p.m.Walking())
	if k < 1 {
		v = p.viewAt(was, p.m.Rest.Walked).toward(v, k)
	}
	return v
}

// viewAt is the view at rest in a pose, a share of the way to that for a walk
// from there.
func (p *pen) viewAt(pose figure.Pose, walking float64) view {
	v := p.viewOf(pose, false)
	if walking > 0 {
		v = v.toward(p.viewOf(pose, true), walking)
	}
	return v
}

// viewOf is the view in a pose, for a walk from there or for rest. It is kept
// until there is no place for it.
func (p *pen) viewOf(pose figure.Pose, walks bool) view {
	pose.Of[figure.P], pose.Of[figure.S], pose.Of[figure.H], pose.Of[figure.K] = figure.PRange().Lo, 0, figure.HRange().Hi, 0 // by which no axis stands
	m := p.m.Posed(pose)
	m.Theme, m.Focus, m.Hover, m.Lit, m.Stuck, m.Swept, m.Sweep, m.Scene = 0, 0, 0, 0, false, figure.Swept{}, false, 0
	for _, s := range p.Frame.stood {
		if s.m == m && s.plan == p.plan && s.walks == walks {
			return s.view
		}
	}
	s := stood{m: m, plan: p.plan, walks: walks}
	if m.Lens == figure.Dist {
		s.view = p.probeView(m, walks)
	} else {
		s.view = p.pairView(m)
	}
	kept := p.Frame.stood[:]
	copy(kept[1:], kept)
	kept[0] = s
	return s.view
}

// stack makes the panels of a view, from the plan's top down.
func (p *pen) stack(v view) (out [3]panel) {
	p.view = v
	left, wide := p.x0+p.plan.lo*p.u, (p.plan.hi-p.plan.lo)*p.u
	y := p.top
	for i, s := range v.y {
		if v.h[i] == 0 {
			break
		}
		ux, uy := wide/(v.hi-v.lo), v.h[i]/s.size()
		out[i] = p.plot(panel{x0: left - v.lo*ux, y0: y + s.top*uy, ux: ux, uy: uy, lo: v.lo, hi: v.hi, bot: s.bot, top: s.top})
		y += v.h[i] + v.gap
	}
	p.x0, p.lo, p.hi, p.u = out[0].x0, v.lo, v.hi, out[0].ux
	return out
}
