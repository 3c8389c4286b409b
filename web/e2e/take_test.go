//go:build !js

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// tryShare opens the dialog that gives a state away.
func tryShare(v *visit) {
	v.open("/#lens=sub&x=0&g=0.6")
	v.must(v.Click(v.centre(".rf-share")))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-form')`, soon))
	// The address has changed since: the dialog is about what is shown now.
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))
	v.must(v.Eval(`location.hash = 'lens=sub&x=0&g=0.8'`, nil))
	v.must(v.WaitFor(`document.querySelector('[data-relu-figure]').dataset.link === 'lens=sub&x=0&g=0.8'`, soon))
	v.must(v.Eval(`history.back()`, nil))
	v.must(v.WaitFor(`document.querySelector('[data-relu-figure]').dataset.link === 'lens=sub&x=0&g=0.6'`, soon))
	v.must(v.Click(v.centre(".rf-share")))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-form')`, soon))
	link := v.site.URL + "/#lens=sub&x=0&g=0.6"
	for name, want := range map[string]string{
		"link": link, "cite": link, "markdown": "](" + link + ")", "html": `<a href="` + strings.ReplaceAll(link, "&", "&amp;") + `"><img src="relu-subgradient-`,
		"frame":   `src="` + v.site.URL + `/embed.html#lens=sub&amp;x=0&amp;g=0.6"`,
		"element": `<relu-three-ways lens="sub" x="0" g="0.6" style="`,
		"mdx":     `<relu-three-ways lens="sub" x="0" g="0.6" suppressHydrationWarning`,
		"hugo":    `{{< relu lens="sub" x="0" g="0.6" >}}`,
		"jekyll":  `{% include relu.html lens="sub" x="0" g="0.6" %}`,
		"feed":    link[:20],
	} {
		if got := v.form(name); !strings.Contains(got, want) {
			v.Errorf("%s is %q, want %q in it", name, got, want)
		}
	}
	// A button says itself that it has copied, or the text is selected for the reader to do so.
	v.must(v.Eval(`document.querySelector('.rf-take > .rf-first').click()`, nil))
	v.must(v.WaitFor(`/Copied ✓|Selected/.test(document.querySelector('.rf-said').textContent)`, soon))
	var said struct {
		Button, Status  string
		Selected, Aloud bool
	}
	v.must(v.Eval(`const f = document.querySelector('.rf-form'); return {Button: document.querySelector('.rf-take > .rf-first').textContent, Status: document.querySelector('.rf-said').textContent, Selected: f.selectionStart === 0 && f.selectionEnd === f.value.length, Aloud: document.querySelector('.rf-said').matches('.rf-aloud')}`, &said))
	if copied := said.Status == "Copied ✓"; copied != (said.Button == "Copied ✓") || copied != said.Aloud || !copied && !said.Selected {
		v.Errorf("after copying: %+v", said)
	}
	// It says again what it is for with whatever is done next, wherever the focus is.
	v.must(v.Press(KeyTab))
	v.must(v.WaitFor(`document.querySelector('.rf-take > .rf-first').textContent === 'Copy'`, soon))
	// How a figure is to look is in what is given, and in the preview.
	v.form("element")
	v.must(v.WaitFor(`document.querySelector('.rf-preview > iframe.rf-there')?.contentDocument.querySelector('[data-relu-figure]')?.dataset.state === 'ready'`, soon))
	for i, value := range []string{"dark", "none", "none"} {
		v.must(v.Eval(`const s = document.querySelectorAll('.rf-choices select')[arguments[0]]; s.value = arguments[1]; s.dispatchEvent(new Event('change'))`, nil, i, value))
	}
	v.must(v.Eval(`const i = document.querySelector('.rf-number > input'); i.value = 500; i.dispatchEvent(new Event('change'))`, nil))
	for name, want := range map[string]string{
		"element": `<relu-three-ways lens="sub" x="0" g="0.6" theme="dark" ui="none" paper="none" style="display:block;height:500px">` + "\n  <a href=\"" + strings.ReplaceAll(link, "&", "&amp;") + "\">", // people are led to the whole figure
		"frame":   `embed.html#lens=sub&amp;x=0&amp;g=0.6&amp;theme=dark&amp;ui=none&amp;paper=none" title="Three ways to differentiate ReLU" width="720" height="500"`,
	} {
		if got := v.form(name); !strings.Contains(got, want) {
			v.Errorf("%s is %q, want %q in it", name, got, want)
		}
	}
	v.must(v.WaitFor(`(r => r?.dataset.ui === 'none' && r.dataset.theme === 'dark' && r.ownerDocument.defaultView.innerHeight === 500)(document.querySelector('.rf-preview > iframe.rf-there')?.contentDocument.querySelector('[data-relu-figure]'))`, soon))
	if got := v.form("card"); got != link {
		v.Errorf("a link with a picture is %q where no page of the site has one, want %q", got, link)
	}
	v.must(v.WaitFor(`document.querySelector('.rf-note').textContent.startsWith('Only functions as they open')`, soon))
	v.form("frame")
	v.must(v.Eval(`const i = document.querySelector('.rf-number > input'); i.value = 5; i.dispatchEvent(new Event('change'))`, nil))
	v.must(v.WaitFor(`/160 to 2000/.test(document.querySelector('.rf-said').textContent)`, soon))
	// And so are its pictures: a preview has the shapes of the file.
	v.must(v.Eval(`window.saved = []; URL.createObjectURL = file => { window.saved.push(file); return '#' };
		addEventListener('click', e => { if (e.target.matches?.('a[download]')) { window.named = e.target.download; e.preventDefault() } })`, nil))
	v.must(v.Eval(`document.querySelector('[data-half="picture"]').click()`, nil))
	for i, name := range []string{"svg", "png", "tikz"} {
		v.saves(name)
		v.must(v.WaitFor(`window.saved.length > arguments[0]`, soon, i))
		var text, file string
		v.must(v.Eval(`return window.saved[arguments[0]].text()`, &text, i))
		v.must(v.Eval(`return window.named`, &file))
		if !strings.Contains(strings.ReplaceAll(text, "&amp;", "&"), link) {
			v.Errorf("the file %s does not name %s", file, link)
		}
		if want := map[string]string{"svg": ".svg", "png": ".png", "tikz": "mm.tex"}[name]; !strings.HasPrefix(file, "relu-subgradient-") || !strings.HasSuffix(file, want) {
			v.Errorf("a file is called %s", file)
		}
		if name == "svg" {
			var off string
			v.must(v.Eval(`const shapes = svg => [svg.getAttribute('viewBox'), ...[...svg.querySelectorAll('path, circle')].filter(e => !e.closest('g[aria-label], defs')).map(e => e.getAttribute('d') ?? e.getAttribute('cx') + ' ' + e.getAttribute('cy'))];
				const a = shapes(new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement), b = shapes(document.querySelector('.rf-preview > svg'));
				return a.length > 20 && String(a) === String(b) ? '' : a.length + ' shapes in the file, ' + b.length + ' in the preview'`, &off, text))
			if off != "" {
				v.Error(off)
			}
		}
	}
	// The focus is in the dialog, stays there and comes back.
	for range 30 {
		v.must(v.Press(KeyTab))
		var out bool
		v.must(v.Eval(`return document.activeElement !== document.body && !document.activeElement.closest('dialog')`, &out))
		if out {
			v.Fatal("Tab leaves the dialog for what is under it")
		}
	}
	v.must(v.Press(KeyEscape))
	v.must(v.WaitFor(`!document.querySelector('dialog') && document.activeElement.matches('.rf-share')`, soon))
	v.must(v.Press("?"))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-keys')`, soon))
	v.must(v.Press(KeyEscape))
	v.missed("/oembed") // by which a host tells that it has a page of every state
	v.clean()
}

