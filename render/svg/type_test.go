package svg

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
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
	use := regexp.MustCompile(`<use href="#rfg(\d+)"([^>]*) transform="translate\(([^ ]+) ([^)]+)\)scale\(([^)]+)\)"/>`)
	n := 0
	expanded := use.ReplaceAllStringFunc(sharing, func(s string) string {
		n++
		f := use.FindStringSubmatch(s)
		glyph, _ := strconv.Atoi(f[1])
		if strings.Count(defs, `id="`+glyphID(glyph)+`"`) != 1 {
			t.Errorf("outline %d is there %d times", glyph, strings.Count(defs, `id="`+glyphID(glyph)+`"`))
		}
		number := func(s string) float64 {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		var b strings.Builder
		(&painter{w: &b}).outline(&formula.Load().Glyphs[glyph], number(f[3]), number(f[4]), 1000*number(f[5]))
		return `<path` + f[2] + ` d="` + b.String() + `"/>`
	})
	if n < 10 {
		t.Fatalf("%d glyphs are shared", n)
	}
	if len(defs)+len(sharing) >= len(alone) {
		t.Errorf("shared it is %d bytes, alone %d", len(defs)+len(sharing), len(alone))
	}
	// A place rounded before it is scaled is off by a hundredth of a pixel.
	numbers := regexp.MustCompile(`-?\d*\.?\d+`)
	a, b := numbers.FindAllString(alone, -1), numbers.FindAllString(expanded, -1)
	if len(a) != len(b) {
		t.Fatalf("%d numbers alone, %d shared", len(a), len(b))
	}
	for i := range a {
		x, _ := strconv.ParseFloat(a[i], 64)
		y, _ := strconv.ParseFloat(b[i], 64)
		if math.Abs(x-y) > 0.021 {
			t.Fatalf("number %d is %s alone, %s shared", i, a[i], b[i])
		}
	}
}
