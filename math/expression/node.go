package expression

// Op says what a node does.
type Op uint8

const (
	Number Op = iota // Value
	Pi
	Euler
	X
	A // the parameter
	Add
	Sub
	Mul
	Div
	Pow
	Neg
	Abs
	Sign
	Step // H, the Heaviside function
	Relu
	Max
	Min
	Clip
	Floor
	Sqrt
	Cbrt
	Exp
	Ln
	Sin
	Cos
	Arctan
	Tanh
	Sigmoid
	Softplus
	Cantor
	Cases
	Corners
)

// Node is a formula: an operation and what it is applied to. Numbers, π, e, x
// and a have no operands; Add, Sub, Mul, Div and Pow have two; Max and Min have
// two or more; Clip has three: the value and its bounds; Softplus has one, or
// two with its sharpness; Corners has points instead; every other has one.
//
// A tree that Parse returns has no negative numbers: -1 is Neg of 1.
type Node struct {
	Op     Op
	Args   []*Node // of Cases: the values, one for each condition and perhaps one more, which holds otherwise
	Value  float64 // of a Number
	Conds  []Cond  // of Cases: the first that holds chooses the value
	Points []Point // of Corners: at least two, with X increasing
}

// Cond is a chain t₀ r₀ t₁ r₁ t₂ … such as 0 < x <= 1. It holds if each of its
// relations does, so it has one term more than relations.
type Cond struct {
	Terms []*Node
	Rels  []Rel
}

// Rel is a relation between two neighbours of a chain.
type Rel uint8

const (
	Less Rel = iota
	LessEqual
	Greater
	GreaterEqual
	Equals
)

// Point is a corner of a graph that is straight between its corners.
type Point struct{ X, Y float64 }

// HasParameter reports whether the formula mentions a.
func (n *Node) HasParameter() bool { return n.mentions(A) }

// mentions reports whether op occurs anywhere in the formula.
func (n *Node) mentions(op Op) bool {
	if n.Op == op {
		return true
	}
	for _, u := range n.Args {
		if u.mentions(op) {
			return true
		}
	}
	for _, c := range n.Conds {
		for _, t := range c.Terms {
			if t.mentions(op) {
				return true
			}
		}
	}
	return false
}

// constant reports whether the formula has the same value everywhere because
// neither x nor a is in it; corners are a function of x without naming it.
func (n *Node) constant() bool {
	return !n.mentions(X) && !n.mentions(A) && !n.mentions(Corners)
}
