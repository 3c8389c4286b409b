//go:build !js

package bench

import (
	"errors"
	"fmt"
	"math"
	"time"
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

// moves is how many moves a drag has: about what a hand makes in a second.
const moves = 60

// dragCost drags the point across the corner, a move for each frame, and
// returns the milliseconds for which the main thread is busy for each, with
// style, layout and paint in them. A page without a point is dragged over, to
// know what the driver itself costs.
func (t *tab) dragCost(g geometry) (ms float64, err error) {
	x, y := 700.0, 300.0
	if t.page.scene {
		if x, y, err = t.press(); err != nil {
			return 0, err
		}
		if err := t.frames(2); err != nil {
			return 0, err
		}
	}
	far := 3 * g.unit
	before, err := t.busy()
	if err != nil {
		return 0, err
	}
	for i := 1; i <= moves; i++ {
		if err := errors.Join(t.mouse("mouseMoved", x-far*float64(i)/moves, y, 1), t.frames(1)); err != nil {
			return 0, err
		}
	}
	after, err := t.busy()
	if err != nil {
		return 0, err
	}
	return (after - before) * 1000 / moves, t.mouse("mouseReleased", x-far, y, 0)
}

// busy is for how many seconds the main thread has worked.
func (t *tab) busy() (seconds float64, err error) {
	var m struct {
		Metrics []struct {
			Name  string
			Value float64
		}
	}
	err = t.call("Performance.getMetrics", nil, &m)
	for _, v := range m.Metrics {
		if v.Name == "TaskDuration" {
			seconds = v.Value
		}
	}
	return seconds, err
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
func (t *tab) back(g geometry) error { return t.to(g, 1.4) }

// count counts the animation frames and the moves that reach the page, until
// counted reads them.
const (
	count = `(() => {
	const c = globalThis.__count = {frames: 0, moves: 0, from: performance.now()};
	const moved = () => { c.moves++; };
	addEventListener('pointermove', moved, true);
	const frame = () => { if (c.done) return removeEventListener('pointermove', moved, true); c.frames++; requestAnimationFrame(frame); };
	requestAnimationFrame(frame);
})()`
	counted = `(c => { c.done = true; const s = (performance.now() - c.from) / 1000; return {Frames: c.frames / s, Moves: c.moves / s}; })(__count)`
)

// rate is what a page did each second.
type rate struct{ Frames, Moves float64 }

// dragRate drags the point to and fro for two and a half seconds, faster than
// frames follow each other, and counts the frames.
func (t *tab) dragRate(g geometry) (r rate, err error) {
	x, y, err := t.press()
	if err != nil {
		return r, err
	}
	if err := t.eval(count, nil); err != nil {
		return r, err
	}
	far := 1.5 * g.unit
	last := make(chan (<-chan answer), 1024)
	start := time.Now()
	tick := time.NewTicker(8 * time.Millisecond)
	defer tick.Stop()
	for now := range tick.C {
		s := now.Sub(start).Seconds()
		if s > 2.5 {
			break
		}
		c, err := t.send("Input.dispatchMouseEvent", mouse("mouseMoved", x-far*(1-math.Cos(s*math.Pi)), y, 1))
		if err != nil {
			return r, err
		}
		last <- c
	}
	if err := t.eval(counted, &r); err != nil {
		return r, err
	}
	close(last)
	for c := range last { // else the next test begins among these moves
		select {
		case <-c:
		case <-time.After(patience):
			return r, errors.New("a move was never answered")
		}
	}
	return r, t.mouse("mouseReleased", x, y, 0)
}
