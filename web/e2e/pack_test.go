//go:build !js

package e2e

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"relu-three-ways/web/site/serve"
)

// tarball is the npm package of dist. `./build.sh test` makes it first.
func (v *visit) tarball() string {
	v.Helper()
	found, _ := filepath.Glob("../../.pack/*.tgz") // its only error is a bad pattern
	built, err := os.Stat(filepath.Join(dist, "sw.js"))
	v.must(err)
	for _, name := range found {
		if made, err := os.Stat(name); err == nil && made.ModTime().After(built.ModTime()) {
			name, err = filepath.Abs(name)
			v.must(err)
			return name
		}
	}
	v.Fatal("there is no package of what is in dist: run ./build.sh pack")
	return ""
}

// unpacked are the files of the package, by their names in it.
func (v *visit) unpacked() map[string][]byte {
	v.Helper()
	f, err := os.Open(v.tarball())
	v.must(err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	v.must(err)
	files := map[string][]byte{}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		v.must(err)
		files[strings.TrimPrefix(h.Name, "package/")], err = io.ReadAll(t)
		v.must(err)
	}
}

// elsewhere serves something at an origin of its own for as long as the
// scenario lasts, and returns the origin.
func (v *visit) elsewhere(h http.Handler) string {
	v.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	v.must(err)
	s := http.Server{Handler: h}
	go s.Serve(l)
	v.Cleanup(func() { s.Close() })
	return "http://" + l.Addr().String()
}

// cdn serves files as jsDelivr serves those of a package: pages as text, the
// rest to everybody.
func cdn(files map[string][]byte) http.Handler {
	return http.StripPrefix("/npm/relu-three-ways@0.9.0/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := files[r.URL.Path]
		for key, value := range map[string]string{
			"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*", "Timing-Allow-Origin": "*",
			"Cross-Origin-Resource-Policy": "cross-origin", "X-Content-Type-Options": "nosniff", "Vary": "Accept-Encoding",
			"Cache-Control": "public, max-age=31536000, s-maxage=31536000, immutable",
		} {
			w.Header().Set(key, value)
		}
		w.Header().Set("Content-Type", serve.ContentType(r.URL.Path))
		if path.Ext(r.URL.Path) == ".html" {
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		}
		if !ok {
			w.WriteHeader(http.StatusNotFound)
		}
		w.Write(body)
	}))
}

