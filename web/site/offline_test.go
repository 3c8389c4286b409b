//go:build !js

package main

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
)

// inDist runs a test in a folder with a dist of a few files.
func inDist(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		file := filepath.Join(dist, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

const worker = `const files = ["{{FILES}}"];`

func TestWorkerKnowsEveryFile(t *testing.T) {
	files := map[string]string{"index.html": "i", "app.wasm": "w", "app.wasm.gz": "z", "a.js": "a", "vendor/qr.js": "q", "embed.d.ts": "t", "sw.js": worker}
	inDist(t, files)
	if err := buildWorker(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dist, "sw.js"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`const files = (\[.*\]);`).FindSubmatch(b)
	var list []string
	if m == nil || json.Unmarshal(m[1], &list) != nil {
		t.Fatalf("%s", b)
	}
	if want := []string{"./", "a.js", "app.wasm.gz", "vendor/qr.js"}; !slices.Equal(list, want) {
		t.Errorf("it keeps %q, want %q", list, want)
	}
	inDist(t, map[string]string{"sw.js": "nothing to fill in"})
	if buildWorker() == nil {
		t.Error("a worker without its mark was taken")
	}
}

func TestArchiveIsOneFolder(t *testing.T) {
	inDist(t, map[string]string{"index.html": "i", "app.wasm": "w", "app.wasm.gz": "z", "fonts/a.woff2": "f", "sw.js": "s"})
	if err := buildArchive(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(filepath.Join(dist, archive))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var names []string
	for _, f := range r.File {
		names = append(names, strings.TrimPrefix(f.Name, "relu-three-ways/"))
		if !strings.HasPrefix(f.Name, "relu-three-ways/") {
			t.Errorf("%s is not in the folder", f.Name)
		}
	}
	if want := []string{"app.wasm.gz", "fonts/a.woff2", "index.html", "sw.js", "README.txt"}; !slices.Equal(names, want) {
		t.Errorf("in it are %q, want %q", names, want)
	}
}

func TestAddressesOfTheSite(t *testing.T) {
	const shell = "<head>\n<link rel=canonical href=\"{{SITE}}\">\n<meta content=\"{{SITE}}og.png\">\n<title>"
	if got, want := addressed(shell, ""), "<head>\n<title>"; got != want {
		t.Errorf("without an address: %q", got)
	}
	for _, site := range []string{"https://example.org/relu", "https://example.org/relu/"} {
		if got := addressed(shell, site); !strings.Contains(got, `href="https://example.org/relu/"`) || !strings.Contains(got, `"https://example.org/relu/og.png"`) {
			t.Errorf("%q", got)
		}
	}
	if got := addressed(shell, `https://example.org/"><script>`); strings.Contains(got, "<script>") {
		t.Errorf("%q", got)
	}
}

// TestLinksOfThePages: each state that the essay and the lecture name is one.
func TestLinksOfThePages(t *testing.T) {
	var links []string
	essay, err := os.ReadFile("../index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`href="#([^"]*)" data-figure="figure"`).FindAllSubmatch(essay, -1) {
		links = append(links, strings.ReplaceAll(string(m[1]), "&amp;", "&"))
	}
	decks := map[string][]shippedScene{}
	for _, name := range []string{"deck.json", "deck.de.json"} {
		scenes := readShipped(t, name)
		decks[name] = scenes
		minutes := 0.0
		for _, s := range scenes {
			links = append(append(links, s.Figure), s.Steps...)
			if minutes += s.Minutes; s.Title == "" || s.Say == "" || s.Notes == "" || s.Figure == "" && s.Table == nil {
				t.Errorf("%s: scene %q is not whole", name, s.Title)
			}
		}
		if len(scenes) < 12 || minutes < 19 || minutes > 21 { // TEACH.md promises about twenty
			t.Errorf("%s: %d scenes in %v minutes", name, len(scenes), minutes)
		}
	}
	for i, s := range decks["deck.json"] { // a translation says the same of the same states
		o := decks["deck.de.json"][i]
		if s.Figure != o.Figure || !slices.Equal(s.Steps, o.Steps) || !slices.Equal(s.Touch, o.Touch) || !slices.Equal(s.Claims, o.Claims) || s.Minutes != o.Minutes || s.Title == o.Title || s.Notes == o.Notes {
			t.Errorf("scene %d is another in German", i+1)
		}
		if (s.Table == nil) != (o.Table == nil) || s.Table != nil && len(s.Table.Rows) != len(o.Table.Rows) {
			t.Errorf("the table of scene %d is another in German", i+1)
		}
	}
	if len(links) < 60 {
		t.Errorf("only %d links", len(links))
	}
	for _, link := range links {
		if _, warnings := figure.Parse(link); len(warnings) > 0 {
			t.Errorf("%s: %q", link, warnings)
		}
		if unknown := figure.Unknown(link); len(unknown) > 0 {
			t.Errorf("%s: %q", link, unknown)
		}
	}
}

// shippedScene is a scene of a deck as shipped.
type shippedScene struct {
	Title, Say, Figure, Notes string
	Steps, Touch, Claims      []string
	Table                     *struct{ Rows [][]string }
	Minutes                   float64
}

func readShipped(t *testing.T, name string) []shippedScene {
	t.Helper()
	source, err := os.ReadFile("../" + name)
	if err != nil {
		t.Fatal(err)
	}
	var deck struct{ Scenes []shippedScene }
	if err := json.Unmarshal(source, &deck); err != nil {
		t.Fatal(name, err)
	}
	return deck.Scenes
}

// TestNoRequestLeavesTheSite: what a page loads is named without a host.
func TestNoRequestLeavesTheSite(t *testing.T) {
	files, err := filepath.Glob("../*.*")
	if err != nil {
		t.Fatal(err)
	}
	loads := regexp.MustCompile(`(?:<(?:script|img|iframe|source|video)[^>]*\ssrc=|<link[^>]*\shref=|\burl\(|\bimport\(|from |fetch\()\s*["'` + "`" + `]?(https?:)?//`)
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil || strings.HasSuffix(file, ".d.ts") || strings.HasSuffix(file, ".md") {
			continue
		}
		if m := loads.Find(b); m != nil {
			t.Errorf("%s: %s", file, m)
		}
	}
}
