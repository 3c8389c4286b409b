package calculus

import "math"

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
	if f.cut != nil {
		if s := f.cut.supports(x); !s.Empty() {
			if d, ok := f.Derivative(x); ok { // no other line touches the graph there
				d = f.cut.curve.Reached(d) // where x is a minimiser but for its last digit
				return Interval{d, d}
			}
			l, r := f.Left(x), f.Right(x) // between which it is
			return Interval{nearest(round(s.Lo), l), nearest(round(s.Hi), r)}
		}
		return nothing()
	}
	i := f.closed.supports(x)
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
