package place

// Seat is a place for a label, seen from its anchor. It says nothing of px in the
// picture, so that the label moves as its anchor does.
type Seat struct {
	T     float64 // the anchor, as a share of the way along which it may be
	Dir   Dir
	Gap   float64 // from the anchor to the box, px
	Short bool    // the label's shorter form
}

// Dir is where a label stands, seen from its anchor: sixteen directions from the
// right counterclockwise, or on it.
type Dir int8

const (
	East      Dir = 0
	NorthEast Dir = 2
	North     Dir = 4
	NorthWest Dir = 6
	West      Dir = 8
	SouthWest Dir = 10
	South     Dir = 12
	SouthEast Dir = 14
	dirs      Dir = 16
	Over      Dir = 16
)

// compass says for each direction how far the box is moved for a px of the gap,
// and which point of it is then that far from the anchor; 0, 0 is the box's upper
// left corner.
var compass = [dirs + 1]struct{ dx, dy, align, base float64 }{
	{1, 0, 0, 0.5}, {1, 0, 0, 0.85}, {0.7, -0.7, 0, 1}, {0, -1, 0.15, 1},
	{0, -1, 0.5, 1}, {0, -1, 0.85, 1}, {-0.7, -0.7, 1, 1}, {-1, 0, 1, 0.85},
	{-1, 0, 1, 0.5}, {-1, 0, 1, 0.15}, {-0.7, 0.7, 1, 0}, {0, 1, 0.85, 0},
	{0, 1, 0.5, 0}, {0, 1, 0.15, 0}, {0.7, 0.7, 0, 0}, {1, 0, 0, 0.15},
	{0, 0, 0.5, 0.5},
}

// turned is how many sixteenths of a turn are between two directions.
func (d Dir) turned(o Dir) float64 {
	n := (d - o + 2*dirs) % dirs
	return float64(min(n, dirs-n))
}

// nth is the direction that is best but for k others; of two alike the first.
func (d Dir) nth(k Dir) Dir {
	a, b := (d-(k+1)/2+dirs)%dirs, (d+(k+1)/2)%dirs
	if k%2 > 0 {
		return min(a, b)
	}
	return max(a, b)
}

// Box is where a box of a size stands in the seat.
func (s Seat) Box(anchor Point, w, h float64) Rect {
	c := compass[s.Dir]
	return Rect{anchor.X + c.dx*s.Gap - c.align*w, anchor.Y + c.dy*s.Gap - c.base*h, w, h}
}

// rings are how much farther than at least a label may be from its anchor, px. From
// the distance Far on, a line leads from it to the anchor.
var rings = [...]float64{0, 5, 12, 22, 34, 50, 72, 100, 140}

const Far = 34
