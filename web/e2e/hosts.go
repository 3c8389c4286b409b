//go:build !js

package e2e

import "strings"

// hosts are pages of others that have the figure in them, written as their
// writers would.
func hosts() map[string][]byte {
	page := func(title, head, body string) []byte {
		return []byte(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>` + title + `</title>` + head + `</head><body>` + body + `</body></html>`)
	}
	const (
		messages = `<script>window.messages = []; addEventListener('message', e => window.messages.push(e.data))</script>`
		module   = `<script type="module" src="embed.js"></script>`
		room     = `display:block;height:0;padding-bottom:max(420px,min(60%,900px),min(605px + 91%,(560px - 100%)*999))` // as EMBED.md has it
		line     = `<script async src="post.js"></script>`
		own      = `<link rel="stylesheet" href="figure.css"><script type="module" src="figure.js"></script>`
		sized    = `<div style="width:720px;height:420px"><div class="relu-figure" data-relu-figure data-link="lens=sub&amp;x=-2"></div></div>`
		strict   = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'">`
		forbids  = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'">`
		memories = `<script>window.memories = []; const own = WebAssembly.instantiate; WebAssembly.instantiate = async (...all) => { const made = await own(...all); memories.push(new WeakRef(made.exports.mem)); return made }</script>`
	)
	return map[string][]byte{
		"/blog.html":    page("post", module, post()),
		"/strict.html":  page("post", strict+module, post()),
		"/forbids.html": page("post", forbids+module, post()),
		"/framed.html":  page("post", module, strings.Replace(post(), "<relu-three-ways", "<relu-three-ways frame", 1)),
		"/wall.html": page("wall", module+`<style>#bar { position: sticky; top: 0; z-index: 1; height: 60px; background: white }</style>`,
			`<div id="bar">The page's own bar</div><div class="content entry-content"><div data-relu-figure data-link="lens=sub&amp;x=0" style="width:720px;height:440px"></div><p>Prose.</p><relu-three-ways lens="sub" x="0" style="display:block;width:720px;height:440px"></relu-three-ways></div>`),
		"/manners.html": page("manners", module+`<script>
			window.heard = [];
			for (const kind of ['keydown', 'keypress', 'keyup']) for (const target of [document, window]) target.addEventListener(kind, e => heard.push(kind + ' ' + e.key));
			for (const kind of ['pointermove', 'mousemove', 'touchmove']) addEventListener(kind, e => { if (e.buttons) heard.push(kind) });
			const jump = e => { const a = e.target.closest?.('a[href^="#"]'); if (a) { e.preventDefault(); document.querySelector(a.getAttribute('href')).scrollIntoView() } };
			document.addEventListener('click', jump);
			addEventListener('click', jump, true);
			window.routed = [];
			addEventListener('click', e => { const a = e.target.closest?.('a[href]:not([target])'); if (a && e.isTrusted) routed.push(a.id) }, true);
			addEventListener('DOMContentLoaded', () => { for (const a of document.querySelectorAll('a')) a.addEventListener('click', e => { e.preventDefault(); e.stopImmediatePropagation(); throw new Error('not a selector') }) });
		</script>`, `<div id="pad" style="height:10px"></div><relu-three-ways id="f" lens="sub" x="0"></relu-three-ways>
			<p><a id="old" href="#x=0&amp;lens=sub" data-figure="f">old</a> <a id="id" href="#f" data-figure="f" data-link="x=-1"><i>by id</i></a> <a id="whole" href="index.html#x=2" data-figure="f">whole</a> <a id="plain" href="#f" data-figure="f">plain</a> <a id="nobody" href="#pad" data-figure="nobody">nobody</a></p>`),
		"/around.html": page("around", module+`<style id="own">#wrap.night { color: white; background: black } body:has(#check:checked) { color: rgb(240, 240, 240) }</style>`,
			`<input type="checkbox" id="check" aria-label="dark"><div id="wrap"><relu-three-ways id="f" lens="sub" x="0"></relu-three-ways></div>`),
		"/inside.html": page("deck", module+`<link rel="stylesheet" href="npm/reveal.js/dist/reveal.css"><link rel="stylesheet" href="npm/reveal.js/dist/theme/white.css">`,
			`<div class="reveal"><div class="slides"><section><h2>One</h2></section>
<section><relu-three-ways id="f" lens="dist" c="0.4" style="height:420px"></relu-three-ways></section>
<section><h2>Three</h2></section></div></div>
<script type="module">import Reveal from './npm/reveal.js/dist/reveal.mjs'; window.reveal = new Reveal({hash: false, transition: 'none'}); reveal.initialize();</script>`),
		"/late.html":    page("late", memories+module, `<div id="here"></div>`),
		"/still.html":   page("without scripts", `<style>body { margin: 0 } iframe { display: block; border: 0; width: 100vw; height: 100vh }</style>`, `<iframe title="figure" sandbox src="embed.html"></iframe>`),
		"/sandbox.html": page("sandbox", messages, `<iframe title="figure" sandbox="allow-scripts" style="width:720px;height:420px" src="embed.html#x=0&lens=sub"></iframe>`),
		"/other.html": page("of another origin", messages, strings.Repeat("<p>A long article.</p>", 200)+`<iframe title="figure" width="720" height="420"></iframe>
<script>document.querySelector('iframe').src = location.origin.replace('127.0.0.1', 'localhost') + '/embed.html#x=0&lens=sub'</script>`),
		"/twenty.html":  page("twenty", module, strings.Repeat(`<relu-three-ways frame x="0" lens="sub"><a href="index.html">The figure</a></relu-three-ways><p style="height:60vh">…</p>`, 20)),
		"/crowd.html":   page("crowd", `<script type="module" src="embed.js"></script>`, strings.Repeat(`<div data-relu-figure data-link="lens=sub&amp;x=0"></div><p style="height:90vh">…</p>`, 20)),
		"/article.html": page("article", line, strings.Repeat("<p>A long article.</p>", 40)+`<relu-three-ways id="f" x="1" lens="point"></relu-three-ways>`+strings.Repeat("<p>A long article.</p>", 80)),
		"/element.html": page("element", module, `<style>body { margin: 0 }</style><relu-three-ways id="f" x="1" lens="sub" g="0.2" style="`+room+`" data-room="`+room+`"><a href="index.html">The figure</a></relu-three-ways>`+strings.Repeat("<p>A long article.</p>", 60)+`<div id="late"></div>`+strings.Repeat("<p>A long article.</p>", 60)),
		"/formula.html": page("a formula", module, `<div dir="rtl"><relu-three-ways id="f" fn="cube" f="{x &lt; 0: -x, x + x^2}" x="1"></relu-three-ways></div>`),
		"/own.html":     page("own", own+`<style>body { margin: 0 }</style>`, `<div class="relu-figure" data-relu-figure></div><p>The post goes on.</p>`),
		"/shown.html":   page("shown in many ways", own+`<style>body { margin: 0; height: 3000px } #outer, #inner { width: 720px }</style>`, `<div id="outer"><div id="inner">`+sized+`</div></div>`),
		"/foreign.html": page("in an SVG", own+`<style>body { margin: 0 }</style>`, `<svg viewBox="0 0 720 420" width="1080" height="630"><foreignObject width="720" height="420">`+sized+`</foreignObject></svg>`),
		"/slide.html": page("in a slide", own+`<link rel="stylesheet" href="npm/reveal.js/dist/reveal.css"><link rel="stylesheet" href="npm/reveal.js/dist/theme/white.css">`,
			`<div class="reveal"><div class="slides"><section>`+sized+`</section></div></div>
<script type="module">import Reveal from './npm/reveal.js/dist/reveal.mjs'; window.reveal = new Reveal({hash: false, transition: 'none', minScale: .2, maxScale: 3}); reveal.initialize();</script>`),
		"/frame.html": page("a frame", `<style>body { margin: 0 }</style>`, `<div style="width:720px"><iframe title="figure" width="720" height="420" src="embed.html#lens=sub&x=-2"></iframe></div>`),
		"/switch.html": page("switch", module+`<style>:root { color-scheme: light; background: rgb(255, 240, 200) } :root[data-theme="dark"] { color-scheme: dark; background: rgb(0, 30, 60) }</style>`,
			`<button id="switch">dark</button><relu-three-ways id="f" x="0" lens="sub" theme="light" paper="none"></relu-three-ways>
<script>document.getElementById('switch').onclick = () => { document.documentElement.dataset.theme = 'dark'; document.getElementById('f').theme = 'dark'; }</script>`),
		"/pair.html": page("pair", "", `<iframe title="lecture" style="width:800px;height:450px" src="lecture.html"></iframe><iframe title="notes" style="width:700px;height:450px" src="notes.html"></iframe>`),
		"/deck.html": page("deck", `<link rel="stylesheet" href="npm/reveal.js/dist/reveal.css"><link rel="stylesheet" href="npm/reveal.js/dist/theme/white.css">`,
			`<div class="reveal"><div class="slides"><section><h2>One</h2></section>
<section><iframe title="figure" src="embed.html#lens=dist&c=0.4" width="720" height="420"></iframe></section>
<section><h2>Three</h2></section></div></div>
<script type="module">import Reveal from './npm/reveal.js/dist/reveal.mjs'; window.reveal = new Reveal({hash: false, transition: 'none'}); reveal.initialize();</script>`),
	}
}

// post is a blog post with a figure far down in it, prose that steers it and
// outputs that show its values.
func post() string {
	return `<p>See <a id="link" href="#x=0&amp;lens=sub" data-figure="f">the corner</a>. The slope is <output id="slope" data-figure="f" data-show="slope"></output>, the interval <output id="interval" data-figure="f" data-show="interval"></output>.</p>
` + strings.Repeat("<p>A long article.</p>", 60) + `
<p id="step" data-figure="f" data-figure-step="x=-1&amp;lens=point">Left of the corner.</p>
` + strings.Repeat("<p>A long article.</p>", 40) + `
<relu-three-ways id="f" fn="relu" x="1.4" lens="point"><a href="index.html">Three ways to differentiate ReLU</a></relu-three-ways>
<p>The end.</p>`
}
