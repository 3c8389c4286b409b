package scene

import (
	"math/rand/v2"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// TestStepsAreRead: in small figures, too, the numbers of the steps are there, and their
// labels are in their panels and off the way of the steps.
func TestStepsAreRead(t *testing.T) {
	seen, tens := 0, 0
	for k := range 1200 {
		r := rand.New(rand.NewPCG(22, uint64(k)))
		s := stepping(r, "")
		size := [...][2]float64{{480, 360}, {600, 400}, {720, 480}, {390, 844}, {720, 420}, {1280, 720}}[k%6]
		s.w, s.h, s.title, s.m.UI = size[0], size[1], "", figure.UIFull
		s = s.settled().with(figure.K, float64(r.IntN(figure.MostSteps+1)))
		if s.m.Path.N == 0 {
			continue
		}
		seen++
		var f Frame
		Draw(&f, s.m, s.ask())
		a := f.panels.upper.rect()
		for _, n := range f.named {
			if n.shown < 0.2 {
				continue
			}
			if of := map[string]bool{"t": true, "iterate": true, "step-g": true, "axis-k": true}; of[n.key] && (n.box.X < a.X || n.box.X+n.box.W > a.X+a.W) {
				t.Errorf("%s: %s %.0f is not within %.0f", s, n.key, n.box, a)
			}
			for i := range f.Marks {
				if m := &f.Marks[i]; m.Kind == Stroke && m.Ink == theme.Subgradient && m.Plot == f.panels.lower.id && m.crosses(n.box) {
					t.Errorf("%s: %s %.0f lies on the way of the steps", s, n.key, n.box)
				}
			}
		}
		for i := range f.wants {
			if w := &f.wants[i]; w.Tick == (place.Tick{Axis: 'y', Plot: f.panels.lower.id, Index: figure.MostSteps}) && w.seen() {
				tens++
			}
		}
	}
	if seen < 400 || tens < seen-seen/20 { // the letter k or a label stands there at times
		t.Errorf("of %d pictures %d have the number %d", seen, tens, figure.MostSteps)
	}
}

// TestMethodsStandStill: whatever the sentence about the steps, the list of the methods
// and the buttons stay where they are.
func TestMethodsStandStill(t *testing.T) {
	texts := append([]string{"", "", ""}, "|x|", "x^2", "max(-x,2x)", "|x-1|+exp(x)/9", "-|x|")
	for k := range 300 {
		r := rand.New(rand.NewPCG(23, uint64(k)))
		s := stepping(r, texts[k/2%len(texts)])
		if k%2 == 0 {
			size := [...][2]float64{{600, 400}, {720, 480}, {390, 844}, {720, 420}, {640, 380}}[k/2%5]
			s.w, s.h = size[0], size[1]
		}
		s.title, s.m.UI = "", figure.UIFull
		s = s.settled()
		var at [2]Rect
		for n := range figure.MostSteps + 1 {
			var f Frame
			now := s.with(figure.K, float64(n))
			Draw(&f, now.m, now.ask())
			for i, slot := range [...]Slot{SlotMethod, SlotSteps} {
				for _, b := range f.Blocks {
					switch {
					case b.Slot != slot:
					case n == 0:
						at[i] = b.Rect
					case at[i] != b.Rect:
						t.Errorf("%s: %s is at %.0f, and was at %.0f", now, slotNames[slot], b.Rect, at[i])
					}
				}
			}
		}
	}
}

// TestStepsCanBeTaken: wherever the list of the methods has room, the list and the
// buttons have it too while steps are taken.
func TestStepsCanBeTaken(t *testing.T) {
	var f Frame
	room := func(link string, w, h float64) (s [Slots]bool) {
		m, _ := figure.Parse("lens=sub&" + link)
		Draw(&f, m, Ask{W: w, H: h, Theme: theme.Light()})
		for _, b := range f.Blocks {
			s[b.Slot] = true
		}
		return s
	}
	for _, size := range [][2]float64{{1440, 900}, {1280, 600}, {1024, 768}, {720, 420}, {720, 560}, {620, 420}, {390, 844}, {320, 480}} {
		for _, lang := range []string{"en", "de"} {
			for _, fn := range []string{"relu", "abs", "square", "minusabs"} {
				if off := room("fn="+fn+"&lang="+lang, size[0], size[1]); !off[SlotMethod] {
					continue
				}
				for _, method := range []string{"fixed", "shrinking", "proximal"} {
					for _, k := range []string{"0", "1", "4"} {
						if s := room("fn="+fn+"&lang="+lang+"&x=1.3&t=0.5&steps="+method+"&k="+k, size[0], size[1]); !s[SlotMethod] || !s[SlotSteps] {
							t.Errorf("%v, %s, %s, %s after %s: list %v, buttons %v", size, lang, fn, method, k, s[SlotMethod], s[SlotSteps])
						}
					}
				}
			}
		}
	}
}

// TestAimAtSteps: a click among the steps, where nothing of the point is drawn, leaves it
// where it is; one on the graph brings it.
func TestAimAtSteps(t *testing.T) {
	var f Frame
	m, _ := figure.Parse("fn=abs&lens=sub&steps=fixed&x=1.3&t=0.5&k=7")
	Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
	low := f.Plots[1]
	for y := low.Y; y < low.Y+low.H; y += 5 {
		for x := low.X; x < low.X+low.W; x += 9 {
			if _, to, ok := f.Aim(pt(x, y)); ok {
				t.Fatalf("a click at %.0f, %.0f brings the point to %v", x, y, to)
			}
		}
	}
	if _, to, ok := f.Aim(f.panels.upper.at(-1, 1)); !ok || to < -1.01 || to > -0.99 {
		t.Errorf("a click on the graph brings it to %v, %v", to, ok)
	}
}

// TestTurnsToSteps: from every lens there is a way to steps that have been taken, and back.
func TestTurnsToSteps(t *testing.T) {
	for _, from := range []string{"lens=point&x=0.5", "lens=sub&x=0", "lens=dist&p=3", "lens=compare"} {
		for _, to := range []string{"fn=abs&lens=sub&steps=fixed&x=1.3&t=0.5&k=1", "fn=abs&lens=sub&steps=shrinking&x=1.3&t=1&k=9", "lens=sub&steps=proximal&x=1.3&t=0.5&k=2"} {
			var f Frame
			ask := Ask{W: 1440, H: 900, Theme: theme.Light()}
			m, _ := figure.Parse(from)
			for _, link := range []string{to, from} {
				m = figure.Update(m, figure.Show{Link: link})
				for range 30 {
					Draw(&f, m, ask)
					m = figure.Update(m, figure.Tick{Seconds: 0.05})
				}
				if want, _ := figure.Parse(link); m.Goal().Link() != want.Goal().Link() {
					t.Errorf("from %s to %s it is %s", from, link, m.Goal().Link())
				}
			}
		}
	}
}
