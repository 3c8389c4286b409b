package scene

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/theme"
)

// derivations calls f with every derivation: each function and, where it has
// one, its second.
func derivations(f func(name string, m figure.Model)) {
	for k := range calculus.Kinds {
		for _, order := range []string{"1", "2"} {
			m, _ := figure.Parse("lens=dist&fn=" + k.String() + "&order=" + order)
			if order == "2" && m.Order != figure.Second {
				continue
			}
			f(k.String()+order, m)
		}
	}
}

// penOf is the pen of a desktop frame of a model.
func penOf(m figure.Model) *pen {
	p := &pen{Frame: &Frame{}, plan: newPlan(1440, 900, m.Lens, m.UI), theme: theme.Light()}
	p.about(m)
	return p
}

// TestEveryLineHasTheSameValue: each line is computed as it says, and all five
// agree to 10⁻¹² of ∫|f φ′|, 10⁻⁹ for the Cantor function.
func TestEveryLineHasTheSameValue(t *testing.T) {
	derivations(func(name string, m figure.Model) {
		for _, c := range []float64{-3, -1.4, -0.4, 0, 0.3, 0.8, 1.4, 3} {
			for _, w := range []float64{0.05, 0.4, 1.4, 3} {
				for _, a := range []float64{-1, 0, 0.3, 1, 2} {
					n := figure.Update(figure.Update(figure.Update(m, figure.Assign{Control: figure.C, To: c}), figure.Assign{Control: figure.W, To: w}), figure.Assign{Control: figure.A, To: a})
					p := penOf(n)
					limit := 1e-12 * p.f.Scale(p.probe)
					if n.Fn == calculus.Cantor {
						limit *= 1e3
					}
					first := p.lineValue(1)
					for i := 2; i <= lineCount; i++ {
						if v := p.lineValue(i); math.Abs(v-first) > limit {
							t.Errorf("%s with c = %v, w = %v, a = %v: line 1 is %v, line %d is %v", name, c, w, a, first, i, v)
						}
					}
				}
			}
		}
	})
}

// TestThePouringAreaIsAlwaysTheSame: −f φ′ + t (f φ)′ has one integral for
// every t, by the rule of the midpoints between breaks.
func TestThePouringAreaIsAlwaysTheSame(t *testing.T) {
	derivations(func(name string, m figure.Model) {
		p := penOf(m)
		φ := p.probe
		if len(p.f.Atoms())+len(p.f.Masses()) > 0 || p.f.Singular() || m.Fn == calculus.SqrtAbs {
			return // not an area alone
		}
		for _, share := range []float64{0, 0.3, 0.7, 1} {
			sum := 0.0
			const n = 40000
			for i := range n {
				x := φ.Lo() + 2*φ.W*(float64(i)+0.5)/n
				sum += (-(1-share)*p.f.Value(x)*φ.Derivative(x) + share*p.f.Density(x)*φ.Value(x)) * 2 * φ.W / n
			}
			if want := p.f.ByParts(φ); math.Abs(sum-want) > 1e-3*(1+math.Abs(want)) {
				t.Errorf("%s: a share %v of the way the area is %v, want %v", name, share, sum, want)
			}
		}
	})
}

// TestTheBoundaryTermIsReadOffRight: the numbers of the note under line 4 are
// f at the edges of the support and φ at 0.
func TestTheBoundaryTermIsReadOffRight(t *testing.T) {
	m, _ := figure.Parse("lens=dist&p=4&c=0.8&w=1.4")
	live := penOf(m).endsLive()
	want := map[string]string{"hi": "2.20", "lo": "0.00", "phi": "0.62", "minus": "−0.62"}
	for _, l := range live {
		if string(l.Text) != want[l.Slot] {
			t.Errorf("%s is %s, want %s", l.Slot, l.Text, want[l.Slot])
		}
	}
	needed := map[string]bool{}
	for k := range calculus.Kinds {
		for _, order := range []string{"1", "2"} {
			m, _ := figure.Parse("lens=dist&p=4&fn=" + k.String() + "&order=" + order)
			p := penOf(figure.Update(m, figure.Land{}))
			for _, s := range p.endsName().Slots {
				needed[s.Name] = true
				if !slices.ContainsFunc(p.endsLive(), func(l formula.Live) bool { return l.Slot == s.Name }) {
					t.Errorf("%s: nothing fills %s", m.Link(), s.Name)
				}
			}
		}
	}
	for _, l := range live {
		if !needed[l.Slot] {
			t.Errorf("no formula has %s", l.Slot)
		}
	}
	m, _ = figure.Parse("lens=dist&p=4&fn=cube&c=-1&w=0.5")
	if live := penOf(m).endsLive(); string(live[1].Text) != "(−3.38)" {
		t.Errorf("a negative number stands as %s", live[1].Text)
	}
}

