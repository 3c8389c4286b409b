//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// media are what the system says of its reader.
type media struct {
	dark, contrast, forced, still js.Value
}

func (h *Host) watchMedia() {
	query := func(q string) js.Value { return h.window.Call("matchMedia", q) }
	h.dark = query("(prefers-color-scheme: dark)")
	h.contrast = query("(prefers-contrast: more)")
	h.forced = query("(forced-colors: active)")
	h.still = query("(prefers-reduced-motion: reduce)")
	for _, q := range []js.Value{h.dark, h.contrast, h.forced} {
		h.on(q, "change", func(js.Value) {
			h.chooseTheme()
			h.draw()
		})
	}
	h.on(h.still, "change", func(js.Value) { h.Send(figure.Motion{Reduced: matches(h.still)}) })
	h.heed()
}

// heed takes over what the system says.
func (h *Host) heed() {
	h.model = figure.Update(h.model, figure.Motion{Reduced: matches(h.still)})
	h.chooseTheme()
}

func matches(q js.Value) bool { return q.Get("matches").Bool() }

// darkAround reports whether the figure stands on a dark page: as the page
// around it says in the root's data-scheme, or otherwise as the system is.
func (h *Host) darkAround() bool {
	switch text(h.root.Get("dataset").Get("scheme")) {
	case "dark":
		return true
	case "light":
		return false
	}
	return matches(h.dark)
}

// chooseTheme takes the reader's choice, otherwise the page's or the system's. The dark theme
// serves a reader who asks for contrast on a dark page; forced colours are the
// system's own.
func (h *Host) chooseTheme() {
	switch {
	case matches(h.forced):
		h.theme = h.forcedTheme()
	case h.model.Theme == figure.ThemeLight:
		h.theme = theme.Light()
	case h.model.Theme == figure.ThemeDark:
		h.theme = theme.Dark()
	case h.model.Theme == figure.ThemeContrast:
		h.theme = theme.Contrast()
	case h.darkAround():
		h.theme = theme.Dark()
	case matches(h.contrast), h.model.UI == figure.UILecture:
		h.theme = theme.Contrast()
	default:
		h.theme = theme.Light()
	}
}

// forcedTheme is the theme of a system that forces its own colours: its text
// on its background, and for the notions the inks that are made for such a
// background.
func (h *Host) forcedTheme() theme.Theme {
	paper, ink, gray := h.systemColor("Canvas"), h.systemColor("CanvasText"), h.systemColor("GrayText")
	t := theme.Contrast()
	if luminance(paper) < luminance(ink) {
		t = theme.Dark()
	}
	t.Colors[theme.Paper], t.Colors[theme.Ink], t.Colors[theme.Muted], t.Colors[theme.Axis] = paper, ink, ink, ink
	t.Colors[theme.Hair], t.Colors[theme.Dot] = gray, gray
	return t
}

// systemColor is the value of a CSS system colour.
func (h *Host) systemColor(name string) theme.RGB {
	probe := h.window.Get("document").Call("createElement", "span")
	probe.Get("style").Set("color", name)
	h.root.Call("appendChild", probe)
	value := text(h.window.Call("getComputedStyle", probe).Get("color"))
	probe.Call("remove")
	return parseRGB(value)
}

// parseRGB reads the first three whole numbers of rgb(…) as CSS computes it.
func parseRGB(s string) theme.RGB {
	var v [3]int
	i, inside := 0, false
	for _, c := range s {
		if c >= '0' && c <= '9' {
			v[i], inside = min(v[i]*10+int(c-'0'), 255), true
			continue
		}
		if inside {
			if i, inside = i+1, false; i == 3 {
				break
			}
		}
	}
	return theme.RGB{R: uint8(v[0]), G: uint8(v[1]), B: uint8(v[2])}
}

// luminance is a rough lightness, enough to tell text from background.
func luminance(c theme.RGB) int { return 2*int(c.R) + 5*int(c.G) + int(c.B) }
