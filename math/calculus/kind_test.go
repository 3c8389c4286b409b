package calculus

import (
	"math"
	"testing"
)

func TestKindNames(t *testing.T) {
	for k := range Kinds {
		if got, ok := ParseKind(k.String()); got != k || !ok || k.String() == "" {
			t.Errorf("kind %d, %q, parses as %v, %v", k, k.String(), got, ok)
		}
		if got := of(k, Params{}).Kind(); got != k {
			t.Errorf("Of(%v) is of kind %v", k, got)
		}
	}
	if k, ok := ParseKind(""); ok || k != ReLU || Kinds.String() != "" {
		t.Errorf("the empty name parses as %v, %v", k, ok)
	}
}

func TestParametersAreKeptInRange(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		k       Kind
		a, want float64
	}{
		{Leaky, nan, 0}, {Leaky, 0.3, 0.3}, {Kink, math.Inf(1), 0}, {Kink, 1, 1}, {Kink, -9, -9},
		{ReLU, 0.7, 0},
	} {
		if got := Of(c.k, Params{A: c.a}).Left(0); got != c.want {
			t.Errorf("%v, a = %v: slope %v on the left, want %v", c.k, c.a, got, c.want)
		}
	}
	for _, c := range []struct{ β, want float64 }{{nan, 4}, {0, 0.5}, {1e9, 64}, {7, 7}} {
		// softplus(0) = log 2/β
		if got := Of(Softplus, Params{Beta: c.β}).Value(0); !near(got, math.Ln2/c.want, 1e-15) {
			t.Errorf("β = %v: %v at 0, want %v", c.β, got, math.Ln2/c.want)
		}
	}
}

// The facts of the catalogue that are known without computing.
func TestCatalogue(t *testing.T) {
	for _, f := range listed() {
		k := f.Kind()
		if got := f.AbsolutelyContinuous(); got == (k == Heaviside || k == Cantor) {
			t.Errorf("%v: absolutely continuous %v", k, got)
		}
		if f.Singular() != (k == Cantor) || (len(f.Atoms()) > 0) != (k == Heaviside) {
			t.Errorf("%v: singular %v, atoms %v", k, f.Singular(), f.Atoms())
		}
		_, exists := f.Derivative(0)
		smooth := k == Softplus || k == Square || k == Cube || k == Kink && f.Left(0) == 1
		if exists != smooth {
			t.Errorf("%v: derivative at 0 exists: %v", k, exists)
		}
	}
	cusp := Of(SqrtAbs, Params{})
	if s := cusp.Subdifferential(0); s != (Interval{}) {
		t.Errorf("√|x|: ∂f(0) = %v, want {0}", s)
	}
	c := Of(Cantor, Params{})
	for x, want := range map[float64]bool{-1: true, 0: true, 1e-300: false, 0.25: false, 0.5: false, 1: false, 2: false} {
		if s := c.Subdifferential(x); s.Empty() == want || want && s != (Interval{}) {
			t.Errorf("Cantor: ∂f(%v) = %v", x, s)
		}
	}
	if d, ok := c.Derivative(0.25); ok || !math.IsInf(c.Left(0.25), 1) || !math.IsInf(c.Right(0.25), 1) {
		t.Errorf("Cantor at 1/4: derivative %v, slopes %v, %v", d, c.Left(0.25), c.Right(0.25))
	}
}
