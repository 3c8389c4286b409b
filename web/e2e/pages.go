//go:build !js

package e2e

import (
	"bytes"
	"strings"
)

// testPage is a page around the figure that the tests need, made from the
// built index.html so that it cannot fall behind it; ok is false where no test
// page has the name.
func testPage(name string, index []byte) (page []byte, ok bool) {
	switch name {
	case "/blank.html":
		return []byte("<!doctype html><html lang=en><head><title>blank</title></head><body></body></html>"), true
	case "/tall.html":
		return around(index, `<button id="before">before</button>`,
			`<button id="after">after</button><div style="height:3000px">The page goes on.</div>`), true
	case "/blog.html":
		return []byte(post("")), true
	case "/strict.html":
		return []byte(post(`<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'">`)), true
	case "/sandbox.html":
		return []byte(`<!doctype html><html lang=en><head><title>sandbox</title></head><body><iframe title="figure" sandbox="allow-scripts" style="width:720px;height:420px" src="embed.html#x=0&lens=sub"></iframe></body></html>`), true
	case "/twenty.html":
		return []byte(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>twenty</title><script type="module" src="embed.js"></script></head><body>` + strings.Repeat(`<relu-three-ways x="0" lens="sub"><a href="index.html">The figure</a></relu-three-ways><p style="height:60vh">…</p>`, 20) + `</body></html>`), true
	case "/two.html":
		return around(index, "", figureRoot(index)), true
	}
	return nil, false
}

// post is a blog post with a figure far down in it, prose that steers it and
// outputs that show its values.
func post(head string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>post</title>` + head + `<script type="module" src="embed.js"></script></head><body>
<p>See <a id="link" href="#x=0&amp;lens=sub" data-figure="f">the corner</a>. The slope is <output id="slope" data-figure="f" data-show="slope"></output>, the interval <output id="interval" data-figure="f" data-show="interval"></output>.</p>
` + strings.Repeat("<p>A long article.</p>", 60) + `
<p id="step" data-figure="f" data-figure-step="x=-1&amp;lens=point">Left of the corner.</p>
` + strings.Repeat("<p>A long article.</p>", 40) + `
<relu-three-ways id="f" fn="relu" x="1.4" lens="point"><a href="index.html">Three ways to differentiate ReLU</a></relu-three-ways>
<p>The end.</p></body></html>`
}

// around puts HTML at the beginning and at the end of a page's body.
func around(page []byte, before, after string) []byte {
	s := string(page)
	if i := strings.Index(s, "<body"); i >= 0 {
		i += strings.IndexByte(s[i:], '>') + 1
		s = s[:i] + before + s[i:]
	}
	if i := strings.LastIndex(s, "</body>"); i >= 0 {
		s = s[:i] + after + s[i:]
	}
	return []byte(s)
}

// figureRoot is an empty root with the attributes of the page's own, but
// without the address, which only one figure of a page can have. The program
// fills it.
func figureRoot(page []byte) string {
	at := bytes.Index(page, []byte("data-relu-figure"))
	if at < 0 {
		return ""
	}
	from := bytes.LastIndexByte(page[:at], '<')
	to := at + bytes.IndexByte(page[at:], '>') + 1
	return strings.Replace(string(page[from:to]), " data-address", "", 1) + "</div>"
}
