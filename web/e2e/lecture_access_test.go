//go:build !js

package e2e

import (
	"strings"
)

// tryLectureGerman reads the lecture and the speaker's window in German.
func tryLectureGerman(v *visit) {
	v.lecture("/lecture.html#lang=de")
	v.must(v.WaitFor(`document.documentElement.lang === 'de' && document.title.includes('Eine Rampe mit Knick') && document.querySelector('.lec-say').textContent.includes('links flach')`, soon))
	v.must(v.Eval(`dispatchEvent(Object.assign(new Event('drop', {cancelable: true}), {dataTransfer: {files: [new File(['[]'], 'x.json')]}}))`, nil))
	v.must(v.WaitFor(`document.querySelector('.lec-trouble')?.textContent.includes('Zeile 1: ein Foliensatz muss ein Objekt')`, soon))
	v.must(v.Press(KeyEscape))
	// What is recorded is of no language.
	v.must(v.Press("d"))
	v.must(v.WaitFor(`document.querySelector('.lec-json') && !document.querySelector('.lec-json').value.includes('lang=')`, soon))
	v.must(v.Press(KeyEscape))
	v.load("/pair.html?de")
	v.must(v.WaitFor(`frames[0].document.querySelector('[data-lecture="ready"]')`, soon))
	v.must(v.Eval(`frames[0].location.hash = 'lang=de&scene=2'`, nil))
	v.must(v.WaitFor(`frames[1].document.querySelector('.notes-title').textContent === '2. Wie groß ist die Steigung bei 0?'`, soon))
	v.must(v.WaitFor(`frames[1].document.querySelector('[data-go="next"]').textContent === 'Weiter →' && frames[1].document.querySelector('.notes-plan').textContent.startsWith('Szene 2 von 16')`, soon))
}

// tryTwoLectures has two lectures open: a speaker's window moves its own only,
// by buttons and by keys.
func tryTwoLectures(v *visit) {
	v.load("/pair.html?two")
	v.must(v.WaitFor(`frames[1].document.querySelector('.notes-title')?.textContent.startsWith('1. ')`, soon))
	v.must(v.Eval(`document.body.append(Object.assign(document.createElement('iframe'), {src: 'lecture.html#scene=4', title: 'another', style: 'width:800px;height:450px'}))`, nil))
	v.must(v.WaitFor(`frames[2]?.document.querySelector('[data-lecture="ready"]')`, soon))
	press := func(key string) {
		v.must(v.Eval(`frames[1].dispatchEvent(new frames[1].KeyboardEvent('keydown', {key: arguments[0], cancelable: true}))`, nil, key))
	}
	press("9")
	v.must(v.WaitFor(`frames[0].location.hash === '#scene=9'`, soon))
	press("n")
	v.must(v.WaitFor(`frames[0].location.hash === '#scene=9&step=1'`, soon))
	press("q")
	v.must(v.WaitFor(`frames[0].document.querySelector('.lec-qr-local')`, soon)) // and says that phones cannot reach it
	v.must(v.Eval(`frames[0].document.querySelector('dialog').close()`, nil))
	press("7")
	v.must(v.WaitFor(`frames[0].location.hash === '#scene=7' && !frames[1].document.querySelector('.notes-table').hidden`, soon))
	var other string
	v.must(v.Eval(`return frames[2].location.hash`, &other))
	if other != "#scene=4" {
		v.Errorf("the other lecture is at %q", other)
	}
	// Which lecture it follows can be seen, and changed.
	const which = `frames[1].document.querySelector('.notes-which')`
	v.must(v.WaitFor(`(w => !w.hidden && w.querySelectorAll('option').length === 2 && w.querySelector('option:checked').textContent.includes('7. '))(`+which+`)`, soon))
	v.must(v.Eval(`const s = `+which+`.querySelector('select'); s.selectedIndex = 1 - s.selectedIndex; s.dispatchEvent(new frames[1].Event('change'))`, nil))
	v.must(v.WaitFor(`frames[1].document.querySelector('.notes-title').textContent.startsWith('4. ')`, soon))
	press("n")
	v.must(v.WaitFor(`frames[2].location.hash === '#scene=4&step=1' && frames[0].location.hash === '#scene=7'`, soon))
	v.must(v.Eval(`document.querySelectorAll('iframe')[2].remove()`, nil))
	v.must(v.WaitFor(which+`.hidden`, soon))
	v.must(v.Eval(`sessionStorage.clear()`, nil))
}

// lectureOverlaps are the parts of a lecture that lie over one another.
const lectureOverlaps = `(() => {
	const seen = [...document.querySelectorAll('.lec-title, .rf-question, .lec-say, .lec-number, .lec-heading, .lec-table table, .lec-source, .relu-figure .rf-caption, .rf-secants, .rf-equation, .rf-word, .rf-handle')].filter(e => e.getClientRects().length && e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().height > 4 && !e.classList.contains('rf-unseen'));
	const words = e => {
		const r = document.createRange();
		r.selectNodeContents(e);
		const {left, right, top, bottom} = e.matches('.rf-handle, table') ? e.getBoundingClientRect() : r.getBoundingClientRect();
		return {left, right, top, bottom: Math.min(bottom, e.closest('.lec-table')?.getBoundingClientRect().bottom ?? bottom)}; // what is further down is scrolled to
	};
	const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
	const foot = [...document.querySelectorAll('.lec-say, .lec-title, .lec-heading')].filter(e => seen.includes(e));
	const out = [];
	for (const a of foot) for (const b of seen) if (a !== b && over(words(a), words(b))) out.push(a.className + ' over ' + b.className);
	return out;
})()`

