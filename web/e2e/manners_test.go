//go:build !js

package e2e

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"

	"relu-three-ways/web/site/serve"
)

// manner is how a host sends files, other than most do.
type manner struct {
	name  string
	bare  bool   // it has the page /lecture, too
	under string // the folder that the site is in
	serve func(w http.ResponseWriter, r *http.Request)
}

// send sends a file of dist, changed if something changes it.
func send(w http.ResponseWriter, name string, change ...func([]byte) []byte) {
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		name = "index.html"
	}
	body, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
	if err != nil || strings.HasPrefix(name, "_") {
		http.Error(w, "nothing is here", http.StatusNotFound)
		return
	}
	if path.Ext(name) == ".html" { // which is how every host of pages begins
		body = bytes.Replace(body, []byte("<head>"), []byte("<head><script>"+string(probe)+"</script>"), 1)
	}
	for _, c := range change {
		body = c(body)
	}
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", serve.ContentType(name))
	}
	w.Write(body)
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

// manners are those that hosts are known to have, and some more.
func manners() []manner {
	plain := func(w http.ResponseWriter, r *http.Request) { send(w, r.URL.Path) }
	bare := func(status int) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, r *http.Request) {
			if at, is := strings.CutSuffix(r.URL.Path, ".html"); is {
				http.Redirect(w, r, asked(strings.TrimSuffix(at, "index"), r), status)
				return
			}
			both(w, r)
		}
	}
	without := func(gone string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, r *http.Request) {
			name := r.URL.Path
			if _, err := os.Stat(filepath.Join(dist, filepath.FromSlash(name))); err != nil || strings.HasSuffix(name, gone) {
				name = "/index.html"
			}
			send(w, name)
		}
	}
	says := func(headers ...string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, r *http.Request) {
			for i := 0; i < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			send(w, r.URL.Path)
		}
	}
	typed := func(kind string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, r *http.Request) {
			if e := path.Ext(r.URL.Path); e != ".html" && e != ".js" && e != ".css" && r.URL.Path != "/" {
				w.Header().Set("Content-Type", kind)
			}
			send(w, r.URL.Path)
		}
	}
	return []manner{
		{name: "301 from x.html to x", bare: true, serve: bare(301)},
		{name: "302 from x.html to x", bare: true, serve: bare(302)},
		{name: "308 from x.html to x, and everything compressed", bare: true, serve: compressed(bare(308))},
		{name: "x is x.html", bare: true, serve: both},
		{name: "/ leads to /index.html", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" {
				http.Redirect(w, r, asked("/index.html", r), http.StatusFound)
				return
			}
			plain(w, r)
		}},
		{name: "a folder that wants its slash", under: "/figure", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/figure" {
				http.Redirect(w, r, asked("/figure/", r), http.StatusMovedPermanently)
				return
			}
			send(w, strings.TrimPrefix(r.URL.Path, "/figure"))
		}},
		{name: "gz is a coding", serve: func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".gz") {
				w.Header().Set("Content-Encoding", "gzip")
				w.Header().Set("Content-Type", "application/wasm")
			}
			plain(w, r)
		}},
		{name: "everything compressed, gz too", serve: compressed(plain)},
		{name: "compressed where there are files", serve: serve.Handler(dist).ServeHTTP},
		{name: "octets", serve: typed("application/octet-stream")},
		{name: "text", serve: typed("text/plain")},
		{name: "the first page for what is missing", serve: without("\x00")},
		{name: "the first page for app.wasm.gz", serve: without(".wasm.gz")},
		{name: "the first page for app.wasm", serve: without(".wasm")},
		{name: "no app.wasm.gz", serve: func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".gz") {
				http.NotFound(w, r)
				return
			}
			plain(w, r)
		}},
		{name: "nothing is stored", serve: says("Cache-Control", "no-store", "Pragma", "no-cache", "Expires", "0")},
		{name: "everything is stored", serve: says("Cache-Control", "public, max-age=31536000, immutable", "X-Content-Type-Options", "nosniff")},
		{name: "answers that vary with everything", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/sw.js" { // Firefox keeps no worker that does
				w.Header().Set("Vary", "*")
			}
			plain(w, r)
		}},
		{name: "a query of its own", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/sw.js" && !r.URL.Query().Has("v") { // no worker may come from elsewhere
				q := r.URL.Query()
				q.Set("v", "2")
				http.Redirect(w, r, r.URL.Path+"?"+q.Encode(), http.StatusFound)
				return
			}
			plain(w, r)
		}},
		{name: "a script of its own in every page", serve: func(w http.ResponseWriter, r *http.Request) {
			send(w, r.URL.Path, func(b []byte) []byte {
				return bytes.Replace(b, []byte("</body>"), []byte("<script>window.counted = true</script></body>"), 1)
			})
		}},
	}
}