// form chooses a place in the dialog for sharing and returns what it gives.
func (v *visit) form(place string) (text string) {
	v.Helper()
	v.must(v.Eval(`const s = document.querySelector('.rf-place select'); s.value = arguments[0]; s.dispatchEvent(new Event('change')); return document.querySelector('.rf-form').value`, &text, place))
	return text
}

// saves saves the picture of the dialog as a kind of file.
func (v *visit) saves(kind string) {
	v.Helper()
	v.must(v.Eval(`const kind = arguments[0], file = document.querySelector('.rf-choices select');
		file.value = kind; file.dispatchEvent(new Event('change'));
		document.querySelector('.rf-save').click()`, nil, kind))
}

// tryTake makes every kind of file and looks into it.
func tryTake(v *visit) {
	v.open("/#lens=sub&x=0")
	file := func(does string) string {
		return `const ask = {link: arguments[0]}; return (async () => { const root = document.querySelector('[data-relu-figure]'), p = await import('./picture.js'); ` + does + ` })()`
	}
	for _, link := range []string{"lens=point&x=0", "lens=sub&x=0&g=1.3", "lens=sub&steps=fixed", "lens=dist&p=3.5", "fn=cantor&lens=compare", "fn=minusabs&lens=sub&x=0"} {
		url := v.site.URL + "/#" + link
		var svg, pixels, tikz string
		v.must(v.Eval(file(`return p.svgFile(root, ask)`), &svg, link))
		about := ""
		for d := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			v.must(err)
			if e, ok := token.(xml.StartElement); ok {
				switch e.Name.Local {
				case "text", "image", "style", "script", "use", "mask":
					v.Errorf("%s: there is a %s in it", link, e.Name.Local)
				case "metadata":
					v.must(d.DecodeElement(&about, &e))
				}
			}
		}
		if about != url {
			v.Errorf("%s: the svg names %q", link, about)
		}
		v.must(v.Eval(file(`const b = new Uint8Array(await (await p.pngFile(root, {...ask, width: '960px'})).arrayBuffer()); return btoa(Array.from(b, c => String.fromCharCode(c)).join(''))`), &pixels, link))
		raw, err := base64.StdEncoding.DecodeString(pixels)
		v.must(err)
		if !strings.HasPrefix(string(raw), "\x89PNG") || !strings.Contains(string(raw), "tEXtSource\x00"+url) {
			v.Errorf("%s: the png does not name its address", link)
		}
		if w, h, err := pngSize(raw); err != nil || w != 960 || h != 540 {
			v.Errorf("%s: the png is %d × %d px (%v)", link, w, h, err)
		}
		v.must(v.Eval(file(`return (await import('./tikz.js')).tikzFile(root, ask)`), &tikz, link))
		if !strings.HasPrefix(tikz, "% "+url+"\n") || strings.Contains(tikz, "NaN") || hollow.MatchString(strings.ReplaceAll(tikz, `\text{undefined}`, "")) || strings.Contains(tikz, "url(") {
			v.Errorf("%s: the source of TikZ begins %.200q", link, tikz)
		}
		v.typeset(tikz)
		v.pictures(link)
	}
	// A publisher's document: other languages, whose shorthands make characters active.
	for _, lang := range []string{"ngerman", "french"} {
		var picture string
		v.must(v.Eval(file(`return (await import('./tikz.js')).tikzFile(root, {...ask, part: 'drawing', handles: 'off', frame: 'picture', width: '80mm'})`), &picture, "lens=dist&p=4&lang=de"))
		if !strings.Contains(picture, `\varphi`) || strings.Contains(picture, "documentclass") {
			v.Errorf("the picture for a document is %.300q", picture)
		}
		v.typeset("\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage[" + lang + "]{babel}\n\\usepackage{amsmath,tikz}\n\\usetikzlibrary{babel,patterns}\n\\begin{document}\n" + picture + "\\end{document}\n")
	}
	v.clean()
}

