package calculus

import (
	"math"

	"relu-three-ways/math/pieces"
)

// A formula is a function that was written down and cut at its breaks, with what is
// true of it as a whole. What it says beyond ±pieces.Edge is not looked for breaks.
type formula struct {
	curve  *pieces.Curve
	convex bool
	breaks []float64
	asked  [4]asked // the last subdifferentials
}

// asked is a subdifferential that was computed, since one picture asks for it many
// times.
type asked struct {
	x       float64
	is      pieces.Support
	answers bool
}

// Formula is the function of a formula. At a break its value is the formula's own, NaN
// where it has none. Parts of it that follow the Cantor function cannot be paired.
func Formula(c *pieces.Curve) Function {
	f := &formula{curve: c, convex: c.Convex() == pieces.Yes}
	for _, b := range c.Breaks {
		f.breaks = append(f.breaks, b.X)
	}
	return Function{kind: Own, own: f}
}

// limit is the limit of a formula's f at x from the left, if dir < 0, or from the
// right, or that of f′, and its slope there.
func (f *Function) limit(x, dir float64) (v, slope float64) {
	v, d, dd := f.own.curve.Beside(x, dir)
	if f.order == 1 {
		return d, dd
	}
	return v, d
}

// steep is the slope of a formula from one side at x, where its value is v: infinite
// where the limit is another.
func (f *Function) steep(x, dir float64) float64 {
	limit, slope := f.limit(x, dir)
	if !f.jumps(x) {
		return slope
	}
	v := f.Value(x)
	if d := limit - v; !(math.Abs(d) <= 0x1p-48*math.Abs(v)) { // also where one is NaN
		return dir * d * math.Inf(1)
	}
	return slope
}

// integrated is an integral of a quantity over a part of the line.
func (f *Function) integrated(q quantity, p Probe, from, to float64) float64 {
	return f.own.curve.Integral(pieces.Quantity(q), int(f.order), p, from, to)
}

// supports is the subdifferential of a formula.
func (f *formula) supports(x float64) pieces.Support {
	for _, a := range f.asked {
		if a.answers && a.x == x {
			return a.is
		}
	}
	copy(f.asked[1:], f.asked[:])
	f.asked[0] = asked{x, f.curve.Subdifferential(x), true}
	return f.asked[0].is
}

// Looked is how far from 0 it is proved that the lines whose slopes Subdifferential
// gives at x do not rise above the graph: +∞ for every function of the catalogue.
func (f Function) Looked(x float64) float64 {
	if f.own == nil || math.Abs(x) > pieces.Edge {
		return math.Inf(1)
	}
	return f.own.supports(x).Looked
}
