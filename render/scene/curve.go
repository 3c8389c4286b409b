package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// samplePx is the distance between samples of a curve, in CSS px.
const samplePx = 3

// pieces calls f with world points of y over [lo, hi], one polyline for each
// stretch between breaks, so that no line is drawn across a jump or rounds a
// kink. Near a break samples crowd together like t², which keeps cusps and
// vertical tangents sharp. The end points are approached, not taken, where
// the curve breaks: y may be one-sided there.
func (p *pen) pieces(lo, hi float64, breaks []float64, y func(x float64) float64, f func([]Point)) {
	edge := lo
	for i := 0; i <= len(breaks); i++ {
		next := hi
		if i < len(breaks) {
			next = min(breaks[i], hi)
		}
		if next > edge {
			p.world = p.world[:0]
			from := edge
			if p.m.Has(figure.Beta) && edge < 0 && 0 < next { // its bend may be narrower than the samples are apart
				p.world = p.sample(p.world, edge, 0, y)
				p.world = p.world[:len(p.world)-1]
				from = 0
			}
			p.world = p.sample(p.world, from, next, y)
			f(p.world)
		}
		if edge = max(edge, next); edge >= hi {
			return
		}
	}
}

// sample appends world points of y over [a, b]; a straight stretch is its two
// ends.
func (p *pen) sample(dst []Point, a, b float64, y func(x float64) float64) []Point {
	const tiny = 1e-9
	in := min(tiny, (b-a)/4)
	first, last := pt(a, y(a+in)), pt(b, y(b-in))
	if straight(a, b, first.Y, last.Y, y) {
		return append(dst, first, last)
	}
	n := max(24, int((b-a)*p.u/samplePx))
	from := len(dst)
	dst = append(dst, first)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		t = t * t * (3 - 2*t) // crowded like t² at both ends
		x := a + (b-a)*t
		dst = joined(dst, pt(x, y(x)), len(dst)-from, p.u, y)
	}
	return joined(dst, last, len(dst)-from, p.u, y)
}

// joined appends the next point of a polyline whose last n points are its own.
// Where it turns by more than an eye forgives, as at a narrow peak, the curve is
// taken at the quarters of both sides of the turn too.
func joined(dst []Point, next Point, n int, u float64, y func(float64) float64) []Point {
	const forgiven, off = 0.14, 1 // rad; px off the chord
	if n >= 2 {
		a, b := dst[len(dst)-2], dst[len(dst)-1]
		turn := math.Atan2(next.Y-b.Y, next.X-b.X) - math.Atan2(b.Y-a.Y, b.X-a.X)
		chord := lerp(a.Y, next.Y, (b.X-a.X)/(next.X-a.X))
		if (math.Abs(turn) > forgiven || math.Abs(b.Y-chord)*u > off) && b.X-a.X > 1e-4 && next.X-b.X > 1e-4 {
			dst = dst[:len(dst)-1]
			for i := 1.0; i < 4; i++ {
				x := lerp(a.X, b.X, i/4)
				dst = append(dst, pt(x, y(x)))
			}
			dst = append(dst, b)
			for i := 1.0; i < 4; i++ {
				x := lerp(b.X, next.X, i/4)
				dst = append(dst, pt(x, y(x)))
			}
		}
	}
	return append(dst, next)
}

// straight tells whether y is a chord at a few places that no periodic or
// polynomial piece of the catalogue can all meet by chance.
func straight(a, b, ya, yb float64, y func(float64) float64) bool {
	for _, t := range [...]float64{0.127, 0.31, 0.5, 0.713, 0.94} {
		off := math.Abs(y(a+(b-a)*t) - (ya + (yb-ya)*t))
		if !(off <= 1e-9*(1+math.Abs(ya)+math.Abs(yb))) { // also where something is not a number
			return false
		}
	}
	return true
}

// curve draws y over the panel in the given ink, cut at the breaks and at the
// panel's floor and ceiling.
func (p *pen) curve(a panel, lo, hi float64, breaks []float64, y func(float64) float64, ink theme.Role, width float64, dash Dash) {
	p.pieces(max(lo, a.lo), min(hi, a.hi), breaks, y, func(pts []Point) {
		p.clip(pts, a.bot, a.top, func(run []Point) {
			n := len(p.points)
			for _, q := range run {
				p.points = append(p.points, a.at(q.X, q.Y))
			}
			m := p.add(Stroke, ink, 1)
			m.Width, m.Dash = width, dash
			m.Points = p.since(n)
			p.avoid(m.Points)
		})
	})
}

