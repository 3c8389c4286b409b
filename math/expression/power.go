package expression

import "math"

// power is u^v: u^0 = 1 for every u, 0 included, and no value for 0 to a
// negative power or for a negative u with v not whole.
func power(u, v float64) float64 {
	switch {
	case u != u || v != v || u == 0 && v < 0:
		return math.NaN()
	case v == 2:
		return u * u
	case v == 3:
		return u * u * u
	}
	return math.Pow(u, v)
}

// root is u^(p/q) for whole p and q > 0 without a common divisor. If q is odd,
// negative numbers have a root too: u^(p/q) = (u^(1/q))^p.
func root(u, p, q float64) float64 {
	size := math.Abs(u)
	var v float64
	if q == 3 {
		v = power(math.Cbrt(size), p)
	} else {
		v = power(size, p/q)
	}
	switch {
	case u >= 0 || u != u:
		return v
	case math.Mod(q, 2) == 0:
		return math.NaN()
	case math.Mod(p, 2) != 0:
		return -v
	}
	return v
}

// Quotient returns an exponent that is written as a quotient of whole numbers,
// in lowest terms, with q > 0. A decimal such as 0.2 is not one, so x^0.2 has
// no value for x < 0, where x^(1/5) has one.
func (n *Node) Quotient() (p, q float64, ok bool) {
	switch n.Op {
	case Neg:
		p, q, ok = n.Args[0].Quotient()
		return -p, q, ok
	case Div:
		p, ok = n.Args[0].whole()
		if q, found := n.Args[1].whole(); ok && found && q != 0 {
			common := q
			for r := p; r != 0; {
				common, r = r, math.Mod(common, r)
			}
			if common = math.Abs(common); q < 0 {
				common = -common
			}
			return p / common, q / common, true
		}
	}
	return 0, 0, false
}

// whole returns the value of a whole number that is written as digits,
// perhaps with minus signs.
func (n *Node) whole() (float64, bool) {
	switch n.Op {
	case Neg:
		v, ok := n.Args[0].whole()
		return -v, ok
	case Number:
		return n.Value, n.Value == math.Trunc(n.Value) && math.Abs(n.Value) < 1<<53
	}
	return 0, false
}
