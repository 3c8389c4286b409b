package calculus

import "math"

// What is true of a function as a whole, for words that hold for any function
// and not for the eleven of the catalogue alone.

// PiecewiseLinear reports whether every piece is a straight line.
func (f Function) PiecewiseLinear() bool {
	if f.own != nil {
		return f.own.curve.PiecewiseLinear()
	}
	for _, p := range f.pieces[:f.breaks+1] {
		if p.law != affine {
			return false
		}
	}
	return true
}

// Stationary reports whether f′(x) = 0 at almost every x. A constant is, but so
// are H and the Cantor function: jumps and the singular part of the
// distributional derivative escape the pointwise one.
func (f Function) Stationary() bool {
	if f.own != nil {
		if f.order == 1 { // f′ is level where f is straight
			return f.own.curve.PiecewiseLinear()
		}
		return f.own.curve.Stationary()
	}
	for _, p := range f.pieces[:f.breaks+1] {
		if p.law != devil && !(p.law == affine && p.k == 0) {
			return false
		}
	}
	return true
}

// Straight is how far the graph runs straight from (x, f(x−)) to the left, if
// dir < 0, or from (x, f(x)) to the right: the other end of that stretch, ±∞ if
// it has none, and x if there is no such stretch. On a level stretch of the
// staircase, whose ends are not looked for, it is the next float64.
func (f Function) Straight(x, dir float64) float64 {
	if f.own != nil {
		end := f.own.curve.Straight(f.own.on(x), dir)
		for i, b := range f.own.curve.Breaks {
			if b.X == end {
				return f.own.breaks[i]
			}
		}
		if end == f.own.on(x) {
			return x
		}
		return end - f.own.shift
	}
	i, step := int(f.breaks), 1
	for i > 0 && (x < f.at[i-1] || x == f.at[i-1] && dir < 0) {
		i--
	}
	if dir < 0 {
		step = -1
	}
	p := f.pieces[i]
	switch {
	case x != x || math.IsInf(x, 0):
		return x
	case p.law == devil:
		if _, flat := staircase(x); flat {
			return math.Nextafter(x, math.Inf(step))
		}
		return x
	case p.law != affine:
		return x
	}
	for i += step; i >= 0 && i <= int(f.breaks) && f.pieces[i] == p; i += step {
	}
	switch i -= step; {
	case dir < 0 && i > 0:
		return f.at[i-1]
	case dir > 0 && i < int(f.breaks):
		return f.at[i]
	}
	return math.Inf(step)
}

// FarSlopes are lim f(y)/y as y → −∞ and as y → +∞. A line whose slope is below
// the first or above the second is above the graph far out.
func (f Function) FarSlopes() (left, right float64) {
	return f.pieces[0].farSlope(true), f.pieces[f.breaks].farSlope(false)
}
