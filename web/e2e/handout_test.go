//go:build !js

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// printedJS makes the frame of a handout tell when it is to be printed, instead of
// printing it.
const printedJS = `window.handed = false; new MutationObserver(changes => { for (const c of changes) for (const f of c.addedNodes) {
	if (f.dataset?.handout === undefined) continue;
	const mute = () => { f.contentWindow.print = () => { window.handed = true; }; };
	mute();
	f.addEventListener('load', mute);
} }).observe(document.body, {childList: true})`

// handout waits for a handout, puts it in place of the page and prints that: what its
// text is, if pdftotext is installed, and how many pages it has. For no sheets it looks only.
func (v *visit) handout(sheets int) (text string, pages int) {
	v.Helper()
	v.must(v.WaitFor(`window.handed`, soon))
	// All of a sheet is on its page, in the shipped fonts.
	var cut []string
	v.must(v.Eval(`const doc = document.querySelector('iframe[data-handout]').contentDocument, tall = {a4: 268, letter: 250}[doc.body.dataset.paper] * 96 / 25.4 + 2; // engines round each of its parts
		return [...[...doc.querySelectorAll('section')].filter(s => (s.querySelector('.notes')?.offsetHeight ?? 99) < 60 || s.scrollHeight > tall || s.offsetHeight > tall).map(s => s.querySelector('h2').textContent + ' ' + s.scrollHeight + ' ' + s.dataset.small),
			...['STIX', 'Source'].filter(name => ![...doc.fonts].some(f => f.family.includes(name) && f.status === 'loaded'))]`, &cut))
	if len(cut) > 0 {
		v.Errorf("these have no room, or are not there: %q", cut)
	}
	if sheets == 0 {
		return "", 0
	}
	var got int
	v.must(v.Eval(`const {head, body, documentElement} = document.querySelector('iframe[data-handout]').contentDocument;
		document.adoptedStyleSheets = [];
		document.documentElement.className = '';
		const {adoptedStyleSheets} = document.querySelector('iframe[data-handout]').contentDocument;
		document.head.replaceChildren(...head.childNodes, Object.assign(document.createElement('style'), {textContent: adoptedStyleSheets.flatMap(s => [...s.cssRules].map(r => r.cssText)).join('\n')}));
		document.body.className = '';
		for (const k of Object.keys(document.body.dataset)) delete document.body.dataset[k];
		for (const [k, x] of Object.entries(body.dataset)) document.body.dataset[k] = x;
		document.body.replaceChildren(...body.childNodes);
		return document.querySelectorAll('section').length`, &got))
	if got != sheets {
		v.Errorf("the handout has %d sheets, want %d", got, sheets)
	}
	v.must(v.WaitFor(`document.fonts.status === 'loaded' && getComputedStyle(document.querySelector('section')).display === 'flex'`, soon))
	if v.Engine == WebKit {
		v.Log("its driver does not print")
		return "", 0
	}
	raw, err := v.link.do("WebDriver:Print", map[string]any{"page": map[string]any{"width": 21.0, "height": 29.7}, "margin": map[string]any{"top": 1.4, "bottom": 1.2, "left": 1.8, "right": 1.8}})
	v.must(err)
	var encoded string
	v.must(json.Unmarshal(raw, &encoded))
	pdf, err := base64.StdEncoding.DecodeString(encoded)
	v.must(err)
	name := filepath.Join(v.TempDir(), "handout.pdf")
	v.must(os.WriteFile(name, pdf, 0o644))
	tool, err := exec.LookPath("pdftotext")
	if errors.Is(err, exec.ErrNotFound) {
		v.Log("pdftotext is not installed; the text of the handout is not read")
		return "", len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1))
	}
	v.must(err)
	out, err := exec.Command(tool, "-layout", name, "-").Output()
	v.must(err)
	return string(out), bytes.Count(out, []byte{'\f'})
}

