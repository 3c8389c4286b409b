//go:build !js

package e2e

import "fmt"

// translators treat the texts of a page as translators and libraries do: list are
// the figure's texts in sight, and mark writes a text as translated.
var translators = []struct {
	name, treat string
	tears       bool // parts of the figure are gone
}{
	{"font", `for (const t of list) { const f = document.createElement('font'); f.textContent = mark(t.data); t.replaceWith(f); }`, false},
	{"fonts", `for (const t of list) { const a = document.createElement('font'), b = document.createElement('font'); b.textContent = mark(t.data); a.append(b); t.replaceWith(a); }`, false},
	{"numbers in fonts", `for (const t of list) { const f = document.createElement('font'); f.textContent = t.data; t.replaceWith(f); }`, false},
	{"texts in fonts", `for (const t of list) { const f = document.createElement('font'); t.replaceWith(f); f.append(t); }`, false},
	{"in place", `for (const t of list) t.data = mark(t.data);`, false},
	{"one for all", `for (const e of new Set(list.map(t => t.parentElement))) if (e.isConnected) { const f = document.createElement('font'); f.textContent = mark(e.textContent); e.replaceChildren(f); }`, false},
	{"beside", `for (const t of list) { const f = document.createElement('font'); f.textContent = mark(t.data); t.after(f); }`, false},
	{"split", `for (const t of list) if (t.data.length > 1) t.splitText(1);`, false},
	{"split, marked and joined", `for (const t of list) { t.after(MARK); if (t.data.length > 1) t.splitText(1); } root.normalize();`, false},
	{"removed", `for (const t of list) t.remove();`, false},
	{"emptied", `for (const t of list) t.data = '';`, false},
	{"names", `for (const t of list) t.data = mark(t.data); for (const e of root.querySelectorAll('[aria-label]')) e.ariaLabel = mark(e.ariaLabel); for (const e of root.querySelectorAll('[title]')) e.title = mark(e.title);`, false},
	{"copies", `for (const e of root.querySelectorAll('.rf-word, .rf-target, .rf-handle, .rf-cell > *')) if (e !== active) e.replaceWith(e.cloneNode(true));`, true},
	{"no elements", `for (const e of root.querySelectorAll('.rf-word, .rf-mirror, .rf-target, .rf-handle')) if (e !== active) e.remove();`, false},
	{"no drawing", `for (const e of root.querySelectorAll('.rf-sheet g')) e.replaceChildren();`, false},
	{"another drawing", `const g = root.querySelector('.rf-sheet g'); for (const e of root.querySelectorAll('.rf-sheet g')) e.prepend(document.createElementNS(g.namespaceURI, 'title')); g.remove();`, false},
	{"no sheet", `root.querySelector('.rf-sheet svg').remove();`, false},
	{"no parts", `for (const e of root.querySelectorAll('.rf-caption, .rf-value')) e.remove();`, true},
}

// treatJS treats the texts of the figure.
const treatJS = `
	const MARK = '\u2042', mark = text => text + MARK, active = root.getRootNode().activeElement;
	const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), list = [];
	for (let t = walk.nextNode(); t; t = walk.nextNode()) if (t.data.trim() && t.parentElement.getClientRects().length > 0 && !t.parentElement.closest('svg, math, style, script, .rf-fail')) list.push(t);
	`

// shownJS is what a figure shows: what is written, by where it stands, and the
// drawing.
const shownJS = `
	const all = {}, note = (name, value) => { all[name] = value.replaceAll('\u2042', ''); };
	for (const name of ['pick-name', 'question', 'caption', 'equation', 'left-quotient', 'right-quotient', 'limit-value', 'run', 'walk']) {
		const e = root.querySelector('.rf-' + name);
		if (e.getClientRects().length > 0) note(name, e.textContent);
	}
	for (const e of root.querySelectorAll('.rf-cell')) {
		note(e.dataset.readout, e.dataset.value);
		for (const part of ['label', 'value', 'extra']) note(e.dataset.readout + ' ' + part, e.querySelector('.rf-' + part).textContent);
	}
	for (const e of root.querySelectorAll('.rf-handle:not([hidden])')) note('handle ' + e.dataset.control + e.dataset.nth, e.style.transform + (e.ariaValueText ?? '') + (e.ariaLabel ?? ''));
	for (const e of root.querySelectorAll('.rf-word:not([hidden])')) all['word ' + e.textContent.replaceAll('\u2042', '')] = 'shown';
	note('drawing', root.querySelector('.rf-sheet svg').innerHTML);
	return all;`

// treated is a state that is translated, the handle that has the focus, and the
// keys that follow.
type treated struct {
	link, control string
	keys          []string
	torn          bool // parts of the figure are gone
}

// tryTranslated: whatever a translator or a library has done to the texts of a
// figure, and to what others have left of them, what changes afterwards is what it
// is without.
func tryTranslated(v *visit) {
	for _, c := range []treated{
		{link: "lens=point&x=0.4", control: "x", keys: []string{KeyRight, KeyPageDown}},
		{link: "lens=sub&x=0&g=0.4", control: "g", keys: []string{KeyRight, KeyRight}},
		{link: "lens=sub&x=0.2", control: "x", keys: []string{KeyLeft, KeyLeft, KeyLeft}}, // over the corner
		{link: "lens=dist&c=0.4", control: "c", keys: []string{KeyRight, KeyPageDown}},
		{link: "lens=compare&x=0.3", control: "s", keys: []string{KeyRight, KeyPageDown}},
	} {
		v.open("/#" + c.link)
		was := v.pressed(c)
		should := v.pressed(c, c.keys...)
		for _, t := range translators {
			if c.torn { // it was made anew, which it is once in a while only
				v.open("/#" + c.link)
			}
			v.from(c.link)
			v.inFigure(focusJS, nil, c.control)
			v.inPage(treatJS + t.treat)
			c.torn = t.tears
			got := v.pressed(c, c.keys...)
			for name, want := range should {
				if want != was[name] && got[name] != want && !(t.tears && name == "drawing") { // which shows the focus
					v.Errorf("%s, %s: %s is %s", c.link, t.name, name, differing(got[name], want))
				}
			}
			v.clean()
		}
	}
}

// focusJS puts the keyboard on the slider of a control.
const focusJS = `root.querySelector('.rf-handle[data-control="' + arguments[0] + '"][data-nth="0"]').focus()`

// from shows a link.
func (v *visit) from(link string) {
	v.Helper()
	v.inFigure(`root.dispatchEvent(new CustomEvent('relu-show', {detail: arguments[0]})); root.dispatchEvent(new CustomEvent('relu-land'))`, nil, link)
	v.waitWhole()
}

// pressed presses keys on a handle, and returns what the figure then shows.
func (v *visit) pressed(c treated, keys ...string) (shown map[string]string) {
	v.Helper()
	for _, k := range keys {
		v.inFigure(focusJS, nil, c.control)
		v.must(v.Press(k))
		if c.torn {
			v.waitWhole() // which it is once it is made anew
		}
	}
	v.waitWhole()
	v.inFigure(shownJS, &shown)
	return shown
}

// differing shows two texts from where they differ.
func differing(got, want string) string {
	a, b := []rune(got), []rune(want)
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	i = max(0, i-10)
	return fmt.Sprintf("%q, want %q", string(a[i:min(i+60, len(a))]), string(b[i:min(i+60, len(b))]))
}
