package svg

import (
	"regexp"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
)

// TestSharedOutlinesDrawTheSame expands every use of a shared outline and
// compares it with the outline that a drawing has by itself.
func TestSharedOutlinesDrawTheSame(t *testing.T) {
	m, _ := figure.Parse("x=0&lens=sub&g=1.3")
	var shared Type
	alone, sharing := draw(m, 720, 420, Options{}), draw(m, 720, 420, Options{Type: &shared})
	var d strings.Builder
	shared.Draw(&d)
	defs := d.String()
	if _, err := elements(defs); err != nil {
		t.Fatal(err)
	}
	n := 0
	expanded := regexp.MustCompile(`<use href="#rfg(\d+)"`).ReplaceAllStringFunc(sharing, func(s string) string {
		n++
		id := strings.TrimSuffix(strings.TrimPrefix(s, `<use href="#`), `"`)
		stands := regexp.MustCompile(`<path id="`+id+`"( d="[^"]*")`).FindAllStringSubmatch(defs, -1)
		if len(stands) != 1 {
			t.Fatalf("outline %s is there %d times", id, len(stands))
		}
		return "<path" + stands[0][1]
	})
	if n < 10 {
		t.Fatalf("%d glyphs are shared", n)
	}
	if len(defs)+len(sharing) >= len(alone) {
		t.Errorf("shared it is %d bytes, alone %d", len(defs)+len(sharing), len(alone))
	}
	if alone != expanded {
		t.Error("alone it is another drawing")
	}
}
