//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"time"
)

// strangers are styles of themes and resets that others have met, and more of
// their kind. None of them may reach what is inside a figure.
var strangers = []string{
	`body { text-transform: uppercase }`,
	`body { text-indent: 3em }`,
	`body { white-space: pre }`,
	`body { word-spacing: 1em; letter-spacing: .2em; line-height: 3 }`,
	`body { font: italic bold 31px cursive; font-variant: small-caps; color: red; text-align: justify; text-shadow: 2px 2px red; hyphens: auto; cursor: crosshair; list-style: square; quotes: "x" "y"; tab-size: 9 }`,
	`body { user-select: none; -webkit-user-select: none; -webkit-text-stroke: 2px red; caret-color: red; orphans: 9; overflow-wrap: anywhere; word-break: break-all; text-wrap: nowrap; font-stretch: condensed; font-feature-settings: "zero"; font-kerning: none }`,
	`body { fill: red; stroke: blue; stroke-width: 9px; paint-order: stroke; text-anchor: end; dominant-baseline: hanging; shape-rendering: crispEdges; clip-rule: evenodd; fill-rule: evenodd }`,
	`:root { font-size: 62.5% }`,
	`:root { --ink: red; --paper: lime; --own: blue; --serif: cursive; --sans: cursive; --hair: red; --k: 9px; --left: 200px; --height: 300px; --s: 3; --rf-r: 99px }`,
	`* { transition: all .3s }`,
	`*, *::before, *::after { box-sizing: content-box; letter-spacing: .3em !important }`,
	`*::before { content: "x" !important }`,
	`svg { width: 15px; height: 15px; vertical-align: middle }`,
	`svg path { stroke: red; stroke-width: 9px } svg * { fill: blue !important }`,
	`.content svg { max-height: 30px }`,
	`.content :not([data-relu-figure], relu-three-ways) { max-width: 20ch; margin: 9px; padding: 9px; border: 3px solid }`,
	`.entry-content button { background: blue; padding: 2em; min-width: 20em; border-radius: 9px; text-transform: uppercase }`,
	`i, em, b, h1, p, span, button, output, ul, li, svg, math { all: unset !important }`,
	`h1, p { font-size: 80px; margin: 1em 0 } output { display: block; background: gray } math { display: none } button { appearance: auto; font: 9px serif }`,
	`[hidden] { display: block !important } [role] { outline: 9px solid red } [aria-hidden] { display: none } [tabindex] { padding: 9px }`,
	`a, button { pointer-events: none !important } canvas { filter: invert(1); width: 9px }`,
	`html { direction: rtl } .content { unicode-bidi: bidi-override }`,
	`.content { writing-mode: vertical-rl; text-orientation: upright }`,
	`@layer a { * { color: red !important; font-size: 50px !important; opacity: .1 } .content, [data-relu-figure], relu-three-ways, body { opacity: 1 !important } } [data-relu-figure], relu-three-ways, .content, body, html { opacity: 1 !important }`,
}

// picture is where everything of a figure is, from its corner, and how it looks,
// but for what is fixed to the window.
const picture = `(root => {
	const {x, y} = root.getBoundingClientRect(), round = v => Math.round(4 * v) / 4;
	const looks = ['color', 'backgroundColor', 'display', 'visibility', 'opacity', 'fontSize', 'fontFamily', 'fontStyle', 'fontWeight', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'textAlign', 'textShadow', 'whiteSpace', 'direction', 'writingMode', 'cursor', 'transitionDuration', 'fill', 'stroke', 'strokeWidth', 'textAnchor', 'pointerEvents', 'maxWidth', 'padding', 'boxSizing', 'userSelect'];
	return [root, ...root.querySelectorAll('*')].filter(e => e.getClientRects().length && !e.closest('canvas, .rf-picker')).map(e => {
		const r = e.getBoundingClientRect(), s = getComputedStyle(e);
		return [e.tagName, String(e.className.baseVal ?? e.className), ...[r.x - x, r.y - y, r.width, r.height].map(round), ...looks.map(name => s[name])].join('|');
	});
})(document.querySelector(arguments[0]).shadowRoot.querySelector('.relu-figure'))`

