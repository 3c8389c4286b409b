package figure

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"relu-three-ways/math/expression"
	"relu-three-ways/render/lang"
)

// drawnAs is the model of a link, to be drawn.
func drawnAs(t *testing.T, link string) Model {
	t.Helper()
	m, warnings := Parse(link)
	if len(warnings) > 0 {
		t.Fatalf("%s: %q", link, warnings)
	}
	return m
}

const hat = "f=corners(-1:0,0:1,1:0)&draw=on"

func TestDrawing(t *testing.T) {
	second := Corner(1)
	for _, c := range []struct {
		name, link string
		events     []Event
		want       string
	}{
		{"a hand moves a corner both ways", hat, []Event{Grab{second}, Drag{Control: second, To: 0.337, Y: 1.412}}, "corners(-1:0, 0.34:1.41, 1:0)"},
		{"the halves attract it", hat, []Event{Grab{second}, Drag{Control: second, To: 0.45, Y: 1.56, Pull: 0.08}}, "corners(-1:0, 0.5:1.5, 1:0)"},
		{"and not from farther than a fifth", hat, []Event{Grab{second}, Drag{Control: second, To: 0.27, Y: 1.75, Pull: 5}}, "corners(-1:0, 0.27:1.75, 1:0)"},
		{"it does not pass its neighbour", hat, []Event{Grab{second}, Drag{Control: second, To: 2.5, Y: 1}}, "corners(-1:0, 0.95:1, 1:0)"},
		{"onto its neighbour it goes", hat, []Event{Grab{second}, Drag{Control: second, To: 0.97, Y: 0.04, Pull: 0.1}}, "corners(-1:0, 1:0)"},
		{"and comes back with the hand", hat, []Event{Grab{second}, Drag{Control: second, To: 0.97, Y: 0.04, Pull: 0.1}, Drag{Control: second, To: 0.5, Y: 1}}, "corners(-1:0, 0.5:1, 1:0)"},
		{"let go it is gone", hat, []Event{Grab{second}, Drag{Control: second, To: 0.97, Y: 0.04, Pull: 0.1}, Release{second}, Drag{Control: second, To: 0.5, Y: 1}}, "corners(-1:0, 1:0)"},
		{"two always stay", "f=corners(0:0,1:1)&draw=on", []Event{Grab{second}, Drag{Control: second, To: 0.01, Y: 0, Pull: 0.1}, Release{second}}, "corners(0:0, 0.05:0)"},
		{"a key goes by tenths", hat, []Event{Nudge{Control: second, Size: Step, Dir: 1}, Nudge{Control: second, Size: Step, Dir: -1, Up: true}}, "corners(-1:0, 0.1:0.9, 1:0)"},
		{"with Shift by hundredths", hat, []Event{Nudge{Control: second, Size: Fine, Dir: 1, Up: true}}, "corners(-1:0, 0:1.01, 1:0)"},
		{"a page by halves", hat, []Event{Nudge{Control: second, Size: Page, Dir: 1, Up: true}}, "corners(-1:0, 0:1.5, 1:0)"},
		{"a key stops short of the neighbour", "f=corners(-1:0,0.9:1,1:0)&draw=on", []Event{Nudge{Control: second, Size: Step, Dir: 1}, Nudge{Control: second, Size: Step, Dir: 1}}, "corners(-1:0, 0.95:1, 1:0)"},
		{"a click adds a corner on the graph", hat, []Event{Plant{X: 0.26}}, "corners(-1:0, 0:1, 0.26:0.74, 1:0)"},
		{"at a half nearby", hat, []Event{Plant{X: -0.46, Pull: 0.1}}, "corners(-1:0, -0.5:0.5, 0:1, 1:0)"},
		{"beyond the ends too", hat, []Event{Plant{X: 2}, Plant{X: -3}}, "corners(-3:-2, -1:0, 0:1, 1:0, 2:-1)"},
		{"not on another corner", hat, []Event{Plant{X: 0.01}, Plant{X: 0, Pull: 1}, Plant{X: math.NaN()}}, "corners(-1:0, 0:1, 1:0)"},
		{"Delete removes it", hat, []Event{Uproot{second}}, "corners(-1:0, 1:0)"},
		{"but for two", hat, []Event{Uproot{second}, Uproot{second}, Uproot{Corner(0)}}, "corners(-1:0, 1:0)"},
		{"only what is drawn can be drawn", "f=corners(-1:0,0:1,1:0)", []Event{Plant{X: 0.26}, Uproot{second}, Grab{second}, Drag{Control: second, To: 0.5, Y: 2}}, "corners(-1:0, 0:1, 1:0)"},
		{"nor in Compare", hat + "&lens=compare", []Event{Plant{X: 0.26}, Uproot{second}}, "corners(-1:0, 0:1, 1:0)"},
		{"ReLU is drawn from where it is", "", []Event{Sketch{true}}, "corners(-1:0, 0:0, 1:1)"},
		{"and so is a family", "fn=kink&a=-0.5", []Event{Sketch{true}}, "corners(-1:0.5, 0:0, 1:1)"},
		{"and what was typed", "f=clip(2x,-1,1)", []Event{Sketch{true}}, "corners(-1:-1, -0.5:-1, 0.5:1, 1:1)"},
		{"and a line", "f=1-x/2", []Event{Sketch{true}}, "corners(-1:1.5, 0:1, 1:0.5)"},
		{"what would be too long begins as a hat", "f=|x-1/7|+|x%2B1/7|+|x-2/7|+|x%2B2/7|+|x-3/7|+|x%2B3/7|+|x-4/7|+|x%2B4/7|", []Event{Sketch{true}}, "corners(-1:0, 0:1, 1:0)"},
		{"small numbers are written as formulas have them", "f=|x-0.00002|", []Event{Sketch{true}}, "corners(0:0.00002, 0.00002:0, 1:0.99998)"},
		{"what is high stays, moved sideways", "f=corners(-1:20,0:0,1:20)&draw=on", []Event{Nudge{Control: Corner(0), Size: Step, Dir: 1}}, "corners(-0.9:20, 0:0, 1:20)"},
		{"and what is far, moved up", "f=corners(-10:0,0:1,10:0)&draw=on", []Event{Nudge{Control: Corner(0), Size: Step, Dir: 1, Up: true}}, "corners(-10:0.1, 0:1, 10:0)"},
		{"what is not straight begins as a hat", "f=sin(x)", []Event{Sketch{true}}, "corners(-1:0, 0:1, 1:0)"},
		{"and so does what jumps", "fn=heaviside", []Event{Sketch{true}}, "corners(-1:0, 0:1, 1:0)"},
	} {
		m := drawnAs(t, c.link)
		for _, e := range c.events {
			m = Update(m, e)
		}
		if m.Formula != c.want {
			t.Errorf("%s: %s, not %s", c.name, m.Formula, c.want)
		}
	}
}

