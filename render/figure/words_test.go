package figure

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// every calls f with every function, some of its parameters, every lens and
// places on, near and away from what is special.
func every(f func(m Model)) {
	for k := range calculus.Kinds {
		as := []float64{0}
		if r, ok := DialOf(k); ok {
			as = []float64{r.Lo, 0.13, 0.5, 0.99, r.Hi}
			if r.Contains(1) {
				as = append(as, 1, 1.004)
			}
		}
		for _, a := range as {
			for l := range Lenses {
				for _, x := range []float64{-3.3, -1e-7, 0, 0.004, 0.25, 0.3, 1, 1.4} {
					for _, g := range []float64{-2, -0.004, 0, 0.4, 1, 1.3} {
						if g != 0.4 && (l == Point || l == Dist) { // which have no line to try
							continue
						}
						m := New()
						m.Fn, m.A, m.Lens, m.X, m.G = k, a, l, x, g
						f(m)
						if m.Order = Second; l == Dist && m.hasSecond() {
							f(m)
						}
					}
				}
			}
		}
	}
}

func (m Model) name() string { return fmt.Sprintf("%s tried at %v", m.Link(), m.G) }

// texts are all the words about a model, with their greatest lengths.
func texts(m Model) map[string]struct {
	text string
	most int
} {
	type t = struct {
		text string
		most int
	}
	out := map[string]t{
		"question": {Question(m).String(), 40}, "caption": {Caption(m, false).String(), 230}, "short": {Caption(m, true).String(), 120},
		"undefined": {NoValueWord(m).String(), 24}, "description": {Describe(m), 560},
		"jump": {m.Say(JumpWord(m.Function())), 25}, "name": {m.Say(FunctionName(m.Fn)), 24},
	}
	f := m.factsAt(m.place())
	if f.HasSlope {
		out["tangent"] = t{TangentWord(m).String(), 40}
	}
	if p := Programs(m); !p.Empty() {
		out["programs"] = t{p.String(), 170}
	}
	if !f.Supports {
		out["above"], out["beyond"] = t{AboveWord(m).String(), 56}, t{BeyondWord(m).String(), 58}
	}
	for line := 1; line <= 5; line++ {
		out["reason "+strconv.Itoa(line)] = t{StepReason(m, line).String(), 70}
	}
	for c := X; c < Controls; c++ {
		s := Slider(m, c)
		out["label "+strconv.Itoa(int(c))], out["value "+strconv.Itoa(int(c))] = t{s.Label, 34}, t{s.ValueText, 90}
	}
	for i, c := range Equation(m) {
		out["clause "+strconv.Itoa(i)] = t{c.Text, 60}
	}
	return out
}

// unpresentable is what no text has, by language. Where a number has a decimal
// comma, numbers are apart by a semicolon.
var unpresentable = [lang.Langs]*regexp.Regexp{
	lang.English: regexp.MustCompile(`_|-\d|NaN|\bInf\b|\{[a-z]+\}|slope none|!|−0\.?0*( |,|$|:)|slope (from|to|,|\.)`),
	lang.German:  regexp.MustCompile(`_|-\d|NaN|\bInf\b|\{[a-z]+\}|none|!|−0,?0*( |;|, |$|:)|Steigung (ist|,|\.)$|\d\.\d|\d, (−?\d|[+−]?∞|\pL+ = )|\[[^];]*\]`),
}

// returnsNaN are the places where NaN is meant.
var returnsNaN = strings.NewReplacer("return NaN", "return 1", "liefern NaN", "liefern 1", "TensorFlow NaN", "TensorFlow 1")

func TestEveryWordIsPresentable(t *testing.T) {
	for l := range lang.Langs {
		t.Run(l.Code(), func(t *testing.T) {
			t.Parallel()
			bad := 0
			every(func(m Model) {
				m.Lang = l
				for what, w := range texts(m) {
					p := returnsNaN.Replace(Plain(w.text))
					if p == "" || strings.Contains(p, "  ") || strings.TrimSpace(p) != p || utf8.RuneCountInString(p) > w.most || unpresentable[l].MatchString(p) {
						if bad++; bad < 20 {
							t.Errorf("%s: %s (%d letters): %q", m.name(), what, utf8.RuneCountInString(p), w.text)
						}
					}
				}
			})
		})
	}
}

