package figure

import (
	"strings"

	"relu-three-ways/render/theme"
)

// TextRun is a stretch of a text in one style.
type TextRun struct {
	Text string
	Math bool       // a mathematical letter, italic
	Role theme.Role // ink: that of the letter's notion, theme.Ink for the rest
}

// Runs splits a text at its markup: _x_ is a mathematical letter. φ has the ink
// of the probe, H and δ that of the distribution, g that of the subgradient,
// all others the ink of the page. A lone underscore stands for itself, and so
// does one that was typed.
func Runs(text string) []TextRun {
	var runs []TextRun
	add := func(s string, math bool) {
		if s == "" {
			return
		}
		r := TextRun{Text: strings.ReplaceAll(s, string(typedUnderscore), "_"), Math: math, Role: theme.Ink}
		if math {
			r.Role = letterRole(s)
		}
		runs = append(runs, r)
	}
	for {
		before, rest, ok := strings.Cut(text, "_")
		letter, after, closed := strings.Cut(rest, "_")
		if !ok || !closed {
			add(text, false)
			return runs
		}
		add(before, false)
		add(letter, true)
		text = after
	}
}

// letterRole is the ink of a mathematical letter.
func letterRole(s string) theme.Role {
	switch s {
	case "φ":
		return theme.Probe
	case "H", "δ":
		return theme.Distribution
	case "g":
		return theme.Subgradient
	}
	return theme.Ink
}

// Plain is the text without its markup, for names and speech.
func Plain(text string) string {
	if !strings.ContainsAny(text, "_"+string(typedUnderscore)) {
		return text
	}
	var b strings.Builder
	for _, r := range Runs(text) {
		b.WriteString(r.Text)
	}
	return b.String()
}
