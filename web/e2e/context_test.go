//go:build !js

package e2e

// tryContextLoss takes the GPU away while the point is at the corner. The SVG
// painter takes over, the figure goes on answering, and the
// GPU painter comes back with the state as it was left.
func tryContextLoss(v *visit) {
	v.open("/#lens=sub&x=0&g=0.4")
	v.must(v.Eval("window.__lose = __e2e.contexts.at(-1).getExtension('WEBGL_lose_context'); __lose.loseContext()", nil))
	v.must(v.WaitFor(`(root => root.dataset.state === 'lost' && root.dataset.painter === 'svg' && root.querySelector('.rf-canvas svg'))(document.querySelector('[data-relu-figure]'))`, soon))
	v.waitReadout("point", `{"x":0,"y":0}`)
	v.focus("slope g")
	before := v.now("slope g")
	v.must(v.Press(KeyRight))
	v.waitRoot(`arguments[1] !== (`+sliderJS+`).getAttribute('aria-valuenow')`, "slope g", before)
	left := v.now("slope g")
	v.still("without a context")
	v.must(v.Eval("__lose.restoreContext()", nil))
	v.waitRoot(`root.dataset.state === 'ready' && root.dataset.painter === 'gpu'`)
	v.must(v.Settle(soon))
	v.selected("sub")
	if g := v.now("slope g"); g != left {
		v.Errorf("g was %s when the context returned, and is %s after", left, g)
	}
	var pictures int
	v.inRoot(0, "root.querySelectorAll('.rf-canvas svg').length", &pictures)
	if pictures > 0 {
		v.Errorf("%d drawings of the SVG painter are left behind", pictures)
	}
	v.focus("slope g")
	v.must(v.Press(KeyRight))
	v.waitRoot(`arguments[1] !== (`+sliderJS+`).getAttribute('aria-valuenow')`, "slope g", left)
	v.still("after the return")
	v.clean()
}

func tryNoWebGL(v *visit) {
	v.open("/?e2e=nogl#x=1")
	v.waitRoot(`root.dataset.painter === 'svg' && root.querySelector('.rf-canvas svg')`)
	v.focus("x")
	v.must(v.Press(KeyHome))
	v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x < 0`)
	v.still("with the SVG painter")
	v.clean()
}

// tryNoGPU opens the figure as a machine without a GPU does, whose CPU plays
// one: it paints SVG of its own accord, gives the trial context back, and a drag
// changes the drawing that is there.
func tryNoGPU(v *visit) {
	v.open("/?painter=auto#lens=sub&x=1")
	v.waitRoot(`root.dataset.painter === 'svg' && root.querySelector('.rf-canvas svg') && __e2e.contexts.every(c => c.isContextLost())`)
	v.inRoot(0, `root.querySelector('.rf-canvas svg').dataset.kept = 'yes'`, nil)
	at := v.slider("x")
	v.must(v.Drag(Mouse, Stroke{at, {at.X - 10, at.Y}, {at.X - 30, at.Y}}))
	v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x < 0.9`)
	v.must(v.Click(v.centre(`[data-lens="dist"]`)))
	v.selected("dist")
	v.must(v.WaitFor(`location.hash.includes('lens=dist')`, soon)) // which is written a while after the drag's
	v.must(v.Settle(soon))
	v.waitRoot(`root.querySelector('.rf-canvas svg').dataset.kept === 'yes'`)
	v.still("without a GPU")
	v.clean()
}
