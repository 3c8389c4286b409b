package figure

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"relu-three-ways/math/calculus"
)

// sound reports what is wrong with a model, or "".
func sound(m Model) string {
	for c := None + 1; c < Controls; c++ {
		v := *m.field(c)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return "a control is not finite"
		}
		if r, ok := m.rangeOf(c); ok && (v < r.Lo || v > r.Hi) {
			return "a control is out of its range"
		}
	}
	switch {
	case m.X < m.Window.Lo || m.X > m.Window.Hi:
		return "the point has left the window"
	case m.Fn >= calculus.Kinds && (m.Fn != calculus.Own || formulaOf(m.Formula) == nil) || m.Lens >= Lenses:
		return "no such function or lens"
	case m.Beta < 0.5 || m.Beta > 64:
		return "beta is out of its range"
	case m.Run.On() && (math.IsNaN(m.Run.Elapsed) || m.Run.Elapsed < 0):
		return "the animation has lost its time"
	}
	return ""
}

// any is a number of any kind, awkward ones often.
func anyNumber(r *rand.Rand) float64 {
	awkward := []float64{0, math.Copysign(0, -1), 1, -1, math.NaN(), math.Inf(1), math.Inf(-1), 1e308, 5e-324, 0.05, 3.3}
	if r.IntN(4) == 0 {
		return awkward[r.IntN(len(awkward))]
	}
	return r.NormFloat64() * 3
}

func anyEvent(r *rand.Rand) Event {
	c := Control(r.IntN(int(Controls) + 2))
	switch r.IntN(21) {
	case 0:
		return Grab{c}
	case 1, 2, 3:
		return Drag{Control: c, To: anyNumber(r), Pull: anyNumber(r)}
	case 4:
		return Release{c}
	case 5, 6:
		return Nudge{Control: c, Size: NudgeSize(r.IntN(4)), Dir: r.IntN(3) - 1}
	case 7:
		return ToEnd{c, r.IntN(3) - 1}
	case 8:
		return Assign{c, anyNumber(r)}
	case 9:
		return Project{}
	case 10:
		return Hovered{c}
	case 11:
		return Choose{calculus.Kind(r.IntN(int(calculus.Kinds) + 2))}
	case 12:
		return Look{Lens(r.IntN(int(Lenses) + 2))}
	case 13:
		return Shrink{r.IntN(2) == 0}
	case 14:
		return Tick{anyNumber(r)}
	case 15:
		return Resize{Window{anyNumber(r), anyNumber(r)}}
	case 16, 17:
		return []Event{Play{r.IntN(3) > 0}, Toggle{}, Land{}, Steer{"x=0&g=2&c=-3&lens=sub"}, Steer{"fn=kink&a=2&lens=dist&p=3.5&w=x"}, StepTo{r.IntN(3) - 1}, Replay{}, Stroll{r.IntN(3) > 0}, ShowSweep{r.IntN(2) == 0}, Light{Term(r.IntN(6))}}[r.IntN(10)]
	case 18:
		return Tick{r.Float64()}
	}
	if r.IntN(3) == 0 {
		return []Event{Descend{Method(r.IntN(5))}, Look{Sub}, StepTo{1}, Steer{"fn=abs&lens=sub&steps=fixed&k=2&x=1.3&t=0.5"}, Steer{"k=5"}, Visit{"lens=sub&steps=proximal&k=99&t=1"}}[r.IntN(6)]
	}
	return []Event{Motion{r.IntN(2) == 0}, Focused{c}, PickTheme{ThemeChoice(r.IntN(6))}, Visit{"fn=kink&a=2&x=NaN"}, Visit{"x=1e9&w=0"}}[r.IntN(5)]
}

func TestNoEventMakesAModelUnsound(t *testing.T) {
	n := 2_000_000
	if testing.Short() {
		n = 100_000
	}
	r := rand.New(rand.NewPCG(1, 2))
	m := New()
	for i := range n {
		e := anyEvent(r)
		next := Update(m, e)
		if bad := sound(next); bad != "" {
			t.Fatalf("event %d, %#v: %s\nbefore %+v\nafter  %+v", i, e, bad, m, next)
		}
		m = next
	}
}

func FuzzUpdate(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		r := rand.New(rand.NewPCG(a, b))
		m := New()
		for range 300 {
			m = Update(m, anyEvent(r))
			if bad := sound(m); bad != "" {
				t.Fatalf("%s: %+v", bad, m)
			}
		}
	})
}

