//go:build !js

package e2e

import "slices"

// Activity is what a page has done since it was loaded, as the probe counts.
type Activity struct {
	Frames  int `json:"frames"`  // animation frames asked for
	GL      int `json:"gl"`      // calls of WebGL2 functions, among them
	Draws   int `json:"draws"`   // draw calls,
	Uploads int `json:"uploads"` // uploads of pixels to a texture,
	Reads   int `json:"reads"`   // and reads, copies and blits of pixels
	Timers  int `json:"timers"`  // timers that fired
}

// Since is what was done after an earlier look.
func (a Activity) Since(b Activity) Activity {
	return Activity{a.Frames - b.Frames, a.GL - b.GL, a.Draws - b.Draws, a.Uploads - b.Uploads, a.Reads - b.Reads, a.Timers - b.Timers}
}

// Activity reads the counters.
func (b *Browser) Activity() (a Activity, err error) {
	err = b.Eval("const {frames, gl, draws, uploads, reads, timers} = __e2e; return {frames, gl, draws, uploads, reads, timers}", &a)
	return a, err
}

// Errors are the errors and warnings that the page reported.
//
// WebKit may lay a page out twice for one frame where a container's width decides
// on styles, and then reports that an observer of sizes hears of the second in the
// next frame. Nothing is lost by that, and it is not counted there; elsewhere it is,
// since it is also what a page gets that changes sizes in such an observer.
func (b *Browser) Errors() (errs []string, err error) {
	err = b.Eval("return __e2e.errors", &errs)
	if b.Engine == WebKit {
		errs = slices.DeleteFunc(errs, func(e string) bool { return e == lateSizes })
	}
	return errs, err
}

const lateSizes = "error: ResizeObserver loop completed with undelivered notifications."
