//go:build js

package host

import (
	"strconv"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/web/page"
)

// place tells the style sheet the arrangement, and makes the root as tall as
// its frame.
func (h *Host) place() {
	r := h.rootNode
	r.attr("data-layout", layoutNames[h.frame.Layout])
	r.attr("data-lens", page.LensKey(h.model.Lens))
	r.attr("data-ui", uiNames[h.model.UI])
	r.attr("data-theme", h.theme.Name)
	r.style("--rf-left", px(h.frame.Left))
	r.style("--rf-half", px(h.frame.Half))
	r.style("--rf-edge", px(h.frame.Edge))
	r.style("--rf-t", strconv.FormatFloat(h.frame.Scale, 'f', 5, 64)+"px") // a hundredth is a pixel at the end of a line
	r.attr("data-held", boolean(h.model.Held != 0))
	r.attr("data-firm", boolean(h.model.Held != 0 && !h.outgrew))
	h.grow()
}

var layoutNames = [...]string{scene.Desktop: "desktop", scene.Medium: "medium", scene.Embed: "embed", scene.Phone: "phone", scene.Short: "short", scene.Projector: "projector"}

var uiNames = [...]string{figure.UIFull: "full", figure.UIMin: "min", figure.UINone: "none", figure.UILecture: "lecture"}

// blocks writes the column of words and puts each block in the room that the
// frame made for it. A text without room stays for screen readers; a control
// without room is gone.
func (h *Host) blocks() {
	var room [scene.Slots]*scene.Block
	for i := range h.frame.Blocks {
		b := &h.frame.Blocks[i]
		room[b.Slot] = b
	}
	m := h.model
	h.fitBlock(scene.SlotQuestion, h.question, room[scene.SlotQuestion])
	if h.title != "" {
		h.question.words(h.title, page.Text)
	} else {
		h.question.words(figure.Question(m).String(), page.Text)
	}
	h.fitBlock(scene.SlotCaption, h.caption, room[scene.SlotCaption])
	h.caption.words(figure.Caption(m, short(room[scene.SlotCaption])).String(), page.Prose)
	h.reveal.hide(h.frame.Reveal.Rect.W == 0)
	if h.frame.Reveal.Rect.W > 0 {
		fit(h.reveal, &h.frame.Reveal, 1)
		h.reveal.text(m.Say(figure.ToReveal))
	}
	h.equation.hide(m.Lens != figure.Compare)
	h.room[scene.SlotEquation], h.room[scene.SlotSecants], h.room[scene.SlotRun] = scene.Rect{}, scene.Rect{}, scene.Rect{}
	if m.Lens == figure.Compare {
		h.fitBlock(scene.SlotEquation, h.equation, room[scene.SlotEquation])
		h.equation.html(page.Equation(m))
	}
	h.secants.hide(m.Lens != figure.Point)
	if m.Lens == figure.Point {
		h.fitBlock(scene.SlotSecants, h.secants, room[scene.SlotSecants])
		h.secants.attr("data-short", boolean(short(room[scene.SlotSecants])))
		left, right := page.Quotients(m)
		h.leftQuot.text(left)
		h.rightQuot.text(right)
		limit := page.Limit(m)
		h.limit.hide(limit == "")
		h.limitValue.text(limit)
	}
	h.run.hide(room[scene.SlotRun] == nil)
	if b := room[scene.SlotRun]; b != nil {
		h.fitBlock(scene.SlotRun, h.run, b)
		h.run.html(page.Run(m))
		h.run.attr("aria-label", page.RunLabel(m))
	}
	h.steps.hide(room[scene.SlotSteps] == nil)
	if b := room[scene.SlotSteps]; b != nil {
		fit(h.steps, b, 1)
		back, on := page.StepLabels(m)
		h.steps.attr("aria-label", page.StepsLabel(m))
		h.replay.attr("aria-label", page.ReplayLabel(m))
		h.replay.attr("aria-disabled", boolean(m.Stepping() && m.K == 0))
		h.previous.attr("aria-disabled", boolean(back.Off))
		h.previous.attr("aria-label", back.Label)
		h.next.attr("aria-disabled", boolean(on.Off))
		h.next.attr("aria-label", on.Label)
		h.play.html(page.Play(m))
		h.play.attr("aria-label", page.PlayLabel(m))
		h.play.attr("aria-disabled", boolean(m.Stepping() && m.Path.N == 0))
		h.sweep.hide(h.frame.SweepFits || m.Lens != figure.Dist)
		h.sweep.attr("aria-pressed", boolean(m.Sweep))
	}
	h.method.hide(room[scene.SlotMethod] == nil)
	if b := room[scene.SlotMethod]; b != nil {
		fit(h.method, b, 1)
		if method := strconv.Itoa(int(m.Steps)); text(h.method.el.Get("value")) != method {
			h.method.el.Set("value", method)
		}
	}
	h.walk.hide(room[scene.SlotWalk] == nil)
	if b := room[scene.SlotWalk]; b != nil {
		fit(h.walk, b, 1)
		h.walk.html(page.Walk(m))
		h.walk.attr("aria-label", page.WalkLabel(m))
	}
	h.fitBlock(scene.SlotReadout, h.readoutRow, room[scene.SlotReadout])
}

