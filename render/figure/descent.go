package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// What an optimiser does: in the subgradient lens the point may take steps, one at a
// press, by one of three methods. The steps are a function of where they start, of the
// method, of t and of f: k of them are a place of the figure as any other.

// Method is how the point takes steps.
type Method uint8

const (
	NoSteps   Method = iota
	Fixed            // x − t g, with a subgradient g at x
	Shrinking        // x − t g/(k + 1), where k steps were taken before
	Proximal         // to the least of f(y) + (y − x)²/(2t)
	methods
)

// MostSteps is how many steps are shown.
const MostSteps = 10

// TRange is the range of the step size t: of what a step is long where the slope is ±1.
func TRange() calculus.Interval { return calculus.Interval{Lo: 0.05, Hi: 2} }

// Ending is why there are not more steps than there are.
type Ending uint8

const (
	Goes      Ending = iota // there are MostSteps
	NoLine                  // no line supports at the last place, so there is no g
	NotConvex               // proximal steps are shown for convex functions
	Leaves                  // the next place is not in the window
)

// Path is where the steps lead.
type Path struct {
	At  [MostSteps + 1]float64 // the places: At[0] is the start
	G   [MostSteps]float64     // the subgradient of each step; of a proximal one, at its end
	N   int                    // how many steps there are
	End Ending
	of  route
}

// route is what a path depends on.
type route struct {
	fn      calculus.Kind
	formula string
	a, beta float64
	method  Method
	start   float64
	t, g    float64
	within  calculus.Interval
}

// Stepping reports whether the picture is that of the steps.
func (m *Model) Stepping() bool { return m.Steps != NoSteps && m.Lens == Sub }

// Taken is how many whole steps have been taken, and what share of one more.
func (m *Model) Taken() (whole int, share float64) {
	k := math.Floor(m.K)
	return int(k), m.K - k
}

// Landed is the k-th place of the steps, k being the whole number that have been taken, and
// the value there.
func (m *Model) Landed() (k int, x, value float64) {
	k, _ = m.Taken()
	x = m.Path.At[k]
	return k, x, m.Function().Value(x)
}

// walked brings the point to where its steps have led: the one place where X follows
// from Start and K.
func (m Model) walked() Model {
	if m.Steps >= methods {
		m.Steps = NoSteps
	}
	if m.Steps == NoSteps { // it stays where it has come to
		m.K, m.Start, m.Path = 0, m.X, Path{}
		return m
	}
	if !(m.K > 0) {
		m.K, m.Start = 0, m.X
	}
	in, _ := m.rangeOf(X)
	m.Start = within(in, m.Start, New().X)
	of := route{m.Fn, m.Formula, m.A, m.Beta, m.Steps, m.Start, m.T, m.G, in}
	if m.Path.of != of {
		m.Path = m.path(of)
	}
	m.K = min(m.K, float64(m.Path.N))
	k, share := m.Taken()
	if m.X = m.Path.At[k]; share > 0 {
		m.X += (m.Path.At[k+1] - m.X) * share
	}
	return m
}

// Unstepped is the model without steps, its point where it is.
func (m Model) Unstepped() Model {
	m.Steps = NoSteps
	return m.walked()
}

// path takes the steps.
func (m Model) path(of route) (p Path) {
	f := m.Function()
	p.of, p.At[0] = of, of.start
	for p.N < MostSteps {
		x := p.At[p.N]
		var to, g float64
		if of.method == Proximal {
			if !f.Convex() {
				p.End = NotConvex
				return p
			}
			const hair = 1e-9 // by which rounding may lead out
			y, ok := f.Proximal(x, of.t, calculus.Interval{Lo: of.within.Lo - hair, Hi: of.within.Hi + hair})
			if !ok {
				p.End = Leaves
				return p
			}
			to, g = y, (x-y)/of.t
			if s := f.Subdifferential(y); s.Empty() || g < s.Lo-near(g) || g > s.Hi+near(g) {
				p.End = NotConvex // it is convex near here, but not known to be so everywhere
				return p
			}
		} else {
			s := f.Subdifferential(x)
			if s.Empty() {
				p.End = NoLine
				return p
			}
			g = within(s, of.g, of.g)
			to = x - of.step(p.N)*g
		}
		if to = unrounded(f, x, to); !of.within.Contains(to) {
			p.End = Leaves
			return p
		}
		p.G[p.N] = g
		p.N++
		p.At[p.N] = to
	}
	return p
}

// step is how long the step after k others is where the slope is 1.
func (r route) step(k int) float64 {
	if r.method == Shrinking {
		return r.t / float64(k+1)
	}
	return r.t
}

// near is by how much a computed slope may be off.
func near(g float64) float64 { return 1e-7 * max(1, math.Abs(g)) }

// unrounded is where a step from one place leads, without what rounding added to it:
// 1.2 − 3·0.4 is 0. A break of f that is as near as rounding leads is it; any other place
// has 14 digits of the longer of both.
func unrounded(f calculus.Function, from, to float64) float64 {
	size := max(math.Abs(from), math.Abs(to))
	var store stops
	for _, b := range f.AppendBreaks(store[:0]) {
		if math.Abs(to-b) <= 1e-13*max(size, math.Abs(b)) {
			return b
		}
	}
	if size < 1e-200 {
		return to
	}
	unit := math.Pow(10, 13-math.Floor(math.Log10(size)))
	return math.Round(to*unit)/unit + 0 // no −0
}

// picked is the slope of the line that a step uses at the point, and whether there is a
// choice of it. Where no line supports it is the one that is tried.
func (m *Model) picked(s calculus.Interval) (g float64, free bool) {
	k, share := m.Taken()
	switch {
	case s.Empty():
		return m.G, m.Steps != Proximal
	case m.Steps == Proximal && k > 0 && share == 0:
		return within(s, m.Path.G[k-1], s.Lo), false
	case m.Steps == Proximal:
		return within(s, 0, 0), false
	}
	return within(s, m.G, m.G), s.Width() > 0
}

// put gives a control a value in its range. The place of the point is where its steps
// start, if it has taken any.
func (m *Model) put(c Control, v float64) {
	if c == K {
		if v > 0 && m.K == 0 {
			m.Start = m.X
		} else if v == 0 && m.K > 0 {
			m.X = m.Start
		}
	}
	*m.field(c) = v
}

// playable is the control that plays in this lens, and its range: the place in the
// derivation, or the steps.
func (m Model) playable() (Control, calculus.Interval, bool) {
	switch {
	case m.Lens == Dist:
		return P, PRange(), true
	case m.Stepping():
		r, _ := m.rangeOf(K)
		return K, r, true
	}
	return P, PRange(), false
}
