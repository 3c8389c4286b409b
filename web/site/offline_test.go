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
	essay, err := os.ReadFile("../essay/index.html")
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
		minutes := map[string]float64{}
		last := map[string]shippedScene{}
		for _, s := range scenes {
			links = append(links, s.Figure)
			if s.Title == "" || s.Say == "" || s.Notes == "" || s.Figure == "" && s.Table == nil && s.Vote == nil && s.Bars == nil {
				t.Errorf("%s: scene %q is not whole", name, s.Title)
			}
			for i, step := range s.Steps {
				if links = append(links, step.Figure); step.Say == "" || step.Say == s.Say || i > 0 && step.Say == s.Steps[i-1].Say || s.Figure != "" && step.Figure == "" {
					t.Errorf("%s: step %d of %q has no sentence of its own", name, i+1, s.Title)
				}
			}
			for _, cut := range []string{"short", "long"} {
				if s.Cut == "" || s.Cut == cut {
					minutes[cut] += s.Minutes
					last[cut+" "+s.lens()] = s
				}
			}
		}
		// TEACH.md promises about ten and about twenty-five.
		if m := minutes; len(scenes) < 14 || m["short"] < 9.5 || m["short"] > 11 || m["long"] < 23.5 || m["long"] > 26.5 {
			t.Errorf("%s: %d scenes in %v minutes", name, len(scenes), m)
		}
		for _, cut := range []string{"short", "long"} { // each reaches the conclusion, by way of all three
			c := last[cut+" compare"]
			if last[cut+" point"].Title == "" || last[cut+" sub"].Title == "" || last[cut+" dist"].Title == "" || len(c.Claims) == 0 || !strings.Contains(strings.Join(c.Claims, ";"), "slopejump=1; interval=[0,1]; mass2=1") {
				t.Errorf("%s: the %s lecture does not reach the conclusion", name, cut)
			}
		}
	}
	for i, s := range decks["deck.json"] { // a translation says the same of the same states
		o := decks["deck.de.json"][i]
		if s.Figure != o.Figure || !slices.EqualFunc(s.Steps, o.Steps, func(a, b shippedStep) bool { return a.Figure == b.Figure && a.Say != b.Say }) || !slices.Equal(s.Touch, o.Touch) || !slices.Equal(s.Claims, o.Claims) || s.Minutes != o.Minutes || s.Cut != o.Cut || s.Title == o.Title || s.Notes == o.Notes {
			t.Errorf("scene %d is another in German", i+1)
		}
		if (s.Table == nil) != (o.Table == nil) || s.Table != nil && len(s.Table.Rows) != len(o.Table.Rows) {
			t.Errorf("the table of scene %d is another in German", i+1)
		}
		if (s.Vote == nil) != (o.Vote == nil) || s.Vote != nil && (s.Vote.Name != o.Vote.Name || len(s.Vote.Choices) != len(o.Vote.Choices)) || (s.Bars == nil) != (o.Bars == nil) || s.Bars != nil && len(s.Bars.Answers) != len(o.Bars.Answers) {
			t.Errorf("the vote of scene %d is another in German", i+1)
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
	Cut                       string
	Steps                     []shippedStep
	Touch, Claims             []string
	Table                     *struct{ Rows [][]string }
	Vote                      *struct {
		Name    string
		Choices []string
	}
	Bars *struct {
		Vote    string
		Answers []string
	}
	Minutes float64
}

// lens is the lens in which a scene begins, or "" where it shows no figure.
func (s shippedScene) lens() string {
	m, _ := figure.Parse(s.Figure)
	if s.Figure == "" {
		return ""
	}
	return [...]string{"point", "sub", "dist", "compare"}[m.Lens]
}

// shippedStep is a step: what it changes, and what is said of it.
type shippedStep struct{ Figure, Say, Notes string }

// UnmarshalJSON reads a step that may be no more than what it changes.
func (s *shippedStep) UnmarshalJSON(b []byte) error {
	if b[0] == '"' {
		return json.Unmarshal(b, &s.Figure)
	}
	type whole shippedStep
	return json.Unmarshal(b, (*whole)(s))
}

func readShipped(t *testing.T, name string) []shippedScene {
	t.Helper()
	source, err := os.ReadFile("../lecture/" + name)
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
	loads := regexp.MustCompile(`(?:<(?:script|img|iframe|source|video)[^>]*\ssrc=|<link[^>]*\shref=|\burl\(|\bimport\(|from |fetch\()\s*["'` + "`" + `]?(https?:)?//`)
	for _, file := range ofRooms(t, "*") {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, ".d.ts") {
			continue
		}
		if m := loads.Find(b); m != nil {
			t.Errorf("%s: %s", file, m)
		}
	}
}