// TestTheSweepIsTheSmoothedDerivative: for ReLU it is the share of the probe's
// mass right of 0, which a sum over the probe gives too, and it tends to the
// derivative as the probe narrows.
func TestTheSweepIsTheSmoothedDerivative(t *testing.T) {
	m, _ := figure.Parse("lens=dist&w=0.7")
	p := penOf(m)
	for _, q := range p.sweptCurve(calculus.Interval{Lo: -3, Hi: 3}, 60) {
		φ := calculus.Probe{C: q.X, W: 0.7}
		right, all := 0.0, 0.0
		const n = 4000
		for i := range n {
			x := φ.Lo() + 2*φ.W*(float64(i)+0.5)/n
			if x > 0 {
				right += φ.Value(x)
			}
			all += φ.Value(x)
		}
		if math.Abs(q.Y-right/all) > 1e-3 {
			t.Errorf("at c = %v the sweep is %v, the mass right of 0 is %v", q.X, q.Y, right/all)
		}
	}
	derivations(func(name string, m figure.Model) {
		if m.Fn == calculus.Cantor {
			return
		}
		p := penOf(figure.Update(m, figure.Assign{Control: figure.W, To: 0.05}))
		for _, c := range []float64{-2, -0.5, 0.5, 2} {
			if a, b := answer(p.f, p.probe.W, c), p.f.Density(c); math.Abs(a-b) > 0.02*(1+math.Abs(b)) {
				t.Errorf("%s: a narrow probe at %v is answered %v, the density is %v", name, c, a, b)
			}
		}
	})
}

// TestTheSweepKeepsUpWithItsProbe: a frame that has drawn another probe or
// function draws the same as a fresh one.
func TestTheSweepKeepsUpWithItsProbe(t *testing.T) {
	var used Frame
	ask := Ask{W: 1440, H: 900, Theme: theme.Light()}
	for _, link := range []string{"lens=dist", "lens=dist&w=0.5", "lens=dist&fn=abs&w=0.5", "lens=dist&fn=kink&a=0.3", "lens=dist&fn=kink&a=-0.3", "lens=dist&order=2", "lens=dist"} {
		m, _ := figure.Parse(link)
		Draw(&used, m, ask)
		var fresh Frame
		Draw(&fresh, m, ask)
		if a, b := printedFrame(&used), printedFrame(&fresh); a != b {
			t.Errorf("%s: %s", link, firstDifference(a, b))
		}
	}
}

func printedFrame(f *Frame) string {
	var b strings.Builder
	for _, mark := range f.Marks {
		b.WriteString(mark.Print() + "\n")
	}
	for _, w := range f.Words {
		fmt.Fprintf(&b, "word %s %q at %.1f %.1f fade %.2f\n", w.Key, w.Text, w.At.X, w.At.Y, w.Fade)
	}
	return b.String()
}

// TestFilm prints the derivation at every half line.
func TestFilm(t *testing.T) {
	for _, link := range []string{"", "&fn=abs", "&order=2", "&fn=cantor"} {
		var b strings.Builder
		var f Frame
		for p := 1.0; p <= 5; p += 0.5 {
			m, _ := figure.Parse("lens=dist" + link)
			m = figure.Update(m, figure.Assign{Control: figure.P, To: p})
			Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
			fmt.Fprintf(&b, "== p = %.1f, %s\n%s", p, f.Spoken(), printedFrame(&f))
		}
		golden(t, "film"+strings.NewReplacer("&", "-", "=", "").Replace(link)+".txt", b.String())
	}
}

// TestNothingJumpsInTheDerivation: between places that are near each other no
// part of the picture changes by much. Every mark of the one has a like in the
// other, but for marks that are as good as invisible.
func TestNothingJumpsInTheDerivation(t *testing.T) {
	ink := func(f *Frame) (sum [theme.Roles]float64) { // how much ink there is, by role
		for _, m := range f.Marks {
			switch m.Kind {
			case Fill:
				area := 0.0
				for i := 0; i+3 < len(m.Points); i += 2 {
					a, b, c, d := m.Points[i], m.Points[i+1], m.Points[i+2], m.Points[i+3]
					area += math.Abs(b.Y-a.Y+d.Y-c.Y) / 2 * math.Abs(c.X-a.X)
				}
				sum[m.Ink] += area * m.Alpha * (1 - m.Mix)
				sum[m.To] += area * m.Alpha * m.Mix
			case Glyphs:
				for _, g := range m.Glyphs {
					sum[g.Ink] += g.Size * m.Alpha * (1 - g.Fade) * (1 - g.Mix)
					sum[g.To] += g.Size * m.Alpha * (1 - g.Fade) * g.Mix
				}
			}
		}
		return sum
	}
	derivations(func(name string, m figure.Model) {
		var f Frame
		var last [theme.Roles]float64
		const step = 1.0 / 100
		for p := 1.0; p <= 5; p += step {
			m.P = p
			Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
			now := ink(&f)
			for r := range theme.Roles {
				if d := math.Abs(now[r] - last[r]); p > 1 && d > 900+0.06*now[r] {
					t.Errorf("%s at p = %v: the ink of %v goes from %.0f to %.0f", name, p, r, last[r], now[r])
				}
			}
			last = now
		}
	})
}

