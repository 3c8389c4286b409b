//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// soon bounds every wait for a state of the page, so that a hang ends. The
// program is compiled anew for each page and drawn by a software renderer,
// beside other browsers, which can take many seconds.
const soon = 60 * time.Second

// visit is one scenario's use of a browser.
type visit struct {
	*testing.T
	*Browser
	*report
	lane    *lane
	site    *Site
	painter string // which paints where an address does not say
	visits  int
	modules int // that the test has put into the page
}

// must ends the scenario at an error.
func (v *visit) must(err error) {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
}

// prepare makes the screen a plain one, whatever the scenario before did.
func (v *visit) prepare() {
	v.Helper()
	v.painter = "gpu"
	v.site.Broken.Store(false)
	v.site.Other.Store(nil)
	v.site.Slow.Open()
	v.LetGo()
	v.must(v.Navigate(v.site.URL + "/blank.html"))
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
}

// beside is a visit with another browser of the same engine, which Emulate
// cannot make of a running one.
func (v *visit) beside(o Options) *visit {
	v.Helper()
	o.Context, o.Display = v.lane.ctx, v.lane.display
	b, err := Start(v.Engine, o)
	v.must(err)
	v.Cleanup(b.Close)
	return &visit{T: v.T, Browser: b, report: v.report, lane: v.lane, site: v.site, painter: v.painter}
}

// open loads a page anew, as "/?painter=svg#x=0", and waits until the figure
// answers.
func (v *visit) open(address string) {
	v.Helper()
	v.load(address)
	v.must(v.WaitFor(roots+`.length > 0 && `+roots+`.every(f => f.dataset.state === 'ready' && !f.hasAttribute('data-starting'))`, soon))
	v.must(v.Settle(soon))
}

// load loads a page anew without waiting for the figure. Where the address
// names no painter it is mostly the GPU's, whose work the CPU does here: of its
// own accord the figure would paint SVG then.
func (v *visit) load(address string) {
	v.Helper()
	v.visits++
	path, hash, _ := strings.Cut(address, "#")
	glue := "?"
	if strings.Contains(path, "?") {
		glue = "&"
	}
	if !strings.Contains(address, "painter=") {
		path, glue = path+glue+"painter="+v.painter, "&"
	}
	fresh := fmt.Sprintf("%sn=%d-%d", glue, v.visits, time.Now().UnixNano()) // else only the hash would change
	if hash != "" {
		hash = "#" + hash
	}
	v.must(v.Navigate(v.site.URL + path + fresh + hash))
	v.must(v.WaitFor("location.search.endsWith(arguments[0])", soon, fresh[1:])) // the page before may answer for a while
}

// rests waits until the page has been at rest for three frames: less than Settle,
// which is for what the page itself does not know of yet.
func (v *visit) rests() {
	v.Helper()
	v.must(v.Eval(`return new Promise(done => {
		let still = 0;
		const look = () => (still = __e2e.waiting ? 0 : still + 1) > 3 ? done() : requestAnimationFrame(look);
		requestAnimationFrame(look);
	})`, nil))
}

// visitLink changes the address of the page that is open and waits for rest.
func (v *visit) visitLink(link string) {
	v.Helper()
	// The event that tells of a new address comes later than the address.
	v.must(v.Eval("return new Promise(done => { if (location.hash === '#' + arguments[0]) return done(); addEventListener('hashchange', () => done(), {once: true}); location.hash = arguments[0] })", nil, link))
	v.must(v.Settle(soon))
}

// hash is the address's part after '#'.
func (v *visit) hash() (h string) {
	v.Helper()
	v.must(v.Eval("return location.hash.slice(1)", &h))
	return h
}

// roots are the figures' roots of a page, in shadow roots or not.
const roots = `[...document.querySelectorAll('[data-relu-figure], relu-three-ways')].map(f => f.shadowRoot ? f.shadowRoot.querySelector('.relu-figure') : f)`

