//go:build !js

package e2e

import (
	"fmt"
	"strings"
)

// course is a page of another site with lectures in frames, as a learning
// platform has them.
func (v *visit) course(frames ...string) string {
	v.Helper()
	var b strings.Builder
	for _, f := range frames {
		fmt.Fprintf(&b, `<iframe title="lecture" style="width:900px;height:340px" allow="fullscreen" %s></iframe>`, strings.ReplaceAll(f, "SITE", v.site.URL))
	}
	return strings.Replace(v.elsewhere(postWith("", b.String())), "127.0.0.1", "localhost", 1)
}

// inLecture has commands go to the lecture in the nth frame of the page.
func (v *visit) inLecture(home string, n int) {
	v.Helper()
	v.must(v.Enter(home))
	v.must(v.Leave())
	v.must(v.EnterFrame(n))
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
}

// speaks presses S in the lecture that commands go to, and has them go to the
// window that opens.
func (v *visit) speaks() (window string) {
	v.Helper()
	before, err := v.Windows()
	v.must(err)
	v.must(v.Eval(`window.focus(); document.body.focus()`, nil))
	v.must(v.Press("s"))
	window, err = v.Opened(before)
	v.must(err)
	v.must(v.Enter(window))
	return window
}

// notesAt waits until the speaker's window is at a scene.
func (v *visit) notesAt(scene int) {
	v.Helper()
	v.must(v.WaitFor(`document.querySelector('.notes-title')?.textContent.startsWith(arguments[0])`, soon, fmt.Sprintf("%d. ", scene)))
}

// tryLine has two lectures in frames of another site, each with its window.
// Either end is loaded anew, and nobody else is heard or told anything.
func tryLine(v *visit) {
	home, err := v.Window()
	v.must(err)
	defer v.CloseOthers(home)
	const src = `src="SITE/lecture.html?painter=svg#scene=%d"`
	v.must(v.Navigate(v.course(fmt.Sprintf(src, 1), fmt.Sprintf(src, 5))))
	var windows [2]string
	for i, scene := range []int{1, 5} {
		v.inLecture(home, i)
		windows[i] = v.speaks()
		v.notesAt(scene)
	}
	at := func(i int, hash string) {
		v.Helper()
		v.inLecture(home, i)
		v.must(v.WaitFor(`location.hash === arguments[0]`, soon, hash))
	}
	next := func(i int) {
		v.Helper()
		v.must(v.Enter(windows[i]))
		v.must(v.Eval(`document.querySelector('[data-go="next"]').click()`, nil))
	}
	next(0) // once, by whatever ways they hear each other
	at(0, "#scene=1&step=1")
	at(1, "#scene=5")
	next(1)
	at(1, "#scene=5&step=1")
	at(0, "#scene=1&step=1")

	// Nobody but a window that the lecture has opened is answered: not the page
	// around it, nor a window of its own origin that somebody else has opened.
	var id string
	v.must(v.Eval(`return history.state.id`, &id))
	const eavesdrop = `window.overheard = 0; const {port1, port2} = new MessageChannel(); port1.onmessage = () => window.overheard++; port1.postMessage({who: true}); port1.postMessage({go: 'next'}); arguments[1].postMessage({lecture: arguments[0]}, '*', [port2])`
	v.must(v.Leave())
	v.must(v.Eval(strings.ReplaceAll(eavesdrop, "arguments[1]", "frames[0]"), nil, id))
	v.inLecture(home, 1) // of its own origin
	v.must(v.Eval(strings.ReplaceAll(eavesdrop, "arguments[1]", "parent.frames[0]"), nil, id))
	next(0) // all that came before this was heard before
	at(0, "#scene=1&step=2")
	for range 2 {
		var heard int
		v.must(v.Leave())
		v.must(v.Eval(`return window.overheard`, &heard))
		if heard > 0 {
			v.Errorf("a stranger was told %d things", heard)
		}
		v.inLecture(home, 1)
	}
	// And a window hears nobody but its lecture.
	v.must(v.Enter(windows[0]))
	v.must(v.Eval(`window.postMessage({at: {scene: 9, step: 0}, deck: 'deck.json'}, '*'); window.postMessage({lecture: arguments[0]}, '*', [new MessageChannel().port1])`, nil, id))

	// Either end is loaded anew.
	v.must(v.Eval(`window.old = true; location.reload()`, nil))
	v.must(v.WaitFor(`!window.old`, soon))
	v.notesAt(1)
	v.inLecture(home, 0)
	v.must(v.Eval(`window.old = true; location.reload()`, nil))
	v.must(v.WaitFor(`!window.old`, soon))
	v.inLecture(home, 0)
	v.must(v.Eval(`location.hash = 'scene=4'`, nil))
	at(0, "#scene=4")
	v.must(v.Enter(windows[0]))
	v.notesAt(4)
	next(0)
	at(0, "#scene=4&step=1")
	v.must(v.Enter(windows[1]))
	v.notesAt(5)

	// Asked for again, it is the same window.
	v.inLecture(home, 0)
	v.must(v.Eval(`window.focus()`, nil))
	v.must(v.Press("s"))
	v.must(v.Enter(windows[0]))
	v.notesAt(4)
	if all, err := v.Windows(); err != nil || len(all) != 3 {
		v.Errorf("%d windows are open (%v), want 3", len(all), err)
	}
}

