//go:build !js

package e2e

import "time"

// window is how long a page at rest is watched.
const window = 1500 * time.Millisecond

// still fails where the page does anything over a window of time.
func (v *visit) still(when string) {
	v.Helper()
	v.must(v.Settle(soon))
	before, err := v.Activity()
	v.must(err)
	time.Sleep(window)
	after, err := v.Activity()
	v.must(err)
	if before != after {
		v.Errorf("%s: in %v the page did %+v", when, window, after.Since(before))
	}
}

func tryRest(v *visit) {
	v.open("/#x=1")
	v.still("after loading")
	for _, lens := range lenses() {
		v.visitLink("x=0&lens=" + lens)
		v.still("lens " + lens)
	}
	v.visitLink("x=1")
	before, err := v.Activity()
	v.must(err)
	v.focus("x")
	v.must(v.Press(KeyLeft))
	v.must(v.Settle(soon))
	after, err := v.Activity()
	v.must(err)
	if after.GL == before.GL {
		v.Error("a key drew nothing")
	}
	if n := after.Frames - before.Frames; n > 24 { // axes and labels glide for a quarter of a second
		v.Errorf("one key cost %d animation frames", n)
	}
	v.still("after a key")
	v.must(v.Drag(Mouse, Stroke{v.slider("x"), {v.slider("x").X + 50, v.slider("x").Y}}))
	v.still("after a drag")
}

// tryOffScreen: a figure that nobody sees does nothing, even when its address
// changes; it is right again when it comes back.
func tryOffScreen(v *visit) {
	v.open("/tall.html#x=1")
	v.must(v.Eval("scrollTo(0, 2500)", nil))
	v.must(v.WaitFor("document.querySelector('[data-relu-figure]').getBoundingClientRect().bottom < 0", soon))
	v.still("off screen")
	v.must(v.Eval("location.hash = 'x=0'; scrollTo(0, 0)", nil))
	v.waitReadout("point", `{"x":0,"y":0}`)
	v.must(v.Settle(soon))
	v.clean()
}
