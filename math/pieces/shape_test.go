package pieces

import (
	"fmt"
	"math"
	"testing"
)

func TestShape(t *testing.T) {
	for _, c := range []struct {
		text               string
		continuous, linear bool
		convex             Verdict
	}{
		{"x", true, true, Yes},
		{"relu(x)", true, true, Yes},
		{"-|x|", true, true, No},
		{"relu(1-|x|)", true, true, No},
		{"|x|+|x-1|", true, true, Yes},
		{"max(x, 2x, 3x-1)", true, true, Yes},
		{"clip(x,0,1)", true, true, No},
		{"H(x)", false, true, No},
		{"floor(x)", false, true, No},
		{"sign(x)^2", false, true, No},
		{"x^2", true, false, Yes},
		{"x^3", true, false, No},
		{"x^4", true, false, Yes},
		{"exp(x)", true, false, Yes},
		{"softplus(x)", true, false, Yes},
		{"sqrt(|x|)", true, false, No},
		{"exp(-|x|)", true, false, No},
		{"sqrt(x^2+1)", true, false, Yes},
		{"x|x|", true, false, No},
		{"max(x^2, x+1)", true, false, Yes},
		{"sin x", true, false, No},
		{"|x|^1.5", true, false, Yes},
	} {
		f, no := Cut(parse(t, c.text), 1)
		if no != nil {
			t.Errorf("%s: %+v", c.text, *no)
			continue
		}
		if a, b, v := f.Continuous(), f.PiecewiseLinear(), f.Convex(); a != c.continuous || b != c.linear || v != c.convex {
			t.Errorf("%s: continuous %v, piecewise linear %v, convex %v", c.text, a, b, v)
		}
	}
}

// TestRamps: a hat is the sum of three ramps, and every sum of ramps is the curve.
func TestRamps(t *testing.T) {
	f, _ := Cut(parse(t, "relu(1-|x|)"), 1)
	if c0, c1, ramps, ok := f.Ramps(); fmt.Sprint(c0, c1, ramps, ok) != "0 0 [{-1 1} {0 -2} {1 1}] true" {
		t.Error(c0, c1, ramps, ok)
	}
	for _, text := range []string{"2x-1", "corners(-3:1, -1:0, 0.5:2, 1:2, 4:-1)", "clip(2x,-1,1)", "max(|x|-1, 2-|x|)", "|x|+|x-1|-3"} {
		f, _ := Cut(parse(t, text), 1)
		c0, c1, ramps, ok := f.Ramps()
		if !ok {
			t.Errorf("%s is not piecewise linear", text)
		}
		values := make([]float64, len(f.code))
		for x := -6.9; x < 7; x += 0.37 {
			sum := c0 + c1*x
			for _, r := range ramps {
				sum += r.M * max(0, x-r.B)
			}
			if f.code.at(x, values); math.Abs(sum-values[len(values)-1]) > 1e-13 {
				t.Errorf("%s at %v is %v, its ramps have %v", text, x, values[len(values)-1], sum)
			}
		}
	}
	for _, text := range []string{"x^2", "min(relu(x),8)", "|x-8|+|x|", "{x<7: x, 2x-7}", "floor(x)"} {
		f, _ := Cut(parse(t, text), 1)
		if _, _, _, ok := f.Ramps(); ok {
			t.Errorf("%s is told as ramps", text)
		}
	}
}

// TestWhole: what f does beyond the edges is claimed only where it is known.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		text                      string
		whole, linear, stationary bool
	}{
		{"relu(1-|x|)", true, true, false},
		{"clip(x,0,1)", true, true, false},
		{"relu(x)-relu(x-1)", true, true, false},
		{"max(x, 2x, 3x-1)", true, true, false},
		{"corners(-1:0, 0:1, 1:0)", true, true, false},
		{"sqrt((x-1)^2)+x", true, true, false},
		{"H(x)", true, true, true},
		{"floor(x)", false, true, true}, // steps everywhere
		{"x-floor(x)", false, true, false},
		{"min(relu(x),8)", false, true, false},
		{"|x-8|+|x|", false, true, false},
		{"H(x)+H(x-8)", false, true, true},
		{"relu(x^2-64)", false, false, false},
		{"{x<7: x, 2x-7}", false, true, false},
		{"H(x-7)", false, true, true},
		{"x^2", true, false, false},
		{"sqrt(x^2+1)", true, false, false},
		{"sin(x)", true, false, false},
		{"{x<0: x^2, x}", true, false, false},
		{"1/(x-8)", false, false, false},
	} {
		f, no := Cut(parse(t, c.text), 1)
		if no != nil {
			t.Errorf("%s: %+v", c.text, *no)
			continue
		}
		if a, b, d := f.Whole(), f.PiecewiseLinear(), f.Stationary(); a != c.whole || b != c.linear || d != c.stationary {
			t.Errorf("%s: whole %v, piecewise linear %v, stationary %v", c.text, a, b, d)
		}
	}
}

// TestEdges: f may break at ±Edge, too.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		text string
		x    float64
		want [4]float64 // limit and slope, from the left and from the right
	}{
		{"{x<7: x+5, 2x-2}", Edge, [4]float64{12, 1, 12, 2}},
		{"-floor(x)", Edge, [4]float64{-6, 0, -7, 0}},
		{"{x<-7: x, 0}", -Edge, [4]float64{-7, 1, 0, 0}},
		{"x^2", Edge, [4]float64{49, 14, 49, 14}},
	} {
		f, _ := Cut(parse(t, c.text), 1)
		var got [4]float64
		got[0], got[1], _ = f.Beside(c.x, -1)
		got[2], got[3], _ = f.Beside(c.x, 1)
		if got != c.want {
			t.Errorf("%s at %v: %v", c.text, c.x, got)
		}
	}
}
