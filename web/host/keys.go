//go:build js

package host

import (
	"strconv"
	"syscall/js"

	"relu-three-ways/render/figure"
)

// bindKeys makes sliders of the sliders: arrows step, with Shift finely,
// PageUp and PageDown leap, Home and End go to the ends, Escape brings a slope
// back, and the space bar plays the derivation or the steps. No other key is touched.
func (h *Host) bindKeys() {
	h.on(h.handleLayer, "keydown", func(e js.Value) {
		c := h.controlOf(e.Get("target"))
		if c == figure.None || modified(e) {
			return
		}
		if key := e.Get("key").String(); h.cornerKey(c, key, e.Get("shiftKey").Bool()) {
			e.Call("preventDefault")
			return
		}
		event, ok := sliderKey(c, e.Get("key").String(), e.Get("shiftKey").Bool())
		if !ok {
			return
		}
		e.Call("preventDefault")
		h.focusOn(c)
		h.Send(event)
	})
	// A focus that came by pointer draws no ring; one that came by key does.
	h.on(h.handleLayer, "focusin", func(e js.Value) {
		c := h.controlOf(e.Get("target"))
		if !e.Get("target").Call("matches", ":focus-visible").Bool() || h.holding(c) {
			c = figure.None
		}
		if c != h.model.Focus {
			h.Send(figure.Focused{Control: c})
		}
	})
	h.on(h.handleLayer, "focusout", func(js.Value) {
		if h.model.Focus != figure.None {
			h.Send(figure.Focused{Control: figure.None})
		}
	})
}

// focusOn tells that a key has come to a control.
func (h *Host) focusOn(c figure.Control) {
	if h.model.Focus != c {
		h.Send(figure.Focused{Control: c})
	}
}

// sliderKey is what a key does to a control.
func sliderKey(c figure.Control, key string, shift bool) (figure.Event, bool) {
	size := figure.Step
	if shift {
		size = figure.Fine
	}
	switch key {
	case "ArrowRight", "ArrowUp":
		return figure.Nudge{Control: c, Size: size, Dir: 1}, true
	case "ArrowLeft", "ArrowDown":
		return figure.Nudge{Control: c, Size: size, Dir: -1}, true
	case "PageUp":
		return figure.Nudge{Control: c, Size: figure.Page, Dir: 1}, true
	case "PageDown":
		return figure.Nudge{Control: c, Size: figure.Page, Dir: -1}, true
	case "Home":
		return figure.ToEnd{Control: c, Dir: -1}, true
	case "End":
		return figure.ToEnd{Control: c, Dir: 1}, true
	case "Escape":
		return figure.Project{}, c == figure.G
	case " ":
		return figure.Toggle{}, c == figure.P || c == figure.K
	}
	return nil, false
}

func (h *Host) controlOf(el js.Value) figure.Control {
	for _, n := range h.handleList {
		if n.el.Equal(el) {
			return n.control
		}
	}
	return figure.None
}

// number writes a value for an attribute, exactly.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
