//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
)

// turns gives the browser a turn of its event loop, in which the page answers. It
// does not return if the box is closed meanwhile.
func turns(box js.Value) (pause func()) {
	window := box.Get("root").Get("ownerDocument").Get("defaultView")
	return func() {
		await(func(then js.Func) { window.Call("setTimeout", then, 0) })
		if box.Get("signal").Get("aborted").Truthy() {
			select {}
		}
	}
}

// rehearse draws the figure of a box for nobody. A browser compiles a function
// when it is called first, which takes longer than all that they do.
func rehearse(box js.Value, pause func()) {
	m, _ := figure.Parse(text(box.Get("link"))) // Mount hears what is wrong with it
	pause()
	var f scene.Frame
	scene.DrawInTurns(&f, m, scene.Ask{W: 1280, H: 800, Theme: theme.Light()}, pause)
	pause()
	var sheet svg.Sheet
	sheet.Next(&f, theme.Light(), liveID)
	pause()
}
