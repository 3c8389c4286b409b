package pieces

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Pair is both sides of the definition of the distributional derivative of an order,
// 1 or 2, at a probe φ, computed independently:
//
//	−∫ f φ′ = ∫ {f′} φ + Σ [f](b) φ(b)
//	 ∫ f φ″ = ∫ {f″} φ + Σ [f′](b) φ(b) − Σ [f](b) φ′(b)
//
// where {·} is taken between the breaks b, and [·] is a jump. Direct is NaN where
// the right side has no meaning: where {f′} or {f″} is not integrable, or a slope at a
// jump is infinite. Across the staircase of the Cantor function, which no rule for
// smooth functions integrates well, both are NaN. The probe's support has to lie in [−Edge, Edge].
func (c *Curve) Pair(p calculus.Probe, order int) calculus.Pairing {
	if !(p.W > 0) {
		return calculus.Pairing{}
	}
	q := pairing{c: c, p: p, order: order}
	var sums [2]float64
	for i := range c.on {
		lo, hi := c.ends(i)
		for what := range sums {
			sums[what] += q.along(i, what == 1, lo, hi)
		}
	}
	for _, b := range c.cuts {
		if math.Abs(b.X-p.C) < p.W {
			sums[1] += q.jumps(b)
		}
	}
	return calculus.Pairing{ByParts: sums[0], Direct: sums[1], Error: sums[0] - sums[1]}
}

// A pairing is under way.
type pairing struct {
	c     *Curve
	p     calculus.Probe
	order int
}

// jumps are what a break inside the support adds to the direct side.
func (q *pairing) jumps(b Break) float64 {
	jump, turn := b.Right.Limit-b.Left.Limit, b.Right.Slope-b.Left.Slope
	switch {
	case q.order == 1:
		return jump * q.p.Value(b.X)
	case math.IsInf(b.Left.Slope, 0) || math.IsInf(b.Right.Slope, 0):
		return math.NaN()
	}
	return turn*q.p.Value(b.X) - jump*q.p.Derivative(b.X)
}

// deepest is the v beyond which φ = e^{−v} is nothing.
const deepest = 740

// along integrates along a piece. With x = C + W·tanh t
//
//	φ = e^{−sinh² t},  dx = W dt/cosh² t,  dφ = −2 sinh t·cosh t·φ dt,
//	dφ′ = −(2/W)(cosh⁴ t + 3 sinh² t·cosh² t − 2 sinh² t·cosh⁴ t)·φ dt.
func (q *pairing) along(i int, direct bool, lo, hi float64) float64 {
	end := math.Asinh(math.Sqrt(deepest))
	from, to := edge{t: -end}, edge{t: end}
	if t, v := q.p.Coordinates(lo); t > -end {
		from = edge{x: lo, t: t, v: v, met: true, grading: 1}
		if i > 0 {
			from.series, from.grading = &q.c.cuts[i-1].Right.series, q.c.cuts[i-1].Right.grading()
		}
	}
	if t, v := q.p.Coordinates(hi); t < end {
		to = edge{x: hi, t: t, v: v, met: true, grading: 1}
		if i < len(q.c.cuts) {
			to.series, to.grading = &q.c.cuts[i].Left.series, q.c.cuts[i].Left.grading()
		}
	}
	if !(from.t < to.t) {
		return 0
	}
	f := func(e *edge, δ float64) float64 {
		away, t, v := e.at(δ, q.p)
		if e.met && away == 0 {
			return 0
		}
		f, d, dd := q.jet(i, e, away)
		sinh, cosh := math.Sinh(t), math.Cosh(t)
		φ := math.Exp(-v)
		square := cosh * cosh
		switch {
		case direct && q.order == 1:
			return d * φ * q.p.W / square
		case direct:
			return dd * φ * q.p.W / square
		case q.order == 1:
			return f * 2 * sinh * cosh * φ
		}
		return f * -2 / q.p.W * square * (square + 3*sinh*sinh - 2*sinh*sinh*square) * φ
	}
	if q.c.singular(i) {
		return math.NaN()
	}
	if direct && (q.diverges(i, i-1, from.met) || q.diverges(i, i, to.met)) {
		return math.NaN()
	}
	mid := from.t + (to.t-from.t)/2
	return graded(f, &from, mid) - graded(f, &to, mid)
}