// addressed is the model with only what an address says.
func addressed(m Model) Model {
	n := New()
	n.Fn, n.Lens, n.X, n.G, n.C, n.W, n.H, n.A, n.Beta, n.P = m.Fn, m.Lens, m.X, m.G, m.C, m.W, m.H, m.A, m.Beta, m.P
	n.Steps, n.Path, n.Start, n.T, n.K = m.Steps, m.Path, m.Start, m.T, m.K
	n.S, n.Order, n.Sweep, n.Swept = m.S, m.Order, m.Sweep, Swept{m.C, m.C}
	n.Theme, n.UI, n.Scene = m.Theme, m.UI, m.Scene
	return n
}

func TestTheAddressReproducesTheModel(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	m := New()
	for range 20000 {
		m = Update(m, anyEvent(r))
		if m.Window != New().Window {
			m = Update(m, Resize{New().Window})
		}
		got, warnings := Parse(m.Link())
		if len(warnings) > 0 {
			t.Fatalf("%q: %q", m.Link(), warnings)
		}
		if want := addressed(m); got != want {
			t.Fatalf("%q\n got %+v\nwant %+v", m.Link(), got, want)
		}
	}
	if link := New().Link(); link != "" {
		t.Errorf("the address of the default is %q", link)
	}
}

func TestBadAddressesWarnOnceAndDefault(t *testing.T) {
	for link, want := range map[string]int{
		"": 0, "#": 0, "unknown=1&x=0": 0, "x=": 1, "x=abc": 1, "x=NaN": 1, "x=Inf": 1, "fn=sine": 1, "lens=3&theme=pink": 2,
		"w=0": 1, "p=9": 1, "fn=leaky&a=1.5": 1, "beta=-1": 1, "%zz=%&&&==": 0, "fn=re%6Cu": 0,
		"fn=sqrtabs&order=2": 1, "fn=heaviside&order=2": 0, "fn=cantor&order=1": 0, "order=2": 0, "order=3": 1,
	} {
		m, warnings := Parse(link)
		if len(warnings) != want {
			t.Errorf("%q: %d warnings, want %d: %q", link, len(warnings), want, warnings)
		}
		if bad := sound(m); bad != "" {
			t.Errorf("%q: %s", link, bad)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "#fn=kink&a=2&x=0", "x=1e400", "%", "a=1&fn=leaky", "p=2.5&lens=dist", "scene=99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, link string) {
		m, _ := Parse(link)
		if bad := sound(m); bad != "" {
			t.Fatalf("%q: %s", link, bad)
		}
		again, warnings := Parse(m.Link())
		if again != m || len(warnings) > 0 {
			t.Fatalf("%q: %q gives another model, warnings %q", link, m.Link(), warnings)
		}
	})
}

func TestTheCornerIsMagnetic(t *testing.T) {
	const pull = 8.0 / 112
	m := Update(New(), Grab{X})
	for _, c := range []struct {
		to   float64
		want float64
	}{
		{0.3, 0.3},
		{0.9 * pull, 0},              // caught
		{1.4 * pull, 0},              // held
		{1.6 * pull, 1.6 * pull},     // let go
		{1.4 * pull, 1.4 * pull},     // not caught again until nearer
		{-0.99 * pull, 0},            // caught from the other side
		{-1.51 * pull, -1.51 * pull}, // and let go
	} {
		m = Update(m, Drag{Control: X, To: c.to, Pull: pull})
		if math.Abs(m.X-c.want) > 0.00501 || c.want == 0 && m.X != 0 { // a drag has a grain
			t.Errorf("dragged to %v the point is at %v, want %v", c.to, m.X, c.want)
		}
	}
}

func TestArrowsLandOnTheCorner(t *testing.T) {
	for _, start := range []float64{0.35, 1.4, 0.05, 3.3, 0.001} {
		for _, size := range []NudgeSize{Fine, Step, Page} {
			m := Update(New(), Assign{X, start})
			for i := 0; m.X > 0; i++ {
				before := m.X
				if m = Update(m, Nudge{Control: X, Size: size, Dir: -1}); m.X >= before || i > 500 {
					t.Fatalf("from %v a step %d to the left led to %v", before, size, m.X)
				}
			}
			if m.X != 0 {
				t.Errorf("steps %d from %v pass the corner at %v", size, start, m.X)
			}
		}
	}
}

func TestHToZeroEnds(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		m := Update(Update(New(), Motion{reduced}), Shrink{true})
		last := m.H
		for i := 0; m.Run.On(); i++ {
			m = Update(m, Tick{1.0 / 60})
			if m.H > last || i > 600 {
				t.Fatalf("reduced %v: h went from %v to %v", reduced, last, m.H)
			}
			last = m.H
		}
		if m.H > 0.126 {
			t.Errorf("reduced %v: h ended at %v", reduced, m.H)
		}
	}
}

