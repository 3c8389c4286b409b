package page

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// states are models in every lens of every function, at and beside what is
// special, with every line of the derivations.
func states(visit func(m figure.Model)) {
	for k := range calculus.Kinds {
		as := []float64{0}
		if r, ok := figure.DialOf(k); ok {
			as = []float64{r.Lo, 0.5, r.Hi}
			if r.Contains(1) {
				as = append(as, 1)
			}
		}
		for _, a := range as {
			for l := range figure.Lenses {
				m := figure.New()
				m.Fn, m.A, m.Lens = k, a, l
				for _, x := range []float64{-1.2, 0, 0.25, 0.5, 1, 1.4} {
					for _, g := range []float64{-1.6, 0, 0.4, 1.3} {
						if g != 0.4 && (l == figure.Point || l == figure.Dist) { // which have no line to try
							continue
						}
						n := m
						n.X, n.G = x, g
						visit(n)
					}
				}
				for _, h := range []float64{figure.HRange().Lo, 0.5} {
					n := m
					n.X, n.H = 0, h
					visit(n)
				}
				for p := 1.0; l == figure.Dist && p <= 5; p++ {
					for _, order := range []figure.Order{figure.First, figure.Second} {
						n := m
						n.P, n.Order, n.Sweep = p, order, p == 2
						if figure.Update(n, figure.Motion{}).Order == order {
							visit(n)
						}
					}
				}
			}
		}
	}
	for l := range figure.Lenses {
		m := figure.New()
		m.Lens, m.X, m.P, m.Hide = l, 0, 4, figure.HideNumbers
		visit(m)
	}
}

var (
	attributes = regexp.MustCompile(`(?:aria-label|title)="([^"]*)"`)
	texts      = regexp.MustCompile(`>([^<>]+)<`)
)

// worded is a page without its drawings and formulas. A regular expression
// would take longer than all the rest of these tests.
func worded(html string) string {
	for _, name := range []string{"svg", "math"} {
		var kept strings.Builder
		for html != "" {
			before, drawing, _ := strings.Cut(html, "<"+name)
			kept.WriteString(before)
			_, html, _ = strings.Cut(drawing, "</"+name+">")
		}
		html = kept.String()
	}
	return html
}

// said are all texts of a model, by where they are.
func said(m figure.Model) map[string][]string {
	markup := worded(Figure(m, Early{}))
	out := map[string][]string{}
	for _, a := range attributes.FindAllStringSubmatch(markup, -1) {
		out["attributes"] = append(out["attributes"], a[1])
	}
	for _, a := range texts.FindAllStringSubmatch(markup, -1) {
		out["texts"] = append(out["texts"], a[1])
	}
	for c := figure.X; c < figure.Controls; c++ {
		s := figure.Slider(m, c)
		out["sliders"] = append(out["sliders"], s.Label, s.ValueText)
	}
	before := m
	before.Lens = (m.Lens + 1) % figure.Lenses
	out["announced"] = append(out["announced"], figure.Announce(before, m))
	var f scene.Frame
	for _, ui := range []figure.UI{figure.UIFull, figure.UILecture} {
		m.UI = ui
		scene.Draw(&f, m, scene.Ask{W: 1440, H: 900, Theme: theme.Light()})
		for _, w := range f.Words {
			out["words"] = append(out["words"], figure.Plain(w.Text.String()))
		}
		for _, t := range f.Targets {
			out["targets"] = append(out["targets"], f.Label(t))
		}
		if m.Lens == figure.Dist {
			out["spoken"] = append(out["spoken"], f.Spoken())
		}
	}
	return out
}

// english are words that no German text has.
var english = regexp.MustCompile(`(?i)\b(the|of|and|is|are|to|at|slope|line|lines|no|every|here|it|its|with|from|fits?|jump|value|where|this|there|acts?|has|on|point|empty|choose|outside|step|probe|pairing|interval)\b`)

