package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"relu-three-ways/assets"
)

func TestSay(t *testing.T) {
	c := read(`# a comment
slope {s}
Steigung {s}

Right of {x} the slope is {s}.
Rechts von {x} ist sie {s}.

{why} So it is empty.
{why} Also ist sie leer.

empty
leer

an entry without another line

set {1} of slopes {s}
Menge {1} der Steigungen {s}`)
	for english, want := range map[string]string{
		"empty": "leer", "slope −0.5": "Steigung −0.5", "slope empty": "Steigung leer",
		"Right of 0 the slope is 1.":     "Rechts von 0 ist sie 1.",
		"slope 3 So it is empty.":        "Steigung 3 Also ist sie leer.",
		"set {1} of slopes 2":            "Menge {1} der Steigungen 2",
		"an entry without another line":  "an entry without another line",
		"slope ":                         "slope ", // a slot is never empty
		"":                               "",
		"Right of 0 the slope is":        "Right of 0 the slope is",
		"Right of the slope is 1.":       "Right of the slope is 1.",
		"Right of 0 the slope is 1. And": "Right of 0 the slope is 1. And",
	} {
		if got, _ := c.say(english); got != want {
			t.Errorf("%q is said as %q, want %q", english, got, want)
		}
	}
}

func TestNumbersAreLocal(t *testing.T) {
	for english, want := range map[string]string{
		"left slope 0.5": "Steigung 0,5", "[−0.5, 1]": "[−0,5; 1]", "{1}": "{1}", "1.5487": "1,5487", "a.b": "a.b", "1. 2": "1. 2",
	} {
		if got := German.Say(english); got != want {
			t.Errorf("%q is said as %q, want %q", english, got, want)
		}
		if got := English.Say(english); got != english {
			t.Errorf("%q is said as %q", english, got)
		}
	}
}

func TestEnglishIsItself(t *testing.T) {
	for _, l := range []Lang{English, Langs, 200} {
		if got := l.Say("slope 1"); got != "slope 1" || l.Code() != "en" {
			t.Errorf("%d: %q, %s", l, got, l.Code())
		}
	}
}

var (
	slotName = regexp.MustCompile(`\{[a-z]+\}`)
	number   = regexp.MustCompile(`(?:_h_|h|\{h\}) → 0|\b\d+([.,]\d+)?`)
)

// slotsOf are the different slots of a sentence.
func slotsOf(s string) []string {
	names := slotName.FindAllString(s, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

// numbersOf are the numbers that a sentence has itself, but for 0: it is often
// said by a word, as “horizontal” or “Nullmenge”, or by h → 0.
func numbersOf(s string) []string {
	found := slices.DeleteFunc(number.FindAllString(s, -1), func(s string) bool { return strings.Contains(s, "→") || s == "0" })
	for i := range found {
		found[i] = strings.ReplaceAll(found[i], ",", ".")
	}
	slices.Sort(found)
	return found
}

// TestCatalogueIsWellMade: each sentence once, with the same slots, numbers and
// markup in both languages.
func TestCatalogueIsWellMade(t *testing.T) {
	seen := map[string]bool{}
	for _, block := range strings.Split(assets.German, "\n\n") {
		var lines []string
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			if line != "" && !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		if len(lines) == 0 {
			continue
		}
		if len(lines) != 2 {
			t.Errorf("%d lines in an entry: %q", len(lines), lines)
			continue
		}
		english, german := lines[0], lines[1]
		if seen[english] {
			t.Errorf("%q is there twice", english)
		}
		seen[english] = true
		if e, g := slotsOf(english), slotsOf(german); !slices.Equal(e, g) {
			t.Errorf("%q has the slots %q, %q has %q", english, e, german, g)
		}
		if e, g := numbersOf(english), numbersOf(german); !slices.Equal(e, g) {
			t.Errorf("%q has the numbers %q, %q has %q", english, e, german, g)
		}
		if strings.Count(german, "_")%2 != 0 || strings.Contains(german, "  ") || strings.TrimSpace(german) != german {
			t.Errorf("%q is badly marked", german)
		}
	}
	if len(seen) < 200 {
		t.Errorf("only %d entries", len(seen))
	}
}

func FuzzSay(f *testing.F) {
	f.Add("a {b} c\nd {b}\n\n", "a x c")
	f.Add("{a}{b}\nx\n\n# c\n\n{\n}\n", "{}")
	f.Add(assets.German, "Slope 3 is too steep: right of 0 the line rises above the graph, so it supports nothing.")
	f.Fuzz(func(t *testing.T, file, text string) {
		read(file).say(text) // ends, and does not panic
		German.Say(text)
	})
}