// tryWall puts the styles of others around a figure, in both of its forms: it is
// and looks the same, and in a page from right to left it is written from the left.
func tryWall(v *visit) {
	v.load("/wall.html")
	for _, form := range []string{"relu-three-ways", "[data-relu-figure]"} {
		v.must(v.WaitFor(`document.querySelector(arguments[0]).shadowRoot?.querySelector('[data-state="ready"]:not([data-starting])')`, soon, form))
	}
	v.must(v.Settle(soon))
	for _, lens := range []string{"sub", "dist", "compare"} {
		for _, form := range []string{"relu-three-ways", "[data-relu-figure]"} {
			v.must(v.Eval(`document.querySelector(arguments[0]).dispatchEvent(new CustomEvent('relu-steer', {detail: 'lens=' + arguments[1]}))`, nil, form, lens))
			v.must(v.Settle(soon))
			var broken []string
			v.must(v.Eval(`const picture = () => `+picture+`, before = picture(), broken = [];
				for (const css of arguments[1]) {
					const style = document.head.appendChild(Object.assign(document.createElement('style'), {textContent: css}));
					const after = picture(), other = after.filter((line, i) => line !== before[i]);
					if (other.length || after.length !== before.length) broken.push(css + ': ' + other.length + ' differ, as ' + other[0] + ' for ' + before[after.indexOf(other[0])]);
					style.remove();
				}
				return broken`, &broken, form, strangers))
			for _, b := range broken {
				v.Errorf("%s, %s: %s", form, lens, b)
			}
		}
	}
	// All of them for good, and a hand: what is dragged is where the hand is.
	v.must(v.Eval(`document.head.append(Object.assign(document.createElement('style'), {textContent: arguments[0]}))`, nil, strings.Join(strangers[:16], "\n")))
	v.must(v.Eval(`document.querySelector('[data-relu-figure]').dispatchEvent(new CustomEvent('relu-steer', {detail: 'lens=sub&x=1'})); document.querySelector('[data-relu-figure]').scrollIntoView()`, nil))
	v.must(v.Settle(soon))
	at := v.slider("x")
	v.must(v.Hold(Mouse, Stroke{at, {at.X + 20, at.Y}, {at.X + 40, at.Y}}))
	v.must(v.WaitFor(`(r => Math.abs(r.x + r.width / 2 - arguments[1]) < 2)((root => `+sliderJS+`)(`+rootJS+`).getBoundingClientRect())`, soon, "x", at.X+40))
	v.must(v.Lift(Mouse))
	v.clean()
}

// tryNeighbours: what a figure is made of stays in it, and a page's own layers,
// styles, names and settings are as they were.
func tryNeighbours(v *visit) {
	v.load("/wall.html")
	const own = `[Object.keys(window).filter(k => !/^(__|webkit|chrome)/.test(k)).join(), document.head.children.length, document.adoptedStyleSheets.length, document.body.getAttributeNames().join(), document.documentElement.getAttributeNames().join(), document.body.style.cssText, document.documentElement.style.cssText, document.body.children.length, document.title, JSON.stringify(history.state)].join('\n')`
	var before, after string
	v.must(v.Eval(`return `+own, &before))
	v.waitRoot(`root.dataset.state === 'ready' && !root.hasAttribute('data-starting')`)
	v.must(v.Settle(soon))
	v.must(v.Eval(`return `+own, &after))
	if before != after {
		v.Errorf("before and after the figure the page is\n%s\n%s", before, after)
	}
	var got struct{ On, Inside, Math string }
	v.must(v.Eval(`document.querySelector('[data-relu-figure]').scrollIntoView();
		const bar = document.getElementById('bar').getBoundingClientRect();
		return {On: document.elementFromPoint(bar.x + bar.width / 2, bar.y + bar.height / 2).id, Inside: String(document.querySelectorAll('.rf-handle, button, svg, canvas, output').length), Math: String(document.querySelectorAll('math, [id^="rf"], [role="math"]').length)}`, &got))
	if got.On != "bar" {
		v.Errorf("over the page's own bar lies %q", got.On)
	}
	if got.Inside != "0" || got.Math != "0" {
		v.Errorf("%s parts and %s formulas stand in the page's own tree", got.Inside, got.Math)
	}
	v.clean()
}