// hollow is a value that a script did not have; "undefined at 0" is a label.
var hollow = regexp.MustCompile(`undefined(?:$|[^ ~a-z])|[(,=]undefined`)

// typeset runs pdflatex on a source, where it is installed.
func (v *visit) typeset(source string) {
	v.Helper()
	latex, err := exec.LookPath("pdflatex")
	if errors.Is(err, exec.ErrNotFound) {
		v.Log("pdflatex is not installed; the source of TikZ is not typeset")
		return
	}
	v.must(err)
	dir := v.TempDir()
	v.must(os.WriteFile(filepath.Join(dir, "figure.tex"), []byte(source), 0o644))
	c := exec.Command(latex, "-interaction=nonstopmode", "-halt-on-error", "figure.tex")
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil || bytes.Contains(out, []byte("Overfull")) || !bytes.Contains(out, []byte("(1 page")) {
		v.Errorf("pdflatex: %v\n%.2000s", err, out)
	}
}

// pictures makes a picture as it can be asked for.
func (v *visit) pictures(link string) {
	v.Helper()
	var is struct {
		Mm, Fonts, Outlines, Name   string
		Clear, Inside, Halos, Plain float64
		Width, Height, Density, Off float64
		Bad                         []string
	}
	v.must(v.Eval(`return (async () => {
		const link = arguments[0], root = document.querySelector('[data-relu-figure]'), p = await import('./picture.js');
		const pixels = async src => {
			const image = new Image();
			image.src = src;
			await image.decode();
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [800, Math.round(800 * image.naturalHeight / image.naturalWidth)];
			const c = canvas.getContext('2d');
			c.drawImage(image, 0, 0, canvas.width, canvas.height);
			return c.getImageData(0, 0, canvas.width, canvas.height);
		};
		const alone = {link, shown: 'dark', part: 'drawing'}, is = {Bad: []};
		// In mm, and its name.
		is.Mm = (await p.svgFile(root, {...alone, width: '80mm'})).match(/<svg[^>]*>/)[0];
		const print = {...alone, width: '80mm', dpi: 300, paper: 'none', handles: 'off'};
		const png = new Uint8Array(await (await p.pngFile(root, print)).arrayBuffer()), view = new DataView(png.buffer);
		[is.Width, is.Height] = [view.getUint32(16), view.getUint32(20)];
		is.Name = p.nameOf(p.drawn(root, print), print, 'png');
		const at = [...png].findIndex((c, i) => c === 112 && png[i + 1] === 72 && png[i + 2] === 89 && png[i + 3] === 115);
		is.Density = at > 0 ? view.getUint32(at + 4) : 0;
		// What is transparent is, and what is drawn is there.
		const clear = await pixels(URL.createObjectURL(new Blob([png])));
		const alpha = [...clear.data].filter((_, i) => i % 4 === 3);
		is.Clear = alpha.filter(a => a === 0).length / alpha.length;
		is.Inside = alpha.filter(a => a > 200).length / alpha.length;
		// Handles.
		const halos = how => p.drawn(root, {...alone, handles: how}).querySelectorAll('circle[opacity]').length;
		[is.Halos, is.Plain] = [halos('on'), halos('off')];
		// Text as text looks as its outlines do.
		const files = await Promise.all(['outlines', 'fonts'].map(text => p.svgFile(root, {link, part: 'slide', text, paper: 'white'})));
		is.Outlines = String(files[0].includes('<text')), is.Fonts = String(files[1].includes('<text') && files[1].includes('@font-face') && !/url\((?!#|data:)/.test(files[1]));
		const [a, b] = await Promise.all(files.map(f => pixels(URL.createObjectURL(new Blob([f], {type: 'image/svg+xml'})))));
		is.Off = a.data.reduce((n, v, i) => n + (Math.abs(v - b.data[i]) > 96), 0) / a.data.length;
		// What is wrong is told, and left out.
		const wish = p.wish({part: 'all', paper: 'blue', width: '5in', dpi: 5, handles: 'off', theme: 'dark'}, m => is.Bad.push(m));
		if (JSON.stringify(wish) !== '{"theme":"dark","handles":"off"}') is.Bad.push('left is ' + JSON.stringify(wish));
		return is })()`, &is, link))
	if !strings.Contains(is.Mm, `width="80mm"`) || is.Width != 945 || is.Density != 11811 || !strings.HasSuffix(is.Name, fmt.Sprintf("-945x%.0f.png", is.Height)) {
		v.Errorf("%s: in mm: %+v", link, is)
	}
	if is.Clear < 0.3 || is.Inside < 0.004 {
		v.Errorf("%s: %.3f of the pixels are transparent, %.3f are not", link, is.Clear, is.Inside)
	}
	if is.Halos > 0 && is.Plain >= is.Halos {
		v.Errorf("%s: %v halos, and without handles %v", link, is.Halos, is.Plain)
	}
	if is.Outlines != "false" || is.Fonts != "true" || is.Off > 0.004 {
		v.Errorf("%s: text as text: %+v", link, is)
	}
	if len(is.Bad) != 4 {
		v.Errorf("a bad wish is told as %q", is.Bad)
	}
}