// An edge is where a piece begins or ends inside the support, if it is met, or else
// that of the support.
type edge struct {
	x, t, v float64
	met     bool
	series  *series // of the break that is there, if one is
	grading int
}

// at is how far x is from the edge, or x itself if the edge is that of the support,
// and t and v, for a t at the distance δ:
//
//	tanh t − tanh t₀ = sinh δ/(cosh t·cosh t₀),  sinh² t − sinh² t₀ = sinh δ·sinh(δ + 2t₀).
func (e *edge) at(δ float64, p calculus.Probe) (away, t, v float64) {
	t = e.t + δ
	if !e.met {
		return p.C + p.W*math.Tanh(t), t, math.Sinh(t) * math.Sinh(t)
	}
	return p.W * math.Sinh(δ) / (math.Cosh(t) * math.Cosh(e.t)), t, e.v + math.Sinh(δ)*math.Sinh(δ+2*e.t)
}

// jet is f and its derivatives there: near a break by its series, since the sum of
// the break and a small distance is rounded.
func (q *pairing) jet(i int, e *edge, away float64) (f, d, dd float64) {
	switch {
	case !e.met:
		return q.c.Jet(i, away)
	case e.series == nil || !e.series.tells(math.Abs(away)):
		return q.c.Jet(i, e.x+away)
	}
	f, d, dd = e.series.jet(math.Abs(away))
	if away < 0 {
		d = -d
	}
	return f, d, dd
}

// diverges reports whether the direct side's density is not integrable at the b-th
// break, an end of piece i.
func (q *pairing) diverges(i, b int, met bool) bool {
	if !met || b < 0 || b >= len(q.c.cuts) {
		return false
	}
	s := q.c.cuts[b].Left
	if b < i {
		s = q.c.cuts[b].Right
	}
	return s.rough && (q.order == 2 && s.second < 1+same || s.second < same)
}

// graded integrates from an edge to the middle of a piece, by the substitution
// δ = (mid − edge)·s^m, which flattens a power at the edge.
func graded(f func(e *edge, δ float64) float64, from *edge, mid float64) float64 {
	m, room := max(1, from.grading), mid-from.t
	g := func(s float64) float64 {
		power := math.Pow(s, float64(m-1))
		return f(from, room*power*s) * room * float64(m) * power
	}
	whole, size := panel(g, 0, 1)
	left := mostPanels
	return adaptive(g, 0, 1, whole, size, &left)
}

// mostPanels is how many panels are halved along half a piece; what is left then is
// as good as its values.
const mostPanels = 500

// adaptive halves a panel until its halves tell nothing new.
func adaptive(g func(float64) float64, a, b, whole, size float64, left *int) float64 {
	m := a + (b-a)/2
	first, sizeFirst := panel(g, a, m)
	second, sizeSecond := panel(g, m, b)
	size = max(size, sizeFirst+sizeSecond)
	sum := first + second
	if *left--; *left < 0 || math.Abs(sum-whole) <= 1e-14*size || sum != sum {
		return sum
	}
	return adaptive(g, a, m, first, size, left) + adaptive(g, m, b, second, size, left)
}

// panel is Gauss's rule on an interval, and that of the absolute value.
func panel(g func(float64) float64, a, b float64) (sum, size float64) {
	m, h := (a+b)/2, (b-a)/2
	for _, n := range gauss {
		for _, s := range [2]float64{m - h*n[0], m + h*n[0]} {
			v := g(s) * n[1] * h
			sum += v
			size += math.Abs(v)
		}
	}
	return sum, size
}

// gauss is the positive half of the Gauss rule with 16 nodes on [−1, 1].
var gauss = [8][2]float64{
	{0.0950125098376374402, 0.1894506104550684963},
	{0.2816035507792589132, 0.1826034150449235889},
	{0.4580167776572273863, 0.1691565193950025382},
	{0.6178762444026437484, 0.1495959888165767321},
	{0.7554044083550030339, 0.1246289712555338720},
	{0.8656312023878317439, 0.0951585116824927848},
	{0.9445750230732325761, 0.0622535239386478929},
	{0.9894009349916499326, 0.0271524594117540949},
}
