//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
)

// spacing answers readers whose type is larger or wider apart than the fonts are:
// who have set a least size, the distances of letters, words and lines, or text
// alone twice as large; and browsers without the fonts. What outgrows its room
// gives up what has another way, step by step (data-tight, for the style sheet),
// then it is set smaller as a whole. On a phone, where the page scrolls, the room
// grows instead. Words in the drawing are a part of it and keep its size.
//
// The browser tells when type is another, and when a text has grown; nothing is
// measured otherwise.
type spacing struct {
	runs    typeset
	tight   tight
	share   [scene.Slots]float64    // of its size in which a block is shown; 0 is all of it
	room    [scene.Slots]scene.Rect // of the blocks, px; of no height where there is none
	needs   [scene.Slots]float64    // px of height that the frame is asked for
	outgrew bool                    // something has, since the page was opened
	about   about                   // what the steps were taken for
	watch   js.Value                // ResizeObserver
	check   js.Func                 // answers what it has told
	probes  [2]js.Value
	titled  titled
	fitting bool
}

// about is what a fit depends on besides the type: where it changes, all starts
// from nothing given up.
type about struct {
	size  scene.Point
	ui    figure.UI
	lens  figure.Lens
	fn    calculus.Kind
	f     string
	title string
}

// titled are the parts of the header that are measured.
type titled struct {
	header, title, lead, tabs, chrome js.Value
	spans                             [4]js.Value // the tabs' names
}

// leastShare of its size a block keeps in any case.
const leastShare = 0.4

// probeText is like the words of the figure: of narrow letters, few of them to a
// word.
const probeText = "left limit, fits if tilted"

func (h *Host) watchSpacing() {
	h.runs = plainType
	find := func(selector string) js.Value { return h.root.Call("querySelector", selector) }
	h.titled = titled{header: find(".rf-header"), title: find(".rf-title"), lead: find(".rf-lead"), tabs: find(".rf-tabs"), chrome: find(".rf-chrome")}
	for l := range h.titled.spans {
		h.titled.spans[l] = h.tabs[l].el.Call("querySelector", "span")
	}
	fonts := h.window.Get("document").Get("fonts")
	h.check = js.FuncOf(func(js.Value, []js.Value) any {
		if h.dead {
			return nil
		}
		if now := h.probe(); now != h.runs {
			h.runs, h.about, h.outgrew = now, about{}, true
			if now != plainType {
				h.watchAll()
			}
			h.draw()
		} else if h.outgrown() {
			h.outgrew = true
			h.refit()
		}
		return nil
	})
	// What observes may not change what it observes at once; and while the fonts
	// are on their way a text is wider than it will be.
	grown := js.FuncOf(func(js.Value, []js.Value) any {
		switch {
		case h.dead:
		case text(fonts.Get("status")) == "loading":
			fonts.Get("ready").Call("then", h.check)
		case h.outgrown(), h.probe() != h.runs:
			h.window.Call("setTimeout", h.check, 0)
		}
		return nil
	})
	h.watch = h.window.Get("ResizeObserver").New(grown)
	for i, size := range [...]float64{largeProbe, smallProbe} {
		p := h.window.Get("document").Call("createElement", "span")
		p.Set("className", "rf-probe")
		p.Call("setAttribute", "aria-hidden", "true")
		p.Get("dataset").Set("text", probeText)
		p.Get("style").Set("fontSize", px(size))
		if size == smallProbe { // whose space would be that of its size, not of the least one
			for _, space := range [...]string{"letter-spacing", "word-spacing"} {
				p.Get("style").Call("setProperty", space, "normal", "important")
			}
		}
		h.stage.el.Call("append", p)
		h.probes[i] = p
		h.watch.Call("observe", p)
	}
	for _, n := range [...]*node{h.question, h.caption, h.equation, h.pickName, h.cells["interval"].extra} {
		h.watch.Call("observe", n.el)
	}
	for _, e := range [...]js.Value{h.titled.title, h.titled.tabs} {
		h.watch.Call("observe", e)
	}
	if h.signal.Truthy() {
		h.on(h.signal, "abort", func(js.Value) {
			h.watch.Call("disconnect")
			for _, p := range h.probes {
				p.Call("remove")
			}
		})
	}
}

