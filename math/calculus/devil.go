package calculus

import "math"

// The Cantor function c on a triadic interval [a, a + l] of its construction
// is c(a) + mass·c((x − a)/l), a shrunken copy of itself. An integral against
// it is summed over such intervals, each cut into thirds until the probe is
// smooth on it: there Gauss's rules for the Cantor measure and for c(x)·dx are
// exact to rounding. On the middle thirds c is constant.
type triad struct {
	a, l       float64 // from a to a + l, l = 3⁻ⁿ
	base, mass float64 // c(a), and c(a + l) − c(a) = 2⁻ⁿ
}

func (t triad) left() triad { return triad{t.a, t.l / 3, t.base, t.mass / 2} }
func (t triad) right() triad {
	return triad{t.a + t.l*2/3, t.l / 3, t.base + t.mass/2, t.mass / 2}
}

const (
	remote   = 60    // v − smallest v where φ no longer counts
	atom     = 1e-17 // mass of an interval that is not cut further
	calm     = 6     // change of v that the rules resolve
	distance = 0.7   // longest interval, in distances to the support's edge
)

// devil integrates the quantity over [0, 1] for f the Cantor function; for
// direct, φ against the Cantor measure.
func (b *bump) devil(q quantity) float64 {
	nearest := b.Depth(min(max(b.C, 0), 1))
	if nearest > deepest {
		return 0
	}
	return b.descend(q, triad{0, 1, 0, 1}, nearest+remote)
}

// descend integrates over one triadic interval; where v > limit φ is nothing.
func (b *bump) descend(q quantity, t triad, limit float64) float64 {
	end := t.a + t.l
	if b.Depth(min(max(b.C, t.a), end)) > limit {
		return 0
	}
	if t.mass < atom || b.resolves(q, t) {
		return b.leaf(q, t)
	}
	left, right := t.left(), t.right()
	total := b.descend(q, left, limit) + b.descend(q, right, limit)
	if q != direct {
		gap := piece{law: affine, b: right.base}
		total += b.between(q, &gap, left.a+left.l, right.a)
	}
	return total
}

// resolves reports whether a polynomial of degree 23 is φ on t, to rounding.
func (b *bump) resolves(q quantity, t triad) bool {
	end := t.a + t.l
	p, _ := b.Edges(t.a)
	_, r := b.Edges(end)
	if t.l > distance*min(p, r) {
		return false
	}
	v, w := b.Depth(t.a), b.Depth(end)
	if t.a < b.C && b.C < end {
		return q != scale && max(v, w) < calm // |φ′| has a corner at the centre
	}
	return math.Abs(v-w) < calm
}

func (b *bump) leaf(q quantity, t triad) float64 {
	total := 0.0
	if q == direct {
		for _, n := range cantorMeasure {
			total += n.weight * b.Value(t.a+t.l*n.x)
		}
		return total * t.mass
	}
	for _, n := range cantorArea {
		total += n.weight * b.against(q, t.a+t.l*n.x)
	}
	total *= t.mass
	if t.base != 0 {
		flat := 0.0
		for _, n := range legendre {
			flat += n.weight * b.against(q, t.a+t.l*n.x)
		}
		total += t.base * flat
	}
	if q == scale {
		total = math.Abs(total)
	}
	return total * t.l
}

// against is what f is multiplied by in the quantity at x, for scale without
// the absolute value.
func (b *bump) against(q quantity, x float64) float64 {
	if q == weighed {
		return b.Value(x)
	}
	return -b.Derivative(x)
}
