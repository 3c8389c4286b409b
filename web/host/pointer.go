//go:build js

package host

import (
	"math"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
)

// pointers are the fingers, pens and mice that hold something now, by their
// pointer id.
type pointers struct {
	holds map[int]hold
}

// hold is one pointer on one handle. The place of the handle and the place of
// the pointer when it took hold are kept, and only the difference counts, so
// that nothing jumps and nothing has to be measured.
type hold struct {
	key  spotKey
	at   scene.Point // the handle's centre when it was grabbed
	page scene.Point // the pointer's place on the page then
	pull float64     // px within which a corner attracts
}

// Reach of the magnet at a corner, px.
const (
	pullFine  = 8  // mouse and pen
	pullTouch = 14 // finger
)

func (h *Host) bindPointers() {
	h.holds = map[int]hold{}
	layer := h.handleLayer
	h.on(layer, "pointerdown", h.pointerDown)
	h.on(layer, "pointermove", h.pointerMove)
	for _, kind := range []string{"pointerup", "pointercancel", "lostpointercapture"} {
		h.on(layer, kind, func(e js.Value) { h.letGo(e.Get("pointerId").Int()) })
	}
	// The browser's own answer to a press on a handle, moving the focus to
	// whatever lies under the pointer, has been given by pointerDown already.
	h.on(layer, "mousedown", func(e js.Value) {
		if e.Get("button").Int() == 0 {
			e.Call("preventDefault")
		}
	})
	h.on(layer, "pointerout", func(js.Value) {
		if h.model.Hover != figure.None && len(h.holds) == 0 {
			h.Send(figure.Hovered{Control: figure.None})
		}
	})
	h.on(layer, "dblclick", func(e js.Value) {
		if i, _ := h.spotUnder(e); i >= 0 && h.frame.Spots[i].Control == figure.G {
			h.Send(figure.Project{})
		}
	})
	h.on(layer, "contextmenu", func(e js.Value) { h.letGoAll() })
	h.on(h.window, "blur", func(js.Value) { h.letGoAll() })
	document := h.window.Get("document")
	h.on(document, "visibilitychange", func(js.Value) {
		if document.Get("hidden").Bool() {
			h.letGoAll()
		}
	})
}

// spotUnder returns the spot whose centre is nearest to a pointer that is on a
// handle's element, and its key; −1 if there is none. Hit areas may overlap.
func (h *Host) spotUnder(e js.Value) (int, spotKey) {
	target := e.Get("target")
	for _, n := range h.handleList {
		if !n.shown || !n.el.Equal(target) {
			continue
		}
		s := h.frame.Spots[n.spot]
		q := scene.Point{X: s.At.X - s.Hit/2 + e.Get("offsetX").Float(), Y: s.At.Y - s.Hit/2 + e.Get("offsetY").Float()}
		best, least := -1, math.Inf(1)
		for i, o := range h.frame.Spots {
			if d := math.Hypot(o.At.X-q.X, o.At.Y-q.Y); d < least && math.Abs(o.At.X-q.X) <= o.Hit/2 && math.Abs(o.At.Y-q.Y) <= o.Hit/2 {
				best, least = i, d
			}
		}
		if best < 0 {
			best = n.spot
		}
		return best, spotKeys(h.frame.Spots)[best]
	}
	return -1, spotKey{}
}

func (h *Host) pointerDown(e js.Value) {
	id := e.Get("pointerId").Int()
	if e.Get("button").Int() != 0 {
		return
	}
	h.letGo(id) // an end that never came
	i, key := h.spotUnder(e)
	if i < 0 || h.holding(key.control) {
		return
	}
	pull := float64(pullFine)
	if text(e.Get("pointerType")) == "touch" {
		pull = pullTouch
	}
	h.holds[id] = hold{key: key, at: h.frame.Spots[i].At, page: pageOf(e), pull: pull}
	h.capture(id)
	for _, n := range h.handleList {
		if n.control == key.control && n.nth == 0 && n.shown {
			n.el.Call("focus", map[string]any{"preventScroll": true, "focusVisible": false})
		}
	}
	h.Send(figure.Grab{Control: key.control})
}

// capture keeps the pointer's events coming, wherever it goes. A pointer that
// is gone already cannot be captured, and the browser throws; its end will
// come as an event too.
func (h *Host) capture(id int) {
	defer func() { _ = recover() }()
	h.handleLayer.Call("setPointerCapture", id)
}

func (h *Host) holding(c figure.Control) bool {
	for _, o := range h.holds {
		if o.key.control == c {
			return true
		}
	}
	return false
}

func (h *Host) pointerMove(e js.Value) {
	o, ok := h.holds[e.Get("pointerId").Int()]
	if !ok {
		h.hover(e)
		return
	}
	if e.Get("buttons").Int() == 0 { // it was let go where nobody looked
		h.letGo(e.Get("pointerId").Int())
		return
	}
	h.moveTo(o, pageOf(e))
}

// moveTo moves what is held to where the pointer is on the page.
func (h *Host) moveTo(o hold, now scene.Point) {
	for i, k := range spotKeys(h.frame.Spots) {
		if k == o.key {
			to := h.frame.Value(i, scene.Point{X: o.at.X + now.X - o.page.X, Y: o.at.Y + now.Y - o.page.Y})
			h.Send(figure.Drag{Control: k.control, To: to, Pull: o.pull / h.frame.Unit})
			return
		}
	}
}

func (h *Host) hover(e js.Value) {
	if text(e.Get("pointerType")) == "touch" || len(h.holds) > 0 {
		return
	}
	c := figure.None
	if i, k := h.spotUnder(e); i >= 0 {
		c = k.control
	}
	if c != h.model.Hover {
		h.Send(figure.Hovered{Control: c})
	}
}

// letGo ends what a pointer holds, if it holds anything.
func (h *Host) letGo(id int) {
	o, ok := h.holds[id]
	if !ok {
		return
	}
	delete(h.holds, id)
	h.Send(figure.Release{Control: o.key.control})
}

func (h *Host) letGoAll() {
	for id := range h.holds {
		h.letGo(id)
	}
}

func pageOf(e js.Value) scene.Point {
	return scene.Point{X: e.Get("pageX").Float(), Y: e.Get("pageY").Float()}
}
