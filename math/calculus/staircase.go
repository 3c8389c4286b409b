package calculus

import (
	"math"
	"math/bits"
)

// staircase is the Cantor function at x, and whether x lies off the Cantor
// set, where the function is constant nearby.
//
// Write x in base 3. Up to the first digit 1 every digit 0 becomes the bit 0
// and every digit 2 the bit 1; the digit 1 becomes a last bit 1. A float64 is
// a dyadic rational, so the digits are found in integers, without rounding,
// for x ≥ 2⁻⁷⁰: the function is only Hölder continuous with exponent
// log 2/log 3 and would turn one rounding of 10⁻¹⁶ into 10⁻¹⁰.
//
// The only dyadic rationals in the Cantor set are 0, 1/4, 3/4 and 1
// (C. R. Wall, Terminating decimals in the Cantor ternary set, Fibonacci
// Quarterly 28, 1990). All others meet a digit 1, with probability 2/3 not to
// at each step; 256 steps without one are taken as proof.
func staircase(x float64) (value float64, flat bool) {
	switch {
	case x != x:
		return x, false
	case x <= 0:
		return 0, x < 0
	case x >= 1:
		return 1, x > 1
	}
	bit := 0.5
	for ; x < 0x1p-70; bit /= 2 {
		x *= 3
	}
	// x = (hi·2⁶⁴ + lo)/2¹²⁶
	mantissa, exponent := math.Frexp(x)
	m, shift := uint64(mantissa*(1<<53)), uint(126-53+exponent)
	hi, lo := m>>(64-min(shift, 64)), m<<shift
	if shift >= 64 {
		hi, lo = m<<(shift-64), 0
	}
	for range 256 {
		var carry uint64
		carry, lo = bits.Mul64(lo, 3)
		hi = 3*hi + carry
		digit := hi >> 62
		hi &= 1<<62 - 1
		if digit != 0 {
			value += bit
		}
		if digit == 1 {
			return value, true
		}
		bit /= 2
	}
	return value, false
}
