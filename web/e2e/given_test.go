//go:build !js

package e2e

import (
	"fmt"
	"html/template"
	"net/http"
	"regexp"
	"strings"
)

// tryGiven puts what the dialog gives where it is for, on pages of another host: a figure
// that shows the state, or its picture.
func tryGiven(v *visit) {
	v.load("/blank.html")
	const link = "lens=sub&x=0&g=0.6"
	var given map[string]string
	v.must(v.Eval(`return import('./snippets.js').then(({forms}) => forms(arguments[0], {}, {src: 'relu-subgradient-1600x900.png', alt: 'A [fan] of "lines"', width: 1600, height: 900}))`, &given, link))
	for name, page := range map[string]string{
		"element": given["element"],
		"frame":   given["frame"],
		"mdx":     withoutJSX(given["mdx"]),
		"hugo":    v.hugo(given["hugo"], given["hugo file"]),
		"jekyll":  v.jekyll(given["jekyll"], given["jekyll file"]),
	} {
		v.must(v.Navigate(v.elsewhere(postWith("", page)) + "/post.html"))
		if name == "frame" {
			v.must(v.WaitFor(`document.querySelector('iframe').clientHeight >= 420`, soon))
			if !strings.Contains(page, "embed.html#lens=sub&amp;x=0&amp;g=0.6") {
				v.Errorf("the frame is %s", page)
			}
			continue
		}
		v.must(v.WaitFor(`document.querySelector('relu-three-ways')?.dataset.state === 'ready'`, soon))
		v.must(v.WaitFor(`document.querySelector('relu-three-ways').readout?.x === 0`, soon))
		var is struct {
			Lens, G string
			H       float64
		}
		v.must(v.Eval(`const e = document.querySelector('relu-three-ways'); return {Lens: e.getAttribute('lens'), G: e.getAttribute('g'), H: e.clientHeight}`, &is))
		if is.Lens != "sub" || is.G != "0.6" || is.H < 400 {
			v.Errorf("%s is %+v", name, is)
		}
	}
	// Where no scripts run, the picture lies beside the post.
	v.load("/blank.html")
	var picture string
	v.open("/#" + link)
	v.must(v.Eval(`return import('./picture.js').then(async p => p.dataAddress(await p.pngFile(document.querySelector('[data-relu-figure]'), {link: arguments[0], part: 'drawing', width: '320px'})))`, &picture, link))
	for _, name := range []string{"html", "markdown", "feed"} {
		page := given[name]
		if name == "markdown" {
			page = fromMarkdown(page)
		}
		page = strings.Replace(page, `src="relu-subgradient-1600x900.png"`, `src="`+picture+`"`, 1)
		v.must(v.Navigate(v.elsewhere(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Security-Policy", "script-src 'none'")
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<!doctype html><title>post</title><link rel="icon" href="data:,">%s`, page)
		})) + "/"))
		var is struct {
			Wide      float64
			Alt, Href string
		}
		v.must(v.WaitFor(`document.querySelector('a > img')?.complete`, soon))
		v.must(v.Eval(`const i = document.querySelector('a > img'); return {Wide: i.naturalWidth, Alt: i.alt, Href: i.parentNode.href}`, &is))
		if is.Wide != 320 || is.Alt != `A [fan] of "lines"` || is.Href != v.site.URL+"/#"+link {
			v.Errorf("%s is %+v", name, is)
		}
	}
	// A function as it opens has a page and a picture of its own; people go on to the figure.
	var card, ready string
	v.load("/blank.html")
	v.must(v.Eval(`return import('./snippets.js').then(({forms, published}) => forms('fn=abs').card + ' ' + published('fn=abs').picture + ' ' + (published('fn=abs&x=0') ?? ''))`, &card))
	if want := v.site.URL + "/f/abs.html " + v.site.URL + "/f/abs.png "; card != want {
		v.Errorf("the page and the picture of a function are %q, want %q", card, want)
	}
	var wide float64
	v.must(v.Eval(`const i = new Image(); i.src = '/f/abs.png'; return i.decode().then(() => i.naturalWidth)`, &wide))
	if wide != 1200 {
		v.Errorf("the picture of a function is %v px wide", wide)
	}
	for _, c := range [][2]string{{"/f/abs.html", "fn=abs"}, {"/f/abs.html#fn=cube&x=0", "fn=cube&x=0"}} {
		v.must(v.Navigate(v.site.URL + c[0]))
		v.must(v.WaitFor(`location.pathname === '/' && document.querySelector('[data-relu-figure]')?.dataset.state === 'ready'`, soon))
		v.must(v.Eval(`return document.querySelector('[data-relu-figure]').dataset.link`, &ready))
		if ready != c[1] {
			v.Errorf("%s leads to %q", c[0], ready)
		}
	}
	v.clean()
}

// withoutJSX is markup of JSX as what React makes of it: a style that is an object becomes
// text.
func withoutJSX(text string) string {
	text = strings.Replace(text, " suppressHydrationWarning", "", 1)
	style := regexp.MustCompile(`(?s)style=\{\{(.*?)\}\}`)
	return style.ReplaceAllStringFunc(text, func(s string) string {
		var css strings.Builder
		for _, rule := range regexp.MustCompile(`(\w+): '([^']*)'`).FindAllStringSubmatch(style.FindStringSubmatch(s)[1], -1) {
			css.WriteString(regexp.MustCompile(`[A-Z]`).ReplaceAllStringFunc(rule[1], func(c string) string { return "-" + strings.ToLower(c) }) + ":" + rule[2] + ";")
		}
		return `style="` + css.String() + `"`
	})
}

// parameter is one that a template is given.
var parameter = regexp.MustCompile(`([\w]+)="([^"]*)"`)

