//go:build js

// Three ways to differentiate ReLU: an interactive figure. See README.md.
package main

import (
	"syscall/js"

	"relu-three-ways/render/stage"
	"relu-three-ways/web/host"
)

func main() {
	box := js.Global().Get("figureBox")
	h := host.Mount(box)
	h.PaintSVG() // until the GPU is ready too
	box.Call("mounted")
	h.AwaitPaint()
	h.AwaitSight()
	if !box.Call("painterAllowed").Bool() {
		box.Call("sleep") // the box has nothing to do in time but the runtime's housekeeping
		select {}         // the host's listeners go on
	}
	s := stage.New(box, h.Frame)
	h.OnChange(s.Invalidate)
	if err := s.Run(); err != nil {
		box.Call("fail", "The figure stopped drawing ({why}).", err.Error())
	}
}
