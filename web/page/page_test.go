package page

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
)

// element is one element of a parsed figure.
type element struct {
	name  string
	attrs map[string]string
	text  string // all text inside, with that of elements inside it
}

func (e element) has(class string) bool {
	for _, c := range strings.Fields(e.attrs["class"]) {
		if c == class {
			return true
		}
	}
	return false
}

// parse reads a figure's markup. It writes hidden="" for hidden, after which
// the markup has to be XML: every element closed, every attribute quoted, every
// reference one that XML knows.
func parse(t *testing.T, html string) []element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<root>" + strings.NewReplacer(" hidden>", ` hidden="">`, " hidden ", ` hidden="" `, "></label>", "/></label>").Replace(html) + "</root>"))
	var all []*element
	var open []*element
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in …%s", err, around(html, d.InputOffset()-6))
		}
		switch v := tok.(type) {
		case xml.StartElement:
			e := &element{name: v.Name.Local, attrs: map[string]string{}}
			for _, a := range v.Attr {
				if _, twice := e.attrs[a.Name.Local]; twice {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(v)
			}
		}
	}
	out := make([]element, len(all))
	for i, e := range all {
		out[i] = *e
	}
	return out
}

func around(s string, at int64) string {
	lo, hi := max(0, int(at)-80), min(len(s), int(at)+20)
	return s[lo:hi]
}

func models() []figure.Model {
	var all []figure.Model
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			m := figure.Update(figure.New(), figure.Choose{Fn: k})
			m = figure.Update(m, figure.Look{Lens: l})
			all = append(all, m, figure.Update(m, figure.Assign{Control: figure.X, To: 0}))
		}
	}
	return all
}

func TestFigureIsWellFormedForEveryModel(t *testing.T) {
	for _, m := range models() {
		for _, e := range parse(t, Figure(m, Early{Poster: "<b>poster</b>"})) {
			if id := e.attrs["id"]; id != "" && id != "rf-stage" && id != "rf-wrong" { // which the tabs and the field name
				t.Fatalf("<%s> has the id %q; a page may have it too", e.name, id)
			}
			if e.name == "button" && e.attrs["type"] != "button" {
				t.Errorf("%v: a button that would submit a form", e.attrs)
			}
			if e.name == "button" && strings.TrimSpace(e.text) == "" && e.attrs["aria-label"] == "" {
				t.Errorf("%v: a button without a name", e.attrs)
			}
		}
	}
}

