//go:build !js

package e2e

import (
	"math"
	"strconv"
	"strings"
)

// number is a slider's value.
func (v *visit) number(name string) float64 {
	v.Helper()
	n, err := strconv.ParseFloat(v.now(name), 64)
	v.must(err)
	return n
}

// written waits until the address says what the derivation's slider does; it is
// written with a delay.
func (v *visit) written() {
	v.Helper()
	v.waitRoot(`parseFloat(new URLSearchParams(location.hash.slice(1)).get('p') ?? 1) === parseFloat((`+sliderJS+`).getAttribute('aria-valuenow'))`, "line of the derivation")
}

// waitNow waits until a slider's value x fulfils a condition.
func (v *visit) waitNow(name, condition string) {
	v.Helper()
	v.waitRoot(`(x => `+condition+`)(parseFloat((`+sliderJS+`)?.getAttribute('aria-valuenow')))`, name)
}

// tryStood lets go of the probe after a while without a move, or with moves that change
// nothing: what settles then goes its way, and is not there at once because time has passed.
func tryStood(v *visit) {
	for _, wiggle := range []bool{false, true} {
		v.stood(wiggle)
	}
	v.clean()
}

func (v *visit) stood(wiggle bool) {
	v.Helper()
	v.open("/?" + strconv.FormatBool(wiggle) + "#lens=dist")
	var took float64
	v.inFigure(`return (async () => { const wiggle = arguments[0], handle = root.querySelector('.rf-handle[data-control="c"]'), at = handle.getBoundingClientRect(), y = at.top + at.height / 2;
		let x = at.left + at.width / 2;
		const hand = (type, buttons) => handle.dispatchEvent(new PointerEvent(type, {bubbles: true, composed: true, cancelable: true, pointerId: 7, pointerType: 'mouse', button: type === 'pointermove' ? -1 : 0, buttons, clientX: x, clientY: y, isPrimary: true}));
		const frame = () => new Promise(done => requestAnimationFrame(done));
		hand('pointerdown', 1);
		for (let i = 0; i < 12; i++) {
			x += 8;
			hand('pointermove', 1);
			await frame();
		}
		for (const from = performance.now(); performance.now() < from + 1000; await frame()) if (wiggle) hand('pointermove', 1);
		const from = performance.now();
		let took = 0, quiet = 0;
		const sheet = root.querySelector('.rf-sheet'), watch = new MutationObserver(() => { took = performance.now() - from; quiet = 0; });
		watch.observe(sheet, {subtree: true, childList: true, attributes: true});
		hand('pointerup', 0);
		while (quiet++ < 20) await frame();
		watch.disconnect();
		return took })()`, &took, wiggle)
	if took < 150 { // however few frames there are, it takes a quarter of a second
		v.Errorf("axes and labels are where they stay %.0f ms after the release", took)
	}
	v.still("after a hand that stood still")
}

// tryScrubber drags the derivation back and forth: freely between the lines,
// softly held at each.
func tryScrubber(v *visit) {
	v.open("/#lens=dist")
	one := v.slider("line of the derivation")
	v.visitLink("lens=dist&p=5")
	five := v.slider("line of the derivation")
	at := func(p float64) Place { return Place{one.X + (five.X-one.X)*(p-1)/4, one.Y} }
	v.visitLink("lens=dist&p=1")
	v.must(v.Drag(Mouse, Stroke{at(1), at(1.8), at(2.5)}))
	if p := v.number("line of the derivation"); math.Abs(p-2.5) > 0.05 {
		v.Errorf("dragged to 2.5 it is at %v", p)
	}
	v.must(v.Drag(Mouse, Stroke{at(v.number("line of the derivation")), at(3.5), at(4.06)}))
	v.waitNow("line of the derivation", "x === 4")
	v.must(v.Drag(Mouse, Stroke{at(4), at(3), at(1.4)}))
	if p := v.number("line of the derivation"); math.Abs(p-1.4) > 0.05 {
		v.Errorf("dragged back to 1.4 it is at %v", p)
	}
	v.must(v.WaitFor(`Math.abs(new URLSearchParams(location.hash.slice(1)).get('p') - 1.4) < 0.05`, soon))
	v.focus("line of the derivation")
	v.must(v.Press(KeyRight))
	v.waitNow("line of the derivation", "x === 2")
	v.must(v.Press(KeyEnd))
	v.waitNow("line of the derivation", "x === 5")
	v.must(v.Press(KeyHome))
	v.waitNow("line of the derivation", "x === 1")
	v.written()
	v.still("after scrubbing")
	v.clean()
}

