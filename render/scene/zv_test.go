package scene

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
)

func TestZV(t *testing.T) {
	at, hand, _ := strings.Cut(os.Getenv("AT"), " | ")
	var c string
	var to float64
	fmt.Sscanf(hand, "%s to %g", &c, &to)
	s := stateAt(at)
	var d motion
	for i, n := range controlNames {
		if n == c {
			d = motion{figure.Control(i), to}
		}
	}
	var f Frame
	m := s.m
	Draw(&f, m, s.ask())
	from := figure.Slider(m, d.control).Now
	m = figure.Update(m, figure.Grab{Control: d.control})
	show := func(what string) {
		p := pen{Frame: &f, plan: newPlan(s.w, s.h, s.m.Lens, s.m.UI)}
		_, _, share := p.poses()
		for i := range f.wants {
			w := &f.wants[i]
			if w.key == os.Getenv("KEY") && w.axis.axis == 0 {
				fmt.Printf("%s share %.3f seat %v box %.0f anchor %.0f shown %.2f fade %.2f set %v follows %v cost %.1f\n", what, share, w.seat, w.box, w.anchor, w.shown, w.fade, w.set, w.follows, w.cost)
			}
		}
	}
	show("rest")
	N := dragSteps
	if os.Getenv("N") != "" {
		N = 200
	}
	for i := 0; i <= N; i++ {
		m = figure.Update(m, figure.Drag{Control: d.control, To: lerp(from, d.to, float64(i)/float64(N)), Pull: 8 / f.Unit})
		Draw(&f, m, s.ask())
		show(fmt.Sprintf("%.3f", figure.Slider(m, d.control).Now))
	}
	m = figure.Update(m, figure.Release{Control: d.control})
	for range 60 {
		Draw(&f, m, s.ask())
		show("released")
		if !m.Moving() {
			break
		}
		m = figure.Update(m, figure.Tick{Seconds: frameTime})
	}
	m = figure.Update(m, figure.Land{})
	Draw(&f, m, s.ask())
	show("land")
}
