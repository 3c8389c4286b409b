//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
)

// Rehearse draws the figure of a box for nobody. A browser compiles a function
// when it is called first, which takes longer than all that they do; so they are
// called here, in turns of the event loop of their own, between which the page
// answers. It does not return if the box is closed meanwhile.
func Rehearse(box js.Value) {
	window := box.Get("root").Get("ownerDocument").Get("defaultView")
	pause := func() {
		await(func(then js.Func) { window.Call("setTimeout", then, 0) })
		if box.Get("signal").Get("aborted").Truthy() {
			select {}
		}
	}
	pause()
	m, _ := figure.Parse(text(box.Get("link"))) // Mount hears what is wrong with it
	var f scene.Frame
	scene.Draw(&f, m, scene.Ask{W: 1280, H: 800, Theme: theme.Light()})
	pause()
	var sheet svg.Sheet
	sheet.Next(&f, theme.Light(), liveID)
	pause()
}
