//go:build !js

package e2e

import "fmt"

// tryTwoFigures: each of two figures is its own.
func tryTwoFigures(v *visit) {
	v.open("/two.html#x=1")
	for n := range 2 {
		var painter string
		v.inRoot(n, "root.dataset.painter", &painter)
		if painter != "gpu" {
			v.Errorf("figure %d is painted by %q", n, painter)
		}
	}
	readout := func(n int) (value string) {
		v.inRoot(n, `root.querySelector('[data-readout="point"]').dataset.value`, &value)
		return value
	}
	before := readout(0)
	v.inRoot(1, "(e => { e.scrollIntoView(); e.focus() })("+sliderJS+")", nil, "x")
	v.must(v.Press(KeyHome))
	v.must(v.WaitFor(`JSON.parse(`+roots+`[1].querySelector('[data-readout="point"]').dataset.value).x < 0`, soon))
	if after := readout(0); after != before {
		v.Errorf("a key in the second figure moved the first from %s to %s", before, after)
	}
	var twice []string
	v.must(v.Eval("const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i)", &twice))
	if len(twice) > 0 {
		v.Errorf("two elements share an id: %q", twice)
	}
	v.still("two figures")
	v.clean()
}

// tryTeardown takes a figure out of the page: nothing of it goes on. When its
// page lets go of it, its GPU context is given back and its canvas is gone.
func tryTeardown(v *visit) {
	v.open("/#x=1")
	before, err := v.Activity()
	v.must(err)
	v.module("window.__root = document.querySelector('[data-relu-figure]'); __root.remove()")
	v.still("after the figure left the page")
	after, err := v.Activity()
	v.must(err)
	if after.GL != before.GL {
		v.Errorf("that it left the page was drawn: %+v", after.Since(before))
	}
	v.module("const {unmount} = await import(document.querySelector('script[src*=\"figure.js\"]').src); unmount(window.__root)")
	v.must(v.WaitFor("__e2e.contexts.length > 0 && __e2e.contexts.every(c => c.isContextLost()) && !__root.querySelector('canvas')", soon))
	v.still("after the figure ended")
	v.must(v.Eval("location.hash = 'x=0'; dispatchEvent(new Event('resize'))", nil))
	v.still("after the figure ended and the address changed")
	v.clean()
}

// module runs a module in the page itself. A driver's own script may live in
// another world, with modules of its own.
func (v *visit) module(source string) {
	v.Helper()
	v.modules++
	done := fmt.Sprintf("__module%d", v.modules)
	v.must(v.Eval("document.head.append(Object.assign(document.createElement('script'), {type: 'module', textContent: arguments[0]}))", nil, source+"; window."+done+" = true"))
	v.must(v.WaitFor("window."+done, soon))
}

// tryFailedDownload: without the program the poster stays, a sentence says
// what happened, and a button tries again.
func tryFailedDownload(v *visit) {
	v.site.Broken.Store(true)
	v.load("/#x=0")
	v.waitRoot(`root.dataset.state === 'failed'`)
	var got struct {
		Sentence string
		Button   []float64
		Poster   float64
	}
	v.inRoot(0, `(fail => (b => ({
		Sentence: fail.getClientRects().length > 0 ? fail.textContent.trim() : '',
		Button: b.getClientRects().length > 0 ? (r => [r.x + r.width / 2, r.y + r.height / 2])(b.getBoundingClientRect()) : [],
		Poster: Math.max(0, ...[...root.querySelectorAll('.rf-poster svg')].map(e => e.getBoundingClientRect().width)),
	}))(fail.querySelector('button')))(root.querySelector('.rf-fail'))`, &got)
	if len(got.Sentence) < 20 {
		v.Errorf("the sentence is %q", got.Sentence)
	}
	if got.Poster < 100 {
		v.Errorf("the poster is %v px wide", got.Poster)
	}
	if len(got.Button) != 2 {
		v.Fatal("no button to try again")
	}
	v.load("/#x=0&lang=de")
	v.waitRoot(`root.dataset.state === 'failed'`)
	v.waitRoot(`/^Die Figur ließ sich nicht laden \(der Server antwortete mit \d+\)\.$/.test(root.querySelector('.rf-fail-text').textContent) && root.querySelector('.rf-retry').textContent === 'Erneut versuchen'`)
	v.load("/#x=0")
	v.waitRoot(`root.dataset.state === 'failed'`)
	v.site.Broken.Store(false)
	v.must(v.Click(Place{got.Button[0], got.Button[1]}))
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.waitReadout("point", `{"x":0,"y":0}`)
	v.waitRoot(`root.querySelector('.rf-fail').getClientRects().length === 0`)
	if errs, err := v.Errors(); err != nil {
		v.Fatal(fmt.Errorf("reading errors: %w", err))
	} else {
		v.Logf("reported while the program was out of reach: %q", errs)
	}
}