// tryEssay clicks every link of the essay: the figure shows what it says, and
// the page stays where it is.
func tryEssay(v *visit) {
	if v.Engine != WebKit { // where motion can be reduced, no link takes its time
		v.must(v.Emulate(Screen{W: 1280, H: 800, Reduced: true}))
	}
	v.open("/")
	var exercises int
	v.must(v.Eval(`return document.querySelectorAll('.exercises > li details a[data-figure]').length && document.querySelectorAll('.exercises > li').length`, &exercises))
	if exercises < 8 {
		v.Errorf("%d exercises", exercises)
	}
	v.must(v.Eval(`document.querySelector('.essay section').scrollIntoView()`, nil))
	v.must(v.WaitFor(`document.body.classList.contains('reading') && document.querySelector('#figure').getBoundingClientRect().top >= 0`, soon))
	v.must(v.Settle(soon))
	var count int
	v.must(v.Eval(`document.querySelector('#figure').addEventListener('relu-change', e => { window.shown = e.detail.state })`, nil))
	v.must(v.Eval(`for (const d of document.querySelectorAll('details')) d.open = true; return document.querySelectorAll('.essay a[data-figure]').length`, &count))
	for i := range count {
		var where struct{ Before, After float64 } // of the link in the window: live numbers above it may wrap otherwise
		var href string
		v.must(v.Eval(`const a = document.querySelectorAll('.essay a[data-figure]')[arguments[0]]; a.focus({preventScroll: true}); const top = () => a.getBoundingClientRect().top, Before = top(); a.click(); return {Before, After: top()}`, &where, i))
		v.must(v.Eval(`return document.querySelectorAll('.essay a[data-figure]')[arguments[0]].getAttribute('href')`, &href, i))
		if math.Abs(where.Before-where.After) > 1 {
			v.Errorf("%s moves the page", href)
		}
		// Each key of the link is then in the state; a glide takes its time.
		if err := v.WaitFor(`((want, state) => state && [...want].every(([k, v]) => String(state[k]) === v))(new URLSearchParams(arguments[0]), window.shown)`, soon, href[1:]); err != nil {
			v.Errorf("%s: %v", href, err)
		}
	}
	v.clean()
}

// pngSize reads the size that the header of a PNG file tells.
func pngSize(file []byte) (w, h int, err error) {
	c, err := png.DecodeConfig(bytes.NewReader(file))
	return c.Width, c.Height, err
}
