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

// hold is one pointer on one handle. A hand seldom takes a handle by its centre:
// how far from it is kept, so that nothing jumps.
type hold struct {
	key  spotKey
	kind string      // mouse, pen or touch
	grip scene.Point // from the pointer to the handle's centre, px of the frame
	seen scene.Point // where the pointer was last, px of the window
}

// Reach of the magnet at a corner, px of the window.
const (
	pullFine  = 8  // mouse and pen
	pullTouch = 14 // finger
)

// pull is how far a corner attracts what a pointer holds.
func (o hold) pull() float64 {
	if o.kind == "touch" {
		return pullTouch
	}
	return pullFine
}

func (h *Host) bindPointers() {
	h.holds = map[int]hold{}
	h.bindCorners()
	layer := h.handleLayer
	h.on(layer, "pointerdown", h.pointerDown)
	h.on(h.root, "pointermove", h.pointerMove)
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
		if i, _, _ := h.spotUnder(e); i >= 0 && h.frame.Spots[i].Control == figure.G {
			h.Send(figure.Project{})
		}
	})
	h.on(h.window, "contextmenu", h.menu, "capture")
	h.on(h.window, "blur", func(js.Value) { h.letGoAll() })
	document := h.window.Get("document")
	h.on(document, "visibilitychange", func(js.Value) {
		if document.Get("hidden").Bool() {
			h.letGoAll()
		}
	})
}

// spotUnder returns the spot whose centre is nearest to a pointer that is on a
// handle's element, and its key; −1 if there is none. Hit areas may overlap. It
// returns the pointer's place in the frame too.
func (h *Host) spotUnder(e js.Value) (int, spotKey, scene.Point) {
	target := e.Get("target")
	for _, n := range h.handleList {
		if !n.shown || !n.el.Equal(target) {
			continue
		}
		q, ok := h.projection().inverse().at(clientOf(e))
		if !ok {
			break
		}
		best, least := n.spot, math.Inf(1)
		for i, o := range h.frame.Spots {
			if d := math.Hypot(o.At.X-q.X, o.At.Y-q.Y); d < least && math.Abs(o.At.X-q.X) <= o.Hit/2 && math.Abs(o.At.Y-q.Y) <= o.Hit/2 {
				best, least = i, d
			}
		}
		return best, spotKeys(h.frame.Spots)[best], q
	}
	return -1, spotKey{}, scene.Point{}
}

func (h *Host) pointerDown(e js.Value) {
	id := e.Get("pointerId").Int()
	if e.Get("button").Int() != 0 {
		return
	}
	h.letGo(id) // an end that never came
	i, key, q := h.spotUnder(e)
	if i < 0 || h.holding(key.control) {
		return
	}
	at := h.frame.Spots[i].At
	h.hold(id, hold{key: key, kind: text(e.Get("pointerType")), grip: scene.Point{X: at.X - q.X, Y: at.Y - q.Y}, seen: clientOf(e)})
	h.capture(id)
	h.take(key.control)
}

// hold lets a pointer hold a handle.
func (h *Host) hold(id int, o hold) {
	if len(h.holds) == 0 {
		h.watchMoves()
	}
	h.holds[id] = o
	h.Send(figure.Grab{Control: o.key.control})
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
	h.showChrome()
	id := e.Get("pointerId").Int()
	o, ok := h.holds[id]
	if !ok {
		h.hover(e)
		return
	}
	if e.Get("buttons").Int() == 0 { // it was let go where nobody looked
		h.letGo(id)
		return
	}
	o.seen = clientOf(e)
	h.holds[id] = o
	h.bring(o)
}

// bring moves what is held to where its pointer is.
func (h *Host) bring(o hold) {
	shown := h.projection()
	q, ok := shown.inverse().at(o.seen)
	if !ok {
		return
	}
	for i, k := range spotKeys(h.frame.Spots) {
		if k == o.key {
			px := 1 / shown.stretch(h.frame.Spots[i].At)
			h.Send(h.frame.Drag(i, scene.Point{X: q.X + o.grip.X, Y: q.Y + o.grip.Y}, px, o.pull()))
			return
		}
	}
}

// bringAll moves everything that is held: the drawing has moved under its
// pointers, or has changed.
func (h *Host) bringAll() {
	for _, o := range h.holds {
		h.bring(o)
	}
}

func (h *Host) hover(e js.Value) {
	if text(e.Get("pointerType")) == "touch" || len(h.holds) > 0 {
		return
	}
	c := figure.None
	if i, k, _ := h.spotUnder(e); i >= 0 {
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
	if len(h.holds) == 0 {
		h.endMoves()
	}
	h.Send(figure.Release{Control: o.key.control})
}

func (h *Host) letGoAll() {
	for id := range h.holds {
		h.letGo(id)
	}
}

// menu answers to a menu that is about to open. A finger or a pen that rests on a
// handle asks for none: there is no menu, and it keeps its hold. One that the mouse
// opens takes the pointers away.
func (h *Host) menu(e js.Value) {
	for _, o := range h.holds {
		if o.kind != "mouse" && text(e.Get("pointerType")) != "mouse" {
			if h.root.Call("contains", e.Call("composedPath").Index(0)).Bool() { // the target is the host of a shadow root
				e.Call("preventDefault")
			}
			return
		}
	}
	h.letGoAll()
}

func clientOf(e js.Value) scene.Point {
	return scene.Point{X: e.Get("clientX").Float(), Y: e.Get("clientY").Float()}
}
