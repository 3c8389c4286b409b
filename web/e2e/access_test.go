//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// tryTree prints what assistive technology is given, lens by lens, and compares
// it with what has been read and found good. UPDATE=1 rewrites it.
func tryTree(v *visit) {
	for _, lens := range lenses() {
		v.open("/?only#x=0&lens=" + lens)
		v.must(v.Eval(`document.querySelector('.essay').remove()`, nil))
		raw, err := v.link.do("CDP", map[string]any{"cmd": "Accessibility.getFullAXTree", "params": map[string]any{}})
		v.must(err)
		got := tree(raw)
		file := filepath.Join("testdata", "tree-"+lens+".txt")
		if os.Getenv("UPDATE") != "" {
			v.must(os.MkdirAll("testdata", 0o755))
			v.must(os.WriteFile(file, []byte(got), 0o644))
			continue
		}
		want, err := os.ReadFile(file)
		v.must(err)
		if got != string(want) {
			v.Errorf("%s: the tree is no longer what %s says:\n%s", lens, file, got)
		}
	}
}

// tree prints roles, names and values, indented; what is ignored, generic or the
// text of a named node is left out.
func tree(raw json.RawMessage) string {
	type value struct {
		Value any `json:"value"`
	}
	var answer struct {
		Nodes []struct {
			NodeID   string   `json:"nodeId"`
			Ignored  bool     `json:"ignored"`
			Role     value    `json:"role"`
			Name     value    `json:"name"`
			Value    value    `json:"value"`
			ChildIDs []string `json:"childIds"`
			Parent   string   `json:"parentId"`
		} `json:"nodes"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return err.Error()
	}
	at := map[string]int{}
	for i, n := range answer.Nodes {
		at[n.NodeID] = i
	}
	var b strings.Builder
	var walk func(i, depth int, name string)
	walk = func(i, depth int, name string) {
		n := answer.Nodes[i]
		role := fmt.Sprint(n.Role.Value)
		own := ""
		if n.Name.Value != nil {
			own = fmt.Sprint(n.Name.Value)
		}
		skip := n.Ignored || role == "generic" || role == "none" || role == "InlineTextBox" || strings.HasPrefix(role, "Math") && role != "MathMLMath" || role == "StaticText" && (own == name || strings.Contains(name, own))
		if !skip {
			fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth), role)
			if own != "" {
				fmt.Fprintf(&b, " %q", own)
			}
			if n.Value.Value != nil && fmt.Sprint(n.Value.Value) != "" {
				fmt.Fprintf(&b, " = %v", n.Value.Value)
			}
			b.WriteByte('\n')
			depth++
			if own != "" {
				name = own
			}
		}
		for _, id := range n.ChildIDs {
			if c, ok := at[id]; ok && role != "MathMLMath" && role != "math" {
				walk(c, depth, name)
			}
		}
	}
	for i, n := range answer.Nodes {
		if n.Parent == "" {
			walk(i, 0, "")
		}
	}
	return b.String()
}

// tryAxePages asks axe-core about the other pages and about what opens.
func tryAxePages(v *visit) {
	source := v.axe()
	for _, theme := range []string{"light", "dark"} {
		v.open("/#x=0&theme=" + theme)
		for _, button := range []string{".rf-share", ".rf-help"} {
			v.must(v.Click(v.centre(button)))
			v.must(v.WaitFor(`document.querySelector('dialog[open]')`, soon))
			v.asksAxe(source, theme+" "+button)
			v.must(v.Press(KeyEscape))
			v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))
		}
		v.must(v.Eval(`document.querySelector('.exercises').scrollIntoView(); for (const d of document.querySelectorAll('details')) d.open = true`, nil))
		v.must(v.WaitFor(`document.body.classList.contains('reading')`, soon))
		v.must(v.Settle(soon))
		v.asksAxe(source, theme+" essay")
	}
	v.open("/?german#x=0&lang=de")
	v.asksAxe(source, "German")
	v.must(v.Emulate(Screen{W: 720, H: 420}))
	v.open("/embed.html")
	for _, lens := range lenses() {
		v.visitLink("x=0&lens=" + lens)
		v.asksAxe(source, "embed "+lens)
	}
	v.must(v.Emulate(Screen{W: 390, H: 844}))
	v.open("/")
	for _, lens := range lenses() {
		v.visitLink("x=0&lens=" + lens)
		v.asksAxe(source, "phone "+lens)
	}
	v.must(v.Emulate(Screen{W: 1280, H: 800}))
	for _, scene := range []string{"1", "2", "7", "14", "16"} {
		v.lecture("/lecture.html#scene=" + scene)
		v.asksAxe(source, "lecture "+scene)
	}
	v.must(v.Press("q"))
	v.must(v.WaitFor(`document.querySelector('.lec-qr')`, soon))
	v.asksAxe(source, "code")
	v.load("/notes.html")
	v.waitRoot(`root.dataset.state === 'ready'`)
	v.asksAxe(source, "notes")
}

// tryMagnified is a window of 1280 × 1024 px at 400 %: nothing scrolls sideways,
// and every word is there.
func tryMagnified(v *visit) {
	v.must(v.Emulate(Screen{W: 320, H: 256}))
	v.open("/")
	for _, lens := range lenses() {
		v.visitLink("x=0&lens=" + lens)
		v.magnified(lens)
	}
	v.must(v.Emulate(Screen{W: 640, H: 360}))
	v.visitLink("x=0&lens=sub")
	v.magnified("at 200 %")
}

func (v *visit) magnified(what string) {
	v.Helper()
	var sideways float64
	v.must(v.Eval(`return document.scrollingElement.scrollWidth - innerWidth`, &sideways))
	if sideways > 0 {
		v.Errorf("%s: the page scrolls %v px sideways", what, sideways)
	}
	var lost []string
	v.inRoot(0, `['.rf-caption', '.rf-equation', '.rf-readouts', '.rf-tab'].flatMap(s => [...root.querySelectorAll(s)]).filter(e => !e.hidden && e.getBoundingClientRect().height < 12 && !(e.matches('.rf-caption, .rf-readouts') && root.dataset.lens === 'compare')).map(e => e.className)`, &lost)
	if len(lost) > 0 {
		v.Errorf("%s: out of sight: %q", what, lost)
	}
}

// trySpacing sets the distances of WCAG's criterion 1.4.12: no text is cut off
// or lies over another.
func trySpacing(v *visit) {
	for _, size := range []Screen{{W: 1440, H: 900}, {W: 390, H: 844}} {
		v.must(v.Emulate(size))
		v.open("/")
		v.must(v.Eval(`document.head.append(Object.assign(document.createElement('style'), {textContent: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'}))`, nil))
		for _, lens := range lenses() {
			v.visitLink("x=0&lens=" + lens)
			var bad []string
			v.inRoot(0, `(() => {
				const seen = [...root.querySelectorAll('.rf-question, .rf-caption, .rf-secants, .rf-run, .rf-equation, .rf-readouts, .rf-title, .rf-tabs')].filter(e => !e.hidden && e.getBoundingClientRect().height > 4 && !e.classList.contains('rf-unseen'));
				const box = e => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect() };
				const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8; // lines have air above and below their letters
				const out = [];
				seen.forEach((a, i) => seen.slice(0, i).forEach(b => { if (!a.contains(b) && !b.contains(a) && over(box(a), box(b))) out.push(a.className + ' over ' + b.className) }));
				return out;
			})()`, &bad)
			if len(bad) > 0 {
				v.Errorf("%v, %s: %q", size, lens, bad)
			}
		}
	}
}

// tryGerman reads the figure in German, and changes the language while it runs.
func tryGerman(v *visit) {
	v.open("/?de#lens=sub&x=0&lang=de")
	v.waitRoot(`root.lang === 'de' && root.querySelector('.rf-question').textContent.includes('Geraden') && root.querySelector('[data-lens="point"]').textContent.trim() === 'Punktweise'`)
	v.waitReadout("interval", `[0, 1]`)
	v.must(v.Click(v.centre(".rf-help")))
	v.must(v.WaitFor(`document.querySelector('dialog[open]')?.textContent.includes('Leertaste')`, soon))
	v.must(v.Press(KeyEscape))
	v.must(v.Eval(`location.hash = 'lens=sub&x=0'`, nil))
	v.waitRoot(`root.dataset.state === 'ready' && root.lang === 'en' && root.querySelector('.rf-question').textContent === 'Which lines fit underneath?'`)
	v.must(v.Eval(`document.querySelector('#figure').dispatchEvent(new CustomEvent('relu-steer', {detail: 'lang=de&x=1'}))`, nil))
	v.waitRoot(`root.dataset.state === 'ready' && root.lang === 'de' && location.hash.includes('lang=de') && root.querySelector('[data-lens="point"]').textContent.startsWith('Punktweise')`)
	v.waitReadout("interval", `[1, 1]`)
	v.clean()
	// Without its words there is no figure, but an explanation, and another try.
	v.open("/?words#lens=sub&x=0")
	v.waitRoot(`!root.querySelector('.rf-poster').childElementCount`) // the page's first drawing has gone with the rules that arrange it
	v.must(v.Eval(`window.whole = window.fetch;
		window.fetch = (file, ...how) => String(file).includes('lang/de.txt') ? Promise.resolve(new Response('', {status: 503})) : whole(file, ...how);
		location.hash = 'lens=sub&x=0&lang=de'`, nil))
	v.waitRoot(`root.dataset.state === 'failed' && root.querySelector('.rf-fail-text').textContent === 'The figure could not be loaded (its words could not be loaded).'`)
	v.must(v.Eval(`window.fetch = window.whole`, nil))
	v.must(v.Click(v.centre(".rf-retry")))
	v.waitRoot(`root.dataset.state === 'ready' && root.lang === 'de' && root.querySelector('.rf-question').textContent.includes('Geraden')`)
	v.clean()
}

// tryMessageFuzz sends a frame thousands of messages of all shapes.
func tryMessageFuzz(v *visit) {
	v.load("/framed.html")
	v.must(v.WaitFor(`document.querySelector('relu-three-ways')?.shadowRoot`, soon))
	v.must(v.Eval(`document.getElementById('f').scrollIntoView()`, nil))
	v.waitHost(`root.dataset.state === 'ready'`)
	v.must(v.Eval(`const frame = document.querySelector('relu-three-ways').shadowRoot.querySelector('iframe').contentWindow;
		frame.console.warn = () => {};
		let seed = 7;
		const random = n => (seed = seed * 16807 % 2147483647) % n;
		const scraps = [null, undefined, 0, -1, NaN, Infinity, 1e308, '', 'x', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', [], [1], {}, {x: {}}, true, 'sub', 'relu', '0.5', 'x=1&lens=sub', '%', '%ff%00', '__proto__', 'a'.repeat(10000)];
		const keys = ['x', 'g', 'c', 'w', 'h', 'a', 'p', 's', 'fn', 'lens', 'beta', 'order', 'theme', 'ui', 'paper', '__proto__', 'constructor', 'scene'];
		for (let i = 0; i < 2000; i++) {
			const some = () => scraps[random(scraps.length)];
			const state = random(3) ? Object.fromEntries(Array.from({length: random(5)}, () => [keys[random(keys.length)], some()])) : some();
			const message = {source: 'relu-three-ways', v: random(5) ? 1 : some(), type: ['set', 'set', 'set', 'play', 'pause', 'next', 'prev', 'burn', some()][random(9)], state, link: random(4) ? undefined : some()};
			frame.postMessage(random(10) ? message : some(), '*');
		}
		frame.postMessage({source: 'relu-three-ways', v: 1, type: 'set', link: 'fn=relu&lens=sub&x=0&g=0.5&ui=full&theme=light&lang=en'}, '*')`, nil))
	v.waitHost(`root.dataset.state === 'ready' && root.querySelector('[data-readout="interval"]').dataset.value === '[0,1]'`)
	var bad struct{ Images, Errors int }
	v.must(v.Eval(`const d = document.querySelector('relu-three-ways').shadowRoot.querySelector('iframe').contentDocument; return {Images: d.images.length, Errors: d.defaultView.__e2e.errors.filter(e => !e.startsWith('warn')).length}`, &bad))
	if bad.Images > 0 || bad.Errors > 0 {
		v.Errorf("%d pictures and %d errors came out of it", bad.Images, bad.Errors)
	}
}