// watchAll lets the browser tell of every text that can grow, for a reader whose
// type is not plain.
func (h *Host) watchAll() {
	for _, n := range [...]*node{h.secants, h.run} {
		h.watch.Call("observe", n.el)
	}
	for _, c := range h.cells {
		h.watch.Call("observe", c.value.el.Get("parentNode"))
	}
	for l, s := range h.titled.spans {
		h.watch.Call("observe", s)
		h.watch.Call("observe", h.tabs[l].el)
	}
}

// probe measures how type runs now.
func (h *Host) probe() typeset {
	large, small := h.probes[0], h.probes[1]
	if !connected(large) || length(large, "offsetWidth") == 0 { // nothing of the figure is shown
		return h.runs
	}
	return typeOf(metrics.Width(metrics.Sans400, []byte(probeText), 1), length(large, "offsetWidth"), length(large, "offsetHeight"), length(small, "offsetWidth"))
}

// length is a measure of an element, px.
func length(e js.Value, name string) float64 { return e.Get(name).Float() }

// fitted are the blocks that are set smaller where they have outgrown their rooms.
// In plain type a row of one line has not, but for what a readout adds.
func (h *Host) fitted() [scene.Slots]*node {
	list := [scene.Slots]*node{scene.SlotQuestion: h.question, scene.SlotCaption: h.caption, scene.SlotEquation: h.equation, scene.SlotReadout: h.readoutRow}
	if h.runs != plainType {
		list[scene.SlotSecants], list[scene.SlotRun] = h.secants, h.run
	}
	return list
}

// outgrown reports whether something has outgrown its room.
func (h *Host) outgrown() bool {
	for slot, n := range h.fitted() {
		if n != nil && h.over(scene.Slot(slot), n) {
			return true
		}
	}
	title, tabs := h.headerOver()
	return h.headerGives(title, tabs) != 0 || title && h.pickRoom() > 0
}

// over reports whether a block has outgrown its room.
func (h *Host) over(slot scene.Slot, n *node) bool {
	room, e := h.room[slot], n.el
	if room.H == 0 {
		return false
	}
	s := h.shared(slot)
	hair := 1.5
	if h.frame.Layout == scene.Embed && slot == scene.SlotReadout {
		hair = 12 // of the margin beside it
	}
	if slot == scene.SlotRun { // which is as wide as its text, with room to either side
		return length(e, "offsetWidth")*s > room.W+8
	}
	if length(e, "offsetHeight")*s > room.H+3 || length(e, "scrollWidth") > length(e, "clientWidth")+hair {
		return true
	}
	if slot == scene.SlotEquation || slot == scene.SlotReadout {
		parts := e.Get("children")
		for i := range parts.Length() {
			if p := parts.Index(i); length(p, "scrollWidth") > length(p, "clientWidth")+hair {
				return true
			}
		}
	}
	return false
}

// shared is the share of its size in which a block is shown.
func (h *Host) shared(slot scene.Slot) float64 {
	if s := h.share[slot]; s > 0 {
		return s
	}
	return 1
}

// headerOver reports whether the title and the tabs have outgrown their rooms.
func (h *Host) headerOver() (title, tabs bool) {
	t := &h.titled
	height := length(t.header, "offsetHeight")
	if height == 0 { // there is none
		return false, false
	}
	end := func(e js.Value) float64 { return length(e, "offsetLeft") + length(e, "offsetWidth") }
	last := length(t.chrome, "offsetLeft")
	if length(t.chrome, "offsetWidth") == 0 {
		last = length(t.header, "clientWidth")
	}
	const hair = 1.5
	apart := h.frame.Layout == scene.Phone
	if apart && h.runs != plainType {
		// WebKit may keep the width that a name had before its letters stood wider apart:
		// what it scrolls over is the letters' own.
		const air = 4 // px, between names
		for l, s := range t.spans {
			tab := h.tabs[l].el
			tabs = tabs || h.tight&tightNames == 0 && (length(s, "scrollWidth")+air > length(tab, "clientWidth") || length(tab, "scrollHeight") > length(tab, "clientHeight")+hair)
		}
	} else if !apart {
		tabs = end(h.tabs[len(h.tabs)-1].el) > last+hair
		last = length(t.tabs, "offsetLeft")
	}
	name := h.pickName.el
	cut := h.model.Typed() // which is what a formula's name is, where it has no room
	title = !cut && length(name, "scrollWidth") > length(name, "clientWidth") || end(h.pick.el) > last ||
		length(h.pick.el, "offsetTop")+length(h.pick.el, "offsetHeight") > height+hair
	if h.tight&tightLead == 0 && length(t.lead, "offsetWidth") > 1 {
		title = title || end(t.lead) > last || length(t.lead, "offsetTop") < -hair
	}
	return title, tabs
}

