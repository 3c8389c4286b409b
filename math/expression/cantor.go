package expression

import "math"

// Stairs is the Cantor function c at x, 0 for x ≤ 0 and 1 for x ≥ 1, and the ends of the
// flat stretch that x lies on, or x twice if it lies on none that float64 can tell.
// Write x in base 3. If a digit is 1, drop what follows it; then replace each 2 by 1 and
// read the digits in base 2:
//
//	c(Σ dₖ/3ᵏ) = Σ (dₖ/2)/2ᵏ up to the first dₖ = 1, which adds 1/2ᵏ.
//
// Products by 3 round, which is what makes the float64 nearest to 1/3 have the
// value 1/2 that 1/3 has. The error is at most about 10⁻¹⁰, as it is for an
// error of one bit in x: c grows like x to the power of ln 2/ln 3 = 0.63 at 0.
func Stairs(x float64) (v, low, high float64) {
	if x != x {
		return x, x, x
	}
	if x <= 0 {
		return 0, math.Inf(-1), 0
	}
	if x >= 1 {
		return 1, 1, math.Inf(1)
	}
	from, third, half := 0.0, 1.0, 1.0
	for rest := x; half > 0x1p-60; {
		third /= 3
		half /= 2
		rest *= 3
		switch {
		case rest > 2:
			rest -= 2
			from += 2 * third
			v += half
		case rest >= 1:
			return v + half, from + third, from + 2*third
		}
	}
	return v, x, x
}
