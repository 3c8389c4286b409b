package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// randomDrawing is a formula by corners, mostly on halves, of which some may be out of
// sight or near each other.
func randomDrawing(r *rand.Rand) string {
	var at []string
	for x := -3.5 + 3*r.Float64(); len(at) < 2 || len(at) < 9 && r.IntN(4) > 0; {
		y := float64(r.IntN(9)-4) / 2
		if r.IntN(4) == 0 {
			y = 1.5 * r.NormFloat64()
		}
		at = append(at, fmt.Sprintf("%.2f:%.2f", x, y))
		if x += float64(1+r.IntN(4)) / 2; r.IntN(8) == 0 {
			x += r.Float64() - 0.9
		}
		if n := len(at); n > 0 {
			var last float64
			fmt.Sscanf(at[n-1], "%f", &last)
			x = max(x, last+0.02)
		}
	}
	return "corners(" + strings.Join(at, ", ") + ")"
}

// drawnState is a state of a function that is being drawn.
func drawnState(r *rand.Rand) state {
	s := randomState(r, randomDrawing(r))
	s.m.Order = figure.First
	if s.m.Lens == figure.Compare {
		s.m.Lens = figure.Sub
	}
	s.m = figure.Update(s.m, figure.Sketch{On: true})
	return s.settled()
}

// TestLawsOfDrawings tries the laws for functions that are drawn, one for 100 of the
// others.
func TestLawsOfDrawings(t *testing.T) {
	n := count(t, "LAWS", 25_000) / 100
	inShards(t, n, func(k int, j *judge, all tally) {
		s := drawnState(rand.New(rand.NewPCG(16, uint64(k))))
		all.add(s, "", j.broken(s))
	}).tell(t, n)
}

// TestLawsOfDrawingHands leads a corner somewhere, in small steps, one for twenty other
// drags.
func TestLawsOfDrawingHands(t *testing.T) {
	n := count(t, "LAWS_DRAGS", 300) / 20
	inShards(t, n, func(k int, j *judge, all tally) {
		r := rand.New(rand.NewPCG(17, uint64(k)))
		s := drawnState(r)
		at, _ := s.m.Corners()
		i := r.IntN(len(at))
		d := motion{control: figure.Corner(i), to: 4*r.Float64() - 1.5, x: [2]float64{at[i].X, 6*r.Float64() - 3}}
		all.add(s, d.String(), j.follow(s, d))
	}).tell(t, n)
}

// A click on the graph has a place on it; one elsewhere has none.
func TestAClickOnTheGraph(t *testing.T) {
	for _, lens := range [...]string{"point", "sub", "dist"} {
		s := stateAt("1440x900 f=corners(-2:0,-1:0,0:1,1:-1)&draw=on&lens=" + lens)
		var f Frame
		Draw(&f, s.m, s.ask())
		a := f.panels.upper
		for x := -2.9; x < 3; x += 0.2 {
			y := s.m.Function().Value(x)
			if !a.sees(x, y-0.3) {
				continue
			}
			q := a.at(x, y)
			got, ok := f.OnGraph(pt(q.X, q.Y+5))
			if d := math.Hypot(a.at(got, s.m.Function().Value(got)).X-q.X, a.at(got, s.m.Function().Value(got)).Y-q.Y-5); !ok || d > 5.1 {
				t.Errorf("%s: a click 5 px below (%.1f, %.2f) is on the graph: %v, at %.2f", lens, x, y, ok, got)
			}
			if _, ok := f.OnGraph(pt(q.X, q.Y-80)); ok && s.m.Function().Density(x) == 0 && x < -1.5 {
				t.Errorf("%s: a click 80 px above the graph at %.1f is on it", lens, x)
			}
		}
	}
	s := stateAt("1440x900 f=corners(-2:0,-1:0,0:1,1:-1)")
	var f Frame
	Draw(&f, s.m, s.ask())
	if _, ok := f.OnGraph(f.panels.upper.at(-1, 0)); ok {
		t.Error("what is not drawn is on the graph")
	}
}

// A click near the graph of f or f′, or near an axis of x, aims at its place there, in the
// distribution lens near an axis alone, and in Compare nowhere.
func TestAClickAimsAtThePoint(t *testing.T) {
	for _, size := range [...]string{"1440x900", "720x420", "390x844"} {
		for _, fn := range [...]string{"relu", "abs", "heaviside", "cube"} {
			for l, lens := range [...]string{"point", "sub", "dist", "compare"} {
				s := stateAt(size + " fn=" + fn + "&x=1&lens=" + lens)
				var f Frame
				Draw(&f, s.m, s.ask())
				want := [...]figure.Control{figure.X, figure.X, figure.C, figure.None}[l]
				a, d := f.panels.upper, f.panels.lower
				for x := -1.9; x < 2; x += 0.2 {
					for _, q := range [...]Point{a.at(x, 0), d.at(x, d.floor())} {
						q.Y += 4
						c, to, ok := f.Aim(q)
						if ok != (want != figure.None) || ok && (c != want || math.Abs(to-x)*a.ux > 5) {
							t.Errorf("%s %s %s: a click at %.1f on the axis aims at %v, %.2f, %v", size, fn, lens, x, c, to, ok)
						}
					}
					y := s.m.Function().Value(x)
					if c, to, ok := f.Aim(a.at(x, y)); l < 2 && a.sees(x, y) && !(ok && c == figure.X && math.Abs(to-x)*a.ux < 1) {
						t.Errorf("%s %s %s: a click at %.1f on the graph aims at %v, %.2f, %v", size, fn, lens, x, c, to, ok)
					}
				}
				if _, _, ok := f.Aim(a.at(-1.5, 0.75*a.top)); ok && fn == "relu" {
					t.Errorf("%s %s: a click in the air aims at something", size, lens)
				}
			}
		}
	}
}

// Where it is said that there is no room for another corner, the sentence has room, and no
// block moves for it.
func TestTheRoomOfNoRoom(t *testing.T) {
	for _, size := range tried {
		for _, rest := range []string{"lens=point", "lens=sub&lang=de", "lens=dist"} {
			s := stateAt(fmt.Sprintf("%vx%v f=corners(-1:0,0:1,1:0)&draw=on&%s", size[0], size[1], rest))
			full := s
			full.m.Full = true
			var a, b Frame
			Draw(&a, s.m, s.ask())
			Draw(&b, full.m, full.ask())
			if !slices.Equal(a.Blocks, b.Blocks) {
				t.Errorf("%v %s: blocks move", size, rest)
			}
			for _, bad := range new(judge).broken(full) {
				if strings.HasPrefix(bad.law, "2 a block") {
					t.Errorf("%v %s: %v", size, rest, bad)
				}
			}
		}
	}
}

// TestAPhoneStaysAsTallWhileOneDraws: whatever programs return for what is drawn, nothing
// below it moves.
func TestAPhoneStaysAsTallWhileOneDraws(t *testing.T) {
	for _, lens := range []string{"point", "sub"} {
		var f Frame
		tall := 0.0
		for i := -30; i <= 30; i++ {
			m, _ := figure.Parse(fmt.Sprintf("f=corners(-1:0,0:1,1:0)&draw=on&lens=%s&x=%v", lens, float64(i)/10))
			Draw(&f, m, Ask{W: 390, H: 844, Theme: theme.Light()})
			if i == -30 {
				tall = f.Bottom
			}
			if f.Bottom != tall {
				t.Errorf("%s: %v px at x = %v, %v px at −3", lens, f.Bottom, m.X, tall)
			}
		}
	}
}
