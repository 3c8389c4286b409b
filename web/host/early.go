//go:build js

package host

import (
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/web/page"
)

// takeOver does what was done before the program ran, in its order, as early.js has kept
// it. A pointer that still holds a handle goes on holding it.
func (h *Host) takeOver() {
	list := h.box.Call("early")
	for i := range list.Length() {
		d := list.Index(i)
		c := controlNamed(text(d.Get("control")))
		switch {
		case d.Get("act").Truthy():
			d.Call("act")
		case d.Get("visits").Truthy():
			h.parse(text(d.Get("visits"))) // for its warnings
			h.Send(figure.Visit{Link: text(d.Get("visits"))[1:]})
		case d.Get("key").Truthy():
			if e, ok := sliderKey(c, text(d.Get("key")), d.Get("shift").Truthy()); ok {
				h.Send(e)
			}
		case d.Get("seen").Type() == js.TypeNumber && !d.Get("held").Truthy():
			h.Send(figure.Assign{Control: c, To: d.Get("seen").Float()}) // whatever a px was then
		default:
			h.takeHold(c, d)
		}
	}
}

// takeHold repeats what a pointer did with a control.
func (h *Host) takeHold(c figure.Control, d js.Value) {
	key := spotKey{control: c}
	for i, k := range spotKeys(h.frame.Spots) {
		if k != key || h.holding(c) {
			continue
		}
		o := hold{key: key, kind: text(d.Get("kind")), seen: scene.Point{X: d.Get("x").Float(), Y: d.Get("y").Float()}}
		held := d.Get("held").Truthy()
		if held {
			o.grip = scene.Point{X: d.Get("gripX").Float(), Y: d.Get("gripY").Float()}
		} else { // the drawing may have moved since
			q, _ := h.projection().inverse().at(o.seen)
			at := h.frame.Spots[i].At
			o.grip = scene.Point{X: at.X + d.Get("dx").Float() - q.X, Y: at.Y + d.Get("dy").Float() - q.Y}
		}
		id := d.Get("id").Int()
		h.hold(id, o)
		h.bring(o)
		if !held {
			h.letGo(id)
		}
		return
	}
}

// controlNamed is the control of a name in data-control, or None.
func controlNamed(name string) figure.Control {
	for c := range figure.Controls + figure.MostCorners {
		if name != "" && page.ControlKey(c) == name {
			return c
		}
	}
	return figure.None
}
