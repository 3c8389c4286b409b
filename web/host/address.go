//go:build js

package host

import (
	"strings"
	"syscall/js"

	"relu-three-ways/render/figure"
)

// address keeps the figure's link where others can find it: in the root's
// data-link, always, and, for the one figure of a page that has the attribute
// data-address, in the address bar. Browsers limit how often the history may
// be written, so while something moves it is written at most every writePause,
// the last time by a timer that runs only while there is something to write.
type address struct {
	owner   bool
	written string  // what the address bar says, as far as the figure knows; a visitor may spell a link otherwise
	wroteAt float64 // ms
	timer   js.Value
	waiting bool
	writing js.Func
}

// writePause is the least time between two writes, ms.
const writePause = 400

func (h *Host) bindAddress() {
	h.owner = h.root.Call("hasAttribute", "data-address").Bool()
	h.written = h.model.Link()
	h.wroteAt = -writePause
	h.writing = js.FuncOf(func(js.Value, []js.Value) any {
		h.waiting = false
		if !h.dead && h.model.Held == 0 {
			h.write()
		}
		return nil
	})
	h.rootNode.attr("data-link", h.written)
	if !h.owner {
		return
	}
	for _, kind := range []string{"hashchange", "popstate"} {
		h.on(h.window, kind, func(js.Value) { h.visit(h.hash()) })
	}
}

// hash is what the address bar says after the #.
func (h *Host) hash() string {
	return strings.TrimPrefix(text(h.window.Get("location").Get("hash")), "#")
}

// parse reads a link and warns of each invalid value.
func (h *Host) parse(link string) figure.Model {
	m, warnings := figure.Parse(strings.TrimPrefix(link, "#"))
	h.warn(warnings)
	return m
}

// warn reports invalid values in the console.
func (h *Host) warn(warnings []string) {
	for _, w := range warnings {
		h.window.Get("console").Call("warn", "relu-three-ways: "+w)
	}
}

// visit shows what the address bar says, unless the figure wrote it itself.
func (h *Host) visit(link string) {
	if link == h.written {
		return
	}
	h.stopWriting()
	h.parse(link) // for its warnings
	h.written = link
	h.Send(figure.Visit{Link: link})
}

// note tells the link of the model, of a glide's end if there is one, and sees
// to it that the address bar has it: at once after a choice or the end of a
// gesture, which come no faster than a hand, and now or soon while something
// moves by itself. A hand that holds a control will let go: until then the bar
// can wait, since writing to it takes as long as a frame.
func (h *Host) note(e figure.Event) {
	link := h.model.Goal().Link()
	h.rootNode.attr("data-link", link)
	if !h.owner {
		return
	}
	switch e.(type) {
	case figure.Look, figure.Choose, figure.Release, figure.PickTheme, figure.Project, figure.Visit:
		if h.model.Held == 0 {
			h.stopWriting()
			h.write()
			return
		}
	}
	if h.waiting || link == h.written || h.model.Held != 0 {
		return
	}
	since := h.now() - h.wroteAt
	if since >= writePause {
		h.write()
		return
	}
	h.waiting = true
	h.timer = h.window.Call("setTimeout", h.writing, writePause-since)
}

// write writes the link into the address bar if it is another one.
func (h *Host) write() {
	link := h.model.Goal().Link()
	if !h.owner || link == h.written {
		return
	}
	h.written, h.wroteAt = link, h.now()
	to, _, _ := strings.Cut(text(h.window.Get("location").Get("href")), "#") // whole: a page may have another base, or no path
	if link != "" {
		to += "#" + link
	}
	defer func() { _ = recover() }() // a sandboxed page may forbid it
	h.window.Get("history").Call("replaceState", h.window.Get("history").Get("state"), "", to)
}

// stopWriting takes back a write that waits.
func (h *Host) stopWriting() {
	if h.waiting {
		h.window.Call("clearTimeout", h.timer)
		h.waiting = false
	}
}

// now is the time, ms.
func (h *Host) now() float64 { return h.timepiece.Call("now").Float() }
