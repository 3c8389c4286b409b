//go:build !js

package e2e

import (
	"fmt"
	"math"
	"strings"
)

// slideJS finds the handle of a control, and follow notes how far from the pointer
// it ever is, px of the window.
const slideJS = `
	const zoom = e => { let z = 1; if (!('currentCSSZoom' in e)) for (; e; e = e.parentElement ?? e.getRootNode().host) z *= parseFloat(getComputedStyle(e).zoom) || 1; return z };
	window.middle = control => { const e = ` + rootJS + `.querySelector('.rf-handle[data-nth="0"][data-control="' + control + '"]'), r = e.getBoundingClientRect(), z = zoom(e); return {X: z * (r.x + r.width / 2), Y: z * (r.y + r.height / 2)} };
	window.now = control => +` + rootJS + `.querySelector('.rf-handle[data-nth="0"][data-control="' + control + '"]').getAttribute('aria-valuenow');
	window.far = control => Math.hypot(middle(control).X - window.pointer[0], middle(control).Y - window.pointer[1]);
	window.follow = control => { window.farthest = 0; window.moves = 0; window.followed = control };
	` + rootJS + `.addEventListener('pointermove', e => { window.pointer = [e.clientX, e.clientY]; if (window.followed && e.buttons) { window.moves++; window.farthest = Math.max(window.farthest, far(window.followed)) } }); // what is held has moved before its event comes here
	window.show = link => { const e = ` + rootJS + `; for (const type of ['relu-show', 'relu-land']) e.dispatchEvent(new CustomEvent(type, {detail: link})) };`

// nearBy is how far from the pointer the middle of a handle may be, px of the window.
const nearBy = 2

// way is a way in which a page shows a figure.
type way struct{ name, outer, inner, page string } // styles of the elements around it, and of the page

func ways() []way {
	return []way{
		{"as it is", "", "", ""},
		{"moved", "transform: translate(40.5px, 30.25px)", "", ""},
		{"half as large", "transform: scale(.5); transform-origin: 0 0", "", ""},
		{"larger", "transform: scale(1.5); transform-origin: 0 0", "", ""},
		{"longer", "scale: 1.6 .7; transform-origin: 0 0", "", ""},
		{"zoomed", "zoom: 1.5", "", ""},
		{"a page that is zoomed", "", "", "zoom: 1.5"},
		{"turned", "rotate: 10deg; transform-origin: 0 0; translate: 100px", "", ""},
		{"skew", "transform: skew(12deg, 8deg); transform-origin: 0 0; translate: 20px", "", ""},
		{"mirrored", "transform: scaleX(-1)", "", ""},
		{"in perspective", "perspective: 900px", "transform: rotateY(35deg)", ""},
		{"smaller in what is zoomed", "zoom: 1.5", "transform: scale(.7) rotate(-4deg)", ""},
		{"zoomed in what is smaller", "transform: scale(.6); transform-origin: 0 0", "zoom: 2", ""},
	}
}

// arrange shows the figure in a way.
func (v *visit) arrange(w way) {
	v.Helper()
	v.must(v.Eval(`const outer = document.getElementById('outer'), inner = document.getElementById('inner');
		outer.style = arguments[0]; inner.style = arguments[1]; document.documentElement.style = arguments[2]; scrollTo(0, 0)`, nil, w.outer, w.inner, w.page))
	v.rests() // it may have another size
}

// middleAt shows a state and tells where a handle's middle is in it.
func (v *visit) middleAt(control, link string) (at Place) {
	v.Helper()
	v.must(v.Eval(`show(arguments[1]); return middle(arguments[0])`, &at, control, link))
	return at
}

// follows drags the point between two of its places and back, and fails where the
// handle is not under the pointer all the way.
func (v *visit) follows(name string, kind Pointer) {
	v.Helper()
	to := v.middleAt("x", "lens=sub&x=-1")
	from := v.middleAt("x", "lens=sub&x=-2")
	v.must(v.Eval(`follow('x')`, nil))
	if err := v.Drag(kind, Stroke{from, to, {(from.X + to.X) / 2, (from.Y + to.Y) / 2}, to}); err != nil {
		v.Fatalf("%s, from %v to %v: %v", name, from, to, err)
	}
	v.must(v.WaitFor(rootJS+`.dataset.held === 'false'`, soon))
	var got struct {
		Moves         int
		Farthest, Now float64
	}
	v.must(v.Eval(`return {Moves: window.moves, Farthest: window.farthest, Now: now('x')}`, &got))
	if got.Moves < 3 || got.Farthest > nearBy || math.Abs(got.Now+1) > 0.04 {
		v.Errorf("%s: in %d moves of the %s the handle is up to %.1f px from it, and then at %v, want −1", name, got.Moves, kind, got.Farthest, got.Now)
	}
}

