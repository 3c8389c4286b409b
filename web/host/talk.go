//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
)

// A figure and the page around it talk by events on the root:
//
//	relu-steer   in: detail is a link; what it says is shown, the rest stays
//	relu-play    in: plays the derivation; relu-pause stops it
//	relu-next    in: goes to the next line; relu-prev to the one before
//	relu-change  out: detail is figure.Report, as an object; only while the root
//	             has the attribute data-reports
func (h *Host) bindTalk() {
	h.on(h.root, "relu-steer", func(e js.Value) {
		h.Send(figure.Steer{Link: text(e.Get("detail"))})
		if !h.box.Call("insight").Bool() { // nobody sees it glide
			h.Send(figure.Land{})
		}
	})
	h.on(h.root, "relu-play", func(js.Value) { h.Send(figure.Play{On: true}) })
	h.on(h.root, "relu-pause", func(js.Value) { h.Send(figure.Play{On: false}) })
	h.on(h.root, "relu-next", func(js.Value) { h.Send(figure.StepTo{Dir: 1}) })
	h.on(h.root, "relu-prev", func(js.Value) { h.Send(figure.StepTo{Dir: -1}) })
}

// report tells the page what the figure shows, if the page has asked for it.
func (h *Host) report() {
	if !h.root.Call("hasAttribute", "data-reports").Bool() {
		return
	}
	detail := h.window.Get("JSON").Call("parse", figure.Report(h.model))
	h.root.Call("dispatchEvent", h.window.Get("CustomEvent").New("relu-change", map[string]any{"detail": detail, "bubbles": true}))
}
