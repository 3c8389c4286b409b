//go:build js

package host

import (
	"strconv"
	"syscall/js"

	"relu-three-ways/web/page"
)

// node is an element and what was last written to it, so that nothing is
// written twice. An element that was adopted is written once at first.
type node struct {
	el     js.Value
	css    js.Value // its own style, once that has been written
	attrs  map[string]string
	styles map[string]string
	inner  string
	filled bool
	runs   []js.Value // the text nodes inside, once one of them has changed
}

func newNode(el js.Value) *node {
	return &node{el: el, attrs: map[string]string{}, styles: map[string]string{}}
}

// attr sets an attribute.
func (n *node) attr(name, value string) {
	if old, ok := n.attrs[name]; ok && old == value {
		return
	}
	n.attrs[name] = value
	n.el.Call("setAttribute", name, value)
}

// style sets a property of the element's own style; "" removes it.
func (n *node) style(name, value string) {
	if old, ok := n.styles[name]; ok && old == value {
		return
	}
	n.styles[name] = value
	if n.css.IsUndefined() {
		n.css = n.el.Get("style")
	}
	n.css.Call("setProperty", name, value)
}

// html sets what is inside the element.
func (n *node) html(inner string) {
	if n.filled && n.inner == inner {
		return
	}
	old := n.inner
	n.inner = inner
	if n.filled {
		if list := page.Reworded(old, inner); list != nil {
			n.reword(list)
			return
		}
	}
	n.filled, n.runs = true, nil
	n.el.Set("innerHTML", inner)
}

// reword changes texts and leaves the elements around them alone, which costs
// the browser a fraction of what new elements do.
func (n *node) reword(list []page.Rewording) {
	if n.runs == nil {
		const texts = 4 // NodeFilter.SHOW_TEXT
		walk := n.el.Get("ownerDocument").Call("createTreeWalker", n.el, texts)
		for t := walk.Call("nextNode"); t.Truthy(); t = walk.Call("nextNode") {
			n.runs = append(n.runs, t)
		}
	}
	for _, r := range list {
		n.runs[r.At].Set("data", r.Text)
	}
}

// text sets the text inside the element.
func (n *node) text(s string) {
	if n.filled && n.inner == s {
		return
	}
	n.filled, n.inner, n.runs = true, s, nil
	n.el.Set("textContent", s)
}

// hide takes the element off the page, or puts it back.
func (n *node) hide(hidden bool) {
	v := "shown"
	if hidden {
		v = "hidden"
	}
	if n.attrs["hidden"] == v {
		return
	}
	n.attrs["hidden"] = v
	n.el.Set("hidden", hidden)
}

// unseen hides the element from sight only: it stays readable for screen
// readers.
func (n *node) unseen(yes bool) {
	v := "seen"
	if yes {
		v = "unseen"
	}
	if n.attrs["unseen"] == v {
		return
	}
	n.attrs["unseen"] = v
	n.el.Get("classList").Call("toggle", "rf-unseen", yes)
}

// px writes a length in CSS pixels, rounded to a hundredth.
func px(v float64) string { return decimal(v) + "px" }

func decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
