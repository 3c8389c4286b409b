//go:build js

package host

import (
	"math"
	"syscall/js"

	"relu-three-ways/render/figure"
)

// farTap is how far a pointer may go between down and up, px of the window, for a click
// to be one on a place: farther, it marked words or drew a line in the air.
const farTap = 8

// bindTap lets a click on the graph or on an axis bring the point there, or the bump. A
// tap is a click too, and the beginning of a scroll is none. Not in a lecture, where
// pressing shows a light, and not where a click means a corner.
func (h *Host) bindTap() {
	var down js.Value
	h.on(h.stage.el, "pointerdown", func(e js.Value) { down = e })
	h.on(h.stage.el, "click", func(e js.Value) {
		if !down.Truthy() || h.model.Sketching() || h.model.UI == figure.UILecture || modified(e) || len(h.holds) > 0 ||
			e.Get("target").Call("closest", ".rf-handles, .rf-targets, .rf-blocks, button, a").Truthy() {
			return
		}
		from, to := clientOf(down), clientOf(e)
		shown := h.projection()
		q, ok := shown.inverse().at(to)
		if !ok || math.Hypot(to.X-from.X, to.Y-from.Y) > farTap {
			return
		}
		if c, v, near := h.frame.Aim(q); near {
			px := 1 / shown.stretch(q)
			pull := hold{kind: text(down.Get("pointerType"))}.pull() * px
			h.Send(figure.Put{Control: c, To: v, Pull: pull / h.frame.Unit, About: h.frame.Click(px)})
			h.take(c)
		}
	})
}

// take gives the focus to a control's slider as a pointer does: without a ring, and
// without a scroll.
func (h *Host) take(c figure.Control) {
	for _, n := range h.handleList {
		if n.control == c && n.nth == 0 && n.shown {
			n.el.Call("focus", map[string]any{"preventScroll": true, "focusVisible": false})
		}
	}
}