// The point stays on the corner that it is on.
func TestThePointRidesOnACorner(t *testing.T) {
	c := Corner(1)
	m := drawnAs(t, hat+"&x=0")
	m = Update(Update(m, Grab{c}), Drag{Control: c, To: 0.5, Y: 2})
	if m.X != 0.5 {
		t.Errorf("a hand has taken the corner to 0.5, and the point is at %v", m.X)
	}
	if m = Update(Update(m, Release{c}), Nudge{Control: c, Size: Step, Dir: -1}); m.X != 0.4 {
		t.Errorf("a key has taken the corner to 0.4, and the point is at %v", m.X)
	}
	if m = Update(Update(Update(m, Assign{X, 1}), Grab{c}), Drag{Control: c, To: 0, Y: 0}); m.X != 1 {
		t.Errorf("the point went along from where no corner was, to %v", m.X)
	}
}

// While a hand holds a corner axes stand by the function that there was.
func TestAxesStandStillUnderACorner(t *testing.T) {
	c := Corner(1)
	m := drawnAs(t, hat)
	held := Update(Update(m, Grab{c}), Drag{Control: c, To: 0.5, Y: 2.5})
	if _, at, share := held.Standing(); share != 1 || at.Formula != m.Formula || held.Formula == m.Formula {
		t.Errorf("under a hand axes stand by %q of %q, a share of %v", at.Formula, held.Formula, share)
	}
	free := Update(held, Release{c})
	was, at, share := free.Standing()
	if was.Formula != m.Formula || at.Formula != held.Formula || share != 0 {
		t.Errorf("let go, axes go from %q to %q, a share of %v", was.Formula, at.Formula, share)
	}
}

