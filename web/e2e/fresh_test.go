//go:build !js

package e2e

import (
	"fmt"
	"strings"
)

// fresh waits until the figure answers and is of a build, style sheet and all,
// and fails if that took a page or a file too many requests: nothing goes in circles.
func (v *visit) fresh(build string, files ...string) {
	v.Helper()
	err := v.WaitFor(`(root => root?.dataset.state === 'ready' && root.dataset.build === arguments[0] && getComputedStyle(root).getPropertyValue('--rf-build').includes(arguments[0]) && root.querySelector('.rf-readouts output'))(`+rootJS+`)`, soon, build)
	if err != nil {
		v.Fatalf("%q old: %v; it is %s", files, err, v.condition())
	}
	v.noCircle(files...)
}

// condition is what the figure says of itself.
func (v *visit) condition() (is string) {
	v.Eval(`const root = `+rootJS+`; return JSON.stringify([root?.dataset.state, root?.dataset.build, root?.querySelector('.rf-fail-text')?.textContent, document.querySelector('.trouble')?.textContent, window.__e2e?.errors])`, &is)
	return is
}

// noCircle fails where a page was started more than twice, or a file asked for
// more often than two pages of two tries each do.
func (v *visit) noCircle(files ...string) {
	v.Helper()
	for _, name := range append(files, "/", "/own.html", "/embed.html") {
		limit := 9
		if name == "/" || strings.HasSuffix(name, ".html") {
			limit = 3 // two pages, and one that is asked for past caches
		}
		if n, _ := v.site.Old.Asked(name); n > limit {
			v.Errorf("%q old: %s was asked for %d times", files, name, n)
		}
	}
}

// oldCase is a page that is given old files.
type oldCase struct {
	page   string
	names  []string
	starts bool // the page starts again, since it runs by these itself
	engine Engine
}

// tryOldFile gives pages one file of another build, or the two in which the
// program lies, until it is asked for past caches: our page, our frame, and a
// page that has the figure by EMBED.md's lines. What a page of ours runs by itself
// makes it start again, and so do its modules.
func tryOldFile(v *visit) {
	defer v.site.Old.None()
	for _, c := range []oldCase{
		{"/", []string{"/essay.js"}, true, ""},
		{"/", []string{"/words.js"}, true, Chromium},
		{"/", []string{"/figure.js"}, false, Chromium},
		{"/", []string{"/app.wasm", "/app.wasm.gz"}, false, Chromium},
		{"/embed.html", []string{"/frame.js"}, true, Chromium},
		{"/embed.html", []string{"/figure.js"}, true, Chromium},
		{"/own.html", []string{"/figure.js"}, false, ""},
		{"/own.html", []string{"/app.wasm", "/app.wasm.gz"}, false, ""},
		{"/own.html", []string{"/app.wasm.gz"}, false, Chromium},
		{"/own.html", []string{"/box.js"}, false, Chromium},
		{"/own.html", []string{"/wasm_exec.js"}, false, Chromium},
		{"/own.html", []string{"/figure.css"}, false, ""},
	} {
		if c.engine != "" && c.engine != v.Engine {
			continue // the engines differ in modules and caches, and not from file to file
		}
		build := v.site.Old.Give(Forced, c.names...)
		v.load(c.page)
		v.must(v.retry(soon, func() error {
			for _, name := range c.names {
				if n, renewed := v.site.Old.Asked(name); n == 0 || !renewed {
					return fmt.Errorf("%s, %s old: asked for %d times, and never past caches; it is %s", c.page, name, n, v.condition())
				}
			}
			if n, _ := v.site.Old.Asked(c.page); c.starts && n < 3 {
				return fmt.Errorf("%s, %q old: the page was asked for %d times and is not started again; it is %s", c.page, c.names, n, v.condition())
			}
			return nil
		}))
		v.fresh(build, c.names...)
	}
	if v.Engine == WebKit {
		return // it tries an imported module again by itself
	}
	// A module that a dialog imports is old in this page for good: it says what to
	// do, and that helps.
	build := v.site.Old.Give(Forced, "/dialog.js")
	v.load("/own.html")
	v.fresh(build, "/dialog.js")
	v.must(v.Eval(rootJS+`.querySelector('.rf-help').click()`, nil))
	v.must(v.WaitFor(rootJS+`.querySelector('.rf-fail-text')?.textContent.includes('reload the page')`, soon))
	v.must(v.Eval(`document.documentElement.dataset.before = ''; location.reload()`, nil))
	v.must(v.WaitFor(`document.documentElement.dataset.before === undefined`, soon))
	v.fresh(build, "/dialog.js")
	v.must(v.Eval(rootJS+`.querySelector('.rf-help').click()`, nil))
	v.must(v.WaitFor(rootJS+`.querySelector('dialog[open]')`, soon))
}