// tryHandout prints the lecture, and a state of the figure.
func tryHandout(v *visit) {
	v.open("/lecture.html#scene=3")
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
	var deck struct {
		Scenes []struct {
			Title string
			Table *struct{}
		}
	}
	v.must(v.Eval(`return fetch('deck.json').then(r => r.json()).then(d => ({scenes: d.scenes.filter(s => s.cut !== 'short')}))`, &deck))
	// A film of a scene, unless it has no figure.
	v.must(v.Press("h"))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-take > button + button')`, soon))
	v.must(v.Eval(`document.querySelector('dialog[open] .rf-take > button + button').click()`, nil))
	v.must(v.WaitFor(`/\d+ frames/.test(document.querySelector('dialog[open] .rf-film-about')?.textContent) && document.querySelector('dialog[open] select').selectedOptions[0].text === 'This scene of the lecture'`, soon))
	v.must(v.Press(KeyEscape))
	for i, s := range deck.Scenes {
		if s.Table == nil {
			continue
		}
		v.must(v.Eval(`location.hash = 'scene=' + arguments[0]`, nil, i+1))
		v.must(v.WaitFor(`document.querySelector('main[data-table]') && !document.querySelector('dialog')`, soon))
		v.must(v.Press("h"))
		v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-take > button + button:disabled')`, soon))
		v.must(v.Press(KeyEscape))
		v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))
	}
	v.must(v.Eval(printedJS, nil))
	v.must(v.Press("h"))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-take > button')`, soon))
	print := func(paper string) {
		v.must(v.Eval(`window.handed = false; const s = document.querySelector('dialog[open] select'); s.value = arguments[0]; document.querySelector('dialog[open] .rf-take > button').click()`, nil, paper))
	}
	print("letter")
	v.handout(0)
	print("a4")
	v.must(v.WaitFor(`window.handed`, soon))
	var odd []string // each page ends with a picture of its own, and shows none twice; an exercise can be found from paper
	v.must(v.Eval(`const pages = [...document.querySelector('iframe[data-handout]').contentDocument.querySelectorAll('section')];
		const pictures = pages.map(s => [...s.querySelectorAll('figure')].map(f => f.innerHTML.replace(/sheet\d+x\d+/g, ''))), last = pictures.map(p => p.at(-1));
		return [...pages.keys()].filter(i => new Set(pictures[i]).size < pictures[i].length || last[i] && last.indexOf(last[i]) < i || pages[i].querySelector('ol.questions') && !pages[i].querySelector('.where > svg + a')).map(i => 'page ' + (i + 1))`, &odd))
	if len(odd) > 0 {
		v.Errorf("pictures twice, or exercises without an address: %q", odd)
	}
	text, pages := v.handout(len(deck.Scenes) + 2)
	if pages != 0 && pages != len(deck.Scenes)+2 {
		v.Errorf("%d sheets are printed on %d pages", len(deck.Scenes)+2, pages)
	}
	if text != "" {
		flat := sansLigatures(strings.Join(strings.Fields(text), " "))
		for _, s := range deck.Scenes {
			if title := strings.ReplaceAll(s.Title, "_", ""); !strings.Contains(flat, sansLigatures(title)) {
				v.Errorf("%q is not in the handout", title)
			}
		}
		for _, want := range []string{"Answers", "Exercises", v.site.URL + "/#", "the left secant at x = 0.5", "so there is none that works for all points"} {
			if !strings.Contains(flat, want) {
				v.Errorf("%q is not in the handout", want)
			}
		}
		for i, page := range strings.Split(text, "\f")[:min(len(deck.Scenes), pages)] { // each scene has its page
			if !strings.Contains(page, "/ "+strconv.Itoa(len(deck.Scenes))) {
				v.Errorf("page %d is not the page of a scene: %.80q", i+1, page)
			}
		}
	}
	v.lecture("/lecture.html#lang=de&cut=short") // exercises are in the deck's language
	v.must(v.Eval(printedJS, nil))
	v.must(v.Press("h"))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-take > button')`, soon))
	print("a4")
	v.must(v.WaitFor(`window.handed`, soon))
	var german []string
	v.must(v.Eval(`return [...document.querySelector('iframe[data-handout]').contentDocument.querySelectorAll('ol > li:first-child')].map(li => li.textContent + li.querySelector('a').href + li.closest('[lang]').lang)`, &german))
	if all := strings.Join(german, "\n"); len(german) != 2 || !strings.Contains(german[0], "hat die linke Sekante in x = 0,5 die Steigung 0,5") || !strings.Contains(german[1], "In x = 0,25") || strings.Count(all, "lang=dede") != 2 {
		v.Errorf("the exercises in German are %q", german)
	}
	v.load("/?lang=de#fn=abs&lens=sub&x=0&g=0.5")
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.must(v.Eval(printedJS, nil))
	v.must(v.Eval(`import('./handout.js').then(h => h.printState(document.querySelector('[data-relu-figure]')))`, nil))
	text, pages = v.handout(1)
	if pages > 1 {
		v.Errorf("a state is printed on %d pages", pages)
	}
	if text != "" && !strings.Contains(text, "#fn=abs&lens=sub&x=0&g=0.5") {
		v.Errorf("the address is not on the page: %.400q", text)
	}
	v.clean()
}

// sansLigatures is a text without what Firefox writes as ligatures, whose letters a
// PDF need not tell.
func sansLigatures(s string) string {
	return strings.NewReplacer("ffi", "", "ff", "", "fi", "", "fl", "", "\ufffd", "", "ﬃ", "", "ﬀ", "", "ﬁ", "", "ﬂ", "").Replace(s)
}
