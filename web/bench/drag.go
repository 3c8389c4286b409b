//go:build !js

package bench

import (
	"errors"
	"fmt"
)

// where is the point's place in the window.
func (t *tab) where() (x, y float64, err error) {
	var at []float64
	if err := t.eval(t.page.at, &at); err != nil {
		return 0, 0, err
	}
	if len(at) != 2 {
		return 0, 0, errors.New("the page has no point")
	}
	return at[0], at[1], nil
}

// state is the point's coordinate.
func (t *tab) state() (x float64, err error) {
	err = t.eval(t.page.state, &x)
	return x, err
}

// mouse is a real event of the mouse; buttons is 1 while it is pressed.
func mouse(kind string, x, y float64, buttons int) map[string]any {
	return map[string]any{"type": kind, "x": x, "y": y, "button": map[bool]string{true: "left", false: "none"}[buttons == 1 || kind == "mouseReleased"],
		"buttons": buttons, "clickCount": 1, "pointerType": "mouse"}
}

func (t *tab) mouse(kind string, x, y float64, buttons int) error {
	return t.call("Input.dispatchMouseEvent", mouse(kind, x, y, buttons), nil)
}

// press takes hold of the point.
func (t *tab) press() (x, y float64, err error) {
	x, y, err = t.where()
	if err == nil {
		err = t.mouse("mouseMoved", x, y, 0)
	}
	if err == nil {
		err = t.mouse("mousePressed", x, y, 1)
	}
	return x, y, err
}

// frames waits until n animation frames have begun and the last is over.
func (t *tab) frames(n int) error {
	return t.eval(fmt.Sprintf("new Promise(done => { let n = %d; const f = () => n-- > 0 ? requestAnimationFrame(f) : setTimeout(done); f(); })", n), nil)
}

// measure drags the point a little to the left and tells from what the page
// says of it where its plane is.
func (t *tab) measure() (g geometry, err error) {
	const far = 60 // CSS px
	before, err := t.state()
	if err != nil {
		return g, err
	}
	x, y, err := t.press()
	if err != nil {
		return g, err
	}
	for i := 1; i <= 6; i++ {
		if err := errors.Join(t.mouse("mouseMoved", x-far*float64(i)/6, y, 1), t.frames(1)); err != nil {
			return g, err
		}
	}
	if err := errors.Join(t.mouse("mouseReleased", x-far, y, 0), t.frames(2)); err != nil {
		return g, err
	}
	after, err := t.state()
	if err != nil {
		return g, err
	}
	if !(before-after > 0.1) {
		return g, fmt.Errorf("the drag moved nothing: x was %g and is %g", before, after)
	}
	u := far / (before - after)
	return geometry{x - u*before, y + u*max(0, before), u}, nil
}

// to drags the point to the coordinate x, a move for each frame.
func (t *tab) to(g geometry, x float64) error {
	px, py, err := t.press()
	if err != nil {
		return err
	}
	end := g.x + x*g.unit
	for i := 1; i <= 8; i++ {
		if err := errors.Join(t.mouse("mouseMoved", px+(end-px)*float64(i)/8, py, 1), t.frames(1)); err != nil {
			return err
		}
	}
	return errors.Join(t.mouse("mouseReleased", end, py, 0), t.frames(3))
}

// corner drags the point to within 2 px of 0, from where it snaps.
func (t *tab) corner(g geometry) error {
	if err := t.to(g, 2/g.unit); err != nil {
		return err
	}
	if now, err := t.state(); err != nil || now != 0 {
		return fmt.Errorf("dragged to the corner, the point is at %g (%v)", now, err)
	}
	return nil
}

// back drags the point to where drags begin.
func (t *tab) back(g geometry) error { return t.to(g, t.page.home) }
