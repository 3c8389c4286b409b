package place

import "math"

// Point is a place in CSS pixels from the figure's upper left corner, y down.
type Point struct{ X, Y float64 }

// Toward is the point a share k of the way to another.
func (a Point) Toward(b Point, k float64) Point {
	return Point{a.X + (b.X-a.X)*k, a.Y + (b.Y-a.Y)*k}
}

// From is how far the point is from another, px.
func (a Point) From(b Point) float64 { return hypot(a.X-b.X, a.Y-b.Y) }

func hypot(x, y float64) float64 { return math.Sqrt(x*x + y*y) }

// Rect is a box in CSS pixels, y down.
type Rect struct{ X, Y, W, H float64 }

// Bottom is the y of its lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Toward is a box a share k of the way to another.
func (r Rect) Toward(o Rect, k float64) Rect {
	p, size := Point{r.X, r.Y}.Toward(Point{o.X, o.Y}, k), Point{r.W, r.H}.Toward(Point{o.W, o.H}, k)
	return Rect{p.X, p.Y, size.X, size.Y}
}

// Grown is the box with d more on every side: a stroke is as wide as its ink.
func (r Rect) Grown(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// Gap is the space between two boxes along x or y, the wider of them, and negative
// where they overlap.
func (r Rect) Gap(o Rect) float64 {
	return max(o.X-r.X-r.W, r.X-o.X-o.W, o.Y-r.Y-r.H, r.Y-o.Y-o.H)
}

// From is how far a point is from the box.
func (r Rect) From(q Point) float64 {
	return hypot(max(0, r.X-q.X, q.X-r.X-r.W), max(0, r.Y-q.Y, q.Y-r.Y-r.H))
}

// Nearest is the point of a box that is nearest to another point.
func (r Rect) Nearest(q Point) Point {
	return Point{min(max(q.X, r.X), r.X+r.W), min(max(q.Y, r.Y), r.Y+r.H)}
}

// Holds reports whether all points are in the box.
func (r Rect) Holds(pts []Point) bool {
	for _, q := range pts {
		if !(q.X >= r.X && q.X <= r.X+r.W && q.Y >= r.Y && q.Y <= r.Y+r.H) {
			return false
		}
	}
	return true
}

// Leaving is where the way from a place in the box to one outside leaves it.
func (r Rect) Leaving(from, to Point) Point {
	if _, t, ok := (&Segment{A: from, B: to}).Clipped(r); ok {
		return from.Toward(to, t)
	}
	return from
}
