package pieces

import (
	"math"

	"relu-three-ways/math/probe"
)

// A Quantity is what is integrated against a probe φ.
type Quantity uint8

// The quantities. That of an order is of f for 0, and of f′, which then stands for f,
// for 1.
const (
	ByParts Quantity = iota // −f φ′
	Direct                  // f′ φ, where there is an f′
	Scale                   // |f φ′|
	Weighed                 // f φ, to 10 digits or so
	Twice                   // f φ″, of order 0
	Drawn                   // as Direct, to 10 digits or so
)

// Integral is that of a quantity of an order, 0 or 1, over the part of the probe's
// support that is in [from, to], without what f′ has at the breaks. It is 0 for the
// zero probe, and NaN where what is integrated is not integrable, or follows the
// staircase of the Cantor function.
func (c *Curve) Integral(what Quantity, order int, p probe.Probe, from, to float64) float64 {
	if !p.Valid() {
		return 0
	}
	q := pairing{c: c, p: p, what: what, order: order, tell: 1e-14}
	if what == Weighed || what == Drawn { // which are drawn, and told with a few decimals
		q.tell = 1e-10
	}
	if what == Drawn {
		q.what = Direct
	}
	total := 0.0
	for i := range c.on {
		lo, hi := math.Inf(-1), math.Inf(1)
		if i > 0 {
			lo = c.cuts[i-1].X
		}
		if i < len(c.cuts) {
			hi = c.cuts[i].X
		}
		if lo, hi = max(lo, from), min(hi, to); lo < hi {
			total += q.along(i, lo, hi)
		}
	}
	return total
}

// A pairing is under way.
type pairing struct {
	c     *Curve
	p     probe.Probe
	what  Quantity
	order int
	tell  float64 // what tells nothing new, of the whole

	// The piece, where it is straight and has an end: f = v + d·(x − at).
	straight bool
	at, v, d float64
}

// deepest is the v beyond which φ = e^{−v} is nothing.
const deepest = 740

// along integrates along a part of a piece. With x = C + W·tanh t
//
//	φ = e^{−sinh² t},  dx = W dt/cosh² t,  dφ = −2 sinh t·cosh t·φ dt,
//	dφ′ = −(2/W)(cosh⁴ t + 3 sinh² t·cosh² t − 2 sinh² t·cosh⁴ t)·φ dt.
func (q *pairing) along(i int, lo, hi float64) float64 {
	if q.nothing(i) {
		return 0
	}
	end := math.Asinh(math.Sqrt(deepest))
	from, to := edge{t: -end}, edge{t: end}
	if t, v := q.p.Coordinates(lo); t > -end {
		from = edge{x: lo, t: t, v: v, met: true, grading: 1}
		if i > 0 && lo == q.c.cuts[i-1].X {
			from.series, from.grading = &q.c.cuts[i-1].Right.series, q.c.cuts[i-1].Right.grading()
		}
	}
	if t, v := q.p.Coordinates(hi); t < end {
		to = edge{x: hi, t: t, v: v, met: true, grading: 1}
		if i < len(q.c.cuts) && hi == q.c.cuts[i].X {
			to.series, to.grading = &q.c.cuts[i].Left.series, q.c.cuts[i].Left.grading()
		}
	}
	if !(from.t < to.t) {
		return 0
	}
	if q.c.singular(i) || q.what == Direct && (q.diverges(i, i-1, from.series) || q.diverges(i, i, to.series)) {
		return math.NaN()
	}
	q.straighten(i)
	mid := from.t + (to.t-from.t)/2
	return q.graded(i, &from, mid) - q.graded(i, &to, mid)
}

// straighten takes the piece from its end if it is straight.
func (q *pairing) straighten(i int) {
	q.straight = q.c.flat[i] <= 2 && len(q.c.cuts) > 0
	switch {
	case !q.straight:
	case i > 0:
		b := &q.c.cuts[i-1]
		q.at, q.v, q.d = b.X, b.Right.Limit, b.Right.Slope
	default:
		b := &q.c.cuts[i]
		q.at, q.v, q.d = b.X, b.Left.Limit, b.Left.Slope
	}
}

// nothing reports whether what is integrated along a piece is 0.
func (q *pairing) nothing(i int) bool {
	level := int8(q.order) // the highest derivative of f that has to vanish
	if q.what != Direct {
		level--
	}
	return q.c.flat[i] <= level
}

