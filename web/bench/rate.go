//go:build !js

package bench

import (
	"errors"
	"math"
	"time"
)

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
	far := t.page.far / 2 * g.unit
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
