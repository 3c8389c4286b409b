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
	return Function{kind: Own, cut: f}
}

// Shifted is x ↦ f(x + b), in which what f does at its break b is seen at 0. It is f for
// every closed form, which breaks at 0.
func (f Function) Shifted(b float64) Function {
	if f.cut == nil || b == 0 {
		return f
	}
	if g := f.cut.moved; g == nil || g.shift != f.cut.shift+b {
		g = &formula{curve: f.cut.curve, convex: f.cut.convex, shift: f.cut.shift + b}
		for _, x := range f.cut.curve.Breaks {
			g.breaks = append(g.breaks, x.X-g.shift)
		}
		f.cut.moved = g
	}
	f.cut = f.cut.moved
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

// value is f(x), or f′(x+) for order 1.
func (f *formula) value(order int8, x float64) float64 {
	if order == 1 {
		v, _ := f.beside(order, x, 1)
		return v
	}
	return f.curve.Value(f.on(x))
}

// beside is the limit at x from one side and the slope there: of f′ for order 1.
func (f *formula) beside(order int8, x, dir float64) (v, slope float64) {
	v, d, dd := f.curve.Beside(f.on(x), dir)
	if order == 1 {
		return d, dd
	}
	return v, d
}

// jumps reports whether f, or f′ for order 1, may jump at x.
func (f *formula) jumps(order int8, x float64) bool {
	for i, b := range f.breaks {
		if b == x {
			return f.curve.Breaks[i].Order <= int(order)
		}
	}
	if x = f.on(x); math.Abs(x) == pieces.Edge { // where it may break, too
		return f.curve.At(x).Order <= int(order)
	}
	return false
}

// integral is that of a quantity over a part of the line.
func (f *formula) integral(order int8, q quantity, b *bump, from, to float64) float64 {
	p := Probe{C: b.C + f.shift, W: b.W}
	if q == twice {
		order = 0
	}
	return f.curve.Integral(pieces.Quantity(q), int(order), p, f.on(from), f.on(to))
}

// straight is how far the graph runs straight from x: see Function.Straight.
func (f *formula) straight(x, dir float64) float64 {
	end := f.curve.Straight(f.on(x), dir)
	for i := range f.curve.Breaks { // which are large
		if f.curve.Breaks[i].X == end {
			return f.breaks[i]
		}
	}
	if end == f.on(x) {
		return x
	}
	return end - f.shift
}

// weak reports whether f′ is a function with bounded values near every point.
func (f *formula) weak() bool {
	for _, b := range f.curve.Breaks {
		if l, r := b.Left.Slope, b.Right.Slope; b.Jump() != 0 || l-l != 0 || r-r != 0 { // ∞ − ∞ is NaN
			return false
		}
	}
	return true
}

// bounded reports whether f and f′ have bounded values near every point.
func (f *formula) bounded() bool {
	for _, b := range f.curve.Breaks {
		for _, v := range [...]float64{b.Left.Limit, b.Right.Limit, b.Left.Slope, b.Right.Slope} {
			if v-v != 0 { // ∞ − ∞ is NaN
				return false
			}
		}
	}
	return !f.curve.Staircase()
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
