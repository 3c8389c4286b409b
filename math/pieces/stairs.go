package pieces

import "math"

// stairs is the value of the Cantor function at x, and the ends of the flat
// stretch that x lies on, or x twice if it lies on none that float64 can tell.
//
// The digits of x to base 3 are looked at one after the other: up to the first 1,
// where a stretch begins, they are twice the digits of the value to base 2.
func stairs(x float64) (v, low, high float64) {
	if x <= 0 || x != x {
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
