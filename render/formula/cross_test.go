package formula

import (
	"testing"

	"relu-three-ways/render/theme"
)

// Of what is seen at once, em and opacity: boxes may touch by slack, and two
// glyphs of which the product of the opacities is below faint are not seen over
// each other.
const (
	slack = 0.02
	faint = 0.05
)

// TestGlyphsDoNotCross: while a line turns into another, no glyph that is seen
// lies over another, deeper than they lie on the line that they come from or on
// the one that they go to; but a copy comes out of what it is a copy of.
func TestGlyphsDoNotCross(t *testing.T) {
	s, seat := Load(), Seat{Em: 1}
	pictures, crossed := 0, 0
	steps(func(name string, a, b *Line, m *Morph) {
		worst, what := 0.0, ""
		const n = 100
		for i := 2; i <= n-2; i++ {
			at := float64(i) / n
			seen := make([][]Placed, len(m.glides))
			for j := range m.glides {
				one := Morph{a: a, b: b, glides: m.glides[j : j+1]}
				for _, p := range one.Place(s, nil, seat, seat, at, theme.Ink) {
					if p.Fade < 1 {
						seen[j] = append(seen[j], p)
					}
				}
			}
			bad := false
			for j, g := range m.glides {
				for k, h := range m.glides[:j] {
					if g.a >= 0 && g.a == h.a || g.b >= 0 && g.b == h.b {
						continue
					}
					allowed := slack
					if g.a >= 0 && h.a >= 0 {
						allowed = max(allowed, slack+s.corners(a, g.a).in(s.corners(a, h.a)))
					}
					if g.b >= 0 && h.b >= 0 {
						allowed = max(allowed, slack+s.corners(b, g.b).in(s.corners(b, h.b)))
					}
					for _, p := range seen[j] {
						for _, q := range seen[k] {
							if (1-p.Fade)*(1-q.Fade) > faint {
								if d := s.ink(p).in(s.ink(q)); d > allowed {
									bad = true
									if d > worst {
										worst, what = d, charOf(s, p)+" over "+charOf(s, q)
									}
								}
							}
						}
					}
				}
			}
			pictures++
			if bad {
				crossed++
			}
		}
		if worst > 0 {
			t.Errorf("%s: %s by %.2f em", name, what, worst)
		}
	})
	if crossed > 0 {
		t.Errorf("glyphs cross in %d of %d pictures", crossed, pictures)
	}
}

func charOf(s *Set, p Placed) string {
	if p.Glyph < 0 {
		return "a rule"
	}
	return string(s.Glyphs[p.Glyph].Char)
}