// graph draws f itself, always in page ink, with its jumps shown.
//
//go:noinline
func (p *pen) graph(a panel) { p.draws(theGraph, func() { p.graphOf(a) }) }

func (p *pen) graphOf(a panel) {
	y := p.f.Value
	if p.f.Singular() {
		p.cantor(a, theme.Ink, p.style.graph)
		return
	}
	joined := p.places[:0]
	for _, b := range p.breaks { // a kink is part of one line; a jump is not
		if p.f.ValueJump(b) != 0 || p.f.Single(b) || p.f.Pole(b) {
			joined = append(joined, b)
		}
	}
	p.places = joined
	if len(joined) == 0 && len(p.breaks) > 0 {
		p.kinked(a)
		return
	}
	p.curve(a, a.lo, a.hi, joined, y, theme.Ink, p.style.graph, Dash{})
	for _, b := range joined {
		if b > a.lo && b < a.hi {
			l, r, v := p.f.LeftValue(b), p.f.RightValue(b), y(b)
			if p.second() { // f′ has no value there
				v = math.NaN()
			}
			if l != v && !math.IsInf(l, 0) {
				p.open(a.at(b, l), theme.Ink)
			}
			if r != v && r != l && !math.IsInf(r, 0) {
				p.open(a.at(b, r), theme.Ink)
			}
			if v == v {
				p.dot(a.at(b, v), p.style.open(), theme.Ink, theme.Ink, 0)
			}
		}
	}
}

// kinked draws a continuous graph as one polyline, with a vertex on each
// kink, so that the corner is joined and not capped twice.
func (p *pen) kinked(a panel) {
	all := p.all[:0]
	p.pieces(a.lo, a.hi, p.breaks, p.f.Value, func(pts []Point) { all = append(all, pts...) })
	for i := range all {
		for _, b := range p.breaks {
			if all[i].X == b {
				all[i].Y = p.f.Value(b)
			}
		}
	}
	p.all = all
	p.clip(all, a.bot, a.top, func(run []Point) {
		n := len(p.points)
		for _, q := range run {
			p.points = append(p.points, a.at(q.X, q.Y))
		}
		m := p.add(Stroke, theme.Ink, 1)
		m.Width = p.style.graph
		m.Points = p.since(n)
		p.avoid(m.Points)
	})
}

// cantor draws the Cantor function through the ends of its gaps, down to gaps
// narrower than a pixel: the staircase is flat on each gap and its corners
// are exact.
func (p *pen) cantor(a panel, ink theme.Role, width float64) {
	n := len(p.points)
	p.points = append(p.points, a.at(a.lo, p.f.Value(a.lo)), a.at(0, p.f.Value(0)))
	p.gaps(0, 1, func(lo, hi float64) {
		y := p.f.Value((lo + hi) / 2)
		p.points = append(p.points, a.at(lo, y), a.at(hi, y))
	})
	p.points = append(p.points, a.at(1, p.f.Value(1)), a.at(a.hi, p.f.Value(a.hi)))
	m := p.add(Stroke, ink, 1)
	m.Width = width
	m.Points = p.since(n)
	p.avoid(m.Points)
}

// gaps calls f with the middle thirds of [lo, hi] from left to right, down to
// half a pixel.
func (p *pen) gaps(lo, hi float64, f func(lo, hi float64)) {
	if (hi-lo)*p.u < 1.5 {
		return
	}
	d := (hi - lo) / 3
	p.gaps(lo, lo+d, f)
	f(lo+d, hi-d)
	p.gaps(hi-d, hi, f)
}

// line clips the line through (x, y) of slope s to the panel and returns its
// ends, left and right; ok is false where nothing of it is seen.
func (a panel) line(x, y, s float64) (l, r Point, ok bool) {
	lo, hi := a.lo, a.hi
	if s != 0 {
		x1, x2 := x+(a.bot-y)/s, x+(a.top-y)/s
		lo, hi = max(lo, min(x1, x2)), min(hi, max(x1, x2))
	} else if y < a.bot || y > a.top {
		return l, r, false
	}
	return a.at(lo, y+s*(lo-x)), a.at(hi, y+s*(hi-x)), lo < hi
}

// graphName labels the graph, best at its right end.
func (p *pen) graphName(f panel, long, short *formula.Line) {
	if p.style.small {
		long = short
	}
	p.label(label{key: "graph", given: true, line: long, short: short, ink: theme.Ink, size: p.style.math * 1.05, say: true, Label: place.Label{At: f.edge(f.hi, p.f.Value(f.hi)), Slides: true, Along: f.foot(), T: 1, Of: theGraph, To: place.NorthWest}})
}
