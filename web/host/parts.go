//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// parts are the elements of a figure that its model writes to.
type parts struct {
	rootNode, stage                  *node
	tabs                             [figure.Lenses]*node
	pick, pickName, pickList, themed *node
	own, input, formula, wrongLine   *node
	drawn, drawIt                    *node
	question, caption, equation      *node
	reveal                           *node
	description                      *node
	secants, leftQuot, rightQuot     *node
	limit, limitValue                *node
	run, steps, previous, next       *node
	replay, play, sweep, walk        *node
	method                           *node
	readoutRow, live                 *node
	cells                            map[string]cell
	wordsLayer, mirrorsLayer         *layer
	all                              []*node
}

// cell is one readout.
type cell struct{ box, label, value, extra *node }

// adopt finds the parts in a root that has the markup of web/page; ok is false
// where one is missing.
func adopt(root js.Value) (_ parts, ok bool) {
	var all []*node
	find := func(selector string) *node {
		n := newNode(root.Call("querySelector", selector))
		all = append(all, n)
		return n
	}
	p := parts{
		rootNode: newNode(root), stage: find(".rf-stage"),
		pick: find(".rf-pick"), pickName: find(".rf-pick-name"), pickList: find(".rf-picker"), themed: find(".rf-theme"),
		own: find(".rf-own"), input: find(".rf-field"), formula: find(".rf-formula"), wrongLine: find(".rf-wrong"),
		drawn: find(".rf-draw"), drawIt: find(".rf-draw-it"),
		question: find(".rf-question"), caption: find(".rf-caption"), equation: find(".rf-equation"),
		reveal:      find(".rf-reveal"),
		description: find(".rf-description"),
		secants:     find(".rf-secants"), leftQuot: find(".rf-left-quotient"), rightQuot: find(".rf-right-quotient"),
		limit: find(".rf-limit"), limitValue: find(".rf-limit-value"),
		run: find(".rf-run"), steps: find(".rf-steps"), previous: find(".rf-previous"), next: find(".rf-next"),
		replay: find(".rf-replay"), method: find(".rf-method"), play: find(".rf-play"), sweep: find(".rf-sweep"), walk: find(".rf-walk"),
		readoutRow: find(".rf-readouts"), live: find(".rf-live"),
		cells: map[string]cell{},
	}
	words, mirrors := find(".rf-words"), find(".rf-mirrors")
	for _, layer := range []string{".rf-canvas", ".rf-targets", ".rf-handles"} { // which others fill
		find(layer)
	}
	for l := range figure.Lenses {
		p.tabs[l] = find(`.rf-tab[data-lens="` + page.LensKey(l) + `"]`)
	}
	for _, name := range []string{"point", "slope", "interval", "pairing"} {
		at := `[data-readout="` + name + `"]`
		p.cells[name] = cell{find(at), find(at + " .rf-label"), find(at + " .rf-value"), find(at + " .rf-extra")}
	}
	p.all = all
	for _, n := range all {
		if !n.el.Truthy() {
			return p, false
		}
	}
	p.wordsLayer, p.mirrorsLayer = newLayer(words.el, "span"), newLayer(mirrors.el, "span")
	return p, true
}

// whole reports whether the root still has every part.
func (p *parts) whole() bool {
	for _, n := range p.all {
		if gone(n.el, p.rootNode.el) {
			return false
		}
	}
	return true
}

// layer is a container of elements that are told apart by keys. Elements that
// a frame does not use are kept, hidden, for a later one.
type layer struct {
	host  js.Value
	tag   string
	nodes map[string]*node
	used  map[string]bool
}

func newLayer(host js.Value, tag string) *layer {
	host.Set("textContent", "")
	return &layer{host: host, tag: tag, nodes: map[string]*node{}, used: map[string]bool{}}
}

// begin starts a frame.
func (l *layer) begin() { clear(l.used) }

// get is the element of a key in this frame.
func (l *layer) get(key, class string) *node {
	n := l.nodes[key]
	if n == nil || gone(n.el, l.host) {
		n = newNode(l.host.Get("ownerDocument").Call("createElement", l.tag))
		n.attr("class", class)
		l.host.Call("appendChild", n.el)
		l.nodes[key] = n
	}
	l.used[key] = true
	n.hide(false)
	return n
}

// end hides the elements that the frame did not use.
func (l *layer) end() {
	for key, n := range l.nodes {
		if !l.used[key] {
			n.hide(true)
		}
	}
}