// TestReducedMotionShowsWholeLines: a storyboard, whatever p is.
func TestReducedMotionShowsWholeLines(t *testing.T) {
	var a, b Frame
	ask := Ask{W: 1440, H: 900, Theme: theme.Light()}
	m, _ := figure.Parse("lens=dist&p=3.3")
	m = figure.Update(m, figure.Motion{Reduced: true})
	whole := figure.Update(m, figure.Assign{Control: figure.P, To: 3})
	Draw(&a, m, ask)
	Draw(&b, whole, ask)
	scrubber := func(s string) bool { return strings.HasPrefix(s, "disc dis") || strings.HasPrefix(s, "stroke") }
	count := func(f *Frame) (n int) {
		for _, mark := range f.Marks {
			if !scrubber(mark.Print()) {
				n++
			}
		}
		return n
	}
	if count(&a) != count(&b) || a.Spoken() != b.Spoken() {
		t.Errorf("at 3.3 there are %d marks, at 3 there are %d", count(&a), count(&b))
	}
}

// TestTheDerivationCanBeReadInOrder: the MathML of all five lines is there, in
// order, in every arrangement.
func TestTheDerivationCanBeReadInOrder(t *testing.T) {
	var f Frame
	for _, box := range boxes {
		if box.name == "short" {
			continue // has no column
		}
		derivations(func(name string, m figure.Model) {
			m.UI, m.P = box.ui, 3
			Draw(&f, m, Ask{W: box.w, H: box.h, Theme: theme.Light()})
			var keys []string
			for _, mirror := range f.Mirrors {
				if i := strings.LastIndexByte(mirror.Key, '/'); strings.HasPrefix(mirror.Key, "d/") || strings.HasPrefix(mirror.Key, "dd/") {
					keys = append(keys, mirror.Key[i+1:])
				}
			}
			if got := strings.Join(keys, " "); got != "lhs 1 2 3 4 5" {
				t.Errorf("%s/%s: %s", name, box.name, got)
			}
			if !strings.HasPrefix(f.Spoken(), "Line 3. ") || !strings.Contains(f.Spoken(), "Value ") {
				t.Errorf("%s/%s says %q", name, box.name, f.Spoken())
			}
		})
	}
}

// TestALensHandsOverToAnother: a turn begins with the old lens's picture and
// ends with the new one's, but for what is as good as invisible.
func TestALensHandsOverToAnother(t *testing.T) {
	ask := Ask{W: 1440, H: 900, Theme: theme.Light(), Still: true}
	seen := func(f *Frame) map[string]bool {
		out := map[string]bool{}
		for _, mark := range f.Marks {
			if mark.Alpha > 0.02 && !(mark.Kind == Disc && mark.R < 0.5) && !(mark.Kind == Glyphs && len(mark.Glyphs) == 0) {
				mark.Alpha = math.Round(mark.Alpha*20) / 20
				out[mark.Print()] = true
			}
		}
		return out
	}
	for k := range calculus.Kinds {
		for from := range figure.Lenses {
			for to := range figure.Lenses {
				if from == to {
					continue
				}
				m, _ := figure.Parse("fn=" + k.String() + "&x=0")
				m.Lens = from
				next := figure.Update(m, figure.Look{Lens: to})
				var old, begun, ended, new Frame
				Draw(&old, m, ask)
				Draw(&begun, next, ask)
				next.Turn.Elapsed = 0.52 * (1 - 1e-9)
				Draw(&ended, next, ask)
				next.Turn = figure.Turn{}
				Draw(&new, next, ask)
				first := seen(&begun)
				for s := range seen(&old) {
					if !first[s] {
						t.Errorf("%v from %s to %s: at the beginning there is no %s", k, lensNames[from], lensNames[to], s)
						break
					}
				}
				last := seen(&ended)
				for s := range seen(&new) {
					if !last[s] {
						t.Errorf("%v from %s to %s: at the end there is no %s", k, lensNames[from], lensNames[to], s)
						break
					}
				}
			}
		}
	}
}
