//go:build !js

package e2e

import (
	"fmt"
	"strings"
)

// tryOpening: the page opens on a conflict, says why it matters, and has its ways on in
// sight.
func tryOpening(v *visit) {
	for _, size := range [][2]int{{1280, 800}, {900, 700}, {1440, 900}} {
		v.must(v.Emulate(Screen{W: size[0], H: size[1]}))
		v.open("/")
		v.waitReadout("point", `{"x":0.5,"y":0.5}`)
		v.waitRoot(`root.querySelector('.rf-left-quotient').textContent === '0.50' && root.querySelector('.rf-right-quotient').textContent === '1.00'`)
		v.waitRoot(`/neural networks.* 0, 1\/2 or 1/.test(root.querySelector('.rf-caption').textContent) && /Drag the point to 0/.test(root.querySelector('.rf-caption').textContent)`)
		var faults []string
		v.must(v.Eval(`
			const seen = el => { const r = el.getBoundingClientRect(); return el.checkVisibility() && r.width > 0 && r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth; };
			const faults = [], ways = [...document.querySelectorAll('.rf-lecture, .rf-embed, .rf-share, .rf-theme, .rf-tab')].filter(seen);
			if (!ways.some(el => el.matches('.rf-lecture'))) faults.push('no way to the lecture');
			for (const a of ways) for (const b of ways) if (a !== b) {
				const r = a.getBoundingClientRect(), s = b.getBoundingClientRect();
				if (r.left < s.right - .5 && s.left < r.right - .5) faults.push(a.className + ' lies on ' + b.className);
			}
			const on = document.querySelector('.on > a');
			if (!seen(on) || parseFloat(getComputedStyle(on).fontSize) < 16 || on.offsetHeight < 44 - 1) faults.push('the way on is small, or out of sight: ' + on.offsetHeight);
			return faults;`, &faults))
		if len(faults) > 0 {
			v.Errorf("%v: %q", size, faults)
		}
	}
	v.must(v.Click(v.centre(".rf-embed"))) // where there is room for its name
	v.waitRoot(`root.querySelector('dialog[open]')`)
	v.open("/")
	v.must(v.Eval(`document.querySelector('.on > a').click()`, nil))
	v.must(v.WaitFor(`document.body.classList.contains('reading') && document.activeElement.matches('.essay') && !location.hash.includes('story')`, soon))
	v.waitReadout("point", `{"x":0.5,"y":0.5}`)
	v.clean()
}

// tryHint: on a first visit the point shows how it moves, until it has been moved, and
// pulses twice; never again in the same tab, and not for readers of reduced motion.
func tryHint(v *visit) {
	const first = "/?e2e=first"
	hint := func(want string) {
		v.Helper()
		v.must(v.WaitFor(fmt.Sprintf(`String(%s.dataset.hint) === arguments[0]`, rootJS), soon, want))
	}
	part := func(pseudo, property string) (value string) {
		v.Helper()
		v.inRoot(0, `getComputedStyle(`+sliderJS+`, arguments[1]).getPropertyValue(arguments[2])`, &value, "x", pseudo, property)
		return value
	}
	v.open("/")
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	if v.Engine != WebKit {
		v.must(v.Emulate(Screen{W: 1280, H: 800, Reduced: true}))
		v.open(first)
		if c := part("::after", "content"); c != "none" {
			v.Errorf("reduced motion has a pulse: %s", c)
		}
		if c := part("::before", "content"); c == "none" {
			v.Error("reduced motion has no arrows")
		}
		v.must(v.Emulate(Screen{W: 1280, H: 800}))
	}
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	v.load(first)
	hint("pulse")
	if n := part("::after", "animation-iteration-count"); n != "2" {
		v.Errorf("it pulses %s times", n)
	}
	hint("") // after which nothing moves
	v.must(v.Settle(soon))
	v.still("after the pulse")
	v.open(first)
	hint("") // not a second time
	if c := part("::before", "content"); c == "none" {
		v.Error("there are no arrows before anything has moved")
	}
	from := v.slider("x")
	v.must(v.Drag(Mouse, Stroke{from, {from.X + 30, from.Y}}))
	hint("undefined")
	v.open(first)
	hint("undefined")
	v.clean()
}

