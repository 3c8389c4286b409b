package svg

import (
	"strings"

	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Sheet is a drawing on a page that follows its figure. Most of a frame is as it
// was in the frame before, and a browser paints again what it is told anew: so a
// sheet tells only what has changed. A sheet is a list of pieces, each the
// markup of one mark, or of some that are one path.
type Sheet struct {
	pieces, last []string
	outlines     map[int]string // path data of the glyphs that it has shown, by their index
}

// Edit changes one piece of a sheet. Edits are made in their order.
type Edit struct {
	At     int // index of the piece
	Kind   EditKind
	Markup string      // of the whole piece; empty where it is cut
	Attrs  []Attribute // for Retouch
}

// Attribute is an attribute of an element in a piece.
type Attribute struct {
	Of          int // index of the element among those of the piece, in the order of their tags
	Name, Value string
}

// EditKind is what an edit does.
type EditKind uint8

const (
	Insert  EditKind = iota // a piece before the one at the index, or at the end
	Cut                     // the piece
	Replace                 // all that the piece holds
	Retouch                 // some attributes in the piece
)

// Next takes the next frame and returns what makes the sheet show it. Theme and
// ids are as in Draw.
func (s *Sheet) Next(f *scene.Frame, t theme.Theme, id string) []Edit {
	s.last, s.pieces = s.pieces, s.last[:0]
	if s.outlines == nil {
		s.outlines = map[int]string{}
	}
	var b strings.Builder
	var ends []int
	p := &painter{w: &b, t: t, o: Options{ID: id}, outlines: s.outlines}
	p.marks(f.Marks, func() { ends = append(ends, b.Len()) })
	from, all := 0, b.String()
	for _, end := range ends {
		s.pieces = append(s.pieces, all[from:end])
		from = end
	}
	return edits(s.last, s.pieces)
}

// edits turn one list of pieces into another. What both have at their ends
// stays; between, pieces change in place as far as there are as many.
func edits(from, to []string) (list []Edit) {
	head := 0
	for head < min(len(from), len(to)) && from[head] == to[head] {
		head++
	}
	tail := 0
	for tail < min(len(from), len(to))-head && from[len(from)-1-tail] == to[len(to)-1-tail] {
		tail++
	}
	old, now := len(from)-tail, len(to)-tail
	both := min(old, now)
	for i := head; i < both; i++ {
		if from[i] == to[i] {
			continue
		}
		e := Edit{At: i, Kind: Replace, Markup: to[i]}
		if e.Attrs = retouched(from[i], to[i]); e.Attrs != nil {
			e.Kind = Retouch
		}
		list = append(list, e)
	}
	for i := both; i < now; i++ {
		list = append(list, Edit{At: i, Kind: Insert, Markup: to[i]})
	}
	for i := both; i < old; i++ {
		list = append(list, Edit{At: both, Kind: Cut})
	}
	return list
}

// retouched are the attributes in which two pieces differ that have the same
// elements, with attributes of the same names; nil if they have not.
func retouched(from, to string) (list []Attribute) {
	for of := -1; to != ""; {
		old, oldValue, oldRest := token(from)
		now, value, rest := token(to)
		if now != old || now == "" {
			return nil
		}
		switch {
		case now[0] == '<' && now[1] != '/':
			of++
		case value != oldValue:
			list = append(list, Attribute{of, strings.Trim(now, ` ="`), value})
		}
		from, to = oldRest, rest
	}
	if from != "" {
		return nil
	}
	return list
}

// token cuts off the first of: the beginning of a tag, with its name; an
// attribute, whose value is told apart; the end of a tag; a closing tag. It is
// empty where there is none, since a drawing without words has no texts.
func token(markup string) (token, value, rest string) {
	end := -1
	switch {
	case strings.HasPrefix(markup, "</"), strings.HasPrefix(markup, ">"), strings.HasPrefix(markup, "/>"):
		end = strings.IndexByte(markup, '>') + 1
	case strings.HasPrefix(markup, "<"):
		end = strings.IndexAny(markup, " />")
	case strings.HasPrefix(markup, " "):
		if open := strings.Index(markup, `="`) + 2; open >= 2 {
			value, rest, ok := strings.Cut(markup[open:], `"`)
			if ok {
				return markup[:open], value, rest
			}
		}
	}
	if end <= 0 {
		return "", "", ""
	}
	return markup[:end], "", markup[end:]
}