// tryLate has figures come in every way in which pages change: each comes to life.
func tryLate(v *visit) {
	v.load("/late.html")
	ready := func(host string) {
		v.Helper()
		v.must(v.WaitFor(`(host => (host?.scrollIntoView(), host?.dataset.state === 'ready') && host.shadowRoot.querySelectorAll('[data-state="ready"]').length === 1)(`+host+`)`, soon))
	}
	const one = `<div id="%[1]s" data-relu-figure data-link="lens=sub&amp;x=0"></div><output data-figure="%[1]s" data-show="interval"></output>`
	v.must(v.Eval(`document.getElementById('here').innerHTML = arguments[0]`, nil, fmt.Sprintf(one, "a")))
	ready(`document.getElementById('a')`)
	v.must(v.WaitFor(`document.querySelector('output').value === '[0, 1]'`, soon))
	// The script again, from the same address and from another.
	v.must(v.Eval(`for (const src of ['embed.js', 'embed.js?again', 'figure.js', 'post.js?again']) document.body.append(Object.assign(document.createElement('script'), {type: src.startsWith('post') ? '' : 'module', src}))`, nil))
	// The body replaced by another, as Turbo does, and the figure as well by a copy of itself.
	v.must(v.Eval(`const body = document.createElement('body'); body.innerHTML = arguments[0]; document.body.replaceWith(body)`, nil, fmt.Sprintf(one, "b")+`<relu-three-ways id="c" lens="sub" x="0"></relu-three-ways>`))
	ready(`document.getElementById('b')`)
	ready(`document.getElementById('c')`)
	v.must(v.WaitFor(`document.querySelector('output').value === '[0, 1]'`, soon))
	// Moved, it is the same as before, and keeps its state.
	v.must(v.Eval(`document.getElementById('c').set({x: 1.5})`, nil))
	v.must(v.WaitFor(`document.getElementById('c').readout.x === 1.5`, soon))
	v.must(v.Eval(`const c = document.getElementById('c'), box = document.createElement('section'); window.inside = c.shadowRoot.querySelector('.rf-stage'); document.body.append(box); box.append(c); document.body.prepend(box)`, nil))
	v.must(v.WaitFor(`document.getElementById('c').shadowRoot.querySelector('.rf-stage') === window.inside && document.getElementById('c').dataset.state === 'ready'`, soon))
	// Taken out and put in again later, and cloned.
	v.must(v.Eval(`const c = window.c = document.getElementById('c'); c.remove(); return new Promise(done => setTimeout(done))`, nil))
	v.must(v.WaitFor(`!window.c.shadowRoot.querySelector('.rf-stage')`, soon))
	v.must(v.Eval(`document.body.append(window.c)`, nil))
	ready(`window.c`)
	v.must(v.WaitFor(`window.c.readout.x === 1.5`, soon))
	v.must(v.Eval(`for (const id of ['b', 'c']) document.body.append(Object.assign(document.getElementById(id).cloneNode(true), {id: id + 2}))`, nil))
	ready(`document.getElementById('b2')`)
	ready(`document.getElementById('c2')`)
	// Inside the shadow tree of another component, with a link and an output of its own.
	v.must(v.Eval(`const tree = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'}); window.tree = tree;
		tree.innerHTML = '<a href="#d" data-figure="d" data-link="x=-1">left</a><output data-figure="d" data-show="interval"></output><relu-three-ways id="d" lens="sub" x="0"></relu-three-ways>'`, nil))
	ready(`window.tree.getElementById('d')`)
	v.must(v.WaitFor(`window.tree.querySelector('output').value === '[0, 1]'`, soon))
	v.must(v.Eval(`window.tree.querySelector('a').click()`, nil))
	v.must(v.WaitFor(`window.tree.querySelector('output').value === '{0}'`, soon))
	// By hand, with all that belongs to it.
	v.module(`const {mount, unmount} = await import('/figure.js'); window.unmount = unmount; window.e = document.body.appendChild(document.createElement('div')); mount(window.e)`)
	ready(`window.e`)
	for _, button := range []string{".rf-share", ".rf-help"} {
		v.must(v.Eval(`window.e.shadowRoot.querySelector(arguments[0]).click()`, nil, button))
		v.must(v.WaitFor(`window.e.shadowRoot.querySelector('dialog[open]')`, soon))
		v.must(v.Eval(`window.e.shadowRoot.querySelector('dialog[open]').close()`, nil))
	}
	v.must(v.Eval(`window.e.dispatchEvent(new CustomEvent('relu-steer', {detail: 'lang=de'}))`, nil))
	v.must(v.WaitFor(`/Punkt/.test(window.e.shadowRoot.querySelector('.rf-tab')?.textContent) && window.e.dataset.state === 'ready'`, soon))
	v.must(v.Eval(`window.unmount(window.e)`, nil))
	v.must(v.WaitFor(`!window.e.shadowRoot.querySelector('.rf-stage')`, soon))
	// In the document of a frame that the page itself fills.
	v.must(v.Eval(`const frame = document.createElement('iframe');
		return new Promise(done => {
			frame.onload = () => done(); // Firefox may put another document in place of the first
			document.body.append(frame);
		}).then(() => { window.f = document.createElement('relu-three-ways'); window.f.setAttribute('lens', 'sub'); frame.contentDocument.body.append(window.f); })`, nil))
	ready(`window.f`)
	v.forgotten(6)
	v.clean()
}