// rootJS is the first of them.
const rootJS = roots + `[0]`

// inRoot evaluates an expression with `root` the n-th figure and decodes it.
func (v *visit) inRoot(n int, expression string, out any, args ...any) {
	v.Helper()
	v.must(v.Eval(fmt.Sprintf("const root = %s[%d]; return (%s)", roots, n, expression), out, args...))
}

// waitRoot waits until an expression of `root` is true.
func (v *visit) waitRoot(expression string, args ...any) {
	v.Helper()
	v.must(v.WaitFor("(root => !!root && ("+expression+"))("+rootJS+")", soon, args...))
}

// waitReadout waits until a readout has a value, given as JSON.
func (v *visit) waitReadout(name, want string) {
	v.Helper()
	var value any
	v.must(json.Unmarshal([]byte(want), &value))
	err := v.WaitFor(`(e => e && e.dataset.value && JSON.stringify(JSON.parse(e.dataset.value)) === JSON.stringify(arguments[1]))(`+rootJS+`?.querySelector('[data-readout="' + arguments[0] + '"]'))`, soon, name, value)
	if err != nil {
		v.Fatalf("readout %s is %s, want %s", name, v.readout(name), want)
	}
}

// readout is the data-value of a readout.
func (v *visit) readout(name string) (value string) {
	v.Helper()
	v.inRoot(0, `root.querySelector('[data-readout="' + arguments[0] + '"]')?.dataset.value ?? 'missing'`, &value, name)
	return value
}

// point is the point that the readout tells.
func (v *visit) point() (p struct{ X, Y float64 }) {
	v.Helper()
	v.must(json.Unmarshal([]byte(v.readout("point")), &p))
	return p
}

// sliderJS finds the visible slider whose accessible name begins as told.
const sliderJS = `[...root.querySelectorAll('[role="slider"], input[type="range"]')].find(e => {
	const labels = e.getAttribute('aria-labelledby');
	const name = labels ? labels.split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ') : e.getAttribute('aria-label') ?? '';
	return name.startsWith(arguments[0]) && e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
})`

// slider is where a slider's handle is, in the n-th figure.
func (v *visit) sliderOf(n int, name string) Place {
	v.Helper()
	var at []float64
	v.inRoot(n, `(e => e ? (r => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect()) : [])(`+sliderJS+`)`, &at, name)
	if len(at) != 2 {
		v.Fatalf("no slider begins with %q", name)
	}
	return Place{at[0], at[1]}
}

func (v *visit) slider(name string) Place { v.Helper(); return v.sliderOf(0, name) }

// focus puts the keyboard on a slider.
func (v *visit) focus(name string) {
	v.Helper()
	v.inRoot(0, "("+sliderJS+").focus()", nil, name)
}

// now is a slider's aria-valuenow.
func (v *visit) now(name string) (value string) {
	v.Helper()
	v.inRoot(0, "(e => e?.getAttribute('aria-valuenow') ?? e?.value ?? '')("+sliderJS+")", &value, name)
	return value
}

// centre is the middle of an element inside the figure.
func (v *visit) centre(selector string) Place {
	v.Helper()
	var at []float64
	v.inRoot(0, `(e => e ? (r => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect()) : [])(root.querySelector(arguments[0]))`, &at, selector)
	if len(at) != 2 {
		v.Fatalf("nothing matches %q", selector)
	}
	return Place{at[0], at[1]}
}

// clean fails where the page reported errors or warnings, or asked for files
// that the site has not.
func (v *visit) clean() {
	v.Helper()
	errs, err := v.Errors()
	v.must(err)
	if len(errs) > 0 {
		v.Errorf("the page reported %q", errs)
	}
	v.missed()
}

// missed fails unless these are the files that pages have asked for in vain.
func (v *visit) missed(want ...string) {
	v.Helper()
	if got := v.site.Missed.Take(); !slices.Equal(got, want) {
		v.Errorf("pages asked in vain for %q, want %q", got, want)
	}
}
