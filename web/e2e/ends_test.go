//go:build !js

package e2e

import (
	"strings"

	"relu-three-ways/web/site/wasm"
)

// quickJS lets time pass quickly: a quarter of a second with each frame, and short
// timers in a fifteenth of theirs; long ones are the driver's. __minute lets a
// minute pass.
const quickJS = `
	const raf = requestAnimationFrame, timer = setTimeout, now = performance.now.bind(performance);
	let ahead = 0, later = 0;
	window.requestAnimationFrame = f => raf(now => f(now + (ahead += 250)));
	window.setTimeout = (f, ms, ...rest) => timer(f, ms > 2000 ? ms : ms / 15, ...rest);
	window.__minute = () => { later += 61000 };
	performance.now = () => now() + later;`

// calledJS lets tests into the calls that programs make: __gojs has them, of each
// program, and __then is done once in the program's next call of a method. It is
// for a page whose program is on its way.
const calledJS = `
	window.__gojs = [];
	window.__then = window.__always = null;
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = (module, imports) => {
		const gojs = imports.gojs, call = gojs['syscall/js.valueCall'];
		__gojs.push(gojs);
		gojs['syscall/js.valueCall'] = sp => {
			const then = window.__then ?? window.__always;
			window.__then = null;
			then?.(gojs);
			call(sp);
		};
		return instantiate(module, imports);
	};`

// ends are ways in which a program ends while it does what a key asks for.
var ends = []struct {
	name, arm string // arm is done before the key
	says      string // in the console
}{
	{"panic", `const slider = root.querySelector('.rf-handle[data-control="x"]'); slider.setAttribute = () => { delete slider.setAttribute; throw new Error('no such attribute') }`, "panic: "},
	{"exit", `__then = gojs => gojs['runtime.wasmExit'](0)`, "exit code"},
	{"trap", `__then = () => { throw new Error('a trap') }`, "a trap"},
	{"panic in a call of its own", `__then = () => { const theme = root.querySelector('.rf-theme'); theme.setAttribute = () => { delete theme.setAttribute; throw new Error('within') }; theme.click() }`, "panic: "},
	{"trap in a call of its own", `__then = () => { __then = () => { throw new Error('within') }; root.querySelector('.rf-theme').click() }`, "within"},
	{"no stack", `__then = () => { const again = () => again(); again() }`, ""},
}

// openWatched is open, for a page whose programs a test can end.
func (v *visit) openWatched(address string) {
	v.Helper()
	v.site.Slow.Shut()
	v.load(address)
	v.inPage(calledJS)
	v.site.Slow.Open()
	v.waitWhole()
}

// inFigure evaluates statements with root and figure.
func (v *visit) inFigure(body string, out any, args ...any) {
	v.Helper()
	v.must(v.Eval("const root = "+rootJS+"; "+body, out, args...))
}

// inPage runs statements with root and figure as a script of the page: what the
// driver evaluates has globals of its own in Firefox.
func (v *visit) inPage(body string) {
	v.Helper()
	v.must(v.Eval(`const s = document.createElement('script'); s.textContent = arguments[0]; document.head.append(s)`, nil,
		"{ const root = "+rootJS+"; "+body+" }"))
}

// whole is a figure that answers and is at rest.
const whole = `(root => root.dataset.state === 'ready' && !root.hasAttribute('data-starting') && root.dataset.held !== 'true')(` + rootJS + `)`

func (v *visit) waitWhole() {
	v.Helper()
	v.must(v.WaitFor(whole, soon))
	v.rests()
}

// state is what a figure shows, in a link and in its readout.
func (v *visit) state() (s [2]string) {
	v.Helper()
	v.inFigure(`return [root.dataset.link, root.querySelector('[data-readout="point"]').dataset.value]`, &s)
	return s
}

// programs is how many have begun.
func (v *visit) programs() (n int) {
	v.Helper()
	v.must(v.Eval("return __gojs.length", &n))
	return n
}

