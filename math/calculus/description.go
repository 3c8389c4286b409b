package calculus

import (
	"math"

	"relu-three-ways/math/pieces"
)

// What is asked of a description: of a closed form, or of a formula that was cut at its
// breaks. All else is computed from these answers, for both alike.

// places are the breaks.
func (f *Function) places() []float64 {
	if f.cut != nil {
		return f.cut.breaks
	}
	return f.closed.places()
}

// ends are where piece i begins and ends, ±∞ without a break.
//
//go:noinline
func ends(breaks []float64, i int) (from, to float64) {
	from, to = math.Inf(-1), math.Inf(1)
	if i > 0 {
		from = breaks[i-1]
	}
	if i < len(breaks) {
		to = breaks[i]
	}
	return from, to
}

// Value is f(x): at a break what the formula says there, NaN where it says nothing.
func (f Function) Value(x float64) float64 {
	switch {
	case x != x:
		return x
	case f.cut != nil:
		return f.cut.value(f.order, x)
	}
	return f.closed.onRight(x).value(x)
}

// Rounding is how far the computed f(x) may be from the true one: for a formula what is
// rounded on the way counts, too.
func (f Function) Rounding(x float64) float64 {
	if f.cut != nil {
		return f.cut.curve.Rounding(f.cut.on(x))
	}
	return 0x1p-50 * math.Abs(f.Value(x))
}

// beside is the limit of f at x from the left, if dir < 0, or from the right, and that of
// f′, perhaps infinite.
func (f *Function) beside(x, dir float64) (v, slope float64) {
	switch {
	case x != x:
		return x, x
	case f.cut != nil:
		return f.cut.beside(f.order, x, dir)
	}
	return f.closed.beside(x, dir)
}

// jumps reports whether the values may jump at x, which those of a formula do at its
// breaks alone, and not by rounding.
func (f *Function) jumps(x float64) bool {
	if f.cut != nil {
		return f.cut.jumps(f.order, x)
	}
	return f.closed.breaksAt(x)
}

// Density is the density at x of the absolutely continuous part of the
// distributional derivative: the pointwise derivative where it exists, and the
// value from the right at a kink. It is +∞ at the cusp of √|x| and 0
// everywhere for the Cantor function.
func (f Function) Density(x float64) float64 {
	if f.cut != nil {
		_, slope := f.beside(x, 1)
		return slope
	}
	return f.closed.onRight(x).density(x)
}

// integrated is the integral of a quantity over a stretch of the line, atoms left aside.
func (f *Function) integrated(q quantity, b *bump, from, to float64) float64 {
	if f.cut != nil {
		return f.cut.integral(f.order, q, b, from, to)
	}
	return f.closed.integral(q, b, from, to)
}

// staircase is where the distributional derivative has a singular continuous part, false
// if nowhere.
func (f *Function) staircase() (from, to float64, ok bool) {
	if f.cut != nil {
		return math.Inf(-1), math.Inf(1), f.cut.curve.Staircase()
	}
	return f.closed.staircase()
}

// PiecewiseLinear reports whether every piece is a straight line.
func (f Function) PiecewiseLinear() bool {
	if f.cut != nil {
		return f.cut.curve.PiecewiseLinear()
	}
	return f.closed.linear()
}

// Stationary reports whether f′(x) = 0 at almost every x. A constant is, but so
// are H and the Cantor function: jumps and the singular part of the
// distributional derivative escape the pointwise one.
func (f Function) Stationary() bool {
	switch {
	case f.cut == nil:
		return f.closed.stationary()
	case f.order == 1: // f′ is level where f is straight
		return f.cut.curve.PiecewiseLinear()
	}
	return f.cut.curve.Stationary()
}

// Convex reports whether f is convex on ℝ.
//
//go:noinline
func (f Function) Convex() bool {
	if f.cut != nil {
		return f.cut.convex
	}
	return f.closed.convex()
}

// Straight is how far the graph runs straight from (x, f(x−)) to the left, if
// dir < 0, or from (x, f(x)) to the right: the other end of that stretch, ±∞ if
// it has none, and x if there is no such stretch. On a level stretch of the
// staircase, whose ends are not looked for, it is the next float64.
func (f Function) Straight(x, dir float64) float64 {
	if f.cut != nil {
		return f.cut.straight(x, dir)
	}
	return f.closed.straight(x, dir)
}

// FarSlope is lim f(y)/y as y → +∞, or −∞ if dir < 0, and false where it is not known. A
// line whose slope is below that on the left or above that on the right is above the
// graph far out.
func (f Function) FarSlope(dir float64) (float64, bool) {
	if f.cut != nil {
		return f.cut.curve.FarSlope(dir)
	}
	return f.closed.farSlope(dir), true
}

// Known is how far from 0 it is known where f breaks: +∞ for every closed form, and for a
// formula that goes on straight.
func (f Function) Known() float64 {
	if f.cut != nil && !f.cut.curve.GoesOn() {
		return pieces.Edge
	}
	return math.Inf(1)
}

// Whole reports whether the breaks are known to be all there are.
func (f Function) Whole() bool { return f.cut == nil || f.cut.curve.Whole() }

// Looked is how far from 0 it is proved that the lines whose slopes Subdifferential
// gives at x do not rise above the graph: +∞ for every closed form.
func (f Function) Looked(x float64) float64 {
	if f.cut != nil {
		return f.cut.supports(x).Looked
	}
	return math.Inf(1)
}