// tryTap: a click on the graph or on an axis brings the point there, and to the corner if
// that is near; in the distribution lens the bump. A word, a drag and a swipe do not.
func tryTap(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
	v.open("/#x=2")
	zero, one := v.corner()
	unit := one.X - zero.X
	v.visitLink("x=2&h=0.3")                          // whose handle is elsewhere
	v.must(v.Click(Place{zero.X - unit, zero.Y + 4})) // on the graph, where it is the axis too
	v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x + 1) < 0.03`)
	v.must(v.Click(Place{zero.X + 5, zero.Y + 4}))
	v.atCorner()
	v.must(v.Click(Place{one.X, one.Y}))
	v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x - 1) < 0.03`)
	v.must(v.WaitFor(`document.activeElement.dataset.control === 'x'`, soon))
	before := v.readout("point")
	air := Place{zero.X - unit, zero.Y - 1.5*unit}
	v.must(v.Click(air))
	v.must(v.Drag(Mouse, Stroke{air, {air.X, zero.Y - 20}, {zero.X - unit, zero.Y}}))
	v.must(v.Click(v.centre(".rf-caption")))
	v.must(v.Settle(soon))
	if now := v.readout("point"); now != before {
		v.Errorf("the point went from %s to %s with nothing clicked", before, now)
	}
	if v.Engine != WebKit {
		v.must(v.Hands(Touch, Stroke{{zero.X + 9, zero.Y + 6}}))
		v.atCorner()
	}
	v.visitLink("lens=dist&c=2&w=1")
	c := v.slider("centre c")
	v.visitLink("lens=dist&c=1&w=1")
	d := v.slider("centre c")
	w := v.slider("half-width w")
	v.must(v.Click(Place{d.X - 2*(c.X-d.X), w.Y}))
	v.waitRoot(`Math.abs(`+sliderJS+`.ariaValueNow - -1) < 0.03`, "centre c")
	v.clean()
}

// tryTips: what a control is called comes by pointer, by key and under a finger, stays
// while the pointer is on it, goes by Escape, and is whole.
func tryTips(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
	v.open("/#lens=dist&sweep=on")
	tip := func(holds string) {
		v.Helper()
		v.waitRoot(`(tip => tip && tip.textContent.includes(arguments[0]) && getComputedStyle(tip).visibility === 'visible' &&
			(r => r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight && r.width > 20)(tip.getBoundingClientRect()))(root.querySelector('.rf-tip'))`, holds)
	}
	none := func() {
		v.Helper()
		v.waitRoot(`!root.querySelector('.rf-tip')`)
	}
	v.must(v.Hover(v.centre(".rf-theme"))) // at the edge
	tip("Theme")
	v.must(v.Hover(v.centre(".rf-tip")))
	tip("Theme")
	v.must(v.Press(KeyEscape))
	none()
	for selector, says := range map[string]string{".rf-share": "Share, embed and save", ".rf-help": "Keys and hints", ".rf-lecture": "Lecture", `.rf-tab[data-lens="sub"]`: "all lines", ".rf-walk": "slide the bump", ".rf-replay": "replay", `.rf-handle[data-control="w"]`: "half-width"} {
		v.must(v.Hover(v.centre(selector)))
		tip(says)
	}
	v.must(v.Hover(Place{640, 790}))
	none()
	v.inRoot(0, `root.querySelector('.rf-help').focus()`, nil)
	v.must(v.Press(KeyTab))
	tip("Share")
	v.waitRoot(`root.querySelectorAll('[title]').length === 0`)
	v.must(v.Press(KeyEscape))
	none()
	if v.Engine == Chromium {
		v.must(v.Hold(Touch, Stroke{v.centre(".rf-share")}))
		tip("Share")
		v.must(v.Eval(`return new Promise(done => setTimeout(done, 500))`, nil)) // longer than a tap, which is what is tried
		v.must(v.LetGo())
		v.waitRoot(`root.querySelector('dialog[open]')`)
		v.must(v.Press(KeyEscape))
		v.waitRoot(`!root.querySelector('dialog')`)
		v.must(v.Hands(Touch, Stroke{v.centre(".rf-help")})) // and a tap leaves none
		v.waitRoot(`root.querySelector('dialog[open]')`)
		v.waitRoot(`!root.querySelector('.rf-tip')`)
	}
	v.clean()
}

// tryStepAgain: after h → 0 the handle of h can be had again, in every layout.
func tryStepAgain(v *visit) {
	for _, size := range [][2]int{{1280, 800}, {720, 420}} {
		v.must(v.Emulate(Screen{W: size[0], H: size[1]}))
		for _, link := range []string{"x=0.5&h=0.001", "x=0&h=0.0009765625", "fn=heaviside&x=-1&h=0.01", "fn=abs&lens=point&x=-1&h=0.001"} {
			v.open("/embed.html#" + link)
			p, h := v.slider("x"), v.slider("h")
			if d := (p.X-h.X)*(p.X-h.X) + (p.Y-h.Y)*(p.Y-h.Y); d < 24*24 {
				v.Errorf("%v %s: h at %v is under P at %v", size, link, h, p)
			}
			point := v.readout("point")
			v.must(v.Drag(Mouse, Stroke{h, {h.X + 20, h.Y}, {h.X + 60, h.Y}}))
			v.waitRoot(sliderJS+`.ariaValueNow > 0.4`, "h")
			if now := v.readout("point"); now != point {
				v.Errorf("%v %s: the point went to %s with h", size, link, now)
			}
		}
	}
	v.clean()
}

