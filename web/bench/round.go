//go:build !js

package bench

import (
	"errors"
	"fmt"
	"time"
)

// run is one run of the bench.
type run struct {
	*results
	site  *site
	parts string // words of the parts of a round that are measured; all, if empty
}

// part is something that is measured in a browser of its own.
type part struct {
	what      string
	throttled bool
	do        func(*tab) error
}

// round measures every page once, in an order that turns from round to round.
func (r *run) round(list []page, n int) {
	for i := range list {
		p := list[(i+n)%len(list)]
		for _, part := range []part{
			{"quiet load", false, r.quiet}, {"throttled load", true, r.visited},
			{"first drag", false, r.hurry}, {"throttled first drag", true, r.hurry},
		} {
			if wanted(part.what, r.parts) {
				part.what = fmt.Sprintf("round %d, %s", n+1, part.what)
				r.try(p, part)
			}
		}
	}
}

// lenses measures a drag of ours in each lens, and the derivation.
func (r *run) lenses() {
	for _, by := range painters() {
		for _, p := range lensPages(by) {
			r.try(p, part{"dragged", false, r.dragged})
		}
		r.try(playing(by), part{"played", false, r.played})
	}
}

// try measures a part of a page, or tells why it could not.
func (r *run) try(p page, part part) {
	fmt.Printf("%s  %s, %s\n", time.Now().Format(time.TimeOnly), p.name, part.what)
	if err := r.with(p, part); err != nil {
		r.fail(p.name, part.what, err)
	}
}

func (r *run) with(p page, part part) error {
	t, err := openTab(r.site, p, 2)
	if err != nil {
		return err
	}
	defer t.Close()
	if part.throttled {
		if err := t.throttle(); err != nil {
			return err
		}
	}
	return part.do(t)
}

// note keeps what was measured of a page.
func (r *run) note(t *tab, m metric, v float64) {
	if t.throttled {
		m = slow(m)
	}
	r.add(t.page.name, m, v)
}

// quiet loads a page undisturbed, then drags. Nothing is kept of a page that has
// not drawn or cannot be dragged.
func (r *run) quiet(t *tab) error {
	if err := t.arrive(); err != nil {
		return err
	}
	files, _ := t.site.asked()
	held, err := t.memory()
	if err != nil {
		return err
	}
	g, err := t.works()
	if err == nil {
		err = r.hand(t, g)
	}
	if err != nil {
		return err
	}
	r.note(t, bytes, t.site.weigh(files))
	r.note(t, heapSize, held.heap)
	r.note(t, wasmSize, held.wasm)
	return r.started(t)
}

// visited loads a page and no more.
func (r *run) visited(t *tab) error {
	if err := t.visit(); err != nil {
		return err
	}
	return r.started(t)
}

// dragged measures a drag of ours.
func (r *run) dragged(t *tab) error {
	if err := t.arrive(); err != nil {
		return err
	}
	g, err := t.measure()
	if err != nil {
		return err
	}
	return r.hand(t, g)
}

// hand measures what a drag costs.
func (r *run) hand(t *tab, g geometry) error {
	often, err := t.rate(g)
	if err != nil {
		return err
	}
	if often.Moves < 0.8*often.Frames {
		return fmt.Errorf("only %.0f moves reached the page in %.0f frames a second", often.Moves, often.Frames)
	}
	var each rate // of moves that come one by one
	err1 := errors.Join(t.eval(count, nil), t.to(g, t.page.home), t.eval(counted, &each))
	cost, err2 := t.cost(g)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	r.note(t, perMove, cost)
	r.note(t, perSecond, often.Frames)
	if t.page.ours {
		r.note(t, promptly, each.Prompt)
	}
	return nil
}

// played counts frames while the derivation plays, and is sure that it does.
func (r *run) played(t *tab) error {
	const link = "document.querySelector('[data-relu-figure]').dataset.link"
	var from, to string
	var often rate
	err1 := errors.Join(t.arrive(), t.eval(link, &from))
	before, err2 := t.busy()
	err3 := errors.Join(t.eval("document.querySelector('[data-relu-figure]').dispatchEvent(new CustomEvent('relu-play'))", nil), t.eval(count, nil))
	time.Sleep(3 * time.Second)
	err4 := errors.Join(t.eval(counted, &often), t.eval(link, &to))
	after, err5 := t.busy()
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	if from == to {
		return fmt.Errorf("nothing played: the link is still %q", from)
	}
	r.note(t, perSecond, often.Frames)
	r.note(t, perMove, (after-before)/(3*often.Frames))
	return nil
}
