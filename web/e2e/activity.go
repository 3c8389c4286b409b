//go:build !js

package e2e

// Activity is what a page has done since it was loaded, as the probe counts.
type Activity struct {
	Frames int `json:"frames"` // animation frames asked for
	GL     int `json:"gl"`     // calls of WebGL2 functions
	Timers int `json:"timers"` // timers that fired
}

// Activity reads the counters.
func (b *Browser) Activity() (a Activity, err error) {
	err = b.Eval("const {frames, gl, timers} = __e2e; return {frames, gl, timers}", &a)
	return a, err
}

// Errors are the errors and warnings that the page reported.
func (b *Browser) Errors() (errs []string, err error) {
	err = b.Eval("return __e2e.errors", &errs)
	return errs, err
}
