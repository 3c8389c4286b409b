//go:build !js

package e2e

import (
	"fmt"
	"strings"
)

// lecture opens the lecture at a hash and waits until it can be given.
func (v *visit) lecture(address string) {
	v.Helper()
	v.load(address)
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
	v.must(v.Settle(soon))
}

// waitScene waits until the lecture is at a step of a scene.
func (v *visit) waitScene(scene, step int) {
	v.Helper()
	want := fmt.Sprintf("scene=%d", scene)
	if step > 0 {
		want += fmt.Sprintf("&step=%d", step)
	}
	if err := v.WaitFor(`location.hash === '#' + arguments[0]`, soon, want); err != nil {
		v.Fatalf("at %q, want %q", v.hash(), want)
	}
}

// tryLecture presses every key of the lecture.
func tryLecture(v *visit) {
	v.lecture("/lecture.html")
	v.waitScene(1, 0)
	v.waitReadout("point", `{"x": 1.4, "y": 1.4}`)
	v.must(v.Press(KeyRight, KeyRight))
	v.waitScene(1, 2)
	v.waitReadout("point", `{"x": -1.2, "y": 0}`)
	v.must(v.Press(KeySpace))
	v.waitScene(1, 3)
	v.must(v.Press("3"))
	v.waitScene(3, 0)
	v.must(v.Press(KeyPageDown, "n"))
	v.waitScene(3, 2)
	v.must(v.Press(KeyPageDown, KeyLeft))
	v.waitScene(3, 2)
	v.waitRoot(`root.dataset.link.includes('h=0.25')`)
	v.must(v.Press("p", KeyPageUp, KeyPageUp)) // a scene that is gone back to is at its end
	v.waitScene(2, 3)
	v.must(v.Press(KeyPageUp, KeyPageUp, KeyPageUp, KeyPageUp))
	v.waitScene(1, 4)
	v.waitReadout("point", `{"x": 0, "y": 0}`)

	v.must(v.Press("6"))
	v.waitScene(6, 0)
	v.must(v.Press("1", "4"))
	v.waitScene(14, 0)
	v.selected("compare")
	v.must(v.Press("1", "5", KeyRight, KeyRight, KeyRight, KeyRight, KeyRight, KeyRight, KeyRight, KeyRight))
	v.waitScene(16, 1) // the end is the end
	v.must(v.Press("1", KeyEnter))
	v.waitScene(1, 0)

	// A hand may play with a scene; then the keys go on, and R is the scene again.
	v.must(v.Settle(soon))
	at := v.slider("x")
	v.must(v.Drag(Mouse, Stroke{at, {at.X - 60, at.Y + 60}}))
	v.waitRoot(`JSON.parse(root.querySelector('[data-readout="point"]').dataset.value).x < 1.3`)
	v.must(v.Press("r"))
	v.waitReadout("point", `{"x": 1.4, "y": 1.4}`)
	v.must(v.Settle(soon))
	v.must(v.Drag(Mouse, Stroke{at, {at.X - 60, at.Y + 60}}))
	v.must(v.Press(KeyRight, KeyRight))
	v.waitScene(1, 2)
	// With Tab a handle has the arrows.
	v.must(v.Settle(soon))
	v.focus("x")
	v.must(v.Press(KeyRight))
	v.waitReadout("point", `{"x": -1.1, "y": 0}`)
	v.waitScene(1, 2)
	v.must(v.Eval(`document.activeElement.blur()`, nil))

	// What may not be touched is not there.
	var others int
	v.inRoot(0, `[...root.querySelectorAll('.rf-handle')].filter(h => !['x', 'h'].includes(h.dataset.control) && h.getClientRects().length).length`, &others)
	if others > 0 {
		v.Errorf("%d handles are there that scene 1 leaves out", others)
	}

	for _, key := range []string{"b", "."} {
		v.must(v.Press(key))
		v.must(v.WaitFor(`document.querySelector('.lec-black')`, soon))
		v.must(v.Press(key))
		v.must(v.WaitFor(`!document.querySelector('.lec-black')`, soon))
	}
	for _, key := range []string{"?", "q", "d"} {
		v.must(v.Press(key))
		v.must(v.WaitFor(`document.querySelector('dialog[open]')`, soon))
		if key == "q" {
			var link string
			v.must(v.Eval(`return document.querySelector('.lec-qr-link a').href`, &link))
			if want := v.site.URL + "/#x="; !strings.HasPrefix(link, want) || strings.Contains(link, "lecture") || !strings.Contains(link, "hide=labels") {
				v.Errorf("the code leads to %q, want %q…", link, want)
			}
		}
		v.must(v.Press(KeyRight)) // does not reach the scenes
		v.must(v.Press(KeyEscape))
		v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))
	}
	v.waitScene(1, 2)
	v.must(v.Eval(`window.opened = []; window.open = (...a) => opened.push(a[0]); document.documentElement.requestFullscreen = async () => opened.push('full')`, nil))
	v.must(v.Press("s", "f"))
	v.must(v.WaitFor(`/^notes\.html#lecture=\w+&lang=en,full$/.test(opened.join())`, soon))

	// A laser pointer, while the pointer is down beside the handles.
	free := v.free()
	v.must(v.Hold(Mouse, Stroke{free, {free.X + 10, free.Y + 10}}))
	v.must(v.WaitFor(`document.querySelector('.lec-laser')`, soon))
	v.must(v.Lift(Mouse))
	v.LetGo()
	v.must(v.WaitFor(`!document.querySelector('.lec-laser')`, soon))

	v.must(v.WaitFor(`document.documentElement.scrollHeight <= innerHeight`, soon))
	// A table is shown instead of the figure.
	v.must(v.Press("7"))
	v.waitScene(7, 0)
	v.must(v.WaitFor(`document.querySelector('.lec-table').getClientRects().length && document.querySelectorAll('.lec-table tbody tr').length === 5 && document.querySelectorAll('.lec-table thead th:not([data-late])').length === 1 && document.querySelector('.lec-source[data-late]')`, soon))
	v.must(v.Press(KeyRight)) // slopes
	v.waitScene(7, 1)
	v.must(v.WaitFor(`document.querySelectorAll('.lec-table thead th:not([data-late])').length === 2 && [...document.querySelectorAll('.lec-table [data-late]')].every(e => getComputedStyle(e).visibility === 'hidden')`, soon))
	v.must(v.Press(KeyRight)) // versions and sources
	v.waitScene(7, 2)
	v.must(v.WaitFor(`!document.querySelector('.lec-table [data-late]') && document.querySelectorAll('.lec-table thead th').length === 3 && document.querySelector('.lec-source').textContent.includes('arXiv')`, soon))
	v.must(v.Press("9"))
	v.waitScene(9, 0)
	v.selected("dist")
	// Escape asks before it leaves, and any other key goes on.
	const asks = `document.querySelector('.lec-notice[data-passing]')`
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(asks, soon))
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`!`+asks, soon))
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(asks, soon))
	v.must(v.Press("x")) // which does nothing else
	v.must(v.WaitFor(`!`+asks, soon))
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(asks+`?.contains(document.activeElement)`, soon))
	v.must(v.Press(" "))
	v.must(v.WaitFor(`!`+asks, soon))
	v.waitScene(9, 1)
	v.clean()
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(asks, soon))
	v.must(v.Eval(asks+`.querySelector('button').click()`, nil))
	v.must(v.WaitFor(`location.pathname === '/' && location.hash.includes('lens=dist') && location.hash.includes('hide=cases') && document.querySelector('.rf-reveal:not([hidden])')`, soon))
}

