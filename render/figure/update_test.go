package figure

import (
	"math"
	"math/rand/v2"
	"testing"

	"relu-three-ways/math/calculus"
)

// play is the model after events, from a link.
func play(link string, events ...Event) Model {
	m, _ := Parse(link)
	for _, e := range events {
		m = Update(m, e)
	}
	return m
}

func TestUpdate(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name, link string
		events     []Event
		want       string // the link after
	}{
		{"a drag within the pull lies on the corner", "x=1", []Event{Grab{X}, Drag{Control: X, To: 0.05, Pull: 0.07}}, "x=0"},
		{"just outside it does not", "x=1", []Event{Grab{X}, Drag{Control: X, To: 0.08, Pull: 0.07}}, "x=0.08"},
		{"the corner holds to one and a half times the pull", "x=1", []Event{Grab{X}, Drag{Control: X, To: 0, Pull: 0.07}, Drag{Control: X, To: 0.1, Pull: 0.07}}, "x=0"},
		{"and then lets go", "x=1", []Event{Grab{X}, Drag{Control: X, To: 0, Pull: 0.07}, Drag{Control: X, To: 0.11, Pull: 0.07}}, "x=0.11"},
		{"smooth functions attract at 0 too", "fn=square&x=1", []Event{Grab{X}, Drag{Control: X, To: -0.05, Pull: 0.07}}, "fn=square&x=0"},
		{"the Cantor function attracts at 1 too", "fn=cantor", []Event{Grab{X}, Drag{Control: X, To: 0.96, Pull: 0.07}}, "fn=cantor&x=1"},
		{"a hand that let go moves nothing", "x=1", []Event{Grab{X}, Release{X}, Drag{Control: X, To: 2, Pull: 0.07}}, "x=1"},
		{"NaN moves nothing", "x=1", []Event{Grab{X}, Drag{Control: X, To: nan, Pull: nan}, Assign{X, nan}}, "x=1"},
		{"infinity moves nothing", "x=1", []Event{Grab{X}, Drag{Control: X, To: inf, Pull: 0.07}, Assign{X, -inf}}, "x=1"},
		{"an endless pull does not swallow the line", "x=1", []Event{Grab{X}, Drag{Control: X, To: 2, Pull: inf}}, "x=2"},
		{"the window limits the point", "x=1", []Event{Grab{X}, Drag{Control: X, To: 9, Pull: 0}}, "x=3.3"},
		{"a smaller window brings it in", "x=3", []Event{Resize{Window{-2, 2}}}, "x=2"},
		{"a senseless window is none", "x=3", []Event{Resize{Window{2, nan}}, Resize{Window{2, -2}}, Resize{Window{-inf, inf}}}, "x=3"},
		{"a click brings the point to a corner that is near", "x=1", []Event{Put{Control: X, To: 0.05, Pull: 0.07}, Drag{Control: X, To: 2}}, "x=0"},
		{"and else to where it was", "x=1", []Event{Put{Control: X, To: -1.234, Pull: 0.07}}, "x=-1.23"},
		{"or the bump", "lens=dist", []Event{Put{Control: C, To: -9}, Put{Control: None, To: 1}, Put{Control: Controls + 99, To: 1}}, "lens=dist&c=-3"},
		{"but nothing that a hand holds", "x=1", []Event{Grab{X}, Put{Control: X, To: 2}}, "x=1"},
		{"arrows land on the grid", "x=0.13", []Event{Nudge{Control: X, Size: Step, Dir: -1}}, "x=0.1"},
		{"and on 0 exactly", "x=0.13", []Event{Nudge{Control: X, Size: Step, Dir: -1}, Nudge{Control: X, Size: Step, Dir: -1}}, "x=0"},
		{"a page does not jump over the corner", "x=0.13", []Event{Nudge{Control: X, Size: Page, Dir: -1}}, "x=0"},
		{"nor over the end of the Cantor set", "fn=cantor&x=0.95", []Event{Nudge{Control: X, Size: Step, Dir: 1}}, "fn=cantor&x=1"},
		{"fine steps", "x=0", []Event{Nudge{Control: X, Size: Fine, Dir: 1}}, "x=0.01"},
		{"g lands on the end of the fan", "fn=leaky&a=0.13&x=0&g=0.2", []Event{Nudge{Control: G, Size: Step, Dir: -1}}, "fn=leaky&x=0&g=0.13&a=0.13"},
		{"home and end", "", []Event{ToEnd{G, 1}, ToEnd{W, -1}, ToEnd{P, 1}}, "g=3&w=0.05&p=5"},
		{"the pointer stops at a width of 0.4", "", []Event{Grab{W}, Drag{Control: W, To: 0.1, Pull: 0}}, "w=0.4"},
		{"keys do not", "w=0.1", []Event{Nudge{Control: W, Size: Fine, Dir: -1}}, "w=0.09"},
		{"the scrubber stops at lines", "", []Event{Grab{P}, Drag{Control: P, To: 2.95, Pull: 0}}, "p=3"},
		{"and moves between them", "", []Event{Grab{P}, Drag{Control: P, To: 2.5, Pull: 0}}, "p=2.5"},
		{"project from above", "x=0&g=1.3", []Event{Project{}}, "x=0&g=1"},
		{"project from below", "fn=abs&x=0&g=-1.5", []Event{Project{}}, "fn=abs&x=0&g=-1"},
		{"what supports stays", "x=0&g=0.3", []Event{Project{}}, "x=0&g=0.3"},
		{"nothing to project to", "fn=minusabs&x=0&g=1.3", []Event{Project{}}, "fn=minusabs&x=0&g=1.3"},
		{"in Compare the fan is that of 0", "lens=compare&x=2&g=1.3", []Event{Project{}}, "lens=compare&x=2&g=1"},
		{"a function keeps the rest", "x=0&g=0.3&c=1&w=2&p=3", []Event{Choose{calculus.Abs}}, "fn=abs&x=0&g=0.3&c=1&w=2&p=3"},
		{"a stays from leaky to kink", "fn=leaky&a=0.3", []Event{Choose{calculus.Kink}}, "fn=kink&a=0.3"},
		{"but not where it means nothing", "fn=kink&a=1.5", []Event{Choose{calculus.Leaky}}, "fn=leaky"},
		{"no a without a kink dial", "fn=abs", []Event{Grab{A}, Drag{Control: A, To: 0.5, Pull: 0}, Nudge{Control: A, Size: Step, Dir: 1}, Assign{A, 1}}, "fn=abs"},
		{"β doubles by pages", "fn=softplus", []Event{Nudge{Control: Beta, Size: Page, Dir: 1}}, "fn=softplus&beta=8"},
		{"and goes there by four arrows", "fn=softplus", []Event{Nudge{Control: Beta, Size: Step, Dir: 1}, Nudge{Control: Beta, Size: Step, Dir: 1}, Nudge{Control: Beta, Size: Step, Dir: 1}, Nudge{Control: Beta, Size: Step, Dir: 1}}, "fn=softplus&beta=8"},
		{"from between its steps to the next", "fn=softplus&beta=5", []Event{Nudge{Control: Beta, Size: Page, Dir: -1}}, "fn=softplus"},
		{"its ends", "fn=softplus", []Event{ToEnd{Beta, 1}, Nudge{Control: Beta, Size: Page, Dir: 1}}, "fn=softplus&beta=64"},
		{"a hand sets hundredths of β", "fn=softplus", []Event{Grab{Beta}, Drag{Control: Beta, To: 12.3456, Pull: 0}}, "fn=softplus&beta=12.35"},
		{"a hand sets hundredths of x, as they are shown", "fn=square", []Event{Grab{X}, Drag{Control: X, To: 0.3349, Pull: 0}}, "fn=square&x=0.33"},
		{"and of the bump", "lens=dist", []Event{Grab{C}, Drag{Control: C, To: 0.3349, Pull: 0}, Grab{W}, Drag{Control: W, To: 1.2351, Pull: 0}}, "lens=dist&c=0.33&w=1.24"},
		{"a walk is stopped there too", "lens=dist&c=0", []Event{Stroll{true}, Tick{0.7}, Stroll{false}}, "lens=dist&c=-1.87"},
		{"small steps are set more finely", "", []Event{Grab{H}, Drag{Control: H, To: 0.0341, Pull: 0}, Drag{Control: H, To: 0.0452, Pull: 0}}, "h=0.045"},
		{"a hand beyond 0 sharpens all it can", "fn=softplus", []Event{Grab{Beta}, Drag{Control: Beta, To: 1e6, Pull: 0}}, "fn=softplus&beta=64"},
		{"no β without softplus", "fn=abs", []Event{Grab{Beta}, Drag{Control: Beta, To: 9, Pull: 0}, Nudge{Control: Beta, Size: Step, Dir: 1}, Assign{Beta, 9}}, "fn=abs"},
		{"but it is kept for softplus", "fn=softplus&beta=9", []Event{Choose{calculus.Abs}, Choose{calculus.Softplus}}, "fn=softplus&beta=9"},
		{"h runs to its end", "", []Event{Shrink{true}, Tick{1.2}, Tick{1.2}}, "h=0.0009765625"},
		{"halfway it is halfway in log h", "", []Event{Shrink{true}, Tick{1.2}}, "h=0.03125"},
		{"a hand on h stops it", "", []Event{Shrink{true}, Tick{1.2}, Grab{H}, Tick{1.2}}, "h=0.031"},
		{"so does the button", "", []Event{Shrink{true}, Tick{1.2}, Shrink{false}, Tick{1.2}}, "h=0.031"},
		{"from the end it begins again at 1", "h=0.0009765625", []Event{Shrink{true}}, ""},
		{"reduced motion goes by steps", "h=2", []Event{Motion{true}, Shrink{true}, Tick{0.61}}, "h=0.5"},
		{"and ends at 1/8", "", []Event{Motion{true}, Shrink{true}, Tick{9}}, "h=0.125"},
		{"time that is none", "", []Event{Shrink{true}, Tick{nan}, Tick{-1}}, ""},
		{"a visit forgets what it does not say", "x=0&g=2", []Event{Visit{"#lens=sub"}}, "lens=sub"},
		{"unknown choices change nothing", "", []Event{Choose{99}, Look{99}, PickTheme{99}, Focused{99}, Hovered{99}, Grab{99}, Release{99}, Nudge{Control: 99, Size: Step, Dir: 1}, nil}, ""},
	} {
		if got := play(c.link, c.events...).Link(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHeldAndStuck(t *testing.T) {
	m := play("x=1", Grab{X}, Grab{C}, Drag{Control: X, To: 0.01, Pull: 0.07})
	if !m.Held.Has(X) || !m.Held.Has(C) || m.Held.Has(G) || !m.Stuck {
		t.Errorf("two hands: held %b, stuck %v", m.Held, m.Stuck)
	}
	if m = Update(m, Release{X}); m.Held.Has(X) || m.Stuck || m.X != 0 {
		t.Errorf("after release: held %b, stuck %v, x = %v", m.Held, m.Stuck, m.X)
	}
	m = play("", Resize{Window{-3, 3}}, Motion{true}, Focused{G}, Hovered{X}, Visit{"x=0"})
	if m.Window != (Window{-3, 3}) || !m.Reduced || m.Focus != G || m.Hover != X {
		t.Errorf("a visit changed the room: %+v", m)
	}
}

// inRange reports whether every field is in its documented range, hands and
// animation included.
func inRange(m Model) bool {
	a, hasA := DialOf(m.Fn)
	return m.Fn < calculus.Kinds && m.Lens < Lenses && XRange().Contains(m.X) && m.Window.Lo <= m.X && m.X <= m.Window.Hi &&
		GRange().Contains(m.G) && CRange().Contains(m.C) && WRange().Contains(m.W) && HRange().Contains(m.H) && PRange().Contains(m.P) &&
		(hasA && a.Contains(m.A) || !hasA && m.A == 0) && calculus.BetaRange().Contains(m.Beta) &&
		m.Theme <= ThemeContrast && m.UI <= UILecture && m.Scene >= 0 && m.Scene <= lastScene &&
		m.Focus < Controls && m.Hover < Controls && m.Held&1 == 0 && m.Held>>Controls == 0 &&
		(m.Run == Run{} || m.Run.valid(m)) && (m.Walk == Run{} || m.Walk.valid(m)) && (m.Glide == Glide{} || m.Glide.valid()) && (m.Turn == Turn{} || m.Turn.valid()) && m.Order < orders && m.Lit < Terms && SRange().Contains(m.S) &&
		m.Steps < methods && TRange().Contains(m.T) && m.K >= 0 && m.K <= float64(m.Path.N) && XRange().Contains(m.Start) && (m.K > 0 || m.Start == m.X) &&
		m.Swept.Lo <= m.C && m.C <= m.Swept.Hi &&
		(!m.Stuck || m.atBreak(m.X)) && m == m
}

// TestUpdateMendsAnyModel sends events to a figure and, now and then, to a model
// that no figure ever had: one event, and every field is in its range.
func TestUpdateMendsAnyModel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	n := 300_000
	if testing.Short() {
		n = 30_000
	}
	m := New()
	for i := range n {
		if i%50 == 49 {
			m = Model{X: anyNumber(r), G: anyNumber(r), C: anyNumber(r), W: anyNumber(r), H: anyNumber(r), A: anyNumber(r), Beta: anyNumber(r), P: anyNumber(r),
				Fn: calculus.Kind(r.Uint32()), Lens: Lens(r.Uint32()), Held: Held(r.Uint32()), Focus: Control(r.Uint32()), Scene: int(r.Uint32()) - 1<<31,
				Window: Window{anyNumber(r), anyNumber(r)}, Run: Run{Kind: RunKind(r.Uint32()), Of: Control(r.Uint32()), Elapsed: anyNumber(r), From: anyNumber(r), To: anyNumber(r)}, Turn: Turn{TurnKind(r.Uint32()), anyNumber(r), Lens(r.Uint32()), anyNumber(r)},
				S: anyNumber(r), Steps: Method(r.IntN(6)), T: anyNumber(r), K: anyNumber(r), Start: anyNumber(r), Order: Order(r.Uint32()), Lit: Term(r.Uint32()), Swept: Swept{anyNumber(r), anyNumber(r)}, Stuck: true, UI: UI(r.Uint32()), Theme: ThemeChoice(r.Uint32())}
		}
		e := anyEvent(r)
		next := Update(m, e)
		if !inRange(next) {
			t.Fatalf("event %d: %#v makes of\n%+v\nthe model\n%+v", i, e, m, next)
		}
		m = next
	}
}

func BenchmarkDrag(b *testing.B) {
	m := Update(New(), Grab{X})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m = Update(m, Drag{Control: X, To: float64(i%7) - 3, Pull: 0.07})
	}
}
