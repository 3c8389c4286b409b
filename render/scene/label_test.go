package scene

import (
	"html"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// TestNumbersStandBesideTheSegment: no number or formula lies on the filled
// interval of ∂f.
func TestNumbersStandBesideTheSegment(t *testing.T) {
	var f Frame
	for k := range calculus.Kinds {
		for _, b := range boxes {
			m, _ := figure.Parse("lens=sub&x=0&fn=" + k.String())
			m.UI = b.ui
			Draw(&f, m, Ask{W: b.w, H: b.h, Theme: theme.Light()})
			texts, names := boxesOf(&f)
			for _, mark := range f.Marks {
				if mark.part != column {
					continue
				}
				r := mark.Bounds().Grown(mark.Width / 2)
				for i, q := range texts {
					if q.X < r.X+r.W && r.X < q.X+q.W && q.Y < r.Y+r.H && r.Y < q.Y+q.H {
						t.Errorf("%s/%s: %s lies on the segment", k, b.name, names[i])
					}
				}
			}
		}
	}
}

// TestCompareHoldsTheMollifier: it is 1 high and seen as a whole.
func TestCompareHoldsTheMollifier(t *testing.T) {
	for k := range calculus.Kinds {
		m, _ := figure.Parse("lens=compare&fn=" + k.String())
		f := Frame{}
		p := &pen{Frame: &f, plan: newPlan(1280, 800, m.Lens, m.UI)}
		f.about(m)
		if graph, _, _ := p.compareSpans(); graph.top < 1 {
			t.Errorf("%s: the graphs are seen up to %v only", k, graph.top)
		}
	}
}

// TestTheMirroredBumpAverages: what is drawn over the graph is the weight of the
// mean: for the ramp, its share right of 0 is the slope of the smoothed graph, and
// it lies on the other side than the bump that is pushed.
func TestTheMirroredBumpAverages(t *testing.T) {
	for _, s := range []string{"-1", "-0.6", "0", "0.3", "1"} {
		m, _ := figure.Parse("lens=compare&w=0.8&s=" + s)
		var f Frame
		Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
		at := f.Spots[slices.IndexFunc(f.Spots, func(s Spot) bool { return s.Control == figure.S })].move
		over := func(ink theme.Role) (size, first float64) { // px²; px from the panel's 0
			first = math.Inf(1)
			for i := range f.Marks {
				k := &f.Marks[i]
				if k.Kind != Fill || k.Ink != ink || !upright(k.Points) {
					continue
				}
				first = min(first, k.Points[0].X-at.origin.X)
				for n := 0; n+3 < len(k.Points); n += 2 {
					q := k.Points[n : n+4]
					size += (q[0].Y - q[1].Y + q[2].Y - q[3].Y) / 2 * (q[2].X - q[0].X)
				}
			}
			return size, first
		}
		whole, from := over(theme.Probe)
		right, start := over(theme.Distribution)
		if got := right / whole; math.Abs(got-m.Smoothed()) > 0.005 {
			t.Errorf("s = %s: a share of %.3f is right of 0, and the slope is %.3f", s, got, m.Smoothed())
		}
		if η := m.Mollifier(); math.Abs(from+η.Hi()/η.W*at.ux) > 2 || right > 0 && start < -1e-6 {
			t.Errorf("s = %s: the bump over the graph begins at %.0f px, its part on the right at %.0f", s, from, start)
		}
	}
}

func TestAvoidSeen(t *testing.T) {
	p := &pen{Frame: &Frame{}}
	p.avoidSeen(&Mark{Points: []Point{pt(-100, 0), pt(100, 0)}, Fade: Fade{R: 50}})
	if len(p.ground.Ink.Segments) != 1 {
		t.Fatalf("%d segments, want 1", len(p.ground.Ink.Segments))
	}
	if s := p.ground.Ink.Segments[0]; math.Abs(s.A.X) > 50 || math.Abs(s.B.X) > 50 {
		t.Errorf("labels keep off %v, which has faded", s)
	}
}

// foreign is how a language with a decimal comma does not write numbers: with a
// point, or in a list, an interval or coordinates apart by a comma.
var foreign = regexp.MustCompile(`\d\.\d|\[[^;\]]*,[^;\]]*\]|\d,\d+,\S`)

var tag = regexp.MustCompile(`<[^>]*>`)

// TestNumbersAreLocal: in German every number that is drawn, said or read has a
// comma, and what is apart by one in English has a semicolon.
func TestNumbersAreLocal(t *testing.T) {
	t.Parallel()
	var f Frame
	semicolons := 0
	each(func(name string, m figure.Model, ask Ask) {
		m.Lang = lang.German
		Draw(&f, m, ask)
		var texts []string
		for _, mark := range f.Marks {
			var b strings.Builder
			for _, g := range mark.Glyphs {
				if g.Glyph >= 0 {
					b.WriteRune(formula.Load().Glyphs[g.Glyph].Char)
				}
			}
			texts = append(texts, b.String())
		}
		for _, w := range f.Words {
			texts = append(texts, w.Text.String())
		}
		for _, o := range f.Mirrors {
			read, _ := f.Read(o)
			texts = append(texts, html.UnescapeString(tag.ReplaceAllString(read, "")))
		}
		for _, target := range f.Targets {
			texts = append(texts, f.Label(target))
		}
		for _, s := range append(texts, f.Spoken()) {
			semicolons += strings.Count(s, ";")
			if foreign.MatchString(s) {
				t.Errorf("%s: %q", name, s)
			}
		}
	})
	if semicolons == 0 {
		t.Error("no interval was drawn")
	}
}