// hugo runs a shortcode as Hugo does, whose templates are those of Go.
func (v *visit) hugo(call, file string) string {
	v.Helper()
	if !strings.HasPrefix(call, "{{< relu ") || !strings.HasSuffix(call, " >}}") {
		v.Fatalf("the shortcode is %q", call)
	}
	t, err := template.New("relu").Funcs(template.FuncMap{"htmlEscape": template.HTMLEscapeString, "safeHTMLAttr": func(s string) template.HTMLAttr { return template.HTMLAttr(s) }}).Parse(file)
	v.must(err)
	params := map[string]string{}
	for _, p := range parameter.FindAllStringSubmatch(call, -1) {
		params[p[1]] = p[2]
	}
	var b strings.Builder
	v.must(t.Execute(&b, map[string]any{"Params": params}))
	return b.String()
}

// jekyll does what Liquid does with the one loop of the include.
func (v *visit) jekyll(call, file string) string {
	v.Helper()
	loop := regexp.MustCompile(`\{% for p in include %\} \{\{ p\[0\] \}\}="\{\{ p\[1\] \| escape \}\}"\{% endfor %\}`)
	if !strings.HasPrefix(call, "{% include relu.html ") || !strings.HasSuffix(call, " %}") || len(loop.FindAllString(file, -1)) != 1 {
		v.Fatalf("the include is %q, its file %q", call, file)
	}
	var attributes strings.Builder
	for _, p := range parameter.FindAllStringSubmatch(call, -1) {
		attributes.WriteString(" " + p[1] + `="` + template.HTMLEscapeString(p[2]) + `"`)
	}
	return loop.ReplaceAllLiteralString(file, attributes.String())
}

// fromMarkdown is a picture with a link as CommonMark has it.
func fromMarkdown(text string) string {
	m := regexp.MustCompile(`^\[!\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)\)\]\(([^()\s]*)\)$`).FindStringSubmatch(text)
	if m == nil {
		return text
	}
	alt := regexp.MustCompile(`\\(.)`).ReplaceAllString(m[1], "$1")
	return `<a href="` + template.HTMLEscapeString(m[3]) + `"><img src="` + m[2] + `" alt="` + template.HTMLEscapeString(alt) + `"></a>`
}

// tryShareSmall opens the dialog in small windows and in a small frame: all of it is
// within reach, the button that closes it too, and nothing is cut off at a side.
func tryShareSmall(v *visit) {
	for _, w := range []struct {
		Screen
		page string
	}{
		{Screen{W: 320, H: 480}, "/#lens=sub&x=0"}, {Screen{W: 640, H: 360}, "/#lens=dist&lang=de"}, {Screen{W: 720, H: 420}, "/embed.html#lens=compare"}, {Screen{W: 1440, H: 900}, "/#fn=abs&lang=de"},
	} {
		v.must(v.Emulate(w.Screen))
		v.open(w.page)
		v.must(v.Eval(rootJS+`.querySelector('.rf-share').click()`, nil))
		v.must(v.WaitFor(rootJS+`.querySelector('dialog[open] .rf-preview > svg')`, soon))
		for _, half := range []string{"share", "picture"} {
			var bad []string
			v.must(v.Eval(`const d = `+rootJS+`.querySelector('dialog'), bad = [];
				d.querySelector('[data-half="' + arguments[0] + '"]').click();
				if (arguments[0] === 'share') { const s = d.querySelector('.rf-place select'); s.value = 'element'; s.dispatchEvent(new Event('change')); }
				else { const s = d.querySelector('.rf-choices select'); s.value = 'tikz'; s.dispatchEvent(new Event('change')); }
				const box = d.getBoundingClientRect();
				if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) bad.push('the dialog is not in the window');
				if (d.scrollWidth > d.clientWidth) bad.push('it is ' + d.scrollWidth + ' px wide in ' + d.clientWidth);
				for (const e of d.querySelectorAll('button, select, input, textarea, a')) {
					if (!e.checkVisibility()) continue;
					const whole = e.type === 'checkbox' ? e.parentNode : e;
					whole.scrollIntoView({block: 'nearest'});
					const r = whole.getBoundingClientRect(), name = (e.className || e.localName) + ' ' + e.textContent.slice(0, 20);
					if (r.left < box.left || r.right > box.right || r.bottom > box.bottom + 1) bad.push(name + ' is out of reach');
					if (r.height < 43 && e.localName !== 'textarea') bad.push(name + ' is ' + r.height + ' px high');
					if (e.localName === 'button' && e.scrollWidth > e.clientWidth + 1) bad.push(name + ' is cut off');
				}
				d.scrollTop = d.scrollHeight;
				const close = d.querySelector('.rf-close').getBoundingClientRect();
				if (d.ownerDocument.elementFromPoint(close.x + close.width / 2, close.y + close.height / 2)?.closest('.rf-close, .relu-figure, relu-three-ways') == null || close.top < box.top) bad.push('the button that closes it is out of reach');
				return bad`, &bad, half))
			if len(bad) > 0 {
				v.Errorf("%+v %s, %s: %q", w.Screen, w.page, half, bad)
			}
		}
		// The arrow keys go from one half to the other.
		v.must(v.Eval(rootJS+`.querySelector('[data-half="picture"]').focus()`, nil))
		v.must(v.Press(KeyLeft))
		v.must(v.WaitFor(rootJS+`.querySelector('[data-half="share"]').getAttribute('aria-selected') === 'true' && `+rootJS+`.querySelector('.rf-place')`, soon))
		v.must(v.Press(KeyEscape))
		v.must(v.WaitFor(`!`+rootJS+`.querySelector('dialog')`, soon))
	}
	v.clean()
}
