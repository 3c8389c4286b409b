//go:build !js

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"maps"
	"slices"
)

// statesJS lists what can be in a state that is to be seen, one of each kind:
// state is an attribute, or hover or focus, and the box is on the screen. It
// keeps the elements in window.tried. Kinds that were tried are left out.
const statesJS = `
	const every = selector => [...document.querySelectorAll(selector)], seen = new Set(arguments[0]);
	window.tried = [];
	const shown = e => {
		if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true}) || e.closest('[inert]')) return false;
		const r = e.getBoundingClientRect(), at = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
		const top = e.getRootNode().elementFromPoint(r.x + r.width / 2, r.y + r.height / 2) ?? at;
		return r.width > 3 && r.height > 3 && r.x >= 0 && r.y >= 0 && r.right <= innerWidth && r.bottom <= innerHeight && (e === top || e.contains(top));
	};
	const add = (e, state) => {
		const kind = e.tagName + '.' + e.classList[0] + '.' + (e.closest('[class]:not(button, a, input)')?.classList[0] ?? '') + ' ' + state;
		if (seen.has(kind) || !shown(e)) return;
		seen.add(kind);
		window.tried.push({e, state, kind});
	};
	for (const state of ['aria-pressed', 'aria-disabled', 'aria-selected', 'aria-expanded', 'aria-checked', 'aria-current']) for (const e of every('[' + state + ']')) add(e, state);
	for (const e of every('button[class^="rf-"]:not(.rf-target), [role="option"]')) add(e, 'data-waits'); // of the figure, which may be on its way
	for (const e of every('button:not(.rf-target), a[href], summary, select, textarea, input, [role="option"], [role="slider"]')) { add(e, 'hover'); add(e, 'focus'); }
	return window.tried.map(({e, state, kind}) => { const r = e.getBoundingClientRect(); return {Kind: kind, State: state, Was: e.getAttribute(state) ?? '', X: r.x, Y: r.y, W: r.width, H: r.height} });`

// tryForced goes through everything that can be pressed, chosen, out of use, on
// its way, pointed at or have the focus, where the system forces its colours:
// each state is seen.
func tryForced(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 800, Forced: true, Reduced: true}))
	defer v.Emulate(Screen{W: 1280, H: 800})
	tried := map[string]string{} // from kinds to states
	try := func(where string) { v.Helper(); v.statesSeen(where, tried) }
	v.open("/#lens=sub&x=0")
	for _, link := range []string{"lens=sub&x=0", "lens=dist&p=3", "lens=point&x=1", "lens=compare"} {
		v.must(v.Eval(`for (const type of ['relu-show', 'relu-land']) `+rootJS+`.dispatchEvent(new CustomEvent(type, {detail: arguments[0]}))`, nil, link))
		v.rests()
		try(link)
	}
	v.must(v.Click(v.centre(".rf-pick")))
	v.must(v.WaitFor(rootJS+`.querySelector('.rf-pick').getAttribute('aria-expanded') === 'true'`, soon))
	v.must(v.Click(v.centre(".rf-field"))) // which makes room for what belongs to it
	v.rests()
	try("picker")
	v.must(v.Press(KeyEscape))
	for _, button := range []string{".rf-share", ".rf-help"} {
		v.must(v.Click(v.centre(button)))
		v.must(v.WaitFor(rootJS+`.querySelector('dialog[open]')`, soon))
		try("dialog of " + button)
		v.must(v.Press(KeyEscape))
		v.must(v.WaitFor(`!`+rootJS+`.querySelector('dialog[open]')`, soon))
	}
	v.lecture("/lecture.html#scene=10")
	v.must(v.Hover(Place{640, 400}))
	v.must(v.WaitFor(rootJS+`.dataset.chrome === 'shown'`, soon))
	try("lecture")
	v.must(v.Press("d"))
	v.must(v.WaitFor(rootJS+`.querySelector('dialog[open] .lec-json')`, soon))
	try("scene as JSON")
	v.load("/notes.html")
	v.waitRoot(`root.dataset.state === 'ready'`)
	try("notes")
	counted := map[string]int{}
	for _, state := range tried {
		counted[state]++
	}
	for state, least := range map[string]int{"aria-pressed": 2, "aria-disabled": 1, "aria-selected": 2, "aria-expanded": 1, "data-waits": 12, "hover": 20, "focus": 20} {
		if counted[state] < least {
			v.Errorf("only %d kinds of elements were tried for %s", counted[state], state)
		}
	}
}

