package calculus

import (
	"math"
	"slices"
)

// A Pairing is both sides of −∫ f φ′ dx = ⟨f′, φ⟩, computed independently, and
// the difference Error = ByParts − Direct, which is rounding and nothing else:
// at most 10⁻¹² of Scale, 10⁻⁹ for the Cantor function.
type Pairing struct{ ByParts, Direct, Error float64 }

// Pair is both sides of the definition of the distributional derivative.
func (f Function) Pair(p Probe) Pairing {
	b, d := f.ByParts(p), f.Direct(p)
	return Pairing{b, d, b - d}
}

// ByParts is −∫ f φ′ dx, which by definition is ⟨f′, φ⟩ (Hörmander, §3.1). It
// uses the values of f and of φ′ only. It is 0 for the zero probe; the error
// is below 10⁻¹² · Scale, 10⁻⁹ · Scale for the Cantor function, for the probes
// of the figure, C ∈ [−3, 3] and W ∈ [0.05, 3].
//
// Where f is the Second of another function and has Masses it is ∫ f φ″ of that one.
func (f Function) ByParts(p Probe) float64 {
	if f.charged() {
		return f.integral(twice, p)
	}
	return f.integral(byParts, p)
}

// Direct is ⟨f′, φ⟩ = ∫ density·φ dx + Σ mass·φ(atom) + ∫ φ dσ, σ the singular
// part of f′. It uses the slopes and jumps of f and the values of φ only, with
// the accuracy of ByParts. At a Pole b it is the limit, as ε → 0, of what is left without
// [b − ε, b + ε] and (f(b+ε) − f(b−ε))·φ(b): of the first alone there is none.
//
//go:noinline
func (f Function) Direct(p Probe) float64 { return f.direct(direct, p) }

// Drawn is Direct to about 10⁻¹⁰ of Scale, faster, for what is drawn. It is 0 for the zero
// probe.
func (f Function) Drawn(p Probe) float64 {
	if f.cut == nil {
		return f.Direct(p)
	}
	return f.direct(drawn, p)
}

// direct is Direct, its integral taken as a quantity.
func (f Function) direct(q quantity, p Probe) float64 {
	total := f.integral(q, p)
	if total != total && p.Valid() {
		total = f.besidePoles(q, p)
	}
	for _, x := range f.places() {
		if mass := f.ValueJump(x); mass != 0 {
			total += mass * p.Value(x)
		}
	}
	sum, _ := f.doublets(p, math.Inf(-1), math.Inf(1))
	return total + sum
}

// besidePoles is the integral of f′ φ without a stretch beside each pole, and there the
// limit that Direct speaks of, by parts:
//
//	∫ f′ φ over (b+ε, h), and f(b+ε)·φ(b)  →  f(h)·φ(h) − ∫ f φ′ over (b, h).
func (f *Function) besidePoles(q quantity, p Probe) (total float64) {
	const share = 0.25 // of a piece
	b := bump{p.Bump()}
	places := f.places()
	for i := range len(places) + 1 {
		from, to := ends(places, i)
		lo, hi := max(from, p.Lo()), min(to, p.Hi())
		if !(lo < hi) {
			continue
		}
		a, z := lo, hi
		if lo == from && f.Pole(from) {
			a += share * (hi - lo)
			total += f.integrated(byParts, &b, lo, a) + f.RightValue(a)*b.Value(a)
		}
		if hi == to && f.Pole(to) {
			z -= share * (hi - lo)
			total += f.integrated(byParts, &b, z, hi) - f.LeftValue(z)*b.Value(z)
		}
		total += f.integrated(q, &b, a, z)
	}
	return total
}

// Scale is ∫ |f φ′| dx, what errors of a pairing are measured by: the pairing
// itself may be 0. For what has Masses it is about ∫ |f φ″|.
func (f Function) Scale(p Probe) float64 {
	if f.charged() {
		f.order--
		return f.integral(scale, p) * 4 / p.W
	}
	return f.integral(scale, p)
}

// Settled is a pairing v of f with p as it can be shown: the whole number that it
// is nearest to where two digits of the difference could not be trusted. Near 0 it
// is what Direct says, whose terms may be small where those of ByParts cancel: at
// the edge of the probe H has the pairing φ(0) = 10⁻³⁰.
func (f Function) Settled(v float64, p Probe) float64 {
	if w := f.settled(v, 1, p); w != 0 || v == w {
		return w
	}
	if !p.Valid() {
		return 0
	}
	at, b := f.places(), bump{p.Bump()}
	sum, size := 0.0, 0.0
	for i := range len(at) + 1 {
		from, to := ends(at, i)
		for _, end := range [...]float64{min(max(0, from), to), to} { // where terms of both signs may meet
			d := f.integrated(direct, &b, from, end)
			sum, size, from = sum+d, size+math.Abs(d), end
		}
		if i < len(at) {
			atom := f.ValueJump(to) * p.Value(to)
			sum, size = sum+atom, size+math.Abs(atom)
		}
	}
	more, and := f.doublets(p, math.Inf(-1), math.Inf(1))
	if sum, size = sum+more, size+and; math.Abs(sum) <= 1e-12*size || sum != sum { // beside a pole
		return 0
	}
	return sum
}

