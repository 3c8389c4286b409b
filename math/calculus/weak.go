package calculus

import "math"

// Weak is the distributional derivative of f as a function, right-continuous
// at its breaks, and true where it is one with bounded values near every
// point: not for Heaviside, whose derivative has an atom, for SqrtAbs, whose
// derivative is unbounded near 0, nor for Cantor, whose derivative is a measure
// without density. Then
// ⟨f″, φ⟩ is the pairing of Weak with φ.
//
// The result is made for pairing: values, one-sided limits, breaks, atoms and
// everything in Pairing and Part hold for it as for any Function. Kind is still
// that of f. What follows from the kind, or from the shape of the catalogue's own
// functions, above all the subdifferentials, does not hold for the result.
func (f Function) Weak() (Function, bool) {
	g := f
	if f.own != nil {
		g.order++
		for _, b := range f.own.curve.Breaks {
			if l, r := b.Left.Slope, b.Right.Slope; f.order > 0 || b.Jump() != 0 || l-l != 0 || r-r != 0 { // ∞ − ∞ is NaN
				return Function{}, false
			}
		}
		return g, f.order == 0
	}
	for i := range g.pieces[:g.breaks+1] {
		p := &g.pieces[i]
		switch p.law {
		case affine:
			*p = piece{law: affine, b: p.k}
		case power:
			*p = piece{law: power, n: p.n - 1, k: p.k * float64(p.n)}
			if p.n == 1 {
				*p = piece{law: affine, k: p.k}
			}
		case softplus:
			*p = piece{law: sigmoid, k: p.k}
		default:
			return Function{}, false
		}
	}
	for _, x := range f.at[:f.breaks] {
		if f.ValueJump(x) != 0 {
			return Function{}, false
		}
	}
	return g, true
}

// bell is σ(y)σ(−y), the derivative of the logistic function, to full relative
// accuracy.
func bell(y float64) float64 {
	e := math.Exp(-math.Abs(y))
	return e / ((1 + e) * (1 + e))
}
