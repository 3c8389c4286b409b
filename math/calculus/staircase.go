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
// at each step; 256 steps without one are taken as proof. But a float64 that is
// written 0.3 stands for 3/10, which is in the set: see decimalInside.
func staircase(x float64) (value float64, flat bool) {
	switch {
	case x != x:
		return x, false
	case x <= 0:
		return 0, x < 0
	case x >= 1:
		return 1, x > 1
	}
	x0, bit := x, 0.5
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
			return value, !decimalInside(x0)
		}
		bit /= 2
	}
	return value, false
}

// decimalInside reports whether x is the float64 nearest to one of the fourteen
// terminating decimals in the Cantor set between 0 and 1 (Wall): 1, 3, 4, 9, 10, 12,
// 13 fortieths and their mirror images in 1/2. Their digits repeat, with 0 and 2 among
// them; a float64 agrees with the first 33 or so.
func decimalInside(x float64) bool {
	const fortieths = 1<<1 | 1<<3 | 1<<4 | 1<<9 | 1<<10 | 1<<12 | 1<<13
	k := math.Round(40 * x)
	if k < 0 || k > 40 || k/40 != x {
		return false
	}
	return (fortieths>>uint(min(k, 40-k)))&1 != 0
}
