//go:build js

package host

import (
	"strings"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/web/page"
)

// takeOver does what hands, keys, buttons, links of a text and the address did before
// the program ran, as early.js has kept it. A pointer that still holds a handle goes on
// holding it.
func (h *Host) takeOver() {
	list := h.box.Call("early")
	for i := range list.Length() {
		d := list.Index(i)
		if link := text(d.Get("link")); link != "" {
			if hash, visit := strings.CutPrefix(link, "#"); visit {
				h.parse(hash) // for its warnings
				h.Send(figure.Visit{Link: hash})
			} else {
				h.steer(link)
			}
			h.Send(figure.Land{}) // before what was done next
			continue
		}
		if d.Get("act").Truthy() {
			d.Call("act")
			continue
		}
		c := controlNamed(text(d.Get("control")))
		if key := text(d.Get("key")); key != "" {
			if e, ok := sliderKey(c, key, d.Get("shift").Truthy()); ok {
				h.Send(e)
			}
			continue
		}
		h.takeHold(c, d)
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
