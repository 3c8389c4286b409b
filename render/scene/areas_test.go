package scene

import (
	"math"
	"net/url"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
)

// TestLobes: −f φ′ and f′ φ have one sign on each stretch, and the integrals of all of
// them are those of the whole.
func TestLobes(t *testing.T) {
	var links []string
	for k := range calculus.Kinds {
		links = append(links, "fn="+k.String())
	}
	for _, e := range figure.Examples() {
		links = append(links, "f="+url.QueryEscape(e.Text))
	}
	for _, text := range []string{"sin(2x)", "x^2-1", "||x|-1|", "{x<0: 1-x, x^2}", "H(x)-H(x-1)+0.3x", "x^3-x", "|x-1|-|x+1|", "x/(1+x^2)", "1", "floor(2x)"} {
		links = append(links, "f="+url.QueryEscape(text))
	}
	tried := 0
	for _, link := range links {
		for _, order := range []string{"", "&order=2"} {
			for c := -2.0; c <= 2; c += 0.25 {
				m, _ := figure.Parse("lens=dist&" + link + order)
				m = figure.Update(m, figure.Assign{Control: figure.C, To: c})
				f, φ := m.Differentiated(), m.Probe()
				var w weighed
				w.weigh(f, φ)
				pair := w.pairing()
				whole := [2]float64{pair.ByParts, pair.Direct}
				for _, a := range f.Atoms() {
					whole[1] -= a.Mass * φ.Value(a.X)
				}
				for i := range whole {
					whole[i] -= f.Doublets(φ)
				}
				ys := [2]func(x float64) float64{
					func(x float64) float64 { return -f.Value(x) * φ.Derivative(x) },
					func(x float64) float64 { return f.Density(x) * φ.Value(x) },
				}
				for i, all := range [2][]slab{w.lobes(), w.slabs()} {
					sum, last := 0.0, math.Inf(-1)
					for _, l := range all {
						area := [2]float64{l.parts, l.with}[i]
						sum += area
						if l.lo < last || !(l.lo < l.hi) || area*l.sign < -1e-12 {
							t.Fatalf("%s%s, c = %v: from %v to %v, sign %v, area %v", link, order, c, l.lo, l.hi, l.sign, area)
						}
						last = l.hi
						for k := 1; k < 50; k++ {
							x := lerp(l.lo, l.hi, float64(k)/50)
							if v := ys[i](x); v*l.sign < 0 && math.Abs(v) > 1e-9 {
								t.Fatalf("%s%s, c = %v: at %v it is %v, in a stretch of sign %v", link, order, c, x, v, l.sign)
							}
						}
					}
					if len(all) == 0 && math.Abs(whole[i]) > 1e-9 || f.Singular() && i == 1 || whole[i]-whole[i] != 0 {
						continue // more than are told, or no area
					}
					tried++
					if math.Abs(sum-whole[i]) > 1e-9*(1+w.scale()) {
						t.Errorf("%s%s, c = %v: the stretches have %v, all has %v", link, order, c, sum, whole[i])
					}
				}
			}
		}
	}
	if tried < 1500 {
		t.Errorf("%d were tried", tried)
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
