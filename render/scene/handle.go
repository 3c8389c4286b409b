package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// move says how a pointer's place becomes a control's value.
type move struct {
	kind   moveKind
	origin Point   // where the value is zero, or the pivot of a slope
	ux, uy float64 // px per unit of the value to the right and up
	from   float64 // the value at the origin
	seen   panel   // of a corner, which a hand keeps where it is seen
}

type moveKind uint8

const (
	alongX  moveKind = iota
	alongY           // y up
	around           // the slope of the line from the pivot, whose handle is right of it, or left if ux and uy are negative
	away             // the distance from the origin along x
	inverse          // the reciprocal of the distance left of the origin
	inPlane          // both ways
)

// Value returns the value of spot i's control for a pointer at q, and the height, world
// units, of what moves both ways.
func (f *Frame) Value(i int, q Point) (v, y float64) {
	if mv := &f.Spots[i].move; mv.kind == inPlane {
		a := mv.seen
		return min(max((q.X-a.x0)/a.ux, a.lo), a.hi), min(max((a.y0-q.Y)/a.uy, a.bot), a.top)
	}
	return f.value(i, q), 0
}

func (f *Frame) value(i int, q Point) float64 {
	mv := f.Spots[i].move
	dx, dy := (q.X-mv.origin.X)/mv.ux, (mv.origin.Y-q.Y)/mv.uy
	switch mv.kind {
	case alongY:
		return mv.from + dy
	case around: // no steeper than at a quarter of a unit, or where the handle is
		return dy / max(dx, min(0.25, (f.Spots[i].At.X-mv.origin.X)/mv.ux))
	case away:
		return math.Abs(dx)
	case inverse:
		return 1 / max(-dx, 1e-6)
	}
	return mv.from + dx
}

// Drag is what a hand does that holds spot i at q: a pixel of the window is px wide in the
// frame, and within so many of them a corner attracts the point.
func (f *Frame) Drag(i int, q Point, px, pull float64) figure.Drag {
	d := figure.Drag{Control: f.Spots[i].Control, Pull: pull * px / f.Unit}
	d.To, d.Y = f.Value(i, q)
	about := func(v, least, most float64) figure.Slack {
		return figure.Slack{Below: max(0, v-min(least, most)), Above: max(0, max(least, most)-v)}
	}
	const half = 0.5 + 1e-6 // so that no number is between two pixels
	at := func(dx, dy float64) float64 {
		v, _ := f.Value(i, pt(q.X+dx*half*px, q.Y+dy*half*px))
		return v
	}
	switch mv := &f.Spots[i].move; mv.kind {
	case alongY, around:
		d.About = about(d.To, at(0, 1), at(0, -1))
	case away:
		d.About = figure.Slack{Below: min(d.To, half*px/mv.ux), Above: half * px / mv.ux}
	case inPlane:
		d.About = figure.Slack{Below: half * px / mv.seen.ux, Above: half * px / mv.seen.ux}
		d.AboutY = figure.Slack{Below: half * px / mv.seen.uy, Above: half * px / mv.seen.uy}
	default:
		d.About = about(d.To, at(-1, 0), at(1, 0))
	}
	return d
}

// Click is the slack of a click on the graph or an axis: half a pixel of the window.
func (f *Frame) Click(px float64) figure.Slack {
	half := 0.5 * px / f.Unit
	return figure.Slack{Below: half, Above: half}
}

// OnGraph is the place of the graph that is drawn, where a pointer at q is near it: a
// click adds a corner there.
func (f *Frame) OnGraph(q Point) (x float64, ok bool) {
	if !f.m.Sketching() {
		return 0, false
	}
	x, d := f.panels.upper.nearest(q, f.m.Function().Value)
	return x, d < reach
}

// Aim is the control that a click at q sets, and to what, where q is near the graph of f
// or f′, or near an axis of x: the point, or the bump, which has no place on a graph.
func (f *Frame) Aim(q Point) (c figure.Control, to float64, ok bool) {
	c, least := figure.X, reach
	near := func(x, d float64) {
		if d < least {
			least, to, ok = d, x, true
		}
	}
	here := f.m.Function()
	for i, a := range [...]panel{f.panels.upper, f.panels.lower} {
		if i == 1 && f.m.Lens != figure.Dist && (f.m.Stepping() || f.m.Hide&figure.HideLower != 0) { // nothing there is of the point
			continue
		}
		near(a.nearest(q, func(float64) float64 { return a.floor() }))
		switch {
		case f.m.Lens == figure.Dist:
			c = figure.C
		case i == 0:
			near(a.nearest(q, here.Value))
		default:
			near(a.nearest(q, here.Density))
		}
	}
	return c, to, ok && f.m.Lens != figure.Compare
}

// reach is how near a click has to come, px of the frame: what a finger covers.
const reach = 22.0

// nearest is the place of a graph in a panel that is nearest to q, and how far that is,
// px; infinitely far beyond reach.
func (a panel) nearest(q Point, graph func(float64) float64) (x, d float64) {
	d = math.Inf(1)
	if !a.rect().Grown(reach).Holds([]Point{q}) {
		return 0, d
	}
	const steps = 22
	for i := -steps; i <= steps; i++ {
		u := (q.X + reach*float64(i)/steps - a.x0) / a.ux
		p := a.at(u, graph(u))
		if far := math.Hypot(p.X-q.X, p.Y-q.Y); far < d && far < reach && a.sees(u, graph(u)) {
			x, d = u, far
		}
	}
	return x, d
}

