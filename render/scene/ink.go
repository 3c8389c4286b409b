package scene

import (
	"math"

	"relu-three-ways/render/theme"
)

// ink is what labels should rather not cover: the strokes of the drawing, as
// segments. Labels ask for it many times a frame, so that the segments are in
// bunches, each with a box that is tried first.
type ink struct {
	segments []segment
	boxes    []corners  // of bunch after bunch; a box may be larger than its bunch
	role     theme.Role // of the mark that was drawn last

	// Thing by thing, once all is there.
	sorted bool
	things [manyThings]stretch
	ofAll  []segment
}

// stretch is the ink of a thing: some of the sorted segments, and how far it goes
// along x; lo > hi where there is none.
type stretch struct {
	segments []segment
	lo, hi   float64
}

// segment is a stretch of ink, in CSS px.
type segment struct {
	a, b Point
	of   thing
	ink  theme.Role
}

// thing is what a stroke is, so that a label can stand nearest to the one that it
// names.
type thing uint8

const (
	unnamed  thing = iota // axes, guides, edges, lines without a name
	speck                 // a dot of the lattice, or hatching: paper under a label covers it
	theGraph              // of f
	thePrime              // of f′, pointwise
	theSub                // of ∂f
	theWeak               // of f′, as a distribution
	theTangent
	theLeft // secant and its continuation
	theRight
	theChord // side of the slope triangle
	theSecant
	theTried // line of slope g
	theProbe
	theMirrored // η mirrored
	theSmooth   // curve of f ∗ η
	theParts    // curve of −f φ′
	theDirect   // curve of f′ φ
	theEnds     // curve of f φ
	theClarke   // of ∂_C f where ∂f is empty
	theSecond   // of f″, as a distribution
	theJump     // at 0, as each notion has it; of a point mass
	theGap      // no stroke of its own: what is between two branches, between x and x + h, in a fan
	manyThings
)

// objectOf is the graph of the derivative that a notion has, by its ink.
func objectOf(ink theme.Role) thing {
	switch ink {
	case theme.Pointwise:
		return thePrime
	case theme.Subgradient:
		return theSub
	}
	return theWeak
}

// weight is what it costs a label to lie on a stroke of that kind.
func (t thing) weight() float64 {
	switch t {
	case speck:
		return 0.08
	case unnamed:
		return 0.8
	}
	return 1
}

// corners are the upper left and the lower right corner of a box.
type corners struct{ x0, y0, x1, y1 float64 }

// bunch is how many segments share a box: for a curve about as long as a label.
const bunch = 16

// add adds a segment of a thing.
func (k *ink) add(a, b Point, of thing) {
	if len(k.segments)%bunch == 0 {
		k.boxes = append(k.boxes, corners{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)})
	}
	c := &k.boxes[len(k.boxes)-1]
	c.x0, c.y0 = min(c.x0, a.X, b.X), min(c.y0, a.Y, b.Y)
	c.x1, c.y1 = max(c.x1, a.X, b.X), max(c.y1, a.Y, b.Y)
	k.segments = append(k.segments, segment{a, b, of, k.role})
	k.sorted = false
}

// some reports whether there is any ink.
func (s *stretch) some() bool { return s.lo <= s.hi }

// has reports whether there is any in a role.
func (s *stretch) has(ink theme.Role) bool {
	for i := range s.segments {
		if s.segments[i].ink == ink {
			return true
		}
	}
	return false
}

// of is the ink of a thing.
func (k *ink) of(t thing) *stretch {
	if k.sorted {
		return &k.things[t]
	}
	k.sorted = true
	var n [manyThings + 1]int
	for i := range k.segments {
		n[k.segments[i].of+1]++
	}
	k.ofAll = append(k.ofAll[:0], k.segments...)
	for t := range k.things {
		n[t+1] += n[t]
		k.things[t] = stretch{k.ofAll[n[t]:n[t]], math.Inf(1), math.Inf(-1)}
	}
	for _, s := range k.segments {
		t := &k.things[s.of]
		t.segments = append(t.segments, s)
		t.lo, t.hi = min(t.lo, s.a.X, s.b.X), max(t.hi, s.a.X, s.b.X)
	}
	return &k.things[t]
}