func TestReadoutsAreWhatOthersRelyOn(t *testing.T) {
	every(func(m Model) {
		rs := Readouts(m)
		m.X = m.place() // Compare is made at 0
		f := m.Facts()
		if len(rs) != 4 || rs[0].Name != "point" || rs[1].Name != "slope" || rs[2].Name != "interval" || rs[3].Name != "pairing" {
			t.Fatalf("%s: %v", m.name(), rs)
		}
		var point struct{ X, Y *float64 }
		var slope *float64
		var set []float64
		var pairing struct{ ByParts, Direct, Error *float64 }
		for i, v := range []any{&point, &slope, &set, &pairing} {
			if err := json.Unmarshal([]byte(rs[i].JSON), v); err != nil {
				t.Fatalf("%s: %s: %v", m.name(), rs[i].JSON, err)
			}
		}
		if *point.X != m.X || *point.Y != f.Value || (slope != nil) != f.HasSlope || slope != nil && *slope != f.Slope ||
			(set == nil) != f.Sub.Empty() || set != nil && (set[0] != f.Sub.Lo || set[1] != f.Sub.Hi) ||
			*pairing.ByParts != f.Pairing.ByParts || *pairing.Direct != f.Pairing.Direct || *pairing.Error != f.Pairing.Error {
			t.Errorf("%s: %v does not say %+v", m.name(), rs, f)
		}
		if (rs[1].Text == "none") == f.HasSlope || (rs[2].Text == "empty") != f.Sub.Empty() {
			t.Errorf("%s: the readouts read %q and %q", m.name(), rs[1].Text, rs[2].Text)
		}
	})
}

func TestTheIntervalTellsOfTheSlope(t *testing.T) {
	for link, want := range map[string]Readout{
		"x=0&lens=sub":                   {Text: "[0, 1]", Extra: "_g_ = 0.40"},
		"x=0&lens=sub&g=1.3":             {Text: "[0, 1]", Extra: "_g_ = 1.30, outside", Warn: true},
		"x=0&lens=point&g=1.3":           {Text: "[0, 1]"},
		"x=1&lens=sub&g=1.3":             {Text: "{1}"},
		"fn=minusabs&x=0&lens=sub&g=1.3": {Text: "empty", Extra: "Clarke [−1, 1]"},
		"fn=heaviside&x=0&lens=sub&g=1":  {Text: "empty", Extra: "Clarke: none"},
	} {
		m, _ := Parse(link)
		if r := Readouts(m)[2]; r.Text != want.Text || r.Extra != want.Extra || r.Warn != want.Warn {
			t.Errorf("%q: %+v", link, r)
		}
	}
}

func TestSliders(t *testing.T) {
	prefix := map[Control]string{X: "x", G: "slope g", C: "centre c", W: "half-width w", H: "h", A: "slope a", Beta: "sharpness β", P: "line"}
	every(func(m Model) {
		for c, name := range prefix {
			s := Slider(m, c)
			if !strings.HasPrefix(s.Label, name) || s.Now < s.Min || s.Now > s.Max {
				t.Errorf("%s: %+v", m.name(), s)
			}
		}
	})
}

// TestEquation: what stands on the two sides of an = is the same number.
func TestEquation(t *testing.T) {
	every(func(m Model) {
		before := ""
		for _, c := range Equation(m) {
			if strings.HasPrefix(c.Text, "= ") && c.Value != before {
				t.Errorf("%s: %v", m.name(), Equation(m))
			}
			before = c.Value
		}
	})
	for link, want := range map[string]string{
		"":                "jump of the slope = width of the fan = point mass of r″ = 1",
		"fn=abs":          "jump of the slope = width of the fan = point mass of f″ = 2",
		"fn=leaky&a=0.25": "jump of the slope = width of the fan = point mass of f″ = 0.75",
		"fn=softplus":     "jump of the slope = width of the fan = point mass of f″ = 0",
		"fn=minusabs":     "jump of the slope = −2 no line fits underneath point mass of f″ = −2",
		"fn=kink&a=2":     "jump of the slope = −1 no line fits underneath point mass of f″ = −1",
	} {
		m, _ := Parse(link)
		var parts []string
		for _, c := range Equation(m) {
			parts = append(parts, strings.TrimSpace(Plain(c.Text)+" "+c.Value))
		}
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%q: %q, want %q", link, got, want)
		}
	}
}

