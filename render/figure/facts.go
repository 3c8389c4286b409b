package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Facts are what is true of the function at the point, and of the probe: all
// numbers that are shown or told come from here, NaN where there is none.
type Facts struct {
	X           float64 // the point
	Value       float64 // f(x), from the right at a jump
	Left, Right float64 // one-sided derivatives, perhaps infinite
	Slope       float64 // f′(x); NaN if not HasSlope
	HasSlope    bool    // whether f′(x) exists

	Sub       calculus.Interval // ∂f(x), perhaps empty
	Clarke    calculus.Interval // Clarke's subdifferential; empty if not HasClarke
	HasClarke bool              // whether f is Lipschitz near x
	Looked    float64           // how far from 0 it is proved that the lines of Sub are not above the graph; +∞ for all of it
	Supports  bool              // whether the line of slope Model.Slope supports at x

	Stepping bool    // the point takes steps: what is drawn is the line that a step uses
	pick     float64 // and its slope,
	free     bool    // which there is a choice of

	StraightLeft, StraightRight float64 // how far the graph is straight from x: see calculus.Function.Straight

	SlopeJump    float64 // f′₊ − f′₋, the mass of f″ at x; NaN if not HasSlopeJump
	HasSlopeJump bool    // whether both slopes are finite
	ValueJump    float64 // f(x⁺) − f(x⁻), the mass of f′ at x
	Pole         bool    // f is unbounded near x
	Single       bool    // f(x) is missing or beside both limits, which are one

	QuotLeft, QuotRight float64 // difference quotients with step H: (f(x) − f(x−h))/h, (f(x+h) − f(x))/h

	Pairing calculus.Pairing // both sides of −∫ f φ′ = ⟨f′, φ⟩
}

// Facts computes everything at the model's point, even in the lens Compare,
// whose columns are for x = 0.
func (m Model) Facts() Facts {
	f := m.factsAt(m.X)
	f.Pairing = m.Differentiated().Pair(m.Probe())
	return f
}

// PointFacts are Facts without the pairing, which takes longer than the rest.
func (m Model) PointFacts() Facts { return m.factsAt(m.X) }

// factsAt is Facts at x without the pairing, which takes longer than the rest
// and does not depend on x.
func (m Model) factsAt(x float64) Facts {
	f := m.Function()
	a := Facts{
		X: x, Value: f.Value(x), Left: f.Left(x), Right: f.Right(x),
		Sub: f.Subdifferential(x), ValueJump: f.ValueJump(x),
		QuotLeft:  quotient(f, x-m.H, x, m.H),
		QuotRight: quotient(f, x, x+m.H, m.H),
	}
	a.Looked = f.Looked(x)
	a.Single, a.Pole = f.Single(x), f.Pole(x)
	a.Slope, a.HasSlope = f.Derivative(x)
	if !a.HasSlope {
		a.Slope = math.NaN()
	}
	a.Clarke, a.HasClarke = f.Clarke(x)
	a.SlopeJump, a.HasSlopeJump = f.SlopeJump(x)
	if a.Stepping = m.Stepping() && x == m.X; a.Stepping {
		a.pick, a.free = m.picked(a.Sub)
	}
	a.Supports = a.Sub.Contains(a.line(m.G))
	a.StraightLeft, a.StraightRight = f.Straight(x, -1), f.Straight(x, 1)
	return a
}

// quotient is (f(b) − f(a))/h for b = a + h. Where rounding alone, of the values
// and of the ends, keeps it from a whole number it is that number: the Cantor
// function, near a point of its set, turns 10⁻¹⁷ of x into 10⁻¹¹ of its value. That
// of a convex f is between the slopes at a and b: never 1 for softplus.
func quotient(f calculus.Function, a, b, h float64) float64 {
	const ε = 0x1p-52
	u, v := f.Value(a), f.Value(b)
	q := (v - u) / h
	if u == v && !f.Convex() {
		return 0
	}
	noise := ε * (math.Abs(u) + math.Abs(v) + math.Abs(q)*(math.Abs(a)+math.Abs(b))) / h
	for _, x := range [...]float64{a, b} {
		const jumps = 1e-6 // which is more than rounding makes of x
		if d := math.Abs(f.Value(math.Nextafter(x, 9)) - f.Value(math.Nextafter(x, -9))); d < jumps {
			noise += d / h
		}
	}
	if math.Abs(q) >= 0.5 { // softplus, far on the left, has quotients of 10⁻³⁰ and is right
		q = settled(q, noise)
	}
	if f.Convex() {
		q = min(max(q, f.Right(a)), f.Left(b))
	}
	return q
}

// quotients are the slopes of the secants in words, told from each other and from
// the slope that they tend to.
func (a Facts) quotients() (left, right string) {
	write := func(v, other float64) string { return string(appendTold(nil, v, apart(v, other, a.Slope), short)) }
	return write(a.QuotLeft, a.QuotRight), write(a.QuotRight, a.QuotLeft)
}

// missing reports whether f has no value at the point.
func (a Facts) missing() bool { return a.Value != a.Value }

// straight reports whether the graph is a straight line on both sides of x.
func (a Facts) straight() bool { return a.StraightLeft < a.X && a.StraightRight > a.X }

// tries reports whether a reader can try a slope here: not where the tangent is
// the one supporting line.
func (a Facts) tries() bool {
	if a.Stepping {
		return a.free
	}
	return !a.HasSlope || a.Sub.Empty()
}