// near appends the segments near a box.
func (k *ink) near(dst []segment, r Rect) []segment {
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

// back forgets all segments but the first n.
func (k *ink) back(n int) {
	k.segments, k.boxes, k.sorted = k.segments[:n], k.boxes[:(n+bunch-1)/bunch], false
}

// bunchOf are the segments that share box i.
func (k *ink) bunchOf(i int) []segment {
	return k.segments[i*bunch : min((i+1)*bunch, len(k.segments))]
}

// crossed is what it costs to lie on some ink in a box: so much for being struck
// through at all, and for each px of it. It stops when there is more than the
// limit.
func crossed(ink []segment, r Rect, limit float64) float64 {
	const atAll, perPx = 10, 0.8
	sum, most := 0.0, 0.0
	for i := range ink {
		s := &ink[i]
		if !s.near(r) {
			continue
		}
		t0, t1, ok := s.clipped(r)
		if !ok {
			continue
		}
		w := s.of.weight()
		most = max(most, w)
		if sum += w * (t1 - t0) * hypot(s.b.X-s.a.X, s.b.Y-s.a.Y); most*atAll+sum*perPx > limit {
			break
		}
	}
	return most*atAll + sum*perPx
}

// apart is how far a box is from the ink of a thing, at most so far, and how far from
// that of any other thing with a name, as far as it is near enough to count.
func apart(ink []segment, r Rect, of thing, most, near float64) (own, other float64) {
	own, other = most, near
	for i := range ink {
		switch s := &ink[i]; {
		case s.of <= speck:
		case s.of == of:
			own = s.nearer(r, own)
		default:
			other = s.nearer(r, other)
		}
	}
	return own, other
}

// on is the point of the ink at x or, where there is none, the one at x that is as
// high as the nearest, and how far that is.
func (k *stretch) on(x float64) (q Point, off float64) {
	x = min(max(x, k.lo), k.hi)
	near, y := math.Inf(1), 0.0
	for _, s := range k.segments {
		if l, r := min(s.a.X, s.b.X), max(s.a.X, s.b.X); x >= l && x <= r {
			if r == l {
				return s.a, 0
			}
			return Point{x, lerp(s.a.Y, s.b.Y, (x-s.a.X)/(s.b.X-s.a.X))}, 0
		}
		for _, q := range [...]Point{s.a, s.b} {
			if d := math.Abs(q.X - x); d < near {
				near, y = d, q.Y
			}
		}
	}
	return Point{x, y}, near
}

// near reports whether the segment's own box meets another.
func (s *segment) near(b Rect) bool {
	return !(s.a.X < b.X && s.b.X < b.X || s.a.X > b.X+b.W && s.b.X > b.X+b.W || s.a.Y < b.Y && s.b.Y < b.Y || s.a.Y > b.Y+b.H && s.b.Y > b.Y+b.H)
}

// nearer is how far the segment is from a box, but at most d.
func (s *segment) nearer(b Rect, d float64) float64 {
	if d <= 0 || !s.near(b.grown(d)) {
		return d
	}
	if s.near(b) {
		if _, _, ok := s.clipped(b); ok {
			return 0
		}
	}
	d = min(d, b.from(s.a), b.from(s.b))
	for _, q := range [...]Point{{b.X, b.Y}, {b.X + b.W, b.Y}, {b.X, b.Y + b.H}, {b.X + b.W, b.Y + b.H}} {
		d = min(d, s.from(q))
	}
	return d
}

// from is how far a point is from the segment.
func (s *segment) from(q Point) float64 {
	dx, dy := s.b.X-s.a.X, s.b.Y-s.a.Y
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = clamp01(((q.X-s.a.X)*dx + (q.Y-s.a.Y)*dy) / l)
	}
	n := s.a.toward(s.b, t)
	return hypot(q.X-n.X, q.Y-n.Y)
}

// clipped is the stretch of the segment that is in the box, as shares of its
// way; ok is false where there is none (Liang and Barsky's parametric clipping).
func (s *segment) clipped(b Rect) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	dx, dy := s.b.X-s.a.X, s.b.Y-s.a.Y
	for _, e := range [...][2]float64{{-dx, s.a.X - b.X}, {dx, b.X + b.W - s.a.X}, {-dy, s.a.Y - b.Y}, {dy, b.Y + b.H - s.a.Y}} {
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
