package calculus

import (
	"math"
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

// The zero function pairs to nothing.
func TestZeroProbe(t *testing.T) {
	for _, p := range []Probe{{}, {W: -1}, {C: math.NaN(), W: 1}, {W: math.NaN()}, {C: math.Inf(1), W: 1}, {W: math.Inf(1)}} {
		if f := Of(ReLU, Params{}); f.Scale(p) != 0 || f.Parts(p) != nil {
			t.Errorf("%v is not the zero function", p)
		}
	}
}
