package autodiff

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"relu-three-ways/math/expression"
)

func parse(t testing.TB, text string) *expression.Node {
	t.Helper()
	n, err := expression.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return n
}

// shown writes an answer in short.
func (a Answer) shown() string {
	if !a.OK {
		return "none"
	}
	return fmt.Sprintf("%.6g", a.Slope+0) // no −0
}

func all(n *expression.Node, x, a float64) string {
	var list []string
	for f := range Frameworks {
		list = append(list, Derive(n, x, a, f).shown())
	}
	return strings.Join(list, " ")
}

// The answers follow by hand from the rules in rulebook_test.go; the order is
// PyTorch, JAX, TensorFlow, MLX.
func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		text string
		x    float64
		want string
	}{
		{"relu(x)", 0, "0 0 0 0"},
		{"|x|", 0, "0 1 0 0"},
		{"sign(x)", 0, "0 0 0 0"},
		{"max(x, 0)", 0, "0.5 0.5 1 0"},
		{"max(0, x)", 0, "0.5 0.5 0 1"},
		{"min(x, 0)", 0, "0.5 0.5 1 0"},
		{"max(x, x)", 0, "1 1 1 1"},
		{"max(x, -x)", 0, "0 0 1 -1"},
		{"max(x, 2x, 3x)", 0, "2.25 2.25 1 3"},
		{"max(-x, 0, x)", 0, "0.25 0.25 -1 1"},
		{"clip(x, 0, 1)", 0, "0 0.5 1 0"},
		{"clip(x, 0, 1)", 0.5, "1 1 1 1"},
		{"clip(x, 0, 1)", 1, "0 0.5 1 0"},
		{"clip(x, 0, 1)", 2, "0 0 0 0"},
		{"clip(x, 0, 0)", 0, "0 0.25 1 0"},
		{"clip(0, x, 1)", 0, "none 0.5 0 1"},
		{"clip(0, x, 2)", 1, "1 1 1 1"},
		{"clip(0, 1, x)", 0.5, "none 1 none 1"}, // low > high

		// Two programs for one function.
		{"relu(x) - relu(-x)", 0, "0 0 0 0"},      // x
		{"max(x, 0) - max(-x, 0)", 0, "1 1 2 0"},  // x
		{"max(0, x) + min(0, x)", 0, "1 1 0 2"},   // x
		{"(|x| + x)/2", 0, "0.5 1 0.5 0.5"},       // relu
		{"relu(x) - |x|/2", 0, "0 -0.5 0 0"},      // x/2
		{"sqrt(x^2)", 0, "NaN NaN NaN NaN"},       // |x|
		{"sqrt(x^2)", -2, "-1 -1 -1 -1"},          //
		{"|x|^2", 0, "0 0 0 0"},                   // x²
		{"x|x|", 0, "0 0 0 0"},                    //
		{"cbrt(x)^3", 0, "NaN NaN NaN NaN"},       // x
		{"|x^2|/x", 0, "NaN NaN NaN NaN"},         //
		{"exp(ln(x))", 0, "NaN NaN NaN NaN"},      //
		{"{x = 0: 0, x}", 0, "0 0 0 0"},           // x
		{"{x < 0: -x, x}", 0, "1 1 1 1"},          // |x|
		{"{x <= 0: -x, x}", 0, "-1 -1 -1 -1"},     // |x|
		{"corners(-1:1, 0:0, 1:1)", 0, "1 1 1 1"}, // |x|
		{"corners(-1:1, 0:0, 1:1)", -9, "-1 -1 -1 -1"},
		{"max(x, 0) - 0.3x + ln(1 + exp(-|x|))", 0, "0.2 -0.3 0.7 -0.3"}, // softplus(x) − 0.3x
		{"relu(x) - 0.3x + ln(1 + exp(-|x|))", 0, "-0.3 -0.8 -0.3 -0.3"}, // the same
		{"softplus(x) - 0.3x", 0, "0.2 0.2 0.2 0.2"},

		// Steps.
		{"floor(x)", 0, "0 0 none 0"},
		{"floor(x) + x", 0, "1 1 1 1"},
		{"x - floor(x)", 0.5, "1 1 1 1"},
		{"H(x)", 0, "none 0 none 0"},
		{"x H(x)", 1, "none 1 1 1"},
		{"x H(a)", 1, "1 1 1 1"},
		{"{x < 0: -1, 1}", 0, "none 0 none 0"},
		{"sign(x) H(2)", 3, "0 0 0 0"},
		{"3", 0, "none 0 none 0"},
		{"cantor(x)", 0.5, "none none none none"},
		{"sign(sqrt(x))", 0, "NaN 0 0 NaN"},
		{"floor(sqrt(x))", 0, "NaN 0 none NaN"},

		// What is not taken.
		{"{x < 0: 0, sqrt(x)}", 0, "+Inf +Inf +Inf +Inf"},
		{"{x < 0: 0, sqrt(x)}", -1, "NaN NaN 0 NaN"},
		{"{x > 0: sqrt(x), 0}", 0, "NaN NaN 0 NaN"},
		{"{x > 0: ln(x), 0}", 0, "NaN NaN NaN NaN"},
		{"{x > 0: 1/x, 0}", 0, "NaN NaN NaN NaN"},
		{"{x = 0: 1, sin(x)/x}", 0, "NaN NaN NaN NaN"},
		{"sqrt({x > 0: x, 2x})", 0, "+Inf +Inf +Inf NaN"}, // MLX multiplies ∞ by 0
		{"sqrt(relu(x))", 0, "0 0 NaN NaN"},               // ∞ not taken; 0·∞
		{"sqrt(max(x, -x^2 - 1))", 0, "+Inf NaN +Inf NaN"},
		{"relu(sqrt(x))", 0, "NaN NaN 0 NaN"},

		// Powers and roots.
		{"x^2", 0, "0 0 0 0"},
		{"x^1", 0, "1 1 1 1"},
		{"x^0", 0, "0 0 NaN NaN"},
		{"x^a", 0, "0 NaN NaN NaN"},
		{"x^(1/3)", 0, "+Inf +Inf +Inf +Inf"},
		{"x^(2/3)", 0, "+Inf +Inf +Inf +Inf"},
		{"x^(1/3)", -8, "none none none none"},
		{"cbrt(x)", 0, "+Inf +Inf NaN +Inf"},
		{"cbrt(x)", 8, "0.0833333 0.0833333 0.0833333 0.0833333"},
		{"cbrt(x)", -8, "none 0.0833333 0.0833333 none"},
		{"{x < 0: 0, cbrt(x)}", -8, "NaN 0 0 NaN"},
		{"sqrt(x)", 0, "+Inf +Inf +Inf +Inf"},
		{"sqrt(|x|)", 0, "NaN +Inf NaN NaN"},
		{"x^-1", 0, "-Inf -Inf -Inf -Inf"},
		{"1/x", 0, "-Inf -Inf -Inf -Inf"},
		{"x^x", 0, "0 NaN NaN NaN"},
		{"0^x", 1, "0 0 0 0"},
		{"2^x", 0, "0.693147 0.693147 0.693147 0.693147"},
		{"e^x", 0, "1 1 1 1"},

		// Smooth functions.
		{"ln(x)", 0, "+Inf +Inf +Inf +Inf"},
		{"ln|x|", 0, "NaN +Inf NaN NaN"},
		{"softplus(x)", 0, "0.5 0.5 0.5 0.5"},
		{"softplus(x, 4)", 0, "0.5 0.5 0.5 0.5"},
		{"softplus(x)", 21, "1 1 1 1"},
		{"sigmoid(x)", 0, "0.25 0.25 0.25 0.25"},
		{"tanh(x)", 0, "1 1 1 1"},
		{"arctan(x)", 1, "0.5 0.5 0.5 0.5"},
		{"exp(x)", 0, "1 1 1 1"},
		{"tan(x)", 0, "1 1 1 1"},
	} {
		if got := all(parse(t, c.text), c.x, 0); got != c.want {
			t.Errorf("%s at %v: %s, want %s", c.text, c.x, got, c.want)
		}
	}
}

