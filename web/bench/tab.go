//go:build !js

package bench

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"relu-three-ways/web/e2e"
)

// The window, in CSS px.
const width, height = 1280, 800

// patience bounds every wait for a page.
const patience = 120 * time.Second

// tab is a page in a browser of its own, which has never seen it.
type tab struct {
	*e2e.Browser
	page      page
	site      *site
	throttled bool
}

// prelude keeps the memory of every WebAssembly program, for it to be asked, and
// counts draw calls.
const prelude = `(() => {
	const kept = globalThis.__memories = [];
	for (const name of ['instantiate', 'instantiateStreaming']) {
		const real = WebAssembly[name];
		WebAssembly[name] = async (...args) => {
			const made = await real.apply(WebAssembly, args);
			kept.push(...Object.values((made.instance ?? made).exports).filter(e => e instanceof WebAssembly.Memory));
			return made;
		};
	}
	globalThis.__draws = 0;
	const draw = WebGL2RenderingContext.prototype.drawElements;
	WebGL2RenderingContext.prototype.drawElements = function (...a) { __draws++; return draw.apply(this, a); };
})()`

// openTab starts a browser at a blank page of the site, so that the process of
// the page is there and what is measured is the page's own.
func openTab(s *site, p page, scale float64) (_ *tab, err error) {
	b, err := e2e.Start(e2e.Chromium, e2e.Options{Scale: scale, Hasty: true})
	if err != nil {
		return nil, err
	}
	t := &tab{Browser: b, page: p, site: s}
	defer func() {
		if err != nil {
			t.Close()
		}
	}()
	if err := b.WaitFor("outerWidth >= innerWidth && innerWidth > 0", patience); err != nil { // a window that is not there yet has no width
		return nil, err
	}
	for range 3 { // a window that has only just come may not take its size
		if err = b.Viewport(width, height); err == nil {
			break
		}
	}
	if err == nil {
		err = t.open("/peers/blank.html")
	}
	for _, domain := range []string{"Page.enable", "Runtime.enable", "Performance.enable"} {
		if err == nil {
			err = t.call(domain, nil, nil)
		}
	}
	if err != nil {
		return nil, err
	}
	return t, t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": prelude}, nil)
}

// call sends a DevTools command and decodes its answer into out, if that is not nil.
func (t *tab) call(method string, params map[string]any, out any) error {
	raw, err := t.CDP(method, params)
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(raw, out)
}

// eval runs an expression in the page, awaits it, and decodes its value. It costs
// the page less than WebDriver's own way.
func (t *tab) eval(expression string, out any) error {
	var r struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct{ Exception struct{ Description string } }
	}
	if err := t.call("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true}, &r); err != nil {
		return err
	}
	if e := r.ExceptionDetails; e != nil {
		return fmt.Errorf("%s: %s", expression, e.Exception.Description)
	}
	if out == nil || r.Result.Value == nil {
		return nil
	}
	return json.Unmarshal(r.Result.Value, out)
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

// throttle makes the machine four times slower and the line a mediocre one:
// 10 Mbit/s with 40 ms there and back.
func (t *tab) throttle() error {
	t.throttled = true
	if err := t.call("Network.emulateNetworkConditions", map[string]any{
		"offline": false, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8,
	}, nil); err != nil {
		return err
	}
	return t.call("Emulation.setCPUThrottlingRate", map[string]any{"rate": 4}, nil)
}

// open goes to a page and waits until it is loaded.
func (t *tab) open(path string) error {
	if err := t.call("Page.navigate", map[string]any{"url": t.site.URL + path}, nil); err != nil {
		return err
	}
	return t.wait(fmt.Sprintf("document.readyState === 'complete' && location.href.includes(%q)", path))
}

// visit opens the page and waits until it has painted and answers.
func (t *tab) visit() error {
	t.site.forget()
	if err := t.open(t.page.path); err != nil {
		return err
	}
	return t.wait("['interactive', 'first-contentful-paint'].every(name => performance.getEntriesByName(name).length > 0)")
}

// arrive opens the page and waits until it has all that it asks for: nothing for
// a second, two at least after it answered, in which a service worker fills its cache.
func (t *tab) arrive() error {
	if err := t.visit(); err != nil {
		return err
	}
	time.Sleep(2 * time.Second)
	for before, now := -1, 0; before != now; time.Sleep(time.Second) {
		before = now
		_, now = t.site.asked()
	}
	return t.wait("!document.querySelector('[data-relu-figure][data-starting]')")
}

// memory is what a page holds, in MB.
type memory struct{ heap, wasm float64 }

// memory is read after rubbish has been collected.
func (t *tab) memory() (m memory, err error) {
	var used struct{ UsedSize float64 }
	err = errors.Join(
		t.call("HeapProfiler.collectGarbage", nil, nil),
		t.call("Runtime.getHeapUsage", nil, &used),
		t.eval("(globalThis.__memories ?? []).reduce((n, m) => n + m.buffer.byteLength, 0)", &m.wasm))
	return memory{used.UsedSize / 1e6, m.wasm / 1e6}, err
}
