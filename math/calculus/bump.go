package calculus

import "math"

// A bump is a probe prepared for evaluation to full relative accuracy also
// where it is tiny. With p = x − (C − W) and q = (C + W) − x, the distances
// from the edges of the support,
//
//	φ = e^{−v},  v = u²/(1 − u²) = (x − C)²/(p·q),
//
// and near an edge v changes by 10⁵ times a relative change of q. Hence the
// edges are kept with their rounding errors.
type bump struct {
	c, w       float64
	loHi, loLo float64 // W − C as a sum of two float64
	hiHi, hiLo float64 // W + C likewise
}

func bumpOf(p Probe) bump {
	b := bump{c: p.C, w: p.W}
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

// edges are the distances of x from the edges of the support, p and q above,
// positive inside.
func (b *bump) edges(x float64) (p, q float64) {
	return (b.loHi + x) + b.loLo, (b.hiHi - x) + b.hiLo
}

func (b *bump) value(x float64) float64 {
	p, q := b.edges(x)
	if !(p > 0 && q > 0) {
		return 0
	}
	d := x - b.c
	return math.Exp(-(d / p) * (d / q))
}

// φ′ = −φ·2(x − C)·W²/(p·q)²
func (b *bump) derivative(x float64) float64 {
	p, q := b.edges(x)
	if !(p > 0 && q > 0) {
		return 0
	}
	d := x - b.c
	v := (d / p) * (d / q)
	if v > 750 {
		return 0
	}
	r := b.w / p / q
	return -math.Exp(-v) * 2 * d * r * r
}
