package host

import (
	"math"

	"relu-three-ways/render/scene"
)

// projection is how a page shows the figure: it leads from px of the frame to px
// of the window. Scrolling, zoom, transforms and perspective are all of the form
//
//	X = (ax + by + c)/(gx + hy + i)
//	Y = (dx + ey + f)/(gx + hy + i)
//
// where the denominator is positive for what is in front of the eye. The nine
// numbers are kept in the order of the alphabet.
type projection [9]float64

// flat is by how much the corners of a parallelogram may be off, px of the window:
// browsers round them.
const flat = 0.25

// least is the area below which the four corners tell nothing, square px of the
// window.
const least = 1

// through is the projection under which the corners (0, 0), (w, 0), (w, h) and
// (0, h) of the frame are seen at the places given. Where there is none, since the
// figure is seen from its edge or is not shown at all, it is the one that only moves
// the first corner there.
//
// It is the map of the unit square to a quadrilateral in Heckbert, Fundamentals of
// Texture Mapping and Image Warping (1989), 2.2.3.
func through(w, h float64, at [4]scene.Point) projection {
	moved := projection{1, 0, 0, 0, 1, 0, 0, 0, 1}
	if finite(at[0].X, at[0].Y) {
		moved[2], moved[5] = at[0].X, at[0].Y
	}
	for _, p := range at {
		if !finite(p.X, p.Y) {
			return moved
		}
	}
	if !(w > 0 && h > 0 && finite(w, h)) {
		return moved
	}
	var g, k float64
	sx, sy := at[0].X-at[1].X+at[2].X-at[3].X, at[0].Y-at[1].Y+at[2].Y-at[3].Y
	if math.Hypot(sx, sy) > flat {
		x1, y1 := at[1].X-at[2].X, at[1].Y-at[2].Y
		x2, y2 := at[3].X-at[2].X, at[3].Y-at[2].Y
		area := x1*y2 - x2*y1
		g, k = (sx*y2-x2*sy)/area, (x1*sy-sx*y1)/area
	}
	p := projection{
		(at[1].X - at[0].X + g*at[1].X) / w, (at[3].X - at[0].X + k*at[3].X) / h, at[0].X,
		(at[1].Y - at[0].Y + g*at[1].Y) / w, (at[3].Y - at[0].Y + k*at[3].Y) / h, at[0].Y,
		g / w, k / h, 1,
	}
	front := min(1+g, 1+k, 1+g+k) > 0
	if d := p.determinant() * w * h; !front || !finite(d) || math.Abs(d) < least {
		return moved
	}
	return p
}

// at is where a place is seen. There is no such place, and ok is false, where the
// denominator is not positive.
func (p projection) at(q scene.Point) (seen scene.Point, ok bool) {
	d := p[6]*q.X + p[7]*q.Y + p[8]
	seen = scene.Point{X: (p[0]*q.X + p[1]*q.Y + p[2]) / d, Y: (p[3]*q.X + p[4]*q.Y + p[5]) / d}
	if !(d > 0) || !finite(seen.X, seen.Y) {
		return scene.Point{}, false
	}
	return seen, true
}

// inverse leads back, from px of the window to px of the frame.
func (p projection) inverse() projection {
	d := p.determinant()
	return projection{
		(p[4]*p[8] - p[5]*p[7]) / d, (p[2]*p[7] - p[1]*p[8]) / d, (p[1]*p[5] - p[2]*p[4]) / d,
		(p[5]*p[6] - p[3]*p[8]) / d, (p[0]*p[8] - p[2]*p[6]) / d, (p[2]*p[3] - p[0]*p[5]) / d,
		(p[3]*p[7] - p[4]*p[6]) / d, (p[1]*p[6] - p[0]*p[7]) / d, (p[0]*p[4] - p[1]*p[3]) / d,
	}
}

func (p projection) determinant() float64 {
	return p[0]*(p[4]*p[8]-p[5]*p[7]) - p[1]*(p[3]*p[8]-p[5]*p[6]) + p[2]*(p[3]*p[7]-p[4]*p[6])
}

// stretch is how many px of the window a px of the frame along x is long at q; 1
// where that cannot be told.
func (p projection) stretch(q scene.Point) float64 {
	a, there := p.at(q)
	b, too := p.at(scene.Point{X: q.X + 1, Y: q.Y})
	if s := math.Hypot(b.X-a.X, b.Y-a.Y); there && too && s > 0 {
		return s
	}
	return 1
}

// finite reports whether all values are numbers.
func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