// forgotten waits until so many programs have memory: those that have ended have
// none, though the page holds elements of them.
func (v *visit) forgotten(programs int) {
	v.Helper()
	if v.Engine != Chromium { // which collects garbage when it is told to
		return
	}
	v.must(v.retry(soon, func() error {
		if _, err := v.CDP("HeapProfiler.collectGarbage", nil); err != nil {
			return err
		}
		var have int
		if err := v.Eval(`return memories.filter(m => m.deref()).length`, &have); err != nil {
			return err
		}
		if have != programs {
			return fmt.Errorf("%d programs have memory, want %d", have, programs)
		}
		return nil
	}))
}

// tryGoodManners has a page whose scripts take every key for theirs, and every link to
// a place: keys that the figure uses do not reach them, others do, and links in the
// prose set the figure whatever they do.
func tryGoodManners(v *visit) {
	v.must(v.Emulate(Screen{W: 900, H: 900})) // where nothing scrolls
	v.load("/manners.html")
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.must(v.Settle(soon))
	heard := func() (list []string) {
		v.Helper()
		v.must(v.Eval(`return heard.splice(0)`, &list))
		return list
	}
	for _, c := range []struct {
		on   string // of the figure
		keys []string
	}{
		{`[data-control="x"][role="slider"]`, []string{KeyRight, KeyLeft, KeyUp, KeyPageDown, KeyPageUp, KeyHome, KeyEnd}},
		{`[data-control="g"][role="slider"]`, []string{KeyDown, KeyEscape}},
		{`.rf-tab[aria-selected="true"]`, []string{KeyRight, KeyEnd, KeyHome}},
		{`.rf-theme`, []string{KeySpace, KeyEnter}},
		{`.rf-pick`, []string{KeyDown, KeyEnd, "p", KeyEscape, KeySpace, KeyEscape}},
		{`.rf-tab[aria-selected="true"]`, []string{"?", KeyDown, KeyEscape}},
	} {
		v.must(v.Eval(`(`+rootJS+`).querySelector(arguments[0]).focus()`, nil, c.on))
		heard()
		for _, key := range c.keys {
			v.must(v.Press(key))
			if key == "?" {
				v.waitRoot(`root.querySelector('dialog[open]')`)
			}
		}
		if list := heard(); len(list) > 0 {
			v.Errorf("%s: the page hears %q", c.on, list)
		}
		v.must(v.Eval(`(`+rootJS+`).querySelector('dialog')?.close(); (`+rootJS+`).dispatchEvent(new CustomEvent('relu-show', {detail: 'lens=sub&x=0'})); (`+rootJS+`).dispatchEvent(new CustomEvent('relu-land'))`, nil))
	}
	v.must(v.Eval(`(`+rootJS+`).querySelector('[data-control="x"][role="slider"]').focus()`, nil))
	v.must(v.Press("n"))
	if list := heard(); len(list) != 6 {
		v.Errorf("of a key that the figure has no use for the page hears %q", list)
	}
	v.must(v.Settle(soon))
	at := v.slider("x")
	v.must(v.Drag(Mouse, Stroke{at, {at.X + 20, at.Y}, {at.X + 40, at.Y}}))
	if list := heard(); len(list) > 0 {
		v.Errorf("of a drag the page hears %q", list)
	}
	for _, c := range []struct {
		id string
		x  float64
	}{{"old", 0}, {"id", -1}, {"whole", 2}} {
		v.must(v.Eval(`document.getElementById(arguments[0]).scrollIntoView(); (e => (e.firstElementChild ?? e).click())(document.getElementById(arguments[0]))`, nil, c.id))
		v.must(v.WaitFor(`document.getElementById('f').readout.x === arguments[0]`, soon, c.x))
	}
	// By hand, a router that was there first takes for its own only what sets no figure.
	for _, id := range []string{"old", "plain"} {
		v.must(v.Eval(`document.getElementById(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})`, nil, id))
		v.must(v.Click(v.hostCentre("#" + id)))
		v.must(v.WaitFor(`document.getElementById('f').readout.x === 0`, soon))
	}
	var routed string
	v.must(v.Eval(`return routed.join()`, &routed))
	if routed != "plain" {
		v.Errorf("a router follows %q, want only plain", routed)
	}
	v.must(v.Eval(`document.getElementById('whole').click()`, nil))
	v.must(v.WaitFor(`document.getElementById('f').readout.x === 2`, soon))
	var led string
	v.must(v.Eval(`for (const id of ['plain', 'nobody']) document.getElementById(id).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true})); return String(document.getElementById('f').readout.x)`, &led))
	if led != "2" {
		v.Errorf("links that name no state led to x = %s", led)
	}
	if _, err := v.Errors(); err != nil { // the page's own script threw
		v.Fatal(err)
	}
}

