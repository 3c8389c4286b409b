//go:build !js

package e2e

import (
	"slices"
	"strings"
)

// lenses are the names of the lenses in the address, as on their tabs.
func lenses() []string { return []string{"point", "sub", "dist", "compare"} }

// functions are the names of the functions in the address.
func functions() []string {
	return []string{"relu", "leaky", "abs", "minusabs", "softplus", "square", "cube", "heaviside", "sqrtabs", "cantor", "kink"}
}

// selected waits until a lens, and no other, is selected and its words show.
func (v *visit) selected(lens string) {
	v.Helper()
	v.waitRoot(`[...root.querySelectorAll('[role="tab"]')].filter(t => t.getAttribute('aria-selected') === 'true').map(t => t.dataset.lens).join() === arguments[0]`, lens)
}

func tryLenses(v *visit) {
	v.open("/#x=0")
	questions := map[string]string{}
	for _, lens := range append(lenses(), "point") {
		v.must(v.Click(v.centre(`[role="tab"][data-lens="` + lens + `"]`)))
		v.selected(lens)
		v.must(v.Settle(soon))
		var question string
		v.inRoot(0, "root.querySelector('.rf-question')?.textContent ?? ''", &question)
		if was, seen := questions[lens]; seen && was != question {
			v.Errorf("lens %s asks %q, and on return %q", lens, was, question)
		}
		questions[lens] = question
		if link := v.hash(); lens != "point" && !strings.Contains(link, "lens="+lens) {
			v.Errorf("the address of lens %s is %q", lens, link)
		}
	}
	if len(questions) != len(lenses()) || questions["point"] == questions["sub"] {
		v.Errorf("the questions of the lenses are %q", questions)
	}
	// Arrow keys walk along the tabs, as the ARIA pattern of a tablist says.
	v.inRoot(0, `root.querySelector('[role="tab"][data-lens="point"]').focus()`, nil)
	v.must(v.Press(KeyRight))
	v.waitRoot(`document.activeElement?.dataset.lens === 'sub'`)
	v.must(v.Press(KeyEnd))
	v.waitRoot(`document.activeElement?.dataset.lens === 'compare'`)
	v.must(v.Press(KeyEnter))
	v.selected("compare")
	v.clean()
}

// optionsJS lists what the open picker offers.
const optionsJS = `[...document.querySelectorAll('[role="option"], [role="menuitemradio"], [role="menuitem"]')].filter(e => e.getClientRects().length > 0)`

func tryPicker(v *visit) {
	v.open("/")
	names := map[string]bool{}
	for _, fn := range functions() {
		v.must(v.Click(v.centre(".rf-pick")))
		v.waitRoot(optionsJS+`.length === arguments[0]`, len(functions()))
		var at []float64
		v.must(v.Eval(`const o = `+optionsJS+`.find(e => e.dataset.fn === arguments[0]); o.scrollIntoView({block: 'nearest'}); const r = o.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]`, &at, fn))
		v.must(v.Click(Place{at[0], at[1]}))
		v.waitRoot(optionsJS + `.length === 0`)
		v.must(v.Settle(soon))
		var name string
		v.inRoot(0, "root.querySelector('.rf-pick').textContent.trim()", &name)
		names[name] = true
		if link := v.hash(); fn != "relu" && !slices.Contains(strings.Split(link, "&"), "fn="+fn) {
			v.Errorf("the entry %s, %s, leads to %q", fn, name, link)
		}
	}
	if len(names) != len(functions()) {
		v.Errorf("the picker shows %d names: %v", len(names), names)
	}
	// By keys: open, move, choose; Escape closes and gives the focus back.
	v.inRoot(0, "root.querySelector('.rf-pick').focus()", nil)
	v.must(v.Press(KeyEnter))
	v.waitRoot(optionsJS + `.length > 0`)
	v.must(v.Press(KeyHome))
	v.must(v.Press(KeyEnter))
	v.waitRoot(optionsJS + `.length === 0`)
	v.waitRoot(`root.querySelector('.rf-pick').textContent.includes('ReLU')`)
	v.must(v.Press(KeyEnter))
	v.waitRoot(optionsJS + `.length > 0`)
	v.must(v.Press(KeyEscape))
	v.waitRoot(optionsJS + `.length === 0 && document.activeElement === root.querySelector('.rf-pick')`)
	v.clean()
}
