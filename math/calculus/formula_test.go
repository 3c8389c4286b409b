package calculus

import (
	"math"
	"testing"
)

// own is the function of a formula.
func own(t testing.TB, text string) Function {
	t.Helper()
	f, _ := cutOf(t, text)
	return f
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