// tryAround makes pages dark in every way: the figure follows the colour that is
// written in where it stands, and no other.
func tryAround(v *visit) {
	v.must(v.Emulate(Screen{W: 900, H: 700}))
	v.load("/around.html")
	v.waitRoot(`root.dataset.state === 'ready' && root.dataset.theme === 'light'`)
	for _, c := range []struct{ name, dark, light string }{
		{"a class of a wrapper", `document.getElementById('wrap').className = 'night'`, `document.getElementById('wrap').className = ''`},
		{"a style sheet that comes late", `window.late = document.head.appendChild(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'data:text/css,body{color:white}'}))`, `late.remove()`},
		{"a style sheet that is switched off and on", `window.late = document.head.appendChild(Object.assign(document.createElement('style'), {textContent: 'body { color: #eee }'}))`, `late.disabled = true`},
		{"the text of a style", `document.getElementById('own').firstChild.data += 'body { color: white }'`, `document.getElementById('own').firstChild.data = document.getElementById('own').firstChild.data.replace('body { color: white }', '')`},
		{"a rule that is put in", `document.getElementById('own').sheet.insertRule('#wrap { color: oklch(0.9 0 0) }')`, `document.getElementById('own').sheet.deleteRule(0)`},
		{"sheets that the page adopts", `const s = new CSSStyleSheet(); s.replaceSync('* { color: rgb(230, 230, 230) }'); document.adoptedStyleSheets = [s]`, `document.adoptedStyleSheets = []`},
		{"a box that is checked", `document.getElementById('check').checked = true`, `document.getElementById('check').checked = false`},
		{"a custom property", `document.getElementById('wrap').style.color = 'var(--text, black)'; document.documentElement.style.setProperty('--text', 'white')`, `document.documentElement.style.removeProperty('--text'); document.getElementById('wrap').style.color = ''`},
		{"slowly", `document.body.style.cssText = 'transition: color .2s; color: white'`, `document.body.style.color = 'black'`},
		{"another place", `const night = document.body.appendChild(document.createElement('div')); night.style.color = 'white'; night.id = 'night'; night.append(document.getElementById('f'))`, `document.getElementById('wrap').append(document.getElementById('f'))`},
		{"while it is not there", `document.getElementById('wrap').style.cssText = 'display: none; color: white'; return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => { document.getElementById('wrap').style.display = '' })`, `document.getElementById('wrap').style.cssText = ''`},
	} {
		v.must(v.Eval(c.dark, nil))
		if err := v.WaitFor(rootJS+`.dataset.theme === 'dark'`, 10*time.Second); err != nil {
			v.Errorf("dark by %s: %v", c.name, err)
		}
		v.must(v.Eval(c.light, nil))
		if err := v.WaitFor(rootJS+`.dataset.theme === 'light'`, 10*time.Second); err != nil {
			v.Errorf("light by %s: %v", c.name, err)
		}
	}
	v.clean()
}

