package scene

import (
	"fmt"
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// pulls are the drags of each lens, over all that a hand can reach.
var pulls = [figure.Lenses][]hand{
	figure.Point:   {{control: figure.X, from: -3, to: 3}, {control: figure.H, from: 0.05, to: 2}, {control: figure.A, from: -1, to: 2}, {control: figure.Beta, from: 0.5, to: 64}},
	figure.Sub:     {{control: figure.X, from: -3, to: 3}, {control: figure.G, from: -2, to: 3}, {control: figure.A, from: -1, to: 2}, {control: figure.Beta, from: 0.5, to: 64}},
	figure.Dist:    {{control: figure.C, from: -3, to: 3}, {control: figure.W, from: 0.4, to: 3}, {control: figure.A, from: -1, to: 2}, {control: figure.Beta, from: 0.5, to: 64}},
	figure.Compare: {{control: figure.G, from: -2, to: 3}, {control: figure.S, from: -1, to: 1}},
}

// TestLabelsFollowTheHand: while a control is dragged over its range no label
// moves farther than its anchor, none changes sides, and what is seen of two of
// them does not overlap.
func TestLabelsFollowTheHand(t *testing.T) {
	windows := []struct{ w, h float64 }{{1440, 900}, {390, 844}}
	for k := range calculus.Kinds {
		t.Run(k.String(), func(t *testing.T) {
			t.Parallel()
			for l := range figure.Lenses {
				for _, win := range windows {
					for _, h := range pulls[l] {
						m, _ := figure.Parse("fn=" + k.String() + "&x=0.5")
						m.Lens = l
						name := fmt.Sprintf("%v, %s, %v, %s", k, lensNames[l], win, controlNames[h.control])
						dragged(t, name, m, h, Ask{W: win.w, H: win.h, Theme: theme.Light()})
					}
				}
			}
		})
	}
}

func dragged(t *testing.T, name string, m figure.Model, h hand, ask Ask) {
	var f Frame
	Draw(&f, m, ask)
	m = figure.Update(m, figure.Grab{Control: h.control})
	last := map[string]named{}
	const hop = 18.0 // px
	step := hop / f.Unit
	n := int((h.to - h.from) / step)
	for i := 0; i <= n; i++ {
		v := h.from + step*float64(i)
		m = figure.Update(m, figure.Tick{Seconds: 1. / 60})
		m = figure.Update(m, figure.Drag{Control: h.control, To: v})
		Draw(&f, m, ask)
		now := map[string]named{}
		for _, q := range f.named {
			now[q.key] = q
			was, ok := last[q.key]
			if q.shown < 0.1 || !ok || was.shown < 0.1 {
				continue
			}
			wider := math.Abs(q.box.W - was.box.W)
			moved := math.Hypot(q.anchor.X+q.offset.X-was.anchor.X-was.offset.X, q.anchor.Y+q.offset.Y-was.anchor.Y-was.offset.Y)
			far := q.anchor.From(was.anchor)
			if moved > far+wider+0.5 {
				t.Errorf("%s at %.3f: %s moves %.1f px, its anchor %.1f", name, v, q.key, moved, far)
				return
			}
			if jumps := q.key == "image" || q.key == "point" || q.key == "set" || q.key == "tangent"; far > 15*hop && !jumps { // as f or f′ does
				t.Errorf("%s at %.3f: the anchor of %s jumps %.1f px from %.0f to %.0f", name, v, q.key, far, was.anchor, q.anchor)
				return
			}
			if q.seat != was.seat {
				t.Errorf("%s at %.3f: %s changes sides", name, v, q.key)
				return
			}
		}
		for i, a := range f.named {
			for _, b := range f.named[:i] {
				if min(a.shown, b.shown) > 0.3 && a.box.Gap(b.box) < -0.5 {
					t.Errorf("%s at %.3f: %s lies over %s", name, v, a.key, b.key)
					return
				}
			}
		}
		last = now
	}
}

// TestLabelsGlideWhenTheHandLetsGo: from where they are under the hand, without a
// jump, to where a picture at rest has them.
func TestLabelsGlideWhenTheHandLetsGo(t *testing.T) {
	ask := Ask{W: 1440, H: 900, Theme: theme.Light()}
	boxes := func(f *Frame) map[string]named {
		out := map[string]named{}
		for _, n := range f.named {
			if n.shown > 0.5 {
				out[n.key] = n
			}
		}
		return out
	}
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			for _, h := range pulls[l] {
				m, _ := figure.Parse("fn=" + k.String() + "&x=0.5")
				m.Lens = l
				name := fmt.Sprintf("%v, %s, %s", k, lensNames[l], controlNames[h.control])
				var f Frame
				Draw(&f, m, ask)
				m = figure.Update(m, figure.Grab{Control: h.control})
				for v := 0.0; v <= 0.8; v += 0.1 {
					m = figure.Update(m, figure.Tick{Seconds: 1. / 60})
					m = figure.Update(m, figure.Drag{Control: h.control, To: lerp(h.from, h.to, 0.1+v)})
					Draw(&f, m, ask)
				}
				was := boxes(&f)
				m = figure.Update(m, figure.Release{Control: h.control})
				if !m.Rest.On {
					continue // no farther than it was
				}
				for m.Rest.On {
					Draw(&f, m, ask)
					now := boxes(&f)
					for key, b := range now {
						if a, ok := was[key]; ok && m.Rest.Elapsed == 0 && math.Abs(a.box.X-b.box.X)+math.Abs(a.box.Y-b.box.Y) > 1 {
							t.Errorf("%s: let go, %s jumps from %.0f to %.0f", name, key, a.box, b.box)
						}
					}
					m = figure.Update(m, figure.Tick{Seconds: 0.01})
					was = now
				}
				var fresh Frame
				Draw(&f, m, ask)
				Draw(&fresh, m, ask)
				if a, b := printedFrame(&f), printedFrame(&fresh); a != b {
					t.Errorf("%s: at rest: %s", name, firstDifference(a, b))
				}
				for key, b := range boxes(&f) {
					if a, ok := was[key]; ok && math.Abs(a.box.X-b.box.X)+math.Abs(a.box.Y-b.box.Y) > 25 {
						t.Errorf("%s: come to rest, %s jumps from %.0f to %.0f", name, key, a.box, b.box)
					}
				}
			}
		}
	}
}

