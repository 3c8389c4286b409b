package scene

import (
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
)

// TestLobes: −f φ′ has one sign on each lobe and another or a zero between two, and
// their integrals are that of all.
func TestLobes(t *testing.T) {
	for k := range calculus.Kinds {
		for _, order := range []string{"", "&order=2"} {
			for c := -2.0; c <= 2; c += 0.25 {
				m, _ := figure.Parse("lens=dist&fn=" + k.String() + order)
				m = figure.Update(m, figure.Assign{Control: figure.C, To: c})
				f, φ := m.Differentiated(), m.Probe()
				var w weighed
				w.weigh(f, φ)
				sum := 0.0
				for _, l := range w.lobes() {
					sum += l.area
					for i := 1; i < 50; i++ {
						x := lerp(l.lo, l.hi, float64(i)/50)
						if v := -f.Value(x) * φ.Derivative(x); v*l.area < 0 && math.Abs(v) > 1e-9 {
							t.Fatalf("%v%s, c = %v: at %v it is %v, in a lobe of %v", k, order, c, x, v, l.area)
						}
					}
				}
				if by := w.pairing().ByParts; math.Abs(sum-by) > 1e-9 {
					t.Errorf("%v%s, c = %v: the lobes are %v, all is %v", k, order, c, sum, by)
				}
			}
		}
	}
}

// TestShownPartsAddUp: to the digits that are shown, and none is off by as much as one
// of them.
func TestShownPartsAddUp(t *testing.T) {
	for _, parts := range [][]float64{{1.64484, -0.09616}, {0.00004, 0.00004, 1}, {-1.14004, 0.5}, {0, 0.33335, 0.33335}} {
		total, sum := 0.0, 0.0
		shown := append([]float64(nil), parts...)
		for _, v := range parts {
			total += v
		}
		addUp(shown, total)
		for i, v := range shown {
			sum += math.Round(v * 1e4)
			if math.Abs(v-parts[i]) > 1.01e-4 {
				t.Errorf("%v is shown as %v", parts[i], v)
			}
		}
		if sum != math.Round(total*1e4) {
			t.Errorf("%v add up to %v, not to %v", shown, sum/1e4, total)
		}
	}
}
