//go:build !js

package e2e

import (
	"errors"
	"math"
)

// sharp fails where the canvas has not one pixel for each of the screen's.
func (v *visit) sharp(scale float64) {
	v.Helper()
	// The browser tells a new size when it paints next, which a busy machine delays.
	v.WaitFor(`(c => (r => Math.abs(c.width - r.width * arguments[0]) <= 1 && Math.abs(c.height - r.height * arguments[0]) <= 1)(c.getBoundingClientRect()))(document.querySelector('[data-relu-figure] canvas'))`, soon, scale)
	var got struct{ Ratio, W, H, CSSW, CSSH float64 }
	v.inRoot(0, `(c => (r => ({Ratio: devicePixelRatio, W: c.width, H: c.height, CSSW: r.width, CSSH: r.height}))(c.getBoundingClientRect()))(root.querySelector('canvas'))`, &got)
	if got.Ratio != scale {
		v.Fatalf("devicePixelRatio is %v, want %v", got.Ratio, scale)
	}
	if math.Abs(got.W-got.CSSW*scale) > 1 || math.Abs(got.H-got.CSSH*scale) > 1 {
		v.Errorf("at %v the canvas has %v×%v pixels for %v×%v CSS pixels", scale, got.W, got.H, got.CSSW, got.CSSH)
	}
}

// tryResize goes through the layouts without a reload.
func tryResize(v *visit) {
	v.open("/#lens=sub&x=0&g=0.4")
	for _, c := range []struct {
		w, h   int
		layout string
	}{{1440, 900, "desktop"}, {1024, 768, "medium"}, {720, 420, "embed"}, {390, 844, "phone"}, {1440, 900, "desktop"}} {
		err := v.Emulate(Screen{W: c.w, H: c.h})
		narrow := errors.Is(err, ErrUnsupported) // the window cannot be so small; the figure can
		if !narrow {
			v.must(err)
		}
		v.inRoot(0, `Object.assign(root.style, arguments[0] ? {width: arguments[1] + 'px'} : {width: ''})`, nil, narrow, c.w)
		v.waitRoot(`root.dataset.layout === arguments[0]`, c.layout)
		v.must(v.Settle(soon))
		v.sharp(1)
		var sideways bool
		v.must(v.Eval("return document.documentElement.scrollWidth > innerWidth", &sideways))
		if sideways {
			v.Errorf("at %d×%d the page scrolls sideways", c.w, c.h)
		}
		v.waitReadout("point", `{"x":0,"y":0}`)
		v.reachable(c.w)
	}
	v.clean()
}

// reachable fails where a handle lies outside the page or is smaller than a
// fingertip.
func (v *visit) reachable(w int) {
	v.Helper()
	var bad []string
	v.inRoot(0, `[...root.querySelectorAll('[role="slider"]')].filter(e => e.getClientRects().length > 0).map(e => [e.getAttribute('aria-label'), e.getBoundingClientRect()])
		.filter(([, r]) => r.width < 43.99 || r.height < 43.99 || r.x + r.width / 2 < 0 || r.x + r.width / 2 > arguments[0])
		.map(([name, r]) => name + ' ' + r.width + '×' + r.height + ' at ' + r.x)`, &bad, w)
	if len(bad) > 0 {
		v.Errorf("handles out of reach: %q", bad)
	}
}

// tryScale changes the device pixel ratio of an open page where the engine can,
// as a zoom or a move between monitors does, and elsewhere starts a browser
// for each ratio.
func tryScale(v *visit) {
	v.open("/#x=0")
	for _, scale := range []float64{1.25, 1.5, 2, 3, 1} {
		err := v.Emulate(Screen{W: 800, H: 600, Scale: scale})
		if err == nil {
			v.must(v.WaitFor("devicePixelRatio === arguments[0]", soon, scale))
			v.must(v.Settle(soon))
			v.sharp(scale)
		} else if errors.Is(err, ErrUnsupported) {
			v.sharpFromStart(scale)
		} else {
			v.Fatal(err)
		}
	}
	v.clean()
}

// sharpFromStart looks at the figure in a browser of its own.
func (v *visit) sharpFromStart(scale float64) {
	v.Helper()
	if v.Engine == WebKit && scale != math.Trunc(scale) {
		return
	}
	other := v.beside(Options{Scale: scale})
	defer other.Close()
	v.must(other.Emulate(Screen{W: 800, H: 600}))
	other.open("/#x=0")
	other.sharp(scale)
	other.clean()
}

// tryHeader makes the window narrower, with the longest names of a function in
// either language: no part of the header lies on the next, and no name is cut.
func tryHeader(v *visit) {
	for _, named := range []string{"fn=minusabs&lang=en", "fn=sqrtabs&lang=en", "fn=minusabs&lang=de", "fn=heaviside&lang=de"} {
		v.open("/embed.html#lens=dist&" + named)
		for _, s := range []struct {
			w, h   int
			layout string
		}{
			{1280, 900, "desktop"}, {1200, 900, "desktop"}, {1199, 900, "medium"}, {1060, 900, "medium"}, {980, 900, "medium"}, {900, 900, "medium"},
			{899, 600, "embed"}, {700, 420, "embed"}, {640, 420, "embed"}, {560, 420, "embed"}, {390, 844, "phone"},
		} {
			v.must(v.Emulate(Screen{W: s.w, H: s.h}))
			v.waitRoot(`root.dataset.layout === arguments[0] && root.clientWidth === arguments[1]`, s.layout, s.w)
			v.must(v.Settle(soon))
			var faults []string
			v.inRoot(0, `(all => [
				...[...root.querySelectorAll('.rf-pick-name')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent + ' is cut'),
				...all.flatMap(([e, a], i) => all.slice(i + 1).filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1).map(([f]) => [e.parentNode.className, e.textContent, 'lies on', f.className].join(' '))),
			])([...root.querySelectorAll('.rf-pick, .rf-tab > :is(span, svg), .rf-chrome > button')].map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width > 1))`, &faults)
			if len(faults) > 0 {
				v.Errorf("%d px wide, %s: %q", s.w, named, faults)
			}
		}
	}
}
