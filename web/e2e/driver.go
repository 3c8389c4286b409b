//go:build !js

package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// ErrNotInstalled says that a program an engine needs is missing.
var ErrNotInstalled = errors.New("not installed")

// ErrUnsupported says that an engine has no way to do what was asked.
var ErrUnsupported = errors.New("not supported by this engine")

// Engine names one of the three families of browsers.
type Engine string

const (
	Chromium Engine = "chromium"
	Firefox  Engine = "firefox"
	WebKit   Engine = "webkit"
)

// Engines lists every engine, the quickest to start first.
func Engines() []Engine { return []Engine{Chromium, Firefox, WebKit} }

// Options are fixed when a browser starts. What an engine can change later is
// the business of Browser.Emulate.
type Options struct {
	Context context.Context // ends the browser when it is done; nil is for ever
	Display string          // X display for Firefox and WebKit, as StartDisplay returns
	Scale   float64         // device pixel ratio; 0 means 1. WebKit takes whole numbers only
	Dark    bool            // prefers-color-scheme: dark
	Reduced bool            // prefers-reduced-motion: reduce
	Bars    bool            // scroll bars that take room. Chromium
	Hasty   bool            // commands do not wait while a page loads. Chromium
	Least   int             // px, of the smallest type; 0 is the engine's own. WebKit has no such setting here
}

// Browser is one running browser with one window. It is not for concurrent use.
type Browser struct {
	Engine Engine
	scale  float64 // device pixel ratio at the start
	link   link
	alive  context.Context // over when the browser is to end, or has ended by itself
	ended  context.CancelFunc
	stop   []func()  // run last to first by kill
	killed sync.Once // by Close, or when the context is over
}

// link carries one command to the browser and its answer back. Commands have
// Marionette's names, which are WebDriver's own.
type link interface {
	do(command string, params any) (json.RawMessage, error)
}

// patience bounds every wait for a browser: to start, or to answer. Software
// rendering on a busy machine is slow; a healthy run never comes near it.
const patience = 90 * time.Second

// Start starts a browser. An error that wraps ErrNotInstalled names the
// program that is missing. Anything else is tried again: somebody may have
// taken the port that was free a moment ago.
func Start(engine Engine, o Options) (b *Browser, err error) {
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Context == nil {
		o.Context = context.Background()
	}
	for range 3 {
		b, err = start(engine, o)
		if err == nil || errors.Is(err, ErrNotInstalled) || o.Context.Err() != nil {
			break
		}
	}
	return b, err
}

func start(engine Engine, o Options) (_ *Browser, err error) {
	dir, err := os.MkdirTemp("", "e2e-"+string(engine)+"-")
	if err != nil {
		return nil, err
	}
	b := &Browser{Engine: engine, scale: o.Scale}
	b.alive, b.ended = context.WithCancel(o.Context)
	b.stop = append(b.stop, func() { retry(context.Background(), tidy, func() error { return os.RemoveAll(dir) }) })
	defer func() {
		if err != nil {
			b.Close()
			err = fmt.Errorf("%s: %w", engine, err)
		}
	}()
	switch engine {
	case Chromium:
		b.link, err = b.startChromium(dir, o)
	case Firefox:
		b.link, err = b.startFirefox(dir, o)
	case WebKit:
		b.link, err = b.startWebKit(dir, o)
	default:
		err = errors.New("no such engine")
	}
	if err != nil {
		return nil, err
	}
	forget := context.AfterFunc(o.Context, b.kill)
	b.stop = append(b.stop, func() { forget() })
	return b, nil
}

// tidy bounds the wait for the last file that a killed browser still writes.
const tidy = 5 * time.Second

// Close ends the session and every process that Start started.
func (b *Browser) Close() {
	if b.link != nil && b.Engine != Firefox && b.alive.Err() == nil {
		b.link.do("WebDriver:DeleteSession", nil)
	}
	b.kill()
}

// kill ends every process at once and removes what they have written. It may
// come from another goroutine; whoever is second waits for the first.
func (b *Browser) kill() {
	b.killed.Do(func() {
		b.ended()
		for i := len(b.stop) - 1; i >= 0; i-- {
			b.stop[i]()
		}
	})
}

// retry calls f until it succeeds, the time is over or the browser is gone;
// then it returns f's last error.
func (b *Browser) retry(limit time.Duration, f func() error) error {
	return retry(b.alive, limit, f)
}

func retry(alive context.Context, limit time.Duration, f func() error) (err error) {
	for end := time.Now().Add(limit); ; time.Sleep(30 * time.Millisecond) {
		if err = f(); err == nil || time.Now().After(end) || alive.Err() != nil {
			return err
		}
	}
}
