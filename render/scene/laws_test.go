package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// TestLaws tries the laws of the picture in random states: every function, lens
// and language, windows from 320 × 480 to 3440 × 1440, handles anywhere. A run of
// more states, or of one that was told of:
//
//	LAWS=100000 go test ./render/scene -run 'TestLaws$' -v
//	LAWS_AT='1280x600 fn=cube&lens=sub&x=1.4' go test ./render/scene -run 'TestLaws$' -v
//
// 20 000 states are 20 s of one processor, most of it the placing of labels. What
// breaks is told by law, with its count, and a handful of states made as simple as
// they can be.
func TestLaws(t *testing.T) {
	if at := os.Getenv("LAWS_AT"); at != "" {
		s := stateAt(at)
		for _, b := range new(judge).broken(s) {
			t.Errorf("%s: %s: %s", s, b.law, b.what)
		}
		return
	}
	n := count(t, "LAWS", 4_000)
	inShards(t, n, func(k int, j *judge, all tally) {
		s := randomState(rand.New(rand.NewPCG(12, uint64(k))), "")
		all.add(s, "", j.broken(s))
	}).tell(t, n)
}

// TestLawsOfFormulas tries them for formulas, one for 25 of the others.
func TestLawsOfFormulas(t *testing.T) {
	n, texts := count(t, "LAWS", 25_000)/25, formulasTried()
	inShards(t, n, func(k int, j *judge, all tally) {
		s := randomState(rand.New(rand.NewPCG(15, uint64(k))), texts[k%len(texts)])
		all.add(s, "", j.broken(s))
	}).tell(t, n)
}

// TestLawsOfSteps tries them while the point takes steps, one for 10 of the others.
func TestLawsOfSteps(t *testing.T) {
	n := count(t, "LAWS", 10_000) / 10
	texts := append(formulasTried(), "|x|", "relu(x)", "x^2", "max(-x,2x)")
	inShards(t, n, func(k int, j *judge, all tally) {
		text := ""
		if k%2 == 0 {
			text = texts[k/2%len(texts)]
		}
		s := stepping(rand.New(rand.NewPCG(17, uint64(k))), text)
		all.add(s, "", j.broken(s))
	}).tell(t, n)
}

// stepping is a random state in which the point takes steps.
func stepping(r *rand.Rand, text string) state {
	s := randomState(r, text)
	s.m = figure.Update(figure.Update(s.m, figure.Look{Lens: figure.Sub}), figure.Descend{Method: figure.Method(1 + r.IntN(3))})
	s = s.settled()
	for _, c := range [...]figure.Control{figure.T, figure.K} {
		s = s.with(c, anywhere(r, s.m, c))
	}
	return s
}

// TestLawsOfPoles tries them for formulas that are unbounded, one for 100 of the others.
func TestLawsOfPoles(t *testing.T) {
	n := count(t, "LAWS", 25_000) / 100
	texts := []string{"ln|x|", "{x<0: 0, ln(x)}", "1/sqrt|x|", "-|x|^(-1/3)", "ln|x-1|+H(x)", "ln(|x^2-1|)"}
	inShards(t, n, func(k int, j *judge, all tally) {
		s := randomState(rand.New(rand.NewPCG(16, uint64(k))), texts[k%len(texts)])
		all.add(s, "", j.broken(s))
	}).tell(t, n)
}

// inShards tries n samples, as many at once as there are processors to.
func inShards(t *testing.T, n int, try func(k int, j *judge, all tally)) tally {
	all := tally{}
	shards := 2 * runtime.GOMAXPROCS(0)
	t.Run("samples", func(t *testing.T) {
		for i := range shards {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				var j judge
				mine := tally{}
				for k := i; k < n; k += shards {
					try(k, &j, mine)
				}
				all.merge(mine)
			})
		}
	})
	return all
}

// count is how many states are tried.
func count(t *testing.T, name string, otherwise int) int {
	if v := os.Getenv(name); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return otherwise
}

// state is what a picture is drawn of.
type state struct {
	m     figure.Model
	w, h  float64
	title string // of a lecture's scene
}

func (s state) String() string {
	text := fmt.Sprintf("%.0fx%.0f %s", s.w, s.h, s.m.Link())
	if s.title != "" {
		text += " " + strconv.Quote(s.title)
	}
	return text
}

func (s state) ask() Ask { return Ask{W: s.w, H: s.h, Theme: theme.Light(), Title: s.title} }

// stateAt is the state that a text names: its window, its address and, of a
// lecture, its title.
func stateAt(text string) (s state) {
	size, rest, _ := strings.Cut(text, " ")
	link, title, _ := strings.Cut(rest, " ")
	fmt.Sscanf(size, "%fx%f", &s.w, &s.h)
	s.title, _ = strconv.Unquote(title)
	s.m, _ = figure.Parse(strings.TrimLeft(link, "#"))
	return s.settled()
}

