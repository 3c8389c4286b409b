//go:build !js

package bench

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"time"

	"relu-three-ways/web/e2e"
)

// screen is what a page is shown on.
type screen struct {
	w, h  int // CSS px
	scale float64
}

func usual() screen { return screen{1280, 800, 2} }

// tab is a page in a browser of its own, which has never seen it.
type tab struct {
	*devtools
	page    page
	site    *site
	browser *e2e.Browser
	pid     int // of the browser's first process
}

// memories keeps the memory of every WebAssembly program, for it to be asked.
const memories = `(() => {
	const kept = globalThis.__memories = [];
	for (const name of ['instantiate', 'instantiateStreaming']) {
		const real = WebAssembly[name];
		WebAssembly[name] = async (...args) => {
			const made = await real.apply(WebAssembly, args);
			kept.push(...Object.values((made.instance ?? made).exports).filter(e => e instanceof WebAssembly.Memory));
			return made;
		};
	}
})()`

// openTab starts a browser at a blank page of the site, so that the process of
// the page is there and what is measured is the page's own.
func openTab(s *site, p page, on screen) (_ *tab, err error) {
	b, err := e2e.Start(e2e.Chromium, e2e.Options{Scale: on.scale})
	if err != nil {
		return nil, err
	}
	t := &tab{page: p, site: s, browser: b}
	defer func() {
		if err != nil {
			t.Close()
		}
	}()
	if err := b.WaitFor("outerWidth >= innerWidth && innerWidth > 0", patience); err != nil { // a window that is not there yet has no width
		return nil, err
	}
	for range 3 { // a window that has only just come may not take its size
		if err = b.Viewport(on.w, on.h); err == nil {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	if err := b.Navigate(s.URL + "/peers/blank.html"); err != nil {
		return nil, err
	}
	address, whole, err := target(b.DevTools())
	if err != nil {
		return nil, err
	}
	if t.pid, err = firstProcess(whole); err != nil {
		return nil, err
	}
	if t.devtools, err = connect(address); err != nil {
		return nil, err
	}
	for _, domain := range []string{"Page.enable", "Runtime.enable", "Performance.enable"} {
		if err := t.call(domain, nil, nil); err != nil {
			return nil, err
		}
	}
	return t, t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": memories}, nil)
}

func (t *tab) Close() {
	if t.devtools != nil {
		t.devtools.Close()
	}
	t.browser.Close()
}

// throttle makes the machine four times slower and the line a mediocre one:
// 10 Mbit/s with 40 ms there and back.
func (t *tab) throttle() error {
	if err := t.call("Network.enable", nil, nil); err != nil {
		return err
	}
	if err := t.call("Network.emulateNetworkConditions", map[string]any{
		"offline": false, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8,
	}, nil); err != nil {
		return err
	}
	return t.call("Emulation.setCPUThrottlingRate", map[string]any{"rate": 4}, nil)
}

// visit opens the page and waits until it has painted and answers.
func (t *tab) visit() error {
	t.site.take()
	if err := t.call("Page.navigate", map[string]any{"url": t.site.URL + t.page.path}, nil); err != nil {
		return err
	}
	there := "document.readyState === 'complete' && location.href.includes(" + fmt.Sprintf("%q", t.page.path) + ")"
	if t.page.name != blankPage {
		there += " && ['interactive', 'first-contentful-paint'].every(name => performance.getEntriesByName(name).length > 0)"
	}
	return t.wait(there)
}

// arrive opens the page and waits until it has all that it asks for.
func (t *tab) arrive() error {
	if err := t.visit(); err != nil {
		return err
	}
	t.settle()
	return t.wait("!document.querySelector('[data-relu-figure][data-starting]')")
}

// wait asks now and then whether an expression is true.
func (t *tab) wait(expression string) error {
	for end := time.Now().Add(patience); ; time.Sleep(100 * time.Millisecond) {
		var ok bool
		if err := t.eval("!!("+expression+")", &ok); err == nil && ok {
			return nil
		} else if time.Now().After(end) {
			return fmt.Errorf("waited %v in vain for %s (%v)", patience, expression, err)
		}
	}
}

// settle waits until the page has asked for nothing for a second, two at least
// after it answered: a service worker fills its cache in that time.
func (t *tab) settle() {
	time.Sleep(2 * time.Second)
	for n := -1; ; time.Sleep(time.Second) {
		t.site.mu.Lock()
		now := t.site.sent.page + t.site.sent.worker
		t.site.mu.Unlock()
		if now == n {
			return
		}
		n = now
	}
}

// picture is what the page shows, in device pixels.
func (t *tab) picture() (image.Image, error) {
	var shot struct{ Data string }
	if err := t.call("Page.captureScreenshot", map[string]any{"format": "png", "optimizeForSpeed": true}, &shot); err != nil {
		return nil, err
	}
	return decode(shot.Data)
}

func decode(data string) (image.Image, error) {
	raw, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(raw))
}
