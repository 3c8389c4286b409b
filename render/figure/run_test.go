package figure

import (
	"math"
	"testing"

	"relu-three-ways/math/calculus"
)

// dist is the figure in the distribution lens, with events done to it.
func dist(events ...Event) Model {
	m := Update(New(), Look{Dist})
	m.Turn = Turn{}
	for _, e := range events {
		m = Update(m, e)
	}
	return m
}

// film lets time pass in steps until nothing moves, and calls f at each.
func film(t *testing.T, m Model, dt float64, f func(Model)) Model {
	t.Helper()
	for i := 0; m.Moving(); i++ {
		if i > 1e5 {
			t.Fatalf("it never ends: %+v", m)
		}
		m = Update(m, Tick{dt})
		if f != nil {
			f(m)
		}
	}
	return m
}

func TestPlayGoesThroughAllLinesAndEnds(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		m := dist(Motion{reduced}, Play{true})
		last, rested := m.P, map[float64]int{}
		m = film(t, m, 1.0/60, func(n Model) {
			if n.P < last || n.P > last+1.01 {
				t.Fatalf("reduced %v: from %v to %v", reduced, last, n.P)
			}
			if reduced && n.P != math.Floor(n.P) {
				t.Fatalf("it tweens: %v", n.P)
			}
			if n.P == last {
				rested[n.P]++
			}
			last = n.P
		})
		if m.P != 5 {
			t.Errorf("reduced %v: it ends at %v", reduced, m.P)
		}
		for _, line := range []float64{2, 3, 4} {
			if rested[line] < 100 {
				t.Errorf("reduced %v: it rests on line %v for %d frames", reduced, line, rested[line])
			}
		}
		if again := Update(m, Play{true}); again.P >= 2 && !reduced || !again.Run.On() {
			t.Errorf("from its end it plays from %v", again.P)
		}
	}
}

// TestPlayingDoesNotDependOnTheFrameRate: where it is, is a function of time.
func TestPlayingDoesNotDependOnTheFrameRate(t *testing.T) {
	for _, start := range []Event{Play{true}, StepTo{1}, Stroll{true}} {
		a, b := dist(start), dist(start)
		for range 30 {
			a = Update(a, Tick{0.1})
		}
		for range 3000 {
			b = Update(b, Tick{0.001})
		}
		if math.Abs(a.P-b.P) > 2e-3 || math.Abs(a.C-b.C) > 2e-3 {
			t.Errorf("%#v: 3 s in tenths lead to p = %v, c = %v, in thousandths to %v, %v", start, a.P, a.C, b.P, b.C)
		}
	}
}

func TestWhatIsDoneInTheMiddleOfAPlay(t *testing.T) {
	m := dist(Play{true}, Tick{0.5})
	if m.P <= 1 || m.P >= 2 {
		t.Fatalf("after half a second p = %v", m.P)
	}
	for _, e := range []Event{Grab{C}, Grab{W}, Assign{C, -0.3}, Assign{W, 0.7}, Choose{calculus.Kink}, Resize{Window{-3, 3}}, Light{PartsTerm}, Stroll{true}} {
		if n := Update(m, e); n.P != m.P || n.Run.Kind != PlayRun {
			t.Errorf("%#v in the middle of a play: p = %v, %+v", e, n.P, n.Run)
		}
	}
	for _, e := range []Event{Play{false}, Grab{P}, Drag{Control: P, To: 3, Pull: 0}, Nudge{Control: P, Size: Step, Dir: 1}, Look{Point}} {
		n := Update(Update(m, Grab{P}), e)
		if n.Run.On() {
			t.Errorf("%#v does not stop the play", e)
		}
	}
	if n := Update(m, Play{false}); math.Abs(n.P-m.P) > 0.0005 || n.Run.On() {
		t.Errorf("stopped: p = %v, %+v", n.P, n.Run)
	}
}

func TestStepsLeadToLinesAndOnToTheSecondDerivative(t *testing.T) {
	m := dist()
	for line := 2.0; line <= 5; line++ {
		if m = film(t, Update(m, StepTo{1}), 0.05, nil); m.P != line || m.Order != First {
			t.Fatalf("a step leads to line %v of %v", m.P, m.Order)
		}
	}
	m = Update(m, StepTo{1})
	if m.P != 1 || m.Order != Second {
		t.Errorf("from line 5 on to line %v of %v", m.P, m.Order)
	}
	if pair := m.Facts().Pairing; math.Abs(pair.Direct-m.Probe().Value(0)) > 1e-15 {
		t.Errorf("⟨r″, φ⟩ = %v, φ(0) = %v", pair.Direct, m.Probe().Value(0))
	}
	if m = Update(m, StepTo{-1}); m.P != 5 || m.Order != First {
		t.Errorf("and back to line %v of %v", m.P, m.Order)
	}
	for _, k := range []calculus.Kind{calculus.SqrtAbs, calculus.Cantor} {
		if n := dist(Choose{k}, Assign{P, 5}, StepTo{1}); n.P != 5 || n.Order != First || n.Run.On() {
			t.Errorf("%v goes on to line %v of %v", k, n.P, n.Order)
		}
	}
	// H″ is δ′: minus the slope of φ at 0.
	if n := dist(Choose{calculus.Heaviside}, Assign{C, 0.3}, Assign{P, 5}, StepTo{1}); n.P != 1 || n.Order != Second {
		t.Errorf("the step goes on to line %v of %v", n.P, n.Order)
	} else if pair, want := n.Facts().Pairing, -n.Probe().Derivative(0); math.Abs(pair.Direct-want) > 1e-14 || math.Abs(pair.ByParts-want) > 1e-12 {
		t.Errorf("⟨H″, φ⟩ = %+v, −φ′(0) = %v", pair, want)
	}
	if n := dist(StepTo{1}, Tick{0.1}, StepTo{1}); n.Run.To != 3 {
		t.Errorf("two steps at once lead to line %v", n.Run.To)
	}
	if n := dist(Motion{true}, StepTo{1}); n.P != 2 {
		t.Errorf("for reduced motion a step begins at %v", n.P)
	}
}

