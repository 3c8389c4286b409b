//go:build !js

package e2e

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
)

// policies are the content security policies that EMBED.md says are enough, by what
// they are for.
func policies(document string) map[string]string {
	all := map[string]string{}
	for _, m := range regexp.MustCompile("(?m)^ +- \\*([a-z ]+)\\*: `([^`]*-src [^`]*)`").FindAllStringSubmatch(document, -1) {
		all[m[1]] = m[2]
	}
	return all
}

// guarded serves a page with a policy that allows nothing else but styles in its markup
// and the probe, which reports what is forbidden.
func guarded(policy, body string) http.Handler {
	policy = "default-src 'none'; style-src 'unsafe-inline'; " + policy
	if !strings.Contains(policy, "script-src") {
		policy += "; script-src"
	}
	policy = strings.Replace(policy, "script-src", "script-src 'nonce-probe'", 1)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", policy)
		fmt.Fprintf(w, "<!doctype html><html lang=\"en\"><head><script nonce=\"probe\">%s\naddEventListener('securitypolicyviolation', e => { if (!e.blockedURI.endsWith('/favicon.ico')) window.__e2e.errors.push(`policy: ${e.violatedDirective} ${e.blockedURI}`); }); window.messages = []; addEventListener('message', e => messages.push(e.data))</script><meta charset=\"utf-8\"><title>post</title></head><body>%s</body></html>", probe, body)
	})
}

// tryPolicies embeds the figure in pages of another origin, under the policies that
// EMBED.md tells: they forbid nothing that it does. Without any one of their directives
// something is forbidden.
func tryPolicies(v *visit) {
	text, err := os.ReadFile("../EMBED.md")
	v.must(err)
	told := policies(string(text))
	site := strings.Replace(v.site.URL, "127.0.0.1", "localhost", 1)
	snippet := func(more string) string {
		return `<script async src="` + site + `/post.js"></script><relu-three-ways id="f" lens="sub" x="0" g="0.4"` + more + ` style="display:block;height:0;padding-bottom:max(420px,min(60%,900px))"><a href="` + site + `/">The figure</a></relu-three-ways>`
	}
	forms := map[string]string{
		"the element": snippet(""), "the element in a frame": snippet(" frame"),
		"a frame alone": `<iframe src="` + site + `/embed.html#lens=sub&amp;x=0" title="figure" width="720" height="420" style="border:0"></iframe>`,
	}
	if len(told) != len(forms) {
		v.Fatalf("EMBED.md tells the policies %q", told)
	}
	for name, body := range forms {
		policy := strings.ReplaceAll(told[name], "HOST", site)
		v.must(v.Navigate(v.elsewhere(guarded(policy, body)) + "/post.html"))
		switch name {
		case "a frame alone":
			v.must(v.WaitFor(`messages.some(m => m.type === 'ready')`, soon))
		default:
			v.must(v.Eval(`window.got = null; const f = document.getElementById('f'); f.addEventListener('export', e => window.got = e.detail, {once: true}); window.now = ''; window.heard = false; f.addEventListener('ready', () => { window.heard = true }); f.addEventListener('change', e => { window.now = e.detail.link })`, nil))
			v.must(v.WaitFor(`window.heard || document.getElementById('f').shadowRoot?.querySelector('[data-state="ready"]')`, soon))
			v.must(v.Eval(`document.getElementById('f').set({lens: 'compare', lang: 'de'})`, nil))
			v.must(v.WaitFor(`window.now.includes('lang=de')`, soon))
			v.must(v.Eval(`document.getElementById('f').export('png', 1)`, nil))
			v.must(v.WaitFor(`window.got?.data.startsWith('data:image/png') && window.got.link.includes('lang=de')`, soon))
		}
		if name == "the element" {
			v.waitHost(`['Source Sans 3', 'STIX Two Text'].every(name => [...root.ownerDocument.fonts].some(f => f.family.includes(name) && f.status === 'loaded'))`)
		}
		v.clean()
		all := strings.Split(policy, "; ")
		for i, one := range all {
			rest := strings.Join(append(append([]string{}, all[:i]...), all[i+1:]...), "; ")
			v.must(v.Navigate(v.elsewhere(guarded(rest, body)) + "/post.html"))
			if strings.HasPrefix(one, "img-src") {
				v.waitHost(`root.dataset.state === 'ready'`)
				v.must(v.Eval(`document.getElementById('f').export('png', 1)`, nil))
			}
			kind, _, _ := strings.Cut(one, " ")
			if err := v.WaitFor(`window.__e2e.errors.some(e => e.startsWith('policy: ' + arguments[0]))`, soon, kind); err != nil {
				v.Errorf("%s works without %q: %v", name, one, err)
			}
		}
	}
	v.must(v.Navigate("about:blank"))
	v.site.Missed.Take()
}
