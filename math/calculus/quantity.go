package calculus

import "math"

// A quantity is what is integrated over the support of a probe.
type quantity uint8

const (
	byParts quantity = iota // −f·φ′
	direct                  // density of f′ times φ
	scale                   // |f·φ′|
	weighed                 // f·φ
	twice                   // f·φ″, of formulas
	drawn                   // direct, to 10 digits or so, of formulas
)

// vanishes reports whether the quantity is 0 all along the piece.
func (q quantity) vanishes(p *piece) bool {
	return p.law == affine && p.k == 0 && (q == direct || p.b == 0)
}

// at is the integrand per unit of t, where x = C + W·tanh t (see march), φ is
// the probe's value, and sinh and cosh are those of t:
//
//	dφ = −2·sinh t·cosh t·φ dt,  dx = W dt/cosh² t.
func (q quantity) at(p *piece, x, φ, w, sinh, cosh float64) float64 {
	switch q {
	case byParts:
		return p.value(x) * 2 * sinh * cosh * φ
	case direct:
		return p.density(x) * φ * w / (cosh * cosh)
	case weighed:
		return p.value(x) * φ * w / (cosh * cosh)
	}
	return math.Abs(p.value(x)*2*sinh*cosh) * φ
}
