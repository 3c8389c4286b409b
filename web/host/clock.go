//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
)

// clock lets the time pass for the model, in true seconds, while something
// runs. It has frames of its own, whether the box sleeps or not, and draws in
// them; at rest it asks for none.
type clock struct {
	tick    js.Func
	ticking bool
	request js.Value
	last    float64 // ms, 0 before the first frame
}

// longest is the longest step, s: what runs does not leap while the page was
// hidden.
const longest = 0.5

func (h *Host) bindClock() {
	h.tick = js.FuncOf(func(_ js.Value, args []js.Value) any {
		h.ticking = false
		if h.dead || !h.model.Moving() {
			return nil
		}
		at, dt := args[0].Float(), 0.0
		if h.last > 0 {
			dt = min((at-h.last)/1000, longest)
		}
		h.last = at
		h.wind()
		if dt > 0 {
			h.Send(figure.Tick{Seconds: dt})
		}
		h.fresh = false
		return nil
	})
	h.box.Call("onsight", js.FuncOf(func(js.Value, []js.Value) any {
		if h.dead {
			return nil
		}
		if h.model.Glide.On && !h.box.Call("insight").Bool() { // the prose wants it there, seen or not
			h.Send(figure.Land{})
		}
		h.wind()
		return nil
	}))
}

// wind asks for the next frame if something runs and can be seen: what plays
// waits while the figure is off screen.
func (h *Host) wind() {
	if !h.model.Moving() || !h.box.Call("insight").Bool() {
		h.last = 0
		return
	}
	if !h.ticking {
		h.ticking = true
		h.request = h.box.Call("tick", h.tick)
	}
}

func (h *Host) stopClock() {
	if h.ticking {
		h.window.Call("cancelAnimationFrame", h.request)
		h.ticking = false
	}
}
