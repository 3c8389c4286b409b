package expression

import (
	"math/rand/v2"
	"slices"
)

// gardener grows random trees of the shape that Parse returns.
type gardener struct{ *rand.Rand }

func (g gardener) tree(size int) *Node {
	if size <= 1 {
		return g.leaf()
	}
	operands := func(n int) (args []*Node) {
		for range n {
			args = append(args, g.tree((size-1)/n))
		}
		return args
	}
	switch op := Add + Op(g.IntN(int(Corners-Add)+1)); op {
	case Add, Sub, Mul, Div, Pow:
		left := g.IntN(size)
		return &Node{Op: op, Args: []*Node{g.tree(left), g.tree(size - 1 - left)}}
	case Max, Min:
		return &Node{Op: op, Args: operands(2 + g.IntN(3))}
	case Clip:
		return &Node{Op: op, Args: operands(3)}
	case Softplus:
		return &Node{Op: op, Args: operands(1 + g.IntN(2))}
	case Corners:
		n := &Node{Op: op}
		x := g.NormFloat64() * 10
		for range 2 + g.IntN(3) {
			n.Points = append(n.Points, Point{x, float64(g.IntN(9)-4) / float64(1+g.IntN(7))})
			x += g.Float64() + 0.1
		}
		return n
	case Cases:
		n := &Node{Op: op}
		conditions := 1 + g.IntN(3)
		for range conditions {
			c := Cond{Terms: []*Node{g.tree(size / 4)}}
			for range 1 + g.IntN(2) {
				c.Terms = append(c.Terms, g.tree(size/4))
				c.Rels = append(c.Rels, Rel(g.IntN(5)))
			}
			n.Conds = append(n.Conds, c)
		}
		n.Args = operands(conditions + g.IntN(2))
		return n
	default:
		return &Node{Op: op, Args: operands(1)}
	}
}

func (g gardener) leaf() *Node {
	switch op := Op(g.IntN(int(Add) + 4)); op {
	case Pi, Euler, X, A:
		return &Node{Op: op}
	default:
		numbers := []float64{0, 1, 2, 3, 12, 0.5, 0.25, 1e-3, 1.0 / 3, 1e15, 1e21, 2.5e-9, 1e300, 5e-324}
		return number(numbers[g.IntN(len(numbers))])
	}
}

// equal reports whether two formulas are the same tree.
func equal(a, b *Node) bool {
	same := func(c, d Cond) bool {
		return slices.EqualFunc(c.Terms, d.Terms, equal) && slices.Equal(c.Rels, d.Rels)
	}
	return a.Op == b.Op && a.Value == b.Value && slices.EqualFunc(a.Args, b.Args, equal) &&
		slices.EqualFunc(a.Conds, b.Conds, same) && slices.Equal(a.Points, b.Points)
}
