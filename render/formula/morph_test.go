package formula

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/render/theme"
)

// steps calls f with each step of each derivation.
func steps(f func(name string, a, b *Line, m *Morph)) {
	s := Load()
	for _, k := range derived {
		for _, order := range []string{"d/", "dd/"} {
			if !s.Has(order + k + "/1") {
				continue
			}
			for i := 1; i < 5; i++ {
				a, b := s.Line(order+k+"/"+strconv.Itoa(i)), s.Line(order+k+"/"+strconv.Itoa(i+1))
				f(b.Name, a, b, s.Morph(a, b))
			}
		}
	}
}

var (
	seatA = Seat{X: 100, Y: 40, Em: 26}
	seatB = Seat{X: 120, Y: 100, Em: 22}
)

// visible prints the glyphs that are seen, in no order, copies on each other
// once.
func visible(ps []Placed) map[string]bool {
	out := map[string]bool{}
	for _, p := range ps {
		if p.Fade >= 1 {
			continue
		}
		ink := p.Ink
		if p.Mix >= 1 {
			ink = p.To
		}
		out[fmt.Sprintf("%d %.6f %.6f %.6f %.6f %.6f %v %.6f", p.Glyph, p.X, p.Y, p.Size, p.W, p.H, ink, p.Fade)] = true
	}
	return out
}

func same(a, b map[string]bool) bool {
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return len(a) == len(b)
}

// TestMorphBeginsAndEndsWithItsLines: at 0 one sees the glyphs of the first
// line, at 1 those of the second, where Set.Place puts them.
func TestMorphBeginsAndEndsWithItsLines(t *testing.T) {
	s := Load()
	steps(func(name string, a, b *Line, m *Morph) {
		for _, end := range []struct {
			t    float64
			line *Line
			seat Seat
		}{{0, a, seatA}, {1, b, seatB}, {-3, a, seatA}, {7, b, seatB}} {
			got := visible(m.Place(s, nil, seatA, seatB, end.t, theme.Ink))
			want := visible(s.Place(nil, end.line, end.seat.X, end.seat.Y, end.seat.Em, theme.Ink))
			if !same(got, want) {
				t.Errorf("%s at %v: %d glyphs are seen, the line has %d", name, end.t, len(got), len(want))
			}
		}
	})
}

// TestMorphAccountsForEveryGlyph: each glyph of the second line comes from
// somewhere once, and each of the first goes somewhere.
func TestMorphAccountsForEveryGlyph(t *testing.T) {
	steps(func(name string, a, b *Line, m *Morph) {
		from, to := make([]int, len(a.Items)), make([]int, len(b.Items))
		for _, g := range m.glides {
			if g.a >= 0 {
				from[g.a]++
			}
			if g.b >= 0 {
				to[g.b]++
			}
		}
		for n, c := range from {
			if c == 0 {
				t.Errorf("%s: glyph %d of the line before is lost", name, n)
			}
		}
		for n, c := range to {
			if c != 1 {
				t.Errorf("%s: glyph %d is made %d times", name, n, c)
			}
		}
	})
}

// TestMorphIsContinuous: in a thousandth of the time no glyph moves by more
// than a little, nor does it change its size, ink or opacity by much.
func TestMorphIsContinuous(t *testing.T) {
	s := Load()
	const n = 1000
	steps(func(name string, a, b *Line, m *Morph) {
		var last []Placed
		for i := 0; i <= n; i++ {
			now := m.Place(s, nil, seatA, seatB, float64(i)/n, theme.Ink)
			for j := range last {
				p, q := last[j], now[j]
				if d := math.Hypot(p.X-q.X, p.Y-q.Y); d > 2 || math.Abs(p.Size-q.Size) > 0.1 || math.Abs(p.Fade-q.Fade) > 0.02 || p.Ink != q.Ink || p.Glyph != q.Glyph || math.Abs(p.Mix-q.Mix) > 0.02 && p.Mix > 0 && q.Mix > 0 {
					t.Fatalf("%s at %v: from %+v to %+v", name, float64(i)/n, p, q)
				}
			}
			last = now
		}
	})
}

