//go:build !js

package e2e

import (
	"regexp"
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
	case "/two.html":
		return around(index, "", `<div data-relu-figure></div><script type="module" src="embed.js"></script>`), true
	}
	page, ok = hosts()[name]
	return page, ok
}

// around puts HTML at the beginning and at the end of a page's body, whose
// essay it leaves out.
func around(page []byte, before, after string) []byte {
	s := regexp.MustCompile(`<script type="module" src="essay\.js[^>]*></script>`).ReplaceAllString(string(page), "")
	if from, to := strings.Index(s, "<article"), strings.Index(s, "</article>"); 0 < from && from < to {
		s = s[:from] + s[to+len("</article>"):]
	}
	if i := strings.Index(s, "<body"); i >= 0 {
		i += strings.IndexByte(s[i:], '>') + 1
		s = s[:i] + before + s[i:]
	}
	if i := strings.LastIndex(s, "</body>"); i >= 0 {
		s = s[:i] + after + s[i:]
	}
	return []byte(s)
}
