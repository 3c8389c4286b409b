package expression

import (
	"math"
	"testing"
)

func TestValues(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		text    string
		x, want float64
	}{
		{"2x + 1", 3, 7}, {"x - 1 - 1", 3, 1}, {"1/2x", 4, 2}, {"-x^2", 3, -9}, {"2^x^2", 3, 512}, {"pi", 0, math.Pi}, {"e", 0, math.E}, {"a x", 3, 6},
		// values at breaks
		{"sign(x)", 0, 0}, {"sign(x)", -3, -1}, {"sign(x)", 3, 1}, {"H(x)", 0, 1}, {"H(x)", -1e-300, 0}, {"relu(x)", -1, 0}, {"relu(x)", 2, 2},
		{"floor(x)", -0.5, -1}, {"floor(x)", 2, 2}, {"max(x, 1, 5)", 3, 5}, {"min(x, 1, 5)", 3, 1}, {"clip(x, 0, 1)", 3, 1}, {"clip(x, 0, 1)", -3, 0}, {"clip(x, 1, 0)", 0.5, 0},
		{"sign(x)", nan, nan}, {"H(x)", nan, nan}, {"max(x, 1)", nan, nan}, {"relu(x)", nan, nan},
		// no value
		{"1/x", 0, nan}, {"x/x", 0, nan}, {"sqrt(x)", -1, nan}, {"ln(x)", 0, nan}, {"ln(x)", -1, nan}, {"x^-1", 0, nan}, {"x^(-1/3)", 0, nan}, {"exp(x)", 1000, inf},
		// powers and roots
		{"x^0", 0, 1}, {"x^0", nan, nan}, {"0^x", 0, 1}, {"x^3", -2, -8}, {"x^-2", -2, 0.25}, {"x^0.5", -4, nan}, {"x^x", -0.5, nan}, {"x^x", -2, 0.25},
		{"x^(1/3)", -8, -2}, {"x^(2/3)", -8, 4}, {"x^(-1/3)", -8, -0.5}, {"x^(1/-3)", -8, -0.5}, {"x^-(1/3)", -8, -0.5}, {"x^(2/6)", -8, -2}, {"x^(2/4)", -4, nan}, {"x^(1/2)", 9, 3},
		{"x^(4/2)", -3, 9}, {"x^(3/1)", -2, -8}, {"x^0.2", -32, nan}, {"x^(1/0)", 2, nan}, {"x^(0/5)", 0, 1}, {"cbrt(x)", -27, -3},
		{"exp(x)", 0, 1}, {"ln(x)", math.E, 1}, {"sin(x)", 0, 0}, {"cos(x)", 0, 1}, {"arctan(x)", inf, math.Pi / 2}, {"tanh(x)", 50, 1}, {"tan x", 0, 0},
		{"sigmoid(x)", 0, 0.5}, {"sigmoid(x)", -1000, 0}, {"softplus(x)", 0, math.Ln2}, {"softplus(x)", 1000, 1000}, {"softplus(x)", -1000, 0}, {"softplus(x, 2)", 0, math.Ln2 / 2}, {"softplus(x, 0)", 1, nan},
		// cases
		{"{x < 0: -1, x < 1: x^2, 2x - 1}", -3, -1}, {"{x < 0: -1, x < 1: x^2, 2x - 1}", 0, 0}, {"{x < 0: -1, x < 1: x^2, 2x - 1}", 1, 1}, {"{x = 0: 1, sin(x)/x}", 0, 1},
		{"{0 < x < 1: 5}", 0, nan}, {"{0 < x < 1: 5}", 0.5, 5}, {"{0 < x < 1: 5}", 1, nan}, {"{0 <= x <= 1: 5}", 1, 5}, {"{1 > x >= 0: 5}", 0, 5}, {"{sqrt(x) < 1: 1, 2}", -1, 2},
		{"{x < 0: 1/0, 2}", 1, 2},
		// corners
		{"corners(-1:0, 0:1, 1:0)", 0, 1}, {"corners(-1:0, 0:1, 1:0)", -0.5, 0.5}, {"corners(-1:0, 0:1, 1:0)", 2, -1}, {"corners(-1:0, 0:1, 1:0)", -3, -2}, {"corners(0:0.1, 0.3:0.7)", 0.3, 0.7},
		{"corners(0:0, 1:1)", nan, nan},
	} {
		got := read(t, c.text).At(c.x, 2)
		if !(math.Abs(got-c.want) <= 1e-14*math.Abs(c.want)) && got != c.want && !(got != got && c.want != c.want) {
			t.Errorf("%s at %v is %v, want %v", c.text, c.x, got, c.want)
		}
	}
}

func TestCantor(t *testing.T) {
	for _, c := range []struct{ u, want float64 }{
		{-1, 0}, {0, 0}, {1, 1}, {2, 1}, {0.5, 0.5}, {1.0 / 3, 0.5}, {2.0 / 3, 0.5}, {0.25, 1.0 / 3}, {0.75, 2.0 / 3},
		{1.0 / 9, 0.25}, {2.0 / 9, 0.25}, {7.0 / 9, 0.75}, {8.0 / 9, 0.75}, {1.0 / 27, 0.125}, {0.3, 0.4}, {0.1, 0.2}, {math.Inf(1), 1},
	} {
		if got := rise(c.u); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("c(%v) = %v, want %v", c.u, got, c.want)
		}
	}
	if got := rise(math.NaN()); got == got {
		t.Errorf("c(NaN) = %v", got)
	}
	last := 0.0
	for i := range 100001 {
		u := float64(i) / 100000
		v := rise(u)
		if v < last-1e-10 {
			t.Fatalf("c falls at %v", u)
		}
		if w := rise(1 - u); math.Abs(v+w-1) > 1e-9 {
			t.Fatalf("c(u) + c(1 − u) = %v at %v", v+w, u)
		}
		if w := rise(u / 3); math.Abs(v/2-w) > 1e-9 {
			t.Fatalf("c(u/3) = %v and c(u)/2 = %v at %v", w, v/2, u)
		}
		last = v
	}
}

// rise is the value of the Cantor function alone.
func rise(x float64) float64 { v, _, _ := Stairs(x); return v }
