//go:build !js

package e2e

import "encoding/json"

// tryWheel turns the wheel over the drawing and over a handle.
func tryWheel(v *visit) {
	v.open("/tall.html#x=1")
	for _, at := range []Place{v.centre(".rf-stage"), v.slider("x")} {
		v.must(v.Eval("scrollTo(0, 0)", nil))
		v.must(v.Wheel(at, 300))
		v.must(v.WaitFor("scrollY > 50", soon))
	}
	v.clean()
}

// trySwipe swipes up over the drawing, beside its handles.
func trySwipe(v *visit) {
	v.must(v.Emulate(Screen{W: 390, H: 844}))
	v.open("/tall.html#x=1")
	from := v.slider("x")
	from.X += 60 // on the graph, where a tap would bring the point
	for _, at := range []Place{v.free(), from} {
		v.must(v.Eval("scrollTo(0, 0)", nil))
		v.must(v.Drag(Touch, Stroke{at, {at.X, at.Y - 60}, {at.X, at.Y - 120}}))
		v.must(v.WaitFor("scrollY > 50", soon))
		v.must(v.Settle(soon))
		v.waitReadout("point", `{"x":1,"y":1}`)
	}
	v.clean()
}

// free is a place of the drawing that no handle covers.
func (v *visit) free() Place {
	v.Helper()
	var at json.RawMessage
	v.inRoot(0, `(() => {
		const box = root.querySelector('.rf-canvas').getBoundingClientRect();
		for (let y = Math.max(box.top, 0) + 300; y < Math.min(box.bottom, innerHeight) - 10; y += 20)
			for (let x = box.left + 30; x < box.right - 30; x += 20) {
				const e = document.elementFromPoint(x, y);
				if (e && root.contains(e) && !e.closest('[role="slider"], button, input, a')) return {X: x, Y: y};
			}
	})()`, &at)
	var p Place
	v.must(json.Unmarshal(at, &p))
	return p
}
