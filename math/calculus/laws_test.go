package calculus

import (
	"math"
	"testing"
)

// landscape is where supporting lines are tried: near x, near the breaks and
// far out.
func landscape(x float64) []float64 {
	ys := []float64{0, 1, -1, 1.0 / 3, 2.0 / 3}
	for d := 1e-12; d < 1e12; d *= 3 {
		ys = append(ys, x+d, x-d, d, -d)
	}
	return ys
}

// lineBelow reports whether the line through (x, f(x)) with slope g stays below f
// up to rounding.
func lineBelow(f Function, x, g float64) bool {
	for _, y := range landscape(x) {
		line := f.Value(x) + g*(y-x)
		if line > f.Value(y)+1e-14*(math.Abs(line)+math.Abs(f.Value(x))+math.Abs(g*x)) {
			return false
		}
	}
	return true
}

func TestSubgradientsSupportAndOthersDoNot(t *testing.T) {
	for _, f := range listed() {
		for _, x := range spots {
			s := f.Subdifferential(x)
			if s.Empty() {
				for _, g := range []float64{-5, -1, -0.5, 0, 0.3, 1, 2, f.Left(x), f.Right(x)} {
					if !math.IsInf(g, 0) && lineBelow(f, x, g) && !fineTouch(f, x) {
						t.Errorf("%v at %v: ∂f is empty, but %v supports", f.Kind(), x, g)
					}
				}
				continue
			}
			for _, g := range []float64{s.Lo, s.Hi, (s.Lo + s.Hi) / 2} {
				if !lineBelow(f, x, g) {
					t.Errorf("%v at %v: slope %v of %v does not support", f.Kind(), x, g, s)
				}
			}
			out := 1e-3
			for _, g := range []float64{s.Lo - out, s.Hi + out} {
				if lineBelow(f, x, g) {
					t.Errorf("%v at %v: slope %v outside %v supports", f.Kind(), x, g, s)
				}
			}
		}
	}
}

// fineTouch excuses points where the line is above the graph by less than the
// rounding the test allows.
func fineTouch(f Function, x float64) bool { return f.Kind() == Cantor && x == 1e-300 }

func TestConvexIntervalIsBetweenTheSlopes(t *testing.T) {
	convex := map[Kind]bool{ReLU: true, Leaky: true, Abs: true, Softplus: true, Square: true}
	for _, f := range listed() {
		want := convex[f.Kind()] || f.Kind() == Kink && f.closed.pieces[0].k <= 1
		if f.Convex() != want {
			t.Errorf("%v: Convex() = %v", f.Kind(), f.Convex())
		}
		if !want {
			continue
		}
		for _, x := range spots {
			s, c := f.Subdifferential(x), Interval{f.Left(x), f.Right(x)}
			if k, ok := f.Clarke(x); s != c || !ok || k != c {
				t.Errorf("%v at %v: ∂ = %v, Clarke %v %v, slopes %v", f.Kind(), x, s, k, ok, c)
			}
			// The chords know nothing of the theorem.
			if g := f.closed.chords(x, f.Value(x)); !near(g.Lo, c.Lo, 1e-6) || !near(g.Hi, c.Hi, 1e-6) {
				t.Errorf("%v at %v: chords %v, slopes %v", f.Kind(), x, g, c)
			}
		}
	}
}

func TestSlopeJumpIsTheMassOfTheSecondDerivativeAndTheWidth(t *testing.T) {
	const h = 1e-4 // half-width of the probe that weighs the atom
	for _, f := range listed() {
		for _, x := range spots {
			jump, ok := f.SlopeJump(x)
			if !ok || math.Abs(x) < 1e-8 && x != 0 || math.Abs(x) > 3 {
				continue
			}
			if f.Convex() && f.Subdifferential(x).Width() != jump {
				t.Errorf("%v at %v: width %v, jump %v", f.Kind(), x, f.Subdifferential(x).Width(), jump)
			}
			if f.Singular() && x > 0 && x < 1 {
				continue // f″ has much else near x
			}
			// ⟨f″, φ⟩ = −⟨f′, φ′⟩ → f″({x}), φ of height 1 closing in on x.
			mass, p := 0.0, Probe{C: x, W: h}
			for _, half := range []float64{-h, h} {
				for _, n := range legendre {
					y := x + half*n.x
					mass -= h * n.weight * f.Density(y) * p.Derivative(y)
				}
			}
			if curvature := 130 * h; !near(mass, jump, curvature*max(1, math.Abs(jump))) {
				t.Errorf("%v at %v: mass of f″ %v, jump %v", f.Kind(), x, mass, jump)
			}
		}
	}
}

