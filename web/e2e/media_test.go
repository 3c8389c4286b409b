//go:build !js

package e2e

// paper is the background of the figure as CSS computes it.
func (v *visit) paper() (color string) {
	v.Helper()
	v.inRoot(0, `getComputedStyle(root).getPropertyValue('--paper').trim()`, &color)
	return color
}

// tryReducedMotion: nothing glides for a reader who asks for that.
func tryReducedMotion(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 800, Reduced: true}))
	v.open("/#x=0&h=1")
	var gliding []string
	v.inRoot(0, `[root, ...root.querySelectorAll('*')].filter(e => {
		const s = getComputedStyle(e), most = (list) => Math.max(...list.split(',').map(t => parseFloat(t) * (t.trim().endsWith('ms') ? 1 : 1000)));
		return most(s.transitionDuration) > 100 || s.animationName !== 'none' && most(s.animationDuration) > 100;
	}).map(e => e.className.baseVal ?? e.className)`, &gliding)
	if len(gliding) > 0 {
		v.Errorf("elements glide for longer than 100 ms: %q", gliding)
	}
	v.clean()
}

// tryOpaque: for a reader who asks for that nothing shines through what lies on it.
func tryOpaque(v *visit) {
	v.must(v.Emulate(Screen{W: 1280, H: 800, Opaque: true}))
	for _, dialog := range []string{"share", "help"} {
		v.open("/#x=0")
		v.must(v.Eval(rootJS+`.querySelector('.rf-' + arguments[0]).click()`, nil, dialog))
		v.waitRoot(`root.querySelector('dialog[open]')`)
		var through []string
		v.inRoot(0, `[...root.querySelectorAll('dialog[open], dialog[open] :not(.rf-preview *)')].flatMap(e => ['', '::before', '::after', '::backdrop'].map(part => [e, part, getComputedStyle(e, part)]))
			.filter(([e, part, s]) => (part !== '::backdrop' || e.localName === 'dialog') && s.display !== 'none' && s.content !== (part === '' ? '' : 'none'))
			.filter(([e, part, s]) => s.opacity !== '1' || s.backdropFilter !== 'none' || s.backgroundImage.includes('gradient') || /\/ 0?\.|, 0?\.\d+\)$/.test(s.backgroundColor) || part === '::backdrop' && /, 0\)$/.test(s.backgroundColor))
			.map(([e, part, s]) => (e.className.baseVal ?? e.className) + part + ' ' + s.opacity + ' ' + s.backgroundColor + ' ' + s.backgroundImage)`, &through)
		if len(through) > 0 {
			v.Errorf("%s: things shine through %q", dialog, through)
		}
	}
	v.clean()
}

func tryDark(v *visit) {
	v.open("/#x=0")
	v.waitRoot(`root.dataset.theme === 'light'`)
	light := v.paper()
	v.must(v.Emulate(Screen{W: 1280, H: 800, Dark: true}))
	v.waitRoot(`root.dataset.theme === 'dark'`)
	v.must(v.Settle(soon))
	if dark := v.paper(); dark == light {
		v.Errorf("the paper is %s in the dark too", dark)
	}
	v.visitLink("x=0&theme=light")
	v.waitRoot(`root.dataset.theme === 'light'`)
	if got := v.paper(); got != light {
		v.Errorf("theme=light in the dark has paper %s, want %s", got, light)
	}
	v.clean()
}

func tryThemeAddress(v *visit) {
	seen := map[string]bool{}
	for _, theme := range []string{"light", "dark", "contrast"} {
		v.open("/#x=0&theme=" + theme)
		v.waitRoot(`root.dataset.theme === arguments[0]`, theme)
		seen[v.paper()] = true
	}
	if len(seen) != 3 {
		v.Errorf("three themes have the papers %v", seen)
	}
	v.clean()
}