// reported takes what the page has reported: a line for each end, and no error.
func (v *visit) reported(want ...string) {
	v.Helper()
	errs, err := v.Errors()
	v.must(err)
	v.must(v.Eval("__e2e.errors.length = 0", nil))
	bad := len(errs) != len(want)
	for i := range min(len(errs), len(want)) {
		bad = bad || !strings.HasPrefix(errs[i], "error: relu-three-ways: ") || !strings.Contains(errs[i], want[i])
	}
	if bad {
		v.Errorf("the page reported %q, want %q", errs, want)
	}
}

// end ends the program by what is armed and a key, and waits for the next one.
func (v *visit) end(arm string) {
	v.Helper()
	n := v.programs()
	v.inPage(arm)
	v.must(v.Press(KeyRight))
	v.must(v.WaitFor("__gojs.length > arguments[0]", soon, n))
	v.waitWhole()
}

// answers fails unless a key moves the point, on the handle that has the focus.
func (v *visit) answers(what string) {
	v.Helper()
	was := v.point().X
	v.must(v.Press(KeyRight))
	if err := v.WaitFor(`JSON.parse(`+rootJS+`.querySelector('[data-readout="point"]').dataset.value).x > arguments[0] + 0.01`, soon, was); err != nil {
		v.Fatalf("%s: no key moves the point from %v: %v", what, was, err)
	}
	v.waitWhole()
}

// tryEnds ends the program in every way, at the corner of Leaky ReLU: a fresh one
// takes over, with the focus where it was.
func tryEnds(v *visit) {
	v.openWatched("/#fn=leaky&lens=sub&x=0.5&g=0.4")
	v.inPage(quickJS)
	v.focus("x")
	for i, e := range ends {
		v.answers(e.name)
		was := v.state()
		v.end(e.arm)
		if got := v.state(); got != was {
			v.Errorf("%s: the state was %q, and is %q", e.name, was, got)
		}
		v.reported(e.says)
		if n := v.programs(); n != i+2 {
			v.Errorf("%s: %d programs have begun, want %d", e.name, n, i+2)
		}
		v.must(v.Eval(`__minute()`, nil)) // else the next end would be the last
	}
	v.answers("the last program")
	v.reported()
}

// tryEndHeld ends the program of the GPU while the mouse holds the point.
func tryEndHeld(v *visit) {
	v.openWatched("/#lens=sub&x=1")
	at := v.slider("x")
	v.must(v.Hold(Mouse, Stroke{at, {at.X - 30, at.Y}}))
	v.must(v.WaitFor(rootJS+`.dataset.held === 'true'`, soon))
	v.inPage(`__then = () => { throw new Error('a trap') }`)
	v.must(v.Hover(Place{at.X - 60, at.Y}))
	v.must(v.WaitFor("__gojs.length === 2", soon))
	v.waitWhole()
	v.waitRoot(`root.dataset.painter === 'gpu'`)
	v.reported("a trap")
	left := v.point().X
	v.must(v.Lift(Mouse))
	v.must(v.Settle(soon))
	if x := v.point().X; x != left || left >= 1 {
		v.Errorf("the point is at %v, and was at %v under the hand", x, left)
	}
	at = v.slider("x")
	v.must(v.Drag(Mouse, Stroke{at, {at.X + 40, at.Y}}))
	v.waitWhole()
	if x := v.point().X; x <= left {
		v.Errorf("a second drag leaves the point at %v", x)
	}
	v.answers("after the drag")
	v.reported()
}

// tryEndsAgain: a program that ends soon after the one before is not replaced. A
// sentence says so, the drawing stays, and the button brings the figure back. What
// happens a minute later begins anew.
func tryEndsAgain(v *visit) {
	const trap = `__then = () => { throw new Error('a trap') }`
	v.openWatched("/#lens=sub&x=0.5")
	v.inPage(quickJS)
	v.focus("x")
	was := v.state()
	v.end(trap)
	v.inPage(trap)
	v.must(v.Press(KeyRight))
	v.stopped("The figure stopped (a trap).")
	v.reported("a trap", "a trap")
	v.again(was)

	v.inPage(`__always = () => { throw new Error('at once') }`) // from the start on
	v.must(v.Press(KeyRight))
	v.stopped("The figure stopped (at once).")
	v.reported("at once", "at once")
	v.inPage(`__always = null`)
	v.again(was)

	v.focus("x")
	v.end(trap)
	v.must(v.Eval(`__minute()`, nil))
	v.end(trap)
	v.reported("a trap", "a trap")
	if got := v.state(); got != was {
		v.Errorf("the state was %q, and is %q", was, got)
	}
	v.answers("after two ends")
}

