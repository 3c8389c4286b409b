//go:build js

package host

import (
	"strconv"
	"strings"
	"syscall/js"

	"relu-three-ways/render/svg"
)

// painter is the fallback painter: where there is no GPU, or while its context
// is lost, the frame is painted as SVG in the canvas's place.
type painter struct {
	sheet   *node // the svg element
	drawing svg.Sheet
	painted int // version of the frame in the sheet
}

// liveID tells the sheet's definitions from those of the poster and of pictures. A
// page has at most one figure outside shadow roots, which have ids of their own.
const liveID = "live-"

// bindPainter paints at once when the box changes the painter to svg.
func (h *Host) bindPainter() {
	fn := js.FuncOf(func(js.Value, []js.Value) any {
		if !h.dead {
			h.repaint()
		}
		return nil
	})
	watch := h.window.Get("MutationObserver").New(fn)
	watch.Call("observe", h.root, map[string]any{"attributeFilter": []any{"data-painter"}})
	if h.signal.Truthy() {
		h.on(h.signal, "abort", func(js.Value) { watch.Call("disconnect") })
	}
}

// repaint paints the frame if SVG is the painter, and otherwise takes the sheet
// away.
func (h *Host) repaint() {
	if text(h.root.Get("dataset").Get("painter")) == "svg" {
		h.PaintSVG()
	} else if h.sheet != nil {
		h.dropSheet()
	}
}

// dropSheet takes the sheet away, or that of an earlier program.
func (h *Host) dropSheet() {
	if old := h.box.Get("canvasHost").Call("querySelector", ".rf-sheet"); old.Truthy() {
		old.Call("remove")
	}
	h.painter = painter{}
}

// PaintSVG paints the frame into .rf-canvas. It does nothing if the frame is
// there already.
func (h *Host) PaintSVG() {
	anew := h.sheet == nil || !connected(h.sheet.el) // none yet, or the box took it away
	if anew {
		h.newSheet()
	}
	if h.painted == h.version {
		return
	}
	h.painted = h.version
	w, tall := decimal(h.frame.W), decimal(h.frame.H)
	h.sheet.attr("viewBox", "0 0 "+w+" "+tall)
	h.sheet.attr("width", w)
	h.sheet.attr("height", tall)
	if !h.edit(h.drawing.Next(&h.frame, h.theme, liveID), anew) {
		h.drawing = svg.Sheet{}
		h.edit(h.drawing.Next(&h.frame, h.theme, liveID), true)
	}
}

// edit hands edits to the box in one text: edits are parted by \x01, their parts by
// \x00. It reports false if a piece is not as it was painted.
func (h *Host) edit(edits []svg.Edit, anew bool) bool {
	if len(edits) == 0 {
		return true
	}
	var b strings.Builder
	for i, e := range edits {
		if i > 0 {
			b.WriteByte(1)
		}
		b.WriteString(strconv.Itoa(int(e.Kind)) + "\x00" + strconv.Itoa(e.At) + "\x00")
		if e.Kind != svg.Retouch {
			b.WriteString(e.Markup)
			continue
		}
		b.WriteString(strconv.Itoa(e.Elements))
		for _, a := range e.Attrs {
			b.WriteString("\x00" + strconv.Itoa(a.Of) + "\x00" + a.Name + "\x00" + a.Value)
		}
	}
	return h.box.Call("edit", h.sheet.el, b.String(), anew).Bool()
}

// newSheet puts an empty sheet in the canvas's place.
func (h *Host) newSheet() {
	h.dropSheet()
	around := h.window.Get("document").Call("createElement", "div")
	around.Set("className", "rf-sheet")
	h.sheet = newNode(h.svgElement("svg"))
	around.Call("appendChild", h.sheet.el)
	h.box.Get("canvasHost").Call("appendChild", around)
}

func (h *Host) svgElement(name string) js.Value {
	return h.window.Get("document").Call("createElementNS", "http://www.w3.org/2000/svg", name)
}

// AwaitPaint waits until the browser has painted what there is, so that what
// comes next does not delay it.
func (h *Host) AwaitPaint() {
	var frame js.Func
	await(func(then js.Func) {
		frame = js.FuncOf(func(js.Value, []js.Value) any {
			h.window.Call("setTimeout", then, 0) // after the painting of this frame
			return nil
		})
		h.box.Call("tick", frame)
	})
	frame.Release()
	h.mirrors()
}

// AwaitSight waits until the figure is in sight and no hand holds it: the GPU is not
// asked for a picture that nobody sees, and holds up no drag by its start.
func (h *Host) AwaitSight() {
	for {
		await(func(then js.Func) { h.box.Call("whenSeen", then) })
		if h.model.Held == 0 {
			return
		}
		h.AwaitPaint()
	}
}

// await returns when what begin asks for has called the function that it got.
func await(begin func(then js.Func)) {
	done := make(chan struct{})
	then := js.FuncOf(func(js.Value, []js.Value) any {
		close(done)
		return nil
	})
	begin(then)
	<-done
	then.Release()
}
