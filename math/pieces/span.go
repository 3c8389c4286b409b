package pieces

import "math"

// A span is the closed interval [lo, hi], bounds infinite where there are none. The
// operations round outward, so that every value is inside.
type span struct{ lo, hi float64 }

func point(x float64) span { return span{x, x} }

func everything() span { return span{math.Inf(-1), math.Inf(1)} }

// wide is a span a few units in the last place wider on both sides; 0 stays, which is
// seldom the rounding of something else. NaN, which
// comes of ∞ − ∞ and 0·∞, is no bound.
func wide(lo, hi float64) span {
	s := span{lo - 4*ulp*math.Abs(lo), hi + 4*ulp*math.Abs(hi)}
	if s.lo != s.lo { // NaN or ∞ − ∞
		s.lo = math.Inf(-1)
		if lo > 0 {
			s.lo = math.MaxFloat64
		}
	}
	if s.hi != s.hi {
		s.hi = math.Inf(1)
		if hi < 0 {
			s.hi = -math.MaxFloat64
		}
	}
	return s
}

func (a span) has(x float64) bool { return a.lo <= x && x <= a.hi }

func (a span) neg() span { return span{-a.hi, -a.lo} }

func (a span) plus(b span) span { return wide(a.lo+b.lo, a.hi+b.hi) }

func (a span) minus(b span) span { return wide(a.lo-b.hi, a.hi-b.lo) }

// times is the product, in which 0·∞ is 0: no value inside is infinite.
func (a span) times(b span) span {
	if a == (span{}) || b == (span{}) {
		return span{}
	}
	p := func(x, y float64) float64 {
		if x == 0 || y == 0 {
			return 0
		}
		return x * y
	}
	w, x, y, z := p(a.lo, b.lo), p(a.lo, b.hi), p(a.hi, b.lo), p(a.hi, b.hi)
	if w > x { // the built-in min and max, which also know NaN and −0, are calls in WebAssembly
		w, x = x, w
	}
	if y > z {
		y, z = z, y
	}
	if y < w {
		w = y
	}
	if z > x {
		x = z
	}
	return wide(w, x)
}

func (a span) inverse() span {
	if a.lo < 0 && a.hi > 0 || a == (span{}) {
		return everything()
	}
	lo, hi := 1/a.hi, 1/a.lo
	if a.lo == 0 {
		hi = math.Inf(1)
	}
	if a.hi == 0 {
		lo = math.Inf(-1)
	}
	return wide(lo, hi)
}

// square is a·a, never negative.
func (a span) square() span {
	lo, hi := a.lo*a.lo, a.hi*a.hi
	if a.has(0) {
		return span{0, wide(0, max(lo, hi)).hi}
	}
	s := wide(min(lo, hi), max(lo, hi))
	return span{max(0, s.lo), s.hi}
}

// meet is what two spans have in common; a where that is nothing, by rounding.
func (a span) meet(b span) span {
	if m := (span{max(a.lo, b.lo), min(a.hi, b.hi)}); m.lo <= m.hi {
		return m
	}
	return a
}

// hull is the smallest span around two.
func (a span) hull(b span) span { return span{min(a.lo, b.lo), max(a.hi, b.hi)} }

// rising is the image under a function that does not fall.
func (a span) rising(f func(float64) float64) span { return wide(f(a.lo), f(a.hi)) }

// bell is the image under a positive function of |x| that falls, to which 1 − s² and
// s·(1 − s) would add their rounding where they are nearly 0.
func (a span) bell(f func(float64) float64) span {
	near, far := 0.0, max(-a.lo, a.hi)
	if !a.has(0) {
		near = min(math.Abs(a.lo), math.Abs(a.hi))
	}
	s := wide(f(far), f(near))
	return wide(s.lo, s.hi)
}

// raised is the power k, p/q if q > 0.
//
//go:noinline
func (a span) raised(k float64, p, q int16) span {
	if k == 0 {
		return point(1)
	}
	root := q > 0 && q%2 == 1 // there for negative numbers, too
	if !root {
		a = span{max(0, a.lo), max(0, a.hi)}
	}
	up := func(x float64) float64 { return math.Pow(math.Abs(x), k) }
	switch {
	case k < 0:
		return a.raised(-k, -p, q).inverse()
	case !root || a.lo >= 0:
		return span{max(0, wide(up(a.lo), 0).lo), wide(0, up(a.hi)).hi}
	case p%2 != 0: // odd
		odd := func(x float64) float64 { return math.Copysign(up(x), x) }
		return wide(odd(a.lo), odd(a.hi))
	case a.hi <= 0:
		return wide(up(a.hi), up(a.lo))
	}
	return span{0, wide(0, max(up(a.lo), up(a.hi))).hi}
}

// wave is the image under sin(x + shift·π/2).
func (a span) wave(shift float64) span {
	if !(a.hi-a.lo < 6) || math.Abs(a.lo) > 1e8 {
		return span{-1, 1}
	}
	lo, hi := math.Sin(a.lo), math.Sin(a.hi)
	if shift == 1 {
		lo, hi = math.Cos(a.lo), math.Cos(a.hi)
	}
	s := wide(min(lo, hi), max(lo, hi))
	// The tops are at π/2 − shift·π/2 + 2kπ, the bottoms half a turn on.
	turn := func(from float64) bool {
		const slack = 1e-9
		first := math.Ceil((a.lo-slack-from)/(2*math.Pi))*2*math.Pi + from
		return first <= a.hi+slack
	}
	if turn(math.Pi / 2 * (1 - shift)) {
		s.hi = 1
	}
	if turn(math.Pi/2*(1-shift) - math.Pi) {
		s.lo = -1
	}
	return span{max(-1, s.lo), min(1, s.hi)}
}
