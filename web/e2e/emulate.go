//go:build !js

package e2e

import "encoding/json"

// Screen is a screen and its reader's wishes, faked in a running browser.
type Screen struct {
	W, H    int     // CSS pixels
	Scale   float64 // device pixel ratio; 0 leaves it
	Dark    bool    // prefers-color-scheme: dark
	Reduced bool    // prefers-reduced-motion: reduce
	Forced  bool    // forced-colors: active; Chromium only
	Opaque  bool    // prefers-reduced-transparency: reduce; Chromium only
}

// Emulate changes the screen of a running browser, as far as the engine can;
// beyond that the error wraps ErrUnsupported. Chromium keeps its device pixel
// ratio: the one that DevTools emulates does not reach ResizeObserver's
// device-pixel-content-box. WebKit can only be resized.
func (b *Browser) Emulate(s Screen) error {
	if s.Scale == 0 {
		s.Scale = b.scale
	}
	switch b.Engine {
	case Chromium:
		if s.Scale != b.scale {
			return ErrUnsupported
		}
		return b.emulateChromium(s)
	case Firefox:
		if s.Forced {
			return ErrUnsupported
		}
		if err := b.setPrefs(mediaPrefs(s.Scale, s.Dark, s.Reduced)); err != nil {
			return err
		}
		return b.Viewport(s.W, s.H)
	}
	if s.Scale != b.scale || s.Dark || s.Reduced || s.Forced || s.Opaque {
		return ErrUnsupported
	}
	return b.Viewport(s.W, s.H)
}

func (b *Browser) emulateChromium(s Screen) error {
	choose := func(yes bool, name string) string {
		if yes {
			return name
		}
		return ""
	}
	scheme := "light"
	if s.Dark {
		scheme = "dark"
	}
	if _, err := b.CDP("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{
		{"name": "prefers-color-scheme", "value": scheme},
		{"name": "prefers-reduced-motion", "value": choose(s.Reduced, "reduce")},
		{"name": "prefers-reduced-transparency", "value": choose(s.Opaque, "reduce")},
		{"name": "forced-colors", "value": choose(s.Forced, "active")},
	}}); err != nil {
		return err
	}
	_, err := b.CDP("Emulation.setDeviceMetricsOverride", map[string]any{
		"width": s.W, "height": s.H, "deviceScaleFactor": 0, "mobile": false,
	})
	return err
}

// CDP runs a DevTools command in Chromium.
func (b *Browser) CDP(command string, params map[string]any) (json.RawMessage, error) {
	if b.Engine != Chromium {
		return nil, ErrUnsupported
	}
	if params == nil {
		params = map[string]any{}
	}
	return b.link.do("CDP", map[string]any{"cmd": command, "params": params})
}

// ZoomText makes text alone larger, in Firefox.
func (b *Browser) ZoomText(by float64) error {
	return b.inChrome(`for (const w of Services.wm.getEnumerator("navigator:browser")) w.gBrowser.selectedBrowser.textZoom = arguments[0]`, by)
}

// setPrefs changes preferences of a running Firefox.
func (b *Browser) setPrefs(prefs map[string]any) error {
	return b.inChrome(`for (const [name, value] of Object.entries(arguments[0]))
		Services.prefs["set" + {string: "String", boolean: "Bool", number: "Int"}[typeof value] + "Pref"](name, value)`, prefs)
}

// inChrome runs a script in Firefox itself, not in the page.
func (b *Browser) inChrome(script string, args ...any) error {
	if b.Engine != Firefox {
		return ErrUnsupported
	}
	if _, err := b.link.do("Marionette:SetContext", map[string]any{"value": "chrome"}); err != nil {
		return err
	}
	defer b.link.do("Marionette:SetContext", map[string]any{"value": "content"})
	return b.Eval(script, nil, args...)
}
