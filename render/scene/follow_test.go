package scene

import (
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
)

// standing is a label that stands in a box and is seen.
func standing(l label, b Rect) want {
	l.Set, l.Box = true, b
	return want{label: l, shown: 1}
}

// TestTheLessImportantFades: what comes to lie on another goes, steadily.
func TestTheLessImportantFades(t *testing.T) {
	last := 1.0
	for x := 90.0; x > 40; x -= 0.25 {
		p := &pen{Frame: &Frame{}}
		p.wants = append(p.wants,
			standing(label{key: "a"}, rect(0, 0, 60, 16)),
			standing(label{key: "b"}, rect(x, 4, 60, 16)),
			standing(label{key: "c", under: figure.C}, rect(300, 0, 60, 16)))
		p.yield(0)
		if p.wants[0].shown != 1 || p.wants[2].shown != 1 {
			t.Fatal("the more important one fades")
		}
		now := p.wants[1].shown
		if now > last || last-now > 0.1 {
			t.Errorf("at %v it goes from %v to %v", x, last, now)
		}
		if x <= 60 && now > 0 {
			t.Errorf("at %v it lies on the other and is seen", x)
		}
		last = now
	}
}

// TestALabelOnTheHandleGivesWay: a handle hides a label that it comes to lie on,
// and that a number of an axis.
func TestALabelOnTheHandleGivesWay(t *testing.T) {
	p := &pen{Frame: &Frame{}}
	p.wants = append(p.wants,
		standing(label{Label: place.Label{Tick: place.Tick{Axis: 'x'}}}, rect(210, 5, 20, 20)),
		standing(label{}, rect(0, 0, 60, 16)),
		standing(label{}, rect(200, 0, 60, 16)))
	p.take(rect(50, 5, 20, 20))
	p.yield(0)
	if a, b, c := p.wants[0].shown, p.wants[1].shown, p.wants[2].shown; a != 0 || b != 0 || c != 1 {
		t.Errorf("shown are the number %v and the labels %v and %v", a, b, c)
	}
}
