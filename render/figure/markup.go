package figure

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/render/theme"
)

// TextRun is a stretch of a text in one style.
type TextRun struct {
	Text string
	Math bool       // a mathematical letter: italic, in the ink of what it stands for
	Role theme.Role // theme.Ink but for the letters with an ink of their own
}

// Runs splits a text at its markup: _x_ is a mathematical letter.
func Runs(text string) []TextRun {
	var out []TextRun
	for i, s := range strings.Split(text, "_") {
		if s == "" {
			continue
		}
		r := TextRun{Text: s, Math: i%2 == 1}
		if r.Math {
			switch s {
			case "φ":
				r.Role = theme.Probe
			case "H", "δ":
				r.Role = theme.Distribution
			case "g":
				r.Role = theme.Subgradient
			}
		}
		out = append(out, r)
	}
	return out
}

// Plain is a text without its markup.
func Plain(text string) string { return strings.ReplaceAll(text, "_", "") }

// Number writes v with so many decimals and a true minus sign; never −0.00.
func Number(v float64, decimals int) string {
	if math.IsNaN(v) {
		return "none"
	}
	if math.IsInf(v, 0) {
		if v < 0 {
			return "−∞"
		}
		return "∞"
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}

// Short writes v with at most two decimals and no idle zeros: 1, 0.9, −0.25.
func Short(v float64) string {
	s := Number(v, 2)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "−0" {
		return "0"
	}
	return s
}

// interval writes a set of slopes: [0, 1], {1} or empty.
func interval(lo, hi float64) string {
	switch {
	case lo > hi:
		return "empty"
	case lo == hi:
		return "{" + Short(lo) + "}"
	}
	return "[" + Short(lo) + ", " + Short(hi) + "]"
}
