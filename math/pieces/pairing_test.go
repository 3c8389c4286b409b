package pieces

import (
	"math"
	"math/rand/v2"
	"testing"

	"relu-three-ways/math/probe"
)

// scale is ∫ |f φ′|, or ∫ |f φ″|, roughly.
func scale(c *Curve, p probe.Probe, order int) (sum float64) {
	values := make([]float64, len(c.code))
	const n = 4000
	before := 0.0
	for k := range n + 1 {
		x := p.C + p.W*(2*float64(k)/n-1)
		c.code.at(x, values)
		f := values[len(values)-1]
		d := p.Derivative(x)
		if f == f && !math.IsInf(f, 0) {
			if order == 1 {
				sum += math.Abs(f*d) * 2 * p.W / n
			} else {
				sum += math.Abs(f * (d - before))
			}
		}
		before = d
	}
	return sum
}

// sides are both sides of a pairing.
type sides struct{ ByParts, Direct, Error float64 }

func pair(c *Curve, p probe.Probe, order int) sides {
	b, d := c.Pair(p, order)
	return sides{b, d, b - d}
}

// TestPairings has functions that are flat beyond all orders, or switch without a
// break, or lose their digits to cancellation: both sides, of orders 1 and 2, against
// values by a midpoint rule. NaN is not compared.
func TestPairings(t *testing.T) {
	not := math.NaN()
	p := probe.Probe{C: 0.4, W: 1.4}
	for _, c := range []struct {
		text          string
		first, second float64
	}{
		{"{x<=0: 0, exp(-1/x)}", 0.43569, 0.29267},
		{"{|x|<1: exp(-1/(1-x^2)), 0}", -0.22961, -0.51546},
		{"|x|^9", 20.46697, not},
		{"relu(x)^9", 20.4951, not},
		{"x^8 sign(x)", 13.7311, not},
		{"|x|^7+exp(x)", 12.1251, not},
		{"sqrt(|x|)^4", 1.3517, 3.3793},
		{"sign(x^7)", 1.8299, -0.8856},
		{"sign((x-0.3)^9)", not, not},
		{"|x^7|^(1/7)", 0.7777, not},
		{"(sqrt(1+x^2)-1)/x^2", -0.08539, -0.1929},
		{"ln(1+x^2)/x^2", not, -0.6251},
		{"{x=0: 1, (exp(x)-1)/x}", not, 0.838667},
		{"(x^2-1)/(x-1)", not, 0},
		{"max(ln|x|,-12)", not, 2.9376},
		{"|x|+sqrt(x^2+1e-16)", 1.55538, not},
	} {
		f, no := Cut(parse(t, c.text), 1)
		if no != nil {
			t.Errorf("%s: %+v", c.text, *no)
			continue
		}
		for order, want := range map[int]float64{1: c.first, 2: c.second} {
			got := pair(f, p, order)
			for _, v := range []float64{got.ByParts, got.Direct} {
				if want == want && !(math.Abs(v-want) <= 1e-4*max(1, math.Abs(want))) {
					t.Errorf("order %d of %s: %+v, want %v", order, c.text, got, want)
					break
				}
			}
			if c.second == c.second || c.first == c.first {
				continue
			}
			if !(math.Abs(got.Error) < 1e-9) {
				t.Errorf("order %d of %s: %+v", order, c.text, got)
			}
		}
	}
}

// TestCuspsAwayFromZero: where a slope has no bound, at places that float64 has and
// at places that it has not.
func TestCuspsAwayFromZero(t *testing.T) {
	for _, text := range []string{"cbrt(x^2-1)", "(1-x)^(1/3)", "sqrt(|x-1|)", "|x-1/3|^0.2", "sqrt(|x^2-2|)", "{|x|<1: sqrt(1-x^2), 0}", "sqrt(|sin x|)", "(x-1)ln|x-1|"} {
		c, no := Cut(parse(t, text), 1)
		if no != nil {
			t.Fatalf("%s: %+v", text, *no)
		}
		for _, p := range []probe.Probe{{C: 0.4, W: 1.4}, {C: 1, W: 1}, {C: 3, W: 3}, {C: 1.01, W: 0.05}} {
			if got := pair(c, p, 1); !(math.Abs(got.Error) <= 1e-9*scale(c, p, 1)) {
				t.Errorf("%s at %+v: %+v", text, p, got)
			}
		}
	}
}

// TestBothSidesAgree: for random formulas and probes.
func TestBothSidesAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 3))
	tried := [3]int{}
	for range 700 {
		text := formula(r, 1+r.IntN(4))
		c, no := Cut(parse(t, text), 1)
		if no != nil {
			continue
		}
		for range 3 {
			p := probe.Probe{C: r.Float64()*6 - 3, W: math.Exp(math.Log(60)*r.Float64()) * 0.05}
			if math.Abs(p.C)+p.W > Edge {
				continue
			}
			for order := 1; order <= 2; order++ {
				both := pair(c, p, order)
				if both.Direct != both.Direct {
					continue
				}
				tried[order]++
				if e := 1e-9 * scale(c, p, order); math.Abs(both.Error) > e+1e-300 {
					t.Errorf("order %d of %s at %+v: %+v, more than %v", order, text, p, both, e)
				}
			}
		}
	}
	if t.Log(tried); tried[1] < 1000 || tried[2] < 700 {
		t.Errorf("only %d and %d pairings are tried", tried[1], tried[2])
	}
}

