//go:build js

package host

import (
	"math"
	"syscall/js"

	"relu-three-ways/render/scene"
)

// sizes follows the size of the root. A frame may be taller than the box that
// it was asked for (a phone, where the words stand under the drawing); the
// root then gets a least height, in --rf-least, and the size that frames are
// asked for stays the one that the root has without it.
type sizes struct {
	resizing bool   // inside the observer's own call
	least    string // that the frame needs
	applied  string // that the root has, which is another one until the next turn
	later    js.Func
}

func (h *Host) watchSize() {
	h.measure()
	h.later = js.FuncOf(func(js.Value, []js.Value) any {
		if !h.dead {
			h.apply()
		}
		return nil
	})
	fn := js.FuncOf(func(js.Value, []js.Value) any {
		if h.dead {
			return nil
		}
		old := h.size
		h.measure()
		if h.size != old {
			h.share = [scene.Slots]float64{}
			h.resizing = true
			h.draw()
			h.resizing = false
		} else if h.onChange != nil {
			h.onChange() // the canvas has another size, or another density of pixels
		}
		return nil
	})
	h.box.Call("onsize", fn)
}

// measure reads the root's own size. It is the only place where the page is
// measured, once for each change of size.
func (h *Host) measure() {
	h.rootNode.style("--rf-least", "")
	h.size.X, h.size.Y = h.root.Get("clientWidth").Float(), h.root.Get("clientHeight").Float()
	h.rootNode.style("--rf-least", h.applied)
}

// apply gives the root the height that its frame needs.
func (h *Host) apply() {
	h.applied = h.least
	h.rootNode.style("--rf-least", h.applied)
}

// grow makes the root as tall as its frame. Inside the observer's call it
// waits for the next turn: an observer that changes what it observes is an
// error.
func (h *Host) grow() {
	least := ""
	if h.frame.H > h.size.Y+0.5 {
		least = px(math.Ceil(h.frame.H))
	}
	if least == h.least {
		return
	}
	h.least = least
	if h.resizing {
		h.window.Call("setTimeout", h.later, 0)
		return
	}
	h.apply()
}
