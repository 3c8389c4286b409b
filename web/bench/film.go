//go:build !js

package bench

import (
	"encoding/json"
	"fmt"
	"image"
	"sync"
	"time"
)

// still is one picture of a film of the window, in CSS px.
type still struct {
	at   float64 // ms since the navigation began
	data string
}

// film opens the page and keeps every picture that the browser shows until a
// while after the scene is there. Filming costs time of its own, so that times of
// other kinds are taken from loads that are not filmed.
func (t *tab) film(on screen, is func(image.Image) error) (stills []still, err error) {
	var mu sync.Mutex
	type frame struct {
		Data      string
		SessionID int
		Metadata  struct{ Timestamp float64 } // s since 1970
	}
	var frames []frame
	t.on("Page.screencastFrame", func(raw json.RawMessage) {
		var f frame
		if json.Unmarshal(raw, &f) != nil {
			return
		}
		mu.Lock()
		frames = append(frames, f)
		mu.Unlock()
		t.send("Page.screencastFrameAck", map[string]any{"sessionId": f.SessionID})
	})
	defer t.on("Page.screencastFrame", nil)
	if err := t.call("Page.startScreencast", map[string]any{"format": "png", "maxWidth": on.w, "maxHeight": on.h, "everyNthFrame": 1}, nil); err != nil {
		return nil, err
	}
	if err := t.visit(); err != nil {
		return nil, err
	}
	// Pictures come late on a busy machine. The film goes on until the scene has
	// been seen, then until the picture stands still; that of the empty game
	// never does.
	seen, last := false, 0
	for start := time.Now(); time.Since(start) < 15*time.Second; time.Sleep(time.Second) {
		mu.Lock()
		n, newest := len(frames), ""
		if n > 0 {
			newest = frames[n-1].Data
		}
		mu.Unlock()
		if seen && (n == last || time.Since(start) > 5*time.Second) {
			break
		}
		if n > 0 && n != last && !seen {
			img, err := decode(newest)
			if err != nil {
				return nil, err
			}
			seen = is(img) == nil
		}
		last = n
	}
	if err := t.call("Page.stopScreencast", nil, nil); err != nil {
		return nil, err
	}
	var origin float64
	if err := t.eval("performance.timeOrigin", &origin); err != nil {
		return nil, err
	}
	mu.Lock()
	defer mu.Unlock()
	for _, f := range frames {
		if at := f.Metadata.Timestamp*1000 - origin; at > 0 {
			stills = append(stills, still{at, f.Data})
		}
	}
	return stills, nil
}

// painted is when the scene is first seen whole in a film, and the largest
// share of the pixels in which two later pictures in a row differ: a jump.
func painted(stills []still, is func(image.Image) error) (at, jump float64, err error) {
	err = fmt.Errorf("a film of %d pictures", len(stills))
	var before image.Image
	for _, s := range stills {
		img, decodeErr := decode(s.data)
		if decodeErr != nil {
			return 0, 0, decodeErr
		}
		if before != nil {
			jump = max(jump, changed(before, img))
			before = img
			continue
		}
		if e := is(img); e != nil {
			err = e
			continue
		}
		at, before = s.at, img
	}
	if before == nil {
		return 0, 0, fmt.Errorf("filmed: %w", err)
	}
	return at, jump, nil
}
