package figure

import (
	"math"
)

// TangentWord names the tangent in the drawing, empty where there is none.
func TangentWord(m Model) Text {
	f := m.factsAt(m.place())
	if !f.HasSlope {
		return Text{}
	}
	return text("tangent, slope {s}", num(f.Slope)).in(m.Lang)
}

// SecantWord names a secant in the drawing by its slope.
func SecantWord(m Model, slope float64) Text { return text("slope {s}", num(slope)).in(m.Lang) }

// NumberWord is a number among the words of the drawing.
func NumberWord(v float64, n int) Text { return text(alone, decimals(v, n)) }

// Verbatim is a text in markup that is not the figure's own, and is said as it
// is in every language.
func Verbatim(markup string) Text { return text(alone, letter(markup)) }

// LensWord is the name of a lens among the words of the drawing.
func LensWord(m Model, l Lens) Text { return text(LensName(l)).in(m.Lang) }

// NoValueWord stands where the derivative's graph has its hole.
func NoValueWord(m Model) Text { return text("no value at {x}", num(m.place())).in(m.Lang) }

// FanWord says of the fan what it is, or why there is none; it is empty where
// the line that is tried says it all.
func FanWord(m Model) Text { return m.fanWord(m.factsAt(m.place())).in(m.Lang) }

func (m Model) fanWord(f Facts) Text {
	s := f.Sub
	switch {
	case s.Empty() && f.HasClarke && f.Clarke.Width() > 0:
		return text("dashed: Clarke’s set, the hull of nearby slopes")
	case s.Empty():
		return text("no line fits underneath")
	case s.Width() > 0 && f.Supports:
		return text("every line in this fan stays under the graph")
	case s.Width() > 0:
		return text("the lines that do support have slope {lo} to {hi}", num(s.Lo), num(s.Hi))
	}
	return Text{}
}

// AboveWord says where the line that is tried is above the graph, empty where
// it supports. It names the stretch that is met first going away from the point.
func AboveWord(m Model) Text {
	if m.factsAt(m.place()).Supports {
		return Text{}
	}
	return m.aboveWord().in(m.Lang)
}

func (m Model) aboveWord() Text {
	lo, hi := m.above()
	switch {
	case math.IsInf(lo, -1) && math.IsInf(hi, 1):
		return text("above the graph")
	case math.IsInf(hi, 1):
		return text("above the graph for y > {x}", coarse(lo))
	case math.IsInf(lo, -1):
		return text("above the graph for y < {x}", coarse(hi))
	}
	return text("above the graph from {lo} to {hi}", coarse(lo), coarse(hi))
}

// coarse writes the end of a stretch, which is found to a thousandth or so.
func coarse(v float64) arg { return num(math.Round(v*1000) / 1000) }

// above is the first stretch, seen from the point outward, on which the line
// is above the graph; an end that is not reached within 10⁶ is infinite. Both
// ends are infinite where it is above on both sides.
func (m Model) above() (lo, hi float64) {
	f, x, g := m.Function(), m.place(), m.Slope()
	y := f.Value(x)
	over := func(t float64) bool { return y+g*(t-x)-f.Value(t) > 1e-9*(1+math.Abs(y)+math.Abs(g*(t-x))) }
	side := func(dir float64) (from, to float64, ok bool) {
		from, to = math.NaN(), math.Inf(1)
		last := x
		for d := nearest; d < farthest; d = farther(d) {
			t := x + dir*d
			switch {
			case !ok && over(t):
				ok, from = true, edge(over, last, t)
			case ok && !over(t):
				return from, edge(func(v float64) bool { return !over(v) }, last, t), true
			}
			last = t
		}
		return from, to * dir, ok
	}
	a, b, right := side(1)
	c, d, left := side(-1)
	switch {
	case right && left:
		return math.Inf(-1), math.Inf(1)
	case right:
		return a, b
	case left:
		return d, c
	}
	return math.Inf(-1), math.Inf(1)
}

// Distances from the point at which the line and the graph are compared, world
// units.
const (
	nearest  = 1e-3
	farthest = 1e6
)

// farther is the distance after d: a hundredth more, which is as narrow a
// stretch as can be seen, and far out, where line and graph cross at most once
// more, twice as much.
func farther(d float64) float64 {
	if d > 64 {
		return 2 * d
	}
	return 1.01 * d
}

// edge finds where a predicate becomes true between a, where it is false, and
// b, where it is true.
func edge(is func(float64) bool, a, b float64) float64 {
	for range 60 {
		if mid := (a + b) / 2; is(mid) {
			b = mid
		} else {
			a = mid
		}
	}
	return b
}
