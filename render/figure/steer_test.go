package figure

import (
	"math"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
)

func TestALinkInTheProseSteers(t *testing.T) {
	m := Update(New(), Assign{C, -0.5})
	m = Update(m, Steer{"#x=0&lens=sub"})
	if m.X != New().X || m.Lens != Sub || !m.Moving() {
		t.Errorf("at once: x = %v, lens %v", m.X, m.Lens)
	}
	last := m.X
	m = film(t, m, 1.0/60, func(n Model) {
		if n.X > last {
			t.Fatalf("it goes from %v to %v", last, n.X)
		}
		last = n.X
	})
	if m.X != 0 || m.Lens != Sub || m.C != -0.5 || m.Link() != "lens=sub&x=0&c=-0.5" {
		t.Errorf("it leads to %q", m.Link())
	}
	if n := Update(Update(m, Motion{true}), Steer{"x=-1"}); n.X != -1 || n.Moving() {
		t.Errorf("for reduced motion x = %v at once, moving %v", n.X, n.Moving())
	}
	if n := Update(m, Steer{"x=nonsense&g=&unknown=1"}); n.Picture() != m.Picture() {
		t.Errorf("bad values lead to %q", n.Link())
	}
	if n := Update(Update(m, Steer{"x=2"}), Grab{X}); n.Glide.On {
		t.Error("a hand on the point does not stop it")
	}
	n := film(t, Update(m, Steer{"fn=kink&a=-0.5"}), 0.1, nil)
	if n.Fn != calculus.Kink || n.A != -0.5 || n.X != 0 {
		t.Errorf("another function: %q", n.Link())
	}
	if n = film(t, Update(m, Steer{"fn=leaky"}), 0.1, nil); n.A != 0.1 || math.IsNaN(n.X) {
		t.Errorf("a function whose slope is not told: %q", n.Link())
	}
}

func TestASecondLinkOnTheWayKeepsTheFirst(t *testing.T) {
	m := Update(Update(New(), Steer{"x=-1"}), Tick{0.2})
	on := m.X
	m = Update(m, Steer{"g=1.5&lens=sub"})
	if m.X != on {
		t.Errorf("the point leaps from %v to %v", on, m.X)
	}
	if m = film(t, m, 0.1, nil); m.X != -1 || m.G != 1.5 || m.Lens != Sub {
		t.Errorf("two links lead to %q", m.Link())
	}
	m = Update(Update(m, Steer{"x=2"}), Tick{0.2})
	if m = film(t, Update(m, Steer{"x=nonsense"}), 0.1, nil); m.X != 2 {
		t.Errorf("a bad link on the way leads to %q", m.Link())
	}
}

func TestAGlideIsReportedByItsEnd(t *testing.T) {
	m := Update(Update(New(), Steer{"x=-1"}), Tick{0.2})
	r := Report(m)
	if !strings.Contains(r, `"link":"x=-1"`) || !strings.Contains(r, `"state":{"fn":"relu","f":null,"lens":"point","x":-1,`) {
		t.Errorf("the state on the way is %s", r)
	}
	if strings.Contains(r, `"readout":{"x":-1,`) {
		t.Errorf("the readout is ahead of the picture: %s", r)
	}
}

func TestABadValueOfALinkIsNamed(t *testing.T) {
	m := Update(New(), Choose{calculus.Kink})
	if w := m.Amiss("x=9&a=-1&unknown=3"); len(w) != 1 || w[0] != "x=9 is not a number from -3.3 to 3.3; using 3.3" {
		t.Errorf("warnings are %q", w)
	}
	if n := Update(Update(m, Motion{true}), Steer{"x=9&g=nonsense&h=0"}); n.X != 3.3 || n.G != m.G || n.H != HRange().Lo {
		t.Errorf("values out of range lead to %q", n.Link())
	}
	if w := m.Amiss("x=far"); len(w) != 1 || w[0] != "x=far is not a number from -3.3 to 3.3; the current value is kept" {
		t.Errorf("warnings are %q", w)
	}
	if w := m.Amiss("fn=relu&a=-9"); w != nil { // the ramp has no a
		t.Errorf("warnings are %q", w)
	}
}
