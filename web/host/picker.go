//go:build js

package host

import (
	"strings"
	"syscall/js"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// picker is what a button in the title opens: the list of functions, a listbox after
// ARIA's authoring practices, with the focus on the options, and the field for one's
// own.
type picker struct {
	options []option
	open    bool
	touched bool    // it was a finger that opened it
	typed   string  // what was typed to find a name
	typedAt float64 // ms, when its last letter was
}

type option struct {
	*node
	fn   calculus.Kind
	name string
}

// typePause is how long type-ahead remembers, ms.
const typePause = 700

// list fills the list, when it is opened first.
func (h *Host) list() {
	if len(h.options) > 0 {
		return
	}
	h.pickList.el.Call("querySelector", ".rf-options").Set("innerHTML", page.Options(h.model))
	list := h.pickList.el.Call("querySelectorAll", ".rf-option")
	for i := range list.Length() {
		el := list.Index(i)
		fn, ok := calculus.ParseKind(text(el.Get("dataset").Get("fn")))
		if !ok {
			continue
		}
		h.options = append(h.options, option{newNode(el), fn, lower(h.model.Say(figure.FunctionName(fn)))})
		h.on(el, "click", func(js.Value) { h.choose(fn) })
	}
}

func (h *Host) bindPicker() {
	h.on(h.pick.el, "click", func(e js.Value) {
		h.touched = text(e.Get("pointerType")) == "touch"
		h.openPicker(!h.open)
	})
	h.on(h.pick.el, "keydown", func(e js.Value) {
		switch key := e.Get("key").String(); {
		case modified(e):
		case key == "ArrowDown", key == "ArrowUp":
			e.Call("preventDefault")
			h.touched = false
			h.openPicker(true)
		case key == "Escape" && h.open:
			h.openPicker(false)
		}
	})
	h.on(h.pickList.el, "keydown", h.pickerKey)
	h.on(h.pickList.el, "focusout", func(e js.Value) {
		to := e.Get("relatedTarget")
		if h.open && to.Truthy() && !h.pickList.el.Call("contains", to).Bool() && !to.Equal(h.pick.el) {
			h.showPicker(false)
		}
	})
	h.on(h.window.Get("document"), "pointerdown", func(e js.Value) {
		if !h.open {
			return
		}
		at := e.Call("composedPath").Index(0) // the target is the element that has the shadow root
		if !h.pickList.el.Call("contains", at).Bool() && !h.pick.el.Call("contains", at).Bool() {
			h.showPicker(false)
		}
	}, "capture", "passive")
}

// showPicker opens or closes the list and leaves the focus alone.
func (h *Host) showPicker(open bool) {
	h.open, h.typed = open, ""
	if open {
		h.list()
	}
	h.pickList.hide(!open)
	h.pick.attr("aria-expanded", boolean(open))
	h.choice()
	h.writes(false)
	switch {
	case !open:
		h.pause()
	case h.model.Typed() && h.reads != h.model.Formula:
		h.fillField()
	}
}

// choice marks the function that is shown among the options.
func (h *Host) choice() {
	for _, o := range h.options {
		o.attr("aria-selected", boolean(o.fn == h.model.Fn))
	}
}

// openPicker opens the list with the focus on the function shown, or closes
// it and gives the focus back. A finger has not asked for the keyboard yet that comes
// with the field.
func (h *Host) openPicker(open bool) {
	h.showPicker(open)
	switch {
	case !open:
		h.pick.el.Call("focus")
		return
	case h.model.Typed() && h.touched:
		h.pickList.el.Call("focus")
	case h.model.Typed():
		h.toField()
	}
	for _, o := range h.options {
		if o.fn == h.model.Fn {
			o.el.Call("focus")
		}
	}
}

func (h *Host) choose(fn calculus.Kind) {
	h.openPicker(false)
	h.Send(figure.Choose{Fn: fn})
}

// pickerKey is a key pressed on an option, or elsewhere in the picker. Below the last
// option is the field.
func (h *Host) pickerKey(e js.Value) {
	now := h.focusedOption()
	key, last := e.Get("key").String(), len(h.options)-1
	if modified(e) || now < 0 && key != "Escape" && !(h.pickList.el.Equal(e.Get("target")) && (key == "ArrowDown" || key == "ArrowUp")) {
		return
	}
	switch key {
	case "ArrowDown":
		if now == last {
			h.toField()
			break
		}
		h.focusOption(now + 1)
	case "ArrowUp":
		h.focusOption(max(now-1, 0))
	case "Home", "PageUp":
		h.focusOption(0)
	case "End", "PageDown":
		h.focusOption(last)
	case "Escape":
		h.openPicker(false)
	case "Enter":
		h.choose(h.options[now].fn)
	case "Tab":
		if e.Get("shiftKey").Bool() {
			h.showPicker(false)
			h.pick.el.Call("focus")
		}
		return // the browser goes on from here
	case " ":
		if h.typed == "" || e.Get("timeStamp").Float()-h.typedAt > typePause {
			h.choose(h.options[now].fn)
			break
		}
		fallthrough
	default:
		if len([]rune(key)) != 1 {
			return
		}
		h.typeAhead(now, lower(key), e.Get("timeStamp").Float())
	}
	e.Call("preventDefault")
}

// lower is a text in small letters, of those that English and German have; the one of
// package strings knows all, by tables of 20 kB.
func lower(s string) string {
	b := []rune(s)
	for i, r := range b {
		if r >= 'A' && r <= 'Z' || r == 'Ä' || r == 'Ö' || r == 'Ü' {
			b[i] = r + 'a' - 'A'
		}
	}
	return string(b)
}

// typeAhead moves to the next name that begins with what was typed; the same
// letter again goes round the names that begin with it.
func (h *Host) typeAhead(now int, letter string, at float64) {
	if at-h.typedAt > typePause {
		h.typed = ""
	}
	h.typed, h.typedAt = h.typed+letter, at
	want, from := h.typed, now
	if strings.Trim(want, letter) == "" {
		want, from = letter, now+1
	}
	for i := range h.options {
		j := (from + i) % len(h.options)
		if strings.HasPrefix(h.options[j].name, want) {
			h.focusOption(j)
			return
		}
	}
}

func (h *Host) focusOption(i int) { h.options[i].el.Call("focus") }

func (h *Host) focusedOption() int {
	active := h.root.Call("getRootNode").Get("activeElement")
	for i, o := range h.options {
		if o.el.Equal(active) {
			return i
		}
	}
	return -1
}
