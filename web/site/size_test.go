//go:build !js

package main

import (
	"slices"
	"strings"
	"testing"
)

func TestLoadedFollowsWhatAPageNames(t *testing.T) {
	inDist(t, map[string]string{
		"index.html":       `<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="a.css"><link rel="preload" href="fonts/f.woff2" as="font"><script type="module" src="a.js"></script><a href="other.html">`,
		"a.css":            `@font-face { src: url(fonts/g.woff2) format("woff2") } i { background: url("data:x") }`,
		"a.js":             "import {b} from './sub/b.js'; // why\nimport './c.js';\nconst later = () => import('./later.js');\n",
		"sub/b.js":         "import c from '../c.js';\nexport {d} from './d.js';\n",
		"c.js":             "",
		"sub/d.js":         "",
		"later.js":         "",
		"app.wasm":         "",
		"fonts/f.woff2":    "",
		"fonts/g.woff2":    "",
		"other.html":       "",
		"fonts/none.woff2": "",
	})
	got, err := loaded("index.html")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	if want := []string{"a.css", "a.js", "app.wasm", "c.js", "fonts/f.woff2", "fonts/g.woff2", "index.html", "sub/b.js", "sub/d.js"}; !slices.Equal(got, want) {
		t.Errorf("it loads %q, want %q", got, want)
	}
}

func TestWeighTakesWhatAHostSends(t *testing.T) {
	inDist(t, map[string]string{"index.html": "0123456789", "index.html.br": "0123", "index.html.gz": "012345", "app.wasm": "01"})
	if w, err := weigh("index.html"); err != nil || w != (weights{10, 6, 4}) {
		t.Errorf("%v, %v", w, err)
	}
	if w, err := weigh("app.wasm"); err != nil || w != (weights{2, 2, 2}) {
		t.Errorf("%v, %v", w, err)
	}
	if _, err := weigh("none"); err == nil {
		t.Error("what is not there was weighed")
	}
}

func TestFiguresAreHeldToWhatWasAgreed(t *testing.T) {
	agreed, err := readAmounts("# a comment\napp.wasm 1000\nindex.html 2000\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		now  []amount
		says string
	}{
		{[]amount{{"app.wasm", 1030}, {"index.html", 1}}, ""},
		{[]amount{{"app.wasm", 1031}}, "3.1% above the agreed 1000"},
		{[]amount{{"embed.html", 1}}, "no size of embed.html has been agreed"},
		{[]amount{{"index.html", limit + 1}}, "more than"},
	} {
		err := within(c.now, agreed)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v: %v, want %q", c.now, err, c.says)
		}
	}
	if _, err := readAmounts("app.wasm many"); err == nil {
		t.Error("a figure that is no number was read")
	}
}
