package formula

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"relu-three-ways/assets"
	"relu-three-ways/render/theme"
)

// Load returns the formulas of package assets, decoded once.
func Load() *Set { return load() }

var load = sync.OnceValue(func() *Set {
	s, err := Decode(assets.Formulas)
	if err != nil {
		panic(err.Error())
	}
	return s
})

// LoadComma is Load for languages with a decimal comma: it stands in live
// numbers, and what a comma would part after one, or in an interval, is apart by
// a semicolon: [0,5; 1], P = (1,4; 1,4). The glyphs are the same.
func LoadComma() *Set { return loadComma() }

var loadComma = sync.OnceValue(func() *Set {
	s := *Load()
	s.chars, s.sans, s.Lines = maps.Clone(s.chars), maps.Clone(s.sans), slices.Clone(s.Lines)
	s.chars['.'], s.sans['.'] = s.chars[','], s.sans[',']
	for i := range s.Lines {
		l := &s.Lines[i]
		inside, after := false, false // an interval, a live number
		for j := range l.Items {
			g := l.Items[j].Glyph
			if g < 0 {
				continue
			}
			switch s.Glyphs[g].Char {
			case '[', ']':
				inside = s.Glyphs[g].Char == '['
			case ',':
				if !inside && !after || l.Items[j].Slot > 0 {
					break
				}
				if !l.apart {
					l.Items, l.apart = slices.Clone(l.Items), true
				}
				l.Items[j].Glyph = s.chars[';'].glyph
			}
			after = l.Items[j].Slot > 0
		}
	}
	return &s
})

// Line returns the line of a name of the sources. It panics if there is none,
// which is a mistake in our own tables.
//
//go:noinline
func (s *Set) Line(name string) *Line {
	i, ok := s.byName[name]
	if !ok {
		panic("formula: no line " + name)
	}
	return &s.Lines[i]
}

// Has reports whether there is a line of that name.
func (s *Set) Has(name string) bool {
	_, ok := s.byName[name]
	return ok
}

// live returns the text for a slot.
func find(live []Live, slot string) ([]byte, bool) {
	for _, v := range live {
		if v.Slot == slot {
			return v.Text, true
		}
	}
	return nil, false
}

// growth is how much wider, in em, a slot is with its live text.
func (s *Set) growth(l *Line, k int, live []Live) float64 {
	slot := &l.Slots[k]
	text, ok := find(live, slot.Name)
	if !ok {
		return 0
	}
	return s.chars.width(text)*slot.Scale - slot.W
}

// Extent returns the box of a line at em pixels to the em, in CSS pixels, with
// its slots filled: its width, and how far it reaches above and below the
// baseline. A slot in a table leaves the width alone.
func (s *Set) Extent(l *Line, em float64, live ...Live) (w, ascent, descent float64) {
	w = l.W
	for k := range l.Slots {
		if !l.Slots[k].cell {
			w += s.growth(l, k, live)
		}
	}
	return w * em, l.Ascent * em, l.Descent * em
}

// Place appends the glyphs and rules of a line whose left edge is at x and
// whose baseline is at y, at em pixels to the em. Items whose source names no
// ink take ink. A slot that live fills replaces its sample, and what follows
// on the line moves by the difference of the widths; a name that the line does
// not have is ignored.
func (s *Set) Place(dst []Placed, l *Line, x, y, em float64, ink theme.Role, live ...Live) []Placed {
	var growth [mostSlots]float64
	for k := range l.Slots {
		growth[k] = s.growth(l, k, live)
	}
	for n := range l.Items {
		i := &l.Items[n]
		shift := 0.0
		for k := range l.Slots {
			if slot := &l.Slots[k]; n >= slot.last && n < slot.end {
				shift += growth[k]
			}
		}
		own := ink
		if i.Own {
			own = i.Ink
		}
		left := x + (i.X+shift)*em
		if i.Slot > 0 {
			slot := &l.Slots[i.Slot-1]
			if text, ok := find(live, slot.Name); ok {
				if n == slot.first {
					dst = s.chars.text(dst, text, left, y-slot.Y*em, em*slot.Scale, own, i.Term)
				}
				continue
			}
		}
		if i.Glyph < 0 {
			dst = append(dst, Placed{Glyph: -1, Term: i.Term, X: left, Y: y - (i.Y+i.H)*em, Size: em, W: i.W * em, H: i.H * em, Ink: own})
			continue
		}
		dst = append(dst, Placed{Glyph: i.Glyph, Term: i.Term, X: left, Y: y - i.Y*em, Size: em * i.Scale, Ink: own})
	}
	return dst
}

