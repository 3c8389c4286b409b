package expression

// cantor is the Cantor function c, 0 for u ≤ 0 and 1 for u ≥ 1. Write u in base
// 3. If a digit is 1, drop what follows it; then replace each 2 by 1 and read the
// digits in base 2:
//
//	c(Σ dₖ/3ᵏ) = Σ (dₖ/2)/2ᵏ up to the first dₖ = 1, which adds 1/2ᵏ.
//
// Products by 3 round, which is what makes the float64 nearest to 1/3 have the
// value 1/2 that 1/3 has. The error is at most about 10⁻¹⁰, as it is for an
// error of one bit in u: c grows like u to the power of ln 2/ln 3 = 0.63 at 0.
func cantor(u float64) float64 {
	switch {
	case u <= 0:
		return 0
	case u >= 1:
		return 1
	}
	sum := 0.0
	for place := 0.5; place > 1e-17; place /= 2 {
		u *= 3
		switch {
		case u >= 2:
			sum += place
			u -= 2
		case u >= 1:
			return sum + place
		}
	}
	return sum + 0*u // NaN for NaN
}
