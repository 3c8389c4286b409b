package autodiff

import "relu-three-ways/math/expression"

// part is the share of a cotangent. A rule that selects puts 0 for no share; a
// rule that multiplies has 0·g, which is NaN for an infinite g.
func part(g, share float64, selects bool) float64 {
	if share == 0 && selects {
		return 0
	}
	return share * g
}

func on(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// shares are the parts of the cotangent of max(u, v) or min(u, v) that u and v
// get. Neither gets any if one is NaN, which PyTorch leaves open and which is
// no matter: the value is NaN as well.
func (t *tape) shares(op expression.Op, u, v float64) (float64, float64) {
	if op == expression.Min {
		u, v = -u, -v
	}
	if u == v {
		return t.tie, 1 - t.tie
	}
	return on(u > v), on(u < v)
}

// split passes the cotangent of max(u, v) or min(u, v) on to v, and returns
// what is for u.
func (t *tape) split(op expression.Op, u float64, v *node, g float64) float64 {
	first, second := t.shares(op, u, v.value)
	t.back(v, part(g, second, t.tieSelects))
	return part(g, first, t.tieSelects)
}

// fold goes back through max(…max(max(u₀, u₁), u₂)…).
func (t *tape) fold(n *node, g float64) {
	so := make([]float64, len(n.args)) // so[i] is the value up to uᵢ
	for i := range n.args {
		so[i] = n.args[i].value
		if i > 0 {
			so[i] = extreme(n.Op, so[i-1], so[i])
		}
	}
	for i := len(so) - 1; i > 0; i-- {
		g = t.split(n.Op, so[i-1], &n.args[i], g)
	}
	t.back(&n.args[0], g)
}

func extreme(op expression.Op, u, v float64) float64 {
	if op == expression.Min {
		return min(u, v)
	}
	return max(u, v)
}

// clipped goes back through clip(u, low, high).
func (t *tape) clipped(n *node, g float64) {
	u, low, high := &n.args[0], &n.args[1], &n.args[2]
	switch t.clip {
	case strict:
		t.clamped(u, low, high, g)
	case upperLast: // min(max(u, low), high)
		g = t.split(expression.Min, max(u.value, low.value), high, g)
		t.back(u, t.split(expression.Max, u.value, low, g))
	case lowerLast: // max(min(u, high), low)
		g = t.split(expression.Max, min(u.value, high.value), low, g)
		t.back(u, t.split(expression.Min, u.value, high, g))
	}
}

// clamped goes back through an operation of its own, whose cotangent u gets
// strictly between the bounds. Bounds are variables only if x is in one.
func (t *tape) clamped(u, low, high *node, g float64) {
	tie := u.value == low.value || u.value == high.value || low.value >= high.value
	if tie && (low.live || high.live) {
		t.silent = true
		return
	}
	t.back(u, part(g, on(low.value < u.value && u.value < high.value), true))
	t.back(low, part(g, on(u.value < low.value), true))
	t.back(high, part(g, on(u.value > high.value), true))
}

// alongCorners goes back through the segments, of which one is taken.
func (t *tape) alongCorners(n *node, g float64) {
	for i := range len(n.Points) - 1 {
		p, q := n.Points[i], n.Points[i+1]
		t.slope += part(g, on(i == n.taken), t.whereSelects) * ((q.Y - p.Y) / (q.X - p.X))
	}
}