// headerGives is what the header gives up next.
func (h *Host) headerGives(title, tabs bool) tight {
	return h.tight.header(title, tabs, h.frame.Layout == scene.Phone)
}

// pickRoom is the width to which the function's name is to be scaled, px, once
// all else has been given up; 0 is none.
func (h *Host) pickRoom() float64 {
	if h.tight&tightLead == 0 || h.frame.Layout != scene.Phone && h.tight&tightNames == 0 || h.pick.styles["transform"] != "" {
		return 0
	}
	return length(h.pick.el, "offsetWidth")
}

// refit gives up what has to be, until nothing has outgrown its room or all has
// been done.
func (h *Host) refit() {
	if h.fitting {
		return
	}
	h.fitting = true
	for n := 0; n < 60 && h.tighten(); n++ {
	}
	h.fitting = false
}

// tighten takes the next step, and reports whether there was one.
func (h *Host) tighten() bool {
	title, tabs := h.headerOver()
	if more := h.headerGives(title, tabs); more != 0 {
		h.giveUp(more)
		return true
	}
	if room := h.pickRoom(); title && room > 0 {
		name := h.pickName.el
		whole := room + length(name, "scrollWidth") - length(name, "clientWidth") + 1
		share := room / whole
		if high := length(h.titled.header, "offsetHeight") / length(h.pick.el, "offsetHeight"); high < share {
			share = high
		}
		h.pick.style("width", px(whole))
		h.pick.style("max-width", "none")
		h.pick.style("flex", "none")
		h.pick.style("margin-right", px(share*whole-whole))
		h.pick.style("transform", scaled(share))
		return true
	}
	for i, n := range h.fitted() {
		slot := scene.Slot(i)
		if n == nil || !h.over(slot, n) {
			continue
		}
		if slot == scene.SlotReadout {
			if more := h.readoutsGive(); more != 0 {
				h.giveUp(more)
				return true
			}
		}
		if tall := length(n.el, "offsetHeight") * h.shared(slot); h.frame.Layout == scene.Phone && slot != scene.SlotSecants && slot != scene.SlotRun && tall > h.room[slot].H+3 && tall > h.needs[slot] {
			h.needs[slot] = tall
			h.draw()
			return true
		}
		if s := h.shared(slot); s > leastShare {
			h.share[slot] = max(leastShare, s*0.95)
			h.blocks()
			return true
		}
	}
	return false
}

func (h *Host) giveUp(more tight) {
	h.tight |= more
	h.rootNode.attr("data-tight", h.tight.String())
}

// readoutsGive is what the readouts give up next.
func (h *Host) readoutsGive() tight {
	switch h.frame.Layout {
	case scene.Desktop, scene.Medium:
		return h.tight.first(tightCalled, tightRows, tightExtra)
	case scene.Phone:
		return h.tight.first(tightRows, tightExtra)
	}
	return h.tight.first(tightExtra)
}

// settleWords starts again where the frame is about something else, before it is
// drawn; and reports whether it has.
func (h *Host) settleWords() bool {
	if h.fitting || h.runs == plainType && !h.outgrew {
		return false
	}
	now := about{h.size, h.model.UI, h.model.Lens, h.model.Fn, h.model.Formula, h.title}
	if now == h.about {
		return false
	}
	h.about = now
	h.share, h.needs, h.tight = [scene.Slots]float64{}, [scene.Slots]float64{}, 0
	h.rootNode.attr("data-tight", "")
	for _, name := range [...]string{"width", "max-width", "flex", "margin-right", "transform"} {
		h.pick.style(name, "")
	}
	return true
}

// wordSize is the size in which a text is set, px, and the share of it in which
// it is shown, so that all that depends on the size of its type is as the browser
// sets it.
func (h *Host) wordSize(size float64) (set, share float64) {
	return max(size, h.runs.least), h.runs.scale(size)
}

// fitBlock puts a text or a row of them in its room, in such a share of its size
// as the room asks for.
func (h *Host) fitBlock(slot scene.Slot, n *node, b *scene.Block) {
	if b == nil {
		h.room[slot] = scene.Rect{}
		fit(n, nil, 1)
		return
	}
	h.room[slot] = b.Rect
	own := *b
	if least := h.runs.least; own.Size < least {
		own.Size, own.Lead = least, own.Lead*least/own.Size
	}
	fit(n, &own, h.shared(slot))
}
