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
	{1400, 500}, {2000, 450},
}

// everywhere calls f with every window, lens, language and function, and a state
// of each.
func everywhere(f func(name string, m figure.Model, ask Ask)) {
	for wi, w := range everyWindow {
		for l := range figure.Lenses {
			for g := range lang.Langs {
				for k := range calculus.Kinds {
					i := (wi + int(l) + int(k)) % 5
					m, _ := figure.Parse("fn=" + k.String())
					m.Lens, m.Lang = l, g
					m.X = []float64{0, 1.4, -2, 0.05, 3.2}[i]
					m.G = []float64{0.4, 1.3, -0.7, 0, 2}[i]
					m.C = []float64{0.8, -1, 0, 3, -3}[i]
					m.W = []float64{1.4, 0.4, 3, 0.5, 2}[i]
					m.P = float64(i + 1)
					f(fmt.Sprintf("%.0f×%.0f lang=%s&%s", w[0], w[1], g.Code(), m.Link()), m, Ask{W: w[0], H: w[1], Theme: theme.Light()})
				}
			}
		}
	}
}

func overlap(a, b Rect) bool {
	const hair = 1
	return a.X+hair < b.X+b.W && b.X+hair < a.X+a.W && a.Y+hair < b.Y+b.H && b.Y+hair < a.Y+a.H
}

// TestBlocksHaveTheirRoom: no block leaves the frame or lies on another, on a
// plot, on a handle or on what is drawn of the column; each holds its text, and
// none is too small to read.
func TestBlocksHaveTheirRoom(t *testing.T) {
	var f Frame
	bad := 0
	everywhere(func(name string, m figure.Model, ask Ask) {
		if bad > 30 {
			return
		}
		fail := func(format string, args ...any) {
			bad++
			t.Errorf(name+": "+format, args...)
		}
		Draw(&f, m, ask)
		boxes, names := boxesOf(&f)
		for i, b := range f.Blocks {
			r := b.Rect
			if r.X < -11 || r.Y < 0 || r.X+r.W > f.W+0.5 || r.Y+r.H > f.H+0.5 {
				fail("block %d leaves the frame: %.0f of %.0f × %.0f", b.Slot, r, f.W, f.H)
			}
			if b.Size < 12 {
				fail("the type of block %d is %.1f px", b.Slot, b.Size)
			}
			for _, o := range f.Blocks[:i] {
				if overlap(r, o.Rect) {
					fail("block %d %.0f lies on block %d %.0f", b.Slot, r, o.Slot, o.Rect)
				}
			}
			for j, o := range boxes {
				if overlap(r, o) {
					fail("%s %.0f lies on block %d %.0f", names[j], o, b.Slot, r)
				}
			}
			for _, o := range f.Plots {
				if overlap(r, o) {
					fail("a plot %.0f lies on block %d %.0f", o, b.Slot, r)
				}
			}
			for _, s := range f.Spots {
				if d := s.Radius * 0.6; overlap(r, Rect{s.At.X - d, s.At.Y - d, 2 * d, 2 * d}) {
					fail("a handle at %.0f lies on block %d %.0f", s.At, b.Slot, r)
				}
			}
			lines := 0
			switch b.Slot {
			case SlotQuestion:
				lines = metrics.Lines(metrics.Serif500, []byte(figure.Plain(figure.Question(m).String())), b.Size, r.W)
			case SlotCaption:
				lines = metrics.Lines(metrics.Serif400, []byte(figure.Plain(figure.Caption(m, b.Short).String())), b.Size, r.W)
			}
			if float64(lines)*b.Lead > r.H+0.5 {
				fail("block %d has %d lines of %.0f px in %.0f px", b.Slot, lines, b.Lead, r.H)
			}
		}
		for _, w := range f.Words {
			if w.Size < 12 {
				fail("%q is %.1f px", w.Text, w.Size)
			}
		}
	})
}

// TestRoomsAreThoseOfTheFrame: the blocks are where they are without a picture
// too.
func TestRoomsAreThoseOfTheFrame(t *testing.T) {
	var f, g Frame
	everywhere(func(name string, m figure.Model, ask Ask) {
		if m.Lang != lang.English || t.Failed() {
			return
		}
		Draw(&f, m, ask)
		ask.Rooms = true
		Draw(&g, m, ask)
		if !slices.Equal(f.Blocks, g.Blocks) || f.H != g.H {
			t.Errorf("%s: %v, and with the picture %v", name, g.Blocks, f.Blocks)
		}
	})
}

// TestPlotsHaveTheirRoom: panels are inside the frame, show the whole range of
// P, in a unit that can be read.
func TestPlotsHaveTheirRoom(t *testing.T) {
	var f Frame
	bad := 0
	everywhere(func(name string, m figure.Model, ask Ask) {
		if bad > 30 || m.Lang != lang.English { // the words are blocks
			return
		}
		fail := func(format string, args ...any) {
			bad++
			t.Errorf(name+": "+format, args...)
		}
		Draw(&f, m, ask)
		if r := figure.XRange(); f.Window.Lo > r.Lo || f.Window.Hi < r.Hi {
			fail("x is seen from %v to %v", f.Window.Lo, f.Window.Hi)
		}
		if f.Unit < 24 {
			fail("a unit is %v px", f.Unit)
		}
		for _, a := range f.Plots {
			if a.X < 0 || a.X+a.W > f.W || a.Y < 0 || a.Y+a.H > f.H {
				fail("a plot leaves the frame: %.0f", a)
			}
		}
		p := newPlan(ask.W, ask.H, m.Lens, m.UI)
		if p.style.tick < 12 || p.style.word < 12 {
			fail("numbers of %.1f px, words of %.1f px", p.style.tick, p.style.word)
		}
	})
}

// TestReadoutsDoNotTouch: the four readouts fit their row, or their two rows.
func TestReadoutsDoNotTouch(t *testing.T) {
	var f Frame
	everywhere(func(name string, m figure.Model, ask Ask) {
		if l := newPlan(ask.W, ask.H, m.Lens, m.UI).layout; m.X == 0 || t.Failed() || l != Desktop && l != Medium {
			return
		}
		Draw(&f, m, ask)
		for _, b := range f.Blocks {
			if b.Slot != SlotReadout {
				continue
			}
			w := 0.0
			for _, r := range figure.Readouts(m) {
				w += metrics.Width(metrics.Sans600, []byte(r.Label), ReadoutLabel) + ReadoutGap + metrics.Width(metrics.Serif400, []byte(figure.Plain(r.Text)), 1)
				if r.Extra != "" {
					w += ReadoutGap + metrics.Width(metrics.Serif400, []byte(figure.Plain(r.Extra)), 1)
				}
			}
			if w = (w + 3*ReadoutGap) * b.Size; w > b.Rect.W {
				t.Errorf("%s: the readouts need %.0f px of %.0f", name, w, b.Rect.W)
			}
		}
	})
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