// short reports whether a block has room for the shorter of two texts only.
func short(b *scene.Block) bool { return b != nil && b.Short }

// fit puts a block in its room, in a share of its size, or out of sight.
func fit(n *node, b *scene.Block, share float64) {
	n.unseen(b == nil)
	if b == nil {
		return
	}
	at := move(b.Rect.X, b.Rect.Y)
	if share != 1 {
		at += scaled(share)
	}
	n.style("transform", at)
	n.style("width", px(b.Rect.W/share))
	n.style("min-height", px(b.Rect.H/share))
	n.style("font-size", px(b.Size))
	n.style("line-height", px(b.Lead))
}

// readouts writes the four readouts.
func (h *Host) readouts() {
	for _, r := range figure.Readouts(h.model) {
		c, ok := h.cells[r.Name]
		if !ok {
			continue
		}
		c.box.attr("class", page.CellClass(r))
		c.box.attr("data-value", r.JSON)
		c.label.html(page.ReadoutLabel(r))
		c.value.words(r.Text, page.Text)
		c.extra.attr("class", page.ExtraClass(r))
		c.extra.words(r.Extra, page.Text)
	}
}

// bindBlocks makes the column's buttons work.
func (h *Host) bindBlocks() {
	h.on(h.run.el, "click", func(js.Value) { h.Send(figure.Shrink{On: h.model.Run.Kind != figure.ShrinkRun}) })
	h.on(h.reveal.el, "click", func(js.Value) { h.unhide() })
	h.on(h.previous.el, "click", func(js.Value) { h.Send(figure.StepTo{Dir: -1}) })
	h.on(h.next.el, "click", func(js.Value) { h.Send(figure.StepTo{Dir: 1}) })
	h.on(h.play.el, "click", func(js.Value) { h.Send(figure.Toggle{}) })
	h.on(h.replay.el, "click", func(js.Value) { h.Send(figure.Replay{}) })
	h.on(h.method.el, "change", func(js.Value) { h.descend(h.method.el.Get("value")) })
	h.on(h.sweep.el, "click", func(js.Value) { h.Send(figure.ShowSweep{On: !h.model.Sweep}) })
	h.on(h.walk.el, "click", func(js.Value) { h.Send(figure.Stroll{On: !h.model.Walk.On()}) })
}

// unhide shows what is kept back. The button goes, so the focus goes to the question,
// which the live region answers.
func (h *Host) unhide() {
	h.question.attr("tabindex", "-1")
	h.question.el.Call("focus", map[string]any{"preventScroll": true})
	h.Send(figure.Steer{Link: "hide="})
}

// descend takes steps in the way that was chosen.
func (h *Host) descend(method js.Value) {
	if s, err := strconv.Atoi(text(method)); err == nil {
		h.Send(figure.Descend{Method: figure.Method(s)})
	}
}

func boolean(v bool) string {
	if v {
		return "true"
	}
	return "false"
}