// tryBeyond: a number out of its range goes to the nearest end, and that is told.
func tryBeyond(v *visit) {
	v.open("/#x=9&h=5&g=-99")
	v.waitReadout("point", `{"x":3.3,"y":3.3}`)
	if h := v.now("h"); h != "2" {
		v.Errorf("h is %s", h)
	}
	errs, err := v.Errors()
	v.must(err)
	if told := strings.Join(errs, "\n"); !strings.Contains(told, "using 3.3") || !strings.Contains(told, "using 2") || !strings.Contains(told, "using -2") {
		v.Errorf("it is told as %q", errs)
	}
}

// tryExercise: an exercise says that the figure has come to an answer, once, when the
// hand that brought it there has let go. Links and what plays solve none.
func tryExercise(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
	v.open("/")
	v.must(v.Eval(`document.querySelectorAll('.exercises > li')[4].scrollIntoView({block: 'center'}); for (const d of document.querySelectorAll('details')) d.open = true`, nil))
	v.must(v.WaitFor(`document.querySelectorAll('.exercises .reached').length === 12`, soon))
	link := func(exercise int, of string) {
		v.Helper()
		v.must(v.Eval(`document.querySelectorAll('.exercises > li')[arguments[0] - 1].querySelector(arguments[1]).click()`, nil, exercise, of))
	}
	solved := func(want int) {
		v.Helper()
		// What is to be said is said in 400 ms, and before a timer that begins later and takes longer.
		var n int
		v.must(v.Settle(soon))
		v.must(v.Eval(`return new Promise(done => setTimeout(() => done([...document.querySelectorAll('.exercises .reached')].filter(p => p.textContent.includes('answer')).length), 600))`, &n))
		if n != want {
			v.Errorf("%d exercises are done, want %d", n, want)
		}
	}
	// Neither what sets one up, from the other side of the corner, nor its answer.
	v.visitLink("x=-1.2")
	link(3, "p > a")
	v.waitRoot(sliderJS+`?.ariaValueNow === '1.2'`, "x")
	solved(0)
	link(5, ".answer a")
	v.waitRoot(sliderJS+`?.ariaValueNow === '-0.5'`, "slope g")
	to := v.slider("slope g")
	solved(0)
	link(5, "p > a")
	v.waitRoot(sliderJS+`?.ariaValueNow === '0.5'`, "slope g")
	solved(0)
	from := v.slider("slope g")
	v.must(v.Drag(Mouse, Stroke{from, {from.X, (from.Y + to.Y) / 2}, to}))
	v.must(v.WaitFor(`document.querySelectorAll('.exercises > li')[4].querySelector('[role="status"]').textContent.includes('answer')`, soon))
	v.focus("slope g")
	v.must(v.Press(KeyHome)) // it does not go again
	v.waitRoot(sliderJS+`.ariaValueNow === '-2'`, "slope g")
	solved(1)
	// What is nearly an answer is told as that.
	link(1, "p > a")
	v.waitRoot(sliderJS+`?.ariaValueNow === '0.5'`, "x")
	v.focus("x")
	v.must(v.Press(KeyLeft))
	v.must(v.Press(KeyLeft))
	v.must(v.WaitFor(`document.querySelector('.exercises .reached').textContent === 'Nearly: x = 0.30'`, soon))
	solved(1)
	// Nor the bump that slides across.
	link(8, "p > a")
	v.waitRoot(sliderJS+`?.ariaValueNow === '0.8'`, "centre c")
	v.must(v.Eval(`scrollTo({top: 0, behavior: 'instant'})`, nil))
	v.must(v.WaitFor(`!document.body.classList.contains('reading')`, soon))
	v.must(v.Settle(soon))
	v.must(v.Click(v.centre(".rf-sweep")))
	v.waitRoot(`root.querySelector('.rf-walk').getClientRects().length > 0`)
	v.must(v.Settle(soon))
	v.must(v.Click(v.centre(".rf-walk")))
	v.waitRoot(sliderJS+`.ariaValueNow < -1.3`, "centre c")
	v.must(v.Click(v.centre(".rf-walk"))) // on the way
	solved(1)
	v.clean()
}
