package figure

import (
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/pieces"
)

// TestFormulaAnswers: slope, subdifferential and pairing of formulas of which they are
// known, among them those that other systems get wrong (sympy#11402, #20881).
func TestFormulaAnswers(t *testing.T) {
	none, empty := math.NaN(), calculus.Interval{Lo: math.Inf(1), Hi: math.Inf(-1)}
	edge := math.Exp(-1. / 3) // φ at half of its half-width
	for _, c := range []struct {
		link    string
		slope   float64
		sub     calculus.Interval
		pairing float64 // NaN where it is not told here
	}{
		{"f=|x|+|x-1|&x=0", none, calculus.Interval{Lo: -2, Hi: 0}, none},
		{"f=|x|%2B|x-1|&x=1&lens=dist&order=2&c=0&w=2", none, calculus.Interval{Lo: 0, Hi: 2}, 2 + 2*edge},
		{"f=max(x,0)-0.3x+ln(1+exp(-|x|))&x=0", 0.2, calculus.Interval{Lo: 0.2, Hi: 0.2}, none},
		{"f=relu(x)-relu(-x)&x=0", 1, calculus.Interval{Lo: 1, Hi: 1}, none},
		{"f=sqrt(x^2)&x=0", none, calculus.Interval{Lo: -1, Hi: 1}, none},
		{"f=max(x,-x)&x=0", none, calculus.Interval{Lo: -1, Hi: 1}, none},
		{"f={x=0: 1, sin(x)/x}&x=0", 0, empty, none},
		{"f=x|x|&x=0", 0, empty, none},
		{"f=floor(x)&x=1&c=1&w=1", none, empty, 1},
		{"f=H(x)&x=0&c=0&w=1", none, empty, 1},
		{"f=-3H(x-0.5)&x=0.5&c=0.5&w=1", none, calculus.Interval{}, -3},
		{"f=relu(1-|x|)&x=1&lens=dist&order=2&c=0&w=2", none, calculus.Interval{}, 2*edge - 2},
		{"f=min(|x|,1)-x^2/9&x=0", none, empty, none},
		{"f=cbrt(x)&x=0", none, empty, none},
		{"f={x=0: -1, x^2}&x=0", none, calculus.Interval{Lo: -2, Hi: 2}, none},
		{"f=exp(x)&x=0", 1, calculus.Interval{Lo: 1, Hi: 1}, none},
		{"f=|x-1/3|&x=0.3333333333333333", none, calculus.Interval{Lo: -1, Hi: 1}, none},
		{"f=3&x=2&c=1&w=1", 0, calculus.Interval{}, 0},
		{"f=clip(x/a,0,1)&a=0.05&x=2&c=0&w=3", 0, empty, none},
	} {
		m, warnings := Parse(c.link)
		if len(warnings) > 0 {
			t.Errorf("%s: %q", c.link, warnings)
			continue
		}
		f := m.Facts()
		if !(f.Slope == c.slope || math.Abs(f.Slope-c.slope) < 1e-12 || f.Slope != f.Slope && c.slope != c.slope) {
			t.Errorf("%s: slope %v, want %v", c.link, f.Slope, c.slope)
		}
		if !(f.Sub == c.sub || math.Abs(f.Sub.Lo-c.sub.Lo) < 1e-9 && math.Abs(f.Sub.Hi-c.sub.Hi) < 1e-9) {
			t.Errorf("%s: ∂f %v, want %v", c.link, f.Sub, c.sub)
		}
		if c.pairing == c.pairing && !(math.Abs(f.Pairing.ByParts-c.pairing) < 1e-9 && math.Abs(f.Pairing.Direct-c.pairing) < 1e-9) {
			t.Errorf("%s: pairing %+v, want %v", c.link, f.Pairing, c.pairing)
		}
	}
}

