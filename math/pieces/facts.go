package pieces

import "math"

// Derivative is f′ at the point, and false where there is none: the formula's own
// value, both limits and both one-sided slopes have to agree.
func (b *Break) Derivative() (float64, bool) {
	if b.Order < 2 || b.Right.Slope != b.Right.Slope || math.IsInf(b.Right.Slope, 0) {
		return math.NaN(), false
	}
	return b.Right.Slope, true
}

// Jump is f(b+) − f(b−), the mass of δ at b in f′; it does not depend on f(b).
func (b *Break) Jump() float64 {
	if b.Order > 0 {
		return 0
	}
	return b.Right.Limit - b.Left.Limit
}

// SlopeJump is f′(b+) − f′(b−), the mass of δ at b in f″, and false where one of the
// slopes is not finite or not known.
func (b *Break) SlopeJump() (float64, bool) {
	d := b.Right.Slope - b.Left.Slope
	switch {
	case b.Order > 1:
		return 0, true
	case d != d || math.IsInf(d, 0):
		return math.NaN(), false
	}
	return d, true
}

// Clarke is Clarke's subdifferential at the point, the convex hull of the limits of
// f′(y) as y → b, and false where f is not Lipschitz near b: it has none there.
func (b *Break) Clarke() (lo, hi float64, ok bool) {
	l, r := b.Left.Slope, b.Right.Slope
	if b.Order == 0 || l-l != 0 || r-r != 0 { // ∞ − ∞ is NaN
		return math.Inf(1), math.Inf(-1), false
	}
	if b.Order > 1 {
		return r, r, true
	}
	return min(l, r), max(l, r), true
}
