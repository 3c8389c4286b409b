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
	shift  float64   // what f is asked for at x is that of the curve at x + shift
	breaks []float64 // of f
	moved  *formula  // the last that Shifted made
	asked  []asked   // subdifferentials, by a hash of where they were asked for
}

// asked is a subdifferential that was computed: one picture asks for it many times, and
// the next one mostly for the same.
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

// Shifted is x ↦ f(x + b), in which what f does at its break b is seen at 0. It is f for
// every function of the catalogue.
func (f Function) Shifted(b float64) Function {
	if f.own == nil || b == 0 {
		return f
	}
	if g := f.own.moved; g == nil || g.shift != f.own.shift+b {
		g = &formula{curve: f.own.curve, convex: f.own.convex, shift: f.own.shift + b}
		for _, x := range f.own.curve.Breaks {
			g.breaks = append(g.breaks, x.X-g.shift)
		}
		f.own.moved = g
	}
	f.own = f.own.moved
	return f
}

// on is the place of the curve that x stands for: its break, where x is one of f.
func (f *formula) on(x float64) float64 {
	if f.shift == 0 {
		return x
	}
	for i, b := range f.breaks {
		if b == x {
			return f.curve.Breaks[i].X
		}
	}
	return x + f.shift
}

// limit is the limit of a formula's f at x from the left, if dir < 0, or from the
// right, or that of f′, and its slope there.
func (f *Function) limit(x, dir float64) (v, slope float64) {
	v, d, dd := f.own.curve.Beside(f.own.on(x), dir)
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
	p.C += f.own.shift
	return f.own.curve.Integral(pieces.Quantity(q), int(f.order), p, f.own.on(from), f.own.on(to))
}

// supports is the subdifferential of a formula.
func (f *formula) supports(x float64) pieces.Support {
	x = min(max(f.on(x), -pieces.Edge), pieces.Edge)
	const places = 1 << 10
	if f.asked == nil {
		f.asked = make([]asked, places)
	}
	a := &f.asked[math.Float64bits(x)*0x9e3779b97f4a7c15>>54] // by Fibonacci
	if !a.answers || a.x != x {
		*a = asked{x, f.curve.Subdifferential(x), true}
	}
	return a.is
}

// FarSlope is lim f(y)/y as y → +∞, or −∞ if dir < 0, and false where it is not known.
func (f Function) FarSlope(dir float64) (float64, bool) {
	if f.own == nil {
		l, r := f.FarSlopes()
		if dir < 0 {
			return l, true
		}
		return r, true
	}
	return f.own.curve.FarSlope(dir)
}

// Known is how far from 0 it is known where f breaks: +∞ for every function of the
// catalogue.
func (f Function) Known() float64 {
	if f.own == nil {
		return math.Inf(1)
	}
	return pieces.Edge
}

// Looked is how far from 0 it is proved that the lines whose slopes Subdifferential
// gives at x do not rise above the graph: +∞ for every function of the catalogue.
func (f Function) Looked(x float64) float64 {
	if f.own == nil {
		return math.Inf(1)
	}
	return f.own.supports(x).Looked
}
