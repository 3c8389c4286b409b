//go:build !js

package e2e

// tryDrawing draws a function by its corners: by hand, by keys, from the picker, in an
// element and in a lecture.
func tryDrawing(v *visit) {
	v.open("/#f=corners(-1:0,0:1,1:0)&draw=on&x=0")
	drawn := func(formula string) {
		v.Helper()
		v.asked(formula)
		v.must(v.Settle(soon))
	}

	// By hand, both ways: a unit is as long as from one corner to the next.
	left, top := v.slider("corner 1 of 3"), v.slider("corner 2 of 3")
	v.waitRoot(`root.querySelector('.rf-draw').getAttribute('aria-pressed') === 'true'`)
	unit, high := top.X-left.X, left.Y-top.Y
	v.must(v.Drag(Mouse, Stroke{top, {top.X + unit/4, top.Y}, {top.X + unit/2 + 2, top.Y - high/2 - 2}}))
	drawn("corners(-1:0, 0.5:1.5, 1:0)")
	v.waitReadout("point", `{"x":0.5,"y":1.5}`) // the point goes along
	v.waitRoot(`root.querySelector('.rf-live').textContent.startsWith('x = 0.50, y = 1.50')`)

	// A click on the graph adds a corner, which is dragged onto its neighbour, and is gone.
	one := v.slider("corner 1 of 3")
	v.must(v.Click(Place{X: one.X - unit/2, Y: one.Y + (one.Y-v.slider("corner 2 of 3").Y)/3}))
	drawn("corners(-1.5:-0.5, -1:0, 0.5:1.5, 1:0)")
	v.waitRoot(`root.querySelector('.rf-live').textContent.includes('4 corners')`)
	first, second := v.slider("corner 1 of 4"), v.slider("corner 2 of 4")
	v.must(v.Drag(Mouse, Stroke{first, {first.X + 10, first.Y}, second, first}))
	drawn("corners(-1.5:-0.5, -1:0, 0.5:1.5, 1:0)") // it comes back with the hand
	v.must(v.Drag(Mouse, Stroke{first, {first.X + 10, first.Y}, second}))
	drawn("corners(-1:0, 0.5:1.5, 1:0)")
	v.waitRoot(`root.querySelector('.rf-live').textContent.startsWith('corner removed')`)

	// By keys: move, add, remove, and end.
	v.focus("corner 2 of 3")
	v.must(v.Press(KeyLeft, KeyUp))
	drawn("corners(-1:0, 0.4:1.6, 1:0)")
	v.must(v.Chord(KeyShift, KeyUp))
	drawn("corners(-1:0, 0.4:1.61, 1:0)")
	v.must(v.Press(KeyEnter))
	drawn("corners(-1:0, 0.4:1.61, 0.7:0.805, 1:0)")
	v.waitRoot(`document.activeElement?.getAttribute('aria-label') === 'corner 3 of 4'`)
	v.must(v.Press(keyDelete))
	drawn("corners(-1:0, 0.4:1.61, 1:0)")
	v.waitRoot(`document.activeElement?.getAttribute('aria-label') === 'corner 3 of 3'`)
	v.must(v.Press(keyDelete))
	drawn("corners(-1:0, 0.4:1.61)")
	v.waitRoot(`document.activeElement?.getAttribute('aria-label') === 'corner 2 of 2'`) // the last
	v.must(v.Press(keyDelete))
	drawn("corners(-1:0, 0.4:1.61)")
	v.must(v.Press(KeyEscape))
	v.waitRoot(`document.activeElement === root.querySelector('.rf-draw') && root.querySelector('.rf-draw').getAttribute('aria-pressed') === 'false'`)
	v.slider("x")
	v.must(v.Press(" "))
	v.waitRoot(`root.querySelector('.rf-draw').getAttribute('aria-pressed') === 'true'`)
	v.must(v.WaitFor(`location.hash.includes('draw=on')`, soon))

	// From the picker, from the function that is there; where corners cannot be moved there
	// is no button.
	v.visitLink("fn=abs&lens=dist&x=1")
	v.waitRoot(`!root.querySelector('.rf-draw').getClientRects().length`)
	v.must(v.Click(v.centre(".rf-pick")))
	v.waitRoot(optionsJS + `.length > 0`)
	v.must(v.Click(v.centre(".rf-field")))
	v.waitRoot(`root.querySelector('.rf-draw-it').getClientRects().length === 1`)
	v.must(v.Click(v.centre(".rf-draw-it")))
	drawn("corners(-1:1, 0:0, 1:1)")
	v.waitRoot(optionsJS + `.length === 0 && document.activeElement?.getAttribute('aria-label') === 'corner 1 of 3'`)
	v.clean()

	// In an element of somebody's page, and in a lecture.
	v.load("/formula.html")
	v.must(v.Eval(`window.f = document.getElementById('f')`, nil))
	v.waitHost(`root.dataset.state === 'ready'`)
	v.must(v.Eval(`f.addEventListener('change', e => { window.last = e.detail.state; }); f.set({f: 'corners(-1:0, 0:1, 1:0)', draw: 'on', x: 0})`, nil))
	v.must(v.WaitFor(`window.last?.draw === 'on' && window.last.f === 'corners(-1:0, 0:1, 1:0)'`, soon))
	v.must(v.Eval(`const root = `+rootJS+`; root.querySelector('[data-control="corner2"]').focus()`, nil))
	v.must(v.Press(KeyDown))
	v.must(v.WaitFor(`window.last.f === 'corners(-1:0, 0:0.9, 1:0)' && f.getAttribute('f') === window.last.f`, soon))
	v.lecture("/lecture.html#deck=own.json&scene=2")
	v.must(v.Eval(`const root = `+rootJS+`; root.querySelector('.rf-pick').click(); root.querySelector('.rf-field').focus(); root.querySelector('.rf-draw-it').click()`, nil))
	v.waitRoot(`document.activeElement?.dataset.control === 'corner1'`)
	v.must(v.Press(KeyRight, keyDelete))
	v.must(v.Settle(soon))
	v.waitRoot(`new URLSearchParams(location.hash.slice(1)).get('scene') === '2' && document.activeElement?.dataset.control === 'corner1' && document.activeElement.getAttribute('aria-label') === 'corner 1 of 2'`)
}

const keyDelete = "\uE017"
