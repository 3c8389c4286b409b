package calculus

import (
	"math"
	"testing"

	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
)

// cutOf is the function of a formula, and how it was cut.
func cutOf(t testing.TB, text string) (Function, *pieces.Curve) {
	t.Helper()
	tree, bad := expression.Parse(text)
	if bad != nil {
		t.Fatalf("%s: %+v", text, *bad)
	}
	c, no := pieces.Cut(tree, 1)
	if no != nil {
		t.Fatalf("%s: %+v", text, *no)
	}
	return Formula(c), c
}

// The second derivative of a function that jumps, against the general formula written
// out by hand.
func TestSecondOfJumps(t *testing.T) {
	for _, c := range []struct {
		text string
		want func(p Probe) float64 // ⟨f″, φ⟩
	}{
		{"H(x)", func(p Probe) float64 { return -p.Derivative(0) }},
		{"-3H(x-0.5)", func(p Probe) float64 { return 3 * p.Derivative(0.5) }},
		{"sign(x)+|x|", func(p Probe) float64 { return 2*p.Value(0) - 2*p.Derivative(0) }},
		{"x*H(x)+H(x-1)", func(p Probe) float64 { return p.Value(0) - p.Derivative(1) }},
		{"floor(x)", func(p Probe) (sum float64) {
			for b := math.Ceil(p.Lo()); b <= p.Hi(); b++ {
				sum -= p.Derivative(b)
			}
			return sum
		}},
		{"{x<0: 1-x, x^2}", func(p Probe) float64 { // [f] = −1, [f′] = 1, {f″} = 2 right of 0
			return 2*rightMass(p) + p.Value(0) + p.Derivative(0)
		}},
	} {
		f, curve := cutOf(t, c.text)
		if _, ok := f.Weak(); ok {
			t.Errorf("%s: f′ is a function", c.text)
		}
		g, ok := f.Second()
		if !ok || len(g.Masses()) == 0 || len(f.Masses()) != 0 {
			t.Fatalf("%s has no second derivative, or f′ no point masses", c.text)
		}
		for _, p := range []Probe{{C: 0.8, W: 1.4}, {C: 0, W: 1}, {C: -0.3, W: 0.5}, {C: 0.01, W: 0.05}, {C: 1, W: 3}, {C: 3, W: 0.4}, {C: -2.5, W: 2.5}} {
			want, scale := c.want(p), g.Scale(p)
			pair := g.Pair(p)
			if tell := 1e-11 * (scale + math.Abs(want)); math.Abs(pair.ByParts-want) > tell || math.Abs(pair.Direct-want) > tell {
				t.Errorf("%s, %+v: ∫ f φ″ = %v and ⟨f″, φ⟩ = %v, not %v", c.text, p, pair.ByParts, pair.Direct, want)
			}
			by := curve.Integral(pieces.Twice, 0, p, math.Inf(-1), math.Inf(1))
			if tell := 1e-11 * (scale + math.Abs(want)); math.Abs(pair.ByParts-by) > tell {
				t.Errorf("%s, %+v: pieces have %v", c.text, p, by)
			}
			// The pieces, the boundary terms and the masses add up to it.
			sum, lines := 0.0, 0.0
			for _, q := range g.Parts(p) {
				sum, lines = sum+q.ByParts, lines+q.BoundaryLo-q.BoundaryHi+q.Direct
			}
			for _, m := range g.Masses() {
				sum, lines = sum-m.Mass*p.Derivative(m.X), lines-m.Mass*p.Derivative(m.X)
			}
			if tell := 1e-10 * (scale + math.Abs(want)); math.Abs(sum-want) > tell || math.Abs(lines-want) > tell {
				t.Errorf("%s, %+v: lines 3 and 4 are %v and %v, not %v", c.text, p, sum, lines, want)
			}
			l, _ := g.Over(p, math.Inf(-1), 0.25)
			r, _ := g.Over(p, 0.25, math.Inf(1))
			turn := g.Value(0.25) * p.Value(0.25)
			if d := l.ByParts + r.ByParts - want; math.Abs(d) > 1e-10*(scale+math.Abs(turn)) {
				t.Errorf("%s, %+v: the halves are %v and %v, not %v", c.text, p, l.ByParts, r.ByParts, want)
			}
		}
	}
	for _, text := range []string{"sqrt(|x|)", "ln|x|", "cbrt(x)", "H(x)+sqrt(|x|)"} {
		f, _ := cutOf(t, text)
		if _, ok := f.Second(); ok {
			t.Errorf("%s has a second derivative", text)
		}
	}
}

// At a pole the direct side is a limit, and equal to the definition.
func TestPoles(t *testing.T) {
	for _, text := range []string{"ln|x|", "{x<0: 0, ln(x)}", "1/sqrt|x|", "H(x-1)-|x|^(-1/3)", "ln|x^2-1|", "ln|x|+ln|x-0.4|+x^2", "exp(x)/sqrt|x-0.3|"} {
		f, _ := cutOf(t, text)
		for _, p := range []Probe{{C: 0.3, W: 1.4}, {C: 0, W: 1}, {C: -0.7, W: 0.7}, {C: 1, W: 1}, {C: 0.4, W: 0.05}, {C: -1, W: 3}, {C: 2.5, W: 0.4}, {C: 0.02, W: 0.05}} {
			pair, scale := f.Pair(p), f.Scale(p)
			if !(math.Abs(pair.Error) <= 1e-9*scale) {
				t.Errorf("%s, %+v: %v and %v, scale %v", text, p, pair.ByParts, pair.Direct, scale)
			}
			if d := f.Drawn(p) - pair.Direct; !(math.Abs(d) <= 1e-8*scale) {
				t.Errorf("%s, %+v: drawn %v off", text, p, d)
			}
			if v := f.Settled(pair.ByParts, p); !(math.Abs(v-pair.ByParts) <= 1e-9*scale) {
				t.Errorf("%s, %+v: %v is settled to %v", text, p, pair.ByParts, v)
			}
			for _, q := range f.Parts(p) {
				if q.BoundaryLo != q.BoundaryLo || q.BoundaryHi != q.BoundaryHi {
					t.Errorf("%s, %+v: boundary terms %v and %v", text, p, q.BoundaryLo, q.BoundaryHi)
				}
			}
		}
	}
}

// rightMass is ∫ φ over x > 0, by the derivative of a ramp.
func rightMass(p Probe) float64 {
	return Of(ReLU, Params{}).Direct(p)
}