// postWith serves a page with the probe, something in its head, and something in
// its body.
func postWith(head, html string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="en"><head><script>%s</script><meta charset="utf-8"><title>post</title><link rel="icon" href="data:,">%s</head><body>%s</body></html>`, probe, head, html)
	})
}

// allowing is a content security policy that allows what README.md of the package
// says that a figure from a server needs, and the probe.
func allowing(server string) string {
	return `<meta http-equiv="Content-Security-Policy" content="` + strings.ReplaceAll(`default-src 'none'; script-src CDN 'wasm-unsafe-eval' 'unsafe-inline'; style-src CDN 'unsafe-inline'; font-src CDN; connect-src CDN; img-src data:; frame-src blob:`, "CDN", server) + `">`
}

const slope = `<relu-three-ways id="f" lens="sub" x="0" g="0.4"><a href="#">The figure</a></relu-three-ways><output data-figure="f" data-show="interval"></output>`

// tryCDN is a post of another origin than the figure, which comes from a server
// that shows pages as text: it has all that a figure has, and offers no code
// that would not work.
func tryCDN(v *visit) {
	files := v.unpacked()
	at := strings.Replace(v.elsewhere(cdn(files)), "127.0.0.1", "localhost", 1) + "/npm/relu-three-ways@0.9.0/"
	for _, c := range []struct{ script, element string }{
		{`<script async src="` + at + `post.js"></script>`, slope},
		{`<script type="module" src="` + at + `embed.js"></script>`, slope},
		{`<script async src="` + at + `post.js"></script>`, strings.Replace(slope, "<relu-three-ways", "<relu-three-ways frame", 1)},
	} {
		post := v.elsewhere(postWith(allowing(at)+c.script, c.element))
		v.must(v.Navigate(post + "/post.html"))
		v.waitHost(`root.dataset.state === 'ready'`)
		var protocol string
		v.must(v.Eval(`return (`+guest+`).ownerDocument.location.protocol`, &protocol))
		if framed := c.element != slope; framed != (protocol == "blob:") {
			v.Errorf("%s: the figure is at %s", c.element, protocol)
		}
		v.must(v.WaitFor(`document.querySelector('output').value === '[0, 1]'`, soon))
		v.waitHost(`['Source Sans 3', 'STIX Two Text'].every(name => [...root.ownerDocument.fonts].some(f => f.family.includes(name) && f.status === 'loaded'))`)
		// The state is in the frame's address too, in another language as well.
		link := `(root.ownerDocument === document || root.ownerDocument.location.hash === (root.dataset.link && '#' + root.dataset.link))`
		v.must(v.Eval(`document.getElementById('f').set({g: 0.7, lang: 'de'})`, nil))
		v.waitHost(`root.dataset.state === 'ready' && root.lang === 'de' && ` + link + ` && root.dataset.link.includes('g=0.7')`)
		v.must(v.Eval(`document.getElementById('f').set({lens: 'point', x: null, g: null, lang: null})`, nil))
		v.waitHost(`root.dataset.state === 'ready' && root.lang === 'en' && root.dataset.link === '' && ` + link)
		v.must(v.Eval(`document.getElementById('f').set({lens: 'sub', x: 0})`, nil))
		v.waitHost(`root.dataset.link === 'lens=sub&x=0'`)
		v.must(v.WaitFor(`document.querySelector('output').value === '[0, 1]'`, soon))
		v.must(v.Eval(`window.got = null; const f = document.getElementById('f'); f.addEventListener('export', e => window.got = e.detail, {once: true}); f.export('png', 1)`, nil))
		v.must(v.WaitFor(`window.got?.data.startsWith('data:image/png')`, soon))
		v.shares(guest, map[string]string{"link": post + "/post.html", "element": `src="` + at + `post.js"`, "frame": ""})
		v.clean()
	}
	// With the address of a site, links lead there.
	const site = "https://example.org/relu/"
	own := map[string][]byte{}
	for name, body := range files {
		own[name] = body
	}
	own["address.js"] = []byte(strings.Replace(string(files["address.js"]), `const site = ""`, `const site = "`+site+`"`, 1))
	for _, c := range []struct {
		files map[string][]byte
		want  map[string]string
	}{
		{files, map[string]string{"link": "/post.html", "frame": ""}},
		{own, map[string]string{"link": site + "#lens=sub&x=0", "frame": `src="` + site + `embed.html#lens=sub&amp;x=0"`}},
	} {
		at := strings.Replace(v.elsewhere(cdn(c.files)), "127.0.0.1", "localhost", 1) + "/npm/relu-three-ways@0.9.0/"
		v.must(v.Navigate(v.elsewhere(postWith(allowing(at)+`<link rel="stylesheet" href="`+at+`figure.css"><script type="module" src="`+at+`figure.js"></script>`, `<div class="relu-figure" data-relu-figure data-link="lens=sub&amp;x=0"></div>`)) + "/post.html"))
		v.waitRoot(`root.dataset.state === 'ready' && root.clientHeight > 300`)
		v.must(v.WaitFor(`document.fonts.status === 'loaded' && [...document.fonts].some(f => f.status === 'loaded')`, soon))
		v.shares(guest, c.want)
		v.clean()
	}
}

// shares opens the dialog that gives a figure away: each form has a text in it,
// or is not there if that is "".
func (v *visit) shares(figure string, forms map[string]string) {
	v.Helper()
	v.must(v.Eval(`(`+figure+`).querySelector('.rf-share').click()`, nil))
	v.must(v.WaitFor(`(`+figure+`).querySelector('dialog[open] .rf-form')`, soon))
	for name, want := range forms {
		var got string
		v.must(v.Eval(`const root = `+figure+`, place = root.querySelector('.rf-place select');
			if (![...place.options].some(o => o.value === arguments[0])) return '';
			place.value = arguments[0];
			place.dispatchEvent(new Event('change'));
			return root.querySelector('.rf-form').value`, &got, name))
		if !strings.Contains(got, want) || want == "" && got != "" {
			v.Errorf("the form %s is %q, want %q in it", name, got, want)
		}
	}
	v.must(v.Eval(`(`+figure+`).querySelector('dialog').close()`, nil))
}

// project copies a project of testdata, installs what its lock file names, and
// the package.
func (v *visit) project(name string) (dir string) {
	v.Helper()
	dir = v.TempDir()
	v.must(os.CopyFS(dir, os.DirFS(filepath.Join("testdata", name))))
	v.run(dir, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
	v.run(dir, "npm", "install", "--no-save", "--ignore-scripts", "--offline", "--no-audit", "--no-fund", v.tarball())
	return dir
}

// run runs a program in a folder and returns what it prints.
func (v *visit) run(dir, name string, args ...string) string {
	v.Helper()
	c := exec.Command(name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), "ASTRO_TELEMETRY_DISABLED=1")
	out, err := c.CombinedOutput()
	if err != nil {
		v.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// live opens a page and waits until the figure in its element answers.
func (v *visit) live(url string) {
	v.Helper()
	v.must(v.Navigate(url))
	v.waitHost(`root.dataset.state === 'ready'`)
	v.must(v.WaitFor(`document.querySelector('output').value === '[0, 1]'`, soon))
}

// tryVite is a project of Vite as README.md of the package has it: built,
// under a base that is found out later, served by its own server, and without
// the plugin. What has no plugin copies the files.
func tryVite(v *visit) {
	dir := v.project("vite")
	vite := filepath.Join("node_modules", ".bin", "vite")
	for _, flags := range [][]string{{"--outDir", "out"}, {"--outDir", "out/a/b", "--base", "./"}, {"--outDir", "bare", "--config", "bare.config.js"}} {
		v.run(dir, vite, append([]string{"build"}, flags...)...)
	}
	built := v.elsewhere(serve.Handler(filepath.Join(dir, "out")))
	v.live(built)
	v.live(built + "/a/b/index.html")
	v.run(dir, filepath.Join("node_modules", ".bin", "relu-three-ways"), "out/relu")
	v.must(os.WriteFile(filepath.Join(dir, "out", "post.html"), []byte(`<!doctype html><script async src="/relu/post.js"></script>`+slope), 0o644))
	v.live(built + "/post.html")
	port, err := freePort()
	v.must(err)
	stop := v.start(dir, vite, "--host", "127.0.0.1", "--port", port, "--strictPort")
	defer stop()
	v.must(v.retry(soon, func() error {
		res, err := http.Get("http://127.0.0.1:" + port)
		if err == nil {
			res.Body.Close()
		}
		return err
	}))
	v.live("http://127.0.0.1:" + port)

	page, err := os.ReadFile(filepath.Join(dir, "bare", "index.html"))
	v.must(err)
	v.must(os.WriteFile(filepath.Join(dir, "bare", "index.html"), []byte(strings.Replace(string(page), "<head>", "<head><script>"+string(probe)+"</script>", 1)), 0o644))
	v.must(v.Navigate(v.elsewhere(serve.Handler(filepath.Join(dir, "bare")))))
	v.must(v.WaitFor(`window.__e2e?.errors.length`, soon))
	said, err := v.Errors()
	v.must(err)
	if len(said) != 1 || !strings.Contains(said[0], "npx relu-three-ways") {
		v.Errorf("without the plugin the page says %q", said)
	}
	v.must(v.WaitFor(`document.querySelector('relu-three-ways > a').getClientRects().length`, soon))
}

// start starts a program in a folder; stop ends it and what it has started.
func (v *visit) start(dir, name string, args ...string) (stop func()) {
	v.Helper()
	c := exec.Command(name, args...)
	c.Dir = dir
	ownGroup(c)
	v.must(c.Start())
	return func() {
		killGroup(c)
		c.Wait()
	}
}

// tryAstro is a project of Astro, below a base.
func tryAstro(v *visit) {
	dir := v.project("astro")
	v.run(dir, filepath.Join("node_modules", ".bin", "astro"), "build")
	v.live(v.elsewhere(http.StripPrefix("/blog", serve.Handler(filepath.Join(dir, "dist")))) + "/blog/")
}

// tryImport imports the package where there is no window.
func tryImport(v *visit) {
	dir := v.TempDir()
	for name, body := range v.unpacked() {
		file := filepath.Join(dir, "node_modules", "relu-three-ways", filepath.FromSlash(name))
		v.must(os.MkdirAll(filepath.Dir(file), 0o755))
		v.must(os.WriteFile(file, body, 0o644))
	}
	for _, name := range []string{"relu-three-ways", "relu-three-ways/embed.js", "relu-three-ways/figure", "relu-three-ways/figure.js", "relu-three-ways/vite"} {
		if said := v.run(dir, "node", "--input-type=module", "-e", `const m = await import(process.argv[1]); await m.mount?.({}); await m.unmount?.({})`, name); said != "" {
			v.Errorf("%s, imported without a window, says %q", name, said)
		}
	}
}
