//go:build !js

package e2e

import (
	"math"
	"strconv"
)

// corner is where the point's handle is at x = 0, and beside it at x = 1.
func (v *visit) corner() (zero, one Place) {
	v.Helper()
	v.visitLink("x=1")
	one = v.slider("x")
	v.visitLink("x=0")
	return v.slider("x"), one
}

// atCorner waits for what is true of ReLU at 0.
func (v *visit) atCorner() {
	v.Helper()
	v.waitReadout("point", `{"x":0,"y":0}`)
	v.waitReadout("slope", `null`)
	v.waitReadout("interval", `[0,1]`)
	if now := v.now("x"); now != "0" {
		v.Errorf("aria-valuenow of x is %q, want 0", now)
	}
}

// dragToCorner drags the point from x = 1 to a few pixels beside the corner;
// the magnet must do the rest.
func (v *visit) dragToCorner(kind Pointer, beside float64) {
	v.Helper()
	v.open("/#x=2")
	zero, _ := v.corner()
	v.visitLink("x=1")
	from := v.slider("x")
	v.must(v.Drag(kind, Stroke{from, {from.X - 20, from.Y}, {zero.X + 40, zero.Y}, {zero.X + beside, zero.Y}}))
	v.atCorner()
}

func tryMouse(v *visit) {
	v.dragToCorner(Mouse, 5)
	// Off again: the point follows the pointer, one unit a unit.
	zero, one := v.slider("x"), Place{}
	_, one = v.corner()
	v.must(v.Drag(Mouse, Stroke{zero, {zero.X + 30, zero.Y}, {one.X, zero.Y}}))
	v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x - 1) < 0.02`)
	v.waitReadout("slope", "1")
	v.clean()
}

func tryTouch(v *visit) {
	v.dragToCorner(Touch, 11) // beyond the mouse's magnet, within the finger's
	v.clean()
}

// tryTwoFingers moves the probe's centre and its width at the same time. It has a
// browser of its own, since Chromium's driver takes the next finger for a third one.
func tryTwoFingers(v *visit) {
	v = v.beside(Options{})
	v.open("/#lens=dist&c=0&w=1")
	c, w := v.slider("centre c"), v.slider("half-width w")
	v.must(v.Hands(Touch,
		Stroke{c, {c.X + 15, c.Y}, {c.X + 30, c.Y}},
		Stroke{w, {w.X + 40, w.Y}, {w.X + 80, w.Y}}))
	v.must(v.Settle(soon))
	if v.now("centre c") == "0" || v.now("half-width w") == "1" {
		v.Errorf("c = %s and w = %s after two fingers moved both", v.now("centre c"), v.now("half-width w"))
	}
	v.clean()
}

// tryPointerLeaves lets the pointer leave the window and come back released.
func tryPointerLeaves(v *visit) {
	v.open("/#x=1")
	from := v.slider("x")
	v.must(v.Hold(Mouse, Stroke{from, {from.X + 30, from.Y}}))
	v.must(v.Lift(Mouse))
	v.must(v.Settle(soon))
	before := v.readout("point")
	v.must(v.Hover(Place{from.X - 60, from.Y}))
	v.must(v.Hover(Place{from.X - 90, from.Y}))
	v.must(v.Settle(soon))
	if after := v.readout("point"); after != before {
		v.Errorf("the point moved from %s to %s with nothing pressed", before, after)
	}
	// A capture that the system takes away must not stick either.
	v.must(v.Hold(Mouse, Stroke{v.slider("x"), {from.X + 10, from.Y}}))
	v.inRoot(0, `(e => e.dispatchEvent(new PointerEvent('pointercancel', {pointerId: 1, bubbles: true})))(`+sliderJS+`)`, nil, "x")
	v.must(v.Lift(Mouse))
	v.must(v.Settle(soon))
	v.clean()
}

func tryKeys(v *visit) {
	v.open("/#x=0.35")
	v.focus("x")
	// Steps from 0.35 do not hit 0 by themselves; the corner is a stop.
	last := v.point().X
	for range 60 {
		v.must(v.Press(KeyLeft))
		v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x !== arguments[0]`, last)
		x := v.point().X
		if !(x < last) {
			v.Fatalf("ArrowLeft moved the point from %v to %v", last, x)
		}
		if last > 0 && x < 0 {
			v.Fatalf("ArrowLeft jumped over the corner, from %v to %v", last, x)
		}
		if last = x; x == 0 {
			break
		}
	}
	v.atCorner()
	for _, c := range []struct {
		key  string
		want func(x float64) bool
	}{
		{KeyPageUp, func(x float64) bool { return x > 0.2 }},
		{KeyHome, func(x float64) bool { return x < -1 }},
		{KeyEnd, func(x float64) bool { return x > 1 }},
		{KeyPageDown, func(x float64) bool { return x > 0 }},
	} {
		before := v.point().X
		v.must(v.Press(c.key))
		v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x !== arguments[0]`, before)
		if x := v.point().X; !c.want(x) {
			v.Errorf("key %q led from %v to %v", c.key, before, x)
		}
	}
	before := v.point().X
	v.must(v.Chord(KeyShift, KeyLeft))
	v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x !== arguments[0]`, before)
	fine := before - v.point().X
	before = v.point().X
	v.must(v.Press(KeyLeft))
	v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x !== arguments[0]`, before)
	if step := before - v.point().X; !(fine > 0 && fine < step) {
		v.Errorf("Shift and arrow moved by %v, an arrow by %v", fine, step)
	}
	v.everySliderAnswers()
	v.clean()
}

// everySliderAnswers presses keys on every visible slider of every lens.
func (v *visit) everySliderAnswers() {
	v.Helper()
	for lens, names := range map[string][]string{
		"point": {"x", "h"}, "sub": {"x", "slope g"}, "dist": {"centre c", "half-width w", "line of the derivation"},
	} {
		for _, name := range names { // each from 0, where every lens has all its sliders
			v.visitLink("x=0&g=0.4&lens=" + lens)
			v.focus(name)
			before, err := strconv.ParseFloat(v.now(name), 64)
			v.must(err)
			v.must(v.Press(KeyRight))
			v.must(v.Settle(soon))
			after, err := strconv.ParseFloat(v.now(name), 64)
			v.must(err)
			if !(after > before) || math.IsNaN(after) {
				v.Errorf("lens %s: ArrowRight on %q led from %v to %v", lens, name, before, after)
			}
		}
	}
}