// Whatever happens to a drawn function, it is one.
func TestAnythingDrawnIsAFunction(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 15))
	n := 30000
	if testing.Short() {
		n = 3000
	}
	m := drawnAs(t, hat)
	for i := range n {
		c := Corner(r.IntN(MostCorners + 2))
		if r.IntN(4) > 0 {
			c = Corner(r.IntN(4))
		}
		e := []Event{Grab{c}, Grab{c}, Release{c}, Release{c}, Plant{X: anyNumber(r), Pull: r.Float64()}, Plant{X: anyNumber(r)}, Uproot{c}, Sketch{r.IntN(3) > 0},
			Drag{Control: c, To: anyNumber(r), Y: anyNumber(r), Pull: anyNumber(r)}, Drag{Control: c, To: r.NormFloat64(), Y: r.NormFloat64(), Pull: r.Float64() / 4},
			Nudge{Control: c, Size: NudgeSize(r.IntN(3)), Dir: r.IntN(3) - 1, Up: r.IntN(2) == 0}, Assign{c, anyNumber(r)}, ToEnd{c, r.IntN(3) - 1}, Focused{c}, Hovered{c},
			Tick{r.Float64()}, Steer{"f=corners(-2:1,0:1,0.5:0,3:3)&draw=on"}, anyEvent(r)}[r.IntN(18)]
		before := m
		if m = Update(m, e); !m.Sketched() && r.IntN(20) == 0 {
			m = Update(m, Sketch{true})
		}
		if bad := sound(m); bad != "" {
			t.Fatalf("event %d, %#v: %s\nbefore %+v\nafter  %+v", i, e, bad, before, m)
		}
		if !m.Sketching() {
			continue
		}
		canonical, bad, no := Read(m.Formula)
		at, held := m.Corners()
		if bad != nil || no != nil || canonical != m.Formula || len(at) < 2 || held >= len(at) {
			t.Fatalf("event %d, %#v makes %q of %q: %v %v, corner %d of %d", i, e, m.Formula, before.Formula, bad, no, held, len(at))
		}
		for j := range at {
			if w := Slider(m, Corner(j)); !m.Has(Corner(j)) || w.Label == "" || w.Now < w.Min || w.Now > w.Max {
				t.Fatalf("%s: corner %d is %+v", m.Formula, j, w)
			}
		}
	}
}

// The address of a drawing, and what it says to a function that cannot be drawn.
func TestTheAddressOfADrawing(t *testing.T) {
	m := drawnAs(t, hat)
	if again := drawnAs(t, m.Link()); again.Formula != m.Formula || !again.Draw {
		t.Errorf("the link of a drawing is %s", m.Link())
	}
	for link, want := range map[string]string{
		"fn=abs&draw=on":                  "draw",
		"f=x^2&draw=on":                   "draw",
		"draw=on":                         "draw",
		"f=corners(0:0,1:1)&draw=perhaps": "draw",
	} {
		if m, warnings := Parse(link); m.Draw || len(warnings) != 1 || !strings.Contains(warnings[0], want) {
			t.Errorf("%s draws: %v, and says %q", link, m.Draw, warnings)
		}
	}
}

// What is said of a drawing is true: the sum of ramps is the function, and the masses are
// those of its f″.
func TestWhatIsSaidOfADrawing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 15))
	for range 200 {
		at := []expression.Point{{X: -3, Y: 0}}
		for range 1 + r.IntN(4) {
			at = append(at, expression.Point{X: at[len(at)-1].X + 0.5*float64(1+r.IntN(4)), Y: 0.5 * float64(r.IntN(9)-4)})
		}
		m := drawnAs(t, "draw=on&f="+encode(cornersText(at)))
		ramps, _ := m.rampSum()
		sum, count := ramps.written(inMarkup()), len(ramps.ramps)
		typed := strings.NewReplacer("−", "-", "_", "", nbsp, " ").Replace(sum)
		s, bad, no := Read(typed)
		if bad != nil || no != nil {
			t.Fatalf("%s is said to be %q: %v %v", m.Formula, sum, bad, no)
		}
		f, g := m.Function(), Update(New(), Define{s}).Function()
		for i := range 40 {
			x := -3.9 + 0.2*float64(i)
			if a, b := f.Value(x), g.Value(x); math.Abs(a-b) > 0.02*float64(1+count)*(1+math.Abs(x)) { // its numbers are rounded
				t.Fatalf("%s is said to be %q, and at %v they are %v and %v", m.Formula, sum, x, a, b)
			}
		}
		masses := 0
		for i := range at {
			mass, ok := CornerMass(at, i)
			if !ok {
				continue
			}
			if jump, _ := f.SlopeJump(at[i].X); math.Abs(jump-mass) > 1e-9 {
				t.Fatalf("%s: the slope jumps by %v at %v, not by %v", m.Formula, jump, at[i].X, mass)
			}
			if mass != 0 {
				masses++
			}
		}
		if masses != count {
			t.Fatalf("%s has %d masses and %d ramps", m.Formula, masses, count)
		}
	}
}

