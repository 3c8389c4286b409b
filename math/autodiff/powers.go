package autodiff

import "math"

// raised goes back through y = u^p:
//
//	∂y/∂u = p·u^(p−1),   ∂y/∂p = y·ln u,
//
// where 0·0^(−1) is 0·∞ = NaN unless a rule takes care of it.
func (t *tape) raised(n *node, g float64) {
	u, p := &n.args[0], &n.args[1]
	if p.value == 0 && t.zeroth == zero {
		t.back(u, 0)
	} else {
		t.back(u, g*(p.value*math.Pow(u.value, p.value-1)))
	}
	if p.live {
		t.back(p, g*t.exponent(u.value, p.value, n.value))
	}
}

// exponent is ∂y/∂p for y = u^p.
func (t *tape) exponent(u, p, y float64) float64 {
	flat := false
	switch t.base {
	case zeroBase: // 0^p is 0 for p > 0, whatever p is
		flat = u == 0 && p >= 0
	case logOfOne:
		if u == 0 {
			u = 1
		}
	case positiveBase:
		if u <= 0 {
			u = 1
		}
	case zeroValue:
		flat = y == 0
	}
	if flat {
		return 0
	}
	return y * math.Log(u)
}

// cubeRoot is the slope of y = ∛u.
func (t *tape) cubeRoot(u, y float64) float64 {
	switch t.cbrt {
	case power:
		return 1. / 3 * math.Pow(u, -2./3)
	case signTimesPower: // sign(u)·|u|^(1/3), by the product rule
		s := t.signOf(u) // sign(0) and |·|′(0) are 0
		return s * (1. / 3 * math.Pow(math.Abs(u), -2./3)) * s
	}
	return 1. / 3 * math.Pow(y, -2)
}