// tryShown shows the figure in every way, and drags.
func tryShown(v *visit) {
	for _, painter := range []string{"svg", "gpu"} {
		v.open("/shown.html?painter=" + painter)
		v.must(v.Eval(slideJS, nil))
		for i, w := range ways() {
			if painter == "gpu" && i%4 != 1 { // the canvas is none of the handles' business
				continue
			}
			v.arrange(w)
			v.follows(w.name+", "+painter, Mouse)
			if w.name == "zoomed" && painter == "gpu" && v.Engine != WebKit { // it has all the pixels of the screen
				v.must(v.WaitFor(`(c => Math.abs(c.width - c.getBoundingClientRect().width * devicePixelRatio) <= 1)(`+rootJS+`.querySelector('canvas'))`, soon))
			}
			if v.Engine == Chromium && painter == "svg" && i < 3 {
				v.follows(w.name, Touch)
				v.follows(w.name, Pen)
			}
		}
		if v.Engine == Chromium {
			v.arrange(ways()[2])
			_, err := v.CDP("Emulation.setPageScaleFactor", map[string]any{"pageScaleFactor": 1.6})
			v.must(err)
			v.must(v.WaitFor(`visualViewport.scale > 1.5`, soon))
			v.follows("magnified, "+painter, Mouse)
			v.follows("magnified, "+painter, Touch)
			_, err = v.CDP("Emulation.setPageScaleFactor", map[string]any{"pageScaleFactor": 1})
			v.must(err)
		}
		v.clean()
	}
}

// tryShownElsewhere does the same in an SVG, in a slide of reveal.js, and in a
// frame that is scaled.
func tryShownElsewhere(v *visit) {
	v.packages()
	if v.Engine != WebKit { // which paints what is positioned in a foreignObject as if that had no viewBox
		v.open("/foreign.html")
		v.must(v.Eval(slideJS, nil))
		v.follows("in an SVG", Mouse)
		v.clean()
	}

	v.open("/slide.html")
	v.must(v.Eval(slideJS, nil))
	v.must(v.WaitFor(`window.reveal?.isReady()`, soon))
	for _, size := range []struct{ is, shown string }{{"width: 400, height: 300", "> 1.1"}, {"width: 1400, height: 1000", "< .9"}} { // magnified, made smaller
		v.must(v.Eval(`reveal.configure({`+size.is+`}); document.activeElement?.blur()`, nil))
		v.must(v.WaitFor(`reveal.getScale() `+size.shown, soon))
		v.rests()
		v.follows("in a slide of "+size.is, Mouse)
	}

	for _, style := range []string{"transform: scale(.5); transform-origin: 0 0", "zoom: 1.4"} {
		if v.Engine == WebKit && strings.HasPrefix(style, "zoom") { // spot does not know by what it divides
			continue
		}
		v.load("/frame.html")
		v.must(v.Eval(`document.body.firstElementChild.style = arguments[0]`, nil, style))
		v.waitHost(`root.dataset.state === 'ready' && !root.hasAttribute('data-starting')`)
		at := v.spot(`[data-control="x"][role="slider"]`)
		v.must(v.Drag(Mouse, Stroke{at, {at.X + 20, at.Y}, {at.X + 40, at.Y}}))
		v.waitHost(`root.dataset.held === 'false'`)
		if now := v.spot(`[data-control="x"][role="slider"]`); math.Abs(now.X-at.X-40) > nearBy {
			v.Errorf("in a frame in %s, 40 px move the handle by %.1f", style, now.X-at.X)
		}
	}
}

