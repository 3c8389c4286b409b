//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// header writes the title, the tabs and the theme button.
func (h *Host) header() {
	m := h.model
	h.pickName.html(page.PickTitle(m))
	h.pick.attr("aria-label", page.PickLabel(m))
	h.pick.attr("data-tip", page.PickHint(m))
	if h.open {
		h.choice()
	}
	h.refill()
	h.sketch()
	for l := range figure.Lenses {
		on := l == m.Lens
		h.tabs[l].attr("aria-selected", boolean(on))
		h.tabs[l].attr("tabindex", map[bool]string{true: "0", false: "-1"}[on])
	}
	h.stage.attr("aria-label", m.Say(figure.LensName(m.Lens)))
	h.themed.attr("aria-label", page.ThemeLabel(m))
}

// bindHeader makes tabs of the tabs (the pattern of ARIA's authoring
// practices, selection following focus) and a switch of the theme button.
func (h *Host) bindHeader() {
	for l := range figure.Lenses {
		h.on(h.tabs[l].el, "click", func(js.Value) { h.Send(figure.Look{Lens: l}) })
		h.on(h.tabs[l].el, "keydown", func(e js.Value) {
			if modified(e) {
				return
			}
			next, last := (l+1)%figure.Lenses, (l+figure.Lenses-1)%figure.Lenses
			to, ok := map[string]figure.Lens{"ArrowRight": next, "ArrowDown": next, "ArrowLeft": last, "ArrowUp": last, "Home": 0, "End": figure.Lenses - 1}[e.Get("key").String()]
			if !ok {
				return
			}
			e.Call("preventDefault")
			h.Send(figure.Look{Lens: to})
			h.tabs[to].el.Call("focus")
		})
	}
	h.on(h.themed.el, "click", func(js.Value) { h.Send(figure.PickTheme{Theme: page.NextTheme(h.model.Theme)}) })
}

// modified reports whether a key event belongs to the browser or the system.
func modified(e js.Value) bool {
	return e.Get("ctrlKey").Bool() || e.Get("altKey").Bool() || e.Get("metaKey").Bool()
}
