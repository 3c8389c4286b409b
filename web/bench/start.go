//go:build !js

package bench

import (
	"errors"
	"fmt"
	"time"
)

// loading is what the page's own clock says of its start, in milliseconds since
// the navigation began, by marks: relu-…, and the program's download.
type loading map[string]float64

const readLoading = `(() => {
	const marks = {'': 0};
	for (const m of performance.getEntries()) if (/^relu-|^interactive$|^first-contentful-paint$/.test(m.name)) marks[m.name] ??= m.startTime;
	for (const r of performance.getEntriesByType('resource')) if (/\.wasm(\.gz)?(\?|$)/.test(r.name) && r.responseEnd) {
		marks.fetch ??= r.startTime;
		marks.fetched = r.responseEnd;
	}
	return marks;
})()`

// phase is a part of our start, between two marks.
type phase struct {
	name     metric
	from, to string
}

// phases follow each other, but for the compilation, which runs beside the
// download and is counted from the last byte.
func phases() []phase {
	return []phase{
		{"page and scripts, until the program is asked for", "", "fetch"},
		{"download of the program", "fetch", "fetched"},
		{"compilation, after the last byte", "fetched", "relu-compiled"},
		{"instance of the module", "relu-compiled", "relu-instance"},
		{"Go runtime and packages", "relu-instance", "relu-runtime"},
		{"figure joined to the page and painted as SVG: interactive", "relu-runtime", "interactive"},
		{"Ebitengine start, after that", "interactive", "relu-context"},
		{"first frame of the GPU", "relu-context", "relu-drawn"},
	}
}

// started notes how a page that has been visited came to answer.
func (r *run) started(t *tab) error {
	var l loading
	if err := t.eval(readLoading, &l); err != nil {
		return err
	}
	for _, p := range append(phases(), phase{firstPaint, "", "first-contentful-paint"}, phase{answering, "", "interactive"}) {
		from, ok1 := l[p.from]
		to, ok2 := l[p.to]
		if ok1 && ok2 {
			r.note(t, p.name, to-from)
		}
	}
	return nil
}

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
func (r *run) hurry(t *tab) error {
	const far = 60    // CSS px
	const drawn = 0.5 // the coordinate in our HTML, before an address or a program is heard
	err := errors.Join(
		t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": fmt.Sprintf(watchAnswer, t.page.state, fmt.Sprintf("[%v, %v]", t.page.home, drawn))}, nil),
		t.call("Page.navigate", map[string]any{"url": t.site.URL + t.page.path}, nil))
	for end := time.Now().Add(patience); err == nil; {
		var ms float64
		if t.eval("globalThis.__answered ?? 0", &ms); ms > 0 {
			r.note(t, firstDrag, ms)
			return nil
		}
		if time.Now().After(end) {
			return errors.New("no drag was answered")
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
	return err
}
