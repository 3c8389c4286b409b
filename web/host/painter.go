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
	sheet   *node
	painted int    // version of the frame in the sheet
	id      string // tells this figure's definitions from those of others on the page
}

// bindPainter paints at once when the box changes the painter to svg.
func (h *Host) bindPainter() {
	others := h.window.Get("document").Call("querySelectorAll", "[data-relu-figure]")
	for i := range others.Length() {
		if others.Index(i).Equal(h.root) {
			h.id = "live" + strconv.Itoa(i) + "-"
		}
	}
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

// repaint paints the frame if SVG is the painter, and else takes the sheet
// away.
func (h *Host) repaint() {
	if text(h.root.Get("dataset").Get("painter")) == "svg" {
		h.PaintSVG()
	} else if h.sheet != nil {
		h.sheet.el.Call("remove")
		h.sheet, h.painted = nil, 0
	}
}

// PaintSVG paints the frame into .rf-canvas. It does nothing if the frame is
// there already.
func (h *Host) PaintSVG() {
	if h.sheet == nil || !h.sheet.el.Get("isConnected").Bool() { // none yet, or the box took it away
		h.painted = 0
		place := h.root.Call("querySelector", ".rf-canvas")
		if old := place.Call("querySelector", ".rf-sheet"); old.Truthy() {
			old.Call("remove")
		}
		h.sheet = newNode(h.window.Get("document").Call("createElement", "div"))
		h.sheet.attr("class", "rf-sheet")
		place.Call("appendChild", h.sheet.el)
	}
	if h.painted == h.version {
		return
	}
	h.painted = h.version
	var b strings.Builder
	svg.Draw(&b, &h.frame, h.theme, svg.Options{ID: h.id})
	h.sheet.html(b.String())
}

// AwaitPaint waits until the browser has painted what there is, so that what
// comes next keeps nobody from seeing it.
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
}

// AwaitSight waits until the figure is in sight: the GPU is not asked for a
// picture that nobody sees.
func (h *Host) AwaitSight() {
	await(func(then js.Func) { h.box.Call("whenSeen", then) })
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
