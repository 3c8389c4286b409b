//go:build !js

package e2e

import (
	"image"
	"strings"
	"time"
)

// tryEarly drags the point, presses keys and a button and follows a link before the program
// has arrived: the picture follows, and the program goes on from there.
func tryEarly(v *visit) {
	v.early("/")
	v.waitSlider("x")
	v.must(v.WaitFor(`performance.getEntriesByType('resource').some(r => r.name.includes('early/') && r.responseEnd > 0)`, soon))
	from := v.slider("x")
	v.must(v.Hold(Mouse, Stroke{from, {from.X - 40, from.Y}, {from.X - 80, from.Y + 10}}))
	v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x < 1`)
	early := v.point()
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready'`)
	if now := v.point(); now.X > early.X+0.05 || now.X < early.X-0.05 {
		v.Errorf("the point was at %v before the program, and is at %v after", early.X, now.X)
	}
	if v.Engine != WebKit { // which lets go of a pointer between two actions
		v.must(v.Eval(`return new Promise(done => { let n = 5; (function frame() { if (n--) requestAnimationFrame(frame); else setTimeout(done); })(); })`, nil))
		var asked int
		v.must(v.Eval(`return performance.getEntriesByName('relu-context').length`, &asked))
		if asked > 0 {
			v.Error("the GPU starts under a hand")
		}
		v.must(v.Lift(Mouse))
		v.waitRoot(`root.dataset.held === 'false' && root.dataset.painter === 'gpu'`)
	}

	v.LetGo()
	v.early("/")
	v.waitSlider("x")
	v.focus("x")
	v.must(v.Press(KeyLeft, KeyLeft, KeyLeft))
	v.must(v.Click(v.centre(`[data-lens="sub"]`)))
	v.inRoot(0, "("+sliderJS+").focus()", nil, "x")
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready' && root.dataset.lens === 'sub'`)
	v.waitReadout("slope", "1")
	v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x - 0.2) < 1e-9`)
	v.waitRoot(`document.activeElement?.dataset.control === 'x'`)

	// So does a link of the text, in its turn.
	v.early("/")
	v.waitSlider("x")
	v.focus("x")
	v.must(v.Press(KeyLeft))
	v.must(v.WaitFor(`document.querySelector('output[data-figure]').dir === 'ltr'`, soon)) // links are heard
	v.must(v.Eval(`document.querySelector('a[data-figure][href*="lens=sub&x=0&g=0.4"]').click()`, nil))
	v.must(v.Press(KeyRight, KeyRight))
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready' && root.dataset.lens === 'sub' && Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x - 0.2) < 1e-9`)

	// Buttons count in their turn too, whatever is drawn meanwhile and in another
	// language, and so does a click on the drawing.
	v.early("/")
	v.waitSlider("x")
	v.must(v.Click(v.centre(`[data-lens="dist"]`)))
	v.must(v.Eval(`document.querySelector('a[data-figure][href*="lens=sub&x=0&g=0.4"]').click()`, nil))
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready' && root.dataset.lens === 'sub'`)
	v.early("/embed.html#lens=sub&x=1")
	v.waitRoot(`root.dataset.early === 'shown'`)
	v.inRoot(0, `(list => { list.value = '1'; list.dispatchEvent(new Event('change', {bubbles: true})) })(root.querySelector('.rf-method'))`, nil)
	v.focus("x")
	v.must(v.Press(KeyLeft))
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready' && root.dataset.link === 'lens=sub&x=0.9&steps=fixed'`)
	v.early("/embed.html#lang=de")
	v.must(v.WaitFor(`document.querySelector('.relu-figure').dataset.state === 'loading'`, soon))
	v.must(v.Click(v.centre(`[data-lens="dist"]`)))
	v.inRoot(0, `root.querySelector('.rf-theme').focus()`, nil)
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready' && root.lang === 'de' && root.dataset.lens === 'dist' && document.activeElement?.matches('.rf-theme')`)
	v.early("/")
	v.waitSlider("x")
	v.waitRoot(`root.dataset.early === 'shown'`)
	knob := v.slider("x")
	v.must(v.Click(Place{knob.X - 150, knob.Y + 60}))
	v.must(v.Eval(`document.body.style.cssText = 'position: relative; left: -200px'`, nil)) // it may be elsewhere by then
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready' && JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x < 0`)

	// A window of another size has the state that keys have led to, once.
	v.LetGo()
	v.must(v.Emulate(Screen{W: 720, H: 420}))
	v.early("/embed.html#x=-1")
	v.waitRoot(`root.dataset.early === 'shown'`)
	v.focus("x")
	v.must(v.Press(KeyRight, KeyRight, KeyRight))
	const there = `root.dataset.early === 'shown' && root.querySelector('svg[data-hands]').getBoundingClientRect().height > 200 && Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x + 0.7) < 1e-9`
	v.waitRoot(there)
	v.must(v.Emulate(Screen{W: 1000, H: 700}))
	v.waitRoot(there + ` && root.querySelector('svg[data-hands]').classList[0].startsWith('rf-sheet-beside')`)
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x + 0.7) < 1e-9`)

	// What is not drawn is not shown.
	for _, x := range []string{"0.37", "abc", ""} {
		v.early("/embed.html#x=" + x)
		v.must(v.WaitFor(`performance.getEntriesByType('resource').some(r => r.name.includes('early/') && r.responseEnd > 0)`, soon))
		v.must(v.Settle(soon))
		v.waitRoot(`root.dataset.early === 'waiting'`)
		v.site.Slow.Open()
		v.waitRoot(`root.dataset.state === 'ready'`)
	}

	// The same on a page that is zoomed, in the other lens of which there are books.
	v.LetGo()
	v.early("/embed.html#lens=sub&x=1")
	v.must(v.Eval(slideJS+`document.documentElement.style.zoom = .8; dispatchEvent(new Event('resize'))`, nil))
	v.waitSlider("x")
	v.must(v.WaitFor(`performance.getEntriesByType('resource').filter(r => r.name.includes('early/') && r.responseEnd > 0).length > 0`, soon))
	v.must(v.Settle(soon))
	var at Place
	v.must(v.Eval(`follow('x'); return middle('x')`, &at))
	v.must(v.Hold(Mouse, Stroke{at, {at.X + 30, at.Y}, {at.X + 60, at.Y}}))
	var far float64
	for range 2 {
		v.must(v.Eval(`return Math.abs(middle('x').X - window.pointer[0])`, &far))
		if far > 2*nearBy { // the states are drawn a tenth of a unit apart
			v.Errorf("on a page that is zoomed the point is %.1f px from the pointer, which took it at %v", far, at)
		}
		v.site.Slow.Open()
		v.waitRoot(`root.dataset.state === 'ready'`)
	}
	v.LetGo()
	v.clean()
}

// tryJoin holds the program between two turns of its beginning: keys that are pressed and
// an address that is visited meanwhile count.
func tryJoin(v *visit) {
	held := func(first string) {
		v.Helper()
		v.early("/")
		v.waitSlider("x")
		v.inPage(first + `window.turns = [];
			const Channel = MessageChannel;
			window.MessageChannel = class {
				constructor() {
					const {port1, port2} = new Channel();
					this.port1 = port1;
					this.port2 = {postMessage(m) {
						const go = () => port2.postMessage(m);
						if (window.turns) window.turns.push(go); else go();
					}};
				}
			}`)
		v.site.Slow.Open()
		v.must(v.WaitFor(`window.turns.length === 1`, soon))
		v.must(v.Eval(`window.turns.shift()()`, nil))
		v.must(v.WaitFor(`window.turns.length === 1`, soon)) // it has the page's elements by now
	}
	free := func() {
		v.Helper()
		v.must(v.Eval(`const [go] = window.turns; window.turns = null; go()`, nil))
		v.waitRoot(`root.dataset.state === 'ready'`)
	}
	held("")
	v.focus("x")
	v.must(v.Press(KeyLeft, KeyLeft))
	free()
	v.waitRoot(`Math.abs(JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x - 0.3) < 1e-9 && document.activeElement?.dataset.control === 'x'`)

	v.LetGo()
	held("")
	v.must(v.Eval(`location.hash = 'lens=sub&x=0'`, nil))
	free()
	v.waitReadout("interval", `[0, 1]`)
	v.waitRoot(`root.dataset.lens === 'sub' && location.hash === '#lens=sub&x=0'`)

	// It counts after what was done before it.
	v.LetGo()
	held("")
	v.focus("x")
	v.must(v.Press(KeyLeft))
	v.must(v.Click(v.centre(`[data-lens="dist"]`)))
	v.must(v.Eval(`location.hash = 'lens=sub&x=0'`, nil))
	free()
	v.waitRoot(`root.dataset.lens === 'sub' && location.hash === '#lens=sub&x=0'`)

	// The same on a page whose early.js is of another build.
	held(`delete document.querySelector('#figure').early;`)
	v.must(v.Eval(`location.hash = 'lens=dist&c=1'`, nil))
	free()
	v.waitRoot(`root.dataset.lens === 'dist' && location.hash === '#lens=dist&c=1'`)

	// Another program of the figure gives no way, so that nothing that is seen goes and comes.
	v.must(v.Eval(`window.turns = []; document.querySelector('#figure').dispatchEvent(new CustomEvent('relu-steer', {detail: 'lang=de'}))`, nil))
	v.waitRoot(`root.dataset.state === 'ready' && root.lang === 'de' && !window.turns.length`)
	v.clean()
}

// tryFirstPaint compares what is there before the program with what it paints:
// the state of the address, and in the same place.
func tryFirstPaint(v *visit) {
	for _, c := range []struct {
		link string
		w, h int
	}{
		{"/", 1280, 800}, {"/", 1440, 780}, {"/", 1024, 768}, {"/embed.html", 720, 420}, {"/", 390, 844},
		{"/#x=0", 1280, 800}, {"/#x=-0.7&theme=dark", 1366, 680}, {"/#fn=abs&lens=sub&x=0", 1280, 800}, {"/embed.html#fn=heaviside", 720, 420}, {"/embed.html#lens=sub&x=1.4", 720, 420}, {"/#lens=sub", 1440, 900},
	} {
		if err := v.Emulate(Screen{W: c.w, H: c.h}); err != nil {
			continue // WebKit's window has a least width
		}
		v.firstPaint(c.link, c.w, c.h)
	}
	if v.Engine == Chromium { // a scroll bar comes with the text below the figure, which is another arrangement's width then
		other := v.beside(Options{Bars: true})
		other.must(other.Viewport(1210, 800))
		other.firstPaint("/", 1210, 800)
	}
	v.clean()
}

// firstPaint compares what is there of a page before the program with what it paints.
func (v *visit) firstPaint(link string, w, h int) {
	v.Helper()
	v.early(link)
	v.waitRoot(`root.dataset.early !== 'waiting' && root.dataset.early !== undefined`)
	v.must(v.WaitFor("document.fonts.status === 'loaded'", soon))
	before := v.shot()
	v.site.Slow.Open()
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.must(v.Settle(soon))
	after := v.shot()
	d := compare(before, after)
	v.Logf("%s at %d×%d: mean difference %.3f of 255, %.3f%% of the pixels off", link, w, h, d.Mean, 100*d.Off)
	if d.Mean > 3.5 || d.Off > 0.01 { // edges soften where a stage is scaled to the window's unit
		v.Errorf("%s at %d×%d jumps: mean difference %.3f of 255, %.3f%% of the pixels off", link, w, h, d.Mean, 100*d.Off)
		v.keep("early", before)
		v.keep("ready", after)
	}
}

// tryStill: where no script may run the drawing is the same.
func tryStill(v *visit) {
	for _, c := range []struct{ w, h int }{{720, 420}, {1280, 800}} {
		v.must(v.Emulate(Screen{W: c.w, H: c.h}))
		v.load("/embed.html")
		v.waitRoot(`root.dataset.state === 'ready'`)
		v.must(v.Settle(soon))
		with := v.shot()
		v.load("/still.html")
		v.must(v.WaitFor("document.readyState === 'complete'", soon))
		var d Difference
		for end := time.Now().Add(soon); ; {
			if d = compare(with, v.shot()); d.Mean < 3.5 && d.Off < 0.01 || time.Now().After(end) {
				break // its fonts may come after the page
			}
		}
		if d.Mean > 3.5 || d.Off > 0.01 {
			v.Errorf("at %d×%d, without scripts: mean difference %.3f of 255, %.3f%% of the pixels off", c.w, c.h, d.Mean, 100*d.Off)
			v.keep("with", with)
			v.keep("without", v.shot())
		}
	}
	v.clean()
}

// tryNoShift: nothing moves when the program takes over, whatever the address
// and the window.
func tryNoShift(v *visit) {
	for _, c := range []struct {
		link string
		w, h int
	}{
		{"/", 1280, 800}, {"/", 390, 844}, {"/", 768, 1024}, {"/#lens=sub&x=0", 360, 640}, {"/#lens=dist", 390, 844}, {"/#lens=dist", 1280, 680},
		{"/#lens=compare", 390, 844}, {"/#fn=abs&lens=compare", 1280, 800}, {"/embed.html#fn=cantor&lens=dist", 720, 420}, {"/embed.html#lens=compare", 720, 420},
	} {
		v.must(v.Emulate(Screen{W: c.w, H: c.h}))
		v.early(c.link)
		v.waitRoot(`root.dataset.early !== 'waiting' && root.dataset.early !== undefined`)
		v.must(v.WaitFor("document.fonts.status === 'loaded'", soon))
		v.must(v.Settle(soon))
		v.must(v.Eval(`window.__shifts = []; new PerformanceObserver(l => { for (const e of l.getEntries()) __shifts.push([e.value, ...e.sources.map(s => (s.node?.className?.baseVal ?? s.node?.className) + ' ' + [s.previousRect.x, s.previousRect.y] + ' -> ' + [s.currentRect.x, s.currentRect.y])].join(', ')) }).observe({type: 'layout-shift'})`, nil))
		v.site.Slow.Open()
		v.waitRoot(`root.dataset.state === 'ready' && !root.hasAttribute('data-starting')`)
		v.must(v.Settle(soon))
		var shifts []string
		v.must(v.Eval(`return __shifts`, &shifts))
		if len(shifts) > 0 {
			v.Errorf("%s at %d×%d: the layout shifts: %s", c.link, c.w, c.h, strings.Join(shifts, "; "))
		}
	}
	v.clean()
}

// early opens a page whose program is on its way until the site's gate opens.
func (v *visit) early(address string) {
	v.Helper()
	v.must(v.Navigate(v.site.URL + "/blank.html")) // what the page before still waits for
	v.site.Slow.Shut()
	v.load(address)
}

// waitSlider waits until a slider can be taken hold of.
func (v *visit) waitSlider(name string) {
	v.Helper()
	v.waitRoot("!!("+sliderJS+")", name)
}

func (v *visit) shot() image.Image {
	v.Helper()
	// What the page is by now may not have been painted: the second frame from here
	// comes after it has.
	v.must(v.Eval(`return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))`, nil))
	m, err := v.Screenshot()
	v.must(err)
	return m
}
