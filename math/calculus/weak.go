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
	ok := false
	if f.cut != nil {
		ok = f.order == 0 && f.cut.weak()
		f.order++
	} else {
		f.closed, ok = f.closed.weak()
	}
	if !ok {
		return Function{}, false
	}
	return f, true
}

// bell is σ(y)σ(−y), the derivative of the logistic function, to full relative
// accuracy.
func bell(y float64) float64 {
	e := math.Exp(-math.Abs(y))
	return e / ((1 + e) * (1 + e))
}