// asked is an address with the query of a request.
func asked(at string, r *http.Request) string { return at + "?" + r.URL.RawQuery }

// both has every page by two names.
func both(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path
	if _, err := os.Stat(filepath.Join(dist, name+".html")); err == nil {
		name += ".html"
	}
	send(w, name)
}

// compressed compresses whatever is sent, once more if need be.
func compressed(next func(http.ResponseWriter, *http.Request)) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		next(&packer{ResponseWriter: w}, r)
	}
}

type packer struct{ http.ResponseWriter }

func (p *packer) Write(b []byte) (int, error) {
	p.Header().Set("Content-Encoding", "gzip")
	return p.ResponseWriter.Write(gzipped(b))
}

// tryManners visits hosts of every manner and then, once the worker has its files,
// without them. Chromium and Firefox share them, and WebKit, whose driver's pages
// have no workers, takes one in four. A host that has pages by two names shows all
// of them, both times; of the others each shows some, by turns, and one in three is
// visited again before it is gone. By turns, too, the figure or the lecture is the
// page that is waited for until its program runs.
func tryManners(v *visit) {
	share := map[Engine][2]int{Chromium: {2, 0}, Firefox: {2, 1}, WebKit: {4, 3}}[v.Engine]
	ready := [2][2]string{{"/" + corner, figureAtCorner}, {"/lecture.html", lectureReady}}
	names := []string{"/", "/lecture.html", "/notes.html", "/lecture", "/notes", "/index"}
	for i, m := range manners() {
		if i%share[0] != share[1] {
			continue
		}
		h := v.hostOf(m)
		if m.under != "" {
			h.has(m.under+corner, figureAtCorner)
		}
		h.has(m.under+ready[0][0], ready[0][1])
		if v.Engine == WebKit {
			if m.bare {
				h.shows(names[1:]...)
			} else {
				h.shows(names[1+i%2])
			}
			continue
		}
		v.worker("active")
		if m.bare || i%3 == 0 {
			h.when = "2nd visit"
			h.has(m.under+ready[(i+1)%2][0], ready[(i+1)%2][1])
			v.must(v.WaitFor(`navigator.serviceWorker.controller`, soon))
			if m.bare {
				h.shows(names...)
			}
		}
		h.down.Store(true)
		h.when = "visit without the host"
		h.has(m.under+ready[i%2][0], ready[i%2][1])
		if m.bare {
			h.shows(names...)
		} else {
			h.shows(names[i%3], names[3+(i+1)%3])
		}
	}
}