// settled is the state as a page shows it: with the window of its drawing, and at
// rest.
func (s state) settled() state {
	pl := newPlan(s.w, s.h, s.m.Lens, s.m.UI)
	s.m = figure.Update(figure.Update(s.m, figure.Resize{Window: figure.Window{Lo: pl.lo, Hi: pl.hi}}), figure.Land{})
	return s
}

// with is the state with a control at a value.
func (s state) with(c figure.Control, v float64) state {
	s.m = figure.Update(s.m, figure.Assign{Control: c, To: v})
	return s.settled()
}

// tried are the windows that every run has.
var tried = [...][2]float64{
	{1440, 900}, {1280, 600}, {1024, 768}, {1366, 768}, {390, 844}, {720, 420}, {1920, 1080}, {320, 480}, {320, 568}, {360, 640}, {414, 896},
	{768, 1024}, {820, 1180}, {1280, 720}, {1280, 800}, {1536, 864}, {2560, 1440}, {3440, 1440}, {640, 380}, {560, 420}, {900, 560}, {1199, 700},
}

// titles of a lecture's scenes.
var titles = [...]string{"", "A ramp with a corner", "“Almost everywhere”, and what it hides", "_r_′ is the step _H_"}

// formulasTried are the examples and formulas that are awkward.
func formulasTried() []string {
	var all []string
	for _, e := range figure.Examples() {
		all = append(all, e.Text)
	}
	return append(all, "{x=0: 1, 0}", "{x=0: -1, x^2}", "sin(x)/x", "sign(x)", "cbrt(x)", "sqrt(|x-1|)", "-|x-1|", "{x<1: x, 3}", "|x|^3",
		"relu(x-2.5)", "2", "3x-1", "H(x+1)-H(x-1)", "{x<0: x, x=0: 5, x+1}", "corners(-1:0, 0:1, 1:0)", "exp(x)", "|x|*ln(|x|)",
		"min(|x|,1)-x^2/9", "arctan(5x)", "10x", "20|x|", "{x<0: -4, 4}", "sin(5x)", "x^2+10",
		"max(x,0)+|x|", "0.3relu(-x)-max(x,0)", "sqrt(x^2)", "clip(x,0,1)")
}

func randomState(r *rand.Rand, text string) state {
	var s state
	kind := calculus.Kind(r.IntN(int(calculus.Kinds)))
	s.m = figure.Update(figure.New(), figure.Choose{Fn: kind})
	if text != "" {
		s.m = figure.Update(s.m, figure.Define{Text: text})
	}
	s.m.Lens = figure.Lens(r.IntN(int(figure.Lenses)))
	s.m.Lang = lang.Lang(r.IntN(int(lang.Langs)))
	if w := tried[r.IntN(len(tried))]; r.IntN(3) > 0 {
		s.w, s.h = w[0], w[1]
	} else {
		between := func(lo, hi float64) float64 { return math.Round(lo * math.Pow(hi/lo, r.Float64())) }
		s.w, s.h = between(320, 3440), between(360, 1440)
	}
	switch k := r.IntN(20); {
	case k < 3 && s.w > s.h && s.w >= 640:
		s.m.UI, s.title = figure.UILecture, titles[r.IntN(len(titles))]
	case k < 5:
		s.m.UI = figure.UIMin
	case k < 7:
		s.m.UI = figure.UINone
	}
	if s.m.Lens == figure.Dist {
		s.m.Sweep = r.IntN(8) == 0
		if r.IntN(5) == 0 && s.m.HasNextOrder() {
			s.m.Order = figure.Second
		}
	}
	s = s.settled()
	for c := figure.X; c <= figure.S; c++ {
		s = s.with(c, anywhere(r, s.m, c))
	}
	return s
}