// TestMorphStaysInItsBox: at every tenth all ink that is seen lies in the box
// of the two lines and of the way between them, and every term that goes on
// under its own key is there, whole.
func TestMorphStaysInItsBox(t *testing.T) {
	s := Load()
	steps(func(name string, a, b *Line, m *Morph) {
		seat := Seat{X: 0, Y: 0, Em: 1} // the scene morphs a line in its place
		up, down, right := max(a.Ascent, b.Ascent)+lift, max(a.Descent, b.Descent), max(a.W, b.W)+0.2
		for i := 0; i <= 10; i++ {
			for _, p := range m.Place(s, nil, seat, seat, float64(i)/10, theme.Ink) {
				if p.Fade >= 1 {
					continue
				}
				x0, y0, x1, y1 := p.X, p.Y, p.X+p.W, p.Y+p.H
				if p.Glyph >= 0 {
					g := &s.Glyphs[p.Glyph]
					k := p.Size / 1000
					x0, y0, x1, y1 = p.X+k*float64(g.X0), p.Y-k*float64(g.Y1), p.X+k*float64(g.X1), p.Y-k*float64(g.Y0)
				}
				if x0 < -0.2 || x1 > right || -y0 > up || y1 > down {
					t.Errorf("%s at %d/10: ink at [%.2f, %.2f] × [%.2f, %.2f], box to %.2f, %.2f up, %.2f down", name, i, x0, x1, -y1, -y0, right, up, down)
				}
			}
		}
	})
}

// TestTermsKeepTheirIdentity: a term that both lines have under one key glides,
// with the glyphs that it has on both, and a matched glyph is never one of
// another term than the source says.
func TestTermsKeepTheirIdentity(t *testing.T) {
	s := Load()
	steps(func(name string, a, b *Line, m *Morph) {
		glided := map[string]bool{}
		for _, g := range m.glides {
			if g.a < 0 || g.b < 0 {
				continue
			}
			ka, _ := s.origin(a.Items[g.a].Term)
			kb, from := s.origin(b.Items[g.b].Term)
			if ka != kb && ka != from {
				t.Errorf("%s: a glyph of %q becomes one of %q, which comes from %q", name, ka, kb, from)
			}
			if a.Items[g.a].Glyph != b.Items[g.b].Glyph {
				ca, cb := s.Glyphs[a.Items[g.a].Glyph].Char, s.Glyphs[b.Items[g.b].Glyph].Char
				if ca != cb {
					t.Errorf("%s: %c becomes %c", name, ca, cb)
				}
			}
			glided[kb] = true
		}
		for _, key := range []string{"phi", "prime"} {
			has := func(l *Line) bool {
				for _, i := range l.Items {
					if k, _ := s.origin(i.Term); k == key {
						return true
					}
				}
				return false
			}
			if has(a) && has(b) && !glided[key] {
				t.Errorf("%s: %s is on both lines and does not glide", name, key)
			}
		}
	})
}

// TestThePrimeGlides: wherever a function is integrated by parts, the prime of
// φ on line 3 is the prime of the function on line 4.
func TestThePrimeGlides(t *testing.T) {
	s := Load()
	for _, k := range []string{"relu", "leaky", "kink", "abs", "minusabs", "softplus", "square", "cube", "sqrtabs"} {
		m := s.Morph(s.Line("d/"+k+"/3"), s.Line("d/"+k+"/4"))
		found := false
		for _, g := range m.glides {
			if g.a < 0 || g.b < 0 {
				continue
			}
			a, b := m.a.Items[g.a], m.b.Items[g.b]
			if key, _ := s.origin(b.Term); key == "prime" {
				found = a.Ink == theme.Probe && b.Ink == theme.Distribution
			}
		}
		if !found {
			t.Errorf("%s: the prime does not go over from φ", k)
		}
	}
}

// TestOriginsAreOnTheLineBefore: what a line says its terms come from is there.
func TestOriginsAreOnTheLineBefore(t *testing.T) {
	s := Load()
	steps(func(name string, a, b *Line, _ *Morph) {
		keys := map[string]bool{}
		for _, i := range a.Items {
			k, _ := s.origin(i.Term)
			keys[k] = true
		}
		for _, i := range b.Items {
			k, from := s.origin(i.Term)
			if from != "" && !keys[from] && !keys[k] {
				t.Errorf("%s: %s comes from %s, which the line before has not", name, k, from)
			}
		}
	})
}

func TestLinesOfADerivationHaveNoSlots(t *testing.T) {
	s := Load()
	for i := range s.Lines {
		if l := &s.Lines[i]; (strings.HasPrefix(l.Name, "d/") || strings.HasPrefix(l.Name, "dd/")) && len(l.Slots) > 0 {
			t.Errorf("%s has live numbers, which a morph cannot place", l.Name)
		}
	}
}

func BenchmarkMorph(b *testing.B) {
	s := Load()
	m := s.Morph(s.Line("d/kink/3"), s.Line("d/kink/4"))
	var dst []Placed
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		dst = m.Place(s, dst[:0], seatA, seatB, float64(i%100)/100, theme.Ink)
	}
}

func BenchmarkPlan(b *testing.B) {
	s := Load()
	for b.Loop() {
		s.plan(s.Line("d/abs/3"), s.Line("d/abs/4"))
	}
}
