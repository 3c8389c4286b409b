package autodiff

import (
	"math"

	"relu-three-ways/math/expression"
)

// tape is one differentiation: the values are recorded from x to the root, the
// cotangents go back.
type tape struct {
	*convention
	x, a   float64
	slope  float64 // what has arrived at x so far
	silent bool    // there is no answer
}

// node is an operation with its value. It is live if cotangents pass through it
// on their way to x.
type node struct {
	*expression.Node
	value float64
	live  bool
	args  []node
	taken int // of Cases and Corners: the branch, len(args) or more if there is none
}

// record evaluates a formula and everything in it.
func (t *tape) record(n *expression.Node) node {
	r := node{Node: n}
	for _, u := range n.Args {
		v := t.record(u)
		r.live = r.live || v.live
		r.args = append(r.args, v)
	}
	switch n.Op {
	case expression.X, expression.Corners:
		r.live = true
	case expression.Sign:
		r.live = r.live && t.sign != cut
	case expression.Floor:
		r.live = r.live && t.floor != cut
	case expression.Step:
		r.live = r.live && t.step != cut
	case expression.Pow:
		r.live = r.live && !(t.zeroth == zeroOfInt && r.args[1].value == 0 && whole(n.Args[1]))
	case expression.Cantor:
		t.silent = true
	}
	r.value = t.value(&r)
	return r
}

// value is the value of an operation. It differs from that of a formula where a
// program has one of its own.
func (t *tape) value(n *node) float64 {
	switch n.Op {
	case expression.Number, expression.Pi, expression.Euler, expression.X, expression.A:
		return n.At(t.x, t.a)
	case expression.Corners:
		for n.taken+2 < len(n.Points) && t.x >= n.Points[n.taken+1].X {
			n.taken++
		}
		return n.At(t.x, t.a)
	case expression.Cases:
		for n.taken < len(n.Conds) && !t.holds(&n.Conds[n.taken]) {
			n.taken++
		}
		if n.taken < len(n.args) {
			return n.args[n.taken].value
		}
		return math.NaN()
	}
	u := n.args[0].value
	switch n.Op {
	case expression.Div:
		return u / n.args[1].value
	case expression.Pow:
		return math.Pow(u, n.args[1].value)
	case expression.Ln:
		return math.Log(u)
	case expression.Cbrt:
		if t.cbrt == power {
			return math.Pow(u, 1./3)
		}
	case expression.Clip:
		if t.clip == lowerLast {
			return max(min(u, n.args[2].value), n.args[1].value)
		}
	}
	at := expression.Node{Op: n.Op}
	for i := range n.args {
		at.Args = append(at.Args, &expression.Node{Op: expression.Number, Value: n.args[i].value})
	}
	return at.At(0, 0)
}

// holds reports whether a condition does, with the values of the program.
func (t *tape) holds(c *expression.Cond) bool {
	left := t.record(c.Terms[0]).value
	for i, r := range c.Rels {
		right := t.record(c.Terms[i+1]).value
		if !r.Holds(left, right) {
			return false
		}
		left = right
	}
	return true
}

// whole reports whether an exponent is written as a whole number, which makes
// it an int.
func whole(n *expression.Node) bool {
	for n.Op == expression.Neg {
		n = n.Args[0]
	}
	return n.Op == expression.Number && n.Value == math.Trunc(n.Value)
}
