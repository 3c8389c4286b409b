//go:build !js

package e2e

import (
	"fmt"
	"strings"
)

// fieldJS and wrongJS are the field for a formula and the sentence under it.
const (
	fieldJS = `root.querySelector('.rf-field')`
	wrongJS = `root.querySelector('#rf-wrong')`
)

// tryFormula writes a function of one's own: by keys, with a mistake, by pasting, from
// the examples; and gives one to an element of somebody's page.
func tryFormula(v *visit) {
	v.open("/#lens=sub&x=0")
	v.must(v.Click(v.centre(".rf-pick")))
	v.waitRoot(optionsJS + `.length > 0`)
	v.must(v.Click(v.centre(".rf-field")))
	v.waitRoot(`document.activeElement === ` + fieldJS)
	v.writes("|x| + |x-1|")
	v.waitRoot(`root.querySelector('.rf-formula math')?.textContent.includes('|x|+|x−1|')`)
	v.waitReadout("slope", "null")
	v.waitReadout("interval", "[-2,0]")
	v.asked("|x| + |x - 1|")
	v.waitRoot(fieldJS+`.value === arguments[0] && root.querySelectorAll('[role="option"][aria-selected="true"]').length === 0`, "|x| + |x-1|")

	// A mistake is told, and changes nothing.
	v.writes("+y")
	v.waitRoot(fieldJS + `.getAttribute('aria-invalid') === 'true' && ` + wrongJS + `.textContent.startsWith('y is not known here')`)
	v.waitRoot(fieldJS + `.getAttribute('aria-describedby') === ` + wrongJS + `.id && root.querySelector('.rf-live').textContent === ` + wrongJS + `.textContent`)
	v.waitReadout("interval", "[-2,0]")
	v.asked("|x| + |x - 1|")
	v.must(v.Press(KeyEnter)) // there is something to mend
	v.waitRoot(`document.activeElement === ` + fieldJS)
	v.must(v.Press(keyBackspace, keyBackspace))
	v.waitRoot(fieldJS + `.getAttribute('aria-invalid') === 'false' && !` + wrongJS + `.textContent && root.querySelector('.rf-formula').getClientRects().length === 1`)

	// A text without mistakes that is no function.
	v.pastes("1/x")
	v.waitRoot(fieldJS + `.getAttribute('aria-invalid') === 'true' && ` + wrongJS + `.textContent.includes('not integrable')`)
	v.asked("|x| + |x - 1|")
	v.pastes("x|x|")
	v.waitReadout("slope", "0")
	v.asked("x|x|")

	// An example takes the place of the text, can be undone, and leaves the focus.
	v.must(v.Click(v.centre(`.rf-example[data-text="relu(1-|x|)"]`)))
	v.asked("relu(1 - |x|)")
	v.waitRoot(fieldJS + `.value === 'relu(1-|x|)' && document.activeElement === ` + fieldJS)
	v.must(v.Eval(`return document.execCommand('undo')`, nil))
	v.waitRoot(fieldJS + `.value === 'x|x|'`)
	v.asked("x|x|")

	// Enter and Escape close, and keep what is shown.
	v.must(v.Press(KeyEnter))
	v.waitRoot(optionsJS + `.length === 0 && document.activeElement === root.querySelector('.rf-pick')`)
	v.must(v.Press(KeyEnter))
	v.waitRoot(`document.activeElement === ` + fieldJS + ` && ` + fieldJS + `.value === 'x|x|'`)
	v.must(v.Press(KeyEscape))
	v.waitRoot(optionsJS + `.length === 0 && document.activeElement === root.querySelector('.rf-pick')`)
	v.asked("x|x|")

	// By keys alone: below the last function is the field, above the field is it.
	v.visitLink("lens=sub&x=0&fn=cantor")
	v.must(v.Press(KeyEnter))
	v.waitRoot(`document.activeElement?.dataset.fn === 'cantor'`)
	v.must(v.Press(KeyDown))
	v.waitRoot(`document.activeElement === ` + fieldJS)
	v.must(v.Press(KeyHome, KeyUp))
	v.waitRoot(`document.activeElement?.dataset.fn === 'cantor'`)
	v.must(v.Press(KeyTab))
	v.waitRoot(`document.activeElement === ` + fieldJS)
	v.pastes("max(0, x)?")
	v.must(v.Press(KeyEscape))

	// A link changes the text of the field, and a reload keeps the function.
	v.visitLink("f=min(1,|x|)&x=0")
	v.waitRoot(fieldJS + `.value === 'min(1, |x|)' && ` + fieldJS + `.getAttribute('aria-invalid') === 'false' && root.querySelector('.rf-pick').dataset.tip === 'f(x) = min(1, |x|)'`)
	v.open("/#" + v.hash())
	v.waitRoot(fieldJS + `.value === 'min(1, |x|)'`)
	v.waitReadout("slope", "null")
	v.must(v.Click(v.centre(".rf-pick")))
	v.waitRoot(`document.activeElement === ` + fieldJS)
	v.must(v.Press(KeyEscape))
	v.longFormula()
	v.clean()
	v.formulaOfElement()
	v.formulaInLecture()
}

const keyBackspace = "\uE003"

