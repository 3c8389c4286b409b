package autodiff

import (
	"math"

	"relu-three-ways/math/expression"
)

// back passes the cotangent g = ∂f/∂n on to the operands of n.
func (t *tape) back(n *node, g float64) {
	if !n.live {
		return
	}
	switch n.Op {
	case expression.X:
		t.slope += g
		return
	case expression.Corners:
		t.alongCorners(n, g)
		return
	case expression.Cases:
		for i := range n.args {
			t.back(&n.args[i], part(g, on(i == n.taken), t.whereSelects))
		}
		return
	case expression.Max, expression.Min:
		t.fold(n, g)
		return
	case expression.Clip:
		t.clipped(n, g)
		return
	case expression.Pow:
		t.raised(n, g)
		return
	}
	if len(n.args) == 1 {
		t.back(&n.args[0], t.through(n, g))
		return
	}
	u, v := &n.args[0], &n.args[1]
	switch n.Op {
	case expression.Add:
		t.back(u, g)
		t.back(v, g)
	case expression.Sub:
		t.back(u, g)
		t.back(v, -g)
	case expression.Mul:
		t.back(u, g*v.value)
		t.back(v, g*u.value)
	case expression.Div:
		t.back(u, g/v.value)
		t.back(v, -g*(u.value/v.value/v.value))
	case expression.Softplus: // softplus(vu)/v
		s := g / v.value * t.sharp(v.value*u.value)
		t.back(u, s*v.value)
		t.back(v, s*u.value-g*(n.value/v.value))
	}
}

// through is the cotangent of the operand u of a function of one variable.
func (t *tape) through(n *node, g float64) float64 {
	u, y := n.args[0].value, n.value
	switch n.Op {
	case expression.Neg:
		return -g
	case expression.Abs:
		return g * t.signOf(u)
	case expression.Sign, expression.Floor:
		return 0
	case expression.Step:
		t.silent = t.silent || t.step == raises
		return 0
	case expression.Relu:
		return part(g, on(u > 0), t.reluSelects)
	case expression.Sqrt:
		if g == 0 && t.sqrtGuarded {
			return 0
		}
		return 0.5 * g / y
	case expression.Cbrt:
		return g * t.cubeRoot(u, y)
	case expression.Exp:
		return g * y
	case expression.Ln:
		return g / u
	case expression.Sin:
		return g * math.Cos(u)
	case expression.Cos:
		return -g * math.Sin(u)
	case expression.Arctan:
		return g / (1 + u*u)
	case expression.Tanh:
		if t.tanhByCosh {
			c := math.Cosh(u)
			return g / (c * c)
		}
		return g * (1 - y*y)
	case expression.Sigmoid:
		return g * (1 - y) * y
	case expression.Softplus:
		return g * t.sharp(u)
	}
	return math.NaN()
}

// sharp is softplus′.
func (t *tape) sharp(u float64) float64 {
	if t.threshold > 0 && u > t.threshold {
		return 1
	}
	return 1 / (1 + math.Exp(-u))
}

// signOf is the slope of |u|, with the convention at 0.
func (t *tape) signOf(u float64) float64 {
	switch {
	case u > 0:
		return 1
	case u < 0:
		return -1
	case u == 0:
		return t.abs
	}
	return u
}