// TestDrawn: what is drawn is what is told, to 10 digits or so of what it is a sum of.
func TestDrawn(t *testing.T) {
	for _, text := range []string{"|x|+|x-1|", "max(x,0)-0.3x+ln(1+exp(-|x|))", "sqrt(|x|)", "|sin(x)|", "{x<0: -1, x<1: x^2, 2x-1}", "corners(-2:1, -1:0, 0:1, 1:0, 2:1)"} {
		c, _ := Cut(parse(t, text), 1)
		for _, p := range []probe.Probe{{C: 0.3, W: 0.8}, {C: -1.1, W: 2.3}, {C: 2.9, W: 0.05}} {
			whole := math.Inf(1)
			told, drawn := c.Integral(Direct, 0, p, -whole, whole), c.Integral(Drawn, 0, p, -whole, whole)
			if math.Abs(told-drawn) > 1e-9*max(1, math.Abs(told)) {
				t.Errorf("%s, %v: told %v, drawn %v", text, p, told, drawn)
			}
		}
	}
}

func TestHyperbolic(t *testing.T) {
	for _, v := range []float64{-4.2, -0.51, -0.5, -1e-9, 0, 1e-9, 0.3, 0.5, 0.50001, 2, 4.1} {
		if s, c := hyperbolic(v); math.Abs(s-math.Sinh(v)) > 1e-15*math.Abs(s) || math.Abs(c-math.Cosh(v)) > 1e-15*c {
			t.Errorf("sinh and cosh of %v are %v and %v", v, s, c)
		}
	}
}

func BenchmarkPair(b *testing.B) {
	for _, text := range []string{"relu(x)", "max(x,0)-0.3x+ln(1+exp(-|x|))", "|sin x|", "sqrt(|x|)"} {
		c, _ := Cut(parse(b, text), 1)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Pair(probe.Probe{C: 0.4, W: 1.4}, 1)
			}
		})
	}
}

// The staircase of the Cantor function is not paired, rather than badly; beside it
// it is a constant.
func TestStaircaseIsNotPaired(t *testing.T) {
	c, _ := Cut(parse(t, "cantor(x)"), 1)
	if got := pair(c, probe.Probe{C: 0.4, W: 1.4}, 1); got.Direct == got.Direct || got.ByParts == got.ByParts {
		t.Errorf("%+v", got)
	}
	if got := pair(c, probe.Probe{C: 2, W: 0.9}, 1); got.Direct != 0 || math.Abs(got.ByParts) > 1e-15 {
		t.Errorf("beside it %+v, want 0", got)
	}
	c, _ = Cut(parse(t, "{x<0: x, x<1: 1, cantor(x/3)}"), 1)
	if got := pair(c, probe.Probe{C: 0, W: 0.9}, 1); !(math.Abs(got.Error) <= 1e-13) {
		t.Errorf("where the formula does not follow it %+v", got)
	}
}

// Pair is both sides of the definition of the distributional derivative of an order,
// 1 or 2, at a probe φ, computed independently:
//
//	−∫ f φ′ = ∫ {f′} φ + Σ [f](b) φ(b)
//	 ∫ f φ″ = ∫ {f″} φ + Σ [f′](b) φ(b) − Σ [f](b) φ′(b)
//
// where {·} is taken between the breaks b, and [·] is a jump. The second is NaN where
// the right side has no meaning: where {f′} or {f″} is not integrable, or a slope at a
// jump is infinite. Across the staircase of the Cantor function, which no rule for
// smooth functions integrates well, both are NaN. The probe's support has to lie in [−Edge, Edge].
func (c *Curve) Pair(p probe.Probe, order int) (byParts, direct float64) {
	whole := math.Inf(1)
	direct = c.Integral(Direct, order-1, p, -whole, whole)
	if order == 1 {
		byParts = c.Integral(ByParts, 0, p, -whole, whole)
	} else {
		byParts = c.Integral(Twice, 0, p, -whole, whole)
	}
	for _, b := range c.cuts {
		if math.Abs(b.X-p.C) < p.W {
			direct += jumps(b, p, order)
		}
	}
	return byParts, direct
}

// jumps are what a break inside the support adds to the direct side.
func jumps(b Break, p probe.Probe, order int) float64 {
	jump, turn := b.Right.Limit-b.Left.Limit, b.Right.Slope-b.Left.Slope
	switch {
	case order == 1:
		return jump * p.Value(b.X)
	case math.IsInf(b.Left.Slope, 0) || math.IsInf(b.Right.Slope, 0):
		return math.NaN()
	}
	return turn*p.Value(b.X) - jump*p.Derivative(b.X)
}