func TestAnnounce(t *testing.T) {
	for _, c := range []struct {
		name, link string
		events     []Event // the last is what is told
		want       string  // part of it, or "" for silence
	}{
		{"a drag is silent", "", []Event{Grab{X}, Drag{Control: X, To: 0, Pull: 0.07}}, ""},
		{"release tells", "", []Event{Grab{X}, Drag{Control: X, To: 0, Pull: 0.07}, Release{X}}, "no slope at 0"},
		{"not while another hand holds on", "", []Event{Grab{X}, Grab{C}, Drag{Control: X, To: 0, Pull: 0.07}, Release{X}}, ""},
		{"a key that arrives at the corner tells", "x=0.1", []Event{Nudge{Control: X, Size: Step, Dir: -1}}, "no slope at 0"},
		{"other keys leave it to the slider", "x=0.5", []Event{Nudge{Control: X, Size: Step, Dir: -1}}, ""},
		{"a function", "x=0", []Event{Choose{calculus.Abs}}, "absolute value. Left secants have slope −1"},
		{"a lens", "x=0", []Event{Look{Sub}}, "Subgradient. Which lines fit underneath? "},
		{"a probe", "lens=dist", []Event{Grab{W}, Drag{Control: W, To: 1.4, Pull: 0}, Release{W}}, "c = 0.80, w = 1.40, pairing 1.5487"},
		{"a line", "lens=dist", []Event{Grab{P}, Drag{Control: P, To: 4, Pull: 0}, Release{P}}, "line 4 of 5"},
		{"a theme", "", []Event{PickTheme{ThemeDark}}, ""},
		{"a window", "", []Event{Resize{Window{-3, 3}}}, ""},
		{"h on its way", "x=0", []Event{Shrink{true}, Tick{1}}, ""},
		{"h at its end", "x=0", []Event{Shrink{true}, Tick{3}}, "no slope at 0"},
		{"the mollifier, steered", "lens=compare&s=0", []Event{Steer{"lens=compare&s=-0.6"}, Land{}}, "0.93"},
		{"the step of the secants, steered", "x=0&h=1", []Event{Steer{"x=0&h=0.25"}, Land{}}, "0.25"},
		{"nothing", "", []Event{Focused{X}}, ""},
	} {
		n := len(c.events) - 1
		before := play(c.link, c.events[:n]...)
		got := Announce(before, Update(before, c.events[n]))
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "_") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestNumbersStayTrue: a number equals what it shows to its last digit, and shows
// a whole number only if it is one; numbers that stand beside each other and are not
// equal do not read alike; a and 1 − a add up as they read.
func TestNumbersStayTrue(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 13))
	some := func() float64 {
		v := []float64{r.Float64(), 3 * r.NormFloat64(), math.Round(1000*r.Float64()) / 1000, math.Round(100*r.Float64()) / 100, math.Round(3 * r.NormFloat64())}[r.IntN(5)]
		if r.IntN(3) == 0 {
			v += []float64{1, -1}[r.IntN(2)] * math.Pow(10, -16*r.Float64())
		}
		if r.IntN(5) == 0 {
			v *= math.Pow(10, -20*r.Float64())
		}
		return v
	}
	for range 50_000 {
		u, v := some(), some()
		if r.IntN(2) == 0 {
			u = v + math.Pow(10, -6*r.Float64())
		}
		for name, text := range map[string]string{"Short": Short(v), "Padded": Padded(v), "Pairing": Pairing(v), "Told": Told(v, u)} {
			if !shows(text, v) {
				t.Fatalf("%s of %v is %s", name, v, text)
			}
		}
		if math.Abs(u-v) > 1.01e-6 && Told(u, v) == Told(v, u) {
			t.Fatalf("%v and %v are %s", u, v, Told(u, v))
		}
		if a := u - math.Floor(u); a > 1e-5 && a < 1-1e-5 {
			both, n := AppendShares(nil, a)
			left, _, _ := shown(string(both[:n]))
			jump, _, _ := shown(string(both[n:]))
			if math.Abs(left+jump-1) > 1e-9 {
				t.Fatalf("%v: %s and %s", a, both[:n], both[n:])
			}
		}
	}
}

func TestReadsExactly(t *testing.T) {
	for v, want := range map[float64]bool{0: true, 1: true, 0.67: true, 0.335: true, -0.5: true, 2 * 0.33: true, 0.3267: false, 1. / 3: false, 1e-9: false} {
		if got := ReadsExactly(v); got != want {
			t.Errorf("that %v reads exactly as %s: %v", v, Short(v), got)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Number(-0.001, 2), "0.00"}, {Number(-1.5, 2), "−1.50"}, {Number(math.NaN(), 2), "none"}, {Number(math.Inf(-1), 2), "−∞"},
		{Short(1), "1"}, {Short(-0.5), "−0.5"}, {Short(0.99632), "0.996"}, {Short(0.13), "0.13"}, {Short(10), "10"}, {Short(1e-9), "10⁻⁹"}, {Short(-4.5e-34), "−4.5·10⁻³⁴"}, {Short(1 - 3e-7), "1 − 3·10⁻⁷"}, {Short(2 + 1e-9), "2 + 10⁻⁹"}, {Short(0), "0"}, {Short(5e-7), "5·10⁻⁷"}, {Short(math.Inf(1)), "+∞"},
		{Padded(0), "0.00"}, {Padded(1.0 / 1024), "0.00098"}, {Padded(-0.004), "−0.004"}, {Padded(0.25), "0.25"}, {Padded(0.335), "0.335"}, {Padded(1.004), "1.004"}, {Padded(1e-7), "10⁻⁷"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func ExampleCaption() {
	m, _ := Parse("lens=sub&x=0&g=1.3")
	fmt.Println(Plain(Caption(m, true).String()))
	// Output: Slope 1.30 is too large: the line is above the graph right of 0, so it is not a supporting line.
}

func ExampleRuns() {
	for _, r := range Runs("move the prime onto _φ_") {
		fmt.Printf("%q %v %v\n", r.Text, r.Math, r.Role)
	}
	// Output:
	// "move the prime onto " false ink
	// "φ" true probe
}
