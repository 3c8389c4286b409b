//go:build !js

package e2e

import (
	_ "embed"
	"errors"
	"fmt"
	"math/rand/v2"
)

//go:embed grown.js
var grownJS string

// spacing are the distances of WCAG's criterion 1.4.12, set in the figure's own
// tree.
const spacing = `root => (root.getRootNode().head ?? root.getRootNode()).append(Object.assign(document.createElement('style'), {textContent: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'}))`

// tryGrown lets the words grow as readers do: a least size of 20 px, more space
// between letters, words and lines, text alone twice as large. In all lenses and
// arrangements no word is cut off, lies on another or runs into it, and all that
// can be pressed is. For readers who have set nothing, nothing gives way.
//
// Each way to grow meets one size of three, by turns. WebKit has space between
// letters alone.
func tryGrown(v *visit) {
	turn := map[Engine]int{WebKit: 1, Firefox: 2}[v.Engine]
	try := func(v *visit, how, lang, change string) {
		v.grown(turn, how, lang, change)
		turn++
	}
	for _, lang := range []string{"en", "de"} {
		try(v, "with spacing", lang, spacing)
		if v.Engine == Chromium {
			try(v, "as it is", lang, "")
		}
	}
	if v.Engine == Firefox {
		v.must(v.ZoomText(2))
		try(v, "text twice as large", "de", "")
		v.must(v.ZoomText(1))
	}
	if v.Engine == WebKit {
		return
	}
	other := v.beside(Options{Least: 20})
	for _, lang := range []string{"en", "de"} {
		try(other, "at least 20 px", lang, "")
	}
	try(other, "at least 20 px, with spacing", "de", spacing)
}

// grown looks at the figure in a language, in many sizes and states, once a
// function of its root has been called.
func (v *visit) grown(turn int, how, lang, change string) {
	v.Helper()
	r := rand.New(rand.NewPCG(14, 12))
	v.open("/embed.html?painter=svg#lang=" + lang)
	if change != "" {
		v.must(v.Eval(`(`+change+`)(`+rootJS+`)`, nil))
	}
	v.must(v.Eval(grownJS, nil))
	for i, size := range [][2]int{{320, 568}, {390, 844}, {560, 420}, {720, 432}, {899, 539}, {933, 560}, {1000, 600}, {1280, 768}, {1440, 900}, {2560, 1440}} {
		if (i+turn)%3 > 0 {
			continue
		}
		err := v.Emulate(Screen{W: size[0], H: size[1]})
		narrow := errors.Is(err, ErrUnsupported) // the window cannot be so small, or so large; the figure can
		if !narrow {
			v.must(err)
		}
		v.inRoot(0, `Object.assign(root.style, arguments[0] ? {width: arguments[1] + 'px', height: arguments[2] + 'px'} : {width: '', height: ''})`, nil, narrow, size[0], size[1])
		v.waitRoot(`Math.abs(root.clientWidth - arguments[0]) <= 1`, size[0])
		var links []string
		for l, lens := range lenses() {
			fn := "minusabs" // which has the longest name
			if (l+size[0])%2 > 0 {
				fn = functions()[r.IntN(len(functions()))]
			}
			links = append(links, fmt.Sprintf("lang=%s&fn=%s&lens=%s&x=%d&g=-0.55&c=0.4&p=%d", lang, fn, lens, r.IntN(2), 1+r.IntN(5)))
		}
		var faults []string
		v.must(v.Eval(`return grown.walk(`+rootJS+`, arguments[0], arguments[1])`, &faults, links, how == "as it is" && size[0] > 320)) // where the longest name has no room beside three words
		for _, f := range faults[:min(4, len(faults))] {
			v.Errorf("%s, %d × %d, %s", how, size[0], size[1], f)
		}
	}
}
