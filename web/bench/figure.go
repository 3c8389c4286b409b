//go:build !js

package bench

import (
	"errors"
	"fmt"
	"time"
)

// Rows of what is measured of the figure alone.
const (
	lensRow   = "lens "
	playRow   = "the derivation plays"
	numberRow = "figures on a page: "
	screenRow = "window "
)

func lenses() []string { return []string{"point", "sub", "dist", "compare"} }

func numbers() []int { return []int{1, 5, 20} }

func screens() []screen {
	return []screen{{640, 400, 2}, {1280, 800, 2}, {1920, 1200, 2}, {1280, 800, 1}, {1280, 800, 3}}
}

// painter is how ours paints: as it chooses to, or by WebGL.
type painter struct{ query, suffix string }

func painters() []painter { return []painter{{}, {byGPU, webGL}} }

func (s screen) row() string {
	return screenRow + fmt.Sprintf("%d × %d, device pixel ratio %g", s.w, s.h, s.scale)
}

// figureOnly measures once what only our figure has, and how its cost grows.
func (r *run) figureOnly() {
	try := func(row string, p page, on screen, do func(*tab) error) {
		fmt.Printf("%s  %s\n", time.Now().Format(time.TimeOnly), row)
		if err := r.with(p, on, do); err != nil {
			r.fail(row, "growth", err)
		}
	}
	for _, by := range painters() {
		for _, p := range []page{
			figure("point", "/index.html"+by.query+"#lens=point&x=1.4"), figure("sub", "/index.html"+by.query+"#lens=sub&x=1.4"),
			handle("dist", "/index.html"+by.query+"#lens=dist&c=1", "c", 1, 2), handle("compare", "/index.html"+by.query+"#lens=compare&s=0.9", "s", 0.9, 1.6),
		} {
			row := lensRow + p.name + by.suffix
			try(row, p, usual(), func(t *tab) error { return r.dragged(t, row) })
		}
		row := playRow + by.suffix
		try(row, figure("play", "/index.html"+by.query+"#x=1.4&lens=dist&p=1"), usual(), func(t *tab) error { return r.played(t, row) })
	}
	for _, n := range numbers() {
		try(numberRow+fmt.Sprint(n), figure("growth", fmt.Sprintf("/growth.html?n=%d", n)), usual(), func(t *tab) error { return r.crowd(t, n) })
	}
	for _, by := range painters() {
		for _, on := range screens() {
			row := on.row() + by.suffix
			try(row, figure("screen", "/embed.html"+by.query+opening), on, func(t *tab) error { return r.dragged(t, row) })
		}
	}
}

// dragged measures a drag.
func (r *run) dragged(t *tab, row string) error {
	if err := t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": draws}, nil); err != nil {
		return err
	}
	if err := t.arrive(); err != nil {
		return err
	}
	g, err := t.measure()
	if err != nil {
		return err
	}
	often, err := t.dragRate(g)
	if err != nil {
		return err
	}
	if err := t.eval(watchOwn, nil); err != nil {
		return err
	}
	if err := t.back(g); err != nil {
		return err
	}
	own, err := t.ownFrame()
	if err != nil {
		return err
	}
	each, err := t.dragCost(g)
	if err != nil {
		return err
	}
	r.add(row, promptly, own)
	r.add(row, perMove, each)
	r.add(row, perSecond, often.Frames)
	return nil
}

// played counts frames while the derivation plays, and is sure that it does.
func (r *run) played(t *tab, row string) error {
	if err := t.arrive(); err != nil {
		return err
	}
	const link = "document.querySelector('[data-relu-figure]').dataset.link"
	var from, to string
	var often rate
	before, err := t.busy()
	if err := errors.Join(err, t.eval(link, &from),
		t.eval("document.querySelector('[data-relu-figure]').dispatchEvent(new CustomEvent('relu-play'))", nil), t.eval(count, nil)); err != nil {
		return err
	}
	time.Sleep(3 * time.Second)
	if err := errors.Join(t.eval(counted, &often), t.eval(link, &to)); err != nil {
		return err
	}
	after, err := t.busy()
	if err != nil {
		return err
	}
	if from == to {
		return fmt.Errorf("nothing played: the link is still %q", from)
	}
	r.add(row, perSecond, often.Frames)
	r.add(row, perMove, (after-before)*1000/(3*often.Frames))
	return nil
}

// crowd measures a page of n figures.
func (r *run) crowd(t *tab, n int) error {
	row := numberRow + fmt.Sprint(n)
	if err := t.arrive(); err != nil {
		return err
	}
	l, err := t.load()
	if err != nil {
		return err
	}
	var state struct{ Ready, GPU float64 }
	if err := t.eval(`(all => ({Ready: all.filter(e => e.dataset.state === 'ready').length, GPU: all.filter(e => e.dataset.painter === 'gpu').length}))([...document.querySelectorAll('[data-relu-figure]')])`, &state); err != nil {
		return err
	}
	held, slept, err := t.doze()
	if err != nil {
		return err
	}
	g, err := t.measure()
	if err != nil {
		return err
	}
	each, err := t.dragCost(g)
	if err != nil {
		return err
	}
	r.add(row, answering, l.Interactive)
	r.add(row, "ready", state.Ready)
	r.add(row, "gpu", state.GPU)
	r.add(row, asleep, slept)
	r.add(row, perMove, each)
	r.add(row, heapSize, held.heap)
	r.add(row, wasmSize, held.wasm)
	r.add(row, wholeSize, held.whole)
	return nil
}
