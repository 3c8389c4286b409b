//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/scene"
)

// corners tell where in the window the figure is.
type corners struct {
	cornerEls [4]js.Value
	framed    scene.Point // the size of the frame that they are at
	moved     js.Func     // is called when the drawing may have moved
	moves     js.Value    // an AbortController: ends the listening for that
}

// bindCorners puts elements of no size at the corners of the frame, among the
// handles. Where the browser has them in the window tells how the page shows the
// figure, whatever it does to it.
func (h *Host) bindCorners() {
	for i := range h.cornerEls {
		el := h.window.Get("document").Call("createElement", "div")
		el.Set("className", "rf-corner")
		h.handleLayer.Call("append", el)
		h.cornerEls[i] = el
	}
	h.moved = js.FuncOf(func(js.Value, []js.Value) any {
		h.bringAll()
		return nil
	})
}

// placeCorners follows the size of the frame.
func (h *Host) placeCorners() {
	now := scene.Point{X: h.frame.W, Y: h.frame.H}
	if now == h.framed {
		return
	}
	h.framed = now
	for i, p := range [4]scene.Point{{}, {X: now.X}, now, {Y: now.Y}} {
		h.cornerEls[i].Get("style").Set("transform", move(p.X, p.Y))
	}
}

// projection is how the page shows the figure at this moment. Only a pointer asks
// for it, once for each of its events.
func (h *Host) projection() projection {
	zoom := h.unzoomed()
	var at [4]scene.Point
	for i, el := range h.cornerEls {
		r := el.Call("getBoundingClientRect")
		at[i] = scene.Point{X: r.Get("x").Float() * zoom, Y: r.Get("y").Float() * zoom}
	}
	return through(h.framed.X, h.framed.Y, at)
}

// unzoomed is how many px of the window are one px in which the browser measures
// the figure: 1, but for a browser that divides by the zoom of all that is around an
// element, as WebKit does. Such a browser has no currentCSSZoom.
func (h *Host) unzoomed() float64 {
	zoom := 1.0
	if !h.root.Get("currentCSSZoom").IsUndefined() {
		return zoom
	}
	h.around(func(n js.Value, element bool) {
		if !element {
			return
		}
		if z := h.window.Call("parseFloat", h.window.Call("getComputedStyle", n).Get("zoom")).Float(); z > 0 {
			zoom *= z
		}
	})
	return zoom
}

// around visits the root and all that it stands in, out of every shadow tree: the
// elements, and the shadow roots and the document as no elements.
func (h *Host) around(visit func(n js.Value, element bool)) {
	const elementNode = 1
	for n := h.root; n.Truthy(); {
		element := n.Get("nodeType").Int() == elementNode
		visit(n, element)
		out := "host"
		if element {
			out = "assignedSlot"
			if !n.Get(out).Truthy() {
				out = "parentNode"
			}
		}
		n = n.Get(out)
	}
}

// watchMoves listens for what moves the drawing under a pointer that holds a
// handle and stands still: something around it scrolls, or is magnified by two
// fingers.
func (h *Host) watchMoves() {
	h.moves = h.window.Get("AbortController").New()
	options := map[string]any{"capture": true, "passive": true, "signal": h.moves.Get("signal")}
	h.around(func(n js.Value, element bool) {
		if !element { // scrolling inside a shadow tree is not heard outside it
			n.Call("addEventListener", "scroll", h.moved, options)
		}
	})
	if seen := h.window.Get("visualViewport"); seen.Truthy() {
		seen.Call("addEventListener", "scroll", h.moved, options)
		seen.Call("addEventListener", "resize", h.moved, options)
	}
}

// endMoves ends that, if it goes on.
func (h *Host) endMoves() {
	if h.moves.Truthy() {
		h.moves.Call("abort")
	}
}