// trySpoilt visits a site of whose program the worker's copy is spoilt, a page, or
// gone, and tries again by hand where a page has given up.
func trySpoilt(v *visit) {
	h := v.hostOf(manner{name: "a plain host", serve: func(w http.ResponseWriter, r *http.Request) { send(w, r.URL.Path) }})
	h.has("/"+corner, figureAtCorner)
	v.worker("active")
	for _, spoil := range []string{
		`await c.put(r.url, new Response(new Uint8Array([31, 139, 8, 0, 1, 2, 3, 4])))`,
		`await c.put(r.url, new Response('<!doctype html>'))`,
		`await c.put(r.url, new Response(''))`,
		`await c.put(r.url, new Response(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])))`,
		`await c.delete(r)`,
	} {
		h.when = "visit after " + spoil
		v.must(v.Eval(`return (async () => { const c = await caches.open((await caches.keys()).find(k => !k.endsWith('decks'))); for (const r of await c.keys()) if (r.url.includes('app.wasm')) { `+spoil+` } })()`, nil))
		h.has("/"+corner, figureAtCorner)
	}
	v.must(v.Eval(`return (async () => { for (const k of await caches.keys()) await caches.delete(k) })()`, nil))
	h.down.Store(true)
	v.must(v.Eval(rootJS+`.dispatchEvent(new Event('relu-again'))`, nil)) // begins anew, with what it has
	v.must(v.WaitFor(rootJS+`.dataset.state === 'ready'`, soon))
}

// mannered is a host of some manner, as a scenario visits it.
type mannered struct {
	*visit
	manner
	site string
	when string // which visit it is
	down *atomic.Bool
}

func (v *visit) hostOf(m manner) *mannered {
	down := &atomic.Bool{}
	return &mannered{v, m, v.elsewhere(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if down.Load() {
			if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
				c.Close()
			}
			return
		}
		m.serve(w, r)
	})), "1st visit", down}
}

const (
	corner         = "#lens=sub&x=0"
	figureAtCorner = `(root => root?.dataset.state === 'ready' && root.dataset.lens === 'sub')(` + rootJS + `)`
	lectureReady   = `document.querySelector('[data-lecture="ready"]') && document.querySelector('.lec-title')?.textContent`
)

// has opens a page and waits for something to be true of it.
func (h *mannered) has(page, what string) {
	h.Helper()
	h.visits++
	page, hash, _ := strings.Cut(page, "#")
	n := fmt.Sprint(h.visits)
	err := h.Navigate(h.site + page + "?painter=svg&n=" + n + "#" + hash)
	if err == nil { // the page before may answer for a while
		err = h.WaitFor(`new URLSearchParams(location.search).get('n') === arguments[0] && (`+what+`)`, soon, n)
	}
	if err != nil {
		var is string
		h.Eval(`return location.href + ' ' + (`+rootJS+`?.dataset.state ?? document.title) + ' ' + (document.querySelector('[role="alert"]:not([hidden])')?.textContent ?? '')`, &is)
		h.Fatalf("%s, %s of %s: %v\n%s", h.name, h.when, page, err, is)
	}
}

// shows opens pages in frames, all at once, and waits until each has its scripts, has
// read its deck and looks for the program.
func (h *mannered) shows(pages ...string) {
	h.Helper()
	kinds := map[string]string{"/lecture": ".relu-figure[data-reports]:not([data-address])", "/notes": ".notes-page .relu-figure", "/": ".relu-figure[data-address]"}
	var frames [][2]string
	for _, p := range pages {
		frames = append(frames, [2]string{h.under + p + "?painter=svg", kinds["/"+strings.TrimSuffix(strings.TrimSuffix(p[1:], ".html"), "index")]})
	}
	h.must(h.Eval(`document.body.append(...arguments[0].map(([src]) => Object.assign(document.createElement('iframe'), {src, className: 'shown'})))`, nil, frames))
	const missing = `[...document.querySelectorAll('iframe.shown')].filter((f, i) => !/loading|ready/.test(f.contentDocument?.querySelector(arguments[0][i][1])?.dataset.state))`
	if err := h.WaitFor(missing+`.length === 0`, soon, frames); err != nil {
		var is []string
		h.Eval(`return `+missing+`.map(f => f.src + ': ' + f.contentDocument?.body.textContent.trim().slice(0, 200))`, &is, frames)
		h.Fatalf("%s, %s: %v\n%q", h.name, h.when, err, is)
	}
	h.must(h.Eval(`for (const f of document.querySelectorAll('iframe.shown')) f.remove()`, nil))
}