func TestChoosingKeepsWhatStillMeansSomething(t *testing.T) {
	m := New()
	m.X, m.G, m.C, m.W = 0, 0.7, -0.3, 0.9
	for k := range calculus.Kinds {
		n := Update(m, Choose{k})
		if n.X != m.X || n.G != m.G || n.C != m.C || n.W != m.W || n.Fn != k {
			t.Errorf("%v: %+v", k, n)
		}
	}
}

// TestWordsHold walks the catalogue: every text is there, is short enough, is
// set well, and names only numbers that are true.
func TestWordsHold(t *testing.T) {
	for k := range calculus.Kinds {
		for l := range Lenses {
			for _, x := range []float64{0, 1.4, -2, 0.5, 1, 0.25, -0.01} {
				for _, g := range []float64{0.4, 1.3, -0.7, 0} {
					m := New()
					m = Update(m, Choose{k})
					m.Lens, m.X, m.G = l, x, g
					texts := map[string]string{"question": Question(m).String(), "caption": Caption(m, false).String(), "short caption": Caption(m, true).String()}
					for c := None + 1; c < Controls; c++ {
						texts["label"], texts["value"] = Slider(m, c).Label, Slider(m, c).ValueText
					}
					for i := 1; i <= 5; i++ {
						texts["reason"] = StepReason(m, i).String()
					}
					for what, s := range texts {
						limit := map[string]int{"question": 40, "caption": 230, "short caption": 150, "label": 40, "value": 120, "reason": 70}[what]
						n := utf8.RuneCountInString(Plain(s))
						if n == 0 || n > limit || strings.Contains(s, "  ") || strings.Contains(s, "-0") || strings.Contains(s, "NaN") {
							t.Errorf("%v, lens %d, x = %v, g = %v: %s of %d characters: %q", k, l, x, g, what, n, s)
						}
						if strings.Count(s, "_")%2 != 0 {
							t.Errorf("%v: %s has a mark that is not closed: %q", k, what, s)
						}
					}
					f := m.Facts()
					if l == Point && strings.Contains(Plain(Caption(m, false).String()), "tangent") && !f.HasSlope {
						t.Errorf("%v at %v: a tangent where there is no slope: %q", k, x, Caption(m, false).String())
					}
					if l == Sub && f.Sub.Empty() && strings.Contains(Caption(m, false).String(), "fill") {
						t.Errorf("%v at %v: an empty set is filled: %q", k, x, Caption(m, false).String())
					}
				}
			}
		}
	}
}

func TestReadoutsAreExact(t *testing.T) {
	m := New()
	m.X = 0
	want := map[string]string{"point": `{"x":0,"y":0}`, "slope": "null", "interval": "[0,1]"}
	for _, r := range Readouts(m) {
		if w, ok := want[r.Name]; ok && r.JSON != w {
			t.Errorf("%s is %s, want %s", r.Name, r.JSON, w)
		}
	}
	m.Fn = calculus.MinusAbs
	for _, r := range Readouts(m) {
		if r.Name == "interval" && (r.JSON != "null" || r.Text != "empty") {
			t.Errorf("the interval of −|x| is %s, %q", r.JSON, r.Text)
		}
	}
}

func TestNothingIsSaidWhileAHandHolds(t *testing.T) {
	a := Update(New(), Grab{X})
	b := Update(a, Drag{Control: X, To: 0, Pull: 0.1})
	if s := Announce(a, b); s != "" {
		t.Errorf("said in the middle of a drag: %q", s)
	}
	if s := Announce(New(), Update(b, Release{X})); !strings.Contains(s, "0") {
		t.Errorf("said on release at the corner: %q", s)
	}
	if s := Announce(New(), Update(New(), Look{Dist})); !strings.Contains(s, "Distribution") {
		t.Errorf("said of another lens: %q", s)
	}
}

func TestAboveSaysWhere(t *testing.T) {
	m := New()
	m.X, m.G = 0, 1.3
	if s := AboveWord(m).String(); s != "above the graph right of 0" {
		t.Errorf("%q", s)
	}
	m.G = -0.5
	if s := AboveWord(m).String(); s != "above the graph left of 0" {
		t.Errorf("%q", s)
	}
	m.Fn, m.G = calculus.SqrtAbs, 0.5 // √x = x/2 at x = 4
	if s := AboveWord(m).String(); s != "above the graph right of 4" {
		t.Errorf("%q", s)
	}
}
