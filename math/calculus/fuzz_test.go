package calculus

import (
	"math"
	"testing"
)

// Whatever the parameters, nothing panics or hangs and numbers stay numbers.
func FuzzFunction(f *testing.F) {
	nan, inf := math.NaN(), math.Inf(1)
	f.Add(uint8(Kink), nan, inf, 0.0, 0.8, 1.4)
	f.Add(uint8(Softplus), 0.0, nan, inf, -3.0, 3.0)
	f.Add(uint8(Cantor), -inf, 4.0, nan, 0.5, 1e-9)
	f.Add(uint8(SqrtAbs), 0.0, 4.0, -inf, 1e300, 1e300)
	f.Add(uint8(Cube), 0.0, 4.0, 1e-300, 1.0, 1.0)
	f.Add(uint8(200), 0.0, -1.0, 5.0, -1e-320, 5e-324)
	f.Fuzz(func(t *testing.T, kind uint8, a, beta, x, c, w float64) {
		g := Of(Kind(kind), Params{a, beta})
		if g.Kind() >= Kinds || g != g {
			t.Fatalf("Of(%d, %v, %v) = %v", kind, a, beta, g)
		}
		v, l := g.Value(x), g.LeftValue(x)
		if x-x == 0 && math.Abs(x) < 1e100 && (v-v != 0 || l-l != 0) {
			t.Errorf("%v at %v: %v, %v", g.Kind(), x, v, l)
		}
		if s := g.Subdifferential(x); !s.Empty() && s.Width() < 0 || s.Lo != s.Lo {
			t.Errorf("%v at %v: %v", g.Kind(), x, s)
		}
		if d, ok := g.Derivative(x); ok && d-d != 0 {
			t.Errorf("%v at %v: derivative %v", g.Kind(), x, d)
		}
		g.Clarke(x)
		g.SlopeJump(x)
		g.Density(x)
		g.Supports(x, c)
		p := Probe{C: c, W: w}
		pair := g.Pair(p)
		if math.Abs(c) <= 1e6 && w >= 1e-6 && w <= 1e6 && pair.Error != pair.Error {
			t.Errorf("%v, %v: %v", g.Kind(), p, pair)
		}
		g.Scale(p)
		g.Parts(p)
		g.Smoothed(p, x)
	})
}

func FuzzParseKind(f *testing.F) {
	f.Add("relu")
	f.Add("")
	f.Fuzz(func(t *testing.T, name string) {
		if k, ok := ParseKind(name); ok && k.String() != name || !ok && k != ReLU {
			t.Errorf("ParseKind(%q) = %v, %v", name, k, ok)
		}
	})
}
