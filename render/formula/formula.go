// Package formula holds typeset mathematics: lines of glyph outlines made by
// `go generate` in assets, with the identity and colour of each term, number
// slots that are filled live, MathML and a spoken sentence.
//
// Lengths inside a line are in em, y up, from the line's origin on the
// baseline. A placed glyph is in CSS pixels, y down.
package formula

import (
	"strings"

	"relu-three-ways/render/theme"
)

// Op is one segment of a glyph's outline.
type Op struct {
	Kind uint8         // 0 move, 1 line, 2 quadratic, 3 cubic
	P    [3][2]float32 // Kind+… control points, thousandths of an em, y up
}

// Glyph is one outline, shared by all lines.
type Glyph struct {
	Char           rune
	Ops            []Op
	X0, Y0, X1, Y1 float32 // bounds, thousandths of an em, y up
}

// Item is a glyph or a rule of a line.
type Item struct {
	Glyph int        // index into Set.Glyphs, or -1 for a rule
	Term  int        // index into Set.Terms, innermost marked term; 0 is none
	Ink   theme.Role // colour role; theme.Ink where the source says nothing
	Own   bool       // the source named Ink; otherwise a caller may choose it
	X, Y  float64    // em; a rule's lower left corner
	Scale float64    // relative to the line's em
	W, H  float64    // em; only of a rule
	Slot  int        // 1 + index into Line.Slots of the number it stands for, or 0
}

// Slot is a number of a line that is filled live.
type Slot struct {
	Name   string
	Sample string // what the source typeset in its place
	X, W   float64
	Y      float64
	Scale  float64

	first, last, end int  // items first … last−1 are the sample, last … end−1 move with its width
	cell             bool // in a column of a table, which is as wide as its widest cell and does not move
}

// Line is one typeset formula.
type Line struct {
	Name               string
	W, Ascent, Descent float64 // em; the sample's extent
	Items              []Item
	Slots              []Slot

	mathML, speech sentence
	apart          bool // numbers of it are apart by a semicolon, see LoadComma
}

// MathML is the line for browsers and assistive technology; slots appear in it
// as {name}.
func (l *Line) MathML() string {
	m := l.mathML.String()
	if !l.apart {
		return m
	}
	m = strings.ReplaceAll(m, "}</mn><mo>,<", "}</mn><mo>;<") // after a live number
	before, rest, _ := strings.Cut(m, ">[<")
	if interval, after, ok := strings.Cut(rest, ">]<"); ok {
		m = before + ">[<" + strings.ReplaceAll(interval, ">,<", ">;<") + ">]<" + after
	}
	return m
}

// Speech is the line as a sentence that is read aloud; slots appear in it as
// {name}.
//
//go:noinline
func (l *Line) Speech() string { return l.speech.String() }

// Live gives a slot its text, in the characters of Set.Text. The text belongs
// to the caller and is not kept.
type Live struct {
	Slot string
	Text []byte
}

// Placed is a glyph on the screen, in CSS pixels, y down.
type Placed struct {
	Glyph int // index into Set.Glyphs, or -1 for a rule of W × H
	Term  int
	X, Y  float64 // origin on the baseline; a rule's upper left corner
	Size  float64 // pixels per em, the glyph's own scale included
	W, H  float64
	Ink   theme.Role
	To    theme.Role // the ink that it is turning into, by Mix in [0, 1]
	Mix   float64
	Fade  float64 // 0 is whole, 1 is gone
}