func TestOneSidedSlopesAreLimitsOfQuotients(t *testing.T) {
	for _, f := range listed() {
		for _, x := range []float64{0, 1, 0.25, 0.75, 0.5, -0.7, 2.5} {
			for _, side := range []struct{ way, slope float64 }{{-1, f.Left(x)}, {1, f.Right(x)}} {
				h := side.way * 1e-9
				if math.IsInf(side.slope, 0) {
					h /= 1000
				}
				q := (f.Value(x+h) - f.Value(x)) / h
				if math.IsInf(side.slope, 0) {
					if q*math.Copysign(1, side.slope) < 1e3 {
						t.Errorf("%v at %v: slope %v, quotient %v", f.Kind(), x, side.slope, q)
					}
				} else if !near(q, side.slope, 1e-5) {
					t.Errorf("%v at %v: slope %v, quotient %v", f.Kind(), x, side.slope, q)
				}
			}
		}
	}
}

func TestFermat(t *testing.T) {
	for _, f := range listed() {
		for _, x := range spots {
			if x == 1e-300 {
				continue // x² underflows there
			}
			least := true
			for _, y := range landscape(x) {
				least = least && f.Value(y) >= f.Value(x)
			}
			if zero := f.Subdifferential(x).Contains(0); zero != least {
				t.Errorf("%v at %v: 0 ∈ ∂f is %v, x minimises is %v", f.Kind(), x, zero, least)
			}
		}
	}
}

func TestClarke(t *testing.T) {
	none := map[Kind]bool{Heaviside: true, SqrtAbs: true, Cantor: true}
	for _, f := range listed() {
		c, ok := f.Clarke(0)
		if ok == none[f.Kind()] || ok != f.Lipschitz(0) {
			t.Errorf("%v: Clarke at 0 exists: %v", f.Kind(), ok)
		}
		if l, r := f.Left(0), f.Right(0); ok && c != (Interval{min(l, r), max(l, r)}) {
			t.Errorf("%v: Clarke %v at 0, slopes %v, %v", f.Kind(), c, l, r)
		}
		if s := f.Subdifferential(0); ok && !s.Empty() && (s.Lo < c.Lo || s.Hi > c.Hi) {
			t.Errorf("%v: ∂f %v is not in Clarke %v", f.Kind(), s, c)
		}
	}
}

func TestMollifiedSlopes(t *testing.T) {
	for _, f := range listed() {
		for _, x := range []float64{-0.7, 0, 0.5, 2.5} {
			slope, ok := f.Derivative(x)
			for _, off := range []float64{-0.9, -0.5, 0, 0.5, 0.9} {
				got := f.Smoothed(Probe{C: off * 1e-5, W: 1e-5}, x)
				if ok && !near(got, slope, 3e-4*max(1, math.Abs(slope))) {
					t.Errorf("%v at %v: slope %v, mollified %v", f.Kind(), x, slope, got)
				}
				if c, lipschitz := f.Clarke(x); lipschitz && (got < c.Lo-4e-4 || got > c.Hi+4e-4) {
					t.Errorf("%v at %v: mollified %v is not in %v", f.Kind(), x, got, c)
				}
			}
		}
	}
	r := Of(ReLU, Params{})
	for _, c := range []struct{ centre, want float64 }{{0, 0.5}, {-0.5, 0.877033}, {0.5, 0.122967}} {
		for _, w := range []float64{0.05, 1, 3} {
			if got := r.Smoothed(Probe{C: c.centre * w, W: w}, 0); !near(got, c.want, 1e-6) {
				t.Errorf("mollifier at %v w: %v, want %v", c.centre, got, c.want)
			}
		}
	}
}
