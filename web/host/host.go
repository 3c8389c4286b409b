//go:build js

package host

import (
	"strings"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
	"relu-three-ways/web/page"
)

// Host is one figure on a page.
type Host struct {
	box, root, window, signal js.Value
	dead                      bool // the box took the root away, or does not have it yet
	again                     bool // another program had the root before

	model    figure.Model
	theme    theme.Theme
	title    string      // of a lecture's scene, in figure's markup; "" where there is none
	size     scene.Point // CSS px of the root, without what a tall frame adds
	frame    scene.Frame
	version  int  // of the frame
	fresh    bool // drawn since the last tick of the clock
	onChange func()

	chrome chrome

	parts
	handles
	targets
	corners
	pointers
	picker
	field
	address
	clock
	media
	sizes
	spacing
	painter
	reels
}

// Mount takes over the figure of a box: it adopts the prerendered elements of
// the root or makes them, starts from the link of the box, and keeps the page
// and the model together until the box's signal aborts. It takes several turns, in
// which the page answers by what is there; after another program it takes one, so that
// nothing that is seen goes and comes.
func Mount(box js.Value) *Host {
	h := &Host{box: box, root: box.Get("root"), signal: box.Get("signal"), dead: true}
	h.again = h.root.Call("hasAttribute", "data-layout").Bool()
	h.window = h.root.Get("ownerDocument").Get("defaultView")
	h.giveWay()
	h.model = h.parse(text(box.Get("link")))
	other := h.otherLanguage()
	early := h.root.Get("early")
	if early.Truthy() && early.Get("join").Truthy() { // of a page of this build
		early.Call("join")
	}
	whole := false
	if h.parts, whole = adopt(h.root); other || !whole {
		h.build()
		h.parts, _ = adopt(h.root)
		h.rootNode.style("opacity", "0") // until it is arranged
	}
	h.giveWay()
	h.title = text(h.root.Get("dataset").Get("scene"))
	h.bindHandles()
	h.bindTargets()
	h.bindPointers()
	h.bindTap()
	h.bindKeys()
	h.bindHeader()
	h.bindPicker()
	h.bindField()
	h.bindSketch()
	h.bindBlocks()
	h.bindAddress()
	h.bindClock()
	h.bindChrome()
	h.bindPainter()
	h.bindTalk()
	h.bindEnd()
	h.watchSpacing()
	h.watchMedia()
	h.watchSize()
	h.giveWay()
	scene.DrawInTurns(&h.frame, h.model, h.ask(), h.giveWay)
	h.giveWay()
	h.version++
	h.PaintSVG() // the style sheet hides it until there is a layout
	h.giveWay()
	h.measure()
	h.title = text(h.root.Get("dataset").Get("scene"))
	h.heed() // what has changed meanwhile
	h.draw()
	h.rootNode.style("opacity", "")
	h.dead = false
	h.takeOver()
	if link := h.hash(); h.owner && !h.again && !early.Truthy() && link != strings.TrimPrefix(text(box.Get("link")), "#") {
		h.visit(link) // the address has changed meanwhile, where nobody has kept that
	}
	h.report()
	return h
}

// giveWay lets the page answer between two parts of the beginning: a browser compiles
// a function when it is called first, which takes longer than all that they do. It
// does not return if the box is closed meanwhile. Timers would be slow, out of sight above
// all.
func (h *Host) giveWay() {
	if h.again {
		return
	}
	channel := h.window.Get("MessageChannel").New()
	await(func(then js.Func) {
		channel.Get("port1").Set("onmessage", then)
		channel.Get("port2").Call("postMessage", 0)
	})
	channel.Get("port1").Call("close")
	if h.signal.Get("aborted").Truthy() {
		select {}
	}
}

// otherLanguage reports whether the elements of the root are in another language
// than the model's, and notes whose they are from now on.
func (h *Host) otherLanguage() bool {
	now, page := h.model.Lang.Code(), text(h.window.Get("document").Get("documentElement").Get("lang"))
	was := text(h.root.Get("lang"))
	if was == "" {
		was = lang.English.Code()
	}
	if now != was || now != lower(page) {
		h.root.Set("lang", now)
	}
	return now != was
}

// build makes the elements of a root that has none. The box's canvas may have
// a home already; it becomes the stage's.
func (h *Host) build() {
	home := h.box.Get("canvasHost")
	h.root.Set("innerHTML", page.Figure(h.model, page.Early{}))
	if place := h.root.Call("querySelector", ".rf-canvas"); home.Truthy() && !home.Equal(place) {
		home.Get("classList").Call("add", "rf-canvas")
		home.Call("setAttribute", "aria-hidden", "true")
		place.Call("replaceWith", home)
	}
}