// TestGermanIsWhole: no text that a German figure shows or tells has English in
// it.
func TestGermanIsWhole(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	states(func(m figure.Model) {
		m.Lang = lang.German
		for where, list := range said(m) {
			for _, s := range list {
				if seen[s] {
					continue
				}
				seen[s] = true
				if english.MatchString(s) {
					t.Errorf("%s: %s: %q", m.Link(), where, s)
				}
			}
		}
	})
}

// messages are what frame.js and embed.js say to each other, with a function of
// the same name.
var messages = []string{"ready", "change", "resize", "error", "export", "set", "scheme", "play", "pause", "next", "prev"}

// scripts are those of the page that speak to readers.
func scripts(t *testing.T) (files []string) {
	t.Helper()
	for _, room := range []string{"figure", "embed", "essay", "lecture", "take"} {
		found, err := filepath.Glob("../" + room + "/*.js")
		if err != nil || len(found) == 0 {
			t.Fatal(room, err)
		}
		files = append(files, found...)
	}
	return files
}

// TestScriptsAreTranslated: every text of the page's scripts is in the
// catalogue.
func TestScriptsAreTranslated(t *testing.T) {
	files := append(scripts(t), "../lecture/notes.html")
	file, err := os.ReadFile("../../assets/lang/de.txt")
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]bool{} // as words.js reads it
	for _, block := range strings.Split(string(file), "\n\n") {
		lines := slices.DeleteFunc(strings.Split(strings.TrimSpace(block), "\n"), func(line string) bool { return strings.HasPrefix(line, "#") })
		if len(lines) == 2 {
			table[lines[0]] = true
		}
	}
	call := regexp.MustCompile(`(?:\b(?:say|button)\(|\b(?:complain|wrong)\([^,']+, |want: \[|\bamiss\(|const different = )'((?:[^'\\]|\\.)*)'|data-text="([^"]*)"|Expected: '([^']*)'`)
	failures := regexp.MustCompile(`()()'([A-Z][^'\n]* [^'\n]*\.)'`) // whole sentences
	count := 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		calls := call.FindAllStringSubmatch(string(b), -1)
		if name := filepath.Base(file); name == "figure.js" || name == "box.js" {
			sentences := failures.FindAllStringSubmatch(string(b), -1)
			if len(sentences) < 2 {
				t.Errorf("%s says %d sentences", name, len(sentences))
			}
			calls = append(calls, sentences...)
		}
		for _, c := range calls {
			count++
			if text := strings.ReplaceAll(c[1]+c[2]+c[3], `\'`, "'"); !table[text] && !slices.Contains(messages, text) {
				t.Errorf("%s: %q is not in assets/lang/de.txt", filepath.Base(file), text)
			}
		}
	}
	if count < 30 {
		t.Errorf("only %d texts found", count)
	}
}

// labels are the texts of the figure's HTML and of its attributes.
func labels(m figure.Model) (out []string) {
	markup := worded(Figure(m, Early{}))
	for _, of := range []*regexp.Regexp{attributes, texts} {
		for _, a := range of.FindAllStringSubmatch(markup, -1) {
			out = append(out, html.UnescapeString(a[1]))
		}
	}
	return out
}

// TestMarkupIsTranslated: no words stand in the HTML of both languages, but those
// for which the catalogue has the same in German, and names.
func TestMarkupIsTranslated(t *testing.T) {
	t.Parallel()
	word := regexp.MustCompile(`\p{L}{3,}`)
	names := regexp.MustCompile(`Clarke|sgn|log|exp|ReLU`)
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			m := figure.New()
			m.Fn, m.Lens = k, l
			g := m
			g.Lang = lang.German
			both := labels(m)
			if len(both) < 30 {
				t.Errorf("only %d texts", len(both))
			}
			for _, s := range labels(g) {
				if own, ok := lang.German.Find(s); slices.Contains(both, s) && (!ok || own != s) && word.MatchString(names.ReplaceAllString(s, "")) {
					t.Errorf("%s: %q stands in both languages", g.Link(), s)
				}
			}
		}
	}
}