// TestFormulasInTheAddress: an address shows the same function again, whatever signs
// it has, and what is none is told and changes nothing.
func TestFormulasInTheAddress(t *testing.T) {
	for _, text := range formulasTried() {
		m := Update(New(), Define{text})
		if again, warnings := Parse(m.Link()); !again.sameFunction(m) || again.Link() != m.Link() || len(warnings) > 0 {
			t.Errorf("%s: %s, then %s, %q", text, m.Link(), again.Link(), warnings)
		}
		for _, c := range []byte(m.Link()) {
			if c <= ' ' || c >= 0x7f || c == '"' || c == '<' || c == '>' || c == '#' {
				t.Errorf("%s: %q in %s", text, c, m.Link())
			}
		}
	}
	for _, text := range []string{"", "x+", "rlu(x)", "1/x", "sqrt(x)", "cantor(x)+x", "floor(40x)", "y^2", "<b>x</b>"} {
		m := Update(New(), Define{text})
		if m != New() {
			t.Errorf("%s is shown", text)
		}
		if m, warnings := Parse("f=" + encode(text)); m.Fn != calculus.ReLU || len(warnings) != 1 {
			t.Errorf("f=%s: %v, %q", text, m.Fn, warnings)
		}
	}
	if m := Update(New(), Define{"cantor(x)"}); m.Fn != calculus.Cantor || m.Formula != "" {
		t.Errorf("the Cantor function is %v %q", m.Fn, m.Formula)
	}
	if _, _, no := Read("cantor(x)+x"); no == nil || no.Reason != pieces.Staircase {
		t.Errorf("a part of it: %+v", no)
	}
}

// TestParameterOfAFormula: it has a range and a start of its own, and no value at
// which the formula cannot be shown.
func TestParameterOfAFormula(t *testing.T) {
	m := Update(New(), Define{"clip(x/a,0,1)"})
	if !m.Has(A) || m.A != 1 {
		t.Errorf("a = %v, %v", m.A, m.Has(A))
	}
	m = Update(m, Assign{A, 0.25})
	if got := Update(m, Assign{A, 0}); got.A != 0.25 {
		t.Errorf("a = %v where x/a is not known", got.A)
	}
	if m, w := Parse("f=clip(x/a,0,1)&a=0"); m.A != 1 || len(w) != 1 {
		t.Errorf("a = %v, %q", m.A, w)
	}
	if m := Update(m, Define{"|x|"}); m.Has(A) || m.A != 0 {
		t.Errorf("|x| has an a of %v", m.A)
	}
	if m := Update(m, Choose{calculus.Leaky}); m.A != 0.25 {
		t.Errorf("the slope on the left is %v", m.A)
	}
}

// BenchmarkRead is what a keystroke costs before anything is drawn.
func BenchmarkRead(b *testing.B) {
	i := 0
	for b.Loop() {
		i++
		Read("max(x,0)-0.3x+ln(1+exp(-|x|))+" + string(rune('0'+i%10)) + string(rune('0'+i/10%10)) + "/1000")
	}
}

// TestRamps: the sum of ramps is the function again, and f″ has its corners.
func TestRamps(t *testing.T) {
	for text, want := range map[string][2]string{
		"relu(1-|x|)":                        {"relu(x + 1) - 2relu(x) + relu(x - 1)", "δ(x + 1) − 2δ(x) + δ(x − 1)"},
		"|x|+|x-1|":                          {"1 - 2x + 2relu(x) + 2relu(x - 1)", "2δ(x) + 2δ(x − 1)"},
		"max(-x-1,x/2,2x-2)":                 {"-1 - x + 1.5relu(x + 2/3) + 1.5relu(x - 4/3)", "1.5δ(x + 2/3) + 1.5δ(x − 4/3)"},
		"x+relu(x-1/3)/3":                    {"x + (1/3)relu(x - 1/3)", "(1/3)δ(x − 1/3)"},
		"sign(x)*relu(|x|-1)":                {"1 + x - relu(x + 1) + relu(x - 1)", "−δ(x + 1) + δ(x − 1)"},
		"corners(-1:0,0:1,1:0)":              {"1 + x - 2relu(x)", "−2δ(x)"},
		"corners(-2.18:-0.32,-1.5:-1,0:0.5)": {"-2.5 - x + 2relu(x + 1.5)", "2δ(x + 1.5)"},
		"corners(8:0,9:1,10:0)":              {"-8 + x - 2relu(x - 9)", "−2δ(x − 9)"},
	} {
		m := Update(New(), Define{text})
		sum, second, ok := Ramps(m)
		if !ok || sum != want[0] || second != want[1] {
			t.Errorf("%s: %q, %q, %v", text, sum, second, ok)
		}
		again := Update(New(), Define{sum})
		for x := -3.0; x <= 3; x += 0.01 {
			if f, g := m.Function().Value(x), again.Function().Value(x); math.Abs(f-g) > 1e-12 {
				t.Errorf("%s at %v: %v, as a sum %v", text, x, f, g)
				break
			}
		}
	}
	for _, text := range []string{"x^2", "3x", "floor(x)", "|sin(x)|", "{x=0: 1, |x|}", "clip(x/a,0,1)"} {
		if sum, _, ok := Ramps(Update(New(), Define{text})); ok {
			t.Errorf("%s: %s", text, sum)
		}
	}
}
