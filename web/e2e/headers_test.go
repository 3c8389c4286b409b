//go:build !js

package e2e

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
)

func TestReadHeaders(t *testing.T) {
	rules, err := readHeaders("/*\n  A: b: c\n/x.html\n  D: e\n")
	if err != nil || len(rules) != 2 || rules[0].send[0] != [2]string{"A", "b: c"} {
		t.Errorf("read as %q, %v", rules, err)
	}
	if !rules[0].fits("/any/thing") || !rules[1].fits("/x.html") || rules[1].fits("/x.htm") {
		t.Error("paths are matched wrongly")
	}
	for _, bad := range []string{"A: b", "/*.js\n  A: b", "/x\n A: b", "/x\n  A " + strings.Repeat("b", 10), "/x\n  A: " + strings.Repeat("b", 2000), strings.Repeat("/x\n  A: b\n", 101)} {
		if _, err := readHeaders(bad); err == nil {
			t.Errorf("%.40q is taken", bad)
		}
	}
}

// tryHosted opens the pages with the headers that dist tells hosts to send: its
// policy forbids nothing that they do, pages that embed the figure and workers
// included.
func tryHosted(v *visit) {
	handler, err := hosted(dist)
	v.must(err)
	site := v.elsewhere(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/oembed" { // a host that runs the function, too
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, `{"version": "1.0", "type": "rich", "thumbnail_url": "/f/relu.png"}`)
			return
		}
		handler.ServeHTTP(w, r)
	}))
	v.must(v.Navigate(site + "/#lens=sub&x=0&g=0.6"))
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.must(v.WaitFor(`[...document.fonts].some(f => f.status === 'loaded')`, soon))
	v.must(v.Eval(`document.querySelector('.rf-share').click()`, nil))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-form')`, soon))
	v.must(v.Eval(`window.saved = []; URL.createObjectURL = file => { window.saved.push(file); return '#' };
		addEventListener('click', e => { if (e.target.matches?.('a[download]')) e.preventDefault() })`, nil))
	v.form("card")
	v.must(v.WaitFor(`document.querySelector('.rf-form').value === location.origin + '/f/state?lens=sub&x=0&g=0.6' && document.querySelector('.rf-preview > img')?.naturalWidth === 1200`, soon))
	v.form("frame")
	v.must(v.WaitFor(`document.querySelector('.rf-preview > iframe.rf-there')`, soon))
	v.must(v.Eval(`document.querySelector('[data-half="picture"]').click()`, nil))
	for i, name := range []string{"svg", "png", "tikz"} {
		v.saves(name)
		v.must(v.WaitFor(`window.saved.length > arguments[0] && window.saved[arguments[0]].size > 500`, soon, i))
	}
	v.must(v.Eval(`document.querySelector('dialog').close(); location.hash = 'fn=abs&lang=de'`, nil))
	v.waitRoot(`root.dataset.state === 'ready' && root.lang === 'de'`)
	v.clean()
	if v.Engine != WebKit { // whose driver's pages have no workers
		v.worker("active")
	}
	// From the worker a page comes too that its host calls otherwise.
	v.must(v.Navigate(site + "/lecture.html#scene=2"))
	v.must(v.WaitFor(`document.querySelector('[data-lecture="ready"]')`, soon))
	v.must(v.Press("q"))
	v.must(v.WaitFor(`document.querySelector('.lec-qr')`, soon))
	v.clean()
	v.must(v.Navigate(site + "/notes.html"))
	v.waitRoot(`root?.dataset.state === 'ready'`)
	v.clean()
	for _, sandbox := range []string{"", `sandbox="allow-scripts"`} {
		v.must(v.Navigate(v.elsewhere(postWith("", `<script>window.messages = []; addEventListener('message', e => window.messages.push(e.data))</script><iframe `+sandbox+` title="figure" width="720" height="420" src="`+site+`/embed.html#lens=sub&x=0"></iframe>`))))
		v.must(v.WaitFor(`window.messages.some(m => m.type === 'ready' && m.readout.subdifferential.join() === '0,1')`, soon))
		v.must(v.Eval(`document.querySelector('iframe').contentWindow.postMessage({source: 'relu-three-ways', v: 1, type: 'export', format: 'png', scale: 1}, '*')`, nil))
		v.must(v.WaitFor(`window.messages.some(m => m.type === 'export' && m.data.startsWith('data:image/png'))`, soon))
		v.clean()
	}
}

// tryAgain visits a frame, and a page of somebody else with the figure in it, twice,
// as from a host that reads _headers and without a worker: the second time the
// network brings the pages alone.
func tryAgain(v *visit) {
	handler, err := hosted(dist)
	v.must(err)
	var away atomic.Bool
	site := v.elsewhere(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch page := r.URL.Path == "/embed" || r.URL.Path == "/probe.js"; {
		case r.URL.Path == "/sw.js":
			http.NotFound(w, r)
		case away.Load() && !page:
			if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
				c.Close()
			}
		case r.URL.Path == "/app.wasm": // a host that compresses
			w.Header().Set("Content-Encoding", "gzip")
			r.URL.Path += ".gz"
			handler.ServeHTTP(w, r)
		default:
			handler.ServeHTTP(w, r)
		}
	}))
	post := v.elsewhere(postWith(`<script src="`+site+`/post.js" async></script>`, slope))
	for _, address := range []string{site + "/embed#lens=sub&x=0", post} {
		for _, gone := range []bool{false, true} {
			away.Store(gone)
			v.must(v.Navigate("about:blank"))
			v.must(v.Navigate(address))
			v.waitRoot(`root?.dataset.state === 'ready'`)
			v.must(v.Settle(soon))
		}
	}
}

// tryArchive opens the site as relu-three-ways.zip has it, without app.wasm, on
// a host that sends its first page for what is not there.
func tryArchive(v *visit) {
	handler, err := hosted(dist)
	v.must(err)
	site := v.elsewhere(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/app.wasm" {
			handler.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write([]byte("<!doctype html><title>The first page</title>"))
		z.Close()
	}))
	v.must(v.Navigate(site + "/#lens=sub&x=0"))
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.clean()
}
