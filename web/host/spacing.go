//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/scene"
)

// spacing answers readers who set letters, words and lines wider apart than the
// fonts do, and browsers without the fonts: a text that outgrows the room that
// the frame reserved for it is set smaller, instead of over what is below it.
// The browser tells when that happens; nothing is measured otherwise.
type spacing struct {
	share   [scene.Slots]float64 // of the font size; 0 is all of it
	reserve [scene.Slots]float64 // px, the room's height
}

// leastShare of the font size is kept in any case.
const leastShare = 0.62

func (h *Host) watchSpacing() {
	texts := map[scene.Slot]*node{scene.SlotQuestion: h.question, scene.SlotCaption: h.caption, scene.SlotEquation: h.equation}
	fonts := h.window.Get("document").Get("fonts")
	check := js.FuncOf(func(js.Value, []js.Value) any {
		if !h.dead && h.squeeze(texts) {
			h.blocks()
		}
		return nil
	})
	// What observes may not change what it observes at once; and while the fonts
	// are on their way a text is wider than it will be.
	grown := js.FuncOf(func(js.Value, []js.Value) any {
		switch {
		case h.dead:
		case text(fonts.Get("status")) == "loading":
			fonts.Get("ready").Call("then", check)
		case h.outgrown(texts):
			h.window.Call("setTimeout", check, 0)
		}
		return nil
	})
	watch := h.window.Get("ResizeObserver").New(grown)
	for _, n := range texts {
		watch.Call("observe", n.el)
	}
	if h.signal.Truthy() {
		h.on(h.signal, "abort", func(js.Value) { watch.Call("disconnect") })
	}
}

// outgrown reports whether a text is taller than its room.
func (h *Host) outgrown(texts map[scene.Slot]*node) bool {
	for slot, n := range texts {
		if h.reserve[slot] > 0 && n.el.Get("offsetHeight").Float() > h.reserve[slot]+3 {
			return true
		}
	}
	return false
}

// squeeze makes the texts that have outgrown their rooms a little smaller, and
// reports whether it has; the browser tells if that is not enough.
func (h *Host) squeeze(texts map[scene.Slot]*node) (changed bool) {
	for slot, n := range texts {
		if !h.outgrown(map[scene.Slot]*node{slot: n}) {
			continue
		}
		was := h.share[slot]
		if was == 0 {
			was = 1
		}
		if now := max(leastShare, was*0.93); now < was {
			h.share[slot], changed = now, true
		}
	}
	return changed
}

// squeezed is a block with its text as small as its room asks for.
func (h *Host) squeezed(b *scene.Block) *scene.Block {
	if b == nil {
		return nil
	}
	h.reserve[b.Slot] = b.Rect.H
	if k := h.share[b.Slot]; k > 0 {
		small := *b
		small.Size, small.Lead = b.Size*k, b.Lead*k
		return &small
	}
	return b
}
