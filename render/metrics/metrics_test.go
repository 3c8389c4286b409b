package metrics

import (
	"math"
	"strings"
	"testing"
)

func TestWidthsOfTheShippedFonts(t *testing.T) {
	for f := range Fonts {
		for _, r := range "aAgM0.,−" {
			if a := Advance(f, r); a < 0.15 || a > 1.1 {
				t.Errorf("font %d: %q is %v em wide", f, r, a)
			}
		}
		if Advance(f, '0') != Advance(f, '7') && f >= Serif400 {
			continue // proportional figures are the text's own business
		}
		if i, m := Advance(f, 'i'), Advance(f, 'M'); i >= m {
			t.Errorf("font %d: i is %v em and M is %v em wide", f, i, m)
		}
	}
	if Advance(Sans400, '鬼') != missing {
		t.Error("a rune that no font has should be taken to have the usual width")
	}
}

func TestWidthIsLinearInSize(t *testing.T) {
	a, b := Width(Serif400, []byte("slope none"), 10), Width(Serif400, []byte("slope none"), 30)
	if math.Abs(b-3*a) > 1e-9 {
		t.Errorf("%v at 10 px, %v at 30 px", a, b)
	}
}

func TestBreakKeepsWordsAndMeasure(t *testing.T) {
	text := "Ask for every line that touches the graph at 0 and never rises above it."
	for _, measure := range []float64{1, 60, 120, 300, 1000} {
		for _, l := range broken(t, text, measure) {
			if strings.Contains(l, " ") && Width(Serif400, []byte(l), 20) > measure {
				t.Errorf("at %v px a line is %v px wide: %q", measure, Width(Serif400, []byte(l), 20), l)
			}
		}
	}
}

// broken is a text in lines of a measure, px, of which none is lost and which are as
// many as are counted.
func broken(t *testing.T, text string, measure float64) []string {
	t.Helper()
	lines := Break(Serif400, text, 20, measure)
	if strings.Join(lines, " ") != text {
		t.Errorf("at %v px the words are %q", measure, lines)
	}
	if n := Lines(Serif400, []byte(text), 20, measure); n != len(lines) {
		t.Errorf("at %v px Lines = %d, Break has %d", measure, n, len(lines))
	}
	return lines
}

// TestNoLineBreaksInAFormula: beside a sign, at neither of its spaces.
func TestNoLineBreaksInAFormula(t *testing.T) {
	text := "so x = 0.34 is a minimiser, and as h → 0 it is 1/(1 + exp(−t)) again = "
	for _, measure := range []float64{1, 60, 120, 200, 300} {
		lines := broken(t, text, measure)
		for _, line := range lines {
			for _, whole := range []string{"x = 0.34", "h → 0", "1/(1 + exp(−t))"} {
				begin, end := strings.Fields(whole)[0], strings.Fields(whole)[2]
				if strings.Contains(line, begin+" ") != strings.Contains(line, end) && !strings.Contains(line, whole) && (strings.HasSuffix(line, begin) || strings.HasPrefix(line, end)) {
					t.Errorf("at %v px %q is broken: %q", measure, whole, lines)
				}
			}
		}
	}
}
