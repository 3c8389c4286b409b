//go:build !js

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// documents are the project's pages for people, by their names from the top.
func documents(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, pattern := range []string{"*.md", "web/*.md", "web/*/README.md", "assets/*.md"} {
		files, err := filepath.Glob(filepath.Join(top, filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name, err := filepath.Rel(top, file)
			if err != nil {
				t.Fatal(err)
			}
			pages[filepath.ToSlash(name)] = string(b)
		}
	}
	return pages
}

// TestDocumentsNameTheVersion: what a reader copies from a page is the newest.
func TestDocumentsNameTheVersion(t *testing.T) {
	pages := documents(t)
	t.Chdir(top)
	v, err := version()
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for name, text := range pages {
		for _, m := range regexp.MustCompile(`relu-three-ways[@-](\d+\.\d+\.\d+)`).FindAllStringSubmatch(text, -1) {
			if named++; m[1] != v {
				t.Errorf("%s names %s, and the newest version is %s", name, m[0], v)
			}
		}
	}
	if named < 4 {
		t.Errorf("the version is named only %d times", named)
	}
}

// TestDocumentsLinkToWhatIsThere: a link to a file leads to one, and a link to a
// heading to one of that name.
func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	pages := documents(t)
	for name, text := range pages {
		for _, m := range regexp.MustCompile(`\]\(([^)#]*)(?:#([^)]*))?\)`).FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			to := filepath.ToSlash(filepath.Join(filepath.Dir(name), m[1]))
			if _, err := os.Stat(filepath.Join(top, to)); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
			if m[2] == "" {
				continue
			}
			heading := regexp.MustCompile(`(?mi)^#+ ` + strings.ReplaceAll(regexp.QuoteMeta(m[2]), "-", "[ -]") + `$`)
			if !heading.MatchString(pages[to]) {
				t.Errorf("%s links to a heading %s of %s, which is not there", name, m[2], to)
			}
		}
	}
}

