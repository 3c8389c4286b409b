//go:build !js

package bench

import (
	"fmt"
	"time"

	"relu-three-ways/web/e2e"
)

// activity is what the figure's page did while it should rest.
type activity struct {
	when string
	did  e2e.Activity
}

// activities watches the figure at rest in each lens, after a drag that is cut
// off, after the end of the derivation, out of sight, hidden, and after the loss
// and the return of the GPU's context, for three seconds each, with the probe of
// the tests in browsers. A page that never rests is
// watched all the same: what it does is told.
func activities() (list []activity, err error) {
	const window, limit = 3 * time.Second, 60 * time.Second
	s, err := e2e.NewSite("dist")
	if err != nil {
		return nil, err
	}
	defer s.Close()
	b, err := e2e.Start(e2e.Chromium, e2e.Options{Scale: 2})
	if err != nil {
		return nil, err
	}
	defer b.Close()
	if err := b.Viewport(1280, 800); err != nil {
		return nil, err
	}
	open := func(path string) error {
		if err := b.Navigate("about:blank"); err != nil { // else only the part after # would change
			return err
		}
		if err := b.Navigate(s.URL + path); err != nil {
			return err
		}
		return b.WaitFor("document.querySelector('[data-relu-figure]')?.dataset.state === 'ready'", limit)
	}
	still := func(when string) error {
		// What plays pauses on its way, and a busy machine is late: the page has
		// come to rest when it did nothing for as long as it is then watched.
		var before e2e.Activity
		for end := time.Now().Add(limit); ; {
			last := before
			if before, err = b.Activity(); err != nil {
				return err
			}
			if before == last || time.Now().After(end) {
				break
			}
			time.Sleep(window)
		}
		time.Sleep(window)
		after, err := b.Activity()
		if err != nil {
			return err
		}
		list = append(list, activity{when, e2e.Activity{Frames: after.Frames - before.Frames, GL: after.GL - before.GL, Timers: after.Timers - before.Timers}})
		return nil
	}
	var steps []func() error
	for _, by := range painters() {
		for _, lens := range lenses() {
			steps = append(steps, func() error { return open("/index.html" + by.query + "#x=0&lens=" + lens) }, func() error { return still("at rest, lens " + lens + by.suffix) })
		}
		steps = append(steps,
			func() error { return open("/index.html" + by.query + opening) },
			func() error {
				var at []float64
				if err := b.Eval("return "+figure("", "").at, &at); err != nil || len(at) != 2 {
					return fmt.Errorf("the figure has no point (%v)", err)
				}
				p := e2e.Place{X: at[0], Y: at[1]}
				return b.Hold(e2e.Mouse, e2e.Stroke{p, {X: p.X - 100, Y: p.Y}})
			},
			func() error {
				return b.Eval("document.querySelector('[data-relu-figure]').querySelectorAll('[role=slider]').forEach(e => e.dispatchEvent(new PointerEvent('pointercancel', {pointerId: 1, bubbles: true})))", nil)
			},
			func() error { return still("after a drag that was cut off" + by.suffix) },
			b.LetGo,
			func() error { return open("/index.html" + by.query + "#x=1.4&lens=dist&p=4.5") },
			func() error {
				return b.Eval("document.querySelector('[data-relu-figure]').dispatchEvent(new CustomEvent('relu-play'))", nil)
			},
			func() error { return still("after the end of the derivation" + by.suffix) },
			func() error { return open("/tall.html" + by.query + opening) },
			func() error { return b.Eval("scrollTo(0, 2500)", nil) },
			func() error { return still("out of sight" + by.suffix) },
			func() error { return open("/index.html" + by.query + opening) },
			func() error {
				return b.Eval("Object.defineProperty(document, 'hidden', {get: () => true}); document.dispatchEvent(new Event('visibilitychange')); location.hash = 'x=-1'", nil)
			},
			func() error { return still("in a hidden tab, as the page is told" + by.suffix) },
		)
	}
	steps = append(steps,
		func() error { return open("/index.html" + byGPU + opening) },
		func() error {
			return b.WaitFor("document.querySelector('[data-relu-figure]').dataset.painter === 'gpu'", limit)
		},
		func() error {
			return b.Eval("(globalThis.__lost = __e2e.contexts.at(-1).getExtension('WEBGL_lose_context')).loseContext()", nil)
		},
		func() error { return still("without a context" + webGL) },
		func() error { return b.Eval("__lost.restoreContext()", nil) },
		func() error {
			return b.WaitFor("document.querySelector('[data-relu-figure]').dataset.painter === 'gpu'", limit)
		},
		func() error { return still("after the context's return" + webGL) },
	)
	for _, step := range steps {
		if err := step(); err != nil {
			return list, err
		}
	}
	return list, nil
}
