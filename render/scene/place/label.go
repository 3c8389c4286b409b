package place

import "relu-three-ways/render/theme"

// Label is a box that wants to stand by what it names: what is asked for it, and the
// place that it has.
type Label struct {
	Tick   Tick       // it is a number of an axis
	Ink    theme.Role // of what is written in it
	At     Point      // the anchor,
	Along  [2]Point   // or the ends of the way along which it may be,
	Slides bool       // or it is on the stroke that is named, between these ends along x or anywhere
	T      float64    // where on the way it is best, as a share
	To     Dir        // where the label is best, seen from the anchor
	Clear  float64    // px between the anchor and the box, at least
	Of     Thing      // what it names
	Spot   bool       // it names a handle, the one at the anchor
	Strip  bool       // it is best on the way itself, not beside it
	Off    bool       // it never lies on the stroke of what it names
	Past   Thing      // may run on under it
	Home   bool       // it stays in the width of its panel, if that is wide enough

	Lines    uint8   // a set of times at which it is seen; 0 are all
	Fixed    bool    // it stands on its anchor, whatever is there
	Most     float64 // it is merely pleasant: where its place would cost more, it is left out
	InColumn bool    // it may leave the drawing's edge
	Late     bool    // no other gives way to it

	W, H   float64 // of its box, px
	ShortW float64 // of its shorter form; 0 where it has none

	Set     bool // it has a place:
	Seat    Seat
	Stand           // where that is
	Follows bool    // its place is that of a picture at rest
	Unclear float64 // px that something else of its ink is nearer
	cost    float64 // of the seat,
	base    float64 // and of it what does not depend on anything else
	chosen  int     // how many moves of labels there had been when it chose
	drawn   bool    // there is ink of what it names
}

// Tick is what a number of an axis stands at: which axis, of which panel, and which of
// its ticks. The zero value is none.
type Tick struct {
	Axis  byte
	Plot  int8
	Index int16
}

// loose is how far from its tick a number of the axis may be, px: those of x stand in
// one row, those of y each at its height, some farther left.
func (k Tick) loose() float64 {
	if k.Axis == 'y' {
		return 12
	}
	return 0
}

// turns is by how many sixteenths of a turn it may be beside its tick: 0 more, off what
// runs down there.
func (k Tick) turns() float64 {
	switch {
	case k.Axis == 'y':
		return 0
	case k.Index == 0:
		return 2
	}
	return 1
}

// Stand is where a label is: its box, its anchor, and the point of the box that
// stays where it is if the text grows, in shares of it.
type Stand struct {
	Box           Rect
	Anchor, Stays Point
}

// Toward is where it is a share k of the way to another place.
func (s Stand) Toward(o Stand, k float64) Stand {
	return Stand{s.Box.Toward(o.Box, k), s.Anchor.Toward(o.Anchor, k), s.Stays.Toward(o.Stays, k)}
}

// Within is the place as far as it is from another at most as the anchors are.
func (s Stand) Within(o Stand) Stand {
	at := func(s Stand) Point { return Point{s.Box.X + s.Stays.X*s.Box.W, s.Box.Y + s.Stays.Y*s.Box.H} }
	a, b := at(o), at(s)
	if far, most := b.From(a), s.Anchor.From(o.Anchor); far > most {
		to := a.Toward(b, most/far)
		s.Box.X += to.X - b.X
		s.Box.Y += to.Y - b.Y
	}
	return s
}

// Pad is the air around a label, px.
const Pad = 3

// Air is what a label leaves between itself and a reserved box, px. The numbers of
// an axis stand in one row below the discs on it.
func (l *Label) Air() float64 {
	if l.Tick.Axis != 0 {
		return 0.5
	}
	return Pad
}
