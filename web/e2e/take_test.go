//go:build !js

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
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
	form := func(name string) (text string) {
		v.must(v.Eval(`return document.querySelector('[data-form="' + arguments[0] + '"]').value`, &text, name))
		return text
	}
	link := v.site.URL + "/#lens=sub&x=0&g=0.6"
	for name, want := range map[string]string{
		"link": link, "cite": link, "markdown": "](" + link + ")",
		"frame":   `src="` + v.site.URL + `/embed.html#lens=sub&amp;x=0&amp;g=0.6"`,
		"element": `<relu-three-ways lens="sub" x="0" g="0.6" style="`,
	} {
		if got := form(name); !strings.Contains(got, want) {
			v.Errorf("%s is %q, want %q in it", name, got, want)
		}
	}
	// And so are its pictures.
	v.must(v.Eval(`window.saved = []; URL.createObjectURL = file => { window.saved.push(file); return '#' };
		addEventListener('click', e => { if (e.target.matches?.('a[download]')) e.preventDefault() })`, nil))
	for i, name := range []string{"SVG", "PNG", "TikZ"} {
		v.must(v.Eval(`[...document.querySelectorAll('.rf-take > button')].find(b => b.textContent === arguments[0]).click()`, nil, name))
		v.must(v.WaitFor(`window.saved.length > arguments[0]`, soon, i))
		var text string
		v.must(v.Eval(`return window.saved[arguments[0]].text()`, &text, i))
		if !strings.Contains(strings.ReplaceAll(text, "&amp;", "&"), link) {
			v.Errorf("the file %s does not name %s", name, link)
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
	v.clean()
}

// tryTake makes every kind of file and looks into it.
func tryTake(v *visit) {
	v.open("/#lens=sub&x=0")
	file := func(does string) string {
		return `const ask = {link: arguments[0]}; return (async () => { const root = document.querySelector('[data-relu-figure]'), p = await import('./picture.js'); ` + does + ` })()`
	}
	for _, link := range []string{"lens=point&x=0", "lens=sub&x=0&g=1.3", "lens=dist&p=3.5", "fn=cantor&lens=compare", "fn=minusabs&lens=sub&x=0"} {
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
		v.must(v.Eval(file(`const b = new Uint8Array(await (await p.pngFile(root, ask, 1)).arrayBuffer()); return btoa(Array.from(b, c => String.fromCharCode(c)).join(''))`), &pixels, link))
		raw, err := base64.StdEncoding.DecodeString(pixels)
		v.must(err)
		if !strings.HasPrefix(string(raw), "\x89PNG") || !strings.Contains(string(raw), "tEXtSource\x00"+url) {
			v.Errorf("%s: the png does not name its address", link)
		}
		if w, h, err := pngSize(raw); err != nil || w != 960 || h != 540 {
			v.Errorf("%s: the png is %d × %d px (%v)", link, w, h, err)
		}
		v.must(v.Eval(file(`return (await import('./tikz.js')).tikzFile(root, ask)`), &tikz, link))
		if !strings.HasPrefix(tikz, "% "+url+"\n") || strings.Contains(tikz, "NaN") || hollow.MatchString(tikz) || strings.Contains(tikz, "url(") {
			v.Errorf("%s: the source of TikZ begins %.200q", link, tikz)
		}
		v.typeset(tikz)
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
	if out, err := c.CombinedOutput(); err != nil || bytes.Contains(out, []byte("Overfull")) {
		v.Errorf("pdflatex: %v\n%.2000s", err, out)
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
