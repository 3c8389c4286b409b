//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Windows are the handles of all windows.
func (b *Browser) Windows() (handles []string, err error) {
	raw, err := b.link.do("WebDriver:GetWindowHandles", nil)
	if err == nil {
		err = json.Unmarshal(raw, &handles)
	}
	return handles, err
}

// Window is the handle of the window that commands go to.
func (b *Browser) Window() (handle string, err error) {
	raw, err := b.link.do("WebDriver:GetWindowHandle", nil)
	if err == nil {
		err = json.Unmarshal(raw, &handle)
	}
	return handle, err
}

// Enter has commands go to a window.
func (b *Browser) Enter(handle string) error {
	_, err := b.link.do("WebDriver:SwitchToWindow", map[string]any{"handle": handle})
	return err
}

// EnterFrame has commands go to the nth frame of the page where they go now.
func (b *Browser) EnterFrame(n int) error {
	_, err := b.link.do("WebDriver:SwitchToFrame", map[string]any{"id": n})
	return err
}

// Leave has commands go to the page around all frames.
func (b *Browser) Leave() error {
	_, err := b.link.do("WebDriver:SwitchToFrame", map[string]any{"id": nil})
	return err
}

// Opened waits for a window that was not there before.
func (b *Browser) Opened(before []string) (handle string, err error) {
	err = b.retry(patience, func() error {
		now, err := b.Windows()
		if err != nil {
			return err
		}
		for _, h := range now {
			if !slices.Contains(before, h) {
				handle = h
				return nil
			}
		}
		return fmt.Errorf("%s: no window has opened", b.Engine)
	})
	return handle, err
}

// CloseOthers closes all windows but one, and has commands go there.
func (b *Browser) CloseOthers(than string) error {
	handles, err := b.Windows()
	for _, h := range handles {
		if h == than || err != nil {
			continue
		}
		if err = b.Enter(h); err == nil {
			_, err = b.link.do("WebDriver:CloseWindow", nil)
		}
	}
	if err != nil {
		return err
	}
	return b.Enter(than)
}
