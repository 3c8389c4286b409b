package calculus

import (
	"math"
	"testing"
)

// TestStraightIsStraight: on the stretch that is called straight, chords have
// the slope of its end at x, and beyond it they do not.
func TestStraightIsStraight(t *testing.T) {
	for _, f := range listed() {
		for _, x := range []float64{-2.5, -0.3, 0, 0.25, 0.4, 0.5, 1, 1.7} {
			for _, dir := range []float64{-1, 1} {
				to := f.Straight(x, dir)
				slope, from := f.Right(x), f.Value(x)
				if dir < 0 {
					slope, from = f.closed.onLeft(x).slope(x, false), f.LeftValue(x)
				}
				if to == x || math.Abs(to-x) < 1e-9 {
					continue
				}
				at := func(y float64) float64 {
					if dir < 0 {
						return f.Value(y)
					}
					return f.LeftValue(y)
				}
				for _, share := range []float64{0.01, 0.5, 1} {
					y := x + share*(max(min(to, 9), -9)-x)
					if v := at(y); math.Abs(v-from-slope*(y-x)) > 1e-12 {
						t.Errorf("%v at %v: not straight to %v", f.Kind(), x, y)
					}
				}
				if math.IsInf(to, 0) {
					continue
				}
				if y := to + dir; math.Abs(f.Value(y)-from-slope*(y-x)) < 1e-12 {
					t.Errorf("%v at %v: straight beyond %v", f.Kind(), x, to)
				}
			}
		}
	}
}

// TestFarSlopesBoundSupport: no line supports whose slope is not between them.
func TestFarSlopesBoundSupport(t *testing.T) {
	for _, f := range listed() {
		l, _ := f.FarSlope(-1)
		r, _ := f.FarSlope(1)
		for x := -2.0; x < 2; x += 0.125 {
			if s := f.Subdifferential(x); !s.Empty() && (s.Lo < l || s.Hi > r) {
				t.Errorf("%v at %v: %v, but the far slopes are %v and %v", f.Kind(), x, s, l, r)
			}
		}
	}
}

// TestStationaryHasNoDensity: and only such functions have none.
func TestStationaryHasNoDensity(t *testing.T) {
	for _, f := range listed() {
		zero := true
		for x := -2.0; x < 2; x += 0.0625 {
			zero = zero && f.Density(x) == 0
		}
		if zero != f.Stationary() {
			t.Errorf("%v: stationary is %v", f.Kind(), f.Stationary())
		}
	}
}
