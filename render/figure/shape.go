package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Shape is what is true of a function as a whole. With the Facts at a point it
// is all that words are chosen by: they hold for any function of which these
// are true.
type Shape struct {
	Low, High float64 // its limits at the first break and at the last, from outside; at −∞ and +∞ if it has none

	Linear     bool // every piece is a straight line
	Line       bool // and all of them are one
	Stationary bool // the slope is 0 almost everywhere
	Singular   bool // f′ has a singular part

	Whole       bool    // the breaks that are counted are known to be all
	Breaks      int     // how many there are
	First, Last float64 // the first and the last of them
	Jumps       Jump    // of the values
	Corners     Jump    // of the slope, between finite slopes
	Poles       Jump    // places near which f is unbounded
	Single      int     // places where f is missing or beside both limits, which are one
	Steep       Jump    // places where a slope is infinite and the value does not jump
	Left, Right float64 // slopes on the two sides of the first corner, or of 0
}

// Jump is how many places there are of a kind, where the first is, and by how
// much f or its slope jumps there.
type Jump struct {
	Count    int
	At, Size float64
}

func (j *Jump) add(at, size float64) {
	if j.Count == 0 {
		j.At, j.Size = at, size
	}
	j.Count++
}

// level reports whether the slope is one number wherever there is one, and nothing jumps.
func (s Shape) level() bool {
	return s.Line || s.Whole && s.Linear && s.Jumps.Count+s.Corners.Count+s.Steep.Count+s.Poles.Count == 0
}

// oneMass reports whether f′ is a multiple of δ and nothing else.
func (s Shape) oneMass() bool {
	return s.Whole && s.Stationary && s.Jumps.Count == 1 && s.Jumps.At == 0
}

// oneCorner reports whether f″ is.
func (s Shape) oneCorner() bool {
	return s.Whole && s.Linear && s.Jumps.Count == 0 && s.Corners.Count == 1 && s.Corners.At == 0
}

func shapeOf(f calculus.Function) Shape {
	var store stops
	breaks := f.AppendBreaks(store[:0])
	s := Shape{
		Low: f.Value(math.Inf(-1)), High: f.Value(math.Inf(1)),
		Linear: f.PiecewiseLinear(), Stationary: f.Stationary(), Singular: f.Singular(),
		Whole: f.Whole(), Breaks: len(breaks),
	}
	s.Left, s.Right = f.Slopes(0)
	if len(breaks) > 0 { // before the first and after the last
		s.Low, s.High = f.LeftValue(breaks[0]), f.RightValue(breaks[len(breaks)-1])
	}
	s.Line = math.IsInf(f.Straight(0, -1), -1) && math.IsInf(f.Straight(0, 1), 1) && f.ValueJump(0) == 0 && s.Left == s.Right
	for i, b := range breaks {
		if i == 0 {
			s.First = b
		}
		s.Last = b
		if f.Single(b) {
			s.Single++
		}
		if f.Pole(b) {
			s.Poles.add(b, math.NaN())
		} else if v := f.ValueJump(b); v != 0 {
			s.Jumps.add(b, v)
		} else if l, r := f.Slopes(b); l-l != 0 || r-r != 0 { // ∞ − ∞ is NaN
			s.Steep.add(b, math.NaN())
		} else if l != r {
			if s.Corners.Count == 0 {
				s.Left, s.Right = l, r
			}
			s.Corners.add(b, r-l)
		}
	}
	if !s.Whole && s.Jumps.Count+s.Corners.Count < 2 { // what is told of one, or of none, is told of all
		s.Linear, s.Stationary = false, false
	}
	return s
}

// shape is the shape of the model's function.
func (m Model) shape() Shape { return shapeOf(m.Function()) }
