//go:build !js

package e2e

// heard is all that a figure tells those who listen, and programs.
const heard = `[...document.querySelectorAll('.relu-figure [aria-valuetext], .relu-figure output, .rf-description, .rf-caption, .rf-live, .rf-mirror, .rf-word, .rf-secants, .rf-equation, .lec-say, .lec-spoken')].filter(e => !e.closest('[hidden]')).map(e => [e.getAttribute('aria-valuetext'), e.dataset.value ?? '', e.textContent].join(' ')).join('\n')`

// tryPredict: a scene asks before it tells. Until the press nobody can see, hear
// or read the answer, and then nothing moves.
func tryPredict(v *visit) {
	v.lecture("/lecture.html")
	const handles = `JSON.stringify([...document.querySelectorAll('.rf-handle')].filter(h => h.getClientRects().length).map(h => (({x, y}) => [h.dataset.control, x, y])(h.getBoundingClientRect())))`
	const tells = `/tangent|slopes? [−0-9]|secant slopes|is undefined|subgradients|\[0, 1\]|\{1\}|\bnone\b/i.exec(` + heard + `)?.[0] ?? ''`
	silent := func() (hands string) {
		v.Helper()
		v.must(v.Settle(soon))
		var told string
		if v.must(v.Eval(`return `+tells, &told)); told != "" {
			v.Errorf("%s: %q is told", v.hash(), told)
		}
		v.must(v.Eval(`return `+handles, &hands))
		return hands
	}
	before := silent()
	v.waitReadout("slope", "null")
	v.must(v.Press(KeyRight))
	v.waitScene(1, 1)
	v.waitReadout("slope", "1") // what is drawn now is told; at the corner it is still asked for
	v.must(v.WaitFor(`document.querySelector('.lec-say').textContent.includes('slope is 1') && document.querySelector('.lec-spoken').textContent.includes('slope is 1')`, soon))
	v.must(v.WaitFor(heard+`.includes('tangent, slope 1')`, soon))
	v.must(v.Settle(soon))
	var after string
	if v.must(v.Eval(`return `+handles, &after)); after != before {
		v.Errorf("the handles were at %s and are at %s", before, after)
	}
	v.must(v.Press(KeyRight))
	v.waitScene(1, 2)
	silent()
	// A hand may look for the answer, and hears where it is.
	v.focus("x")
	v.must(v.Press(KeyRight))
	v.waitReadout("point", `{"x": -1.1, "y": 0}`)
	v.must(v.Eval(`document.activeElement.blur()`, nil))
	silent()
	v.lecture("/lecture.html#scene=14")
	v.must(v.WaitFor(`!document.querySelector('.rf-equation').textContent.includes('1')`, soon))
	silent()
	v.must(v.Press(KeyRight, KeyRight, KeyRight))
	v.waitScene(14, 3)
	v.must(v.WaitFor(`document.querySelector('.rf-clause-value').textContent === '1'`, soon))
	// The lecture has the next press for it; elsewhere there is a button.
	var seen bool
	if v.must(v.Eval(`return [...document.querySelectorAll('.rf-reveal')].some(e => e.getClientRects().length)`, &seen)); seen {
		v.Errorf("the lecture has a button that reveals")
	}
	v.clean()
	for _, of := range []struct{ link, name string }{{"x=0&hide=labels,cases,numbers,lower,point", "Show the answer"}, {"lens=compare&hide=labels,numbers,lower,point,sub,dist&ui=min&lang=de", "Antwort zeigen"}} {
		v.load("/embed.html#" + of.link)
		v.waitRoot(`root.dataset.state === 'ready' && (b => b.getClientRects().length && b.textContent === arguments[0])(root.querySelector('.rf-reveal'))`, of.name)
		silent()
		v.must(v.Eval(`document.querySelector('.rf-reveal').focus()`, nil))
		v.must(v.Press(KeyEnter))
		v.waitRoot(`!root.dataset.link.includes('hide') && !root.querySelector('.rf-reveal').getClientRects().length && document.activeElement === root.querySelector('.rf-question')`)
		v.waitRoot(`root.querySelector('.rf-live').textContent !== ''`)
		v.clean()
	}
}