// tryDeckInside is a deck of reveal.js with the element itself in a slide: off its
// slide nothing plays, after a drag the keys turn slides, and a handle that was
// tabbed to keeps them.
func tryDeckInside(v *visit) {
	v.packages()
	v.load("/inside.html")
	c := `(+root.querySelector('[data-control="c"][role="slider"]').getAttribute('aria-valuenow'))`
	v.slide(0)
	v.must(v.Eval(`reveal.next()`, nil))
	v.slide(1)
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.must(v.Settle(soon))
	v.must(v.Click(v.spot(".rf-play")))
	v.waitRoot(`root.querySelector('.rf-play').getAttribute('aria-label').startsWith('pause')`)
	v.must(v.Eval(`reveal.next()`, nil))
	v.slide(2)
	v.waitRoot(`root.querySelector('.rf-play').getAttribute('aria-label').startsWith('play')`)
	v.must(v.Settle(soon)) // it comes to rest
	v.must(v.Eval(`reveal.prev()`, nil))
	v.slide(1)
	at := v.spot(`[data-control="c"][role="slider"]`)
	v.must(v.Drag(Mouse, Stroke{at, {at.X + 30, at.Y}}))
	v.waitRoot(c + ` > 0.45`)
	v.must(v.Press(KeyLeft))
	v.slide(0)
	v.must(v.Eval(`reveal.next()`, nil))
	v.slide(1)
	v.inRoot(0, `root.querySelector('[data-control="c"][role="slider"]').focus()`, nil)
	v.must(v.Press(KeyHome))
	v.waitRoot(c + ` === -3`)
	v.must(v.Press(KeyRight))
	v.waitRoot(c + ` > -3`)
	v.slide(1)
	v.clean()
}
