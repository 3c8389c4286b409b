//go:build js

package host

import (
	"math"
	"slices"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/web/page"
)

// handles are the elements over the drawn handles: a slider for each control
// and, where a control can be grabbed in more places than one, plain elements
// for the pointer only. An element lives as long as its figure, so that the
// focus outlives any change of the drawing.
type handles struct {
	handleLayer js.Value
	handleList  []*handle // in the order of tabbing
}

// handle is the element of one spot.
type handle struct {
	*node
	spotKey
	spot  int // index into the frame's spots, or −1 if it has none now
	shown bool
}

// spotKey tells spots apart from frame to frame: the nth place where a
// control can be grabbed. The slider is number 0.
type spotKey struct {
	control figure.Control
	nth     int
}

// before tells the order in which Tab visits the sliders.
func (k spotKey) before(o spotKey) bool {
	if k.control != o.control {
		return page.TabOrder(k.control) < page.TabOrder(o.control)
	}
	return k.nth < o.nth
}

func (h *Host) bindHandles() {
	h.handleLayer = h.root.Call("querySelector", ".rf-handles")
	// What an earlier program of this figure left is taken over, the focus on it included.
	old := h.handleLayer.Get("children")
	var strangers []js.Value
	for i := range old.Length() {
		el := old.Index(i)
		k, ok := keyOf(el)
		if !ok {
			strangers = append(strangers, el)
			continue
		}
		h.handleList = append(h.handleList, &handle{node: newNode(el), spotKey: k, spot: -1})
	}
	for _, el := range strangers {
		el.Call("remove")
	}
}

// keyOf reads the key that an element carries.
func keyOf(el js.Value) (spotKey, bool) {
	name, nth := text(el.Get("dataset").Get("control")), text(el.Get("dataset").Get("nth"))
	if c := controlNamed(name); c != figure.None && len(nth) == 1 {
		return spotKey{c, int(nth[0] - '0')}, true
	}
	return spotKey{}, false
}

// spotKeys names the spots of the frame, in the frame's order.
func spotKeys(spots []scene.Spot) []spotKey {
	var others [figure.Controls]int // corners have one place each
	keys := make([]spotKey, len(spots))
	for i, s := range spots {
		keys[i] = spotKey{control: s.Control}
		if !s.Primary {
			others[s.Control]++
			keys[i].nth = others[s.Control]
		}
	}
	return keys
}

// handleOf returns the element of a key and makes it at its place in the
// order of tabbing if there is none.
func (h *Host) handleOf(k spotKey) *handle {
	if h.model.Held == 0 { // a hand's is there
		h.handleList = slices.DeleteFunc(h.handleList, func(o *handle) bool { return o.spotKey == k && gone(o.el, h.handleLayer) })
	}
	at := len(h.handleList)
	for i, o := range h.handleList {
		if o.spotKey == k {
			return o
		}
		if k.before(o.spotKey) {
			at = i
			break
		}
	}
	n := &handle{node: newNode(h.window.Get("document").Call("createElement", "div")), spotKey: k, spot: -1}
	n.attr("data-control", page.ControlKey(k.control))
	n.attr("data-nth", string(rune('0'+k.nth)))
	if k.nth == 0 {
		n.attr("class", "rf-handle")
		n.attr("role", "slider")
		n.attr("tabindex", "0")
	} else {
		n.attr("class", "rf-handle rf-second")
		n.attr("aria-hidden", "true")
	}
	next := js.Null()
	for _, o := range h.handleList[at:] {
		if o.el.Get("parentNode").Equal(h.handleLayer) {
			next = o.el
			break
		}
	}
	h.handleLayer.Call("insertBefore", n.el, next)
	h.handleList = slices.Insert(h.handleList, at, n)
	return n
}

// eighth is a length to an eighth of a px, which a browser's short floats add to
// others without rounding: an element of 44 px is not 43.99998 px high.
func eighth(v float64) float64 { return math.Round(8*v) / 8 }

// placeHandles puts the elements on the drawn handles and tells assistive
// technology their values.
func (h *Host) placeHandles() {
	h.placeCorners()
	for _, n := range h.handleList {
		n.shown, n.spot = false, -1
	}
	for i, k := range spotKeys(h.frame.Spots) {
		s := h.frame.Spots[i]
		n := h.handleOf(k)
		n.shown, n.spot = true, i
		n.hide(false)
		n.style("transform", move(eighth(s.At.X-s.Hit/2), eighth(s.At.Y-s.Hit/2)))
		n.style("width", px(s.Hit))
		n.style("height", px(s.Hit))
		n.style("--rf-r", px(s.Radius))
		if !s.Primary || h.model.Held != 0 && !h.model.Held.Has(s.Control) && n.attrs["aria-label"] != "" { // it is told at the release
			continue
		}
		w := figure.Slider(h.model, s.Control)
		n.attr("aria-label", w.Label)
		n.attr("aria-valuemin", number(w.Min))
		n.attr("aria-valuemax", number(w.Max))
		n.attr("aria-valuenow", number(w.Now))
		n.attr("aria-valuetext", w.ValueText)
		if _, corner := s.Control.Corner(); corner { // which moves both ways
			n.attr("aria-keyshortcuts", "Insert Delete")
			continue
		}
		n.attr("aria-orientation", page.Orientation(s.Control))
	}
	for _, n := range h.handleList {
		if !n.shown {
			n.hide(true)
		}
	}
}
