//go:build !js

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// guest is the root of the first figure that another page has in it, in an
// element or in a frame, which is of the same origin here.
const guest = `((inside, frame) => inside?.querySelector('[data-root][data-state]') ?? (inside?.querySelector('iframe') ?? frame)?.contentDocument?.querySelector('[data-root]'))(document.querySelector('relu-three-ways, [data-relu-figure]:not([data-root])')?.shadowRoot, document.querySelector('iframe'))`

// waitHost waits until an expression is true with root that root.
func (v *visit) waitHost(expression string) {
	v.Helper()
	v.must(v.WaitFor(`(root => !!root && (`+expression+`))(`+guest+`)`, soon))
}

// spot is where the middle of an element in that figure is in the window.
func (v *visit) spot(selector string) Place {
	v.Helper()
	var at []float64
	v.must(v.Eval(`const root = `+guest+`, frame = root.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? {x: 0, y: 0}, k = frame.width ? frame.width / root.ownerDocument.documentElement.clientWidth : 1;
		const e = root.querySelector(arguments[0]).getBoundingClientRect();
		return [frame.x + k * (e.x + e.width / 2), frame.y + k * (e.y + e.height / 2)]`, &at, selector))
	return Place{at[0], at[1]}
}

// slide waits until a deck of reveal.js is ready and shows its nth slide, from 0.
func (v *visit) slide(n int) {
	v.Helper()
	v.must(v.WaitFor(`window.reveal?.isReady() && reveal.getIndices().h === arguments[0]`, soon, n))
}

// tryDeck is a deck of reveal.js: off its slide the figure sleeps, whatever
// played, and after it was touched the keys turn the slides again.
func tryDeck(v *visit) {
	v.packages()
	v.load("/deck.html")
	v.slide(0)
	v.must(v.Eval(`reveal.next()`, nil))
	v.slide(1)
	v.waitHost(`root.dataset.state === 'ready'`)
	v.must(v.Click(v.spot(".rf-play")))
	v.waitHost(`root.querySelector('.rf-play').getAttribute('aria-label').startsWith('pause')`)
	v.must(v.Press(KeyRight)) // the focus is in the frame, which has no use for the key
	v.slide(2)
	v.waitHost(`root.querySelector('.rf-play').getAttribute('aria-label').startsWith('play')`)
	// It comes to rest, and stays there.
	v.must(v.retry(soon, func() error {
		var did int
		v.must(v.Eval(`const log = (`+guest+`).ownerDocument.defaultView.__e2e, before = log.frames + log.gl;
			return new Promise(done => setTimeout(() => done(log.frames + log.gl - before), 300))`, &did))
		if did > 0 {
			return fmt.Errorf("off its slide the figure did %d things", did)
		}
		return nil
	}))
	v.must(v.Eval(`reveal.prev()`, nil))
	v.slide(1)
	at := v.spot(`[data-control="c"][role="slider"]`)
	v.must(v.Drag(Mouse, Stroke{at, {at.X + 30, at.Y}}))
	v.waitHost(`+root.querySelector('[data-control="c"][role="slider"]').getAttribute('aria-valuenow') > 0.45`)
	v.must(v.Press(KeyLeft))
	v.slide(0)
	// With the keyboard a handle keeps its arrows.
	v.must(v.Eval(`reveal.next()`, nil))
	v.slide(1)
	v.must(v.Eval(`const root = `+guest+`; root.ownerDocument.defaultView.focus(); root.querySelector('[data-control="c"][role="slider"]').focus()`, nil))
	v.must(v.Press(KeyHome))
	v.waitHost(`root.querySelector('[data-control="c"][role="slider"]').getAttribute('aria-valuenow') === '-3'`)
	v.slide(1)
}

