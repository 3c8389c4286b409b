package calculus

import "math"

// Convex reports whether f is convex on ℝ: every piece is, the pieces meet,
// and the slope does not fall from one to the next.
func (f Function) Convex() bool {
	if f.own != nil {
		return f.own.convex
	}
	for _, p := range f.pieces[:f.breaks+1] {
		if !p.convex() {
			return false
		}
	}
	for _, x := range f.at[:f.breaks] {
		if f.ValueJump(x) != 0 || f.Left(x) > f.Right(x) {
			return false
		}
	}
	return true
}

// nothing is the empty interval.
func nothing() Interval { return Interval{math.Inf(1), math.Inf(-1)} }

// Subdifferential is the convex subdifferential
//
//	∂f(x) = { g : f(y) ≥ f(x) + g·(y − x) for all y ∈ ℝ },
//
// the slopes of the lines through (x, f(x)) that are on or below the whole graph.
// It is a closed interval, or empty: then it is [+∞, −∞]. If f is convex it is
// [f′₋(x), f′₊(x)] (Rockafellar, Theorem 23.2 and §24), else g has to lie
// between the steepest chord to the left and the flattest chord to the right.
// It is empty at an x that is not finite.
func (f Function) Subdifferential(x float64) Interval {
	if x != x || math.IsInf(x, 0) {
		return nothing()
	}
	if f.own != nil {
		if s := f.own.supports(x); !s.Empty() {
			if d, ok := f.Derivative(x); ok { // no other line touches the graph there
				return Interval{d, d}
			}
			l, r := f.Left(x), f.Right(x) // between which it is
			return Interval{nearest(round(s.Lo), l), nearest(round(s.Hi), r)}
		}
		return nothing()
	}
	i := Interval{f.Left(x), f.Right(x)}
	if !f.Convex() {
		i = f.chords(x)
	}
	if i.Empty() || math.IsInf(i.Lo, 1) || math.IsInf(i.Hi, -1) {
		return nothing()
	}
	return i
}

// nearest is a slope of one side instead of an end of a subdifferential that is it but
// for the error of the search.
func nearest(end, slope float64) float64 {
	if math.Abs(end-slope) <= 1e-9*max(1, math.Abs(end)) {
		return slope
	}
	return end
}

// round is a number with few decimals in place of one that is it but for the error of
// the search.
func round(end float64) float64 {
	const grain = 1e6
	if r := math.Round(end*grain) / grain; math.Abs(end-r) <= 4e-10*max(1, math.Abs(r)) {
		return r + 0 // not −0
	}
	return end
}

// chords are the supremum of (f(y) − f(x))/(y − x) over y < x and its infimum
// over y > x. On each piece they lie at an end of it, at x itself, far out, or
// where the chord touches; for a concave piece because right of x the quotient
// of a concave and a positive linear function is quasiconcave, and left of it
// that of a convex one quasiconvex, for the Cantor function because it grows from 0 to 1 between two flat pieces, to which the
// chords have slope 0 or are steeper.
func (f Function) chords(x float64) Interval {
	i := Interval{math.Inf(-1), math.Inf(1)}
	fx := f.Value(x)
	for n, p := range f.pieces[:f.breaks+1] {
		from, to := math.Inf(-1), math.Inf(1)
		if n > 0 {
			from = f.at[n-1]
		}
		if n < int(f.breaks) {
			to = f.at[n]
		}
		chord := func(y float64) float64 {
			switch {
			case math.IsInf(y, 0):
				return p.farSlope(y < 0)
			case y == x && n < int(f.breaks) && y == to:
				return f.Left(x)
			case y == x:
				return p.slope(x, from == x)
			}
			return (p.value(y) - fx) / (y - x)
		}
		y, touches := p.touch(x)
		if a, b := from, min(to, x); a < b {
			i.Lo = max(i.Lo, chord(a), chord(b))
			if touches && a < y && y < b {
				i.Lo = max(i.Lo, chord(y))
			}
		}
		if a, b := max(from, x), to; a < b {
			i.Hi = min(i.Hi, chord(a), chord(b))
			if touches && a < y && y < b {
				i.Hi = min(i.Hi, chord(y))
			}
		}
	}
	return i
}

// Clarke is the generalised gradient of Clarke, the convex hull of the limits
// of f′(y) as y → x; for convex f it equals Subdifferential. It reports false where
// f is not Lipschitz near x, since the notion is not defined there.
func (f Function) Clarke(x float64) (Interval, bool) {
	if x != x || math.IsInf(x, 0) || !f.Lipschitz(x) {
		return nothing(), false
	}
	l, r := f.Left(x), f.Right(x)
	return Interval{min(l, r), max(l, r)}, true
}

// Supports reports whether the line through (x, f(x)) of slope g lies on or
// below the graph of f everywhere: whether g ∈ ∂f(x).
func (f Function) Supports(x, g float64) bool {
	return f.Subdifferential(x).Contains(g)
}