// A line of the caption ends before a sign, and where the decimals of the corners make a
// whole number it reads as one.
func TestASumInMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"corners(-1:0, 0:1, 1:0)":                   "1 +~_x_ −~2~relu(_x_)",
		"corners(-2.18:-0.32, -1.5:-1, 0:0.5)":      "−2.5 −~_x_ +~2~relu(_x_~+~1.5)",
		"corners(-1:0, 0:0, 1:1, 2:1)":              "relu(_x_) −~relu(_x_~−~1)",
		"corners(0:0, 1:0)":                         "0",
		"corners(-1:1.0000001, 0:0, 0.9999999:0.5)": "−(1~+~10⁻⁷)_x_ +~1.50~relu(_x_)",
	} {
		m := Update(New(), Define{text})
		s, ok := m.rampSum()
		if got := strings.ReplaceAll(s.written(inMarkup()), nbsp, "~"); !ok || got != want {
			t.Errorf("%s is %s, not %s", text, got, want)
		}
	}
}

// A function that comes from elsewhere takes the corner out of the hand.
func TestAnotherFunctionWhileACornerIsHeld(t *testing.T) {
	c := Corner(4)
	for _, e := range []Event{
		Define{"corners(0:0, 1:1)"}, Define{"corners(-2:0, -1:1, 0:2, 1:3, 2:-1)"}, Define{"corners(-2:0, -1:1, 0:2, 1:3)"}, Steer{"f=corners(0:0,1:1)"}, Show{"f=corners(0:0,1:1)&draw=on"}, Visit{"f=corners(0:0,1:1)&draw=on"}, Choose{0}, Sketch{false}, Look{Compare}, Steer{"order=2"},
	} {
		for _, first := range []Event{Tick{0.1}, Drag{Control: c, To: 1, Y: 3}, Drag{Control: c, To: 0.5, Y: 1}} {
			m := drawnAs(t, "f=corners(-1:0,-0.5:1,0:0,0.5:1,1:2)&draw=on&lens=sub")
			m = Update(Update(Update(m, Grab{c}), first), e)
			at, held := m.Corners()
			if held >= 0 || m.Drawn != "" || len(at) > 5 {
				t.Errorf("after %#v and %#v corner %d of %d is held", first, e, held, len(at))
			}
			m = Update(m, Drag{Control: c, To: 0, Y: 0})
			m.Corners()
		}
	}
}

// What a key would do to a corner that a hand has merged is not known.
func TestBeyondWhatIsHeld(t *testing.T) {
	c := Corner(2)
	m := drawnAs(t, hat)
	if x := m.Beyond(c); x != 2 {
		t.Errorf("beyond the last corner is %v", x)
	}
	m = Update(Update(m, Grab{c}), Drag{Control: c, To: 0, Y: 1, Pull: 0.1})
	if at, held := m.Corners(); len(at) != 3 || held != 2 || at[2] != at[1] {
		t.Fatalf("merged it is %v, and corner %d is held", at, held)
	}
	if x := m.Beyond(c); x == x {
		t.Errorf("beyond a merged corner is %v", x)
	}
}