// tryNotes has the lecture and the speaker's window side by side, and reloads
// either.
func tryNotes(v *visit) {
	v.load("/pair.html")
	const inside = `(n => frames[n].document)`
	at := func(scene int) {
		v.Helper()
		v.must(v.WaitFor(fmt.Sprintf(`%s(1).querySelector('.notes-title').textContent.startsWith('%d. ')`, inside, scene), soon))
	}
	v.must(v.WaitFor(inside+`(0).querySelector('[data-lecture="ready"]')`, soon))
	at(1)
	v.must(v.Eval(inside+`(1).querySelector('[data-go="next"]').click()`, nil))
	v.must(v.WaitFor(`frames[0].location.hash === '#scene=1&step=1'`, soon))
	v.must(v.WaitFor(inside+`(1).querySelector('.notes-next').textContent.startsWith('And here')`, soon))
	v.must(v.WaitFor(inside+`(1).querySelector('.notes-press').textContent === 'Next press: step 2 of 4' && `+inside+`(1).querySelector('.notes-picture:not([hidden]) svg metadata').textContent.includes('x=-1.2')`, soon))
	v.must(v.Eval(inside+`(1).querySelector('[data-go="next"]').click()`, nil))
	v.must(v.WaitFor(inside+`(1).querySelector('.notes-press').textContent === 'Next press: step 3 of 4, which reveals the answer'`, soon))
	// The clock is the lecture's, and goes on whatever is loaded anew.
	var began float64
	v.must(v.WaitFor(`frames[0].history.state.began > 0`, soon))
	v.must(v.Eval(`return frames[0].history.state.began`, &began))
	v.must(v.Eval(`frames[0].location.hash = '#scene=5'`, nil))
	at(5)
	v.must(v.WaitFor(inside+`(1).querySelector('.relu-figure')?.dataset.link?.includes('lens=sub')`, soon)) // in small
	v.must(v.Eval(`frames[0].location.hash = '#scene=9'`, nil))
	at(9)
	reload := func(n int) {
		v.Helper()
		v.must(v.Eval(fmt.Sprintf(`frames[%d].old = true; frames[%[1]d].location.reload()`, n), nil))
		v.must(v.WaitFor(fmt.Sprintf(`!frames[%d].old && frames[%[1]d].document.readyState === 'complete'`, n), soon))
	}
	reload(1)
	at(9)
	reload(0)
	v.must(v.WaitFor(inside+`(0).querySelector('[data-lecture="ready"]')`, soon))
	v.must(v.Eval(inside+`(1).querySelector('[data-go="previous"]').click()`, nil))
	at(8)
	v.must(v.Eval(inside+`(1).querySelector('[data-go="black"]').click()`, nil))
	v.must(v.WaitFor(inside+`(0).querySelector('.lec-black')`, soon))
	reload(0) // it is at the same step, and not black
	v.must(v.WaitFor(inside+`(0).querySelector('[data-lecture="ready"]') && !`+inside+`(0).querySelector('.lec-black') && frames[0].location.hash === '#scene=8&step=1'`, soon))
	var still float64
	if v.must(v.Eval(`return frames[0].history.state.began`, &still)); still != began {
		v.Errorf("the lecture began at %v, and after it was loaded anew at %v", began, still)
	}
	var clock string
	v.must(v.WaitFor(inside+`(1).querySelector('.notes-time').textContent !== '0:00'`, soon))
	v.must(v.Eval(`return `+inside+`(1).querySelector('.notes-plan').textContent`, &clock))
	if !strings.Contains(clock, "scene 8 of 16") {
		v.Errorf("the plan says %q", clock)
	}
	// A vote can be counted from here, too.
	v.must(v.Eval(`frames[0].location.hash = '#scene=2'`, nil))
	at(2)
	v.must(v.Eval(inside+`(1).querySelector('.notes-vote button:last-of-type').click()`, nil))
	v.must(v.WaitFor(inside+`(0).querySelector('.lec-count').textContent === '1' && `+inside+`(1).querySelector('.lec-count').textContent === '1'`, soon))
	v.must(v.Eval(`frames[1].dispatchEvent(new frames[1].KeyboardEvent('keydown', {key: '8', cancelable: true}))`, nil))
	v.must(v.WaitFor(inside+`(0).querySelector('.lec-count').textContent === '8' && `+inside+`(1).querySelector('.lec-count').textContent === '8'`, soon))
	v.must(v.Eval(inside+`(1).querySelector('[data-clock]').click()`, nil))
	v.must(v.WaitFor(`frames[0].history.state.began === 0`, soon))
	v.must(v.Eval(`sessionStorage.clear()`, nil))
}