// tryLineBoxed is a lecture in a sandbox, which has no origin, nor has its window.
func tryLineBoxed(v *visit) {
	home, err := v.Window()
	v.must(err)
	defer v.CloseOthers(home)
	v.must(v.Navigate(v.course(`sandbox="allow-scripts allow-popups" src="SITE/lecture.html?painter=svg#scene=2"`)))
	v.inLecture(home, 0)
	window := v.speaks()
	v.notesAt(2)
	for range 4 { // choices of a vote
		v.must(v.Eval(`document.querySelector('[data-go="next"]').click()`, nil))
	}
	v.notesAt(3)
	v.must(v.Eval(`document.querySelector('[data-clock]').click()`, nil))
	v.inLecture(home, 0)
	v.must(v.Eval(`location.hash = 'scene=9'`, nil))
	v.must(v.Enter(window))
	v.notesAt(9)
}

// tryBlocked asks for the speaker's window where none may open.
func tryBlocked(v *visit) {
	home, err := v.Window()
	v.must(err)
	says := func(words string) {
		v.Helper()
		v.must(v.WaitFor(`[...document.querySelectorAll('[role="alert"]')].some(e => e.checkVisibility() && e.textContent.includes(arguments[0]))`, soon, words))
	}
	silent := func() {
		v.Helper()
		v.must(v.WaitFor(`![...document.querySelectorAll('[role="alert"]')].some(e => e.checkVisibility())`, soon))
	}
	const english, german = "The speaker’s window did not open", "Das Fenster für Vortragende ging nicht auf"
	for lang, words := range map[string]string{"": english, "lang=de": german} {
		v.lecture("/lecture.html#" + lang)
		for _, blocker := range []string{`null`, `undefined`, `{closed: true}`, `(() => { throw new Error('blocked') })()`} {
			v.must(v.Eval(`window.open = () => (`+blocker+`)`, nil))
			v.must(v.Press("s"))
			says(words)
			v.must(v.Press(KeyEscape))
			silent()
			v.must(v.Eval(`document.querySelectorAll('.lec-bar > button')[3].click()`, nil)) // said as often as it is asked for
			says(words)
			v.must(v.Eval(`window.open = () => ({closed: false})`, nil))
			v.must(v.Press("s"))
			silent()
		}
	}
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	for _, sandbox := range []string{`allow-scripts`, `allow-scripts allow-same-origin`} {
		v.must(v.Navigate(v.course(`sandbox="` + sandbox + `" src="SITE/lecture.html?painter=svg"`)))
		v.inLecture(home, 0)
		v.must(v.Eval(`window.focus()`, nil))
		v.must(v.Press("s"))
		says(english)
		v.must(v.Leave())
	}
	// A window that nobody answers says what to do.
	v.load("/notes.html#lecture=nobody&lang=de")
	v.must(v.WaitFor(`document.querySelector('.notes-say').textContent.startsWith('Keine Vorlesung hat geantwortet.')`, soon))
}
