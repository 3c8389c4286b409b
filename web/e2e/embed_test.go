//go:build !js

package e2e

import (
	"strconv"
	"strings"
)

// tryEmbed is a blog post: the figure comes when it is near, attributes and
// properties are live in both directions, and nothing in the page moves. A
// policy that allows no WebAssembly puts it into a frame, as a page may ask for.
func tryEmbed(v *visit) {
	for _, page := range []string{"/blog.html", "/strict.html", "/forbids.html", "/framed.html"} {
		v.load(page)
		v.must(v.WaitFor(`document.querySelector('relu-three-ways')?.shadowRoot && document.readyState === 'complete'`, soon))
		var early bool
		v.must(v.Eval(`return !!document.querySelector('relu-three-ways').shadowRoot.querySelector('iframe, [data-state]')`, &early))
		if early {
			v.Errorf("%s: the figure is loaded while it is far away", page)
		}
		v.must(v.Eval(`document.getElementById('f').scrollIntoView()`, nil))
		v.waitHost(`root.dataset.state === 'ready'`)
		v.waitHost(`root.querySelector('[role="tab"][aria-selected="true"]').dataset.lens === 'point'`)
		v.must(v.WaitFor(`document.getElementById('slope').value === '1'`, soon))
		var framed bool
		v.must(v.Eval(`return !!document.querySelector('relu-three-ways').shadowRoot.querySelector('iframe')`, &framed))
		if want := page == "/forbids.html" || page == "/framed.html"; framed != want {
			v.Errorf("%s: in a frame: %v", page, framed)
		}
		// The element is as tall as the figure needs.
		var room []float64
		v.must(v.Eval(`const f = document.querySelector('relu-three-ways'), root = `+guest+`; return [f.clientHeight, root.ownerDocument === document ? root.scrollHeight : root.ownerDocument.documentElement.scrollHeight]`, &room))
		if room[0] < 300 || room[1] > room[0]+1 {
			v.Errorf("%s: the element is %v px tall, the figure needs %v", page, room[0], room[1])
		}
		// Prose steers without moving focus, scroll or address.
		var before, after string
		where := `return [document.activeElement?.tagName, scrollY, location.hash].join()`
		v.must(v.Eval(`document.getElementById('link').focus()`, nil))
		v.must(v.Eval(where, &before))
		v.must(v.Press(KeyEnter))
		v.must(v.WaitFor(`document.getElementById('slope').value === 'none' && document.getElementById('interval').value === '[0, 1]'`, soon))
		v.waitHost(`root.querySelector('[role="tab"][aria-selected="true"]').dataset.lens === 'sub'`)
		v.must(v.Eval(where, &after))
		if before != after {
			v.Errorf("%s: a link in the prose led from %q to %q", page, before, after)
		}
		v.must(v.WaitFor(`(f => f.getAttribute('x') === '0' && f.getAttribute('lens') === 'sub')(document.getElementById('f'))`, soon))
		// From attributes and properties to the figure.
		v.must(v.Eval(`document.getElementById('f').setAttribute('fn', 'abs')`, nil))
		v.must(v.WaitFor(`document.getElementById('interval').value === '[\u22121, 1]'`, soon))
		v.must(v.Eval(`window.changes = 0; const f = document.getElementById('f'); f.addEventListener('change', () => window.changes++); f.x = -2`, nil))
		v.must(v.WaitFor(`document.getElementById('f').readout.x === -2 && window.changes > 0`, soon))
		// A paragraph that comes into view is a step of the essay.
		v.must(v.Eval(`document.getElementById('step').scrollIntoView({block: 'center'})`, nil))
		v.must(v.WaitFor(`document.getElementById('f').readout.x === -1`, soon))
		v.clean()
	}
}

