package scene

import (
	"strconv"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// hand is what a hand does for the drawing: a control goes back and forth over
// a part of its range, to another value at each move.
type hand struct {
	control  figure.Control
	from, to float64
	n        int
}

// move is the next move of the hand. The values do not come again within a
// round of 997 moves.
func (h *hand) move(m figure.Model) figure.Model {
	h.n++
	k := float64(h.n*389%997) / 997
	m = figure.Update(m, figure.Tick{Seconds: 1. / 60})
	return figure.Update(m, figure.Drag{Control: h.control, To: h.from + (h.to-h.from)*k, Pull: 0.01})
}

// drags are the hands of each lens.
var drags = [figure.Lenses][]hand{
	figure.Point:   {{control: figure.X, from: -2.5, to: 2.5}, {control: figure.H, from: 0.1, to: 2}, {control: figure.A, from: -1, to: 2}, {control: figure.Beta, from: 0.5, to: 64}},
	figure.Sub:     {{control: figure.X, from: -2.5, to: 2.5}, {control: figure.G, from: -2, to: 3}, {control: figure.A, from: -1, to: 2}, {control: figure.Beta, from: 0.5, to: 64}},
	figure.Dist:    {{control: figure.C, from: -3, to: 3}, {control: figure.W, from: 0.4, to: 3}, {control: figure.P, from: 1, to: 5}, {control: figure.A, from: -1, to: 2}, {control: figure.Beta, from: 0.5, to: 64}},
	figure.Compare: {{control: figure.G, from: -2, to: 3}, {control: figure.S, from: -1, to: 1}},
}

// nameOf names a control in what is told of a test.
func nameOf(c figure.Control) string {
	if i, ok := c.Corner(); ok {
		return "corner " + strconv.Itoa(i+1)
	}
	return controlNames[c]
}

// controlNames name the benchmarks.
var controlNames = [figure.Controls]string{figure.X: "x", figure.G: "g", figure.C: "c", figure.W: "w", figure.H: "h", figure.A: "a", figure.Beta: "beta", figure.P: "p", figure.S: "s", figure.T: "t", figure.K: "k"}

// drawings are the sizes at which the promise is kept.
var drawings = []struct {
	name string
	w, h float64
	ui   figure.UI
}{
	{"desktop", 1440, 900, figure.UIFull},
	{"phone", 390, 844, figure.UIFull},
	{"projector", 1920, 1080, figure.UILecture},
}

// free reports an error if a frame allocates once its buffers have grown to what
// the motion needs, in so many frames.
func free(t *testing.T, name string, growing int, frame func()) {
	t.Helper()
	for range growing {
		frame()
	}
	if n := testing.AllocsPerRun(20, frame); n > 0 {
		t.Errorf("%s: %v allocations a frame", name, n)
	}
}

// TestDraggingDoesNotAllocate: a frame that follows a hand is made in the
// buffers of the frame before it, in every lens and language, and with numbers
// that were never seen before.
func TestDraggingDoesNotAllocate(t *testing.T) {
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			i := (int(k) + int(l)) % len(drawings) // every function and every lens in each of them
			d := drawings[i]
			for _, h := range drags[l] {
				m, _ := figure.Parse("x=0&fn=" + k.String())
				m.Lens, m.UI, m.Lang = l, d.ui, lang.Lang(i)%lang.Langs
				m = figure.Update(m, figure.Grab{Control: h.control})
				var f Frame
				ask := Ask{W: d.w, H: d.h, Theme: theme.Light()}
				free(t, k.String()+", "+lensNames[l]+", "+d.name+", "+controlNames[h.control], 40, func() {
					m = h.move(m)
					Draw(&f, m, ask)
				})
			}
		}
	}
}

// TestSteppingDoesNotAllocate: nor while the point takes steps.
func TestSteppingDoesNotAllocate(t *testing.T) {
	for k := range calculus.Kinds {
		for _, h := range []hand{{control: figure.X, from: -2.5, to: 2.5}, {control: figure.T, from: 0.2, to: 2}, {control: figure.K, from: 0, to: figure.MostSteps}} {
			m, _ := figure.Parse("x=1&lens=sub&t=0.5&fn=" + k.String())
			m = figure.Update(figure.Update(m, figure.Descend{Method: figure.Method(1 + int(k)%3)}), figure.Grab{Control: h.control})
			var f Frame
			free(t, k.String()+", steps, "+controlNames[h.control], 40, func() {
				m = h.move(m)
				Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
			})
		}
	}
}

// TestPlayingDoesNotAllocate: nor do the frames of the derivation while it
// plays, of h → 0, of the walk of the probe, and of a change of lens.
func TestPlayingDoesNotAllocate(t *testing.T) {
	for _, link := range []string{"", "&fn=cantor", "&fn=cube&order=2", "&lang=de"} {
		for _, motion := range []struct {
			name, lens string
			start      figure.Event
		}{
			{"derivation", "dist", figure.Play{On: true}},
			{"walk", "dist", figure.Stroll{On: true}},
			{"h to 0", "point", figure.Shrink{On: true}},
			{"steps", "sub&steps=fixed", figure.Play{On: true}},
			{"another lens", "point", figure.Look{Lens: figure.Sub}},
			{"another lens", "dist", figure.Look{Lens: figure.Compare}},
		} {
			start, _ := figure.Parse("x=0&lens=" + motion.lens + link)
			m := start
			var f Frame
			free(t, motion.name+link, 240, func() {
				if m = figure.Update(m, figure.Tick{Seconds: 0.05}); !m.Moving() {
					m = figure.Update(start, motion.start)
				}
				Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Dark()})
			})
		}
	}
}

func BenchmarkDrag(b *testing.B) {
	for l := range figure.Lenses {
		for _, h := range drags[l] {
			if h.control == figure.A || h.control == figure.Beta { // not of ReLU
				continue
			}
			b.Run(lensNames[l]+"/"+controlNames[h.control], func(b *testing.B) {
				m, _ := figure.Parse("x=0")
				m.Lens = l
				m = figure.Update(m, figure.Grab{Control: h.control})
				var f Frame
				ask := Ask{W: 1440, H: 900, Theme: theme.Light()}
				b.ReportAllocs()
				for b.Loop() {
					m = h.move(m)
					Draw(&f, m, ask)
				}
			})
		}
	}
}
