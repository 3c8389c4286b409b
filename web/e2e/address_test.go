//go:build !js

package e2e

import (
	"strings"
)

// tryAddressIn opens addresses, by loading, by pasting over the open page and
// by a link, and expects their pictures.
func tryAddressIn(v *visit) {
	for i, c := range []struct{ link, slope, interval string }{
		{"fn=relu&x=0", "null", "[0,1]"},
		{"fn=abs&x=0&lens=sub", "null", "[-1,1]"},
		{"fn=abs&x=-2", "-1", "[-1,-1]"},
		{"fn=minusabs&x=0&lens=compare", "null", "null"},
		{"fn=square&x=0.5", "1", "[1,1]"},
		{"fn=kink&x=0&a=0.5&lens=sub", "null", "[0.5,1]"},
	} {
		if i == 0 {
			v.open("/#" + c.link)
		} else {
			v.must(v.Eval("location.hash = arguments[0]", nil, c.link))
			// What is handed on is what is shown.
			v.waitRoot(`(asked => new URLSearchParams(root.dataset.link).get('fn') === (asked === 'relu' ? null : asked))(arguments[0])`, value(c.link, "fn"))
		}
		v.waitReadout("slope", c.slope)
		v.waitReadout("interval", c.interval)
		if lens := value(c.link, "lens"); lens != "" {
			v.selected(lens)
		}
	}
	// Pasted over the address of the open page: no reload, a new picture.
	var here string
	v.must(v.Eval("return location.href.split('#')[0]", &here))
	v.must(v.Navigate(here + "#fn=relu&x=1"))
	v.waitReadout("slope", "1")
	v.clean()
}

// tryAddressOut changes the picture by hand; the address must reproduce it.
func tryAddressOut(v *visit) {
	v.open("/#lens=sub&x=0")
	v.focus("slope g")
	g := v.now("slope g")
	for range 3 {
		v.must(v.Press(KeyRight))
		v.waitRoot(`arguments[1] !== (`+sliderJS+`).getAttribute('aria-valuenow')`, "slope g", g)
		g = v.now("slope g")
	}
	v.must(v.WaitFor("new URLSearchParams(location.hash.slice(1)).get('g') === '"+g+"'", soon)) // it is written with a delay
	link := v.hash()
	if value(link, "lens") != "sub" || value(link, "x") != "0" || value(link, "g") == "" {
		v.Errorf("the address is %q after g became %s", link, g)
	}
	v.open("/#" + link)
	v.selected("sub")
	if again := v.now("slope g"); again != g {
		v.Errorf("#%s shows g = %s, want %s", link, again, g)
	}
	v.clean()
}

// tryBack goes through the history of addresses.
func tryBack(v *visit) {
	v.open("/#x=0")
	v.waitReadout("interval", "[0,1]")
	v.must(v.Eval("location.hash = 'fn=abs&x=0'", nil))
	v.waitReadout("interval", "[-1,1]")
	v.must(v.Eval("history.back()", nil)) // WebKit's own Back passes over what no hand made
	v.waitReadout("interval", "[0,1]")
	v.clean()
}

// tryBadAddress: what cannot be read takes its default and is told once;
// unknown keys are nobody's business.
func tryBadAddress(v *visit) {
	v.open("/#fn=nothing&x=abc&unknown=1&lens=sub")
	v.selected("sub")
	errs, err := v.Errors()
	v.must(err)
	if len(errs) == 0 || len(errs) > 2 {
		v.Errorf("two bad values led to %d messages: %q", len(errs), errs)
	}
	for _, e := range errs {
		if !strings.HasPrefix(e, "warn: ") {
			v.Errorf("a bad value is more than a warning: %s", e)
		}
	}
}

// value is the value of a key in a link.
func value(link, key string) string {
	for _, pair := range strings.Split(link, "&") {
		if k, val, _ := strings.Cut(pair, "="); k == key {
			return val
		}
	}
	return ""
}