// stopped waits until the figure says that it has stopped.
func (v *visit) stopped(sentence string) {
	v.Helper()
	v.must(v.WaitFor(rootJS+`.dataset.state === 'failed'`, soon))
	var got struct {
		Says   string
		Button bool
		Held   string
		Sheet  float64
	}
	v.inFigure(`return {Says: root.querySelector('.rf-fail-text').textContent, Button: root.querySelector('.rf-retry').getClientRects().length > 0,
		Held: root.dataset.held, Sheet: Math.max(...[...root.querySelectorAll('.rf-sheet svg, .rf-poster svg')].map(e => e.getBoundingClientRect().width))}`, &got)
	if got.Says != sentence || !got.Button || got.Held == "true" || got.Sheet < 100 {
		v.Errorf("the figure has stopped: %+v", got)
	}
}

// again tries again by the button.
func (v *visit) again(want [2]string) {
	v.Helper()
	v.must(v.Click(v.centre(".rf-retry")))
	v.waitWhole()
	if got := v.state(); got != want {
		v.Errorf("after another try the state is %q, want %q", got, want)
	}
	v.focus("x")
	v.reported()
}

// memory sends programs whose memory grows by so many pages at the most.
func (v *visit) memory(pages int) {
	small := func(b []byte, _ bool) []byte {
		b, err := wasm.Limited(b, pages)
		if err != nil {
			v.Error(err)
		}
		return b
	}
	v.site.Other.Store(&small)
}

// tryNoMemory lets a program ask for more memory than there is: when it runs, and
// when it begins.
func tryNoMemory(v *visit) {
	defer v.site.Other.Store(nil)
	v.memory(1024) // 64 MB
	v.openWatched("/#lens=sub&x=0.5")
	v.focus("x")
	was := v.state()
	const long = `root.dispatchEvent(new CustomEvent('relu-steer', {detail: 'x=1&note='.padEnd(8e7, 'x')}))`
	v.inPage(long)
	v.must(v.WaitFor("__gojs.length === 2", soon))
	v.waitWhole()
	v.reported("out of memory")
	if got := v.state(); got != was {
		v.Errorf("the state was %q, and is %q", was, got)
	}
	v.answers("without memory")
	was = v.state()
	v.inPage(long)
	v.stopped("The program stopped with an error.")
	v.reported("out of memory")
	v.again(was)
	v.answers("after another try")

	v.memory(0)
	v.site.Slow.Shut()
	v.load("/#lens=sub&x=0.5")
	v.inPage(calledJS)
	v.site.Slow.Open()
	v.stopped("The program stopped with an error.")
	v.reported("out of memory", "out of memory")
	v.site.Other.Store(nil)
}

// tryDamaged sends a program that is none, to the caches only and then for ever.
func tryDamaged(v *visit) {
	defer v.site.Other.Store(nil)
	damaged := func(ever bool) *func([]byte, bool) []byte {
		f := func(b []byte, forced bool) []byte {
			if forced && !ever {
				return b
			}
			b = append([]byte{}, b...)
			for i := len(b) / 4; i < len(b)/4+4096; i++ { // in the middle of the code
				b[i] = 0xff
			}
			return b
		}
		return &f
	}
	for _, page := range []string{"/#lens=sub&x=0.5", "/own.html"} {
		v.site.Other.Store(damaged(false))
		v.openWatched(page)
		v.focus("x")
		v.answers("once damaged")
		v.reported()
	}
	v.site.Other.Store(damaged(true))
	v.load("/#lens=sub&x=0.5")
	v.must(v.WaitFor(rootJS+`.dataset.state === 'failed'`, soon))
	var says string
	v.inFigure(`return root.querySelector('.rf-fail-text').textContent`, &says)
	if !strings.HasPrefix(says, "The figure could not be loaded (") {
		v.Errorf("the figure says %q", says)
	}
	v.reported()
	v.site.Other.Store(nil)
	v.must(v.Click(v.centre(".rf-retry")))
	v.waitWhole()
	v.focus("x")
	v.answers("no longer damaged")
}