// anywhere is a value of a control: its default, an end of its range, a place
// where something happens or nearly so, or any.
func anywhere(r *rand.Rand, m figure.Model, c figure.Control) float64 {
	words := figure.Slider(m, c)
	lo, hi := words.Min, words.Max
	if c == figure.P {
		if v := float64(1 + r.IntN(5)); r.IntN(5) > 0 {
			return v
		}
		return lo + (hi-lo)*r.Float64()
	}
	near := func() float64 { // nothing, a hair or a hand's breadth
		return []float64{0, 0, 0.001, 0.02, 0.1}[r.IntN(5)] * float64(1-2*r.IntN(2))
	}
	switch r.IntN(8) {
	case 0:
		return words.Now
	case 1:
		return lo
	case 2:
		return hi
	case 3, 4:
		switch at := m.Function(); c {
		case figure.X, figure.C:
			v := 0.0
			if b := at.Breaks(); len(b) > 0 {
				v = b[r.IntN(len(b))]
			}
			if c == figure.C && r.IntN(2) == 0 { // an end of the support on it
				v += m.W * float64(1-2*r.IntN(2))
			}
			return v + near()
		case figure.G:
			if s := at.Subdifferential(m.X); !s.Empty() {
				return []float64{s.Lo, s.Hi, (s.Lo + s.Hi) / 2}[r.IntN(3)] + near()
			}
			return near()
		case figure.A:
			return float64(r.IntN(3)-1) + near()
		case figure.S:
			return near()
		case figure.W:
			return 0.4 + math.Abs(near())
		case figure.H, figure.Beta:
			return hi * math.Pow(lo/hi, r.Float64())
		}
	}
	v := lo + (hi-lo)*r.Float64()
	return math.Round(v*100) / 100
}

// fault is a law that a picture breaks.
type fault struct {
	law  string
	what string
}

// tally counts what breaks, by law.
type tally map[string]*toll

type toll struct {
	states   int // that break it
	lenses   [figure.Lenses]int
	examples []example
}

// example is a state that breaks a law, and how.
type example struct {
	state
	hand string // what a hand does to it, if anything
	fault
}

func (e example) String() string { return e.state.String() + e.hand + "\n\t\t" + e.what }

// handful is how many states are told of a law.
const handful = 4

// add counts the faults of a state, or of what a hand does to it, and keeps a few.
func (t tally) add(s state, hand string, faults []fault) {
	seen := map[string]bool{}
	for _, f := range faults {
		if seen[f.law] {
			continue
		}
		seen[f.law] = true
		c := t[f.law]
		if c == nil {
			c = &toll{}
			t[f.law] = c
		}
		c.states++
		c.lenses[s.m.Lens]++
		if len(c.examples) < handful {
			c.examples = append(c.examples, example{s, hand, f})
		}
	}
}

// simpler is a state that is nearer to the opening one and breaks the same law,
// and how.
func (s state) simpler(f fault, j *judge) (state, string) {
	try := func(n state) {
		if n = n.settled(); n.m != s.m || n.w != s.w || n.h != s.h || n.title != s.title {
			for _, b := range j.broken(n) {
				if b.law == f.law {
					s, f = n, b
					break
				}
			}
		}
	}
	plain := s
	plain.m.Lang, plain.m.Order, plain.m.Sweep, plain.title = lang.English, figure.First, false, ""
	try(plain)
	for _, w := range [...][2]float64{{1440, 900}, {1024, 768}, {390, 844}, {720, 420}} {
		n := s
		n.w, n.h = w[0], w[1]
		try(n)
	}
	ui := s
	ui.m.UI, ui.title = figure.UIFull, ""
	try(ui)
	fresh := figure.Update(figure.New(), figure.Choose{Fn: s.m.Fn})
	for c := figure.X; c < figure.Controls; c++ {
		if !s.m.Has(c) {
			continue
		}
		now := figure.Slider(s.m, c).Now
		for _, v := range [...]float64{figure.Slider(fresh, c).Now, math.Round(now), math.Round(now*10) / 10} {
			if v != now {
				try(s.with(c, v))
				if figure.Slider(s.m, c).Now == v {
					break
				}
			}
		}
	}
	n := s
	n.m.Fn = calculus.ReLU
	try(n)
	return s, f.what
}

var merging sync.Mutex

func (t tally) merge(o tally) {
	merging.Lock()
	defer merging.Unlock()
	for law, c := range o {
		if t[law] == nil {
			t[law] = &toll{}
		}
		t[law].states += c.states
		for i, n := range c.lenses {
			t[law].lenses[i] += n
		}
		t[law].examples = append(t[law].examples, c.examples...)
	}
}

// tell reports what breaks, of n states.
func (t tally) tell(tt *testing.T, n int) {
	var laws []string
	for law := range t {
		laws = append(laws, law)
	}
	slices.Sort(laws)
	j := new(judge)
	for _, law := range laws {
		c := t[law]
		list := ""
		for i, e := range c.examples[:min(handful, len(c.examples))] {
			if e.hand == "" && i < 2 { // which takes a while
				e.state, e.what = e.state.simpler(e.fault, j)
			}
			list += "\n\t" + e.String()
		}
		text := fmt.Sprintf("%s: %d of %d (point %d, sub %d, dist %d, compare %d)%s", law, c.states, n,
			c.lenses[figure.Point], c.lenses[figure.Sub], c.lenses[figure.Dist], c.lenses[figure.Compare], list)
		tt.Error(text)
	}
}