// tryDecks drops decks of one's own on the lecture: good, with mistakes, and
// none at all.
func tryDecks(v *visit) {
	v.lecture("/lecture.html")
	drop := func(deck string) {
		v.Helper()
		v.must(v.Eval(`const d = new DataTransfer(); d.items.add(new File([arguments[0]], 'deck.json', {type: 'application/json'}));
			dispatchEvent(new DragEvent('drop', {dataTransfer: d, bubbles: true, cancelable: true}))`, nil, deck))
	}
	trouble := func(words ...string) {
		v.Helper()
		v.must(v.WaitFor(`(t => arguments[0].every(w => t.includes(w)))(document.querySelector('.lec-trouble')?.textContent ?? '')`, soon, words))
	}
	shown := func(title string) {
		v.Helper()
		v.must(v.WaitFor(`document.querySelector('.rf-question').textContent === arguments[0]`, soon, title))
	}
	drop("{\"title\": \"Mine\", \"scenes\": [\n{\"title\": \"_f_ is mine\", \"figure\": \"fn=abs&lens=sub&x=0\"},\n{\"title\": 7},\n{\"title\": \"x<img src=x onerror=alert(1)>\", \"figure\": \"x=9\", \"colour\": \"red\"},\n{\"title\": \"V\", \"vote\": {\"name\": \"n\", \"choices\": [\"a\", \"b\"], \"size\": 3}, \"table\": {\"head\": [\"h\"], \"rows\": [[\"r\"]], \"foot\": []}}\n]}")
	shown("f is mine")
	trouble("line 3: title must be a string", "line 4: unknown key \"colour\" in a scene", "line 5: unknown key \"size\" in vote", "line 5: unknown key \"foot\" in table", "line 4: scene 3, figure: x=9 is not a number from")
	v.waitReadout("interval", `[-1, 1]`)
	v.must(v.Press("3"))
	v.waitScene(3, 0)
	var images int
	v.must(v.Eval(`return document.images.length`, &images))
	if images > 0 {
		v.Error("a deck has put an element into the page")
	}
	shown("x<img src=x onerror=alert(1)>")
	v.lecture("/lecture.html#scene=1") // it survives a reload
	shown("f is mine")
	drop("{\"scenes\": [\n{\"title\": \"One\"}\n{\"title\": \"Two\"}]")
	trouble("line 3: a comma is missing")
	shown("One")
	v.must(v.Press("2"))
	shown("Two")
	// What is no deck changes nothing, and Escape closes what is said of it.
	drop("no deck at all")
	trouble("the deck stays as it was", "line 1", "JSON")
	shown("Two")
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`!document.querySelector('.lec-trouble') && location.pathname === '/lecture.html'`, soon))
	v.lecture("/lecture.html#scene=2")
	shown("Two")
	v.must(v.WaitFor(`document.querySelector('.lec-trouble')`, soon)) // the one of line 3
	v.must(v.Press(KeyEscape))
	v.lecture("/lecture.html#scene=2") // what was closed does not come back
	shown("Two")
	v.must(v.WaitFor(`!document.querySelector('.lec-trouble')`, soon))

	// Each mistake of a state has its line, also in a step; what is not for the
	// deck to say is passed over.
	drop("{\"scenes\": [\n{\"title\": \"One\",\n\"figure\": \"#fn=abs&lens=sub&x=0&zoom=3\", \"steps\": [\"x=1\",\n\"ui=none&g=99\"]},\n{\"title\": \"" + strings.Repeat("long ", 20) + "\"}]}")
	trouble("line 3: scene 1, figure: ", "zoom", "line 4: scene 1, steps: g=99 is not a number", "using 3", "line 4: scene 1, steps: the lecture sets ui itself", "line 5: a title may have at most 60")
	v.waitReadout("interval", `[-1, 1]`)
	v.must(v.Press(KeyRight, KeyRight))
	v.waitScene(1, 2)
	v.waitRoot(`root.dataset.ui === 'lecture'`)
	drop("{\"scenes\": [" + strings.Repeat("{},", 20) + "{\"title\": \"Last\"}]}")
	trouble("and 8 more")
	v.must(v.Press(KeyEscape))

	// The address comes before what was dropped, also when it changes.
	v.lecture("/lecture.html#deck=deck.de.json")
	shown("Eine Rampe mit Knick")
	v.must(v.WaitFor(`document.querySelector('.lec-title').lang === 'de' && document.documentElement.lang === 'en'`, soon))
	v.must(v.Eval(`location.hash = 'deck=deck.json&scene=2'`, nil))
	shown("What is the slope at 0?")

	v.lecture("/lecture.html#deck=nope.json")
	trouble("The deck in the address cannot be used", "404")
	shown("A ramp with a corner")
	v.missed("/nope.json")

	// What is recorded is a scene again.
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	v.lecture("/lecture.html#scene=5")
	v.must(v.Press("d"))
	v.must(v.WaitFor(`document.querySelector('.lec-json')`, soon))
	v.must(v.Eval(`document.querySelector('.lec-json').value = document.querySelector('.lec-json').value.replace('Every line that fits underneath', 'Recorded');
		[...document.querySelectorAll('dialog button')].find(b => b.textContent === 'Insert after this scene').click()`, nil))
	v.waitScene(6, 0)
	shown("Recorded")
	v.waitRoot(`root.dataset.link.includes('hide=')`) // as it was
	v.must(v.Press(KeyRight))
	v.waitScene(7, 0) // without steps
	// A table is recorded as a table, and of what is broken one thing is said.
	v.must(v.Press("8"))
	v.waitScene(8, 0)
	v.must(v.WaitFor(`document.querySelector('.lec-table table')`, soon))
	v.must(v.Press("d"))
	v.must(v.WaitFor(`document.querySelector('.lec-json')?.value.includes('"table"')`, soon))
	v.must(v.Eval(`document.querySelector('.lec-json').value = '{"title": "x", "figure": ';
		[...document.querySelectorAll('dialog button')].find(b => b.textContent === 'Insert after this scene').click()`, nil))
	v.must(v.WaitFor(`document.querySelector('dialog .rf-said').textContent.split('line ').length === 2`, soon))
	v.must(v.Press(KeyEscape))
	v.must(v.Eval(`sessionStorage.clear()`, nil))

	// A deck of this place is, in the reader's language.
	v.lecture("/lecture.html#deck=deck.json&lang=de&scene=2")
	v.must(v.WaitFor(`location.hash === '#deck=deck.json&lang=de&scene=2'`, soon))
	v.waitRoot(`root.lang === 'de' && document.querySelector('.lec-bar').getAttribute('aria-label') === 'Vorlesung'`)

	// A deck of another place is not asked for, wherever the server sends.
	v.load("/lecture.html#deck=moved.json")
	trouble("moved.json: it could not be fetched")
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
	shown("A ramp with a corner")
	v.load("/lecture.html#deck=deck.schema.json") // no deck
	trouble("scenes must be a list")
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
	shown("A ramp with a corner")
	v.load("/lecture.html?deck=" + "https://example.org/deck.json")
	trouble("on the same site")
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
	shown("A ramp with a corner")
	v.must(v.Eval(`sessionStorage.clear()`, nil))
}

