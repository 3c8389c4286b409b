package figure

import "math"

// Stretch is where the line through P of the slope that is tried lies above the
// graph: the stretch that is met first going away from P.
type Stretch struct {
	At     float64 // P
	Lo, Hi float64 // its ends, infinite if they are not reached within farthest; NaN if it is nearer than nearest
	Both   bool    // the line is above the graph on both sides of P
	More   bool    // and elsewhere on that side
}

// Distances from the point at which the line and the graph are compared, world
// units.
const (
	nearest  = 1e-3
	farthest = 1e18
)

// above is where the line of the lens is above the graph.
func (m Model) above() Stretch {
	f, x, g := m.Function(), m.place(), m.Slope()
	y := f.Value(x)
	over := func(t float64) bool { return y+g*(t-x)-f.Value(t) > 1e-13*(1+math.Abs(y)+math.Abs(g*(t-x))) }
	side := func(dir float64) (s Stretch, ok bool) {
		from, to := math.NaN(), math.NaN()
		last, was := x, false
		for d := nearest; d < farthest; d = farther(d) {
			t := x + dir*d
			now := over(t)
			switch {
			case now && !ok:
				ok = true
				if from = x; d > nearest {
					from = edge(over, last, t)
				}
			case !now && was && to != to:
				to = edge(func(v float64) bool { return !over(v) }, last, t)
			case now && !was:
				s.More = true
			}
			last, was = t, now
		}
		if to != to && ok {
			to = math.Inf(int(dir))
		}
		s.At, s.Lo, s.Hi = x, min(from, to), max(from, to)
		return s, ok
	}
	right, r := side(1)
	left, l := side(-1)
	switch {
	case r && l:
		right.Both = true
		return right
	case l:
		return left
	}
	return right
}

// where says the stretch in the text's next slot, so that the line is above the
// graph all along what is said: its ends are rounded inward.
func (t Text) where(s Stretch) Text {
	const narrowest = 9 // decimals; narrower stretches are not found
	var lo, hi float64
	d := fewestDecimals
	for ; ; d++ {
		unit := math.Pow10(d)
		lo, hi = inward(s.Lo, 1, unit), inward(s.Hi, -1, unit)
		if d == narrowest || !(hi-lo < 0.7*(s.Hi-s.Lo)) { // both may be infinite
			break
		}
	}
	end := func(v float64) arg { return arg{form: brief, v: v, w: float64(d)} }
	switch {
	case s.Lo != s.Lo:
		return t.and(saying("near {x}"), num(s.At))
	case lo >= hi:
		return t.and(saying("near {x}"), end((s.Lo+s.Hi)/2))
	case s.Both:
		return t.and(saying("on both sides of {x}"), num(s.At))
	case s.More:
		return t.and(saying("from {lo} to {hi} and elsewhere"), end(lo), end(hi))
	case math.IsInf(hi, 1) && s.Lo == s.At:
		return t.and(saying("to the right of {x}"), num(s.At))
	case math.IsInf(hi, 1):
		return t.and(saying("to the right of {x}"), end(lo))
	case math.IsInf(lo, -1) && s.Hi == s.At:
		return t.and(saying("to the left of {x}"), num(s.At))
	case math.IsInf(lo, -1):
		return t.and(saying("to the left of {x}"), end(hi))
	}
	return t.and(saying("from {lo} to {hi}"), end(lo), end(hi))
}

// inward rounds an end of a stretch up, if dir is 1, or down, in parts of a
// unit, but for what the search for the end adds to a round number.
func inward(v, dir, unit float64) float64 {
	if math.IsInf(v, 0) {
		return v
	}
	return dir * math.Ceil(dir*v*unit-1e-6-1e-9*math.Abs(v*unit)) / unit
}

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
