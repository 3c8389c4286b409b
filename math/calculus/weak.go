package calculus

import "math"

// Weak is the distributional derivative of f as a function, right-continuous
// at its breaks, and true where it is one with bounded values near every
// point: not for a step, whose derivative has an atom, for SqrtAbs, whose
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

// Second is f′ as far as it is a function, to be differentiated once more, and true where
// that has bounded values near every point. Unlike Weak it lets f jump: then f′ has point
// masses besides, the Masses of the result, of which
//
//	⟨f″, φ⟩ = ∫ f φ″ = ∫ {f″} φ + Σ [f′](b) φ(b) − Σ [f](b) φ′(b)
//
// has the last sum. Pairings of the result are those of f″, with all three.
func (f Function) Second() (Function, bool) {
	if g, ok := f.Weak(); ok {
		return g, true
	}
	if f.cut == nil || f.order > 0 || !f.cut.bounded() {
		return Function{}, false
	}
	f.order++
	return f, true
}

// Masses are the point masses that a function has besides its values, ascending in X:
// those of f′, where it is the Second of f.
func (f Function) Masses() []Atom { return f.AppendMasses(nil) }

// AppendMasses is Masses at the end of dst.
func (f Function) AppendMasses(dst []Atom) []Atom {
	if f.order == 0 {
		return dst
	}
	for i, b := range f.cut.curve.Breaks {
		if m := b.Jump(); m != 0 {
			dst = append(dst, Atom{f.cut.breaks[i], m})
		}
	}
	return dst
}

// charged reports whether there are such masses.
func (f *Function) charged() bool {
	if f.order > 0 {
		for _, b := range f.cut.curve.Breaks {
			if b.Jump() != 0 {
				return true
			}
		}
	}
	return false
}

// doublets are what the masses between two places give once more differentiated,
// −Σ m φ′(b), and the sum of the sizes.
func (f *Function) doublets(p Probe, from, to float64) (sum, size float64) {
	if !f.charged() {
		return 0, 0
	}
	for i, b := range f.cut.curve.Breaks {
		if x := f.cut.breaks[i]; from < x && x < to {
			v := -b.Jump() * p.Derivative(x)
			sum, size = sum+v, size+math.Abs(v)
		}
	}
	return sum, size
}

// Doublets is what the Masses of a function give once more differentiated, −Σ m φ′(b).
func (f Function) Doublets(p Probe) float64 {
	sum, _ := f.doublets(p, math.Inf(-1), math.Inf(1))
	return sum
}

// bell is σ(y)σ(−y), the derivative of the logistic function, to full relative
// accuracy.
func bell(y float64) float64 {
	e := math.Exp(-math.Abs(y))
	return e / ((1 + e) * (1 + e))
}