// tryScrolledHeld scrolls what is around the figure while a handle is held: where
// the figure moves, the handle stays under the pointer; where it stands still, the
// value does.
func tryScrolledHeld(v *visit) {
	for i, w := range []struct {
		way
		scroll string // by dy px
		moves  bool
	}{
		{way{"a page", "", "", ""}, `scrollBy(0, arguments[0])`, true},
		{way{"a page that is zoomed", "", "", "zoom: 1.3"}, `scrollBy(0, arguments[0])`, true},
		{way{"a box that scrolls", "height: 400px; overflow: auto", "padding-bottom: 900px", ""}, `document.getElementById('outer').scrollBy(0, arguments[0])`, true},
		{way{"a smaller box that scrolls", "height: 400px; overflow: auto; transform: scale(.8)", "padding-bottom: 900px", ""}, `document.getElementById('outer').scrollBy(0, arguments[0])`, true},
		{way{"fixed", "position: fixed; left: 0; top: 0", "", ""}, `scrollBy(0, arguments[0])`, false},
		{way{"sticky", "position: sticky; left: 0; top: 0", "", ""}, `scrollBy(0, arguments[0])`, false},
	} {
		if i == 0 || v.Engine == WebKit { // which does not tell the page that a pointer was let go
			v.open("/shown.html?painter=svg")
			v.must(v.Eval(slideJS, nil))
		}
		v.arrange(w.way)
		at := v.middleAt("g", "lens=sub&x=0&g=0.4")
		v.must(v.Eval(`follow('g')`, nil))
		v.must(v.Hold(Mouse, Stroke{at, {at.X, at.Y - 10}, at}))
		var before, after, far float64
		v.must(v.Eval(`return now('g')`, &before))
		v.must(v.Eval(`return new Promise(done => { addEventListener('scroll', () => requestAnimationFrame(() => requestAnimationFrame(() => done())), {capture: true, once: true}); `+w.scroll+` })`, nil, 24))
		if v.Engine != WebKit { // which lets go of a pointer between two actions
			v.must(v.Hover(at))
		}
		v.must(v.Eval(`return now('g')`, &after))
		v.must(v.Eval(`return far('g')`, &far))
		if far > nearBy || w.moves != (math.Abs(after-before) > 0.02) {
			v.Errorf("%s, scrolled: the handle is %.1f px from the pointer, g was %v and is %v", w.name, far, before, after)
		}
		v.LetGo()
		v.clean()
	}
}

// tryMenu rests a finger and a pen on a handle until a menu would open: there is
// none, and the hold goes on. The mouse has its menu.
func tryMenu(v *visit) {
	v.open("/shown.html?painter=svg")
	v.must(v.Eval(slideJS, nil))
	for _, kind := range []Pointer{Touch, Pen, Mouse} {
		at := v.middleAt("x", "lens=sub&x=-2")
		var got struct {
			Menu       bool
			Held, Then string
		}
		v.must(v.Eval(`const [kind, X, Y] = arguments, host = `+rootJS+`, e = `+rootJS+`.querySelector('.rf-handle[data-control="x"]');
			const does = (type, more) => e.dispatchEvent(new PointerEvent(type, {bubbles: true, composed: true, cancelable: true, pointerId: 77, pointerType: kind, clientX: X, clientY: Y, ...more}));
			does('pointerdown', {button: 0, buttons: 1});
			const Menu = does('contextmenu', {button: 2}), Held = host.dataset.held;
			does('pointermove', {buttons: 1, clientX: X + 40});
			does('pointerup', {});
			return {Menu, Held, Then: host.dataset.held}`, &got, kind, at.X, at.Y))
		if mouse := kind == Mouse; got.Menu != mouse || got.Held != fmt.Sprint(!mouse) || got.Then != "false" {
			v.Errorf("%s: a menu opens: %v, the handle is held: %s, and after that: %s", kind, got.Menu, got.Held, got.Then)
		}
		var now Place
		v.must(v.Eval(`return middle('x')`, &now))
		if want := map[bool]float64{true: 0, false: 40}[kind == Mouse]; math.Abs(now.X-at.X-want) > nearBy {
			v.Errorf("%s: after a long press 40 px move the handle by %.1f, want %v", kind, now.X-at.X, want)
		}
	}
	v.clean()
}

// tryColumn puts the frame of the share dialog into columns of a wide window: it has
// the room that the figure needs.
func tryColumn(v *visit) {
	v.load("/blank.html")
	columns := []struct {
		Link string
		W    int
	}{{"lens=sub&x=0", 320}, {"lens=sub&x=0", 400}, {"lens=dist", 400}, {"lens=sub&x=0", 561}, {"lens=dist", 900}}
	v.must(v.Eval(`return import('./snippets.js').then(({forms}) => {
		for (const {Link, W} of arguments[0]) {
			const column = document.body.appendChild(document.createElement('div'));
			column.style.width = W + 'px';
			column.innerHTML = forms(Link).frame.replace('loading="lazy"', '');
		}
	})`, nil, columns))
	for i, c := range columns {
		v.must(v.WaitFor(`document.querySelectorAll('iframe')[arguments[0]].contentDocument?.querySelector('[data-relu-figure]')?.dataset.state === 'ready'`, soon, i))
		var is struct{ Needs, Has, Wide float64 }
		v.must(v.Eval(`const f = document.querySelectorAll('iframe')[arguments[0]]; return {Needs: f.contentDocument.documentElement.scrollHeight, Has: f.clientHeight, Wide: f.clientWidth}`, &is, i))
		if is.Needs > is.Has+1 || is.Wide != float64(min(c.W, 720)) {
			v.Errorf("%s in a column of %d px: the frame is %v × %v px, and needs %v", c.Link, c.W, is.Wide, is.Has, is.Needs)
		}
	}
	v.clean()
}