// OnChange sets what is called whenever there is a new frame to paint.
func (h *Host) OnChange(f func()) { h.onChange = f }

// Frame is the picture to paint and the theme to paint it in. It is valid
// until the next event.
func (h *Host) Frame() (*scene.Frame, theme.Theme) { return &h.frame, h.theme }

// Model is what the figure shows now.
func (h *Host) Model() figure.Model { return h.model }

// Send lets an event happen.
func (h *Host) Send(e figure.Event) {
	if h.dead {
		return
	}
	before := h.model
	_, tick := e.(figure.Tick)
	if !tick {
		h.catchUp()
	}
	h.model = figure.Update(h.model, e)
	if h.model == before {
		return
	}
	if h.model.Theme != before.Theme {
		h.chooseTheme()
	}
	if h.model.Lang != before.Lang { // all words change: the figure begins again
		h.stopWriting()
		h.model = figure.Update(h.model, figure.Land{})
		h.rootNode.attr("data-link", h.model.Link())
		h.write()
		h.root.Call("dispatchEvent", h.window.Get("CustomEvent").New("relu-again"))
		return
	}
	switch {
	case tick && h.fresh && h.model.Moving(): // a hand has had this frame drawn; the next one comes
	case h.model.Picture() != before.Picture():
		h.draw()
		h.report()
	case h.frame.Fading && h.model.Rest.Held != before.Rest.Held:
		h.draw()
	}
	if _, typed := e.(figure.Define); !typed && h.model.Held == 0 { // what a hand does is told when it pauses
		h.tell(before)
	}
	h.note(e)
	h.wind()
}

// tell says in the live region what has changed.
func (h *Host) tell(before figure.Model) {
	if words := figure.Announce(before, h.model); words != "" {
		h.live.text(figure.Plain(words))
	} else if figure.Arrives(before, h.model) {
		h.live.text(h.frame.Spoken())
	}
}

// ask is what the page asks of a frame.
func (h *Host) ask() scene.Ask {
	return scene.Ask{W: h.size.X, H: h.size.Y, Theme: h.theme, Title: h.title, Needs: h.needs, Loose: h.runs != plainType}
}

// draw makes the frame of the model and brings the page up to it. A frame that
// shows another window of x than the model knows is drawn once more, with the
// point inside it.
func (h *Host) draw() {
	other := h.settleWords()
	ask := h.ask()
	scene.Draw(&h.frame, h.model, ask)
	if h.frame.Window != h.model.Window {
		h.model = figure.Update(h.model, figure.Resize{Window: h.frame.Window})
		scene.Draw(&h.frame, h.model, ask)
	}
	h.version++
	h.fresh = true
	h.place()
	h.placeHandles()
	h.placeTargets()
	h.header()
	h.words()
	h.mirrors()
	h.blocks()
	h.readouts()
	if other {
		h.refit()
		h.window.Call("setTimeout", h.check, 0) // while the browser resizes it may not have all sizes yet
	}
	h.repaint()
	if h.onChange != nil {
		h.onChange()
	}
	if h.model.Held == 0 && !h.model.Moving() && !h.whole() {
		h.root.Call("dispatchEvent", h.window.Get("CustomEvent").New("relu-torn")) // figure.js has it made anew
	}
}

// on listens to an element until the box's signal aborts.
func (h *Host) on(target js.Value, kind string, f func(e js.Value), options ...string) {
	fn := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if !h.dead || target.Equal(h.signal) {
			f(args[0])
		}
		return nil
	})
	o := map[string]any{}
	if h.signal.Truthy() && !target.Equal(h.signal) { // an aborted signal takes its own listeners away before it tells them
		o["signal"] = h.signal
	}
	for _, name := range options {
		o[name] = true
	}
	target.Call("addEventListener", kind, fn, o)
}

// bindEnd stops everything when the box is taken down.
func (h *Host) bindEnd() {
	if !h.signal.Truthy() {
		return
	}
	h.on(h.signal, "abort", func(js.Value) {
		h.dead = true
		h.endMoves()
		h.stopClock()
		h.stopWriting()
		h.stopPause()
	})
}

// text is a JavaScript string, or "" for anything else.
func text(v js.Value) string {
	if v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}
