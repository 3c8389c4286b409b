//go:build !js

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"strings"
	"time"
)

// Navigate opens a URL and waits for its load event.
func (b *Browser) Navigate(url string) error {
	_, err := b.link.do("WebDriver:Navigate", map[string]any{"url": url})
	return err
}

// GoBy lets a script leave for a page whose address holds a text. No script is run
// meanwhile: a page that is put away while it runs one does not answer any more.
func (b *Browser) GoBy(script, holds string, limit time.Duration) error {
	if err := b.Eval("setTimeout(() => { "+script+" }, 50)", nil); err != nil {
		return err
	}
	return b.retry(limit, func() error {
		raw, err := b.link.do("WebDriver:GetCurrentURL", nil)
		if err != nil {
			return err
		}
		var at string
		if err := json.Unmarshal(raw, &at); err != nil {
			return err
		}
		if !strings.Contains(at, holds) {
			return fmt.Errorf("%s: still at %s", b.Engine, at)
		}
		return nil
	})
}

// Eval runs the body of a function in the page, awaits what it returns, and
// decodes it into out. The body sees args as arguments[0], arguments[1], …
func (b *Browser) Eval(body string, out any, args ...any) error {
	if args == nil {
		args = []any{}
	}
	v, err := b.link.do("WebDriver:ExecuteScript", map[string]any{"script": body, "args": args})
	if err != nil || out == nil {
		return err
	}
	return json.Unmarshal(v, out)
}

// WaitFor polls a JavaScript expression until it is true.
func (b *Browser) WaitFor(expression string, limit time.Duration, args ...any) error {
	return b.retry(limit, func() error {
		var ok bool
		if err := b.Eval("return !!("+expression+")", &ok, args...); err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("%s: waited %v in vain for %s %v", b.Engine, limit, expression, args)
		}
		return nil
	})
}

// Settle waits until the page has its fonts and its pictures their full
// resolution, and it has been at rest for a tenth of a second: no animation
// frame asked for or still to come, no GL call, no timer fired or about to. The
// page must carry the probe.
func (b *Browser) Settle(limit time.Duration) error {
	last := Activity{Frames: -1}
	if err := b.WaitFor("document.fonts.status === 'loaded'", limit); err != nil {
		return err
	}
	return b.retry(limit, func() error {
		if err := b.WaitFor("!document.querySelector('[data-coarse]')", limit); err != nil {
			return err
		}
		if err := b.WaitFor("!(window.__e2e?.waiting > 0)", limit); err != nil { // else at rest is what a pending timer or frame ends
			return err
		}
		now, err := b.Activity()
		if err != nil {
			return err
		}
		if now != last {
			before := last
			last = now
			time.Sleep(100 * time.Millisecond)
			return fmt.Errorf("%s: the page does not come to rest: %+v, then %+v", b.Engine, before, now)
		}
		return nil
	})
}

// Viewport makes the page w × h CSS pixels, to a pixel where a fractional
// device pixel ratio rounds. The error wraps ErrUnsupported where the window
// cannot be so small: the driver then tells another size than it was asked for.
func (b *Browser) Viewport(w, h int) error {
	var is struct{ W, H, FrameW, FrameH int } // FrameW, FrameH: what the window adds around the page
	for range 5 {                             // what it adds may be known only after the first
		if err := b.Eval("return {W: innerWidth, H: innerHeight, FrameW: outerWidth - innerWidth, FrameH: outerHeight - innerHeight}", &is); err != nil {
			return err
		}
		if near(is.W, w) && near(is.H, h) {
			return nil
		}
		raw, err := b.link.do("WebDriver:SetWindowRect", map[string]any{"x": 0, "y": 0, "width": w + is.FrameW, "height": h + is.FrameH})
		if err != nil {
			return err
		}
		var window struct{ Width, Height int }
		if err := json.Unmarshal(raw, &window); err != nil {
			return err
		}
		if !near(window.Width, w+is.FrameW) || !near(window.Height, h+is.FrameH) {
			break
		}
		if err := b.WaitFor("Math.abs(outerWidth - arguments[0]) <= 1 && Math.abs(outerHeight - arguments[1]) <= 1", patience, window.Width, window.Height); err != nil {
			return err
		}
	}
	return fmt.Errorf("%s: a viewport of %d×%d became %d×%d: %w", b.Engine, w, h, is.W, is.H, ErrUnsupported)
}

func near(a, b int) bool { return max(a-b, b-a) <= 1 }

// Screenshot is the visible page in device pixels.
func (b *Browser) Screenshot() (image.Image, error) {
	raw, err := b.ScreenshotPNG()
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(raw))
}

// ScreenshotPNG is the visible page as a PNG file.
func (b *Browser) ScreenshotPNG() ([]byte, error) {
	v, err := b.link.do("WebDriver:TakeScreenshot", map[string]any{"full": false})
	if err != nil {
		return nil, err
	}
	var encoded string
	if err := json.Unmarshal(v, &encoded); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(encoded)
}
