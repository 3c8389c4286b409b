//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
)

// bindSketch lets a function be drawn by its corners: a button begins and ends it, a
// click on the graph adds a corner.
func (h *Host) bindSketch() {
	h.on(h.drawn.el, "click", func(js.Value) { h.Send(figure.Sketch{On: !h.model.Sketching()}) })
	h.on(h.drawIt.el, "click", func(js.Value) {
		h.showPicker(false)
		h.Send(figure.Sketch{On: true})
		h.toCorner(0)
	})
	h.on(h.stage.el, "click", func(e js.Value) {
		if !h.model.Sketching() || e.Get("target").Call("closest", ".rf-handles, button, a").Truthy() {
			return
		}
		shown := h.projection()
		q, ok := shown.inverse().at(clientOf(e))
		if !ok {
			return
		}
		if x, near := h.frame.OnGraph(q); near {
			px := 1 / shown.stretch(q)
			reach := hold{kind: text(e.Get("pointerType"))}.pull() * px
			h.Send(figure.Plant{X: x, Pull: reach / h.frame.Unit, About: h.frame.Click(px)})
		}
	})
}

// sketch brings the button that draws up to the model.
func (h *Host) sketch() {
	h.drawn.hide(!h.model.Sketched())
	h.drawn.attr("aria-pressed", boolean(h.model.Sketching()))
	h.rootNode.attr("data-draw", map[bool]string{true: "true"}[h.model.Sketching()])
}

// toCorner gives the focus to a corner, or to the last.
func (h *Host) toCorner(i int) {
	at, _ := h.model.Corners()
	c := figure.Corner(max(0, min(i, len(at)-1)))
	for _, n := range h.handleList {
		if n.control == c && n.shown {
			n.el.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

// cornerKey answers a key on a corner, and reports whether it is one: besides the
// arrows Insert, Enter and + add one after it, Delete and Backspace remove it, and Escape
// ends the drawing.
func (h *Host) cornerKey(c figure.Control, key string, shift bool) bool {
	i, ok := c.Corner()
	if !ok {
		return false
	}
	h.focusOn(c)
	n := figure.Nudge{Control: c, Size: figure.Step}
	if shift {
		n.Size = figure.Fine
	}
	switch key {
	case "ArrowRight", "ArrowUp", "PageUp":
		n.Dir = 1
	case "ArrowLeft", "ArrowDown", "PageDown":
		n.Dir = -1
	case "Insert", "Enter", "+":
		before := h.model.Formula
		h.Send(figure.Plant{X: h.model.Beyond(c)})
		if h.model.Formula != before {
			h.toCorner(i + 1)
		}
		return true
	case "Delete", "Backspace":
		h.Send(figure.Uproot{Control: c})
		h.toCorner(i)
		return true
	case "Escape":
		h.Send(figure.Sketch{})
		if h.drawn.el.Call("focus"); !h.drawn.el.Equal(h.root.Call("getRootNode").Get("activeElement")) { // it is not seen
			for _, n := range h.handleList {
				if n.control == figure.X && n.shown {
					n.el.Call("focus", map[string]any{"preventScroll": true})
				}
			}
		}
		return true
	default:
		return false
	}
	n.Up = key != "ArrowRight" && key != "ArrowLeft"
	if key == "PageUp" || key == "PageDown" {
		n.Size = figure.Page
	}
	h.Send(n)
	return true
}
