package scene

import (
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

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
			if _, to, ok := f.Aim(Point{x, y}); ok {
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
