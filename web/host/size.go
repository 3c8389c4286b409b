//go:build js

package host

import (
	"math"
	"syscall/js"
)

// sizes follows the size of the root. A frame may be taller than the box that
// it was asked for (a phone, where the words stand under the drawing); the
// root then gets a least height, in --rf-least, and the size that frames are
// asked for stays the one that the root has without it.
type sizes struct {
	least string // the height that the frame needs
}

func (h *Host) watchSize() {
	h.measure()
	fn := js.FuncOf(func(js.Value, []js.Value) any {
		if h.dead {
			return nil
		}
		old := h.size
		h.measure()
		if h.size != old {
			h.draw()
			h.bringAll()
		} else if h.onChange != nil {
			h.onChange() // the canvas has another size, or another density of pixels
		}
		return nil
	})
	h.box.Call("onsize", fn)
}

// measure reads the root's own size, once for each change of size.
func (h *Host) measure() {
	h.rootNode.style("--rf-least", "")
	if h.dead { // the poster's own layout may have another size than the root
		h.stage.style("position", "absolute")
		defer h.stage.style("position", "")
	}
	h.size.X, h.size.Y = h.root.Get("clientWidth").Float(), h.root.Get("clientHeight").Float()
	h.rootNode.style("--rf-least", h.least)
}

// grow makes the root as tall as its frame.
func (h *Host) grow() {
	h.least = ""
	if h.frame.H > h.size.Y+0.5 {
		h.least = px(math.Ceil(h.frame.H))
	}
	h.rootNode.style("--rf-least", h.least)
}
