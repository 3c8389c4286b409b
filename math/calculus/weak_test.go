package calculus

import (
	"math"
	"testing"
)

// everyProbe visits places and widths of the figure, awkward ones among them.
func everyProbe(f func(Probe)) {
	for _, c := range []float64{-3, -1.4, -0.05, 0, 1e-9, 0.3, 0.8, 1.4, 2.9} {
		for _, w := range []float64{0.05, 0.4, 1.4, 3} {
			f(Probe{C: c, W: w})
		}
	}
}

// second is f′ of a kind as a function.
func second(t *testing.T, k Kind, p Params) Function {
	t.Helper()
	f, ok := Of(k, p).Weak()
	if !ok {
		t.Fatalf("%v has no weak derivative with bounded values", k)
	}
	return f
}

// TestSecondDerivatives are the closed forms of ⟨f″, φ⟩.
func TestSecondDerivatives(t *testing.T) {
	at0 := func(mass float64) func(Probe) float64 {
		return func(φ Probe) float64 { return mass * φ.Value(0) }
	}
	for _, c := range []struct {
		kind Kind
		p    Params
		want func(Probe) float64
	}{
		{ReLU, Params{}, at0(1)},
		{Leaky, Params{A: 0.25}, at0(0.75)},
		{Kink, Params{A: -1}, at0(2)},
		{Kink, Params{A: 1}, at0(0)},
		{Kink, Params{A: 2}, at0(-1)},
		{Abs, Params{}, at0(2)},
		{MinusAbs, Params{}, at0(-2)},
		{Square, Params{}, func(φ Probe) float64 { return 2 * φ.Mass() }},
		{Cube, Params{}, func(φ Probe) float64 { return 6 * φ.C * φ.Mass() }},
	} {
		f := second(t, c.kind, c.p)
		everyProbe(func(φ Probe) {
			pair, want, scale := f.Pair(φ), c.want(φ), f.Scale(φ)
			if e := 1e-12 * scale; math.Abs(pair.ByParts-want) > e || math.Abs(pair.Direct-want) > e {
				t.Errorf("%v %v with %v: %v and %v, want %v, scale %v", c.kind, c.p, φ, pair.ByParts, pair.Direct, want, scale)
			}
		})
	}
}

func TestBothSidesOfTheSecondDerivativeAgree(t *testing.T) {
	for _, β := range []float64{0.5, 4, 64} {
		f := second(t, Softplus, Params{Beta: β})
		everyProbe(func(φ Probe) {
			pair, scale := f.Pair(φ), f.Scale(φ)
			if math.Abs(pair.Error) > 1e-12*scale {
				t.Errorf("β = %v with %v: %v and %v differ by %v of %v", β, φ, pair.ByParts, pair.Direct, pair.Error, scale)
			}
			sum := 0.0
			for _, part := range f.Parts(φ) {
				sum += part.BoundaryLo - part.BoundaryHi + part.Direct
			}
			if math.Abs(sum-pair.ByParts) > 1e-12*scale {
				t.Errorf("β = %v with %v: the parts add up to %v, not %v", β, φ, sum, pair.ByParts)
			}
		})
	}
}

// TestWeakHasTheValuesOfTheDensity: f′ as a function is what is integrated
// against φ, and its own slope is that of its values.
func TestWeakHasTheValuesOfTheDensity(t *testing.T) {
	for k := range Kinds {
		f := of(k, Params{A: 0.3, Beta: 4})
		g, ok := f.Weak()
		if want := k != Heaviside && k != SqrtAbs && k != Cantor; ok != want {
			t.Errorf("%v: a weak derivative with bounded values: %v, want %v", k, ok, want)
			continue
		}
		if !ok {
			continue
		}
		if g.Kind() != k {
			t.Errorf("%v became %v", k, g.Kind())
		}
		for x := -3.03; x < 3.1; x += 0.1 {
			if a, b := g.Value(x), f.Density(x); math.Abs(a-b) > 1e-15*(1+math.Abs(b)) {
				t.Errorf("%v at %v: value %v, density %v", k, x, a, b)
			}
			const h = 1e-5
			if a, b := g.Density(x), (g.Value(x+h)-g.Value(x-h))/(2*h); math.Abs(a-b) > 1e-7*(1+math.Abs(a)) {
				t.Errorf("%v at %v: slope %v, quotient %v", k, x, a, b)
			}
		}
		if j := g.ValueJump(0); len(f.Breaks()) > 0 {
			if want, _ := f.SlopeJump(0); math.Abs(j-want) > 1e-15 {
				t.Errorf("%v: f′ jumps by %v, its slope by %v", k, j, want)
			}
		}
	}
}
