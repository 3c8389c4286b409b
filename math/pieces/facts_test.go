package pieces

import (
	"fmt"
	"math"
	"testing"
)

// The examples that trap local reasoning, and those of Chebfun's and SymPy's
// documents and reports: what is said at a point, in one line.
func TestFacts(t *testing.T) {
	for _, c := range []struct {
		text string
		x    float64
		want string
	}{
		{"sign(x)^2", 0, "no slope, jump 0, turn 0 true, Clarke false"},
		{"max(x,0)-0.3x+ln(1+exp(-|x|))", 0, "slope 0.2, jump 0, turn 0 true, Clarke [0.2, 0.2]"},
		{"relu(x)-relu(-x)", 0, "slope 1, jump 0, turn 0 true, Clarke [1, 1]"},
		{"sqrt(x^2)", 0, "no slope, jump 0, turn 2 true, Clarke [-1, 1]"},
		{"{x=0: 1, sin(x)/x}", 0, "slope 0, jump 0, turn 0 true, Clarke [0, 0]"},
		{"cbrt(x)", 0, "no slope, jump 0, turn NaN false, Clarke false"},
		{"-|x|", 0, "no slope, jump 0, turn -2 true, Clarke [-1, 1]"},
		{"H(x)", 0, "no slope, jump 1, turn 0 true, Clarke false"},
		{"x|x|", 0, "slope 0, jump 0, turn 0 true, Clarke [0, 0]"},
		{"max(|x|-1, 2-|x|)", 1.5, "no slope, jump 0, turn 2 true, Clarke [-1, 1]"},
		{"sign(x) max(|x|-1,0)", 1, "no slope, jump 0, turn 1 true, Clarke [0, 1]"},
		{"|x|^2", 0, "slope 0, jump 0, turn 0 true, Clarke [0, 0]"},      // sympy#24127: Abs(x)**2
		{"floor(x)", 2, "no slope, jump 1, turn 0 true, Clarke false"},   // sympy#20881
		{"sign(x-1)", 1, "no slope, jump 2, turn 0 true, Clarke false"},  // sympy#11402
		{"|x^3|", 0, "slope 0, jump 0, turn 0 true, Clarke [0, 0]"},      // Chebfun guide, 2.1
		{"|sin(x)|", 0, "no slope, jump 0, turn 2 true, Clarke [-1, 1]"}, // Chebfun guide, 1.4
		{"max(sin(x), 1-x^2)", 2, "slope -0.416146836547, jump 0, turn 0 true, Clarke [-0.416146836547, -0.416146836547]"},
	} {
		f, no := Cut(parse(t, c.text), 1)
		if no != nil {
			t.Errorf("%s: %+v", c.text, *no)
			continue
		}
		b := f.At(c.x)
		got := "no slope"
		if v, ok := b.Derivative(); ok {
			got = fmt.Sprintf("slope %.12g", v)
		}
		turn, ok := b.SlopeJump()
		got += fmt.Sprintf(", jump %.12g, turn %.12g %v, Clarke ", b.Jump(), turn, ok)
		if lo, hi, ok := b.Clarke(); ok {
			got += fmt.Sprintf("[%.12g, %.12g]", lo, hi)
		} else {
			got += "false"
		}
		if got != c.want {
			t.Errorf("%s at %v:\n%s, want\n%s", c.text, c.x, got, c.want)
		}
	}
}

// Formulas that are the same function give the same answers.
func TestEqualFunctions(t *testing.T) {
	for _, same := range [][]string{
		{"|x|", "max(x,-x)", "sqrt(x^2)", "relu(x)+relu(-x)", "x sign(x)", "{x<0: -x, x}", "2relu(x)-x", "(x^2)^(1/2)", "-min(x,-x)"},
		{"relu(1-|x|)", "relu(x+1)-2relu(x)+relu(x-1)", "max(0, 1-|x|)", "{|x|<1: 1-|x|, 0}"},
		{"H(x)", "{x<0: 0, 1}", "{x>=0: 1, 0}"},
		{"clip(x,0,1)", "min(1,max(0,x))", "relu(x)-relu(x-1)", "max(0,min(x,1))"},
		{"x|x|", "{x<0: -x^2, x^2}", "sign(x) x^2"},
		{"|x-1/3|", "sqrt((x-1/3)^2)", "max(x-1/3, 1/3-x)", "|3x-1|/3"},
		{"|x^2-2|", "max(x^2-2, 2-x^2)", "sqrt((x^2-2)^2)"},
	} {
		first := ""
		for i, text := range same {
			c, no := Cut(parse(t, text), 1)
			if no != nil {
				t.Errorf("%s: %+v", text, *no)
				continue
			}
			got := shown(c)
			for _, b := range c.Breaks {
				s := c.Subdifferential(b.X)
				got += fmt.Sprintf(" ∂ [%.10g, %.10g] %v", s.Lo+0, s.Hi+0, s.Looked)
			}
			if i == 0 {
				first = got
			} else if got != first {
				t.Errorf("%s has %s,\n%s has %s", same[0], first, text, got)
			}
		}
	}
}

// Derivative is f′ at the point, and false where there is none: the formula's own
// value, both limits and both one-sided slopes have to agree.
func (b *Break) Derivative() (float64, bool) {
	if b.Order < 2 || b.Right.Slope != b.Right.Slope || math.IsInf(b.Right.Slope, 0) {
		return math.NaN(), false
	}
	return b.Right.Slope, true
}

// Clarke is Clarke's subdifferential at the point, the convex hull of the limits of
// f′(y) as y → b, and false where f is not Lipschitz near b: it has none there.
func (b *Break) Clarke() (lo, hi float64, ok bool) {
	l, r := b.Left.Slope, b.Right.Slope
	if b.Order == 0 || l-l != 0 || r-r != 0 { // ∞ − ∞ is NaN
		return math.Inf(1), math.Inf(-1), false
	}
	if b.Order > 1 {
		return r, r, true
	}
	return min(l, r), max(l, r), true
}