// Nothing asks for the derivative of no formula, nor of no framework.
func TestNoQuestion(t *testing.T) {
	for _, got := range []Answer{Derive(nil, 0, 0, JAX), Derive(parse(t, "x"), 1, 1, Frameworks)} {
		if got.OK {
			t.Errorf("%+v", got)
		}
	}
}

// Where nothing is switched all answer with the derivative.
func TestDerivative(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, text := range []string{
		"x^2", "x^3 - 2x + a", "exp(-x^2)", "sin(3x) cos(x)", "x/(1 + x^2)", "arctan(x^3)", "tanh(2x)/2", "tan(x/3)",
		"sigmoid(3x)", "softplus(x)", "softplus(x, 5)", "softplus(x, 2 + x^2)", "sqrt(1 + x^2)", "ln(2 + sin x)",
		"(1 + x^2)^(1/3)", "(2 + sin x)^x", "(2 + cos x)^a", "2^x", "e^(x sin x)", "x^-2 + 1/(x^2 + a^2)", "cbrt(4 + x)",
		"relu(x)", "relu(x) - relu(-x)", "|x|", "|x^2 - 1|", "sign(x) x^2", "max(x, 0) - 0.3x + ln(1 + exp(-|x|))",
		"max(x, 1 - x, x^2)", "min(sin x, cos x, a)", "clip(x, -1, 1)", "clip(x^3, -1, a^2 + 1)", "clip(x, -x, 1 + x^2)", "sqrt(x^2)", "x - floor(x)",
		"sin(x) floor(2x)", "sqrt(|x|)", "|x|^1.5", "x ln|x|", "{x < 0: -x, x < 1: x^2, 2x - 1}", "{0 < x <= 1: x, -x}",
		"corners(-1:0, 0:1, 1:0)", "corners(-1:0, 0:1, 1:0)^2", "sqrt(max(|x|, 0.5) - 0.25)",
	} {
		n := parse(t, text)
		tried := 0
		for range 200 {
			x, a := 6*r.Float64()-3, 4*r.Float64()-2
			want, ok := quotient(n, x, a)
			if !ok {
				continue // a break is near
			}
			tried++
			for f := range Frameworks {
				got := Derive(n, x, a, f)
				if !got.OK && strings.HasPrefix(text, "clip(x, -x") {
					continue // low > high
				}
				if !got.OK || !(math.Abs(got.Slope-want) <= 1e-5*(1+math.Abs(want))) {
					t.Errorf("%s at %v, a = %v: %v answers %+v, the slope is %v", text, x, a, f, got, want)
				}
			}
		}
		if tried < 150 {
			t.Errorf("%s: tried at %d points only", text, tried)
		}
	}
}

