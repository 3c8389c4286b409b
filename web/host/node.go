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
	raw    string // the words that the inner markup was made of, if they are known
	found  bool   // the page knows the texts of the inner markup (reword)
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

// words sets what is inside the element to words in figure's markup, which become
// HTML only if they are others.
func (n *node) words(raw string, html func(string) string) {
	if n.filled && n.raw == raw && raw != "" {
		return
	}
	n.html(html(raw))
	n.raw = raw
}

// html sets what is inside the element.
func (n *node) html(inner string) {
	n.raw = ""
	if n.filled && n.inner == inner {
		return
	}
	old := n.inner
	n.inner = inner
	if n.filled {
		if list, count := page.Reworded(old, inner); list != nil && n.reword(list, count) {
			return
		}
	}
	n.filled, n.found = true, false
	n.el.Set("innerHTML", inner)
}

// rewords changes texts inside an element, as reword in web/figure/box.js says.
var rewords = js.Global().Get("figureBox").Get("reword")

// reword changes texts and leaves the elements around them alone, which costs
// the browser a fraction of what new elements do. It does nothing and reports
// false if the texts are not what was written.
func (n *node) reword(list []page.Rewording, count int) bool {
	ask := "\x00" + strconv.Itoa(count)
	if !n.found {
		ask = "anew" + ask
		n.found = true
	}
	for _, r := range list {
		ask += "\x00" + strconv.Itoa(r.At) + "\x00" + r.Old + "\x00" + r.Text
	}
	return rewords.Invoke(n.el, ask).Bool()
}

// connected reports whether a node is on the page.
func connected(node js.Value) bool { return node.Get("isConnected").Bool() }

// gone reports whether a node has been taken out of one that is on the page. A
// root that is off the page keeps what it has.
func gone(node, from js.Value) bool { return !connected(node) && connected(from) }

// text sets the text inside the element.
func (n *node) text(s string) {
	if n.filled && n.inner == s {
		return
	}
	n.filled, n.inner = true, s
	n.el.Set("textContent", s)
}

// hide takes the element off the page, or puts it back.
func (n *node) hide(hidden bool) {
	if n.turns("hidden", hidden) {
		n.el.Set("hidden", hidden)
	}
}

// unseen hides the element from sight only: it stays readable for screen
// readers.
func (n *node) unseen(yes bool) {
	if n.turns("unseen", yes) {
		n.el.Get("classList").Call("toggle", "rf-unseen", yes)
	}
}

// turns notes whether something holds of the element, and reports whether that is new.
func (n *node) turns(name string, yes bool) bool {
	was := n.attrs[name]
	n.attrs[name] = boolean(yes)
	return was != n.attrs[name]
}

// px writes a length in CSS pixels, rounded to a hundredth.
func px(v float64) string { return decimal(v) + "px" }

// scaled is a transform that makes something smaller.
func scaled(share float64) string { return " scale(" + strconv.FormatFloat(share, 'f', 4, 64) + ")" }

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