// arrows says along which axes a handle moves.
type arrows uint8

const (
	sideways arrows = 1 << iota
	upDown
)

// handle draws a handle and makes it a spot. Where corners have theirs nothing else can
// be had, and a dot stands for it.
func (p *pen) handle(c figure.Control, at Point, ink theme.Role, ring bool, ways arrows, mv move, primary bool) {
	s := p.style
	if p.ask.Plain {
		p.spotless(c, at, ink, ring, ways, primary)
		return
	}
	if _, corner := c.Corner(); !corner && p.m.Sketching() && p.panels.upper.rect().Grown(1).Holds([]Point{at}) {
		r := s.handle * 0.72
		p.dot(at, r, ink, theme.Paper, s.graph*0.85)
		return
	}
	p.disc(at, s.halo, ink, ink, 0).Alpha = p.theme.Halo
	if ring {
		p.disc(at, s.handle, theme.Paper, ink, s.graph*0.95)
	} else {
		p.disc(at, s.handle, ink, theme.Paper, s.graph*0.85)
	}
	busy := !p.still && (p.m.Held.Has(c) || p.m.Hover == c || p.m.Focus == c)
	if busy {
		p.chevrons(at, ink, ways)
	}
	if !p.still && p.m.Focus == c && primary {
		p.circle(at, s.handle+ringAway, ringWidth, theme.Ink)
	}
	p.Spots = append(p.Spots, Spot{Control: c, Primary: primary, At: at, Hit: s.hit, Radius: s.halo, move: mv, veil: p.veil})
	p.take(boxAround(at, s.handle+2))
	tip, half := s.handle+4+2*0.62*s.handle, 1.15*0.62*s.handle // of the chevrons, which may appear
	if ways&sideways != 0 {
		p.take(rect(at.X-tip, at.Y-half, 2*tip, 2*half))
	}
	if ways&upDown != 0 {
		p.take(rect(at.X-half, at.Y-tip, 2*half, 2*tip))
	}
}

// The ring of the focus is between a handle and its chevrons, px, where no label is.
const ringAway, ringWidth = 4, 2

// spotless draws the point that a handle stands for. A second grip of a quantity, the end
// of a bump and the hold on a branch, whose slope is a, are no points of the picture. An
// open circle says that the point is missing.
func (p *pen) spotless(c figure.Control, at Point, ink theme.Role, ring bool, ways arrows, primary bool) {
	if !primary || c == figure.W || c == figure.A && ways == upDown {
		return
	}
	r := p.style.handle * 0.6
	if ring && (c == figure.X || c == figure.G) {
		p.disc(at, r, theme.Paper, ink, p.style.graph*0.8)
	} else {
		p.disc(at, r, ink, theme.Paper, p.style.graph*0.6)
	}
	p.take(boxAround(at, r+2))
}

// pinned is where the handle of a place (x, y) stands: there, or at the panel's
// edge if that place is not seen.
//
//go:noinline
func (p *pen) pinned(a panel, x, y float64) Point { return a.edge(x, y) }

// off tells with an arrow head on a handle at the panel's edge in which direction
// its place is, if that is not seen.
func (p *pen) off(a panel, x, y float64, at Point, ink theme.Role) {
	q := a.at(x, min(max(y, -1e6), 1e6))
	d := q.From(at)
	if !(d > 0.5) {
		return
	}
	dx, dy := (q.X-at.X)/d, (q.Y-at.Y)/d
	r := 0.62 * p.style.handle
	if p.ask.Plain { // out of the point, not in it
		r *= 1.6
		if ink == theme.Paper {
			ink = theme.Ink
		}
	}
	tip := pt(at.X+dx*r, at.Y+dy*r)
	left := pt(at.X-dx*r*0.6-dy*r*0.8, at.Y-dy*r*0.6+dx*r*0.8)
	right := pt(at.X-dx*r*0.6+dy*r*0.8, at.Y-dy*r*0.6-dx*r*0.8)
	p.fill(ink, 1, tip, tip, left, right)
}

// clearOf is how far a handle's label is from its centre.
//
//go:noinline
func (p *pen) clearOf() float64 { return p.style.handle + 7*p.k }

// chevrons draws the two small arrows of a handle that is about to move.
func (p *pen) chevrons(c Point, ink theme.Role, ways arrows) {
	s := p.style
	a := s.handle * 0.62
	tip := func(dx, dy float64) {
		b := pt(c.X+dx*(s.handle+4+a), c.Y+dy*(s.handle+4+a))
		t := pt(b.X+dx*a, b.Y+dy*a)
		l := pt(b.X-dy*a*1.15, b.Y+dx*a*1.15)
		r := pt(b.X+dy*a*1.15, b.Y-dx*a*1.15)
		p.stroke(theme.Paper, 2.5, t, l, r, t)
		p.fill(ink, 1, t, t, l, r)
	}
	if ways&sideways != 0 {
		tip(-1, 0)
		tip(1, 0)
	}
	if ways&upDown != 0 {
		tip(0, -1)
		tip(0, 1)
	}
}
