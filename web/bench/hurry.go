//go:build !js

package bench

import (
	"errors"
	"fmt"
	"time"
)

// watchAnswer notes when the point's coordinate is first another than those of a
// list, which the page tells by itself while it loads: the time when a frame finds
// it so, since a frame may have begun long before what it waited for.
const watchAnswer = `(() => {
	const look = () => {
		let x;
		try { x = %s; } catch {}
		if (Number.isFinite(x) && !%s.includes(x)) return globalThis.__answered = performance.now();
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
})()`

// hurry measures the first drag that a page answers: from the navigation on the
// point is pressed, moved by 60 px and released, again and again, until the
// page's own coordinate has changed.
func (t *tab) hurry() (ms float64, err error) {
	const far = 60    // CSS px
	const drawn = 0.5 // the coordinate in our HTML, before an address or a program is heard
	err = errors.Join(
		t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": fmt.Sprintf(watchAnswer, t.page.state, fmt.Sprintf("[%v, %v]", t.page.home, drawn))}, nil),
		t.call("Page.navigate", map[string]any{"url": t.site.URL + t.page.path}, nil))
	for end := time.Now().Add(patience); err == nil; {
		if t.eval("globalThis.__answered ?? 0", &ms); ms > 0 {
			return ms, nil
		}
		if time.Now().After(end) {
			return 0, errors.New("no drag was answered")
		}
		x, y, lost := t.press() // fails until there is a point
		if lost != nil {
			time.Sleep(5 * time.Millisecond)
			continue
		}
		for i := 1; i <= 4; i++ {
			err = errors.Join(err, t.mouse("mouseMoved", x-far*float64(i)/4, y, 1))
		}
		err = errors.Join(err, t.mouse("mouseReleased", x-far, y, 0))
	}
	return 0, err
}

// hurried keeps the first answered drag of a page with a point.
func (r *run) hurried(t *tab) error { return r.hurry(t, firstDrag) }

func (r *run) hurriedSlow(t *tab) error {
	if err := t.throttle(); err != nil {
		return err
	}
	return r.hurry(t, slow(firstDrag))
}

func (r *run) hurry(t *tab, m metric) error {
	ms, err := t.hurry()
	if err == nil {
		r.add(t.page.name, m, ms)
	}
	return err
}
