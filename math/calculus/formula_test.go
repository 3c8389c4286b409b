package calculus

import (
	"math"
	"testing"

	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
)

// own is the function of a formula.
func own(t testing.TB, text string) Function {
	t.Helper()
	n, bad := expression.Parse(text)
	if bad != nil {
		t.Fatalf("%s: %+v", text, *bad)
	}
	c, no := pieces.Cut(n, 1)
	if no != nil {
		t.Fatalf("%s: %+v", text, *no)
	}
	return Formula(c)
}

// TestFormulasOfTheCatalogue: what was computed in closed form for a function of the
// catalogue is what its formula gives.
func TestFormulasOfTheCatalogue(t *testing.T) {
	params := Params{A: 0.3, Beta: 4}
	alike := func(what string, got, want, e float64) {
		t.Helper()
		if !(got == want || math.Abs(got-want) <= e || got != got && want != want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	for text, kind := range map[string]Kind{
		"max(0,x)": ReLU, "{x<0: 0.3x, x}": Leaky, "|x|": Abs, "-|x|": MinusAbs, "softplus(x,4)": Softplus,
		"x^2": Square, "x^3": Cube, "H(x)": Heaviside, "sqrt(|x|)": SqrtAbs,
	} {
		f, g := own(t, text), Of(kind, params)
		for x := -3.0; x <= 3; x += 0.125 {
			alike(text+" value", f.Value(x), g.Value(x), 1e-14)
			alike(text+" left value", f.LeftValue(x), g.LeftValue(x), 1e-14)
			alike(text+" jump", f.ValueJump(x), g.ValueJump(x), 0)
			alike(text+" left", f.Left(x), g.Left(x), 1e-13)
			alike(text+" right", f.Right(x), g.Right(x), 1e-13)
			alike(text+" density", f.Density(x), g.Density(x), 1e-13)
			alike(text+" straight left", f.Straight(x, -1), g.Straight(x, -1), 0)
			alike(text+" straight right", f.Straight(x, 1), g.Straight(x, 1), 0)
			fd, fok := f.Derivative(x)
			gd, gok := g.Derivative(x)
			if fok != gok {
				t.Errorf("%s has a slope at %v: %v", text, x, fok)
			}
			alike(text+" slope", fd, gd, 1e-13)
			s, u := f.Subdifferential(x), g.Subdifferential(x)
			alike(text+" ∂f from", s.Lo, u.Lo, 1e-9)
			alike(text+" ∂f to", s.Hi, u.Hi, 1e-9)
			c, cok := f.Clarke(x)
			d, dok := g.Clarke(x)
			alike(text+" Clarke from", c.Lo, d.Lo, 1e-13)
			alike(text+" Clarke to", c.Hi, d.Hi, 1e-13)
			if cok != dok {
				t.Errorf("%s is Lipschitz at %v: %v", text, x, cok)
			}
		}
		if f.Convex() != g.Convex() || f.PiecewiseLinear() != g.PiecewiseLinear() || f.Stationary() != g.Stationary() || f.AbsolutelyContinuous() != g.AbsolutelyContinuous() {
			t.Errorf("%s: convex %v, linear %v, stationary %v, absolutely continuous %v", text, f.Convex(), f.PiecewiseLinear(), f.Stationary(), f.AbsolutelyContinuous())
		}
		pairs := func(what string, f, g Function) {
			for _, p := range []Probe{{C: 0.4, W: 1.4}, {C: 0, W: 1}, {C: -1, W: 1.001}, {C: 1, W: 1}, {C: 3, W: 3}, {C: 0.01, W: 0.05}, {C: -2, W: 0.5}} {
				e := 4e-13 * max(g.Scale(p), 1e-3)
				alike(what+" scale", f.Scale(p), g.Scale(p), e)
				alike(what+" by parts", f.ByParts(p), g.ByParts(p), e)
				alike(what+" direct", f.Direct(p), g.Direct(p), e)
				alike(what+" settled", f.Settled(f.ByParts(p), p), g.Settled(g.ByParts(p), p), e)
				alike(what+" smoothed", f.Smoothed(p, 0.3), g.Smoothed(p, 0.3), 1e-11)
				alike(what+" convolved", f.Convolved(p, 0.3), g.Convolved(p, 0.3), 1e-12)
				for _, over := range [][2]float64{{-1, 0.5}, {0, math.Inf(1)}, {0.2, 0.9}} {
					a, _ := f.Over(p, over[0], over[1])
					b, _ := g.Over(p, over[0], over[1])
					alike(what+" by parts over a stretch", a.ByParts, b.ByParts, e)
					alike(what+" direct over a stretch", a.Direct, b.Direct, e)
					alike(what+" from", a.BoundaryLo, b.BoundaryLo, 1e-14)
					alike(what+" to", a.BoundaryHi, b.BoundaryHi, 1e-14)
				}
				a, b := f.Parts(p), g.Parts(p)
				if len(a) != len(b) {
					t.Errorf("%s has %d parts, want %d", what, len(a), len(b))
					continue
				}
				for i := range a {
					alike(what+" part by parts", a[i].ByParts, b[i].ByParts, e)
					alike(what+" part direct", a[i].Direct, b[i].Direct, e)
					alike(what+" part from", a[i].BoundaryLo, b[i].BoundaryLo, 1e-14)
					alike(what+" part to", a[i].BoundaryHi, b[i].BoundaryHi, 1e-14)
				}
			}
		}
		pairs(text, f, g)
		w, wok := f.Weak()
		v, vok := g.Weak()
		if wok != vok {
			t.Errorf("%s has a bounded f′: %v", text, wok)
		} else if wok {
			pairs("f′ of "+text, w, v)
		}
	}
}

// TestShifted: what f does at a break is what the shifted f does at 0.
func TestShifted(t *testing.T) {
	for _, text := range []string{"|x-1/3|+H(x-1)", "max(-x-1,x/2,2x-2)", "{x<0.1: x, x=0.1: 5, x+1}", "sqrt(|x-2/3|)"} {
		f := own(t, text)
		for _, b := range f.Breaks() {
			g := f.Shifted(b)
			same := func(what string, got, want float64) {
				t.Helper()
				if got != want && !(math.Abs(got-want) < 1e-12) {
					t.Errorf("%s at %v: %s %v, want %v", text, b, what, got, want)
				}
			}
			same("value", g.Value(0), f.Value(b))
			same("left", g.Left(0), f.Left(b))
			same("right", g.Right(0), f.Right(b))
			same("jump", g.ValueJump(0), f.ValueJump(b))
			same("straight", g.Straight(0, 1)+b, f.Straight(b, 1))
			same("∂f", g.Subdifferential(0).Lo, f.Subdifferential(b).Lo)
			p := Probe{C: 0.2, W: 0.7}
			q := Probe{C: 0.2 + b, W: 0.7}
			same("by parts", g.ByParts(p), f.ByParts(q))
			same("direct", g.Direct(p), f.Direct(q))
			same("smoothed", g.Smoothed(p, 0), f.Smoothed(p, b))
		}
	}
}

// TestSingleValues: a value beside both limits leaves no slope and no line, and the
// distribution as it is.
func TestSingleValues(t *testing.T) {
	up, down, hole := own(t, "{x=0: 1, 0}"), own(t, "{x=0: -1, 0}"), own(t, "sin(x)/x")
	for _, f := range []Function{up, down, hole} {
		if _, ok := f.Derivative(0); ok || f.ValueJump(0) != 0 {
			t.Errorf("slope %v, jump %v", ok, f.ValueJump(0))
		}
	}
	if up.Left(0) != math.Inf(1) || up.Right(0) != math.Inf(-1) || !up.Subdifferential(0).Empty() {
		t.Errorf("%v, %v, %v", up.Left(0), up.Right(0), up.Subdifferential(0))
	}
	if down.Left(0) != math.Inf(-1) || down.Right(0) != math.Inf(1) || down.Subdifferential(0) != (Interval{}) {
		t.Errorf("%v, %v, %v", down.Left(0), down.Right(0), down.Subdifferential(0))
	}
	if v := hole.Value(0); v == v || !hole.Subdifferential(0).Empty() {
		t.Errorf("sin(x)/x at 0 is %v", v)
	}
}
