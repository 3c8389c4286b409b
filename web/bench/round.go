//go:build !js

package bench

import (
	"errors"
	"fmt"
	"image"
	"strings"
	"time"
)

// run is one run of the bench.
type run struct {
	*results
	site   *site
	places map[string]geometry // of each page's plane, as a drag tells
	parts  string              // words of the parts of a round that are measured; all, if empty
}

// rest is how long a page is watched at rest.
const rest = 10 * time.Second

// round measures every page once, in an order that turns from round to round.
func (r *run) round(list []page, n int) {
	for i := range list {
		p := list[(i+n)%len(list)]
		fmt.Printf("%s  round %d  %s\n", time.Now().Format(time.TimeOnly), n+1, p.name)
		for _, part := range []struct {
			what string
			do   func(*tab) error
		}{
			{"quiet load", r.quiet}, {"throttled load", r.throttled}, {"film", r.filmed}, {"throttled film", r.filmedSlow},
			{"first drag", r.hurried}, {"throttled first drag", r.hurriedSlow},
		} {
			if p.name == blankPage && part.what != "quiet load" || p.state == "" && strings.HasSuffix(part.what, "drag") || !wanted(part.what, r.parts) {
				continue
			}
			if err := r.with(p, usual(), part.do); err != nil {
				r.fail(p.name, fmt.Sprintf("round %d, %s", n+1, part.what), err)
			}
		}
	}
}

// with gives a fresh browser to a function.
func (r *run) with(p page, on screen, do func(*tab) error) error {
	t, err := openTab(r.site, p, on)
	if err != nil {
		return err
	}
	defer t.Close()
	return do(t)
}

// doze leaves the page alone for a while: what it holds, and the seconds of CPU
// that the browser uses meanwhile.
func (t *tab) doze() (held memory, cpu float64, err error) {
	held, err = t.memory()
	if err != nil {
		return held, 0, err
	}
	before, err := t.cpu()
	if err != nil {
		return held, 0, err
	}
	time.Sleep(rest)
	after, err := t.cpu()
	return held, after - before, err
}

// quiet loads a page undisturbed, watches it at rest, then drags. Nothing is
// kept of a page that has not drawn or cannot be dragged.
func (r *run) quiet(t *tab) error {
	if err := t.arrive(); err != nil {
		return err
	}
	l, err := t.load()
	if err != nil {
		return err
	}
	sent := t.site.take()
	held, slept, err := t.doze()
	if err != nil {
		return err
	}
	var each float64
	var often rate
	if t.page.scene {
		if each, often, err = r.hand(t); err != nil {
			return err
		}
	} else {
		if t.page.name == emptyPage {
			img, err := t.picture()
			if err := errors.Join(err, blackIf(img)); err != nil {
				return err
			}
		}
		if each, err = t.dragCost(geometry{unit: 160}); err != nil {
			return err
		}
		if err := t.eval(count, nil); err != nil {
			return err
		}
		time.Sleep(2500 * time.Millisecond)
		if err := t.eval(counted, &often); err != nil {
			return err
		}
	}
	name := t.page.name
	r.add(name, perMove, each)
	r.add(name, perSecond, often.Frames)
	r.start(name, l, false)
	r.add(name, transfer, float64(sent.page)/1e3)
	r.add(name, smallest, float64(r.site.smallest(sent.files))/1e3)
	r.add(name, worker, float64(sent.worker)/1e3)
	r.add(name, heapSize, held.heap)
	r.add(name, wasmSize, held.wasm)
	r.add(name, wholeSize, held.whole)
	r.add(name, asleep, slept)
	return nil
}

func blackIf(img image.Image) error {
	if img == nil {
		return nil
	}
	return black(img)
}

// start keeps the times of a start.
func (r *run) start(name string, l loading, throttled bool) {
	as := func(m metric) metric {
		if throttled {
			return slow(m)
		}
		return m
	}
	if l.FirstPaint > 0 {
		r.add(name, as(firstInk), l.FirstPaint)
	}
	if l.Interactive > 0 {
		r.add(name, as(answering), l.Interactive)
	}
	r.add(name, as(shift), l.Shift)
	for _, p := range phases() {
		if ms, ok := p.of(l); ok {
			r.add(name, as(p.metric()), ms)
		}
	}
}

func (r *run) throttled(t *tab) error {
	if err := t.throttle(); err != nil {
		return err
	}
	if err := t.visit(); err != nil {
		return err
	}
	l, err := t.load()
	if err == nil {
		r.start(t.page.name, l, true)
	}
	return err
}

func (r *run) filmed(t *tab) error { return r.shoot(t, painting, jumping) }

func (r *run) filmedSlow(t *tab) error {
	if err := t.throttle(); err != nil {
		return err
	}
	return r.shoot(t, slow(painting), slow(jumping))
}

// shoot films a start.
func (r *run) shoot(t *tab, seen, jumped metric) error {
	is := black
	if t.page.scene {
		g, ok := r.places[t.page.name]
		if !ok {
			return errors.New("its plane is not known, since it could not be dragged")
		}
		is = func(img image.Image) error { return drawn(img, usual().w, g) }
	}
	stills, err := t.film(usual(), is)
	if err != nil {
		return err
	}
	at, jump, err := painted(stills, is)
	if err != nil {
		return err
	}
	r.add(t.page.name, seen, at)
	r.add(t.page.name, jumped, jump)
	return nil
}