// tryPlay plays the derivation, moves the probe in the middle of it, stops it,
// and lets it come to its end, after which the page sleeps.
func tryPlay(v *visit) {
	v.open("/#lens=dist")
	v.must(v.Click(v.centre(".rf-play")))
	v.waitNow("line of the derivation", "x > 1.1")
	v.waitRoot(`root.querySelector('.rf-play').getAttribute('aria-label').startsWith('pause')`)
	pairing := v.readout("pairing")
	c := v.slider("centre c")
	before := v.number("line of the derivation")
	v.must(v.Drag(Mouse, Stroke{c, {c.X - 30, c.Y}, {c.X - 60, c.Y}}))
	if now := v.number("line of the derivation"); now < before {
		v.Errorf("the probe moved and the derivation went from %v back to %v", before, now)
	}
	if v.readout("pairing") == pairing {
		v.Error("the pairing does not follow the probe while the derivation plays")
	}
	v.must(v.Click(v.centre(".rf-play")))
	v.waitRoot(`root.querySelector('.rf-play').getAttribute('aria-label').startsWith('play')`)
	stopped := v.number("line of the derivation")
	v.written()
	v.still("after a pause")
	if now := v.number("line of the derivation"); now != stopped {
		v.Errorf("stopped at %v it is at %v", stopped, now)
	}
	v.visitLink("lens=dist&p=4.9")
	v.must(v.Click(v.centre(".rf-play")))
	v.waitNow("line of the derivation", "x === 5")
	v.waitRoot(`root.querySelector('.rf-live').textContent.startsWith('Line 5.')`)
	v.written()
	v.still("after the derivation's end")
	v.must(v.Click(v.centre(".rf-replay")))
	v.waitNow("line of the derivation", "x < 4 && x > 1")
	v.must(v.Click(v.centre(".rf-previous")))
	v.waitNow("line of the derivation", "x === 1")
	v.written()
	v.still("after a step back")
	v.clean()
}

// tryFrame: p = 2.5 in the address gives the frame that is reached by hand, and
// by way of another.
func tryFrame(v *visit) {
	v.open("/#lens=dist&fn=abs&p=2.5")
	first, err := v.Screenshot()
	v.must(err)
	v.visitLink("lens=dist&fn=abs&p=4.2")
	v.visitLink("lens=dist&fn=abs&p=2.5")
	v.waitNow("line of the derivation", "x === 2.5")
	again, err := v.Screenshot()
	v.must(err)
	if d := compare(first, again); d.Mean > 0.05 || d.Off > 0.0001 {
		v.Errorf("the frame differs by %.3f of 255, %.4f%% of the pixels are off", d.Mean, 100*d.Off)
		v.keep("frame-first", first)
		v.keep("frame-again", again)
	}
	var lines []string
	v.inRoot(0, `[...root.querySelectorAll('.rf-mirror')].filter(e => !e.hidden && e.querySelector('math[aria-label*="Value"]')).map(e => e.querySelector('math').getAttribute('aria-label'))`, &lines)
	if len(lines) != 5 || !strings.HasPrefix(lines[0], "is, by definition") || !strings.HasPrefix(lines[4], "That is the integral") {
		v.Errorf("a screen reader finds the lines %q", lines)
	}
	v.clean()
}