// TestNoTranslationIsIdle: every entry of the catalogue is of a text that the
// figure or a script can say.
func TestNoTranslationIsIdle(t *testing.T) {
	t.Parallel()
	all := map[string]bool{}
	states(func(m figure.Model) {
		for _, list := range said(m) {
			for _, s := range list {
				all[s] = true
			}
		}
		for _, short := range []bool{true, false} {
			all[figure.Caption(m, short).String()] = true
		}
		for line := 1; line <= 5; line++ {
			all[figure.StepReason(m, line).String()] = true
		}
		for _, c := range figure.Equation(m) {
			all[c.Text] = true
		}
		for _, r := range figure.Readouts(m) {
			all[r.Extra] = true
		}
		a, b := StepLabels(m)
		all[a.Label], all[b.Label] = true, true
		stepping := figure.Update(figure.Update(m, figure.Look{Lens: figure.Sub}), figure.Descend{Method: figure.Fixed})
		a, b = StepLabels(stepping)
		all[a.Label], all[b.Label], all[ReplayLabel(stepping)], all[PlayLabel(stepping)], all[PlayLabel(figure.Update(stepping, figure.Play{On: true}))] = true, true, true, true, true
		all[ThemeLabel(figure.Update(m, figure.PickTheme{Theme: NextTheme(m.Theme)}))] = true
		all[ThemeLabel(figure.Update(m, figure.PickTheme{Theme: figure.ThemeDark}))] = true
		all[ThemeLabel(figure.Update(m, figure.PickTheme{Theme: figure.ThemeContrast}))] = true
		playing := figure.Update(figure.Update(m, figure.Play{On: true}), figure.Stroll{On: true})
		all[PlayLabel(playing)], all[WalkLabel(playing)] = true, true
		shrinking := figure.Update(m, figure.Shrink{On: true})
		all[RunLabel(shrinking)], all[Run(shrinking)], all[figure.LensName(m.Lens)] = true, true, true
	})
	held := figure.Update(figure.Update(figure.Update(figure.New(), figure.Look{Lens: figure.Dist}), figure.Grab{Control: figure.C}), figure.Drag{Control: figure.C, To: 1})
	all[figure.Announce(held, figure.Update(held, figure.Release{Control: figure.C}))] = true
	_, warnings := figure.Parse("fn=9&x=9&hide=all&scene=x")
	_, order := figure.Parse("fn=sqrtabs&order=2")
	for _, w := range append(append(warnings, order...), figure.Unknown("zoom=3")...) {
		all[w] = true
	}
	files := append(scripts(t), "../lecture/notes.html", "../../render/scene/terms.go", "../../math/expression/error.go", "../../main.go")
	waiting, _ := filepath.Glob("../../render/figure/*.go") // chosen by facts, some of which no function of the catalogue has yet
	for _, file := range append(files, waiting...) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[string(b)] = true
	}
	whole := ""
	for s := range all {
		whole += figure.Plain(s) + "\n" + s + "\n"
	}
	b, err := os.ReadFile("../../assets/lang/de.txt")
	if err != nil {
		t.Fatal(err)
	}
	slot := regexp.MustCompile(`\\\{[a-z]+\\\}`)
	for _, block := range strings.Split(string(b), "\n\n") {
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			if strings.HasPrefix(line, "#") || line == "" {
				continue
			}
			if !regexp.MustCompile(slot.ReplaceAllString(regexp.QuoteMeta(Escape(line)), `.+`)).MatchString(whole) && !regexp.MustCompile(slot.ReplaceAllString(regexp.QuoteMeta(line), `.+`)).MatchString(whole) {
				t.Errorf("nothing says %q", line)
			}
			break
		}
	}
}
