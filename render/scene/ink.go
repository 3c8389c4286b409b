package scene

import "math"

// ink is what labels should rather not cover: the strokes of the drawing, as
// segments. Labels ask for it many times a frame, so that the segments are in
// bunches, each with a box that is tried first.
type ink struct {
	segments []segment
	boxes    []corners // of bunch after bunch; a box may be larger than its bunch
}

// segment is a stretch of ink, in CSS px.
type segment struct{ a, b Point }

// corners are the upper left and the lower right corner of a box.
type corners struct{ x0, y0, x1, y1 float64 }

// bunch is how many segments share a box: for a curve about as long as a label.
const bunch = 16

// add adds a segment.
func (k *ink) add(a, b Point) {
	if len(k.segments)%bunch == 0 {
		k.boxes = append(k.boxes, corners{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)})
	}
	c := &k.boxes[len(k.boxes)-1]
	c.x0, c.y0 = min(c.x0, a.X, b.X), min(c.y0, a.Y, b.Y)
	c.x1, c.y1 = max(c.x1, a.X, b.X), max(c.y1, a.Y, b.Y)
	k.segments = append(k.segments, segment{a, b})
}

// back forgets all segments but the first n.
func (k *ink) back(n int) {
	k.segments, k.boxes = k.segments[:n], k.boxes[:(n+bunch-1)/bunch]
}

// crossed counts the segments that run through a box. It stops when there are
// more than the limit.
func (k *ink) crossed(r Rect, limit float64) float64 {
	n := 0.0
	for i, c := range k.boxes {
		if c.x0 > r.X+r.W || c.x1 < r.X || c.y0 > r.Y+r.H || c.y1 < r.Y {
			continue
		}
		for _, s := range k.segments[i*bunch : min((i+1)*bunch, len(k.segments))] {
			if s.meets(r) {
				if n++; n > limit {
					return n
				}
			}
		}
	}
	return n
}

// meets reports whether the segment has a point in the box.
func (s segment) meets(b Rect) bool {
	if s.a.X < b.X && s.b.X < b.X || s.a.X > b.X+b.W && s.b.X > b.X+b.W || s.a.Y < b.Y && s.b.Y < b.Y || s.a.Y > b.Y+b.H && s.b.Y > b.Y+b.H {
		return false
	}
	_, _, ok := s.clipped(b)
	return ok
}

// clipped is the stretch of the segment that is in the box, as shares of its
// way; ok is false where there is none (Liang and Barsky's parametric clipping).
func (s segment) clipped(b Rect) (t0, t1 float64, ok bool) {
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
