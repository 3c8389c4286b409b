//go:build !js

package e2e

// What one frame may cost on the GPU: our one draw call between the two that
// Ebitengine makes of its own, see render/stage; glyphs that were not in the
// atlas yet, which are the live numbers at new places within a pixel, up to 36
// where the probe moves; nothing read back or copied.
const (
	frameDraws   = 3
	frameUploads = 40
	frameGL      = 60 + frameUploads
)

// tryBudget drags a control in each lens and counts what its frames ask of the
// GPU, one with another.
func tryBudget(v *visit) {
	for _, c := range []struct{ lens, control string }{
		{"point", "x"}, {"sub", "slope g"}, {"dist", "centre c"}, {"dist", "line of the derivation"}, {"compare", "shift s"},
	} {
		v.open("/#x=0&lens=" + c.lens)
		v.must(v.Settle(soon))
		before, err := v.Activity()
		v.must(err)
		at := v.slider(c.control)
		v.must(v.Drag(Mouse, Stroke{at, {at.X + 20, at.Y - 20}, {at.X + 31, at.Y - 31}, {at.X + 42, at.Y - 42}}))
		v.must(v.Settle(soon))
		after, err := v.Activity()
		v.must(err)
		did := after.Since(before)
		v.Logf("%s, %s: %+v", c.lens, c.control, did)
		frames := did.Draws / frameDraws
		switch {
		case did.Draws == 0 || did.Draws%frameDraws != 0 || frames > did.Frames:
			v.Errorf("%s, %s: %d draw calls in %d animation frames, want %d in each that draws", c.lens, c.control, did.Draws, did.Frames, frameDraws)
		case did.Uploads > frameUploads*frames || did.Reads > 0 || did.GL > frameGL*frames:
			v.Errorf("%s, %s: %d frames did %+v", c.lens, c.control, frames, did)
		}
	}
	v.clean()
}
