package probe

import "math"

// A Bump is a probe prepared for evaluation to full relative accuracy also
// where it is tiny. With p = x − (C − W) and q = (C + W) − x, the distances
// from the edges of the support,
//
//	φ = e^{−v},  v = u²/(1 − u²) = (x − C)²/(p·q),
//
// and near an edge v changes by 10⁵ times a relative change of q. Hence the
// Edges are kept with their rounding errors.
type Bump struct {
	C, W       float64
	loHi, loLo float64 // W − C as a sum of two float64
	hiHi, hiLo float64 // W + C likewise
}

// Bump prepares the probe.
func (p Probe) Bump() Bump {
	b := Bump{C: p.C, W: p.W}
	b.loHi, b.loLo = sum(p.W, -p.C)
	b.hiHi, b.hiLo = sum(p.W, p.C)
	return b
}

// sum is a + b rounded and the error of the rounding, exactly (Knuth, TAOCP 2,
// §4.2.2, Theorem B).
func sum(a, b float64) (s, err float64) {
	s = a + b
	t := s - a
	return s, (a - (s - t)) + (b - t)
}

// Edges are the distances of x from the edges of the support, p and q above,
// positive inside.
func (b *Bump) Edges(x float64) (p, q float64) {
	return (b.loHi + x) + b.loLo, (b.hiHi - x) + b.hiLo
}

// Value is φ(x).
func (b *Bump) Value(x float64) float64 {
	p, q := b.Edges(x)
	if !(p > 0 && q > 0) {
		return 0
	}
	d := x - b.C
	return math.Exp(-(d / p) * (d / q))
}

// Derivative is φ′(x) = −φ·2(x − C)·W²/(p·q)².
func (b *Bump) Derivative(x float64) float64 {
	p, q := b.Edges(x)
	if !(p > 0 && q > 0) {
		return 0
	}
	d := x - b.C
	v := (d / p) * (d / q)
	if v > 750 {
		return 0
	}
	r := b.W / p / q
	return -math.Exp(-v) * 2 * d * r * r
}

// Depth is v at x: φ = e^{−v}. It is +∞ off the support.
func (b *Bump) Depth(x float64) float64 {
	p, q := b.Edges(x)
	if !(p > 0 && q > 0) {
		return math.Inf(1)
	}
	d := x - b.C
	return (d / p) * (d / q)
}

// Angle is t at x, ±∞ at the edges of the support and beyond.
func (b *Bump) Angle(x float64) float64 {
	p, q := b.Edges(x)
	switch u := (x - b.C) / b.W; {
	case p <= 0:
		return math.Inf(-1)
	case q <= 0:
		return math.Inf(1)
	case math.Abs(u) < 0.5:
		return math.Atanh(u)
	}
	return math.Log(p/q) / 2
}
