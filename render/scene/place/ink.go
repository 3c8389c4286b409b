package place

import (
	"math"

	"relu-three-ways/render/theme"
)

// Ink is what labels should rather not cover: the strokes of the drawing, as
// segments. Labels ask for it many times a frame, so that the segments are in
// bunches, each with a box that is tried first.
type Ink struct {
	Segments []Segment
	boxes    []corners  // of bunch after bunch; a box may be larger than its bunch
	Role     theme.Role // of the mark that was drawn last

	// Thing by thing, once all is there.
	sorted bool
	things [Things]Stretch
	ofAll  []Segment
}

// Stretch is the ink of a thing: some of the sorted segments, and how far it goes
// along x; lo > hi where there is none.
type Stretch struct {
	Segments []Segment
	Lo, Hi   float64
}

// Segment is a stretch of ink, in CSS px.
type Segment struct {
	A, B Point
	Of   Thing
	Ink  theme.Role
}

// Thing is what a stroke is, so that a label can stand nearest to the one that it
// names.
type Thing uint8

const (
	Unnamed Thing = iota // axes, guides, edges, lines without a name
	Speck                // a dot of the lattice, or hatching: paper under a label covers it
	Gap                  // no stroke of its own: what is between two branches, between x and x + h, in a fan
	Named                // the first of the others, which the drawing has names for

	Things = 32 // how many there may be: a set of them is a uint32
)

// weight is what it costs a label to lie on a stroke of that kind.
func (t Thing) weight() float64 {
	switch t {
	case Speck:
		return 0.08
	case Unnamed:
		return 0.8
	}
	return 1
}

// corners are the upper left and the lower right corner of a box.
type corners struct{ x0, y0, x1, y1 float64 }

// bunch is how many segments share a box: for a curve about as long as a label.
const bunch = 16

// Add adds a segment of a thing.
func (k *Ink) Add(a, b Point, of Thing) {
	if len(k.Segments)%bunch == 0 {
		k.boxes = append(k.boxes, corners{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)})
	}
	c := &k.boxes[len(k.boxes)-1]
	c.x0, c.y0 = min(c.x0, a.X, b.X), min(c.y0, a.Y, b.Y)
	c.x1, c.y1 = max(c.x1, a.X, b.X), max(c.y1, a.Y, b.Y)
	k.Segments = append(k.Segments, Segment{a, b, of, k.Role})
	k.sorted = false
}

// Some reports whether there is any ink.
func (s *Stretch) Some() bool { return s.Lo <= s.Hi }

// Has reports whether there is any in a role.
func (s *Stretch) Has(ink theme.Role) bool {
	for i := range s.Segments {
		if s.Segments[i].Ink == ink {
			return true
		}
	}
	return false
}

// Of is the ink of a thing.
func (k *Ink) Of(t Thing) *Stretch {
	if k.sorted {
		return &k.things[t]
	}
	k.sorted = true
	var n [Things + 1]int
	for i := range k.Segments {
		n[k.Segments[i].Of+1]++
	}
	k.ofAll = append(k.ofAll[:0], k.Segments...)
	for t := range k.things {
		n[t+1] += n[t]
		k.things[t] = Stretch{k.ofAll[n[t]:n[t]], math.Inf(1), math.Inf(-1)}
	}
	for _, s := range k.Segments {
		t := &k.things[s.Of]
		t.Segments = append(t.Segments, s)
		t.Lo, t.Hi = min(t.Lo, s.A.X, s.B.X), max(t.Hi, s.A.X, s.B.X)
	}
	return &k.things[t]
}

// Near appends the segments near a box.
func (k *Ink) Near(dst []Segment, r Rect) []Segment {
	for i, c := range k.boxes {
		if c.x0 > r.X+r.W || c.x1 < r.X || c.y0 > r.Y+r.H || c.y1 < r.Y {
			continue
		}
		for _, s := range k.bunchOf(i) {
			if s.near(r) {
				dst = append(dst, s)
			}
		}
	}
	return dst
}

// Back forgets all segments but the first n.
func (k *Ink) Back(n int) {
	k.Segments, k.boxes, k.sorted = k.Segments[:n], k.boxes[:(n+bunch-1)/bunch], false
}

