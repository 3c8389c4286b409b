//go:build !js

package e2e

import (
	"slices"
)

// tryTab walks by Tab from before the figure to behind it, and back. In each
// lens every control must be met, once, and be seen: its focus shows where the
// window has the focus, which WebKit's has not without a window manager.
func tryTab(v *visit) {
	for _, lens := range lenses() {
		v.open("/tall.html#x=1&lens=" + lens)
		there := v.walk("before", "after", func() error { return v.Press(KeyTab) })
		back := v.walk("after", "before", func() error { return v.Chord(KeyShift, KeyTab) })
		slices.Reverse(back)
		if !slices.Equal(there, back) {
			v.Errorf("lens %s: Tab meets %q, Shift+Tab %q", lens, there, back)
		}
		var want int
		v.inRoot(0, `[...root.querySelectorAll('button, [role="slider"], input, select, a[href], [tabindex]')].filter(e => e.tabIndex >= 0 && e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden' && !e.disabled && !e.closest('[hidden], [inert]')).length`, &want)
		if len(there) != want || want < 2 {
			v.Errorf("lens %s: Tab meets %d controls %q, want %d", lens, len(there), there, want)
		}
	}
	v.clean()
}

// walk presses a key from one element to another and returns the names of
// what it met between.
func (v *visit) walk(from, to string, press func() error) (met []string) {
	v.Helper()
	v.must(v.Eval("document.getElementById(arguments[0]).focus()", nil, from))
	for range 40 {
		v.must(press())
		var at struct {
			ID, Name     string
			Inside, Seen bool
		}
		v.must(v.Eval(`const e = document.activeElement; return {
			ID: e.id, Inside: !!e.closest('[data-relu-figure]'), Seen: e.matches(':focus-visible') || !document.hasFocus(),
			Name: (e.getAttribute('aria-label') ?? e.textContent.trim()).slice(0, 40) + ' <' + e.tagName.toLowerCase() + '>',
		}`, &at))
		if at.ID == to {
			return met
		}
		if !at.Inside {
			continue
		}
		if !at.Seen {
			v.Errorf("the focus does not show at %s", at.Name)
		}
		if slices.Contains(met, at.Name) {
			v.Fatalf("Tab is trapped: it meets %q again after %q", at.Name, met)
		}
		met = append(met, at.Name)
	}
	v.Fatalf("Tab does not reach %s; it met %q", to, met)
	return nil
}
