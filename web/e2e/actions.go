//go:build !js

package e2e

// Keys by their WebDriver code points.
const (
	KeyTab       = "\uE004"
	KeyEnter     = "\uE007"
	KeyShift     = "\uE008"
	KeyEscape    = "\uE00C"
	KeySpace     = " "
	KeyPageUp    = "\uE00E"
	KeyBackspace = "\uE003"
	KeyPageDown  = "\uE00F"
	KeyEnd       = "\uE010"
	KeyHome      = "\uE011"
	KeyLeft      = "\uE012"
	KeyUp        = "\uE013"
	KeyRight     = "\uE014"
	KeyDown      = "\uE015"
)

// Place is a position in CSS pixels from the top left of the viewport.
type Place struct{ X, Y float64 }

// Pointer is what a hand holds.
type Pointer string

const (
	Mouse Pointer = "mouse"
	Touch Pointer = "touch"
	Pen   Pointer = "pen"
)

// action is one entry of a WebDriver action sequence.
type action = map[string]any

// Stroke is one hand's way: pressed at the first place, moved through the
// others, let go at the last.
type Stroke []Place

// moveTime is how long a pointer takes from place to place, in milliseconds;
// engines interpolate, so that a drag is many moves, as a hand's is.
const moveTime = 80

// Drag moves one pointer along a stroke.
func (b *Browser) Drag(kind Pointer, s Stroke) error { return b.Hands(kind, s) }

// Hands moves several pointers at once, each along its own stroke. All press
// at the same moment.
func (b *Browser) Hands(kind Pointer, strokes ...Stroke) error {
	var sources []action
	for i, s := range strokes {
		steps := []action{move(s[0], 0), press()}
		for _, p := range s[1:] {
			steps = append(steps, move(p, moveTime))
		}
		sources = append(sources, pointer(kind, i, append(steps, release())))
	}
	return b.perform(sources...)
}

// Rush drags the mouse along a stroke without a pause, each move as soon as the
// page has answered the one before.
func (b *Browser) Rush(s Stroke) error {
	steps := []action{move(s[0], 0), press()}
	for _, p := range s[1:] {
		steps = append(steps, move(p, 0))
	}
	return b.perform(pointer(Mouse, 0, append(steps, release())))
}

// Click presses and lets go at a place.
func (b *Browser) Click(p Place) error { return b.Hands(Mouse, Stroke{p}) }

// Hover moves the mouse to a place and leaves it there.
func (b *Browser) Hover(p Place) error { return b.perform(pointer(Mouse, 0, []action{move(p, 0)})) }

// Hold presses at the first place, moves through the others and keeps the
// pointer down. Lift ends it.
func (b *Browser) Hold(kind Pointer, s Stroke) error {
	steps := []action{move(s[0], 0), press()}
	for _, p := range s[1:] {
		steps = append(steps, move(p, moveTime))
	}
	return b.perform(pointer(kind, 0, steps))
}

// Lift lets go of what Hold holds, where it is.
func (b *Browser) Lift(kind Pointer) error {
	return b.perform(pointer(kind, 0, []action{release()}))
}

// LetGo releases every pointer and key that is still down. WebKit forgets them
// without telling the page.
func (b *Browser) LetGo() error {
	_, err := b.link.do("WebDriver:ReleaseActions", nil)
	return err
}

// Wheel turns the wheel at a place by dy CSS pixels.
func (b *Browser) Wheel(at Place, dy int) error {
	if err := b.LetGo(); err != nil { // WebKit turns it once between releases
		return err
	}
	return b.perform(action{"type": "wheel", "id": "wheel", "actions": []action{
		{"type": "scroll", "x": int(at.X), "y": int(at.Y), "deltaX": 0, "deltaY": dy, "duration": 0, "origin": "viewport"},
	}})
}

// Press presses and lets go of keys, one after another.
func (b *Browser) Press(keys ...string) error {
	var steps []action
	for _, k := range keys {
		steps = append(steps, action{"type": "keyDown", "value": k}, action{"type": "keyUp", "value": k})
	}
	return b.perform(action{"type": "key", "id": "keyboard", "actions": steps})
}

// Chord presses a key while another is held.
func (b *Browser) Chord(held, key string) error {
	return b.perform(action{"type": "key", "id": "keyboard", "actions": []action{
		{"type": "keyDown", "value": held}, {"type": "keyDown", "value": key},
		{"type": "keyUp", "value": key}, {"type": "keyUp", "value": held},
	}})
}

func (b *Browser) perform(sources ...action) error {
	_, err := b.link.do("WebDriver:PerformActions", action{"actions": sources})
	return err
}

func pointer(kind Pointer, i int, steps []action) action {
	return action{
		"type": "pointer", "id": string(kind) + string(rune('0'+i)),
		"parameters": action{"pointerType": string(kind)}, "actions": steps,
	}
}

// move takes whole pixels: not every driver takes fractions.
func move(p Place, ms int) action {
	return action{"type": "pointerMove", "duration": ms, "origin": "viewport", "x": int(p.X + 0.5), "y": int(p.Y + 0.5)}
}

func press() action   { return action{"type": "pointerDown", "button": 0} }
func release() action { return action{"type": "pointerUp", "button": 0} }
