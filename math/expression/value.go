package expression

import "math"

// At returns the value of the formula, and NaN where it has none: where no
// case holds, at a division by 0, and outside the domain of a root, a power or
// a logarithm. It is infinite only where a value is too large for a float64.
// A condition with a side that has no value does not hold. At allocates nothing.
func (n *Node) At(x, a float64) float64 {
	switch n.Op {
	case Number:
		return n.Value
	case Pi:
		return math.Pi
	case Euler:
		return math.E
	case X:
		return x
	case A:
		return a
	case Cases:
		return n.chosen(x, a)
	case Corners:
		return along(n.Points, x)
	}
	u := n.Args[0].At(x, a)
	switch n.Op {
	case Max:
		for _, v := range n.Args[1:] {
			u = max(u, v.At(x, a))
		}
		return u
	case Min:
		for _, v := range n.Args[1:] {
			u = min(u, v.At(x, a))
		}
		return u
	case Pow:
		if p, q, ok := n.Args[1].Quotient(); ok {
			return root(u, p, q)
		}
		return power(u, n.Args[1].At(x, a))
	}
	if len(n.Args) == 1 {
		return n.Op.of(u)
	}
	v := n.Args[1].At(x, a)
	switch n.Op {
	case Add:
		return u + v
	case Sub:
		return u - v
	case Mul:
		return u * v
	case Div:
		if v == 0 {
			return math.NaN()
		}
		return u / v
	case Softplus:
		if v == 0 {
			return math.NaN()
		}
		return Softplus.of(v*u) / v
	case Clip:
		return min(max(u, v), n.Args[2].At(x, a))
	}
	return math.NaN()
}

// of applies a function of one variable.
func (op Op) of(u float64) float64 {
	switch op {
	case Neg:
		return -u
	case Abs:
		return math.Abs(u)
	case Sign:
		switch {
		case u > 0:
			return 1
		case u < 0:
			return -1
		}
		return u
	case Step:
		switch {
		case u >= 0:
			return 1
		case u < 0:
			return 0
		}
		return u
	case Relu:
		return max(0, u)
	case Floor:
		return math.Floor(u)
	case Sqrt:
		return math.Sqrt(u)
	case Cbrt:
		return math.Cbrt(u)
	case Exp:
		return math.Exp(u)
	case Ln:
		if u == 0 {
			return math.NaN()
		}
		return math.Log(u)
	case Sin:
		return math.Sin(u)
	case Cos:
		return math.Cos(u)
	case Arctan:
		return math.Atan(u)
	case Tanh:
		return math.Tanh(u)
	case Sigmoid:
		return 1 / (1 + math.Exp(-u))
	case Softplus: // ln(1 + eᵘ) = max(0, u) + ln(1 + e^−|u|)
		return max(0, u) + math.Log1p(math.Exp(-math.Abs(u)))
	case Cantor:
		v, _, _ := Stairs(u)
		return v
	}
	return math.NaN()
}

// chosen is the value of the first case that holds.
func (n *Node) chosen(x, a float64) float64 {
	for i := range n.Conds {
		if n.Conds[i].Holds(x, a) {
			return n.Args[i].At(x, a)
		}
	}
	if len(n.Args) > len(n.Conds) {
		return n.Args[len(n.Conds)].At(x, a)
	}
	return math.NaN()
}

// Holds reports whether every relation of the chain is true.
func (c *Cond) Holds(x, a float64) bool {
	left := c.Terms[0].At(x, a)
	for i, r := range c.Rels {
		right := c.Terms[i+1].At(x, a)
		if !r.Holds(left, right) {
			return false
		}
		left = right
	}
	return true
}

// Holds reports whether the relation is true of two values.
func (r Rel) Holds(u, v float64) bool {
	switch r {
	case Less:
		return u < v
	case LessEqual:
		return u <= v
	case Greater:
		return u > v
	case GreaterEqual:
		return u >= v
	}
	return u == v
}

// along is the graph through the points, straight between them, its first and
// last slope going on. It is computed from the nearer end of a segment, so that
// it goes through each point exactly.
func along(points []Point, x float64) float64 {
	i := 0
	for i+2 < len(points) && x >= points[i+1].X {
		i++
	}
	p, q := points[i], points[i+1]
	slope := (q.Y - p.Y) / (q.X - p.X)
	if x-p.X > q.X-x {
		p = q
	}
	return p.Y + (x-p.X)*slope
}
