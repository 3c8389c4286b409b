package pieces

import "math"

// Value is f(x) as the formula says, also at a break, and NaN where it says nothing.
func (c *Curve) Value(x float64) float64 {
	for i := range c.cuts {
		if c.cuts[i].X == x {
			return c.cuts[i].Value
		}
	}
	var few [96]float64
	out := few[:]
	if len(c.code) > len(few) {
		out = make([]float64, len(c.code))
	}
	c.code.at(x, out)
	return out[len(c.code)-1]
}

// Rounding is how far the computed f(x) may be from the true one. It counts what is
// rounded on the way, as in (1 + x) − 1.
func (c *Curve) Rounding(x float64) float64 {
	var store [32]jet // enough for most formulas
	jets := store[:]
	if len(c.code) > len(store) {
		jets = make([]jet, len(c.code))
	}
	on, last := (*branch)(nil), len(c.code)-1
	if math.Abs(x) < Edge {
		on = &c.on[c.piece(x, 1)]
	}
	c.code.enclose(point(x), on, last, jets)
	v := jets[last].v
	return v.hi - v.lo
}

// Beside are the limits of f, f′ and f″ at x from the left, if dir < 0, or from the
// right. Those that do not break at x are one number.
func (c *Curve) Beside(x, dir float64) (v, d, dd float64) {
	if b := c.edge(x); b != nil && b.Order < 2 && !b.Left.hazy() && !b.Right.hazy() {
		s := b.on(side(dir))
		if b.Order > 0 {
			s.Limit = b.Right.Limit
		}
		return s.Limit, s.Slope, s.Curvature
	}
	i := c.piece(x, dir)
	v, d, dd = c.Jet(i, x)
	if i == len(c.cuts) || c.cuts[i].X != x { // not from the left at a cut
		return v, d, dd
	}
	b := &c.cuts[i]
	if b.Order > 0 {
		v = b.Right.Limit
	}
	if b.Order > 1 {
		d = b.Right.Slope
	}
	if b.Order > 2 {
		dd = b.Right.Curvature
	}
	return v, d, dd
}

// piece is the piece just to the left of x, if dir < 0, or to its right.
func (c *Curve) piece(x, dir float64) int {
	i := 0
	for i < len(c.cuts) && (c.cuts[i].X < x || c.cuts[i].X == x && dir >= 0) {
		i++
	}
	return i
}