func TestTheProbeWalksAcrossAndBack(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		m := dist(Motion{reduced}, Stroll{true})
		lo, hi, last := m.C, m.C, m.C
		m = film(t, m, 1.0/60, func(n Model) {
			lo, hi = min(lo, n.C), max(hi, n.C)
			if !reduced && math.Abs(n.C-last) > 0.12 {
				t.Fatalf("it leaps from %v to %v", last, n.C)
			}
			last = n.C
		})
		if way := m.Way(); lo > way.Lo+0.1 || hi < way.Hi-0.1 || m.C != New().C {
			t.Errorf("reduced %v: it went from %v to %v and ended at %v", reduced, lo, hi, m.C)
		}
		if m.Swept.Lo != lo || m.Swept.Hi != hi {
			t.Errorf("swept is %+v, it was in [%v, %v]", m.Swept, lo, hi)
		}
	}
	if m := dist(Stroll{true}, Tick{2}, Grab{C}); m.Walk.On() {
		t.Error("a hand on the probe does not stop it")
	}
	if m := dist(Stroll{true}, Tick{2}, Grab{W}, Drag{Control: W, To: 0.5, Pull: 0}); !m.Walk.On() || m.W != 0.5 {
		t.Errorf("a hand on w: %+v", m)
	}
}

func TestTurnsEnd(t *testing.T) {
	m := Update(New(), Look{Sub})
	if m.Turn.Kind != LensTurn || m.Turn.Lens != Point || m.Turn.Share() != 0 {
		t.Errorf("a choice of lens: %+v", m.Turn)
	}
	n := 0
	m = film(t, m, 1.0/60, func(Model) { n++ })
	if m.Turn != (Turn{}) || n > 40 {
		t.Errorf("after %d frames %+v", n, m.Turn)
	}
	m = Update(New(), Assign{X, 0})
	if m.Turn.Kind != OpenTurn || m.Turn.Slope != 1 {
		t.Errorf("the point on the corner: %+v", m.Turn)
	}
	if film(t, m, 1.0/60, nil).Turn != (Turn{}) {
		t.Error("the tangent does not end opening")
	}
	for _, e := range []Event{Look{Sub}, Assign{X, 0}} {
		if m := Update(Update(New(), Motion{true}), e); m.Moving() {
			t.Errorf("for reduced motion %#v moves: %+v", e, m.Turn)
		}
	}
	if m := Update(New(), Visit{"x=0&lens=sub"}); m.Moving() {
		t.Errorf("an address moves: %+v", m.Turn)
	}
}

// TestSmoothingSweepsTheFan: the mollifier pushed from one side to the other
// gives every slope of ∂f, and no other. The two numbers are
// ∫ η over x ≤ 0 for a centre half a width off, to six places.
func TestSmoothingSweepsTheFan(t *testing.T) {
	for _, c := range []struct{ s, slope float64 }{{-0.5, 0.877033}, {0.5, 0.122967}, {0, 0.5}, {-1, 1}, {1, 0}} {
		m := Update(New(), Assign{S, c.s})
		if v := m.Smoothed(); math.Abs(v-c.slope) > 1e-6 {
			t.Errorf("s = %v gives slope %v, want %v", c.s, v, c.slope)
		}
	}
	for k := range calculus.Kinds {
		m := Update(New(), Choose{k})
		if !m.Smooths() {
			continue
		}
		set, ok := m.Function().Clarke(0)
		if !ok {
			t.Errorf("%v is smoothed and has no Clarke subdifferential", k)
		}
		lo, hi, last := math.Inf(1), math.Inf(-1), math.NaN()
		for s := -1.0; s <= 1; s += 1.0 / 128 {
			v := Update(m, Assign{S, s}).Smoothed()
			if math.Abs(v-last) > 0.03*set.Width() {
				t.Errorf("%v: the slope leaps from %v to %v", k, last, v)
			}
			lo, hi, last = min(lo, v), max(hi, v), v
		}
		if math.Abs(lo-set.Lo) > 1e-12 || math.Abs(hi-set.Hi) > 1e-12 {
			t.Errorf("%v: slopes from %v to %v, ∂f = %v", k, lo, hi, set)
		}
	}
}

func TestArrivalsAreTold(t *testing.T) {
	m := dist(StepTo{1})
	told := 0
	for m.Moving() {
		n := Update(m, Tick{0.05})
		if Arrives(m, n) {
			told++
		}
		if words := Announce(m, n); words != "" {
			t.Errorf("on the way it says %q", words)
		}
		m = n
	}
	if told != 1 {
		t.Errorf("a step is told %d times", told)
	}
}
