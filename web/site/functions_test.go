//go:build !js

package main

import (
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// asked is what a function is asked for, and what it answers.
type asked struct {
	Method, URL string
	Status      int
	Type, Body  string
}

// ask runs the script of a host under Node with requests.
func ask(t *testing.T, host string, requests []asked) []asked {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("Node is not installed")
	}
	dir := t.TempDir()
	answer, err := answerScript()
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range hostScripts(answer) {
		file := filepath.Join(dir, filepath.FromSlash(strings.Replace(name, ".js", ".mjs", 1)))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in, err := json.Marshal(requests)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("node", "--input-type=module", "-e", `
		const {default: host} = await import(process.argv[1]), requests = JSON.parse(process.argv[2]);
		const env = {ASSETS: {fetch: () => new Response('a file', {status: 200, headers: {'Content-Type': 'text/plain'}})}};
		for (const r of requests) {
			const request = new Request(r.URL, {method: r.Method || 'GET'}), found = await (host.fetch ? host.fetch(request, env) : host(request));
			[r.Status, r.Type, r.Body] = [found.status, found.headers.get('Content-Type'), await found.text()];
		}
		console.log(JSON.stringify(requests))`, filepath.Join(dir, filepath.FromSlash(host)), string(in))
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var answers []asked
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return answers
}

// TestFunctionsAnswer: both hosts' scripts say of a state what oEmbed wants, for
// addresses of their site only, and nothing from outside is markup in it.
func TestFunctionsAnswer(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	const at = "https://relu.example"
	const evil = `%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E`
	for _, host := range []string{"netlify/relu.mjs", "cloudflare/_worker.mjs"} {
		got := ask(t, host, []asked{
			{URL: at + "/oembed?url=https%3A%2F%2Frelu.example%2F%23lens%3Dsub%26x%3D0%26g%3D0.6&format=json"},
			{URL: at + "/oembed?maxwidth=400&url=https%3A%2F%2Frelu.example%2Fembed.html%23lens%3Ddist%26fn%3Dabs"},
			{URL: at + "/oembed?maxwidth=400&maxheight=300&url=https%3A%2F%2Frelu.example%2Ff%2Fstate%3Ffn%3Dcantor"},
			{URL: at + "/oembed?url=https%3A%2F%2Frelu.example%2Ff%2Fabs.html"},
			{URL: at + "/oembed?url=https%3A%2F%2Frelu.example%2F%23f%3D" + strings.ReplaceAll(evil, "%", "%25") + "%26unknown%3D1"},
			{URL: at + "/oembed?url=https%3A%2F%2Fevil.example%2F%23lens%3Dsub"},
			{URL: at + "/oembed?url=javascript%3Aalert(1)"},
			{URL: at + "/oembed?url=https%3A%2F%2Frelu.example%2Fapp.wasm"},
			{URL: at + "/oembed"},
			{URL: at + "/oembed?format=xml&url=https%3A%2F%2Frelu.example%2F"},
			{URL: at + "/f/state?fn=abs&lens=sub&x=0"},
			{URL: at + "/f/state?f=" + evil + "&x=" + evil},
			{URL: at + "/f/state?lens=sub", Method: "HEAD"},
			{URL: at + "/f/state?lens=sub", Method: "POST"},
			{URL: at + "/index.html"},
		})
		statuses := []int{200, 200, 200, 200, 200, 404, 404, 404, 400, 501, 200, 200, 200, 405, map[bool]int{true: 404, false: 200}[strings.HasPrefix(host, "netlify")]}
		frames := [][3]string{{"720", "420", `src="https://relu.example/embed.html#lens=sub&#38;x=0&#38;g=0.6"`}, {"400", "994", `embed.html#fn=abs&#38;lens=dist"`}, {"400", "300", `embed.html#fn=cantor"`}, {"720", "420", `embed.html#fn=abs"`}, {"720", "420", "%3Cscript%3E"}}
		for i, a := range got {
			if a.Status != statuses[i] {
				t.Errorf("%s: %s is answered with %d, want %d: %s", host, a.URL, a.Status, statuses[i], a.Body)
			}
			if strings.Contains(a.Body, "<script>") || strings.Contains(a.Body, "unknown=") {
				t.Errorf("%s: %s puts markup into %s", host, a.URL, a.Body)
			}
			if i >= len(frames) {
				continue
			}
			var said struct {
				Version, Type, Title, HTML, Thumbnail_URL string
				Width, Height                             json.Number
			}
			if err := json.Unmarshal([]byte(a.Body), &said); err != nil || !strings.HasPrefix(a.Type, "application/json") {
				t.Fatal(host, a, err)
			}
			w := frames[i]
			if said.Version != "1.0" || said.Type != "rich" || said.Title == "" || said.Width.String() != w[0] || said.Height.String() != w[1] || !strings.Contains(said.HTML, w[2]) || !strings.Contains(said.HTML, `width="`+w[0]+`" height="`+w[1]+`"`) {
				t.Errorf("%s: %s is %s", host, a.URL, a.Body)
			}
			if n := strings.Count(said.HTML, "<"); n != 2 {
				t.Errorf("%s: there are %d tags in %s", host, n, said.HTML)
			}
		}
		for _, want := range []string{`<meta property="og:title" content="Three ways to differentiate the absolute value: Subgradient">`, `content="Which lines fit underneath? At x = 0.`, `content="https://relu.example/f/abs.png"`,
			`data-link="fn=abs&#38;lens=sub&#38;x=0"`, `content="0; url=../#fn=abs&#38;lens=sub&#38;x=0"`, `type="application/json+oembed" href="https://relu.example/oembed?url=`, `<link rel="canonical" href="https://relu.example/f/state?fn=abs&#38;lens=sub&#38;x=0">`} {
			if !strings.Contains(got[10].Body, want) {
				t.Errorf("%s: no %s in %s", host, want, got[10].Body)
			}
		}
		if got[12].Body != "" {
			t.Errorf("%s: HEAD has a body", host)
		}
	}
}

// TestFunctionsPassOn: every key of the figure is passed on, and what a name of a lens is
// not says nothing. embed.js has the same keys, and paper.
func TestFunctionsPassOn(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	var requests []asked
	for _, key := range figure.Keys() {
		requests = append(requests, asked{URL: "https://relu.example/f/state?" + key + "=1"})
	}
	for _, lens := range []string{"constructor", "__proto__", "toString", ""} {
		requests = append(requests, asked{URL: "https://relu.example/f/state?lens=" + lens})
	}
	point, _ := figure.Parse("")
	for i, a := range ask(t, "cloudflare/_worker.mjs", requests) {
		_, said, _ := strings.Cut(a.URL, "?")
		if a.Status != 200 || !strings.Contains(a.Body, `data-link="`+said+`"`) {
			t.Errorf("%s is answered with %d: %s", a.URL, a.Status, a.Body)
		}
		if i >= len(figure.Keys()) && !strings.Contains(a.Body, `content="`+figure.StateTitle(point)+`"`) {
			t.Errorf("%s is called something else than %q: %s", a.URL, figure.StateTitle(point), a.Body)
		}
	}
	script, err := os.ReadFile("web/embed/embed.js")
	if err != nil {
		t.Fatal(err)
	}
	if want := "const keys = ['" + strings.Join(append(figure.Keys(), "paper"), "', '") + "'];"; !strings.Contains(string(script), want) {
		t.Errorf("embed.js lacks %s", want)
	}
}

// TestStatePages: each function has a page whose picture and state exist, and what
// oEmbed says of it where the address of the site is known.
func TestStatePages(t *testing.T) {
	top, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, site := range []string{"", "https://relu.example/a"} {
		t.Chdir(t.TempDir())
		for _, name := range []string{"web", "assets"} {
			if err := os.Symlink(filepath.Join(top, name), name); err != nil {
				t.Fatal(err)
			}
		}
		t.Setenv("SITE", site)
		if err := buildStatePages(); err != nil {
			t.Fatal(err)
		}
		titles := map[string]bool{}
		for _, k := range figure.Catalogue() {
			read := func(ext string) string {
				b, err := os.ReadFile(filepath.Join(dist, statePages, k.String()+ext))
				if err != nil && (ext != ".json" || site != "") {
					t.Error(err)
				}
				return string(b)
			}
			html, said := read(".html"), read(".json")
			read(".png")
			titles[regexp.MustCompile(`<title>.*</title>`).FindString(html)] = true
			for _, want := range []string{`<script src="../f/to.js" data-link="fn=` + k.String() + `">`, `content="0; url=../#fn=` + k.String() + `"`, `property="og:title"`} {
				if !strings.Contains(html, want) {
					t.Errorf("%v: no %s", k, want)
				}
			}
			if absolute := strings.Contains(html, "https://relu.example/a/f/"+k.String()+".png") && json.Valid([]byte(said)) && strings.Contains(said, "https://relu.example/a/embed.html#fn="+k.String()); absolute != (site != "") || strings.Contains(html, "{{") {
				t.Errorf("%v, site %q: %s\n%s", k, site, html, said)
			}
		}
		if len(titles) != len(figure.Catalogue()) {
			t.Errorf("%d different titles", len(titles))
		}
	}
}

// TestStatesAreCalledTheSame: what the program calls a state a host's function calls it, for
// every lens of every function; and of a function as it opens oEmbed says what the file of
// the site does.
func TestStatesAreCalledTheSame(t *testing.T) {
	top, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"web", "assets"} {
		if err := os.Symlink(filepath.Join(top, name), name); err != nil {
			t.Fatal(err)
		}
	}
	const at = "https://relu.example"
	t.Setenv("SITE", at+"/")
	if err := buildStatePages(); err != nil {
		t.Fatal(err)
	}
	var requests []asked
	var titles []string
	for _, k := range figure.Catalogue() {
		for l := range figure.Lenses {
			link := "fn=" + k.String() + "&lens=" + page.LensKey(l)
			m, _ := figure.Parse(link)
			requests, titles = append(requests, asked{URL: at + "/oembed?url=" + url.QueryEscape(at+"/#"+link)}), append(titles, figure.StateTitle(m))
		}
		requests, titles = append(requests, asked{URL: at + "/oembed?url=" + at + "/f/" + k.String() + ".html"}), append(titles, "")
	}
	for i, a := range ask(t, "cloudflare/_worker.mjs", requests) {
		var said, kept map[string]any
		if err := json.Unmarshal([]byte(a.Body), &said); err != nil {
			t.Fatal(a, err)
		}
		if want := titles[i]; want != "" {
			if said["title"] != want {
				t.Errorf("%s is called %q, want %q", a.URL, said["title"], want)
			}
			continue
		}
		b, err := os.ReadFile(filepath.Join(dist, statePages, strings.TrimSuffix(filepath.Base(a.URL), ".html")+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &kept); err != nil {
			t.Fatal(err)
		}
		delete(said, "cache_age")
		if !reflect.DeepEqual(said, kept) {
			t.Errorf("of %s a host says %v, and the site %v", a.URL, said, kept)
		}
	}
}