// bunchOf are the segments that share box i.
func (k *Ink) bunchOf(i int) []Segment {
	return k.Segments[i*bunch : min((i+1)*bunch, len(k.Segments))]
}

// Crossed is what it costs to lie on some ink in a box: so much for being struck
// through at all, and for each px of it. It stops when there is more than the
// limit.
func Crossed(ink []Segment, r Rect, limit float64) float64 {
	const atAll, perPx = 10, 0.8
	sum, most := 0.0, 0.0
	for i := range ink {
		s := &ink[i]
		if !s.near(r) {
			continue
		}
		t0, t1, ok := s.Clipped(r)
		if !ok {
			continue
		}
		w := s.Of.weight()
		most = max(most, w)
		if sum += w * (t1 - t0) * s.B.From(s.A); most*atAll+sum*perPx > limit {
			break
		}
	}
	return most*atAll + sum*perPx
}

// apart is how far a box is from the ink of a thing, at most so far, and how far from
// that of any other thing with a name, as far as it is near enough to count.
func apart(ink []Segment, r Rect, of Thing, most, near float64) (own, other float64) {
	own, other = most, near
	for i := range ink {
		switch s := &ink[i]; {
		case s.Of <= Speck:
		case s.Of == of:
			own = s.Nearer(r, own)
		default:
			other = s.Nearer(r, other)
		}
	}
	return own, other
}

// On is the point of the ink at x or, where there is none, the one at x that is as
// high as the nearest, and how far that is.
func (k *Stretch) On(x float64) (q Point, off float64) {
	x = min(max(x, k.Lo), k.Hi)
	near, y := math.Inf(1), 0.0
	for _, s := range k.Segments {
		if l, r := min(s.A.X, s.B.X), max(s.A.X, s.B.X); x >= l && x <= r {
			if r == l {
				return s.A, 0
			}
			return Point{x, s.A.Y + (s.B.Y-s.A.Y)*((x-s.A.X)/(s.B.X-s.A.X))}, 0
		}
		for _, q := range [...]Point{s.A, s.B} {
			if d := math.Abs(q.X - x); d < near {
				near, y = d, q.Y
			}
		}
	}
	return Point{x, y}, near
}

// near reports whether the segment's own box meets another.
func (s *Segment) near(b Rect) bool {
	return !(s.A.X < b.X && s.B.X < b.X || s.A.X > b.X+b.W && s.B.X > b.X+b.W || s.A.Y < b.Y && s.B.Y < b.Y || s.A.Y > b.Y+b.H && s.B.Y > b.Y+b.H)
}

// Nearer is how far the segment is from a box, but at most d.
func (s *Segment) Nearer(b Rect, d float64) float64 {
	if d <= 0 || !s.near(b.Grown(d)) {
		return d
	}
	if s.near(b) {
		if _, _, ok := s.Clipped(b); ok {
			return 0
		}
	}
	d = min(d, b.From(s.A), b.From(s.B))
	for _, q := range [...]Point{{b.X, b.Y}, {b.X + b.W, b.Y}, {b.X, b.Y + b.H}, {b.X + b.W, b.Y + b.H}} {
		d = min(d, s.From(q))
	}
	return d
}

// From is how far a point is from the segment.
func (s *Segment) From(q Point) float64 {
	dx, dy := s.B.X-s.A.X, s.B.Y-s.A.Y
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(1, max(0, ((q.X-s.A.X)*dx+(q.Y-s.A.Y)*dy)/l))
	}
	return q.From(s.A.Toward(s.B, t))
}

// Clipped is the stretch of the segment that is in the box, as shares of its
// way; ok is false where there is none (Liang and Barsky's parametric clipping).
func (s *Segment) Clipped(b Rect) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	dx, dy := s.B.X-s.A.X, s.B.Y-s.A.Y
	for _, e := range [...][2]float64{{-dx, s.A.X - b.X}, {dx, b.X + b.W - s.A.X}, {-dy, s.A.Y - b.Y}, {dy, b.Y + b.H - s.A.Y}} {
		switch {
		case e[0] == 0 && e[1] < 0:
			return 0, 0, false
		case e[0] < 0:
			t0 = max(t0, e[1]/e[0])
		case e[0] > 0:
			t1 = min(t1, e[1]/e[0])
		}
	}
	return t0, t1, t0 <= t1
}