// line is the slope of the line that is drawn: g where it is tried, else that
// of the tangent.
func (a Facts) line(g float64) float64 {
	if a.Stepping {
		return a.pick
	}
	if a.tries() {
		return g
	}
	return a.Sub.Lo
}

// place is where the lens looks: the point, but in Compare Centre.
func (m Model) place() float64 {
	if m.Lens == Compare {
		return m.Centre()
	}
	return m.X
}

// Centre is where Compare is made: at the place nearest to the point where the value or
// the slope of f breaks, and at 0 if there is none, or if they crowd, as on a staircase.
func (m Model) Centre() float64 {
	f, centre, away := m.Function(), 0.0, math.Inf(1)
	if f.Singular() {
		return 0
	}
	var store stops
	for _, b := range f.AppendBreaks(store[:0]) {
		if _, smooth := f.Derivative(b); smooth || !XRange().Contains(b) {
			continue
		}
		if d := math.Abs(m.X - b); d < away {
			centre, away = b, d
		}
	}
	return centre
}

// Tries reports whether the line of slope g is tried where the lens looks. It
// is not where f is differentiable and the tangent supports: it is the only line
// that does, and nothing is left to try.
func (m Model) Tries() bool { return m.factsAt(m.place()).tries() }

// Slope is the slope of the line of the subgradient lens: g where it is tried,
// else the slope of the tangent.
func (m Model) Slope() float64 { return m.factsAt(m.place()).line(m.G) }

// Line is the line of the derivation that is current, 1 … 5: the nearest to P.
func (m Model) Line() int { return int(math.Round(within(PRange(), m.P, 1))) }

// widestMollifier bounds the half width of the mollifier, so that all of it is
// seen when it is pushed to the side.
const widestMollifier = 0.8

// Mollifier is the probe whose multiple of mass 1 smooths f in Compare. It is
// as wide as the probe, at most widestMollifier, and centred at S half widths.
func (m Model) Mollifier() calculus.Probe {
	w := min(m.W, widestMollifier)
	return calculus.Probe{C: m.S * w, W: w}
}

// Smooths reports whether Compare smooths f: where it has a corner at Centre, since
// then, and only then, every slope that a mollifier gives is that of a line in
// the fan, or in Clarke's where there is no fan. Beside the corner the graph has to be
// straight, as far as the mollifier reaches.
func (m Model) Smooths() bool {
	f := m.Function()
	j, ok := f.SlopeJump(m.Centre())
	b, way := m.Centre(), 2*m.Mollifier().W // as far as it may be pushed
	return ok && j != 0 && f.AbsolutelyContinuous() && f.Straight(b, -1) <= b-way && f.Straight(b, 1) >= b+way
}

// Smoothed is the slope at Centre, b, of f smoothed by the mollifier, (f ∗ η)′(b). At a
// corner it is a mean of the two slopes, weighted by the masses of η on either
// side: every subgradient is such a slope.
func (m Model) Smoothed() float64 { return m.Function().Smoothed(m.Mollifier(), m.Centre()) }

// shares are the masses of the mollifier on x ≤ 0, the share of the slope on the
// right of 0, and on x ≥ 0; float64 has both of them where one is nearly 1.
func (m Model) shares() (right, left float64) {
	ramp, η := calculus.Of(calculus.ReLU, calculus.Params{}), m.Mollifier()
	right = ramp.Smoothed(η, 0)
	η.C = -η.C
	return right, ramp.Smoothed(η, 0)
}

// AppendSmoothed writes Smoothed at the end of dst.
func AppendSmoothed(dst []byte, m Model) []byte { return m.appendSmoothed(dst, padded) }

func (m Model) appendSmoothed(dst []byte, how manner) []byte {
	if s := m.shape(); s.Linear && s.Corners.Count == 1 && s.Jumps.Count == 0 {
		right, left := m.shares()
		return appendMean(dst, s.Left, s.Right, left, right, how)
	}
	return appendTold(dst, settled(m.Smoothed(), 1e-11), fewestDecimals, how)
}

// AppendShare writes the mass of the mollifier on x ≤ 0 at the end of dst.
func AppendShare(dst []byte, m Model) []byte {
	right, left := m.shares()
	return appendMean(dst, 0, 1, left, right, padded)
}

// appendNear writes v + d where d is nothing beside v.
func appendNear(dst []byte, v, d float64, how manner) []byte {
	if v == math.Round(v) {
		return appendBeside(dst, v, d, how)
	}
	return appendTold(append(dst, "≈ "...), v, fewestDecimals, how)
}

// appendMean writes a·p + b·q, where p + q = 1, told from a and b also where one
// share is too small to be seen beside 1.
func appendMean(dst []byte, a, b, p, q float64, how manner) []byte {
	v := settled(a*p+b*q, 1e-15*(math.Abs(a*p)+math.Abs(b*q)))
	switch near := same * math.Abs(v); {
	case p == 0:
		return appendTold(dst, b, fewestDecimals, how)
	case q == 0:
		return appendTold(dst, a, fewestDecimals, how)
	case v != 0 && math.Abs(v-a) <= near:
		return appendNear(dst, a, (b-a)*q, how)
	case v != 0 && math.Abs(v-b) <= near:
		return appendNear(dst, b, (a-b)*p, how)
	}
	return appendTold(dst, v, apart(v, a, b), how)
}
