package scene

import (
	"fmt"
	"slices"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// everyWindow are boxes of every kind, px.
var everyWindow = [][2]float64{
	{320, 480}, {320, 568}, {360, 640}, {375, 667}, {390, 844}, {430, 932}, {480, 320}, {540, 720}, {559, 800},
	{560, 400}, {600, 420}, {667, 375}, {720, 420}, {800, 600}, {844, 390}, {899, 559}, {899, 700},
	{600, 960}, {768, 1024}, {820, 1180}, {1024, 1366}, {1080, 1920}, {1200, 1600},
	{900, 560}, {900, 800}, {960, 600}, {1000, 560}, {1024, 600}, {1024, 768}, {1100, 1000}, {1180, 820}, {1199, 700},
	{1200, 560}, {1280, 600}, {1280, 720}, {1280, 800}, {1280, 1024}, {1366, 640}, {1366, 768}, {1440, 780}, {1440, 900},
	{1536, 730}, {1600, 900}, {1680, 1050}, {1920, 560}, {1920, 960}, {1920, 1080}, {2560, 1080}, {2560, 1440}, {3440, 1440}, {3840, 2160},
	{1400, 500}, {2000, 450}, {933, 560}, {945, 567}, {960, 576}, {985, 591}, {1000, 600}, {1100, 660},
}

// TestEveryRoom draws every window, lens, language and function, in a state of each.
func TestEveryRoom(t *testing.T) {
	for wi, w := range everyWindow {
		t.Run(fmt.Sprintf("%.0f×%.0f", w[0], w[1]), func(t *testing.T) {
			t.Parallel()
			var f, g Frame
			for l := range figure.Lenses {
				for k := range calculus.Kinds {
					i := (wi + int(l) + int(k)) % 5
					m, _ := figure.Parse("fn=" + k.String())
					m.Lens = l
					m.X = []float64{0, 1.4, -2, 0.05, 3.2}[i]
					m.G = []float64{0.4, 1.3, -0.7, 0, 2}[i]
					m.C = []float64{0.8, -1, 0, 3, -3}[i]
					m.W = []float64{1.4, 0.4, 3, 0.5, 2}[i]
					m.P = float64(i + 1)
					ask := Ask{W: w[0], H: w[1], Theme: theme.Light()}
					for m.Lang = range lang.Langs {
						r := room{t, &f, m, ask, newPlan(ask.W, ask.H, m.Lens, m.UI)}
						Draw(&f, m, ask)
						r.blocks()
						r.readouts()
						if m.Lang == lang.English { // the words are blocks
							r.plots()
							r.withoutPicture(&g)
						}
					}
				}
			}
		})
	}
}

// room is a frame that was drawn.
type room struct {
	t *testing.T
	*Frame
	m    figure.Model
	ask  Ask
	plan plan
}

func (r room) fail(format string, args ...any) {
	r.t.Helper()
	r.t.Errorf("lang="+r.m.Lang.Code()+"&"+r.m.Link()+": "+format, args...)
}

func overlap(a, b Rect) bool {
	const hair = 1
	return a.X+hair < b.X+b.W && b.X+hair < a.X+a.W && a.Y+hair < b.Y+b.H && b.Y+hair < a.Y+a.H
}

// blocks: none leaves the frame or lies on another, on a plot, on a handle or on what
// is drawn of the column; each holds its text, and none is too small to read.
func (r room) blocks() {
	boxes, names := boxesOf(r.Frame)
	for i, b := range r.Blocks {
		q := b.Rect
		if q.X < -11 || q.Y < 0 || q.X+q.W > r.W+0.5 || q.Y+q.H > r.H+0.5 {
			r.fail("block %d leaves the frame: %.0f of %.0f × %.0f", b.Slot, q, r.W, r.H)
		}
		if b.Size < 12 {
			r.fail("the type of block %d is %.1f px", b.Slot, b.Size)
		}
		for _, o := range r.Blocks[:i] {
			if overlap(q, o.Rect) {
				r.fail("block %d %.0f lies on block %d %.0f", b.Slot, q, o.Slot, o.Rect)
			}
		}
		for j, o := range boxes {
			if overlap(q, o) {
				r.fail("%s %.0f lies on block %d %.0f", names[j], o, b.Slot, q)
			}
		}
		for _, o := range r.Plots {
			if overlap(q, o) {
				r.fail("a plot %.0f lies on block %d %.0f", o, b.Slot, q)
			}
		}
		for _, s := range r.Spots {
			if d := s.Radius * 0.6; overlap(q, rect(s.At.X-d, s.At.Y-d, 2*d, 2*d)) {
				r.fail("a handle at %.0f lies on block %d %.0f", s.At, b.Slot, q)
			}
		}
		lines := 0
		switch b.Slot {
		case SlotQuestion:
			lines = metrics.Lines(metrics.Serif500, []byte(figure.Plain(figure.Question(r.m).String())), b.Size, q.W)
		case SlotCaption:
			lines = metrics.Lines(metrics.Serif400, []byte(figure.Plain(figure.Caption(r.m, b.Short).String())), b.Size, q.W)
		}
		if float64(lines)*b.Lead > q.H+0.5 {
			r.fail("block %d has %d lines of %.0f px in %.0f px", b.Slot, lines, b.Lead, q.H)
		}
	}
	for _, w := range r.Words {
		if w.Size < 12 {
			r.fail("%q is %.1f px", w.Text, w.Size)
		}
	}
}

// withoutPicture: the blocks are where they are without a picture too.
func (r room) withoutPicture(g *Frame) {
	r.ask.Rooms = true
	Draw(g, r.m, r.ask)
	if !slices.Equal(r.Blocks, g.Blocks) || r.H != g.H {
		r.fail("%v, and with the picture %v", g.Blocks, r.Blocks)
	}
}

// plots: panels are inside the frame, show the whole range of x, in a unit that can
// be read.
func (r room) plots() {
	if x := figure.XRange(); r.Window.Lo > x.Lo || r.Window.Hi < x.Hi {
		r.fail("x is seen from %v to %v", r.Window.Lo, r.Window.Hi)
	}
	if r.Unit < 24 {
		r.fail("a unit is %v px", r.Unit)
	}
	for _, a := range r.Plots {
		if a.X < 0 || a.X+a.W > r.W || a.Y < 0 || a.Y+a.H > r.H {
			r.fail("a plot leaves the frame: %.0f", a)
		}
	}
	if st := r.plan.style; st.tick < 12 || st.word < 12 {
		r.fail("numbers of %.1f px, words of %.1f px", st.tick, st.word)
	}
}

// readouts: the four of them fit their row, or their two rows.
func (r room) readouts() {
	if r.m.X == 0 || r.plan.layout != Desktop && r.plan.layout != Medium {
		return
	}
	for _, b := range r.Blocks {
		if b.Slot != SlotReadout {
			continue
		}
		w := 0.0
		for _, q := range figure.Readouts(r.m) {
			w += metrics.Width(metrics.Sans600, []byte(figure.Plain(q.Word+q.Label)), ReadoutLabel) + ReadoutGap + metrics.Width(metrics.Serif400, []byte(figure.Plain(q.Text)), 1)
			if q.Extra != "" {
				w += ReadoutGap + metrics.Width(metrics.Serif400, []byte(figure.Plain(q.Extra)), 1)
			}
		}
		if w = (w + 3*ReadoutGap) * b.Size; w > b.Rect.W {
			r.fail("the readouts need %.0f px of %.0f", w, b.Rect.W)
		}
	}
}

// TestTheWindowIsUsed: type grows with the window, and between column and margin
// no third of it is empty.
func TestTheWindowIsUsed(t *testing.T) {
	var f Frame
	for _, w := range [][2]float64{{1440, 900}, {1920, 1080}, {1920, 960}, {2560, 1440}, {2560, 1080}, {3440, 1440}} {
		m := figure.New()
		Draw(&f, m, Ask{W: w[0], H: w[1], Theme: theme.Light()})
		right := 0.0
		for _, a := range f.Plots {
			right = max(right, a.X+a.W)
		}
		var column Rect
		for _, b := range f.Blocks {
			if b.Slot == SlotCaption {
				column = b.Rect
				if want := 20 * min(w[0]/1440, w[1]/900); b.Size < want-0.01 {
					t.Errorf("%v: prose of %.1f px, want %.1f", w, b.Size, want)
				}
			}
		}
		if gap := f.Left - column.X - column.W; gap > w[0]/5 || w[0]-right > w[0]/4 {
			t.Errorf("%v: %.0f px between column and plot, %.0f px right of it", w, gap, w[0]-right)
		}
	}
}

// TestNothingHangsBelowTheAxis: in the lecture no label of a handle stands under the numbers
// of the axis, where the sentence is.
func TestNothingHangsBelowTheAxis(t *testing.T) {
	tried := 0
	for _, link := range []string{"lens=sub&x=0&g=0", "lens=sub&x=0&g=0.4", "fn=abs&lens=sub&x=0&g=-1", "fn=heaviside&lens=sub&x=0&g=0", "x=0", "lens=dist&p=5", "fn=softplus&lens=point&x=-2"} {
		for _, size := range [...][2]float64{{1280, 720}, {1920, 1080}, {1024, 768}, {1280, 600}} {
			for _, l := range [...]lang.Lang{lang.English, lang.German} {
				m, _ := figure.Parse(link)
				m.UI, m.Lang = figure.UILecture, l
				var f Frame
				Draw(&f, m, Ask{W: size[0], H: size[1], Theme: theme.Light()})
				low := f.Plots[len(f.Plots)-1]
				for _, n := range f.named {
					if tried++; n.shown > 0 && n.spot && n.box.Bottom() > low.Y+low.H+air+1 {
						t.Errorf("%s at %v: %s stands at %.0f, the panel ends at %.0f", link, size, n.key, n.box, low.Y+low.H)
					}
				}
			}
		}
	}
	if tried == 0 {
		t.Error("no label was tried")
	}
}
