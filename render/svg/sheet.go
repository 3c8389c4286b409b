package svg

import (
	"bytes"

	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Sheet is a drawing on a page that follows its figure. Most of a frame is as it
// was in the frame before, and a browser repaints whatever is updated, so a
// sheet updates only what has changed. A sheet is a list of pieces, each the
// markup of one mark, or of some that are one path.
type Sheet struct {
	now, last paper
	outlines  Type // of the glyphs that it has shown
}

// paper is the markup of a frame, and where in it each piece ends. Two of them
// take turns, so that a frame needs no new memory.
type paper struct {
	bytes.Buffer
	ends []int
}

func (p *paper) piece(i int) []byte {
	from := 0
	if i > 0 {
		from = p.ends[i-1]
	}
	return p.Bytes()[from:p.ends[i]]
}

// Edit changes one piece of a sheet. Edits are made in their order.
type Edit struct {
	At       int // index of the piece
	Kind     EditKind
	Markup   string      // of the whole piece, for Insert and Replace
	Attrs    []Attribute // for Retouch
	Elements int         // that the piece has, for Retouch
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
	s.now, s.last = s.last, s.now
	s.now.Reset()
	s.now.ends = s.now.ends[:0]
	p := &painter{w: &s.now, t: t, o: Options{ID: id}, outlines: &s.outlines, sheet: true}
	p.marks(f.Marks, func() { s.now.ends = append(s.now.ends, s.now.Len()) })
	return edits(&s.last, &s.now)
}

// edits turn one drawing into another. Where a piece has come or gone, the next is
// as it was, or has the elements that it had; otherwise pieces change in place.
func edits(from, to *paper) (list []Edit) {
	i, j, n, m := 0, 0, len(from.ends), len(to.ends)
	same := func(i, j int) bool { return i < n && j < m && bytes.Equal(from.piece(i), to.piece(j)) }
	for i < n || j < m {
		if same(i, j) {
			i, j = i+1, j+1
			continue
		}
		attrs, elements := []Attribute(nil), 0
		if i < n && j < m {
			attrs, elements = retouched(from.piece(i), to.piece(j))
		}
		cut, insert := j == m || same(i+1, j), i == n || same(i, j+1)
		if attrs == nil && !cut && !insert && n-i != m-j {
			cut, insert = n-i > m-j, n-i < m-j
		}
		switch {
		case cut:
			list = append(list, Edit{At: j, Kind: Cut})
			i++
			continue
		case insert:
			list = append(list, Edit{At: j, Kind: Insert, Markup: string(to.piece(j))})
			j++
			continue
		case attrs != nil:
			list = append(list, Edit{At: j, Kind: Retouch, Attrs: attrs, Elements: elements})
		default:
			list = append(list, Edit{At: j, Kind: Replace, Markup: string(to.piece(j))})
		}
		i, j = i+1, j+1
	}
	return list
}

// retouched are the attributes in which two pieces differ that have the same
// elements, with attributes of the same names, and the number of elements; nil if
// they have not.
func retouched(from, to []byte) (list []Attribute, elements int) {
	elements, _, alike := Changes(from, to, func(of int, name, _, value []byte) bool {
		list = append(list, Attribute{of, string(name), string(value)})
		return name != nil
	})
	if !alike {
		return nil, 0
	}
	return list, elements
}
