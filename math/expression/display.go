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

// exponential reports a number that is set with a power of ten.
func (n *Node) exponential() bool {
	return n.Op == Number && strings.Contains(digits(n.Value), "e")
}