// TestFadesEnd: some time after a hand has stopped, labels are as in a frame that
// comes after none.
func TestFadesEnd(t *testing.T) {
	ask := Ask{W: 1440, H: 900, Theme: theme.Light()}
	for l := range figure.Lenses {
		for _, h := range pulls[l] {
			m, _ := figure.Parse("fn=abs&x=0.5")
			m.Lens = l
			name := lensNames[l] + ", " + controlNames[h.control]
			var f, fresh Frame
			Draw(&f, m, ask)
			m = figure.Update(m, figure.Grab{Control: h.control})
			for i := range 20 {
				m = figure.Update(m, figure.Tick{Seconds: 1. / 60})
				m = figure.Update(m, figure.Drag{Control: h.control, To: lerp(h.from, h.to, float64(i)/19)})
				Draw(&f, m, ask)
			}
			for range 60 {
				if !f.Fading {
					break
				}
				if !m.Moving() {
					t.Errorf("%s: no time is left for what fades", name)
					break
				}
				m = figure.Update(m, figure.Tick{Seconds: 1. / 60})
				Draw(&f, m, ask)
			}
			Draw(&fresh, m, ask)
			for _, a := range fresh.named {
				for _, b := range f.named {
					if a.key == b.key && a.line == b.line && math.Abs(a.shown-b.shown) > 0.02 {
						t.Errorf("%s: %s is seen by %.2f, in a fresh frame by %.2f", name, a.key, b.shown, a.shown)
					}
				}
			}
		}
	}
}