// tryLectureSmall is the lecture at 400 % and with wide letters: nothing lies
// over anything, nothing scrolls sideways, and hands are large enough.
func tryLectureSmall(v *visit) {
	v.lecture("/lecture.html")
	v.must(v.Eval(`document.head.append(Object.assign(document.createElement('style'), {id: 'spaced', textContent: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'}))`, nil))
	for _, size := range []Screen{{W: 320, H: 256}, {W: 640, H: 360}, {W: 390, H: 844}, {W: 800, H: 600}, {W: 1280, H: 720}} {
		v.must(v.Emulate(size))
		for _, scene := range []int{1, 2, 7, 9, 14, 16} {
			v.must(v.Eval(`location.hash = 'scene=' + arguments[0]`, nil, scene))
			v.waitScene(scene, 0)
			for _, spaced := range []bool{false, true} {
				v.must(v.Eval(`document.querySelector('#spaced').disabled = !arguments[0]`, nil, spaced))
				v.must(v.Settle(soon))
				var bad []string
				v.must(v.Eval(`return `+lectureOverlaps, &bad))
				if len(bad) > 0 {
					v.Errorf("%v, spaced %v, scene %d: %q", size, spaced, scene, bad)
				}
				var wide, least float64
				v.must(v.Eval(`return document.scrollingElement.scrollWidth - innerWidth`, &wide))
				v.must(v.Eval(`return Math.min(...[...document.querySelectorAll('.rf-handle, .lec-bar > button, .rf-steps > button')].filter(e => e.getClientRects().length).map(e => Math.min(e.offsetWidth, e.offsetHeight)))`, &least))
				if wide > 0 || least < 24 {
					v.Errorf("%v, spaced %v, scene %d: %v px sideways, the least target is %v px", size, spaced, scene, wide, least)
				}
				var heads int
				v.must(v.Eval(`return [...document.querySelectorAll('h1.lec-title')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.textContent).length`, &heads))
				if heads != 1 {
					v.Errorf("%v, scene %d: %d titles", size, scene, heads)
				}
			}
		}
	}
	v.must(v.Emulate(Screen{W: 1280, H: 720}))
	v.lecture("/lecture.html#scene=3")
	v.must(v.Emulate(Screen{W: 500, H: 700})) // and back, while it runs
	v.waitRoot(`root.dataset.layout === 'phone'`)
	v.must(v.Emulate(Screen{W: 1280, H: 720}))
	v.waitRoot(`root.dataset.layout === 'projector'`)
}

// tryLectureHands is what readers, speakers and hands need: scenes are said,
// single letters can be switched off, the light works on terms, and nothing
// is in the way while it is on.
func tryLectureHands(v *visit) {
	v.lecture("/lecture.html#scene=7")
	said := func(words string) {
		v.Helper()
		v.must(v.WaitFor(`document.querySelector('.lec-spoken[role=status]').textContent.includes(arguments[0])`, soon, words))
	}
	said("7. What programs return at 0. A program must")
	var readouts int
	v.must(v.Eval(`return [...document.querySelectorAll('.rf-readouts output')].filter(e => e.checkVisibility({visibilityProperty: true})).length`, &readouts))
	if readouts > 0 {
		v.Error("a table has readouts")
	}
	// The sentence is on top of the table, not under it.
	var top string
	v.must(v.Eval(`const foot = document.querySelector('.lec-foot'); foot.style.pointerEvents = 'auto'; const r = document.querySelector('.lec-say').getBoundingClientRect(), at = document.elementFromPoint(r.x + 5, r.y + r.height / 2); foot.style.pointerEvents = ''; return at.className`, &top))
	if !strings.Contains(top, "lec-say") {
		v.Errorf("over the sentence is %q", top)
	}
	v.must(v.Press("n"))
	v.waitScene(7, 1)
	said("It depends on the library")
	v.must(v.Press("n"))
	v.waitScene(7, 2)
	said("Versions and sources")
	v.must(v.Press("n"))
	v.waitScene(8, 0)
	said("8. Two ramps make a straight line")

	v.must(v.Press("?"))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-switch input')`, soon))
	v.must(v.Eval(`document.querySelector('.rf-switch input').click()`, nil))
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))
	v.must(v.Press("n", "5", "?", KeyRight)) // only the last is one
	v.waitScene(8, 1)
	v.must(v.Eval(`document.querySelector('.lec-bar button:last-child').click()`, nil))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-switch input')?.checked === false`, soon))
	v.must(v.Eval(`document.querySelector('.rf-switch input').click()`, nil))
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))

	// Arrows go along the toolbar, and black keeps the focus.
	v.must(v.Eval(`document.querySelector('.lec-bar button').focus()`, nil))
	v.must(v.Press(KeyDown, KeyDown))
	v.must(v.WaitFor(`document.activeElement.matches('.lec-bar button:nth-child(3)')`, soon))
	v.must(v.Press("b"))
	v.must(v.WaitFor(`document.querySelector('.lec-black') && !document.activeElement.matches('button')`, soon))
	v.must(v.Press("b"))
	v.must(v.WaitFor(`!document.querySelector('.lec-black')`, soon))

	v.must(v.Press("1", "0"))
	v.waitScene(10, 0)
	v.must(v.Settle(soon))
	at := v.centre(".rf-target")
	v.must(v.Hold(Mouse, Stroke{at, {at.X + 3, at.Y}}))
	v.must(v.WaitFor(`document.querySelector('.lec-laser') && getComputedStyle(document.querySelector('.lec-bar')).opacity === '0' && getComputedStyle(document.querySelector('.rf-header')).opacity === '0'`, soon))
	v.must(v.Lift(Mouse))
	v.LetGo()
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	v.clean()
}
