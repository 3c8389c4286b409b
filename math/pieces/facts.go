package pieces

import "math"

// Jump is f(b+) − f(b−), the mass of δ at b in f′; it does not depend on f(b).
//
//go:noinline
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