// tryMessages sends good and bad messages; what is bad is named and ignored.
func tryMessages(v *visit) {
	v.load("/framed.html")
	v.must(v.WaitFor(`document.querySelector('relu-three-ways')?.shadowRoot`, soon))
	v.must(v.Eval(`document.getElementById('f').scrollIntoView()`, nil))
	v.waitHost(`root.dataset.state === 'ready'`)
	say := func(message string) {
		v.must(v.Eval(`document.querySelector('relu-three-ways').shadowRoot.querySelector('iframe').contentWindow.postMessage(`+message+`, '*')`, nil))
	}
	v.must(v.Eval(`window.errors = []; document.addEventListener('error', e => e.detail && window.errors.push(e.detail.message))`, nil))
	say(`{source: 'relu-three-ways', v: 1, type: 'set', state: {lens: 'dist', p: 5, x: 'nonsense', __proto__: {c: 1}}}`)
	v.waitHost(`root.querySelector('[role="tab"][aria-selected="true"]').dataset.lens === 'dist'`)
	for _, bad := range []string{`{source: 'relu-three-ways', v: 2, type: 'set'}`, `{source: 'relu-three-ways', v: 1, type: 'burn'}`, `{source: 'relu-three-ways', v: 1, type: 'set', state: 7}`} {
		say(bad)
	}
	for _, stranger := range []string{`null`, `'hello'`, `{source: 'another', type: 'set'}`, `[1, 2]`} {
		say(stranger)
	}
	say(`{source: 'relu-three-ways', v: 1, type: 'prev'}`)
	v.waitHost(`root.querySelector('[data-control="p"]').getAttribute('aria-valuenow') === '4'`)
	var errors []string
	v.must(v.Eval(`return window.errors`, &errors))
	if len(errors) != 4 || !strings.Contains(errors[0], "x=nonsense") || !strings.Contains(errors[1], "version") || !strings.Contains(errors[2], "burn") {
		v.Errorf("bad messages are named %q", errors)
	}
	// An export that is asked for at once after a state is of that state.
	for _, e := range []struct{ format, begins, c string }{{"svg", "<?xml", "-0.5"}, {"png", "data:image/png;base64,", "0.25"}, {"tikz", "% http", "1"}} {
		v.must(v.Eval(`window.got = null; const f = document.getElementById('f'); f.addEventListener('export', e => window.got = e.detail, {once: true}); f.set({c: arguments[1]}); f.export(arguments[0], 1)`, nil, e.format, e.c))
		v.must(v.WaitFor(`window.got?.format === arguments[0] && window.got.data.startsWith(arguments[1])`, soon, e.format, e.begins))
		var link string
		v.must(v.Eval(`return window.got.link`, &link))
		if !strings.Contains(link+"&", "&c="+e.c+"&") || !strings.Contains(link+"&", "&p=4&") {
			v.Errorf("the %s of c=%s says that it is %q", e.format, e.c, link)
		}
		var named bool
		v.must(v.Eval(`const data = window.got.data.replaceAll('&amp;', '&'); return (data.startsWith('data:') ? atob(data.split(',')[1]) : data).includes(arguments[0])`, &named, v.site.URL+"/#"+link))
		if !named {
			v.Errorf("the %s does not name its address", e.format)
		}
	}
	// As it is wanted; what is wrong is told, and left out.
	v.must(v.Eval(`window.got = null; window.errors = []; f.addEventListener('export', e => window.got = e.detail, {once: true}); f.export('svg', {part: 'drawing', paper: 'blue', handles: 'off', width: '80mm', dpi: 'many'})`, nil))
	v.must(v.WaitFor(`window.got`, soon))
	var as struct {
		Head, File string
		Errors     []string
	}
	v.must(v.Eval(`return {Head: window.got.data.match(/<svg[^>]*>/)[0], File: window.got.file, Errors: window.errors}`, &as))
	if !strings.Contains(as.Head, `width="80mm"`) || !strings.HasPrefix(as.File, "relu-distribution-80x") || !strings.HasSuffix(as.File, "mm.svg") || len(as.Errors) != 2 || !strings.HasPrefix(as.Errors[0], "paper=") || !strings.HasPrefix(as.Errors[1], "dpi=") {
		v.Errorf("as it is wanted: %+v", as)
	}
}

// trySandbox shows the figure in a frame that may do nothing but run scripts.
func trySandbox(v *visit) {
	v.load("/sandbox.html")
	v.must(v.WaitFor(`window.messages.some(m => m.source === 'relu-three-ways' && m.type === 'ready')`, soon))
	var slope any
	v.must(v.Eval(`return window.messages.find(m => m.type === 'ready').readout.subdifferential.join()`, &slope))
	if slope != "0,1" {
		v.Errorf("the frame says that the subdifferential is %v", slope)
	}
}

// tryCrowd scrolls through twenty figures that are the page's own: those out of
// sight give the GPU up, none is lost to another, and each is painted by it when
// it is seen, as it was left.
func tryCrowd(v *visit) {
	v.load("/crowd.html")
	figure := func(n int) string { return roots + `[` + strconv.Itoa(n) + `]` }
	painted := func(n int) {
		v.Helper()
		v.must(v.WaitFor(figure(n)+`?.dataset.painter === 'gpu'`, soon))
	}
	painted(0)
	v.focus("slope g")
	before := v.now("slope g")
	v.must(v.Press(KeyRight))
	v.waitRoot(`arguments[1] !== (`+sliderJS+`).getAttribute('aria-valuenow')`, "slope g", before)
	left := v.now("slope g")
	for n := range 20 {
		v.must(v.Eval(`document.querySelectorAll('[data-relu-figure]')[arguments[0]].scrollIntoView()`, nil, n))
		painted(n)
	}
	var state struct{ GPU, Lost int }
	v.must(v.Eval(`const all = `+roots+`; return {GPU: all.filter(f => f.dataset.painter === 'gpu').length, Lost: all.filter(f => f.dataset.state !== 'ready').length}`, &state))
	if state.GPU > 10 || state.Lost > 0 {
		v.Errorf("%d figures have a context, and %d are not ready", state.GPU, state.Lost)
	}
	v.must(v.WaitFor(figure(0)+`.hasAttribute('data-resting')`, soon))
	v.must(v.Eval(`scrollTo(0, 0)`, nil))
	painted(0)
	v.must(v.Settle(soon))
	if g := v.now("slope g"); g != left {
		v.Errorf("the first figure was left at g = %s, and is at %s", left, g)
	}
	at := v.slider("slope g")
	v.must(v.Drag(Mouse, Stroke{at, {at.X, at.Y - 20}, {at.X, at.Y - 40}}))
	v.waitRoot(`arguments[1] !== (`+sliderJS+`).getAttribute('aria-valuenow')`, "slope g", left)
	v.clean()
}

