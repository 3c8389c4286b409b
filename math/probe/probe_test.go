package probe

import (
	"math"
	"math/big"
	"testing"
)

func near(a, b, e float64) bool { return math.Abs(a-b) <= e }

func TestSumIsExact(t *testing.T) {
	if s, e := sum(1, 1e-17); s != 1 || e != 1e-17 {
		t.Errorf("1 + 1e-17 = %v + %v", s, e)
	}
}

// φ′ is the derivative of φ, and where φ is tiny both keep their digits: at
// u = 1 − 2⁻¹⁰ the value is known from 1 − u² = 2⁻⁹ − 2⁻²⁰.
func TestProbe(t *testing.T) {
	p := Probe{0.3, 1.7}
	for u := -0.95; u < 1; u += 0.05 {
		x, h := p.C+u*p.W, 1e-5
		q := (p.Value(x+h) - p.Value(x-h)) / (2 * h)
		if !near(q, p.Derivative(x), 1e-6) {
			t.Errorf("φ′(%v) = %v, quotient %v", x, p.Derivative(x), q)
		}
	}
	u := Probe{0, 1}
	x := 1 - 0x1p-10
	if got, want := math.Log(u.Value(x)), 1-1/(0x1p-9-0x1p-20); !near(got, want, 1e-12*math.Abs(want)) {
		t.Errorf("log φ = %v, want %v", got, want)
	}
	for _, p := range []Probe{{0, 0}, {0, -1}, {math.NaN(), 1}, {0, math.NaN()}, {math.Inf(1), 1}, {0, math.Inf(1)}} {
		if p.Value(0) != 0 || p.Derivative(0.5) != 0 || p.Mass() != 0 {
			t.Errorf("%v is not the zero function", p)
		}
	}
}

// Near an edge v = d²/((W − d)·(W + d)) is computed as if without rounding.
func TestProbeKeepsItsDigitsAtTheEdge(t *testing.T) {
	for _, p := range []Probe{{0.3, 0.1}, {-0.7, 1.1}, {2.9, 0.05}, {-2.3, 2.7}} {
		for _, x := range []float64{p.Hi() - 0.002*p.W, p.Lo() + 0.002*p.W} {
			exact := func(v float64) *big.Float { return new(big.Float).SetPrec(300).SetFloat64(v) }
			d, w := exact(0).Sub(exact(x), exact(p.C)), exact(p.W)
			room := exact(0).Mul(exact(0).Sub(w, d), exact(0).Add(w, d))
			want, _ := exact(0).Quo(exact(0).Mul(d, d), room).Float64()
			b := p.Bump()
			if got := b.Depth(x); !near(got, want, 2e-15*want) {
				t.Errorf("%v at %v: v = %v, want %v", p, x, got, want)
			}
		}
	}
}
