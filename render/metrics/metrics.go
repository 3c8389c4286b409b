// Package metrics computes how wide a text is in the shipped fonts, so that the
// drawing can make room for words that the browser will set.
package metrics

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Font is one of the shipped fonts.
type Font uint8

const (
	Sans400 Font = iota // Source Sans 3
	Sans600
	Serif400 // STIX Two Text
	SerifItalic400
	Serif500
	Serif600
	Fonts // how many there are
)

// missing is the width, in em, that a rune is taken to have which the font
// lacks and another will lend.
const missing = 0.6

// Advance is the width of a rune in em.
func Advance(f Font, r rune) float64 {
	i := -1
	if r >= first && r < first+95 {
		i = int(r - first)
	} else if r >= 0x80 {
		n := 95
		for _, e := range extra {
			if e == r {
				i = n
				break
			}
			n++
		}
	}
	if i < 0 || f >= Fonts || advances[f][i] == 0 {
		return missing
	}
	return float64(advances[f][i]) / 1000
}

// Width is the width of a text set in px pixels to the em, without kerning,
// which would change it by less than a hundredth.
//
//go:noinline
func Width(f Font, text []byte, px float64) float64 { return onward(f, 0, text) * px }

// onward is how far a text reaches that begins at an em, in em.
func onward(f Font, em float64, text []byte) float64 {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		em, text = em+Advance(f, r), text[n:]
	}
	return em
}

// Glue puts spaces at which no line breaks around the signs of a formula in a text.
func Glue(s string) string {
	for _, sign := range []string{"=", "+", "→"} {
		s = strings.ReplaceAll(s, " "+sign+" ", "\u00a0"+sign+"\u00a0")
	}
	return s
}

// word cuts a text at the first space at which a line may break.
func word(text []byte) (word, rest []byte, more bool) {
	for i, c := range text {
		if c == ' ' && !glued(text[:i], text[i+1:]) {
			return text[:i], text[i+1:], true
		}
	}
	return text, nil, false
}

// glued reports whether one of Glue's signs stands on either side of a space.
func glued(before, after []byte) bool {
	sign := func(r rune) bool { return r == '=' || r == '+' || r == '→' }
	r, n := utf8.DecodeLastRune(before)
	s, m := utf8.DecodeRune(after)
	return sign(r) && bytes.HasSuffix(before[:len(before)-n], []byte{' '}) || sign(s) && bytes.HasPrefix(after[m:], []byte{' '})
}

// Break wraps a text at its spaces so that no line is wider than the measure;
// a wider word gets a line of its own.
func Break(f Font, text string, px, measure float64) []string {
	var lines []string
	line := ""
	for rest, more := []byte(text), true; more; {
		var next []byte
		next, rest, more = word(rest)
		longer := string(next)
		if line != "" {
			longer = line + " " + longer
		}
		if line != "" && Width(f, []byte(longer), px) > measure {
			lines = append(lines, line)
			longer = string(next)
		}
		line = longer
	}
	return append(lines, line)
}

// Lines is how many lines Break makes of a text.
func Lines(f Font, text []byte, px, measure float64) int {
	lines, em := 1, 0.0 // of the line, its last space included
	for {
		next, rest, more := word(text)
		end := onward(f, em, next)
		if em > 0 && end*px > measure {
			lines, end = lines+1, onward(f, 0, next)
		}
		if !more {
			return lines
		}
		em, text = end+Advance(f, ' '), rest
	}
}