// density is what is integrated, per unit of t, at the distance δ from an edge.
func (q *pairing) density(i int, e *edge, δ float64) float64 {
	sinh, cosh := hyperbolic(e.t + δ)
	away, v := e.at(δ, sinh, cosh, q.p)
	if e.met && away == 0 {
		return 0
	}
	f, d, dd := q.jet(i, e, away)
	if q.order == 1 {
		f, d = d, dd
	}
	φ := math.Exp(-v)
	square := cosh * cosh
	switch q.what {
	case ByParts:
		return f * 2 * sinh * cosh * φ
	case Direct:
		return d * φ * q.p.W / square
	case Scale:
		return math.Abs(f*2*sinh*cosh) * φ
	case Weighed:
		return f * φ * q.p.W / square
	}
	return f * -2 / q.p.W * square * (square + 3*sinh*sinh - 2*sinh*sinh*square) * φ
}

// An edge is where a piece begins or ends inside the support, if it is met, or else
// that of the support.
type edge struct {
	x, t, v float64
	cosh    float64 // of t
	met     bool
	series  *series // of the break that is there, if one is
	grading int
}

// at is how far x is from the edge, or x itself if the edge is that of the support,
// and v, for a t at the distance δ, by what is hyperbolic of t:
//
//	tanh t − tanh t₀ = sinh δ/(cosh t·cosh t₀),  sinh² t − sinh² t₀ = sinh δ·sinh(δ + 2t₀).
func (e *edge) at(δ, sinh, cosh float64, p probe.Probe) (away, v float64) {
	if !e.met {
		return p.C + p.W*sinh/cosh, sinh * sinh
	}
	near := math.Sinh(δ)
	return p.W * near / (cosh * e.cosh), e.v + near*math.Sinh(δ+2*e.t)
}

// hyperbolic are math.Sinh and math.Cosh of t, |t| < 21, by one exponential.
func hyperbolic(t float64) (sinh, cosh float64) {
	e := math.Exp(math.Abs(t))
	cosh = (e + 1/e) * 0.5
	if math.Abs(t) <= 0.5 { // where the difference would cancel
		return math.Sinh(t), cosh
	}
	return math.Copysign((e-1/e)*0.5, t), cosh
}

// jet is f and its derivatives there: near a break by its series, since the sum of
// the break and a small distance is rounded.
func (q *pairing) jet(i int, e *edge, away float64) (f, d, dd float64) {
	switch {
	case q.straight:
		return q.v + q.d*(away+(e.x-q.at)), q.d, 0
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
func (q *pairing) diverges(i, b int, met *series) bool {
	if met == nil {
		return false
	}
	s := q.c.cuts[b].Left
	if b < i {
		s = q.c.cuts[b].Right
	}
	return s.rough && (q.order == 1 && s.second < 1+same || s.second < same)
}

// graded integrates from an edge to the middle of a piece, by the substitution
// δ = (mid − edge)·s^m, which flattens a power at the edge.
func (q *pairing) graded(i int, from *edge, mid float64) float64 {
	from.cosh = math.Cosh(from.t)
	a := arc{q: q, i: i, from: from, grading: float64(max(1, from.grading)), room: mid - from.t, left: mostPanels}
	whole, size := a.panel(0, 1)
	return a.adaptive(0, 1, whole, size)
}

// An arc is half of a piece, with its edge at s = 0 and its middle at s = 1.
type arc struct {
	q       *pairing
	i       int
	from    *edge
	grading float64
	room    float64
	left    int // panels that may still be halved
}

func (a *arc) at(s float64) float64 {
	power := 1.0
	if a.grading > 1 {
		power = math.Pow(s, a.grading-1)
	}
	return a.q.density(a.i, a.from, a.room*power*s) * a.room * a.grading * power
}

// mostPanels is how many panels are halved along half a piece; what is left then is
// as good as its values.
const mostPanels = 500

// adaptive halves a panel until its halves tell nothing new.
func (a *arc) adaptive(lo, hi, whole, size float64) float64 {
	m := lo + (hi-lo)/2
	first, sizeFirst := a.panel(lo, m)
	second, sizeSecond := a.panel(m, hi)
	size = max(size, sizeFirst+sizeSecond)
	sum := first + second
	if a.left--; a.left < 0 || math.Abs(sum-whole) <= a.q.tell*size || sum != sum {
		return sum
	}
	return a.adaptive(lo, m, first, size) + a.adaptive(m, hi, second, size)
}

// panel is Gauss's rule on an interval, and that of the absolute value.
func (a *arc) panel(lo, hi float64) (sum, size float64) {
	m, h := (lo+hi)/2, (hi-lo)/2
	for _, n := range gauss {
		for _, s := range [2]float64{m - h*n[0], m + h*n[0]} {
			v := a.at(s) * n[1] * h
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
