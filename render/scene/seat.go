package scene

// seat is a place for a label, seen from its anchor. It says nothing of px in the
// picture, so that the label moves as its anchor does.
type seat struct {
	t     float64 // the anchor, as a share of the way along which it may be
	dir   dir
	gap   float64 // from the anchor to the box, px
	short bool    // the label's shorter form
}

// dir is where a label stands, seen from its anchor: sixteen directions from the
// right counterclockwise, or on it.
type dir int8

const (
	east      dir = 0
	northEast dir = 2
	north     dir = 4
	northWest dir = 6
	west      dir = 8
	southWest dir = 10
	south     dir = 12
	southEast dir = 14
	dirs      dir = 16
	over      dir = 16
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
func (d dir) turned(o dir) float64 {
	n := (d - o + 2*dirs) % dirs
	return float64(min(n, dirs-n))
}

// nth is the direction that is best but for k others; of two alike the first.
func (d dir) nth(k dir) dir {
	a, b := (d-(k+1)/2+dirs)%dirs, (d+(k+1)/2)%dirs
	if k%2 > 0 {
		return min(a, b)
	}
	return max(a, b)
}

// box is where a box of a size stands in the seat.
func (s seat) box(anchor Point, w, h float64) Rect {
	c := compass[s.dir]
	return Rect{anchor.X + c.dx*s.gap - c.align*w, anchor.Y + c.dy*s.gap - c.base*h, w, h}
}

// rings are how much farther than at least a label may be from its anchor, px. From
// the distance far on, a line leads from it to the anchor.
var rings = [...]float64{0, 5, 12, 22, 34, 50, 72, 100, 140}

const far = 34

// kept is the seat of a label, or that there is none for it.
type kept struct {
	key  string
	axis axisKey
	seat seat
	none bool
}

// find is what is kept of a label, or nil.
func find(seats []kept, w *want) *kept {
	for i := range seats {
		if seats[i].axis == w.axis && seats[i].key == w.key {
			return &seats[i]
		}
	}
	return nil
}