// tryOldForEver gives a page one file of another build whatever it does: it says
// so in a sentence, keeps the drawing, and does not go on trying.
func tryOldForEver(v *visit) {
	defer v.site.Old.None()
	for _, c := range []oldCase{
		{"/", []string{"/figure.js"}, false, ""},
		{"/", []string{"/app.wasm", "/app.wasm.gz"}, false, Chromium},
		{"/own.html", []string{"/app.wasm", "/app.wasm.gz"}, false, ""},
		{"/own.html", []string{"/box.js"}, false, Chromium},
		{"/own.html", []string{"/figure.css"}, false, Chromium},
	} {
		if c.engine != "" && c.engine != v.Engine {
			continue
		}
		page, names := c.page, c.names
		v.site.Old.Give(Ever, names...)
		v.load(page)
		v.must(v.WaitFor(rootJS+`?.dataset.state === 'failed'`, soon))
		var got struct {
			Says   string
			Button bool
			Poster float64
		}
		v.inRoot(0, `{Says: root.querySelector('.rf-fail-text').textContent, Button: root.querySelector('.rf-retry').getClientRects().length > 0, Poster: Math.max(0, ...[...root.querySelectorAll('.rf-poster svg')].map(e => e.getBoundingClientRect().width))}`, &got)
		if !strings.Contains(got.Says, "different versions") || !got.Button || page == "/" && got.Poster < 100 {
			v.Errorf("%s, %q old for ever: %+v", page, names, got)
		}
		v.noCircle(names...)
		v.site.Old.Mend()
		v.must(v.Eval(rootJS+`.querySelector('.rf-retry').click()`, nil))
		if err := v.WaitFor(rootJS+`?.dataset.state === 'ready'`, soon); err != nil {
			v.Fatalf("%s, %q old no more: %v; it is %s", page, names, err, v.condition())
		}
	}
	// An old script makes room for a frame, which says so.
	v.site.Old.Give(Ever, "/figure.js")
	v.load("/own.html")
	if err := v.WaitFor(`(`+guest+`)?.querySelector('.rf-fail-text')?.textContent.includes('different versions')`, soon); err != nil {
		v.Fatalf("figure.js old for ever: %v; it is %s", err, v.condition())
	}
	if n, _ := v.site.Old.Asked("/figure.js"); n > 18 { // by the page and by the frame
		v.Errorf("figure.js old for ever: it was asked for %d times", n)
	}
	v.noCircle("/own.html")
	// What the page itself runs by cannot go on; it says so at its foot.
	v.site.Old.Give(Ever, "/words.js")
	v.load("/lecture.html")
	if err := v.WaitFor(`document.querySelector('.trouble')?.textContent.includes('different versions')`, soon); err != nil {
		v.Fatalf("words.js old for ever: %v; it is %s", err, v.condition())
	}
	v.noCircle("/lecture.html", "/words.js")
}

// tryOldPage has a page of another build: one that is a copy for ever and gets
// new files, and one that was opened before an update and asks for a dialog after.
func tryOldPage(v *visit) {
	defer v.site.Old.None()
	for _, page := range []string{"/", "/embed.html"} {
		build := v.site.Old.Give(Ever, page)
		v.load(page + "#x=0.5")
		v.fresh(build, page)
		v.waitReadout("point", `{"x":0.5,"y":0.5}`)
	}
	build := v.site.Old.Give(Never)
	v.load("/")
	v.fresh(build)
	build = v.site.Old.Give(Never)
	v.must(v.Eval(rootJS+`.querySelector('.rf-share').click()`, nil))
	v.fresh(build)
	v.must(v.Eval(rootJS+`.querySelector('.rf-help').click()`, nil))
	v.must(v.WaitFor(rootJS+`.querySelector('.rf-version')?.textContent.includes(arguments[0])`, soon, build))
}

// tryOldWorker lets the worker of a build, with all its files, serve a page of its
// own while a new worker waits, and meet a new frame.
func tryOldWorker(v *visit) {
	v.site.Worker.Store(true)
	defer v.site.Worker.Store(false)
	defer v.site.Old.None()
	old := v.site.Old.Give(Never)
	v.load("/")
	v.worker("active")
	v.load("/")
	v.must(v.WaitFor(`navigator.serviceWorker.controller`, soon))
	build := v.site.Old.Give(Never)
	v.load("/") // which has all it needs from the worker
	v.fresh(old)
	v.worker("waiting") // the new one
	v.must(v.Eval(rootJS+`.querySelector('.rf-help').click()`, nil))
	v.must(v.WaitFor(rootJS+`.querySelector('.rf-version')?.textContent.includes(arguments[0])`, soon, old))
	v.load("/embed.html") // which comes from the network
	v.fresh(build)
	v.must(v.Eval(`return (async () => { for (const r of await navigator.serviceWorker.getRegistrations()) await r.unregister(); for (const k of await caches.keys()) await caches.delete(k) })()`, nil))
}
