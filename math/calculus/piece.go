package calculus

import "math"

// A law is the formula a piece follows.
type law uint8

const (
	affine   law = iota // k·x + b
	power               // k·x^n, n = 2 or 3
	root                // √|x|, on one side of 0
	softplus            // log(1 + e^{kx})/k
	sigmoid             // 1/(1 + e^{−kx})
	devil               // the Cantor function, "devil's staircase", on [0, 1]
)

// A piece is a law with its parameters. It holds on the closed interval
// between two neighbouring breaks, ends included: the values and slopes there
// are the one-sided limits. Two pieces are equal if they are the same formula.
type piece struct {
	law  law
	n    int8
	k, b float64
}

// value is the value of the formula at x.
func (p piece) value(x float64) float64 {
	switch p.law {
	case power:
		if p.n == 2 {
			return p.k * x * x
		}
		return p.k * x * x * x
	case root:
		return math.Sqrt(math.Abs(x))
	case softplus:
		// log(1 + e^y) = max(y, 0) + log(1 + e^{−|y|})
		y := p.k * x
		return (max(y, 0) + math.Log1p(math.Exp(-math.Abs(y)))) / p.k
	case sigmoid:
		return logistic(p.k * x)
	case devil:
		v, _ := staircase(x)
		return v
	}
	if p.k == 0 {
		return p.b
	}
	return p.k*x + p.b
}

// slope is the derivative of the formula at x, one-sided where the piece ends
// and ±∞ where the graph is vertical; onRight tells on which side of x the
// piece lies.
func (p piece) slope(x float64, onRight bool) float64 {
	switch p.law {
	case power:
		if p.n == 2 {
			return 2 * p.k * x
		}
		return 3 * p.k * x * x
	case root:
		// d√|x|/dx = sgn(x)/(2√|x|)
		if x < 0 || x == 0 && !onRight {
			return -0.5 / math.Sqrt(math.Abs(x))
		}
		return 0.5 / math.Sqrt(math.Abs(x))
	case softplus:
		return logistic(p.k * x)
	case sigmoid:
		return p.k * bell(p.k*x)
	case devil:
		if _, flat := staircase(x); flat || x != x {
			return 0 * x
		}
		// The only float64 in the Cantor set are 0, 1/4, 3/4 and 1, and there
		// the quotients grow like (3/2)ⁿ at scale 3⁻ⁿ: see staircase.
		return math.Inf(1)
	}
	return p.k + 0*x
}

// density is the derivative of the formula where it exists, that is almost
// everywhere; it forgets the singular part of the Cantor function.
func (p piece) density(x float64) float64 {
	if p.law == devil {
		return 0
	}
	return p.slope(x, true)
}

// farSlope is the limit of value(y)/y as y → +∞, or −∞ if left.
//
//go:noinline
func (p piece) farSlope(left bool) float64 {
	switch p.law {
	case power:
		if left && p.n == 2 {
			return math.Inf(-1)
		}
		return math.Inf(1)
	case softplus:
		if left {
			return 0
		}
		return 1
	case root, devil, sigmoid:
		return 0
	}
	return p.k
}

// convex reports whether the formula is convex where the piece lies.
func (p piece) convex() bool {
	return p.law == affine || p.law == softplus || p.law == power && p.n == 2
}

// touch is where, other than at x, a line through (x, value(x)) touches the
// graph; false if nowhere. Between the ends of a piece that is neither convex
// nor concave a chord from x is steepest or flattest there.
// For x³: ((y³ − x³)/(y − x))′ = 2y + x = 0.
func (p piece) touch(x float64) (float64, bool) {
	return -x / 2, p.law == power && p.n == 3
}

// logistic is 1/(1 + e^{−y}) to full relative accuracy, and never 1: a softplus
// has no line of slope 1 that supports it.
func logistic(y float64) float64 {
	if y < 0 {
		e := math.Exp(y)
		return e / (1 + e)
	}
	return min(1/(1+math.Exp(-y)), 1-0x1p-53)
}
