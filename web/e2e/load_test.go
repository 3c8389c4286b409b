//go:build !js

package e2e

func tryLoad(v *visit) {
	v.open("/")
	var got struct {
		Painter string
		Marks   int
		Canvas  struct {
			Hidden   string
			Events   string
			TabIndex int
		}
		Sideways bool
	}
	v.inRoot(0, `(c => ({
		Painter: root.dataset.painter,
		Marks: performance.getEntriesByName('interactive').length,
		Canvas: {Hidden: c?.closest('[aria-hidden="true"]') ? 'hidden' : 'read', Events: c && getComputedStyle(c).pointerEvents, TabIndex: c?.tabIndex ?? 0},
		Sideways: document.documentElement.scrollWidth > innerWidth,
	}))(root.querySelector('canvas'))`, &got)
	if got.Painter != "gpu" {
		v.Errorf("the painter is %q, want gpu", got.Painter)
	}
	if got.Marks != 1 {
		v.Errorf("performance.mark('interactive') was set %d times", got.Marks)
	}
	if got.Canvas.Hidden != "hidden" || got.Canvas.Events != "none" || got.Canvas.TabIndex != -1 {
		v.Errorf("the canvas must be out of reach: %+v", got.Canvas)
	}
	if got.Sideways {
		v.Error("the page scrolls sideways")
	}
	for _, name := range []string{"point", "slope", "interval", "pairing"} {
		if v.readout(name) == "missing" {
			v.Errorf("no readout %s", name)
		}
	}
	v.clean()
}

// tryPageStyles: a figure in a page must leave the page's own elements alone.
func tryPageStyles(v *visit) {
	v.open("/tall.html")
	var got struct{ HTML, Body string }
	v.must(v.Eval("return {HTML: document.documentElement.getAttribute('style') ?? '', Body: document.body.getAttribute('style') ?? ''}", &got))
	if got.HTML != "" || got.Body != "" {
		v.Errorf("the page was styled: html %q, body %q", got.HTML, got.Body)
	}
	var strangers int
	v.must(v.Eval("return [...document.body.children].filter(e => e.tagName === 'CANVAS').length", &strangers))
	if strangers > 0 {
		v.Errorf("%d canvases were put into the body", strangers)
	}
}