// tryStoryboard: for a reader who asks for reduced motion the derivation goes
// by whole lines. WebKit is told so when it starts.
func tryStoryboard(v *visit) {
	if v.Engine == WebKit {
		v = v.beside(Options{Reduced: true})
		v.must(v.Emulate(Screen{W: 1280, H: 800}))
	} else {
		v.must(v.Emulate(Screen{W: 1280, H: 800, Reduced: true}))
	}
	v.open("/#lens=dist")
	v.inRoot(0, `(e => { window.steps = []; new MutationObserver(() => window.steps.push(parseFloat(e.getAttribute('aria-valuenow')))).observe(e, {attributeFilter: ['aria-valuenow']}); return true })(`+sliderJS+`)`, nil, "line of the derivation")
	v.must(v.Click(v.centre(".rf-next")))
	v.waitNow("line of the derivation", "x === 2")
	v.must(v.Click(v.centre(".rf-play")))
	v.must(v.WaitFor("window.steps.includes(4)", soon))
	var steps []float64
	v.must(v.Eval("return window.steps", &steps))
	for _, p := range steps {
		if p != math.Trunc(p) {
			v.Errorf("it tweens: %v", steps)
			break
		}
	}
	v.must(v.Click(v.centre(".rf-play")))
	v.must(v.Click(v.centre(`[role="tab"][data-lens="sub"]`)))
	v.selected("sub")
	v.still("in reduced motion")
	v.clean()
}

// tryTerms points at a term and finds its area lit, by pointer and by keyboard.
func tryTerms(v *visit) {
	v.open("/#lens=dist&p=4")
	lit := `[...root.querySelectorAll('.rf-target[aria-pressed="true"]')].filter(e => !e.hidden).map(e => e.dataset.key).sort().join()`
	v.must(v.Hover(v.centre(`.rf-target[data-key="line4-area-c"]`)))
	v.waitRoot(lit + ` === 'area-area-c,line4-area-c'`)
	v.must(v.Hover(Place{5, 400}))
	v.waitRoot(lit + ` === ''`)
	v.inRoot(0, `root.querySelector('.rf-next').focus()`, nil)
	v.must(v.Press(KeyTab))
	v.must(v.Press(KeyTab))
	v.waitRoot(lit + ` !== ''`)
	v.inRoot(0, `document.activeElement.blur()`, nil)
	v.waitRoot(lit + ` === ''`)
	v.still("after pointing")
	v.clean()
}

// trySweep lets the probe walk and stops it; where it has been stays drawn.
func trySweep(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 900}))
	v.open("/#lens=dist")
	v.must(v.Click(v.centre(".rf-walk")))
	v.waitNow("centre c", "x < 0")
	v.must(v.Click(v.centre(".rf-walk")))
	c := v.number("centre c")
	v.must(v.WaitFor(`parseFloat(new URLSearchParams(location.hash.slice(1)).get('c')) === arguments[0]`, soon, c))
	v.still("after the walk")
	if now := v.number("centre c"); now != c {
		v.Errorf("stopped at %v the probe is at %v", c, now)
	}
	v.must(v.Emulate(Screen{W: 720, H: 420})) // where it has no room of its own
	v.open("/#lens=dist")
	v.must(v.Click(v.centre(".rf-sweep")))
	v.waitRoot(`root.querySelector('.rf-walk').getClientRects().length > 0`)
	v.must(v.WaitFor(`location.hash.includes('sweep=on')`, soon))
	v.clean()
}

// trySecond goes one step beyond the last line: r″ is δ.
func trySecond(v *visit) {
	v.open("/#lens=dist&p=5&c=0.3&w=0.8")
	v.must(v.Click(v.centre(".rf-next")))
	v.waitRoot(`root.querySelector('.rf-question').textContent.includes('″')`)
	v.must(v.WaitFor(`location.hash.includes('order=2')`, soon))
	φ0 := strconv.FormatFloat(math.Exp(1-1/(1-0.3*0.3/(0.8*0.8))), 'f', 12, 64)
	v.waitRoot(`(p => Math.abs(p.byParts - ` + φ0 + `) < 1e-10 && Math.abs(p.direct - ` + φ0 + `) < 1e-10)(JSON.parse(root.querySelector('[data-readout="pairing"]').dataset.value))`)
	v.must(v.Click(v.centre(".rf-previous")))
	v.waitNow("line of the derivation", "x === 5")
	v.must(v.WaitFor(`!location.hash.includes('order=2')`, soon))
	v.open("/#lens=dist&fn=sqrtabs&p=5")
	v.waitRoot(`root.querySelector('.rf-next').getAttribute('aria-disabled') === 'true'`)
	v.clean()
}

