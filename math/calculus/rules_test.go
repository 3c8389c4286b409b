package calculus

import (
	"math"
	"math/big"
	"testing"
)

// A Gauss rule with n nodes has the first 2n moments of its measure.
func TestRulesHaveTheirMoments(t *testing.T) {
	// m_k = ∫ xᵏ dμ: μ is half its copy on [0, 1/3] and half on [2/3, 1], so
	// (3ᵏ − 1)·m_k = ½ Σ_{j<k} C(k, j)·2^{k−j}·m_j.
	m := []float64{1}
	for k := 1; k <= 24; k++ {
		sum, c := 0.0, 1.0
		for j := range k {
			sum += c * math.Exp2(float64(k-j)) * m[j]
			c *= float64(k-j) / float64(j+1)
		}
		m = append(m, sum/2/(math.Pow(3, float64(k))-1))
	}
	check := func(name string, rule []node, moment func(k int) float64) {
		for k := range 2 * len(rule) {
			sum := 0.0
			for _, n := range rule {
				sum += n.weight * math.Pow(n.x, float64(k))
			}
			if !near(sum, moment(k), 1e-15) {
				t.Errorf("%s: moment %d is %v, want %v", name, k, sum, moment(k))
			}
		}
	}
	check("legendre", legendre[:], func(k int) float64 { return 1 / float64(k+1) })
	check("cantorMeasure", cantorMeasure[:], func(k int) float64 { return m[k] })
	// ∫ c(x)·xᵏ dx = (1 − m_{k+1})/(k + 1), by parts.
	check("cantorArea", cantorArea[:], func(k int) float64 { return (1 - m[k+1]) / float64(k+1) })
}

func TestStaircase(t *testing.T) {
	for _, c := range []struct {
		x, value float64
		flat     bool
	}{
		{0, 0, false}, {1, 1, false}, {0.25, 1. / 3, false}, {0.75, 2. / 3, false},
		{0.5, 0.5, true}, {0.2, 0.25, true}, {0.85, 0.75, true}, {-1, 0, true}, {2, 1, true},
		{5e-324, math.Exp2(-678), true}, // 3⁻⁶⁷⁸ < 2⁻¹⁰⁷⁴ < 2·3⁻⁶⁷⁸
	} {
		if v, flat := staircase(c.x); v != c.value || flat != c.flat {
			t.Errorf("staircase(%v) = %v, %v; want %v, %v", c.x, v, flat, c.value, c.flat)
		}
	}
	// c(x/3) = c(x)/2, c(1 − x) = 1 − c(x), and c never falls.
	before := 0.0
	for i := range 4097 {
		x := float64(i) / 4096
		v, flat := staircase(x)
		if w, _ := staircase(1 - x); v+w != 1 && !near(v+w, 1, 1e-15) {
			t.Errorf("c(%v) + c(1 − x) = %v", x, v+w)
		}
		if v < before {
			t.Errorf("c falls before %v", x)
		}
		if on := x == 0 || x == 0.25 || x == 0.75 || x == 1; flat == on {
			t.Errorf("%v in the Cantor set: %v", x, !flat)
		}
		before = v
	}
}

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
		f := Of(ReLU, Params{})
		if p.Value(0) != 0 || p.Derivative(0.5) != 0 || p.Mass() != 0 || f.Scale(p) != 0 || f.Parts(p) != nil {
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
			b := bumpOf(p)
			if got := b.depth(x); !near(got, want, 2e-15*want) {
				t.Errorf("%v at %v: v = %v, want %v", p, x, got, want)
			}
		}
	}
}
