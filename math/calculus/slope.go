package calculus

import "math"

// Left is the derivative from the left, lim (f(x+h) − f(x))/h as h → 0−.
// It is ±∞ where the quotients are unbounded with one sign: +∞ at an upward
// jump (f is continuous from the right there), −∞ left of the cusp of √|x|,
// +∞ at the points of the Cantor set that float64 has, 0 excepted: 1/4, 3/4, 1.
// It is NaN where there is no limit, which happens at no float64 except NaN.
//
//go:noinline
func (f Function) Left(x float64) float64 { return f.steep(x, -1) }

// Right is the derivative from the right, lim (f(x+h) − f(x))/h as h → 0+,
// with the conventions of Left. At a jump it is the slope of the right piece.
//
//go:noinline
func (f Function) Right(x float64) float64 { return f.steep(x, 1) }

// steep is the slope from one side at x: infinite where the limit is another than f(x).
func (f *Function) steep(x, dir float64) float64 {
	limit, slope := f.beside(x, dir)
	if !f.jumps(x) {
		return slope
	}
	if v := f.Value(x); !same(v, limit) {
		return dir * (limit - v) * math.Inf(1)
	}
	return slope
}

// Slopes are the limits of f′ at x from the left and from the right, or the infinite
// slopes there. Unlike Left and Right they do not see the value f(x) itself.
func (f Function) Slopes(x float64) (left, right float64) {
	_, left = f.beside(x, -1)
	_, right = f.beside(x, 1)
	return left, right
}

// Derivative is the pointwise derivative, and false where the two one-sided
// derivatives differ or are not finite: there is none, and no number should be
// shown.
func (f Function) Derivative(x float64) (float64, bool) {
	l, r := f.Left(x), f.Right(x)
	if l != r || math.IsInf(r, 0) {
		return math.NaN(), false
	}
	return r, true
}

// SlopeJump is f′₊(x) − f′₋(x), the mass of the second distributional
// derivative at x; for convex f also the width of the subdifferential. It is
// false where a slope is not finite: at a jump of the values f″ is δ′ there,
// not a measure, and at a cusp or a point of the Cantor set no mass is
// defined.
func (f Function) SlopeJump(x float64) (float64, bool) {
	l, r := f.Left(x), f.Right(x)
	if math.IsInf(l, 0) || math.IsInf(r, 0) || l != l || r != r {
		return math.NaN(), false
	}
	return r - l, true
}

// Lipschitz reports whether |f(y) − f(z)| ≤ L·|y − z| for some L and all y, z
// near x. Each piece is continuously differentiable inside or, on the Cantor
// set, vertical, so it is enough that no slope at x is infinite.
func (f Function) Lipschitz(x float64) bool {
	_, ok := f.SlopeJump(x)
	return ok
}
