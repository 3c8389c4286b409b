package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Function is the function the model shows.
func (m Model) Function() calculus.Function {
	return calculus.Of(m.Fn, calculus.Params{A: m.A, Beta: m.Beta})
}

// Probe is the test function the model shows.
func (m Model) Probe() calculus.Probe { return calculus.Probe{C: m.C, W: m.W} }

// Facts is what is true of the model: everything the words and the picture
// state, computed in one place.
type Facts struct {
	X, Value            float64           // the point on the graph
	Left, Right         float64           // one-sided derivatives; ±Inf, or NaN where there is none
	Slope               float64           // f′(x), if HasSlope
	HasSlope            bool              //
	Sub                 calculus.Interval // ∂f(x)
	Clarke              calculus.Interval // if HasClarke
	HasClarke           bool              //
	Supports            bool              // whether the line of slope Slope() supports f at x
	SlopeJump           float64           // f′₊ − f′₋, if HasSlopeJump
	HasSlopeJump        bool              //
	ValueJump           float64           // mass of f′ at x
	QuotLeft, QuotRight float64           // difference quotients with step h
	Pairing             calculus.Pairing  // −∫ f φ′ and ⟨f′, φ⟩
}

// Facts computes the facts of the model.
func (m Model) Facts() Facts {
	f := m.Function()
	v := Facts{X: m.X, Value: f.Value(m.X), Left: f.Left(m.X), Right: f.Right(m.X), Sub: f.Subdifferential(m.X), ValueJump: f.ValueJump(m.X)}
	v.Slope, v.HasSlope = f.Derivative(m.X)
	v.Clarke, v.HasClarke = f.Clarke(m.X)
	v.Supports = f.Supports(m.X, m.Slope())
	v.SlopeJump, v.HasSlopeJump = f.SlopeJump(m.X)
	v.QuotLeft = (v.Value - f.Value(m.X-m.H)) / m.H
	v.QuotRight = (f.Value(m.X+m.H) - v.Value) / m.H
	v.Pairing = f.Pair(m.Probe())
	return v
}

// Tries reports whether a slope can be tried at the point: at 0, at a break of
// the function and wherever it has no derivative. Elsewhere the fan has closed
// and the line is the tangent.
func (m Model) Tries() bool {
	f := m.Function()
	if m.X == 0 {
		return true
	}
	for _, b := range f.Breaks() {
		if m.X == b {
			return true
		}
	}
	_, ok := f.Derivative(m.X)
	return !ok
}

// Slope is the slope of the line that the subgradient lens draws: g where a
// slope can be tried, and the tangent's elsewhere.
func (m Model) Slope() float64 {
	if !m.Tries() {
		if s, ok := m.Function().Derivative(m.X); ok && !math.IsInf(s, 0) {
			return s
		}
	}
	return m.G
}
