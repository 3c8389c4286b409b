//go:build js

package host

import (
	"strings"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// field is the picker's entry for a function of one's own. Whatever is typed that
// reads as a function is shown at once; what does not leaves the last picture as it
// is. What is wrong is told when the hand pauses, since half a formula is no mistake,
// and so is what a screen reader hears of the new function.
//
// The text is the reader's: it is written here only while the field does not have the
// focus, so that the caret stays, and what was done can be undone.
type field struct {
	reads   string       // the formula that the text is, "" where it is none
	known   string       // the formula that the field last had, or was given
	wrong   string       // what is to be told of the text, "" where it is right or blank
	heard   figure.Model // of which the live region told last, while it waits for a pause
	typing  bool
	pauseAt js.Value
	pausing js.Func
}

// typingPause is how long a hand is still before the field speaks, ms.
const typingPause = 700

func (h *Host) bindField() {
	f := h.input.el
	h.pausing = js.FuncOf(func(js.Value, []js.Value) any {
		if !h.dead {
			h.pause()
		}
		return nil
	})
	if h.read(); h.model.Typed() && h.reads != h.model.Formula {
		h.fillField()
	}
	h.known = h.model.Formula
	for _, kind := range [...]string{"focus", "click", "input"} { // in a window without the focus no field has it
		h.on(f, kind, func(js.Value) { h.writes(true) })
	}
	h.on(f, "input", func(js.Value) { h.changed() })
	h.on(f, "keydown", h.fieldKey)
	h.on(f, "blur", func(js.Value) { h.pause() })
	// No key is a shortcut here, and a page around the figure need not know of the field.
	for _, kind := range [...]string{"keydown", "keypress", "keyup", "input", "change", "copy", "cut", "paste"} {
		h.on(f, kind, func(e js.Value) { e.Call("stopPropagation") })
	}
	// While an example is chosen the field keeps the focus, and a phone its keyboard.
	h.on(h.own.el, "mousedown", func(e js.Value) {
		if !e.Get("target").Equal(f) {
			e.Call("preventDefault")
		}
	})
	list := h.own.el.Call("querySelectorAll", ".rf-example[data-text]")
	for i := range list.Length() {
		example := list.Index(i)
		h.on(example, "click", func(js.Value) { h.put(text(example.Get("dataset").Get("text"))) })
	}
}

// inField reports whether the field has the focus.
func (h *Host) inField() bool {
	return h.root.Call("getRootNode").Get("activeElement").Equal(h.input.el)
}

// writes says whether somebody is at the field: what else belongs to it is there then.
func (h *Host) writes(yes bool) { h.pickList.attr("data-writes", boolean(yes)) }

// toField gives the field the focus, with the caret at the end.
func (h *Host) toField() {
	h.writes(true)
	h.input.el.Call("focus")
	h.input.el.Call("setSelectionRange", page.LongestField, page.LongestField)
}

// read reads what the field says.
func (h *Host) read() {
	typed := text(h.input.el.Get("value"))
	h.reads, h.wrong = "", ""
	if strings.TrimSpace(typed) == "" {
		return
	}
	canonical, bad, no := figure.Read(typed)
	switch {
	case bad != nil:
		h.wrong = figure.Plain(figure.Mistake(bad, h.model.Lang).String())
	case no != nil:
		h.wrong = figure.Plain(figure.Refused(no, h.model.Lang).String())
	default:
		h.reads = canonical
	}
}

// changed answers a change of the text by the reader.
func (h *Host) changed() {
	if !h.typing {
		h.heard = h.model
	}
	h.read()
	switch {
	case h.reads != "":
		h.known = h.reads
		h.Send(figure.Define{Text: h.reads})
		h.typeset() // which measures, so that the page is laid out once
	case h.wrong == "":
		h.typeset()
	default:
		h.formula.attr("data-old", "true")
	}
	h.stopPause()
	h.typing = true
	h.pauseAt = h.window.Call("setTimeout", h.pausing, typingPause)
}

// pause tells what came of typing.
func (h *Host) pause() {
	if !h.typing {
		return
	}
	h.stopPause()
	h.complain(h.wrong)
	if h.wrong != "" {
		h.live.text(h.wrong)
	} else {
		h.tell(h.heard)
	}
}

func (h *Host) stopPause() {
	if h.typing {
		h.window.Call("clearTimeout", h.pauseAt)
	}
	h.typing = false
}

// typeset shows the formula of the text as it is set, as large as there is room for.
func (h *Host) typeset() {
	h.complain("")
	n := h.formula
	n.attr("data-old", "")
	n.html(page.Typeset(h.model, h.reads))
	n.style("font-size", "")
	if has, needs := length(n.el, "clientWidth"), length(n.el, "scrollWidth"); has > 0 && needs > has {
		n.style("font-size", decimal(max(leastFormula, has/needs))+"em")
	}
}

// leastFormula of its size a long formula is set in any case.
const leastFormula = 0.6

// complain shows a sentence about the text, in place of the formula, or none.
func (h *Host) complain(sentence string) {
	h.formula.hide(sentence != "")
	h.wrongLine.text(sentence)
	h.input.attr("aria-invalid", boolean(sentence != ""))
}

// fillField writes the model's formula into the field.
func (h *Host) fillField() {
	h.stopPause()
	h.input.el.Set("value", h.model.Formula)
	h.reads, h.known, h.wrong = h.model.Formula, h.model.Formula, ""
	h.typeset()
}

// refill brings the field up to a formula that came from elsewhere.
func (h *Host) refill() {
	if h.model.Typed() && h.known != h.model.Formula && !h.inField() {
		h.fillField()
	}
}

// put writes a text for the reader: into the field that has the focus as if it had
// been typed, so that it can be undone.
func (h *Host) put(s string) {
	if h.inField() {
		h.input.el.Call("select")
		if h.insert(s) {
			return // the browser has told of it
		}
	}
	h.input.el.Set("value", s)
	h.changed()
}

// insert has the browser write a text, which only documents of HTML let it do.
func (h *Host) insert(s string) (done bool) {
	defer func() { _ = recover() }()
	return h.window.Get("document").Call("execCommand", "insertText", false, s).Bool()
}

// fieldKey is a key pressed in the field.
func (h *Host) fieldKey(e js.Value) {
	if modified(e) || e.Get("isComposing").Bool() {
		return
	}
	switch e.Get("key").String() {
	case "Enter":
		h.enter()
	case "Escape":
		h.openPicker(false)
	case "ArrowUp":
		if h.input.el.Get("selectionEnd").Int() != 0 {
			return // it moves the caret
		}
		h.writes(false) // which the list may have given way to
		h.focusOption(len(h.options) - 1)
	default:
		return
	}
	e.Call("preventDefault")
}

// enter closes the picker. A text that is no function is to be mended first.
func (h *Host) enter() {
	if h.read(); h.wrong != "" {
		h.typing = true
		h.pause()
		return
	}
	if h.reads != "" {
		h.known = h.reads
		h.changed()
	}
	h.openPicker(false)
}
