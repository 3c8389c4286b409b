//go:build !js

package e2e

import (
	"fmt"
	"strings"
)

// tryElement sets attributes of the element in every way: two that come while
// the first is on its way both arrive, one that is gone takes its default, and
// an invalid one is reported and replaced by the current one.
func tryElement(v *visit) {
	v.load("/element.html")
	v.must(v.Eval(`window.errors = []; document.addEventListener('error', e => e.detail && window.errors.push(e.detail.message)); window.f = document.getElementById('f')`, nil))
	v.waitHost(`root.dataset.state === 'ready'`)
	v.must(v.WaitFor(`f.readout`, soon))
	// The first of two is on its way when the second comes: nothing waits for time here.
	v.must(v.Eval(`f.setAttribute('x', '-1'); f.addEventListener('change', () => f.setAttribute('g', '0.7'), {once: true})`, nil))
	v.must(v.WaitFor(`f.readout.x === -1 && f.getAttribute('x') === '-1' && f.getAttribute('g') === '0.7'`, soon))
	v.waitHost(`root.dataset.link === 'lens=sub&x=-1&g=0.7'`)
	v.must(v.Eval(`f.removeAttribute('g'); f.x = null`, nil))
	v.waitHost(`root.dataset.link === 'lens=sub'`)
	v.must(v.Eval(`f.setAttribute('x', '0.5'); f.setAttribute('lens', 'nope'); f.paper = 'blue'`, nil))
	v.must(v.WaitFor(`f.getAttribute('x') === '0.5' && f.getAttribute('lens') === 'sub' && f.getAttribute('paper') === 'theme'`, soon))
	var said []string
	v.must(v.Eval(`return window.errors`, &said))
	if len(said) != 2 || !strings.HasPrefix(said[0], "lens=nope is not one of") || !strings.HasPrefix(said[1], "paper=blue") {
		v.Errorf("bad values are named %q", said)
	}
	// Steps of an essay that come later than the script are followed too.
	v.must(v.Eval(`document.getElementById('late').innerHTML = '<p data-figure="f" data-figure-step="x=-2">Later.</p>'; document.getElementById('late').scrollIntoView({block: 'center'})`, nil))
	v.must(v.WaitFor(`f.readout.x === -2`, soon))
}

// tryHeight makes the window narrow and wide again: the element follows both
// ways, and is as tall as the style attribute had kept room for.
func tryHeight(v *visit) {
	v.must(v.Emulate(Screen{W: 700, H: 700}))
	v.load("/element.html")
	v.must(v.Eval(`window.f = document.getElementById('f')`, nil))
	height := func() (h float64) {
		v.must(v.Eval(`return f.clientHeight`, &h))
		return h
	}
	v.waitHost(`root.dataset.state === 'ready'`)
	wide := height()
	v.must(v.Emulate(Screen{W: 390, H: 844}))
	v.waitHost(`root.dataset.layout === 'phone' && root.scrollHeight <= root.clientHeight`)
	if narrow := height(); narrow < 800 {
		v.Errorf("on a phone it is %v px tall", narrow)
	}
	v.must(v.Emulate(Screen{W: 700, H: 700}))
	v.must(v.WaitFor(fmt.Sprintf(`f.clientHeight === %v`, wide), soon))
	v.waitHost(`root.dataset.layout === 'embed'`)
	v.must(v.WaitFor(fmt.Sprintf(`f.clientHeight === %v`, wide), soon))
	for _, w := range []int{390, 700, 1000, 1500} {
		v.must(v.Emulate(Screen{W: w, H: 700}))
		var both []float64
		v.must(v.WaitFor(`f.clientWidth === f.parentNode.clientWidth`, soon))
		v.must(v.Eval(`const bare = document.createElement('div'); bare.style.cssText = f.dataset.room; f.after(bare);
			const kept = bare.offsetHeight; bare.remove();
			return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done([kept, f.clientHeight])))))`, &both))
		if both[1]-both[0] > 1 || both[0]-both[1] > 1 {
			v.Errorf("%d px wide: the style attribute keeps %v px, the element takes %v", w, both[0], both[1])
		}
	}
	v.clean()
}

// tryBright puts a figure without a theme on pages that are bright and dark: it
// is as they are, whatever the system is, and follows their own switch.
func tryBright(v *visit) {
	v.must(v.Emulate(Screen{W: 1000, H: 700, Dark: true}))
	v.load("/element.html")
	v.waitHost(`root.dataset.state === 'ready' && root.dataset.theme === 'light'`)
	v.must(v.Eval(`document.body.style.cssText = 'background: rgb(0, 30, 60); color: white'`, nil))
	v.waitHost(`root.dataset.theme === 'dark'`)
	v.must(v.Eval(`document.body.style.cssText = ''`, nil))
	v.waitHost(`root.dataset.theme === 'light'`)
	v.must(v.Eval(`document.getElementById('f').theme = 'dark'`, nil))
	v.waitHost(`root.dataset.theme === 'dark'`)
	v.must(v.Eval(`document.getElementById('f').removeAttribute('theme')`, nil))
	v.waitHost(`root.dataset.theme === 'light' && root.dataset.link === 'lens=sub&x=1&g=0.2'`)
	v.clean()
}

// tryOwn has the figure itself in a page, by its style sheet and its script
// alone: it has its colours and a height.
func tryOwn(v *visit) {
	v.must(v.Emulate(Screen{W: 700, H: 600}))
	v.load("/own.html")
	v.waitRoot(`root.dataset.state === 'ready'`)
	var is struct {
		Height, Full float64
		Paper        string
	}
	v.inRoot(0, `{Height: root.clientHeight, Full: root.querySelector('.rf-stage').scrollHeight, Paper: getComputedStyle(root).backgroundColor}`, &is)
	if is.Height != 420 || is.Full > is.Height {
		v.Errorf("it is %v px tall, what is in it %v", is.Height, is.Full)
	}
	if is.Paper != "rgb(251, 247, 239)" {
		v.Errorf("its paper is %s", is.Paper)
	}
	v.must(v.Emulate(Screen{W: 390, H: 800}))
	v.waitRoot(`root.dataset.layout === 'phone' && root.clientHeight > 850`)
	v.clean()
}