// tryDeckFuzz reads thousands of decks that are damaged at random places. It
// always gets scenes, of texts and numbers only, and never an exception.
func tryDeckFuzz(v *visit) {
	v.load("/lecture.html")
	var bad string
	v.must(v.Eval(`return (async () => { const {readDeck, writeDeck} = await import('./deck.js');
		const good = await (await fetch('deck.json')).text();
		let seed = 1;
		const random = n => (seed = seed * 16807 % 2147483647) % n;
		const scraps = ['"', '{', '}', '[', ']', ',', ':', 'null', '1e999', '\\u0000', '"__proto__": {"x": 1},', '<script>', '//', '/*', '\n', '-', '"steps": 3,', '"scenes": [', '\ud800'];
		const clean = readDeck(good);
		if (clean.troubles.length || readDeck(writeDeck(clean)).troubles.length) return 'the deck as shipped: ' + clean.troubles;
		for (let i = 0; i < 1500; i++) {
			let text = good;
			for (let k = 0; k <= random(4); k++) {
				const at = random(text.length), end = random(3) ? at : at + random(200);
				text = text.slice(0, at) + (random(2) ? scraps[random(scraps.length)] : '') + text.slice(end);
			}
			try {
				const deck = readDeck(text);
				if (typeof deck.title !== 'string' || !deck.scenes.length) return 'no scene: ' + text.slice(0, 200);
				for (const s of deck.scenes) {
					if (typeof s.title !== 'string' || typeof s.figure !== 'string' || typeof s.say !== 'string' || !Array.isArray(s.steps) || s.steps.some(t => typeof t !== 'string')) return JSON.stringify(s);
				}
			} catch (e) { return e.stack + text.slice(0, 200); }
		}
		return ({}).x === undefined ? '' : 'the prototype of all objects was changed' })()`, &bad))
	if bad != "" {
		v.Error(bad)
	}
}