// longFormula has a name too long for every header: it is cut, and pushes nothing.
func (v *visit) longFormula() {
	v.Helper()
	tabs := `[...root.querySelectorAll('.rf-tab')].map(e => Math.round(e.getBoundingClientRect().x)).join()`
	for _, screen := range []Screen{{W: 1280, H: 800}, {W: 1024, H: 768}, {W: 720, H: 420}, {W: 390, H: 844}} {
		if v.Emulate(screen) != nil {
			continue // a window of WebKit cannot be as small
		}
		v.visitLink("fn=abs&x=0")
		var before, after string
		var wide float64
		v.inRoot(0, tabs, &before)
		v.visitLink("x=0&f=" + strings.Repeat("max(0,x)%2B", 20) + "1")
		v.inRoot(0, tabs, &after)
		v.inRoot(0, `(p => p.getBoundingClientRect().right - root.querySelector('.rf-chrome').getBoundingClientRect().x)(root.querySelector('.rf-pick'))`, &wide)
		if before != after && screen.W != 720 { // where the formula has the room that a short name leaves
			v.Errorf("%d px wide: a long formula moves the tabs from %s to %s", screen.W, before, after)
		}
		if wide > 0 {
			v.Errorf("%d px wide: a long formula reaches %v px into the buttons", screen.W, wide)
		}
	}
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
}

// formulaOfElement has a function of one's own in an element: as an attribute, with
// every character that an address takes for something else, and as a property.
func (v *visit) formulaOfElement() {
	v.Helper()
	v.load("/formula.html")
	v.must(v.Eval(`window.f = document.getElementById('f'); window.keys = []; window.inputs = 0;
		document.addEventListener('keydown', e => window.keys.push(e.key)); document.addEventListener('input', () => window.inputs++)`, nil))
	v.waitHost(`root.dataset.state === 'ready'`)
	v.must(v.WaitFor(`f.readout && f.readout.value === 2`, soon)) // at 1
	v.must(v.Eval(`f.addEventListener('change', e => { window.last = e.detail.state; }); f.f = 'x^2 + |x|'`, nil))
	v.must(v.WaitFor(`f.readout.value === 2 && window.last?.f === 'x^2 + |x|' && window.last.fn === null && f.getAttribute('f') === 'x^2 + |x|'`, soon))
	v.must(v.Eval(`f.fn = 'abs'`, nil))
	v.must(v.WaitFor(`f.readout.value === 1 && window.last.f === null && window.last.fn === 'abs' && !f.hasAttribute('f') && f.fn === 'abs'`, soon))
	v.must(v.Eval(`f.set({f: 'a x + 1', a: -2, x: 1})`, nil))
	v.must(v.WaitFor(`f.readout.value === -1 && f.f === 'ax + 1' && !f.hasAttribute('fn')`, soon))
	v.must(v.Eval(`window.errors = []; f.addEventListener('error', e => window.errors.push(e.detail.message)); f.f = '1/x'`, nil))
	v.must(v.WaitFor(`window.errors.length === 1 && window.errors[0].startsWith('f=1/x is not a function') && f.f === 'ax + 1'`, soon))
	// What is typed into the field is no key of the page.
	v.must(v.Eval(`const root = `+rootJS+`; root.querySelector('.rf-pick').focus()`, nil))
	v.must(v.Press(KeyEnter))
	v.waitHost(`root.getRootNode().activeElement === ` + fieldJS)
	v.must(v.Eval(`window.keys = []; `+fieldJS2+`.select()`, nil))
	v.writes("s n? +x")
	v.must(v.Eval(fieldJS2+`.select()`, nil))
	v.writes("2x")
	v.must(v.WaitFor(`f.f === '2x' && window.keys.length === 0 && window.inputs === 0`, soon))
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`window.keys.length === 0`, soon))
	// Taken out and put back it is as it was, but for what has been set meanwhile.
	v.must(v.Eval(`window.place = f.parentNode; f.remove(); return new Promise(done => setTimeout(() => { place.prepend(f); done() }))`, nil))
	v.waitHost(`root.dataset.state === 'ready' && new URLSearchParams(root.dataset.link).get('f') === '2x'`)
	errs, err := v.Errors()
	v.must(err)
	for _, e := range errs {
		if !strings.Contains(e, "f=1/x") && e != "error: error" { // which is that event
			v.Errorf("the page reported %q", e)
		}
	}
}

const fieldJS2 = `(root => ` + fieldJS + `)(` + rootJS + `)`

// formulaInLecture has no key of the field turn a page of the lecture.
func (v *visit) formulaInLecture() {
	v.Helper()
	v.lecture("/lecture.html#deck=own.json&scene=2")
	v.must(v.Eval(`const root = `+rootJS+`; root.querySelector('.rf-pick').focus(); root.querySelector('.rf-pick').click()`, nil))
	v.waitRoot(optionsJS + `.length > 0`)
	v.must(v.Eval(fieldJS2+`.focus()`, nil))
	v.writes("n b? s.x ")
	v.must(v.Press(KeyRight, KeyLeft))
	v.must(v.Settle(soon))
	v.waitRoot(fieldJS+`.value === arguments[0] && new URLSearchParams(location.hash.slice(1)).get('scene') === '2' && !document.querySelector('dialog[open]')`, "n b? s.x ")
	v.must(v.Press(KeyEscape))
	v.waitRoot(optionsJS + `.length === 0`)
}

// writes types a text into what has the focus.
func (v *visit) writes(text string) {
	v.Helper()
	for _, r := range text {
		v.must(v.Press(string(r)))
	}
}

// pastes puts a text in place of what the field says, as from a clipboard.
func (v *visit) pastes(text string) {
	v.Helper()
	var done bool
	v.must(v.Eval(`const f = `+fieldJS2+`; f.focus(); f.select(); return document.execCommand('insertText', false, arguments[0])`, &done, text))
	if !done {
		v.Fatal("nothing can be pasted")
	}
}

// asked waits until the address asks for a formula, whatever spaces it leaves out.
func (v *visit) asked(formula string) {
	v.Helper()
	err := v.WaitFor(`new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')).get('f')?.replaceAll(' ', '') === arguments[0].replaceAll(' ', '')`, soon, formula)
	if err != nil {
		v.Fatal(fmt.Errorf("the address is %q, want the formula %s", v.hash(), formula))
	}
}