// trySwitch is a page whose reader changes to a dark theme, around a figure
// whose background is the page's.
func trySwitch(v *visit) {
	v.must(v.Emulate(Screen{W: 760, H: 600}))
	v.load("/switch.html")
	v.waitHost(`root.dataset.state === 'ready' && root.dataset.theme === 'light'`)
	v.must(v.Settle(soon))
	corner := func() [3]uint32 {
		v.Helper()
		img, err := v.Screenshot()
		v.must(err)
		at := v.spot(".rf-stage") // left of its middle and low, beside every label
		r, g, b, _ := img.At(int(at.X)-340, int(at.Y)+150).RGBA()
		return [3]uint32{r >> 8, g >> 8, b >> 8}
	}
	if got := corner(); got != [3]uint32{255, 240, 200} {
		v.Errorf("on a bright page the background is %v", got)
	}
	v.must(v.Click(v.hostCentre("#switch")))
	v.waitHost(`root.dataset.theme === 'dark'`)
	v.must(v.Settle(soon))
	v.must(v.WaitFor(`getComputedStyle(document.documentElement).backgroundColor === 'rgb(0, 30, 60)'`, soon))
	if got := corner(); got != [3]uint32{0, 30, 60} {
		v.Errorf("on a dark page the background is %v", got)
	}
	v.clean()
}

// hostCentre is the middle of an element of the page itself.
func (v *visit) hostCentre(selector string) Place {
	v.Helper()
	var at []float64
	v.must(v.Eval(`const e = document.querySelector(arguments[0]).getBoundingClientRect(); return [e.x + e.width / 2, e.y + e.height / 2]`, &at, selector))
	return Place{at[0], at[1]}
}

// tryArticle is a long article, whose reader scrolls over the figure.
func tryArticle(v *visit) {
	v.load("/article.html")
	v.must(v.Eval(`document.getElementById('f').scrollIntoView({block: 'center'})`, nil))
	v.waitHost(`root.dataset.state === 'ready'`)
	for _, over := range []string{".rf-stage", `[data-control="x"][role="slider"]`, ".rf-readouts"} {
		v.must(v.Eval(`document.getElementById('f').scrollIntoView({block: 'center'}); window.from = scrollY`, nil))
		v.must(v.Wheel(v.spot(over), 200))
		if err := v.WaitFor(`scrollY > window.from + 50`, soon); err != nil {
			v.Errorf("over %s: %v", over, err)
		}
	}
	if v.Engine == Chromium {
		v.must(v.Emulate(Screen{W: 390, H: 844}))
		v.must(v.Eval(`document.getElementById('f').scrollIntoView(); window.from = scrollY`, nil))
		v.waitHost(`root.dataset.layout === 'phone'`)
		at := v.spot(".rf-caption")
		v.must(v.Drag(Touch, Stroke{at, {at.X, at.Y - 100}, {at.X, at.Y - 250}}))
		v.must(v.WaitFor(`scrollY > window.from + 50`, soon))
	}
	v.must(v.Eval(`document.getElementById('f').scrollIntoView({block: 'center'}); window.from = scrollY; document.body.focus()`, nil))
	v.must(v.Click(Place{5, 5}))
	v.must(v.Press(KeyPageDown))
	v.must(v.WaitFor(`scrollY > window.from + 50`, soon))
	v.clean()
}

// tryPrint prints a page and a post: the figure is there as it is now, as a
// drawing and not as pixels, even where no frame has been painted since it changed,
// as in a tab that was hidden.
func tryPrint(v *visit) {
	v.open("/#lens=point&x=0.5&theme=dark")
	v.must(v.Eval(rootJS+`.dispatchEvent(new CustomEvent('relu-show', {detail: 'lens=sub&x=0&g=0.7&theme=dark'})); dispatchEvent(new Event('beforeprint'))`, nil))
	v.waitRoot(`root.querySelector('.rf-print > svg metadata').textContent.includes('g=0.7')`)
	v.waitRoot(`root.querySelector('.rf-print > a').textContent.endsWith('/#lens=sub&x=0&g=0.7&theme=dark')`)
	v.must(v.Eval(`dispatchEvent(new Event('afterprint'))`, nil))
	v.waitRoot(`!root.querySelector('.rf-print')`)
	if v.Engine != Chromium {
		return
	}
	for _, page := range []string{"", "/blog.html"} {
		if page != "" {
			v.load(page)
			v.must(v.Eval(`document.getElementById('f').scrollIntoView()`, nil))
			v.waitHost(`root.dataset.state === 'ready'`)
		}
		raw, err := v.link.do("WebDriver:Print", map[string]any{})
		v.must(err)
		var encoded string
		v.must(json.Unmarshal(raw, &encoded))
		pdf, err := base64.StdEncoding.DecodeString(encoded)
		v.must(err)
		if !bytes.HasPrefix(pdf, []byte("%PDF")) || len(pdf) < 10_000 {
			v.Errorf("%q is printed as %d bytes", page, len(pdf))
		}
		if n := bytes.Count(pdf, []byte("/Subtype /Image")); n > 0 {
			v.Errorf("%q is printed with %d pictures of pixels", page, n)
		}
	}
}