// tryOffline visits the lecture, takes the network away and visits again.
func tryOffline(v *visit) {
	v.site.Worker.Store(true)
	defer v.site.Worker.Store(false)
	defer v.site.Down.Store(false)
	defer v.site.Old.None()
	v.lecture("/lecture.html")
	v.worker("active")
	v.lecture("/lecture.html#deck=own.json") // of one's own, and not of the site
	v.must(v.WaitFor(`navigator.serviceWorker.controller && document.querySelector('.lec-title').textContent === 'One'`, soon))
	v.site.Down.Store(true)
	v.lecture("/lecture.html#deck=own.json&scene=2")
	v.must(v.WaitFor(`document.querySelector('.lec-title').textContent === 'Two'`, soon))
	v.must(v.Eval(`return caches.delete('relu-three-ways decks')`, nil))
	v.lecture("/lecture.html#scene=10")
	v.waitScene(10, 0)
	v.selected("dist")
	v.must(v.Press("q"))
	v.must(v.WaitFor(`document.querySelector('.lec-qr')`, soon))
	v.open("/#lens=sub&x=0")
	v.selected("sub")
	var stored string
	v.must(v.Eval(`return caches.keys().then(kept => [document.cookie, Object.keys(localStorage).join(), kept.length].join('|'))`, &stored))
	if stored != "||1" {
		v.Errorf("the site has stored %q", stored)
	}
	v.site.Down.Store(false)
	if v.Engine == Chromium { // Firefox keeps the pages of the old version for going back
		v.update()
	}
	v.must(v.Eval(`return (async () => { for (const r of await navigator.serviceWorker.getRegistrations()) await r.unregister(); for (const k of await caches.keys()) await caches.delete(k) })()`, nil))
}

// worker waits until the site's worker has come to a state.
func (v *visit) worker(state string) {
	v.Helper()
	v.must(v.retry(soon, func() error {
		var is bool
		v.must(v.Eval(`return navigator.serviceWorker.getRegistration().then(r => r?.[arguments[0]]?.state === (arguments[0] === 'active' ? 'activated' : 'installed'))`, &is, state))
		if !is {
			return fmt.Errorf("there is no %s worker", state)
		}
		return nil
	}))
}

// update lets a new version of the site take the place of the old, once the
// pages of that are gone.
func (v *visit) update() {
	v.Helper()
	build := v.site.Old.Give(Never)
	v.must(v.Eval(`return navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)`, nil))
	v.worker("waiting")
	v.must(v.retry(soon, func() error {
		v.must(v.Navigate("about:blank"))
		v.load("/blank.html")
		var kept []string
		v.must(v.Eval(`return caches.keys()`, &kept))
		if len(kept) != 1 || !strings.HasSuffix(kept[0], build) {
			return fmt.Errorf("the site keeps %q", kept)
		}
		return nil
	}))
}
