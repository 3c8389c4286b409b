//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
)

// targets are the elements over the terms of the derivation and their areas:
// whichever the pointer is on, has the focus or was tapped lights up with its
// other half.
type targets struct {
	targetLayer *layer
	termOf      map[string]figure.Term // by the element's key
}

func (h *Host) bindTargets() {
	h.targetLayer = newLayer(h.root.Call("querySelector", ".rf-targets"), "button")
	h.termOf = map[string]figure.Term{}
	el := h.targetLayer.host
	light := func(t figure.Term) {
		if h.model.Lit != t {
			h.Send(figure.Light{Term: t})
		}
	}
	under := func(e js.Value) figure.Term { return h.termOf[text(e.Get("target").Get("dataset").Get("key"))] }
	h.on(el, "pointerover", func(e js.Value) {
		if text(e.Get("pointerType")) != "touch" && len(h.holds) == 0 {
			light(under(e))
		}
	})
	h.on(el, "pointerout", func(e js.Value) {
		if text(e.Get("pointerType")) != "touch" {
			light(figure.NoTerm)
		}
	})
	h.on(el, "focusin", func(e js.Value) { light(under(e)) })
	h.on(el, "focusout", func(js.Value) { light(figure.NoTerm) })
	h.on(el, "click", func(e js.Value) {
		if text(e.Get("pointerType")) != "touch" {
			return
		}
		if t := under(e); t != h.model.Lit {
			light(t)
		} else {
			light(figure.NoTerm)
		}
	})
}

// placeTargets puts the elements where the frame has them.
func (h *Host) placeTargets() {
	l := h.targetLayer
	l.begin()
	for _, t := range h.frame.Targets {
		n := l.get(t.Key, "rf-target")
		n.attr("type", "button")
		n.attr("data-key", t.Key)
		h.termOf[t.Key] = t.Term
		n.attr("tabindex", tabindex(t))
		if h.model.Held == 0 && !h.model.Moving() || n.attrs["aria-label"] == "" { // its value need not be told sixty times a second
			n.attr("aria-label", h.frame.Label(t))
		}
		n.attr("aria-pressed", boolean(h.model.Lit == t.Term))
		n.style("transform", move(t.Rect.X, t.Rect.Y))
		n.style("width", px(t.Rect.W))
		n.style("height", px(t.Rect.H))
	}
	l.end()
}

func tabindex(t scene.Target) string {
	if t.Focus {
		return "0"
	}
	return "-1"
}