// tryReturn leaves a page with a figure and goes back, whether the browser has kept
// the page or loads it again: the figure lives, and is as it was if it was kept, or is
// told by the address.
func tryReturn(v *visit) {
	const g = rootJS + `?.querySelector('.rf-handle[data-control="g"]')`
	for _, page := range []string{"/#lens=sub&x=0&g=0.4", "/around.html"} {
		v.load(page)
		press := func() {
			v.Helper()
			v.must(v.WaitFor(rootJS+`?.dataset.state === 'ready' && `+g, soon))
			v.must(v.Eval(`window.was = +`+g+`.ariaValueNow; `+g+`.focus()`, nil))
			v.must(v.Press(KeyRight))
			v.must(v.WaitFor(`Math.abs(`+g+`.ariaValueNow - was - .1) < 1e-9`, soon))
		}
		press()
		v.must(v.WaitFor(`!location.hash || location.hash.includes('g=' + `+g+`.ariaValueNow)`, soon))
		var now float64
		v.must(v.Eval(`window.kept = true; return +`+g+`.ariaValueNow`, &now))
		v.must(v.GoBy(`location.href = 'notes.html'`, v.site.URL+"/notes.html", soon))
		v.must(v.WaitFor(`document.querySelector('.notes-page')`, soon))
		holds, _, _ := strings.Cut(page, "#")
		v.must(v.GoBy(`history.back()`, v.site.URL+holds+"?", soon)) // WebKit's own Back passes over what no hand made
		v.must(v.WaitFor(`!document.querySelector('.notes-page')`, soon))
		press()
		v.must(v.WaitFor(`!window.kept && !location.hash || was === arguments[0]`, soon, now))
		v.clean()
	}
}

// tryFile opens the built files from their folder, and a post from another: each
// says what to do.
func tryFile(v *visit) {
	dir, err := filepath.Abs(dist)
	v.must(err)
	address := func(file string) string { return "file://" + filepath.ToSlash(file) }
	if v.Engine == Firefox { // as it is for everyone but a driver
		v.must(v.setPrefs(map[string]any{"security.fileuri.strict_origin_policy": true}))
		defer v.setPrefs(map[string]any{"security.fileuri.strict_origin_policy": false})
	}
	post := filepath.Join(v.TempDir(), "post.html")
	v.must(os.WriteFile(post, []byte(`<!doctype html><script async src="`+address(filepath.Join(dir, "post.js"))+`"></script><relu-three-ways x="0"><a href="#">The figure</a></relu-three-ways>`), 0o644))
	v.must(v.Navigate(address(post)))
	v.must(v.WaitFor(`document.querySelector('relu-three-ways iframe')?.src === arguments[0]`, soon, address(filepath.Join(dir, "embed.html"))))
	for _, page := range []string{"index.html", "embed.html", "lecture.html"} {
		v.must(v.Navigate(address(filepath.Join(dir, page))))
		v.must(v.WaitFor(`document.querySelector('body > p[role="alert"]')?.textContent.includes('web server')`, soon))
		if page == "lecture.html" {
			continue
		}
		v.must(v.WaitFor(`[...document.querySelectorAll('.rf-poster > svg')].some(s => s.getBoundingClientRect().height > 200)`, soon))
	}
}
