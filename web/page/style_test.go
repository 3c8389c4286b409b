package page

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

func TestThemeCSSHasEveryRoleOfEveryTheme(t *testing.T) {
	css := ThemeCSS()
	for _, th := range theme.Themes() {
		_, rule, ok := strings.Cut(css, ".relu-figure[data-theme="+th.Name+"]{")
		if !ok {
			t.Fatalf("no rule for %s", th.Name)
		}
		rule, _, _ = strings.Cut(rule, "}")
		for r := range theme.Roles {
			if want := "--" + r.String() + ":" + th.Colors[r].Hex(); !strings.Contains(rule+";", want+";") {
				t.Errorf("%s lacks %s", th.Name, want)
			}
		}
	}
}

func TestNothingIsDarkOnPaper(t *testing.T) {
	for line := range strings.Lines(ThemeCSS()) {
		if strings.Contains(line, "{color-scheme:dark") && !strings.HasPrefix(line, "@media screen") {
			t.Errorf("%.60s… counts on paper too", line)
		}
	}
}

func sheetOf(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../figure/figure.css")
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(b), "")
}

func TestNoColourIsWrittenTwice(t *testing.T) {
	for _, c := range regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(`).FindAllString(sheetOf(t), -1) {
		t.Errorf("figure.css names the colour %s; colours come from the theme", c)
	}
}

func TestNothingOutsideTheFigureIsStyled(t *testing.T) {
	for _, rule := range regexp.MustCompile(`([^{}]+)\{`).FindAllStringSubmatch(sheetOf(t), -1) {
		selector := strings.TrimSpace(rule[1])
		if strings.HasPrefix(selector, "@") {
			continue
		}
		for _, s := range splitSelectors(selector) {
			if s != "from" && s != "to" && !strings.HasPrefix(s, ".relu-figure") && !strings.HasPrefix(s, ".rf-") {
				t.Errorf("%q is not the figure's own", s)
			}
		}
	}
}

// splitSelectors cuts at the commas that are not inside brackets.
func splitSelectors(s string) []string {
	var out []string
	depth, from := 0, 0
	for i, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				out, from = append(out, strings.TrimSpace(s[from:i])), i+1
			}
		}
	}
	return append(out, strings.TrimSpace(s[from:]))
}

func TestEveryFontOfTheSheetIsShipped(t *testing.T) {
	urls := regexp.MustCompile(`url\((fonts/[^)]+)\)`).FindAllStringSubmatch(sheetOf(t), -1)
	if len(urls) == 0 {
		t.Fatal("no fonts")
	}
	for _, u := range urls {
		if _, err := os.Stat("../../assets/" + u[1]); err != nil {
			t.Error(err)
		}
	}
}

func TestSparklinesAreTheFunctions(t *testing.T) {
	// ReLU is two straight pieces: three points are enough.
	if got := len(sparkPoints(calculus.Of(calculus.ReLU, calculus.Params{}), -1.6, 1.6)); got != 3 {
		t.Errorf("ReLU took %d points", got)
	}
	// The step has its riser, at 0 exactly.
	step, _ := figure.Parse("fn=heaviside")
	pts := sparkPoints(step.Function(), -1.6, 1.6)
	riser := false
	for i := 1; i < len(pts); i++ {
		riser = riser || pts[i-1] == [2]float64{0, 0} && pts[i] == [2]float64{0, 1}
	}
	if !riser {
		t.Errorf("no riser in %v", pts)
	}
	for k := range calculus.Kinds {
		m := figure.Update(figure.New(), figure.Choose{Fn: k})
		x := figure.SparkOf(k)
		for _, p := range sparkPoints(m.Function(), x.Lo, x.Hi) {
			if f := m.Function(); p[1] != f.Value(p[0]) && p[1] != f.LeftValue(p[0]) {
				t.Errorf("%s(%v) drawn as %v", k, p[0], p[1])
			}
		}
	}
}

// TestTheDrawingAsksNothingOfStyles: browsers ask a :has() again at each change of
// what is inside its element, and all that follows from it; so one that looks deep
// is of a part that a drag does not change.
func TestTheDrawingAsksNothingOfStyles(t *testing.T) {
	files, err := filepath.Glob("../*/*.css")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`([^\s,{}]+?):has\(([^{]*)`).FindAllStringSubmatch(string(b), -1) {
			still := regexp.MustCompile(`\.rf-(header|title|chrome|dialog)\b`).MatchString(m[1])
			if !still && !strings.HasPrefix(m[2], "> ") {
				t.Errorf("%s: %s:has(…) looks into all that is drawn", file, m[1])
			}
		}
	}
}