// tryDescent lets an optimiser take steps, press by press: of one size they end up
// going back and forth, and a proximal one lands on the corner.
func tryDescent(v *visit) {
	at := func(x string) {
		v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x - ` + x + `) < 1e-12`)
	}
	choose := func(method string) {
		v.inRoot(0, `(list => { list.value = '`+method+`'; list.dispatchEvent(new Event('change', {bubbles: true})) })(root.querySelector('.rf-method'))`, nil)
	}
	v.must(v.Emulate(Screen{W: 1280, H: 900}))
	v.open("/#fn=abs&lens=sub&x=1.3&t=0.5")
	choose("1")
	for _, x := range []string{"0.8", "0.3", "-0.2", "0.3", "-0.2"} {
		v.must(v.Click(v.centre(".rf-next")))
		at(x)
	}
	v.must(v.WaitFor(`location.hash.includes('steps=fixed') && location.hash.includes('k=5')`, soon))
	v.waitRoot(`root.querySelector('.rf-caption').textContent.includes('−0.2 and 0.3')`)
	v.must(v.Click(v.centre(".rf-previous")))
	at("0.3")
	v.focus("steps taken")
	v.must(v.Press(KeyHome))
	at("1.3")
	v.must(v.Press(KeyUp))
	at("0.8")
	size := v.slider("step size")
	v.must(v.Drag(Mouse, Stroke{size, {size.X + 20, size.Y}, {size.X + 60, size.Y}}))
	v.waitNow("step size", "x > 0.6")
	v.must(v.Settle(soon))
	v.still("after a step")
	v.open("/#fn=abs&lens=sub&x=1.3&t=0.5&steps=proximal&k=2")
	at("0.3")
	v.must(v.Click(v.centre(".rf-next")))
	at("0")
	v.waitRoot(`root.querySelector('.rf-next').getAttribute('aria-disabled') === 'false'`)
	choose("0")
	v.waitRoot(`root.querySelector('.rf-question').textContent === 'Which lines fit underneath?' && root.querySelector('.rf-steps').hidden`)
	v.must(v.WaitFor(`!location.hash.includes('steps')`, soon))
	v.clean()
}

// tryMollifier pushes the mollifier from one side to the other: the slope of
// the smoothed graph goes through all of the fan.
func tryMollifier(v *visit) {
	v.open("/#lens=compare")
	v.focus("shift s")
	for key, slope := range map[string]string{KeyHome: "1", KeyEnd: "0"} {
		v.must(v.Press(key))
		v.waitRoot(`(`+sliderJS+`).getAttribute('aria-valuetext').endsWith('slope at 0: `+slope+`')`, "shift s")
	}
	at := v.slider("shift s")
	v.must(v.Drag(Mouse, Stroke{at, {at.X - 20, at.Y}, {at.X - 40, at.Y}}))
	v.waitNow("shift s", "x < 0.9")
	v.must(v.Settle(soon))
	v.must(v.WaitFor(`new URLSearchParams(location.hash.slice(1)).get('s') === arguments[0]`, soon, v.now("shift s")))
	v.still("after pushing")
	v.clean()
}

// trySharpness sharpens softplus by keys, which double β, and by hand: to the left
// it gets softer.
func trySharpness(v *visit) {
	v.open("/#fn=softplus&x=0")
	v.focus("sharpness β")
	v.must(v.Press(KeyRight))
	v.waitNow("sharpness β", "x > 4.7 && x < 4.8")
	v.must(v.Press(KeyEnd))
	v.waitNow("sharpness β", "x === 64")
	v.must(v.Press(KeyHome))
	v.waitNow("sharpness β", "x === 0.5")
	v.waitRoot(`(`+sliderJS+`).getAttribute('aria-valuetext') === 'β = 0.50'`, "sharpness β")
	v.must(v.WaitFor(`location.hash.includes('beta=0.5')`, soon))
	v.must(v.Settle(soon))
	at := v.slider("sharpness β")
	v.must(v.Drag(Mouse, Stroke{at, {at.X + 40, at.Y}, {at.X + 80, at.Y}}))
	v.waitNow("sharpness β", "x > 0.5 && x < 2")
	v.must(v.Settle(soon))
	v.must(v.WaitFor(`new URLSearchParams(location.hash.slice(1)).get('beta') === arguments[0]`, soon, v.now("sharpness β")))
	v.still("after sharpening")
	v.clean()
}
