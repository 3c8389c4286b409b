package expression

import "math"

// How tightly a formula holds together when it is written as an operand.
const (
	sums = iota
	signed
	products
	powers
	atoms
)

func (n *Node) holds() int {
	switch n.Op {
	case Add, Sub:
		return sums
	case Neg:
		return signed
	case Mul, Div:
		return products
	case Pow:
		return powers
	case Number:
		if math.Signbit(n.Value) {
			return signed
		}
	}
	return atoms
}

// bracketed reports whether operand i of n is written in brackets on a line.
func bracketed(n *Node, i int) bool {
	u := n.Args[i]
	h := u.holds()
	switch n.Op {
	case Add, Sub:
		return i > 0 && h <= signed
	case Neg:
		return h <= signed
	case Mul, Div:
		return h < products || i > 0 && h == products
	case Pow:
		if i == 0 {
			return h < atoms
		}
		if u.Op == Neg {
			return u.Args[0].holds() < powers // x^-1, but x^(-2x)
		}
		return h < powers
	}
	return false
}
