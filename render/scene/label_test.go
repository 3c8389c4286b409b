package scene

import (
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
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
				r := mark.Bounds().grown(mark.Width / 2)
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

func TestAvoidSeen(t *testing.T) {
	p := &pen{Frame: &Frame{}}
	p.avoidSeen(&Mark{Points: []Point{{-100, 0}, {100, 0}}, Fade: Fade{R: 50}})
	if len(p.inked.segments) != 1 {
		t.Fatalf("%d segments, want 1", len(p.inked.segments))
	}
	if s := p.inked.segments[0]; math.Abs(s.a.X) > 50 || math.Abs(s.b.X) > 50 {
		t.Errorf("labels keep off %v, which has faded", s)
	}
}