// statesSeen tries each state of what is on the screen and was not tried before.
func (v *visit) statesSeen(where string, tried map[string]string) {
	v.Helper()
	var list []struct {
		Kind, State, Was string
		X, Y, W, H       float64
	}
	away := Place{2, 798}
	v.must(v.Hover(away))
	v.rests()
	v.must(v.Eval(statesJS, &list, slices.Collect(maps.Keys(tried))))
	for i, l := range list {
		tried[l.Kind] = l.State
		box := image.Rect(int(l.X)-5, int(l.Y)-5, int(l.X+l.W)+5, int(l.Y+l.H)+5)
		set := func(on bool) image.Image {
			v.Helper()
			if l.State == "hover" {
				v.must(v.Hover(map[bool]Place{false: away, true: {l.X + l.W/2, l.Y + l.H/2}}[on]))
			}
			v.must(v.Eval(`
				const [i, on] = arguments, {e, state} = window.tried[i];
				if (state === 'hover') document.activeElement?.blur(); // the ring of the focus comes first
				else if (state === 'data-waits') e.toggleAttribute(state, on);
				else if (state !== 'focus') e.setAttribute(state, String(on));
				else {
					e.blur();
					if (on) e.focus({focusVisible: true, preventScroll: true});
				}
				return new Promise(done => { // motion is reduced
					const look = () => state === 'hover' && e.matches(':hover') !== on ? requestAnimationFrame(look) : requestAnimationFrame(() => done(true));
					look();
				})`, nil, i, on))
			return v.cutout(box)
		}
		if n := differingPixels(set(true), set(false)); n < 12 {
			v.Errorf("%s: %s: on and off differ in %d pixels", where, l.Kind, n)
		}
		if l.Was == "true" {
			set(true)
		}
	}
}

// cutout is a part of the window, as Chromium draws it.
func (v *visit) cutout(part image.Rectangle) image.Image {
	v.Helper()
	raw, err := v.CDP("Page.captureScreenshot", map[string]any{"optimizeForSpeed": true,
		"clip": map[string]any{"x": part.Min.X, "y": part.Min.Y, "width": part.Dx(), "height": part.Dy(), "scale": 1}})
	v.must(err)
	var file struct{ Data []byte }
	v.must(json.Unmarshal(raw, &file))
	img, err := png.Decode(bytes.NewReader(file.Data))
	v.must(err)
	return img
}

// differingPixels counts the pixels in which two pictures differ to the eye.
func differingPixels(a, b image.Image) (n int) {
	box := a.Bounds().Intersect(b.Bounds())
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, bl, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if differ(r, r2) || differ(g, g2) || differ(bl, b2) {
				n++
			}
		}
	}
	return n
}

// differ reports whether two values of a channel, of 16 bits, are.
func differ(a, b uint32) bool { return max(a, b)-min(a, b) > 50<<8 }

