package expression

import "strings"

// framed is bracketed for a formula that is set: the lines of fractions and
// roots, and the height of exponents, take the place of brackets.
func (n *Node) framed(i int) bool {
	u := n.Args[i]
	switch {
	case n.Op == Pow:
		return i == 0 && (u.holds() < atoms || u.exponential())
	case n.Op == Div, u.Op == Div:
		return false
	}
	return bracketed(n, i)
}

// dotted reports whether a product that is set needs a dot between its factors:
// before a number, and between a number and a fraction.
func (n *Node) dotted() bool {
	right := n.Args[1]
	if right.Op == Pow && !right.framed(0) {
		right = right.Args[0]
	}
	if right.Op != Div {
		return right.Op == Number && !n.framed(1)
	}
	left := n.Args[0]
	for left.Op == Mul && !left.framed(1) {
		left = left.Args[1]
	}
	return left.Op == Number
}

// tall reports whether a formula is set higher than a line.
func (n *Node) tall() bool { return n.mentions(Div) || n.mentions(Cases) }

// exponential reports a number that is set with a power of ten.
func (n *Node) exponential() bool {
	return n.Op == Number && strings.Contains(digits(n.Value), "e")
}

// scientific writes a number with what stands for its e and at its end.
func scientific(v float64, times, last string) string {
	mantissa, exponent, found := strings.Cut(digits(v), "e")
	if !found {
		return mantissa
	}
	return mantissa + times + exponent + last
}