// quotient is the derivative by central differences, extrapolated, if
// those of two steps agree.
func quotient(n *expression.Node, x, a float64) (slope float64, ok bool) {
	d := func(h float64) float64 { return (n.At(x+h, a) - n.At(x-h, a)) / (2 * h) }
	left, right := (n.At(x, a)-n.At(x-2e-4, a))/2e-4, (n.At(x+2e-4, a)-n.At(x, a))/2e-4
	coarse, fine := d(2e-4), d(1e-4)
	slope = (4*fine - coarse) / 3
	scale := 1 + math.Abs(slope)
	return slope, math.Abs(coarse-fine) < 1e-6*scale && math.Abs(left-right) < 1e-2*scale
}

// Each rule has a source, and each example is written as a formula is.
func TestRules(t *testing.T) {
	for _, e := range rulebook {
		if n := parse(t, e.formula); n.String() != e.formula {
			t.Errorf("%s is written %s", e.formula, n)
		}
		for f, c := range e.cited {
			if c.law == "" || c.place == "" {
				t.Errorf("%v, %s: %+v", Framework(f), e.formula, c)
			}
		}
	}
	for _, s := range texts {
		if s.where == "" || s.version == "" {
			t.Errorf("a text without address: %+v", s)
		}
	}
}

func FuzzDerive(f *testing.F) {
	for _, e := range rulebook {
		f.Add(e.formula, 0.0, 1.0)
	}
	f.Add("cbrt(cbrt(cbrt(x))) + max(x, -x, a)", -1.0, 0.0)
	f.Add("{1/x > 0: 1, corners(0:0, 1:1)}", 0.0, 0.0)
	f.Fuzz(func(t *testing.T, text string, x, a float64) {
		n, err := expression.Parse(text)
		if err != nil {
			return
		}
		for f := range Frameworks {
			if got := Derive(n, x, a, f); !got.OK && got != (Answer{}) {
				t.Errorf("%s at %v: %+v", text, x, got)
			}
		}
	})
}

func BenchmarkDerive(b *testing.B) {
	n := parse(b, "max(x, 0) - 0.3x + ln(1 + exp(-|x|))")
	b.ReportAllocs()
	for b.Loop() {
		Derive(n, 0, 0, JAX)
	}
}