// tryInks draws every kind of picture in every theme: on its paper, which is
// white where a file brings none, words and lines are seen.
func tryInks(v *visit) {
	const ratio = `
		const parse = s => s.match(/[0-9a-f]{2}/gi).map(h => parseInt(h, 16));
		const lum = s => { const [r, g, b] = parse(s).map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
		const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((x, y) => y - x); return (x + 0.05) / (y + 0.05) };
		const root = ` + rootJS + `, bad = [];
		const told = (theme, name) => { const e = Object.assign(document.createElement('div'), {className: 'relu-page'}); e.dataset.theme = theme; document.body.append(e); const c = getComputedStyle(e).getPropertyValue('--' + name).trim(); e.remove(); return c.toLowerCase() };
		const decoration = theme => ['paper', 'hair', 'dot'].map(name => told(theme, name)); // no state or value hangs on these
		const inPicture = (svg, theme, white) => {
			const paper = svg.querySelector('rect[width="100%"]')?.getAttribute('fill') ?? '#ffffff', free = [...decoration(theme), paper.toLowerCase()];
			if (white && ratio(paper, '#ffffff') > 1.01) bad.push('its paper is ' + paper);
			let n = 0;
			for (const e of svg.querySelectorAll('text, [stroke]')) {
				if (e.closest('defs')) continue;
				const ink = e.localName === 'text' ? e.getAttribute('fill') : e.getAttribute('stroke');
				if (!/^#/.test(ink ?? '') || free.includes(ink.toLowerCase())) continue;
				n++;
				if (ratio(ink, paper) < (e.localName === 'text' ? 4.5 : 3)) bad.push(e.localName + ' ' + ink + ' on ' + paper);
			}
			if (n < 4) bad.push('only ' + n + ' inks');
		};
	`
	const themes = `['light', 'dark', 'contrast']`
	links := []string{"lens=point&x=0&h=0.5", "lens=sub&x=0&g=1.3", "lens=dist&p=1.5", "lens=dist&p=3.5", "lens=dist&p=5&order=2", "fn=cantor&lens=compare", "fn=minusabs&lens=sub&x=0", "fn=sqrtabs&lens=dist&p=5", "lens=compare&s=0.4"}
	v.open("/#lens=sub&x=0&theme=dark")
	for _, link := range links {
		var bad []string
		v.must(v.Eval(`return (async () => {`+ratio+`
			const p = await import('./picture.js'), {tikzFile} = await import('./tikz.js'), link = arguments[0];
			for (const theme of `+themes+`) {
				inPicture(p.drawn(root, {link, theme}), theme);
				for (const paper of ['white', 'none']) inPicture(p.drawn(root, {link, shown: theme, paper}), theme === 'dark' ? 'light' : theme, true);
				const source = await tikzFile(root, {link, shown: theme}), inks = new Map([...source.matchAll(/\\definecolor\{(\w+)\}\{HTML\}\{(\w+)\}/g)].map(m => [m[1], '#' + m[2].toLowerCase()])), free = decoration('contrast');
				let n = 0;
				for (const [, kind, name] of source.matchAll(/\b(draw|text|pattern color)=(relu\w+)/g)) {
					const ink = inks.get(name);
					if (free.includes(ink)) continue;
					n++;
					if (ratio(ink, '#ffffff') < (kind === 'text' ? 4.5 : 3)) bad.push('tikz of ' + theme + ': ' + kind + ' ' + ink);
				}
				if (n < 4) bad.push('tikz of ' + theme + ': only ' + n + ' inks');
			}
			return [...new Set(bad)] })()`, &bad, link))
		if len(bad) > 0 {
			v.Errorf("%s: %q", link, bad)
		}
	}
	// What the screen says of itself changes none of it: a dark system, an address
	// that asks for a dark theme, a frame without paper.
	screens := []Screen{{W: 1280, H: 800}}
	if v.Engine != WebKit {
		screens = append(screens, Screen{W: 1280, H: 800, Dark: true})
	}
	if v.Engine == Chromium {
		screens = append(screens, Screen{W: 1280, H: 800, Dark: true, Forced: true})
	}
	for _, screen := range screens {
		v.must(v.Emulate(screen))
		for _, page := range []string{"/#theme=auto&lens=sub&x=0", "/#theme=dark&lens=dist&p=3", "/embed.html#theme=dark&paper=none&lens=sub&x=0"} {
			v.open(page)
			var bad []string
			v.must(v.Eval(`return (async () => {`+ratio+`
				dispatchEvent(new Event('beforeprint'));
				inPicture(root.querySelector('.rf-print > svg'), 'contrast', true);
				dispatchEvent(new Event('afterprint'));
				const {tikzFile} = await import('./tikz.js');
				const ask = shown => tikzFile(root, {link: root.dataset.link, shown});
				if (await ask(root.dataset.theme) !== await ask('light')) bad.push('TikZ depends on the theme of the screen');
				const {svgFile} = await import('./picture.js'), file = new DOMParser().parseFromString(await svgFile(root, {link: root.dataset.link, theme: root.dataset.theme}), 'image/svg+xml');
				if (file.querySelector('rect[width="100%"]')?.getAttribute('fill') !== told(root.dataset.theme, 'paper')) bad.push('the picture has no paper of its theme');
				return bad })()`, &bad))
			if len(bad) > 0 {
				v.Errorf("%s: %q", fmt.Sprintf("%+v %s", screen, page), bad)
			}
		}
	}
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
}