// Others rely on these names.
func TestEveryPartIsThereOnce(t *testing.T) {
	for _, m := range models() {
		all := parse(t, Figure(m, Early{}))
		for _, class := range []string{
			"rf-header", "rf-title", "rf-pick", "rf-picker", "rf-options", "rf-field", "rf-formula", "rf-wrong", "rf-tabs", "rf-chrome", "rf-stage", "rf-canvas", "rf-words", "rf-blocks",
			"rf-question", "rf-caption", "rf-secants", "rf-run", "rf-steps", "rf-equation", "rf-mirrors", "rf-handles", "rf-readouts", "rf-live", "rf-fail", "rf-poster", "rf-retry",
		} {
			n := 0
			for _, e := range all {
				if e.has(class) {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%s %s: %d elements of class %s", m.Fn, LensKey(m.Lens), n, class)
			}
		}
	}
}

func TestTheCanvasHostComesFirstInTheStage(t *testing.T) {
	html := Figure(figure.New(), Early{})
	stage := html[strings.Index(html, `class="rf-stage"`):]
	if first := stage[strings.Index(stage, ">")+1:]; !strings.HasPrefix(first, `<div class="rf-canvas"`) {
		t.Errorf("the stage begins %.40q", first)
	}
}

func TestTabs(t *testing.T) {
	for _, m := range models() {
		lens := figure.Lens(0)
		for _, e := range parse(t, Figure(m, Early{})) {
			if e.attrs["role"] != "tab" {
				continue
			}
			l := lens
			if e.attrs["data-lens"] != l.Key() {
				t.Fatalf("tab %d shows lens %q", lens, e.attrs["data-lens"])
			}
			selected, index := "false", "-1"
			if l == m.Lens {
				selected, index = "true", "0"
			}
			if e.attrs["aria-selected"] != selected || e.attrs["tabindex"] != index {
				t.Errorf("lens %d: tab %d is selected %q, tabindex %q", m.Lens, l, e.attrs["aria-selected"], e.attrs["tabindex"])
			}
			if e.text != figure.LensName(l) {
				t.Errorf("tab %d is called %q", l, e.text)
			}
			lens++
		}
		if lens != figure.Lenses {
			t.Errorf("%d tabs", lens)
		}
	}
}

func TestPickerOffersEveryFunction(t *testing.T) {
	for k := range calculus.Kinds {
		m := figure.Update(figure.New(), figure.Choose{Fn: k})
		html := Options(m)
		seen := map[calculus.Kind]bool{}
		for _, e := range parse(t, html) {
			if e.attrs["role"] != "option" {
				continue
			}
			fn, ok := calculus.ParseKind(e.attrs["data-fn"])
			if !ok || seen[fn] {
				t.Errorf("an option for %q, known %v, seen %v", e.attrs["data-fn"], ok, seen[fn])
			}
			seen[fn] = true
			if got := e.attrs["aria-selected"] == "true"; got != (fn == k) {
				t.Errorf("%s shown: %s selected is %v", k, fn, got)
			}
			if !strings.Contains(e.text, figure.FunctionName(fn)) {
				t.Errorf("%s: no name in %q", fn, e.text)
			}
		}
		if len(seen) != int(calculus.Kinds) {
			t.Errorf("%d functions of %d", len(seen), calculus.Kinds)
		}
		if n := strings.Count(html, `class="rf-spark"`); n != int(calculus.Kinds) {
			t.Errorf("%d sparklines", n)
		}
		if n := strings.Count(html, `class="rf-option-formula"><`); n != int(calculus.Kinds) {
			t.Errorf("%d formulas", n)
		}
	}
}

func TestReadouts(t *testing.T) {
	for _, m := range models() {
		var names []string
		for _, e := range parse(t, Figure(m, Early{})) {
			if e.name != "output" {
				continue
			}
			names = append(names, e.attrs["data-readout"])
			if !json.Valid([]byte(e.attrs["data-value"])) {
				t.Errorf("%s: data-value %q is no JSON", m.Fn, e.attrs["data-value"])
			}
			if e.attrs["aria-live"] != "off" { // an output speaks by itself otherwise, sixty times a second
				t.Error("a readout speaks at every frame")
			}
		}
		if got := strings.Join(names, " "); got != "point slope interval pairing" {
			t.Errorf("readouts %q", got)
		}
	}
}

func TestTextIsEscapedAndLettersAreMarked(t *testing.T) {
	if got := Text(`a < b & "c"`); got != `a &lt; b &amp; &quot;c&quot;` {
		t.Errorf("plain text became %s", got)
	}
	if got := Text("weigh _φ_"); got != `weigh <i class="rf-ink-probe">φ</i>` {
		t.Errorf("φ became %s", got)
	}
	if got := Text("at _x_"); got != `at <i>x</i>` {
		t.Errorf("x became %s", got)
	}
}

func TestThemeButtonGoesRound(t *testing.T) {
	at, seen := figure.ThemeAuto, map[string]bool{}
	for range themeNames {
		m := figure.New()
		m.Theme = at
		seen[ThemeLabel(m)] = true
		at = NextTheme(at)
	}
	if at != figure.ThemeAuto || len(seen) != len(themeNames) {
		t.Errorf("ended at %d after %d names", at, len(seen))
	}
}

// Under the columns of Compare a clause must not stand under another's column.
func TestClausesStandUnderTheirColumns(t *testing.T) {
	for k := range calculus.Kinds {
		m := figure.Update(figure.New(), figure.Choose{Fn: k})
		m = figure.Update(m, figure.Look{Lens: figure.Compare})
		html := Equation(m)
		pt, sub, dis := strings.Index(html, "rf-ink-pt"), strings.Index(html, "rf-ink-sub"), strings.Index(html, "rf-ink-dis")
		if !(pt >= 0 && pt < sub && sub < dis) {
			t.Errorf("%s: %s", k, html)
		}
		if strings.Contains(html, "text\">= ") {
			t.Errorf("%s: a sign of equality inside a clause: %s", k, html)
		}
	}
}

// TestNumbersOfTheSecants: the two quotients, and what they tend to once h is as
// small as it gets, never read as a whole number that they are not.
func TestNumbersOfTheSecants(t *testing.T) {
	for link, want := range map[string][3]string{
		"x=1.4&h=0.0009765625":             {"1.00", "1.00", "1.00"},
		"x=0&h=1":                          {"0.00", "1.00", ""},
		"x=0&h=0.0009765625":               {"0.00", "1.00", "none"},
		"x=1&h=0.0009765625":               {"1.00", "1.00", "1.00"},
		"fn=heaviside&x=0&h=0.0009765625":  {"1024.00", "0.00", "none"},
		"fn=square&x=0&h=0.0009765625":     {"−0.00098", "0.00098", "0.00"},
		"fn=softplus&beta=64&x=-1.2&h=0.5": {"1.4·10⁻³⁵", "1.1·10⁻²¹", ""},
	} {
		m, _ := figure.Parse(link)
		l, r := Quotients(m)
		if got := [3]string{l, r, Limit(m)}; got != want {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}

// TestExamplesCanBeShown: each example of the picker is a function, and its formula is
// set by the browser.
func TestExamplesCanBeShown(t *testing.T) {
	n := 0
	for _, e := range parse(t, picker(figure.New(), "")) {
		if !e.has("rf-example") || e.has("rf-draw-it") {
			continue
		}
		n++
		canonical, bad, no := figure.Read(e.attrs["data-text"])
		if bad != nil || no != nil {
			t.Errorf("%s: %v %v", e.text, bad, no)
		}
		m := figure.Update(figure.New(), figure.Define{Text: canonical})
		html := Figure(m, Early{})
		if set := Typeset(m, canonical); !strings.HasPrefix(set, "<math><m") || !strings.Contains(html, set) {
			t.Errorf("%s is set as %q", canonical, set)
		}
		for _, f := range parse(t, html) {
			if f.has("rf-field") && f.attrs["value"] != canonical {
				t.Errorf("the field says %q, want %q", f.attrs["value"], canonical)
			}
			if f.has("rf-pick") && f.attrs["data-tip"] != "f(x) = "+canonical {
				t.Errorf("the picker's button has the tip %q", f.attrs["data-tip"])
			}
			if f.attrs["title"] != "" {
				t.Errorf("the title %q is shown beside the tip", f.attrs["title"])
			}
			if f.attrs["role"] == "option" && f.attrs["aria-selected"] == "true" {
				t.Errorf("%s is chosen beside %s", f.attrs["data-fn"], canonical)
			}
		}
	}
	if n != len(figure.Examples()) {
		t.Errorf("%d examples", n)
	}
}

func TestBracesAreAsTallAsTheirCases(t *testing.T) {
	m := figure.New()
	for formula, want := range map[string][]string{
		"{x < 0: 1, 2}": {"rf-brace-2"},
		"{x < 0: {x < -1: 1, x < -0.5: 2, 3}, 2}": {"rf-brace-2", "rf-brace-3"},
		"|x|": nil,
	} {
		var got []string
		for _, e := range parse(t, Typeset(m, formula)) {
			if e.has("rf-brace") {
				got = append(got, strings.TrimPrefix(e.attrs["class"], "rf-brace "))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has the braces %q, want %q", formula, got, want)
		}
	}
}