// Text appends upright text whose left edge is at x and whose baseline is at
// y: digits, all of one width, letters, space and . − + ∞ ∅ ( ) [ ] { } , : ; = < > ≤ ≥ / | ′.
// A hyphen is set as a minus sign; a character that is not there is left out.
func (s *Set) Text(dst []Placed, text []byte, x, y, em float64, ink theme.Role) []Placed {
	return s.chars.text(dst, text, x, y, em, ink, 0)
}

// TextWidth returns the advance of Text in CSS pixels.
func (s *Set) TextWidth(text []byte, em float64) float64 { return s.chars.width(text) * em }

// Sans is Text in the face of the words in plots, for numbers that stand alone
// as words do: digits, all of one width, and . , −.
func (s *Set) Sans(dst []Placed, text []byte, x, y, em float64, ink theme.Role) []Placed {
	return s.sans.text(dst, text, x, y, em, ink, 0)
}

// SansWidth returns the advance of Sans in CSS pixels.
//
//go:noinline
func (s *Set) SansWidth(text []byte, em float64) float64 { return s.sans.width(text) * em }

func (f face) text(dst []Placed, text []byte, x, y, em float64, ink theme.Role, term int) []Placed {
	for len(text) > 0 {
		c, n := f.char(text)
		text = text[n:]
		if c.glyph >= 0 {
			dst = append(dst, Placed{Glyph: c.glyph, Term: term, X: x, Y: y - c.y*em, Size: em * c.scale, Ink: ink})
		}
		x += c.advance * em
	}
	return dst
}

// width is the advance of text in em.
func (f face) width(text []byte) float64 {
	w := 0.0
	for len(text) > 0 {
		c, n := f.char(text)
		w, text = w+c.advance, text[n:]
	}
	return w
}

// char is the first character of a text, and how many bytes it takes.
func (f face) char(text []byte) (char, int) {
	r, n := utf8.DecodeRune(text)
	if r == '-' {
		r = '−'
	}
	if c, ok := f[r]; ok {
		return c, n
	}
	return char{glyph: -1}, n
}

// In reports whether the term is, or is inside, a term of the given key.
func (s *Set) In(term int, key string) bool {
	for path := s.Terms[term]; path != ""; {
		var k string
		k, path, _ = strings.Cut(path, "/")
		if k, _, _ = strings.Cut(k, "<"); k == key {
			return true
		}
	}
	return false
}

// Span returns the left and right edge, in em, of the ink of the terms with a key,
// with the samples in the slots, and the depth below the baseline of all ink that
// is there; false if the line has none.
func (s *Set) Span(l *Line, key string) (lo, hi, depth float64, ok bool) {
	for n := range l.Items {
		i := &l.Items[n]
		if !s.In(i.Term, key) {
			continue
		}
		x0, y0, x1, _ := s.box(i)
		if !ok {
			lo, hi, depth, ok = x0, x1, -y0, true
		}
		lo, hi, depth = min(lo, x0), max(hi, x1), max(depth, -y0)
	}
	const near = 0.1
	for n := range l.Items {
		if x0, y0, x1, _ := s.box(&l.Items[n]); ok && x1 > lo-near && x0 < hi+near {
			depth = max(depth, -y0)
		}
	}
	return lo, hi, depth, ok
}

// box is the extent of an item's ink, in em, y up.
func (s *Set) box(i *Item) (x0, y0, x1, y1 float64) {
	if i.Glyph < 0 {
		return i.X, i.Y, i.X + i.W, i.Y + i.H
	}
	g := &s.Glyphs[i.Glyph]
	k := i.Scale / 1000
	return i.X + k*float64(g.X0), i.Y + k*float64(g.Y0), i.X + k*float64(g.X1), i.Y + k*float64(g.Y1)
}
