package calculus

import (
	"math"
	"testing"
)

// trapezoid integrates a function that vanishes with all its derivatives at the
// ends, or is cut at breaks where it may be rough.
func trapezoid(lo, hi float64, f func(float64) float64) float64 {
	const n = 40000
	sum := (f(lo) + f(hi)) / 2
	for i := 1; i < n; i++ {
		sum += f(lo + (hi-lo)*float64(i)/n)
	}
	return sum * (hi - lo) / n
}

func TestConvolvedIsTheIntegral(t *testing.T) {
	for _, f := range listed() {
		for _, p := range []Probe{{C: 0, W: 1}, {C: 0.3, W: 0.7}, {C: -0.5, W: 0.6}} {
			for _, x := range []float64{-1.3, -0.4, 0, 0.2, 0.9, 2} {
				want := trapezoid(p.Lo(), p.Hi(), func(s float64) float64 { return f.Value(x-s) * p.Value(s) }) / p.Mass()
				if got := f.Convolved(p, x); !near(got, want, 2e-4*(1+math.Abs(want))) {
					t.Errorf("%v, %v at %v: %v, by quadrature %v", f.Kind(), p, x, got, want)
				}
			}
		}
	}
}

// The slope of f ∗ η is that of Smoothed, and far from a corner of two straight
// lines it is f itself, moved by the centre of η.
func TestConvolvedHasTheSmoothedSlope(t *testing.T) {
	const d = 1e-5
	for _, f := range listed() {
		for _, p := range []Probe{{C: 0, W: 1}, {C: 0.3, W: 0.7}} {
			for _, x := range []float64{-0.4, 0, 0.9} {
				slope := (f.Convolved(p, x+d) - f.Convolved(p, x-d)) / (2 * d)
				if want := f.Smoothed(p, x); !near(slope, want, 1e-3*(1+math.Abs(want))) {
					t.Errorf("%v, %v at %v: slope %v, want %v", f.Kind(), p, x, slope, want)
				}
			}
		}
	}
	r, p := Of(ReLU, Params{}), Probe{C: 0.25, W: 0.5}
	for _, x := range []float64{-2, 1, 3} {
		if got, want := r.Convolved(p, x), r.Value(x-p.C); !near(got, want, 1e-12) {
			t.Errorf("r ∗ η at %v: %v, want %v", x, got, want)
		}
	}
	if v := r.Convolved(Probe{}, 0); !math.IsNaN(v) {
		t.Errorf("without a mollifier: %v", v)
	}
}