// tryVote counts hands by digits, by buttons and by nobody, and finds them again
// at the end, after the page was loaded anew.
func tryVote(v *visit) {
	v.load("/lecture.html")
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	v.lecture("/lecture.html")
	v.must(v.Press("2", KeyEnter)) // the number was complete without it
	v.waitScene(2, 0)
	counts := func(want string) {
		v.Helper()
		v.must(v.WaitFor(`[...document.querySelectorAll('.lec-count')].map(e => e.textContent).join() === arguments[0]`, soon, want))
	}
	at := func(choice string) {
		v.Helper()
		v.must(v.WaitFor(`document.querySelector('.lec-vote > [aria-current]')?.querySelector('.lec-choice').textContent === arguments[0] && document.querySelector('.lec-digits').textContent.includes(arguments[0])`, soon, choice))
	}
	at("0")
	v.must(v.Press("1", "2"))
	counts("12,0,0,0")
	v.must(v.WaitFor(`document.querySelector('.lec-spoken').textContent === '0: 12'`, soon))
	v.must(v.Press(KeyEnter))
	at("½")
	v.must(v.Press("7", "5"))
	counts("12,75,0,0")
	v.must(v.Press(KeyBackspace))
	counts("12,7,0,0")
	v.must(v.Press(KeyDown, "3", KeyUp, KeyDown)) // the digits begin again
	at("1")
	v.must(v.Press("2", "1"))
	counts("12,7,21,0")
	v.must(v.Press(KeyPageDown)) // a clicker
	at("none")
	v.must(v.Eval(`document.querySelectorAll('.lec-vote > li')[3].querySelector('button:last-of-type').focus()`, nil))
	v.must(v.Press(KeyEnter, KeyEnter, KeySpace))
	counts("12,7,21,3")
	v.must(v.Eval(`document.querySelectorAll('.lec-vote > li')[3].querySelector('button').click()`, nil))
	counts("12,7,21,2")
	v.must(v.Eval(`document.querySelector('.lec-vote > li button:last-of-type').click()`, nil))
	counts("13,7,21,2")
	at("0")
	v.must(v.Press("1", "2"))
	counts("12,7,21,2")
	v.must(v.Eval(`document.activeElement.blur(); document.querySelectorAll('.lec-vote > li')[1].click()`, nil))
	v.waitScene(2, 1)
	at("½")

	v.must(v.Eval(`window.old = true; location.reload()`, nil))
	v.must(v.WaitFor(`!window.old && document.querySelector('[data-lecture="ready"]')`, soon))
	v.waitScene(2, 1)
	counts("12,7,21,2")
	v.must(v.Press(KeyPageDown, KeyPageDown, KeyPageDown))
	v.waitScene(3, 0)
	v.must(v.Eval(`location.hash = 'cut=short&scene=9'`, nil)) // in which other things were found
	v.must(v.WaitFor(`document.querySelector('.lec-number').textContent === '9 / 9'`, soon))
	counts("12,7,21,2")
	v.must(v.Press(KeyPageDown))
	v.must(v.WaitFor(`document.querySelector('.lec-found').textContent.includes('left secants')`, soon))
	v.must(v.Eval(`location.hash = 'scene=16'`, nil))
	v.waitScene(16, 0)
	counts("12,7,21,2")
	v.must(v.WaitFor(`[...document.querySelectorAll('.lec-found')].every(e => e.textContent === '')`, soon))
	v.must(v.Press(KeyPageDown))
	v.must(v.WaitFor(`[...document.querySelectorAll('.lec-found')].every(e => e.textContent !== '')`, soon))
	counts("12,7,21,2")
	v.must(v.Press("2", "r")) // it counts anew
	counts("0,0,0,0")
	v.must(v.Eval(`location.hash = 'scene=16'`, nil))
	v.must(v.WaitFor(`document.querySelector('.lec-vote').matches('[data-uncounted]') && document.querySelector('.lec-say').textContent.startsWith('These were the choices')`, soon))
	v.must(v.Eval(`sessionStorage.clear()`, nil))
	v.clean()
}

// tryCuts gives the short lecture and the long one, types numbers of scenes, and
// presses what a clicker presses.
func tryCuts(v *visit) {
	v.lecture("/lecture.html#cut=short")
	v.must(v.WaitFor(`document.querySelector('.lec-number').textContent === '1 / 9'`, soon))
	v.must(v.Press("8"))
	v.must(v.WaitFor(`location.hash === '#cut=short&scene=8' && document.querySelector('.lec-title').textContent === 'Three answers at one corner'`, soon))
	v.must(v.Press("l"))
	v.must(v.WaitFor(`document.querySelectorAll('dialog[open] [aria-pressed]').length === 2 && document.querySelector('dialog [aria-pressed="true"]').textContent === 'Short, about 10 minutes'`, soon))
	v.must(v.Eval(`document.querySelector('dialog [aria-pressed="false"]').click()`, nil))
	v.waitScene(14, 0) // the same
	v.must(v.WaitFor(`document.querySelector('.lec-number').textContent === '14 / 16'`, soon))
	v.must(v.Press("l"))
	v.must(v.WaitFor(`document.querySelector('dialog[open] [aria-pressed="true"]')?.textContent === 'Long, about 25 minutes'`, soon))
	v.must(v.Eval(`document.querySelector('dialog [aria-pressed="false"]').click()`, nil))
	v.must(v.WaitFor(`location.hash === '#cut=short&scene=8'`, soon))
	v.must(v.Eval(`location.hash = 'cut=nonsense&scene=3'`, nil))
	v.must(v.WaitFor(`document.querySelector('.lec-number').textContent === '3 / 16'`, soon))

	// What is typed of a number is seen, and can be taken back.
	v.must(v.Eval(`window.typed = []; new MutationObserver(() => { const n = document.querySelector('.lec-number'); if (n.hasAttribute('data-typing')) typed.push(n.textContent) }).observe(document.querySelector('.lec-number'), {attributes: true, childList: true})`, nil))
	v.must(v.Press("1", KeyEscape))
	v.must(v.WaitFor(`typed.join() === 'to scene 1 …' && document.querySelector('.lec-number').textContent === '3 / 16' && !document.querySelector('.lec-notice')`, soon))
	v.must(v.Press("1", "2"))
	v.must(v.WaitFor(`document.querySelector('.lec-number').textContent === '12 / 16'`, soon))

	// F5 begins the show, and does not load the page anew.
	v.must(v.Eval(`window.opened = []; document.documentElement.requestFullscreen = async () => { opened.push('full') }`, nil))
	for _, shift := range []bool{false, true} {
		var went bool
		v.must(v.Eval(`return dispatchEvent(new KeyboardEvent('keydown', {key: 'F5', shiftKey: arguments[0], cancelable: true}))`, &went, shift))
		if went {
			v.Errorf("F5 is left to the browser, shift %v", shift)
		}
	}
	v.must(v.WaitFor(`opened.length === 2`, soon))
	v.clean()
}
