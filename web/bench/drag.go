//go:build !js

package bench

import (
	"errors"
	"fmt"
	"math"
	"time"

	"relu-three-ways/web/e2e"
)

// place is the point's, in the window.
func (t *tab) place() (x, y float64, err error) {
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
func (t *tab) mouse(kind string, x, y float64, buttons int) error {
	button := "none"
	if buttons == 1 || kind == "mouseReleased" {
		button = "left"
	}
	return t.call("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": x, "y": y, "button": button,
		"buttons": buttons, "clickCount": 1, "pointerType": "mouse"}, nil)
}

// press takes hold of the point.
func (t *tab) press() (x, y float64, err error) {
	x, y, err = t.place()
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

// moves moves the pressed point by far px to the right in n moves, one for each
// frame. A slow page makes fewer of many moves; made is how many.
func (t *tab) moves(x, y, far float64, n int) (made int, err error) {
	for start := time.Now(); made < n && err == nil && (made < 10 || time.Since(start) < 20*time.Second); made++ {
		if err = t.mouse("mouseMoved", x+far*float64(made+1)/float64(n), y, 1); err == nil {
			err = t.frames(1)
		}
	}
	return made, err
}

// pull drags the point by far px to the right.
func (t *tab) pull(far float64) error {
	x, y, err := t.press()
	if err == nil {
		_, err = t.moves(x, y, far, 8)
	}
	return errors.Join(err, t.mouse("mouseReleased", x+far, y, 0), t.frames(3))
}

// geometry says where a page draws the axis of x: 0 in CSS px from the window's
// left, and the length of one unit.
type geometry struct{ x, unit float64 }

// measure drags the point a little to the left and tells from what the page
// says of it where its axis is.
func (t *tab) measure() (g geometry, err error) {
	const far = 60 // CSS px
	before, err1 := t.state()
	x, _, err2 := t.place()
	err3 := t.pull(-far)
	after, err4 := t.state()
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return g, err
	}
	if !(before-after > 0.1) {
		return g, fmt.Errorf("the drag moved nothing: x was %g and is %g", before, after)
	}
	u := far / (before - after)
	return geometry{x - u*before, u}, nil
}

// to drags the point to the coordinate x.
func (t *tab) to(g geometry, x float64) error {
	at, _, err := t.place()
	if err == nil {
		err = t.pull(g.x + x*g.unit - at)
	}
	return err
}

// works fails where a drag does not move the page's point, or the point does not
// snap into the corner, or its fan is not seen there.
func (t *tab) works() (g geometry, err error) {
	first, err1 := t.Screenshot()
	g, err2 := t.measure()
	if err := errors.Join(err1, err2); err != nil {
		return g, err
	}
	if err := t.to(g, 2/g.unit); err != nil { // within 2 px of 0, from where it snaps
		return g, err
	}
	if now, err := t.state(); err != nil || now != 0 {
		return g, fmt.Errorf("dragged to the corner, the point is at %g (%v)", now, err)
	}
	last, err := t.Screenshot()
	if err != nil {
		return g, err
	}
	if c := changed(first, last); c < 0.003 {
		return g, fmt.Errorf("the fan is not to be seen: a share of %.4f of the picture changed", c)
	}
	return g, t.to(g, t.page.home)
}

// count counts, until counted reads them, the animation frames, the moves that
// reach the page, and those of them after which a figure of ours has drawn before
// the next: by a draw call, or by a change of the sheet.
const (
	count = `(() => {
	const c = globalThis.__count = {frames: 0, moves: 0, over: 0, drawn: 0, from: performance.now()};
	let touched = 0, before = null;
	const sheet = document.querySelector('[data-relu-figure] .rf-canvas'), changes = new MutationObserver(list => { touched += list.length; });
	if (sheet) changes.observe(sheet, {subtree: true, childList: true, attributes: true});
	const close = () => {
		if (before === null) return;
		c.over++;
		if (touched + __draws > before) c.drawn++;
		before = null;
	};
	const move = () => {
		close();
		c.moves++;
		before = touched + __draws;
		requestAnimationFrame(() => requestAnimationFrame(close)); // when the next frame begins, that of the move is over
	};
	addEventListener('pointermove', move, true);
	let next = requestAnimationFrame(function frame() { c.frames++; next = requestAnimationFrame(frame); });
	c.stop = () => { changes.disconnect(); removeEventListener('pointermove', move, true); cancelAnimationFrame(next); };
})()`
	counted = `(c => { c.stop(); const s = (performance.now() - c.from) / 1000; return {Frames: c.frames / s, Moves: c.moves / s, Prompt: c.drawn / c.over}; })(__count)`
)

// rate is what a page did each second, and the share of moves that it drew in
// the animation frame of their event.
type rate struct{ Frames, Moves, Prompt float64 }

// rate drags the point to and fro, as fast as the page hears it, and counts: for two
// and a half seconds, at sixty frames a second.
func (t *tab) rate(g geometry) (r rate, err error) {
	x, y, err := t.place()
	if err != nil {
		return r, err
	}
	var stroke e2e.Stroke
	for i := range 150 {
		stroke = append(stroke, e2e.Place{X: x - t.page.far/2*g.unit*(1-math.Cos(float64(i)*math.Pi/75)), Y: y})
	}
	err = errors.Join(t.eval(count, nil), t.Rush(stroke), t.eval(counted, &r))
	return r, err
}

// busy is for how many milliseconds the main thread has worked.
func (t *tab) busy() (ms float64, err error) {
	var m struct {
		Metrics []struct {
			Name  string
			Value float64
		}
	}
	err = t.call("Performance.getMetrics", nil, &m)
	for _, v := range m.Metrics {
		if v.Name == "TaskDuration" {
			ms = v.Value * 1000
		}
	}
	return ms, err
}

// cost drags the point to the left, across the corner, a move for each frame, and
// returns the milliseconds for which the main thread is busy for each, with
// style, layout and paint in them.
func (t *tab) cost(g geometry) (ms float64, err error) {
	x, y, err1 := t.press()
	err2 := t.frames(2)
	before, err3 := t.busy()
	n, err4 := t.moves(x, y, -t.page.far*g.unit, 60) // about what a hand makes in a second
	after, err5 := t.busy()
	err = errors.Join(err1, err2, err3, err4, err5, t.mouse("mouseReleased", x, y, 0))
	return (after - before) / float64(n), err
}
