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
	timepiece js.Value // the window's performance
	tick      js.Func
	ticking   bool
	request   js.Value
	last      float64 // ms, 0 before the first frame
}

// longest is the longest step, s: what runs does not leap while the page was
// hidden.
const longest = 0.5

func (h *Host) bindClock() {
	h.timepiece = h.window.Get("performance")
	h.tick = js.FuncOf(func(_ js.Value, args []js.Value) any {
		h.ticking = false
		if h.dead || !h.model.Moving() {
			return nil
		}
		at := args[0].Float()
		if h.last == 0 { // a frame may have been due long before it was asked for
			at = h.now()
		}
		h.Send(h.pass(at))
		h.fresh = false
		h.wind()
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

// pass is the time that has passed until a moment, ms.
func (h *Host) pass(until float64) (t figure.Tick) {
	if h.last > 0 {
		t.Seconds = min(max(until-h.last, 0)/1000, longest)
	}
	h.last = max(h.last, until)
	return t
}

// catchUp lets the time pass until an event, so that what the event begins has all its
// time before it however late the next frame is.
func (h *Host) catchUp() {
	switch {
	case !h.model.Moving():
		h.last = 0
	case h.last > 0 || h.box.Call("insight").Bool():
		h.model = figure.Update(h.model, h.pass(h.now()))
	}
}

// wind asks for the next frame if something runs and can be seen: what plays
// waits while the figure is off screen. Under a hand that has nothing fade, time
// passes by what it does alone (catchUp).
func (h *Host) wind() {
	switch {
	case !h.model.Moving():
		h.last = 0
	case !h.model.Runs() && !h.frame.Fading:
	case !h.box.Call("insight").Bool():
		h.last = 0
	case !h.ticking:
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
