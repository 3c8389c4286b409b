//go:build !js

package e2e

import "os"

// budget is what one frame may cost on the GPU: a draw call; glyphs that were not
// in the atlas yet, the live numbers at new places within a pixel, as a rectangle
// or two; nothing read back or copied. Unmodified Ebitengine makes two draw calls
// of its own, and says anew what the GPU knows.
func budget() (draws, uploads, gl int) {
	if os.Getenv("STOCK") != "" {
		return 3, 3, 60
	}
	return 1, 3, 12
}

// tryBudget drags a control in each lens and counts what its frames ask of the
// GPU, one with another.
func tryBudget(v *visit) {
	draws, uploads, gl := budget()
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
		frames := did.Draws / draws
		switch {
		case did.Draws == 0 || did.Draws%draws != 0 || frames > did.Frames:
			v.Errorf("%s, %s: %d draw calls in %d animation frames, want %d in each that draws", c.lens, c.control, did.Draws, did.Frames, draws)
		case did.Uploads > uploads*frames || did.Reads > 0 || did.GL > gl*frames:
			v.Errorf("%s, %s: %d frames did %+v", c.lens, c.control, frames, did)
		}
	}
	v.clean()
}
