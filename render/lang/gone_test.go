package lang

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGoneWordsStayAway: nothing in the figure's own words, in either language,
// in what is spoken of its formulas, in the sources that make them, or in the
// pages, decks and documents is on the list of words that are not to come back.
func TestGoneWordsStayAway(t *testing.T) {
	list, err := os.ReadFile("../../assets/lang/gone.txt")
	if err != nil {
		t.Fatal(err)
	}
	files := []string{"../../assets/lang/de.txt"}
	for _, glob := range []string{"../../assets/*.tex", "../figure/*.go", "../../math/expression/error.go", "../scene/terms.go", "../svg/picture.go", "../../web/page/*.go",
		"../../*.md", "../../web/*.md", "../../web/*/README.md", "../../assets/*.md", "../../web/*/*.html", "../../web/*/*.js", "../../web/*/*.json", "../../web/*/*.d.ts"} {
		more, err := filepath.Glob(glob)
		if err != nil || len(more) == 0 {
			t.Fatal(glob, err)
		}
		files = append(files, more...)
	}
	for _, rule := range strings.Split(string(list), "\n") {
		pattern, instead, ok := strings.Cut(rule, " | ")
		if !ok {
			if rule != "" && !strings.HasPrefix(rule, "#") {
				t.Errorf("%q does not say what to write instead", rule)
			}
			continue
		}
		gone := regexp.MustCompile(pattern)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for n, line := range strings.Split(string(b), "\n") {
				if gone.MatchString(said(file, line)) {
					t.Errorf("%s:%d: %q; write: %s", filepath.Base(file), n+1, line, instead)
				}
			}
		}
	}
}

// quoted are the texts of a line of Go, scripted those of one of a script.
var (
	quoted   = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	scripted = regexp.MustCompile("'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|" + quoted.String())
)

// tags are the markup of a line of HTML.
var tags = regexp.MustCompile(`<[^>]*>`)

// said is what of a line can be read or heard.
func said(file, line string) string {
	switch filepath.Ext(file) {
	case ".go":
		return strings.Join(quoted.FindAllString(line, -1), " ")
	case ".js":
		return strings.Join(scripted.FindAllString(line, -1), " ")
	case ".html":
		return tags.ReplaceAllString(line, "")
	case ".tex":
		_, speech, _ := strings.Cut(line, "%% say: ")
		return speech
	}
	if filepath.Ext(file) == ".txt" && strings.HasPrefix(line, "#") {
		return "" // a remark
	}
	return line
}
