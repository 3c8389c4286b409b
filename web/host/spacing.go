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
	texts := map[scene.Slot]*node{scene.SlotQuestion: h.question, scene.SlotCaption: h.caption}
	fn := js.FuncOf(func(js.Value, []js.Value) any {
		if h.dead {
			return nil
		}
		changed := false
		for slot, n := range texts {
			room, tall := h.reserve[slot], n.el.Get("offsetHeight").Float()
			if room == 0 || tall <= room+3 {
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
		if changed {
			h.resizing = true // what observes may not change what it observes at once
			h.blocks()
			h.resizing = false
		}
		return nil
	})
	watch := h.window.Get("ResizeObserver").New(fn)
	for _, n := range texts {
		watch.Call("observe", n.el)
	}
	if h.signal.Truthy() {
		h.on(h.signal, "abort", func(js.Value) { watch.Call("disconnect") })
	}
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