// tryOther is a frame of another origin, which a browser lets sleep while it is
// out of sight: it answers when it is scrolled to, and from then on.
func tryOther(v *visit) {
	v.load("/other.html")
	said := func(of string) {
		v.Helper()
		v.must(v.WaitFor(`window.messages.some(m => m.source === 'relu-three-ways' && `+of+`)`, soon))
	}
	v.must(v.WaitFor(`document.readyState === 'complete'`, soon))
	var same bool
	v.must(v.Eval(`return !!document.querySelector('iframe').contentDocument`, &same))
	if same {
		v.Fatal("the frame is of the page's own origin")
	}
	say := `document.querySelector('iframe').contentWindow.postMessage({source: 'relu-three-ways', v: 1, type: 'set', state: {g: arguments[0]}}, '*')`
	v.must(v.Eval(say, nil, 0.25)) // which waits until the figure answers
	v.must(v.Eval(`document.querySelector('iframe').scrollIntoView()`, nil))
	said(`m.type === 'ready'`)
	said(`m.type === 'change' && m.state.g === 0.25`)
	v.must(v.Eval(say, nil, 0.75))
	said(`m.type === 'change' && m.state.g === 0.75 && m.readout.subdifferential.join() === '0,1'`)
	v.must(v.Eval(`scrollTo(0, 0)`, nil))
	v.must(v.Eval(say, nil, 0.5))
	said(`m.type === 'change' && m.state.g === 0.5`)
}

// tryTwenty scrolls through a page of twenty figures: never more of them are up
// than a browser has contexts for, none is lost, and the first is on its return
// as it was left.
func tryTwenty(v *visit) {
	v.load("/twenty.html")
	frame := func(n int) string {
		return `document.querySelectorAll('relu-three-ways')[` + strconv.Itoa(n) + `].shadowRoot.querySelector('iframe')`
	}
	ready := func(n int) {
		v.Helper()
		v.must(v.WaitFor(frame(n)+`?.contentDocument?.querySelector('[data-relu-figure]')?.dataset.state === 'ready'`, soon))
	}
	ready(0)
	v.must(v.Eval(`document.querySelector('relu-three-ways').set({g: 0.75, lens: 'dist', c: -1, paper: 'none'})`, nil))
	v.must(v.WaitFor(`document.querySelector('relu-three-ways').readout.probe.c === -1`, soon))
	for _, n := range []int{1, 3, 5, 7, 9, 11, 13, 15, 17, 19} {
		v.must(v.Eval(`document.querySelectorAll('relu-three-ways')[arguments[0]].scrollIntoView()`, nil, n))
		ready(n)
		var up int
		v.must(v.Eval(`return [...document.querySelectorAll('relu-three-ways')].filter(f => f.shadowRoot.querySelector('iframe')).length`, &up))
		if up > 10 {
			v.Errorf("at figure %d there are %d frames", n, up)
		}
	}
	if err := v.WaitFor(`!`+frame(0), soon); err != nil {
		v.Error("the first figure is still up")
	}
	v.must(v.Eval(`scrollTo(0, 0)`, nil))
	ready(0)
	v.must(v.WaitFor(`(r => r.probe.c === -1)(document.querySelector('relu-three-ways').readout)`, soon))
	v.must(v.WaitFor(frame(0)+`.contentDocument.querySelector('[role="tab"][aria-selected="true"]').dataset.lens === 'dist'`, soon))
	v.must(v.WaitFor(frame(0)+`.contentDocument.querySelector('[data-relu-figure]').dataset.paper === 'none'`, soon))
	var lost int
	v.must(v.Eval(`return [...document.querySelectorAll('relu-three-ways')].filter(f => ['lost', 'failed'].includes(f.shadowRoot.querySelector('iframe')?.contentDocument?.querySelector('[data-relu-figure]')?.dataset.state)).length`, &lost))
	if lost > 0 {
		v.Errorf("%d figures have lost their context", lost)
	}
}