// SettledPart is Settled for a part of a pairing, and SettledMean for a pairing
// with the mollifier of p; what is nearer to 0 than Scale can tell is 0.
func (f Function) SettledPart(v float64, p Probe) float64 { return f.settled(v, 1, p) }

// SettledMean: see SettledPart.
func (f Function) SettledMean(v float64, p Probe) float64 { return f.settled(v, p.Mass(), p) }

func (f Function) settled(v, mass float64, p Probe) float64 {
	const close = 1e-4 // what is farther from it is so by more than any error
	whole := math.Round(v)
	d := math.Abs(v - whole)
	if d == 0 || d > close {
		return v
	}
	noise := 1e-10
	if f.Singular() {
		noise = 1e-7
	}
	if d <= noise*f.Scale(p)/mass+1e-15*math.Abs(whole) {
		return whole
	}
	return v
}

// Smoothed is the slope (f ∗ η)′(x) of f smoothed by the mollifier η of p,
//
//	(f ∗ η)′(x) = ⟨f′, y ↦ η(x − y)⟩,
//
// the mean of the slopes of f around x weighted by η, jumps included. For the
// ramp, (r ∗ η)′(0) is the mass of η on x ≤ 0. It is NaN for the zero probe.
func (f Function) Smoothed(p Probe, x float64) float64 {
	mirrored := Probe{C: x - p.C, W: p.W}
	if !p.Valid() || !mirrored.Valid() {
		return math.NaN()
	}
	return f.Direct(mirrored) / p.Mass()
}

// Convolved is the value of f smoothed by the mollifier η of p at x,
//
//	(f ∗ η)(x) = ∫ f(x − t) η(t) dt = ∫ f(y) η(x − y) dy.
//
// Smoothed is its slope. It is NaN for the zero probe.
func (f Function) Convolved(p Probe, x float64) float64 {
	mirrored := Probe{C: x - p.C, W: p.W}
	if !p.Valid() || !mirrored.Valid() {
		return math.NaN()
	}
	if f.straight(x-p.C-p.W, x-p.C+p.W) {
		return f.Value(mirrored.C) // whose mean under an even bump it is
	}
	return f.integral(weighed, mirrored) / p.Mass()
}

// straight reports whether the graph from one x to another is one straight line.
func (f *Function) straight(from, to float64) bool {
	return f.PiecewiseLinear() && !slices.ContainsFunc(f.places(), func(b float64) bool { return from < b && b < to })
}

// integral is that of the quantity over the support of the probe, atoms left
// aside.
func (f *Function) integral(q quantity, p Probe) float64 {
	if !p.Valid() {
		return 0
	}
	b := bump{p.Bump()}
	return f.integrated(q, &b, math.Inf(-1), math.Inf(1))
}

// centreDepth is the v beyond which a break need not be the start of a march
// that passes the centre: e^{−80} is nothing beside 1.
const centreDepth = 80

// between integrates the quantity along the piece from one x to another; both
// may be infinite or off the support.
func (b *bump) between(q quantity, p *piece, from, to float64) float64 {
	low, high := b.Angle(from), b.Angle(to)
	switch {
	case q.vanishes(p) || low == high:
		return 0
	case from == 0 && b.Depth(0) <= centreDepth: // where √|x| has no slope
		m := b.from(from)
		return m.run(q, p, high)
	case to == 0 && b.Depth(0) <= centreDepth:
		m := b.from(to)
		return m.run(q, p, low)
	case low >= 0: // right of the centre: start at the inner end
		if b.Depth(from) > deepest {
			return 0
		}
		m := b.from(from)
		return m.run(q, p, high)
	case high <= 0:
		if b.Depth(to) > deepest {
			return 0
		}
		m := b.from(to)
		return m.run(q, p, low)
	case b.Depth(from) <= centreDepth:
		m := b.from(from)
		return m.run(q, p, high)
	case b.Depth(to) <= centreDepth:
		m := b.from(to)
		return m.run(q, p, low)
	}
	start := b.C
	if b.Depth(0) <= centreDepth {
		start = 0 // where x³ changes sign and softplus bends
	}
	m := b.from(start)
	return m.run(q, p, low) + m.run(q, p, high)
}
