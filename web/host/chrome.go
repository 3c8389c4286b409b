//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/scene"
)

// chromeStay is how long a projector's header stays after the pointer has
// moved, ms.
const chromeStay = 2000

// chrome is the header of the projector layout, which is out of sight until
// the pointer moves. The root's data-chrome says that it is shown.
type chrome struct {
	hide  js.Func
	timer js.Value
	shown bool
}

func (h *Host) bindChrome() {
	c := &h.chrome
	c.hide = js.FuncOf(func(js.Value, []js.Value) any {
		c.shown = false
		h.rootNode.attr("data-chrome", "")
		return nil
	})
}

// showChrome answers a pointer that moves.
func (h *Host) showChrome() {
	c := &h.chrome
	if h.frame.Layout != scene.Projector {
		return
	}
	if c.shown {
		h.window.Call("clearTimeout", c.timer)
	}
	c.shown = true
	h.rootNode.attr("data-chrome", "shown")
	c.timer = h.window.Call("setTimeout", c.hide, chromeStay)
}
