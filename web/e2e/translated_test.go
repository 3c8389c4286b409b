//go:build !js

package e2e

import (
	"fmt"
	"slices"
	"strings"
)

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
	{"other texts", `for (const t of list) t.replaceWith(mark(t.data));`, false},
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
}

// treatedJS puts what the test does into the page's own world, so that each
// translator costs three commands: __from shows a link, at rest, and lets a
// translator at it; __wrong tells what has changed since, and is not what it is
// without translators, as __note noted it. __rest waits until the figure answers and
// has been at rest for some frames.
func treatedJS() string {
	var list strings.Builder
	for _, t := range translators {
		list.WriteString("root => {" + treatJS + t.treat + "},\n")
	}
	return quickJS + `
	const notes = {};
	const translators = [` + list.String() + `], shown = root => {` + shownJS + `};
	window.__rest = async () => {
		for (let still = 0; still < 3; still = !__e2e.waiting && ` + whole + ` ? still + 1 : 0) await new Promise(raf);
	};
	window.__focus = control => ` + rootJS + `.querySelector('.rf-handle[data-control="' + control + '"][data-nth="0"]').focus();
	window.__from = async (link, control, translator) => {
		const root = ` + rootJS + `;
		root.dispatchEvent(new CustomEvent('relu-show', {detail: link}));
		root.dispatchEvent(new CustomEvent('relu-land'));
		await __rest();
		__focus(control);
		translators[translator]?.(root);
	};
	window.__note = async name => {
		await __rest();
		notes[name] = shown(` + rootJS + `);
		return Object.keys(notes[name]).filter(k => notes[name][k] !== notes.before[k]).length;
	};
	window.__wrong = async torn => {
		await __rest();
		const {before, after} = notes, got = shown(` + rootJS + `);
		return Object.keys(after).filter(k => after[k] !== before[k] && got[k] !== after[k] && !(torn && k === 'drawing')) // which shows the focus
			.map(k => [k, got[k] ?? '', after[k]]);
	};`
}

// tryTranslated: whatever a translator or a library has done to the texts of a
// figure, and to what others have left of them, what changes afterwards is what it
// is without. Each meets two states in Chromium, and elsewhere one.
func tryTranslated(v *visit) {
	states := []treated{
		{link: "lens=point&x=0.4", control: "x", keys: []string{KeyRight, KeyPageDown}},
		{link: "lens=sub&x=0&g=0.4", control: "g", keys: []string{KeyRight, KeyRight}},
		{link: "lens=sub&x=0.2", control: "x", keys: []string{KeyLeft, KeyLeft, KeyLeft}}, // over the corner
		{link: "lens=dist&c=0.4", control: "c", keys: []string{KeyRight, KeyPageDown}},
		{link: "lens=compare&x=0.3", control: "s", keys: []string{KeyRight, KeyRight}},
	}
	turns := map[Engine][]int{Chromium: {1, 3}, Firefox: {0}, WebKit: {2}}[v.Engine]
	v.open("/#" + states[0].link)
	v.inPage(treatedJS())
	for s, c := range states {
		v.must(v.Eval(`return __from(...arguments).then(() => __note('before'))`, nil, c.link, c.control))
		v.must(v.Press(c.keys...))
		var changes int
		v.must(v.Eval(`return __note('after')`, &changes))
		if changes < 2 {
			v.Errorf("%s: the keys change only %d things", c.link, changes)
		}
		for i, t := range translators {
			if turn := (len(states) + s - i%len(states)) % len(states); !slices.Contains(turns, turn) {
				continue
			}
			v.must(v.Eval(`return __from(...arguments)`, nil, c.link, c.control, i))
			if t.tears { // it is made anew, which it is once in a while only
				for _, k := range c.keys {
					v.must(v.Eval(`__focus(arguments[0])`, nil, c.control))
					v.must(v.Press(k))
					v.must(v.Eval(`return __rest()`, nil))
				}
				v.must(v.Eval(`__minute()`, nil))
			} else {
				v.must(v.Press(c.keys...))
			}
			var wrong [][3]string
			v.must(v.Eval(`return __wrong(arguments[0])`, &wrong, t.tears))
			for _, w := range wrong {
				v.Errorf("%s, %s: %s is %s", c.link, t.name, w[0], differing(w[1], w[2]))
			}
			v.clean()
		}
	}
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
