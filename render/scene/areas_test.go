package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
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
				for i, density := range [2]bool{false, true} {
					all, few := w.lobes(density)
					sum, last := 0.0, math.Inf(-1)
					for _, l := range all {
						sum += l.area
						if l.lo < last || !(l.lo < l.hi) || l.area*l.sign < -1e-12 {
							t.Fatalf("%s%s, c = %v: from %v to %v, sign %v, area %v", link, order, c, l.lo, l.hi, l.sign, l.area)
						}
						last = l.hi
						for k := 1; k < 50; k++ {
							x := lerp(l.lo, l.hi, float64(k)/50)
							if v := ys[i](x); v*l.sign < 0 && math.Abs(v) > 1e-9 {
								t.Fatalf("%s%s, c = %v: at %v it is %v, in a stretch of sign %v", link, order, c, x, v, l.sign)
							}
						}
					}
					if !few || f.Singular() && i == 1 || whole[i]-whole[i] != 0 {
						continue // more than are told, or an area that is none
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

// TestNumbersOfAreas: a number in an area, or beside an arrow, is that of it, also where
// there are more parts than are told.
func TestNumbersOfAreas(t *testing.T) {
	seen := map[string]int{}
	for i, text := range []string{
		"floor(2x)+x^2/2", "0.02floor(2x)*(x+3)+x^2/2", "sin(8x)/16+H(x+1)+H(x-1)", "sin(10x)+H(x)+H(x-0.5)", "H(x)+x^2/50", "|sin(4x)|", "floor(4x)", "x+H(x)",
		"{x<0: 1-x, x^2}", "sign(x)+|x|", "|x|+|x-1|", "sin(2x)", "ln|x|+H(x-1)", "x^2-1", "sqrt|x|",
	} {
		for _, pose := range [][2]float64{{0.1, 2}, {1.1, 2.9}}[i%2:][:1] {
			for _, line := range []int{1, 3, 5} {
				for _, order := range []int{1, 2} {
					m, _ := figure.Parse(fmt.Sprintf("lens=dist&f=%s&c=%v&w=%v&p=%d&order=%d", url.QueryEscape(text), pose[0], pose[1], line, order))
					var f Frame
					Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
					p := penOf(m)
					spikes, _ := told(p.spikes(p.probe))
					spikes = slices.Clone(spikes)
					dips, _ := told(p.dips())
					heavy := func(all []lobe, few bool) []float64 {
						areas := []float64{}
						for _, l := range all {
							if few && math.Abs(l.area) >= leastTold {
								areas = append(areas, l.area)
							}
						}
						return areas
					}
					want := map[string][]float64{"lobe": heavy(p.lobes(false)), "direct": heavy(p.lobes(true))}
					for _, q := range p.parts() {
						want["part"] = append(want["part"], q.ByParts)
					}
					for _, a := range spikes {
						want["spike"] = append(want["spike"], a.Mass)
					}
					for _, a := range dips {
						want["dip"] = append(want["dip"], a.Mass)
					}
					for _, w := range f.wants {
						if len(w.key) == 0 || w.fade > 0.5 {
							continue
						}
						kind, i := w.key[:len(w.key)-1], int(w.key[len(w.key)-1]-'0')
						if want[kind] == nil || i < 0 || i > 9 {
							continue
						}
						v, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "+", "").Replace(string(w.text)), 64)
						if err != nil || i >= len(want[kind]) || math.Abs(v-want[kind][i]) > 1e-3 {
							t.Errorf("%s: %s is %s, of %v", m.Link(), w.key, w.text, want[kind])
						}
						seen[kind]++
					}
				}
			}
		}
	}
	for _, kind := range []string{"lobe", "direct", "part", "spike", "dip"} {
		if seen[kind] < 5 {
			t.Errorf("%d numbers of kind %s", seen[kind], kind)
		}
	}
}

// TestNumbersAreOffTheCurve: the value of a part of an area, and the name of the comb, do
// not lie across what they are of.
func TestNumbersAreOffTheCurve(t *testing.T) {
	seen := map[string]int{}
	for k := range 1500 {
		s := randomState(rand.New(rand.NewPCG(24, uint64(k))), "")
		s.m.Lens = figure.Dist
		if k%4 == 0 {
			s.m = figure.Update(s.m, figure.Choose{Fn: calculus.Cantor})
		}
		if k%3 == 0 {
			s.w, s.h, s.m.UI = 1280, 720, figure.UILecture
		}
		s = s.settled().with(figure.P, float64(1+k%5))
		var f Frame
		Draw(&f, s.m, s.ask())
		for i := range f.Marks {
			m := &f.Marks[i]
			for _, n := range f.named {
				number := strings.HasPrefix(n.key, "part") || strings.HasPrefix(n.key, "lobe") || strings.HasPrefix(n.key, "direct")
				comb := n.key == "with" && s.m.Function().Singular()
				if n.shown < 0.2 || m.Alpha < 0.5 || m.Kind != Stroke || !comb && (!number || n.key == "direct" || n.key == "parts") {
					continue
				}
				seen[n.key]++
				own := map[bool]theme.Role{true: theme.Distribution, false: theme.Probe}[comb || strings.HasPrefix(n.key, "direct")]
				if m.Ink == own && m.Dash == (Dash{}) && m.crosses(n.box.Grown(-slack)) {
					t.Errorf("%s: %s %.0f lies across %s", s, n.key, n.box, shape(m))
				}
			}
		}
	}
	if len(seen) < 5 || seen["with"] == 0 {
		t.Errorf("only %v were seen", seen)
	}
}
