// Package probe is the test function of the figure, to full relative accuracy.
package probe

import "math"

// A Probe is the test function
//
//	φ(x) = exp(1 − 1/(1 − u²)),  u = (x − C)/W,  for |u| < 1, and 0 elsewhere,
//
// smooth on ℝ, of height 1 at C, with support [C − W, C + W]. It is the zero
// function unless W is in [1e-150, 1e150] and |C| ≤ 1e150, in particular for W = 0 and NaN.
type Probe struct {
	C float64 // centre
	W float64 // half-width of the support
}

// unitMass is ∫ exp(1 − 1/(1 − u²)) du over (−1, 1), to 40 digits as
// math/calculus/testdata/reference prints it.
const unitMass = 1.206900322437876175336237996330483394833

// Valid reports whether φ is not the zero function; beyond 1e150 products of
// lengths would overflow.
func (p Probe) Valid() bool {
	return 1e-150 <= p.W && p.W <= 1e150 && math.Abs(p.C) <= 1e150
}

// Lo is the left edge of the support, C − W.
func (p Probe) Lo() float64 { return p.C - p.W }

// Hi is the right edge of the support, C + W.
func (p Probe) Hi() float64 { return p.C + p.W }

// Mass is ∫ φ = 1.2069003224378761…·W, and 0 for the zero function.
func (p Probe) Mass() float64 {
	if !p.Valid() {
		return 0
	}
	return unitMass * p.W
}

// Value is φ(x) ∈ [0, 1].
func (p Probe) Value(x float64) float64 {
	if !p.Valid() {
		return 0
	}
	b := p.Bump()
	return b.Value(x)
}

// Coordinates are t and v for which x = C + W·tanh t and φ(x) = e^{−v}, v = sinh² t, to
// full relative accuracy: ±∞ and +∞ outside the support.
func (p Probe) Coordinates(x float64) (t, v float64) {
	b := p.Bump()
	return b.Angle(x), b.Depth(x)
}

// Derivative is φ′(x), per unit of x.
func (p Probe) Derivative(x float64) float64 {
	if !p.Valid() {
		return 0
	}
	b := p.Bump()
	return b.Derivative(x)
}
