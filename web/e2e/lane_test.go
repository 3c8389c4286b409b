//go:build !js

package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"testing"
	"time"
)

// run is one run of jobs in lanes side by side.
type run struct {
	ctx      context.Context // over when somebody interrupts
	queue    *queue
	progress *progress

	mu     sync.Mutex
	absent map[Engine]error // what does not start is not tried again
}

// lane has one browser at a time, with a site and a display of its own, so that
// no lane sees the state or takes the focus of another.
type lane struct {
	*run
	display string
	browser *Browser
	site    *Site // as old as the browser
}

// goOn takes jobs from the queue until none is left. It begins with those of an
// engine.
func (r *run) goOn(t *testing.T, e Engine) {
	display, stop, err := StartDisplay()
	if err != nil {
		t.Error(err)
		return
	}
	defer stop()
	l := &lane{run: r, display: display}
	defer l.close()
	for r.ctx.Err() == nil {
		j, ok := r.queue.next(e)
		if !ok {
			return
		}
		e = j.engine
		t.Run(string(e)+"/"+j.name, func(t *testing.T) { l.try(t, j) })
	}
}

// try runs one job. After a failure the next one has a fresh browser and site.
func (l *lane) try(t *testing.T, j job) {
	v := &visit{T: t, lane: l, report: &report{}}
	l.progress.start(j, time.Now())
	defer func() {
		if t.Failed() {
			l.close()
		}
		if l.ctx.Err() == nil { // else it is the interruption that failed
			l.progress.end(j, time.Now(), t.Failed(), v.said)
		}
	}()
	v.must(l.open(j.engine))
	v.Browser, v.site = l.browser, l.site
	defer v.explain()
	v.prepare()
	j.try(v)
	v.missed()
}

// open has a browser of the engine and its site in the lane.
func (l *lane) open(e Engine) (err error) {
	if l.browser != nil && l.browser.Engine == e {
		return nil
	}
	l.close()
	l.mu.Lock()
	err = l.absent[e]
	l.mu.Unlock()
	if err != nil {
		return err
	}
	b, err := Start(e, Options{Context: l.ctx, Display: l.display})
	if errors.Is(err, ErrNotInstalled) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.absent[e] = err
	}
	if err != nil {
		return err
	}
	if l.site, err = NewSite(dist); err != nil {
		b.Close()
		return err
	}
	l.browser = b
	return nil
}

func (l *lane) close() {
	if l.browser != nil {
		l.browser.Close()
		l.site.Close()
	}
	l.browser, l.site = nil, nil
}

// explain says where a failure was, and turns a panic into one, so that the
// other jobs go on.
func (v *visit) explain() {
	if p := recover(); p != nil {
		v.Errorf("panic: %v\n%s", p, debug.Stack())
	}
	if !v.Failed() || v.alive.Err() != nil {
		return
	}
	var page struct {
		At       string
		Reported []string
	}
	if err := v.Eval("return {At: location.href, Reported: [...new Set(window.__e2e?.errors)].slice(0, 20)}", &page); err != nil {
		v.note(fmt.Sprintf("%s does not tell where it is: %v", v.Engine, err))
		return
	}
	v.note(fmt.Sprintf("%s was at %s; the page reported %q", v.Engine, page.At, page.Reported))
}

// watch tells what runs, and stops the run when what started it is gone.
func (r *run) watch(stop context.CancelFunc) {
	parent := os.Getppid()
	for every := time.Tick(time.Second); r.ctx.Err() == nil; {
		select {
		case now := <-every:
			r.progress.tick(now)
			if os.Getppid() != parent {
				stop()
			}
		case <-r.ctx.Done():
		}
	}
}