// TestNamesAreListed: whoever lists the functions and the lenses by name has them all.
func TestNamesAreListed(t *testing.T) {
	var names []string
	for _, k := range figure.Catalogue() {
		names = append(names, k.String())
	}
	for l := range figure.Lenses {
		names = append(names, page.LensKey(l))
	}
	for file, quote := range map[string]string{"web/figure/early.js": "'", "web/embed/embed.d.ts": "'", "web/npm/README.md": `\b`, "web/ADDRESS.md": "`"} {
		b, err := os.ReadFile(filepath.Join(top, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !regexp.MustCompile(quote + name + quote).Match(b) {
				t.Errorf("%s does not have %s", file, name)
			}
		}
	}
}

// TestAddressIsDocumented: ADDRESS.md has every key of the figure, with the
// values and the default that it has.
func TestAddressIsDocumented(t *testing.T) {
	page := documents(t)["web/ADDRESS.md"]
	accepts := func(link string) bool {
		_, warnings := figure.Parse(link)
		return len(warnings) == 0
	}
	var told struct{ State map[string]any }
	if err := json.Unmarshal([]byte(figure.Report(figure.New())), &told); err != nil {
		t.Fatal(err)
	}
	span := regexp.MustCompile(`^([−\d.⁻¹⁰]+) to ([−\d.]+)$`)
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(s, "2⁻¹⁰", "0.0009765625"), "−", "-"), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for key := range told.State {
		row := regexp.MustCompile("(?m)^\\| `" + key + "` \\| (.*?) \\| (.*?) \\|").FindStringSubmatch(page)
		if row == nil {
			t.Errorf("there is no row for %s", key)
			continue
		}
		if key == "a" { // the range is the function's
			for _, fn := range []string{"fn=leaky&", "fn=kink&"} {
				if !accepts(fn+"a=0.1") || accepts(fn+"a=-1.1") || accepts(fn+"a=2.1") {
					t.Errorf("a of %s has another range", fn)
				}
			}
			continue
		}
		if key == "f" { // a language of its own, of which the page has examples
			examples := regexp.MustCompile("`(f=[^`]+)`").FindAllStringSubmatch(page, -1)
			for _, e := range examples {
				if !accepts(e[1]) {
					t.Errorf("%s is not accepted", e[1])
				}
			}
			if len(examples) < 3 || accepts("f=1/x") {
				t.Errorf("%d examples of f", len(examples))
			}
			continue
		}
		if key == "draw" { // only what is given by corners can be drawn
			if corners := "f=corners(0:0,1:1)&"; !accepts(corners+"draw=on") || !accepts("draw=off") || accepts("draw=on") || accepts(corners+"draw=?") {
				t.Error("draw is not as it is documented")
			}
			continue
		}
		if m := span.FindStringSubmatch(row[1]); m != nil {
			lo, hi, otherwise := number(m[1]), number(m[2]), number(row[2])
			base := ""
			if key == "k" { // which only steps have
				base = "steps=fixed&"
			}
			link := func(v float64) string { return base + key + "=" + strconv.FormatFloat(v, 'g', -1, 64) }
			if !accepts(link(lo)) || !accepts(link(hi)) || accepts(link(lo-1e-4)) || accepts(link(hi+1e-4)) {
				t.Errorf("%s is not from %s", key, row[1])
			}
			opening, _ := figure.Parse(base)
			if m, _ := figure.Parse(link(otherwise)); m != opening {
				t.Errorf("the default of %s is not %s", key, row[2])
			}
			continue
		}
		values := regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[1], -1)
		for _, v := range values {
			if !accepts(key + "=" + v[1]) {
				t.Errorf("%s=%s is not accepted", key, v[1])
			}
		}
		_, warnings := figure.Parse(key + "=?")
		if len(warnings) != 1 || strings.Count(warnings[0], ",")+1 != len(values) {
			t.Errorf("of %s there are %d values on the page: %q", key, len(values), warnings)
		}
		if m, _ := figure.Parse(key + "=" + strings.Trim(row[2], "`")); m != figure.New() {
			t.Errorf("the default of %s is not %s", key, row[2])
		}
	}
}

// TestExamplesAreRight: what EMBED.md and TEACH.md give to be copied is what the
// share dialog writes, and what the figure and the lecture read.
func TestExamplesAreRight(t *testing.T) {
	pages := documents(t)
	share, err := os.ReadFile("../take/snippets.js")
	if err != nil {
		t.Fatal(err)
	}
	styles := regexp.MustCompile("(?:padding-bottom|height):(max\\(420px[^;\"`]*)").FindAllSubmatch(share, -1)
	if len(styles) != 2 {
		t.Fatalf("%d styles in snippets.js", len(styles))
	}
	box := regexp.MustCompile(`<div style="container-type:[^"]*">`).Find(share)
	if box == nil || !strings.Contains(pages["web/EMBED.md"], string(box)) {
		t.Errorf("EMBED.md has no %s", box)
	}
	for _, s := range styles {
		if want := strings.ReplaceAll(string(s[1]), "${tall}", "605"); !strings.Contains(pages["web/EMBED.md"], want) {
			t.Errorf("EMBED.md has no %s", want)
		}
	}
	deck := regexp.MustCompile(`(?s)\n    \{\n.*?\n    \}\n`).FindString(pages["web/TEACH.md"])
	var example struct{ Scenes []shippedScene }
	if err := json.Unmarshal([]byte(deck), &example); err != nil || len(example.Scenes) == 0 {
		t.Fatal(deck, err)
	}
	for _, s := range example.Scenes {
		for _, step := range append(s.Steps, shippedStep{Figure: s.Figure}) {
			link := step.Figure
			if _, warnings := figure.Parse(link); len(warnings)+len(figure.Unknown(link)) > 0 {
				t.Errorf("%s: %q", link, warnings)
			}
		}
	}
}
