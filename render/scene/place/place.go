// Package place finds places for labels: boxes that want to stand by what they name. It
// knows boxes, strokes and distances in CSS px, and nothing of what is written or drawn.
//
// Each label has seats around its anchor, or around many anchors along a way (seat.go).
// What is covered is forbidden; the rest has a cost in px of unease (unease.go): strokes
// that run through (ink.go), the distance from the anchor, the wrong side of it,
// something else that is nearer than what is named (look.go). Labels choose in their
// order (choose.go), and then once more each, now that the others stand. From one that
// stands far away a line leads to what it names (leader.go).
package place

// Ground is what labels are placed on: the drawing as they see it.
type Ground struct {
	Edge   Rect    // no label leaves it
	Scale  float64 // of the type, and of the air around it
	Graph  float64 // px, the width of the strokes
	Object float64 // and of the graph of a derivative
	Handle float64 // px, a handle's radius

	Taken []Rect // boxes that no label may cover
	Ink   Ink    // what a label should rather not cover
	Spots []Spot
	Plots []Rect // the boxes of the panels

	Labels []*Label // in their order

	moves  int    // how often a label has come to another seat
	nearby nearby // what of it all is near a label that looks for a seat
}

// Spot is a handle, or the halo around it.
type Spot struct {
	At     Point
	Radius float64
}

// Empty makes room for another drawing.
func (g *Ground) Empty() {
	g.Taken, g.Spots, g.Plots, g.Labels = g.Taken[:0], g.Spots[:0], nil, g.Labels[:0]
	g.Ink.Back(0)
	g.Ink.Role = 0
}

// Stand is where a label is in a seat.
func (g *Ground) Stand(l *Label, s Seat) Stand {
	wide := l.W
	if s.Short && l.ShortW > 0 { // which the pose that it stands by may have had alone
		wide = l.ShortW
	}
	at, c := g.anchor(l, s.T), compass[s.Dir]
	return Stand{s.Box(at, wide, l.H), at, Point{c.align, c.base}}
}

// way is how far a label's anchor may move, px along x for one that slides; 0 if it
// may not.
func (g *Ground) way(l *Label) float64 {
	switch k := g.Ink.Of(l.Of); {
	case l.Slides && !(k.Hi > k.Lo):
	case l.Along[0] != l.Along[1]:
		return l.Along[1].From(l.Along[0])
	case l.Slides:
		return k.Hi - k.Lo
	}
	return 0
}

// anchor is where a label's anchor is, a share t of the way.
func (g *Ground) anchor(l *Label, t float64) Point {
	q := l.At
	if l.Along[0] != l.Along[1] {
		q = l.Along[0].Toward(l.Along[1], t)
	}
	if l.Slides {
		if k := g.Ink.Of(l.Of); k.Lo <= k.Hi {
			if l.Along[0] == l.Along[1] {
				q.X = k.Lo + (k.Hi-k.Lo)*t
			}
			q, _ = k.On(q.X)
		}
	}
	return q
}