// The live region tells what has become of a drawing, and names another function.
func TestADrawingIsTold(t *testing.T) {
	m := drawnAs(t, hat)
	for _, c := range []struct {
		e    Event
		want string
	}{
		{Plant{X: 0.5}, "corner added: x = 0.50, y = 0.50. 4 corners"},
		{Uproot{Corner(1)}, "corner removed. 2 corners"},
		{Nudge{Control: Corner(1), Size: Step, Dir: 1}, ""},
		{Define{"corners(-2:0, 0:1, 1:3)"}, "f(x) = corners(-2:0, 0:1, 1:3)."},
		{Define{"corners(-2:0, 0:1, 1:3, 2:2)"}, "f(x) = corners(-2:0, 0:1, 1:3, 2:2)."},
	} {
		if said := Announce(m, Update(m, c.e)); said != c.want && !(c.want != "" && strings.HasPrefix(said, c.want)) {
			t.Errorf("%#v is told as %q", c.e, said)
		}
	}
}

// forty are as many corners as a drawing has at most.
func forty() []Vertex {
	at := make([]Vertex, 40)
	for i := range at {
		at[i] = Vertex{X: float64(i) / 10, Y: float64(i % 2)}
	}
	return at
}

// lengthy are corners whose formula is as long as one is at most. The eleventh is at 0.
func lengthy() []Vertex {
	at := make([]Vertex, 20)
	for i := range at {
		at[i] = Vertex{X: float64(i-10) / 2, Y: 0.12345678}
		if i > 11 {
			at[i].Y = 0.1234567
		}
	}
	at[10].Y = 0
	return at
}

// What has no room in a drawing, be it one more corner or the longer formula of another
// place, is said by the caption and by the live region.
func TestWhatHasNoRoomIsSaid(t *testing.T) {
	c := Corner(10)
	if n := len(cornersText(lengthy())); n != 300 {
		t.Fatalf("a formula of %d characters", n)
	}
	for _, of := range []struct {
		name   string
		at     []Vertex
		events []Event // the last is what is told
	}{
		{"the 41st corner", forty(), []Event{Plant{X: 0.05}}},
		{"a corner of a long formula", lengthy(), []Event{Plant{X: 0.25}}},
		{"a step of a key", lengthy(), []Event{Nudge{Control: c, Size: Step, Dir: -1, Up: true}}},
		{"a value", lengthy(), []Event{Assign{c, -1}}},
		{"the place where a hand lets go", lengthy(), []Event{Grab{c}, Drag{Control: c, To: 0, Y: -1}, Release{c}}},
	} {
		for l := range lang.Langs {
			m := drawnAs(t, "draw=on&f="+encode(cornersText(of.at)))
			m.Lang = l
			n := m
			for i, e := range of.events {
				before := n
				n = Update(n, e)
				said := ""
				if i == len(of.events)-1 {
					said = m.Say(noRoom)
				}
				if got := Announce(before, n); got != said {
					t.Errorf("%s: %#v is told as %q", of.name, e, got)
				}
			}
			if n.Formula != m.Formula || Caption(n, false).String() != m.Say(noRoom) || Caption(n, true) != Caption(n, false) {
				t.Errorf("%s: the formula is %s, the caption %q", of.name, n.Formula, Caption(n, false))
			}
			if fewer := Update(n, Uproot{c}); strings.Contains(Announce(n, fewer)+Caption(fewer, false).String()+Caption(fewer, true).String(), m.Say(noRoom)) {
				t.Errorf("%s: without another corner there is no room", of.name)
			}
		}
	}
}

// It is said until the drawing is another, or a hand takes something.
func TestWhatEndsThatThereIsNoRoom(t *testing.T) {
	c := Corner(10)
	full := Update(Update(drawnAs(t, "draw=on&f="+encode(cornersText(lengthy()))), Grab{c}), Drag{Control: c, To: 0, Y: -1})
	if !full.Full {
		t.Fatal("there is room")
	}
	for e, want := range map[Event]bool{
		Tick{1}: true, Release{c}: true, Focused{c}: true, Drag{Control: c, To: 0.05, Y: -1}: true,
		Drag{Control: c, To: 0, Y: 0}: false, Drag{Control: c, To: 0, Y: 2}: false, Grab{X}: false, Define{"corners(0:0, 1:1)"}: false, Sketch{}: false, Look{Sub}: false, Steer{"f=corners(0:0,1:1)"}: false,
	} {
		if got := Update(full, e).Full; got != want {
			t.Errorf("after %#v there is no room: %v", e, got)
		}
	}
}
