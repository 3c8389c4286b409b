//go:build !js

package bench

import (
	"errors"
	"time"
)

// moves is how many moves a drag has: about what a hand makes in a second.
const moves = 60

// dragCost drags the point to the left, across the corner, a move for each frame, and
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
	far := t.page.far * g.unit
	before, err := t.busy()
	if err != nil {
		return 0, err
	}
	n := 0
	for start := time.Now(); n < moves && (n < 10 || time.Since(start) < 20*time.Second); n++ { // a slow page makes fewer
		i := n + 1
		if err := errors.Join(t.mouse("mouseMoved", x-far*float64(i)/moves, y, 1), t.frames(1)); err != nil {
			return 0, err
		}
	}
	after, err := t.busy()
	if err != nil {
		return 0, err
	}
	return (after - before) * 1000 / float64(n), t.mouse("mouseReleased", x-far, y, 0)
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
