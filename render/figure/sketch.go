package figure

import (
	"math"
	"slices"
	"strings"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
)

// Draw it: where the formula is corners(…), each of its corners has a handle. All that
// a hand does goes into the formula, of which the rest of the figure follows.

// MostCorners is how many corners a drawn function may have.
const MostCorners = 40

const (
	snapGrid    = 2    // corners to a unit that attract a hand: the halves
	largestSnap = 0.2  // units within which they do; between two of them a hand is free
	cornerGap   = 0.05 // units between neighbours, at least, that a hand or a key leaves
)

// Corner is the control of the i-th corner of a drawn function, counted from 0. Its value
// is the height of the corner; a hand moves it sideways too.
func Corner(i int) Control { return Controls + Control(i) }

// Corner is which corner a control is of, and false if it is none of a corner.
func (c Control) Corner() (int, bool) {
	return int(c) - int(Controls), c >= Controls && c < Controls+MostCorners
}

// CornerX and CornerY are where a corner may be put by hand, world units.
func CornerX() calculus.Interval { return calculus.Interval{Lo: -7, Hi: 7} }
func CornerY() calculus.Interval { return calculus.Interval{Lo: -9, Hi: 9} }

// Vertex is where a corner is, world units.
type Vertex = expression.Point

// cornersOf are the corners of a formula corners(…), none of any other or of one with
// more corners than can be moved.
func cornersOf(text string) []Vertex {
	if !strings.HasPrefix(text, "corners(") {
		return nil
	}
	w := formulaOf(text)
	if w == nil || w.tree.Op != expression.Corners || len(w.tree.Points) > MostCorners {
		return nil
	}
	return w.tree.Points
}

// Sketched reports whether the model's function is given by its corners, so that it can
// be drawn.
func (m *Model) Sketched() bool { return cornersOf(m.Formula) != nil }

// Sketching reports whether the corners have handles in this picture.
func (m *Model) Sketching() bool {
	return m.Draw && m.Lens != Compare && m.Order == First && m.Sketched()
}

// Corners are the corners that have handles, in order, and which of them a hand holds,
// −1 if none. One that a hand has brought onto its neighbour is among them until the
// hand lets go.
func (m *Model) Corners() (at []Vertex, held int) {
	if !m.Sketching() {
		return nil, -1
	}
	now := cornersOf(m.Formula)
	held = m.heldCorner()
	if held < 0 || m.Merges == 0 {
		return now, held
	}
	at = slices.Insert(slices.Clone(now), held, Vertex{})
	at[held] = at[held+int(m.Merges)]
	return at, held
}

// grips reports whether a corner that is in a hand is one of those that were there when
// the hand took it, and the function one that the hand made of them.
func (m *Model) grips() bool {
	i, base, now := m.heldCorner(), cornersOf(m.Drawn), cornersOf(m.Formula)
	if i < 0 || i >= len(base) {
		return false
	}
	if j := i + int(m.Merges); j != i { // it is gone for now
		return j >= 0 && j < len(base) && slices.Equal(now, slices.Concat(base[:i], base[i+1:]))
	}
	return len(now) == len(base) && slices.Equal(now[:i], base[:i]) && slices.Equal(now[i+1:], base[i+1:])
}

// heldCorner is the corner in a hand, −1 if none is.
func (m *Model) heldCorner() int {
	for i := range MostCorners {
		if m.Held.Has(Corner(i)) {
			return i
		}
	}
	return -1
}

// sketched starts or stops to draw. A function that is continuous and piecewise linear
// is drawn from where it is, any other begins as a hat.
func (m Model) sketched(on bool) Model {
	if !on {
		m.Draw = false
		return m
	}
	if !m.Sketched() {
		text, bad, no := Read(traced(m.Function()))
		if bad != nil || no != nil {
			text = hatText
		}
		m = m.written(text)
	}
	m.Draw, m.Order = true, First
	if m.Lens == Compare {
		m = m.looked(Point)
	}
	return m
}

// hatText is what a drawing begins as where no other function is drawn.
const hatText = "corners(-1:0, 0:1, 1:0)"

// traced is a function by its corners.
func traced(f calculus.Function) string {
	breaks := f.Breaks()
	ok := f.PiecewiseLinear() && f.AbsolutelyContinuous() && len(breaks) <= MostCorners-2
	for _, b := range breaks {
		ok = ok && !f.Single(b)
	}
	if !ok {
		return hatText
	}
	if len(breaks) == 0 {
		breaks = []float64{0}
	}
	x := append(append([]float64{math.Ceil(breaks[0]) - 1}, breaks...), math.Floor(breaks[len(breaks)-1])+1)
	points := make([]Vertex, len(x))
	for i, x := range x {
		points[i] = Vertex{X: x, Y: f.Value(x)}
	}
	return cornersText(points)
}

// cornersText is the formula with these corners.
func cornersText(points []Vertex) string {
	return (&expression.Node{Op: expression.Corners, Points: points}).String()
}

// redrawn is the model with other corners. Where they are too many, or too long as a
// formula, it stays as it is, which is said.
func (m Model) redrawn(points []Vertex) Model {
	canonical, bad, no := Read(cornersText(points))
	if m.Full = len(points) > MostCorners || bad != nil || no != nil; !m.Full {
		m.Formula = canonical
	}
	return m.halted(H)
}

// cornerTo puts a corner of a formula somewhere, between its neighbours. The point goes
// along if it is on it.
func (m Model) cornerTo(base []Vertex, i int, x, y float64, rides bool) Model {
	if r := reach(base, i); r.Empty() {
		x = base[i].X
	} else if x != base[i].X { // what does not move stays, wherever it is
		x = within(r, x, x)
	}
	if y != base[i].Y {
		y = within(CornerY(), y, y)
	}
	points := slices.Clone(base)
	points[i] = Vertex{X: x, Y: y}
	was := m.Formula
	if m = m.redrawn(points); rides && m.Formula != was {
		m.X = x
	}
	return m
}

// reach is where a corner may be between its neighbours, empty where they are too near
// each other.
func reach(base []Vertex, i int) calculus.Interval {
	r := CornerX()
	if i > 0 {
		r.Lo = max(r.Lo, hundredth(base[i-1].X+cornerGap))
	}
	if i+1 < len(base) {
		r.Hi = min(r.Hi, hundredth(base[i+1].X-cornerGap))
	}
	return r
}

// snapped is a coordinate of a corner where a hand is: a half within the pull, or else
// what a hand gives.
func snapped(v, pull float64, about Slack) float64 {
	if half := math.Round(v*snapGrid) / snapGrid; math.Abs(v-half) <= min(max(pull, 0), largestSnap) {
		return half
	}
	return given(X, v, about)
}

// carried moves a corner with the hand that holds it. Brought onto a neighbour it is
// gone, as long as the hand leaves it there.
func (m Model) carried(d Drag) Model {
	i, _ := d.Control.Corner()
	base := cornersOf(m.Drawn)
	if i >= len(base) || !finite(d.To) || !finite(d.Y) || !m.Held.Has(d.Control) {
		return m
	}
	onto := min(max(d.Pull, cornerGap), largestSnap)
	for _, k := range [...]int{-1, 1} {
		if j := i + k; len(base) > 2 && j >= 0 && j < len(base) && math.Hypot(d.To-base[j].X, d.Y-base[j].Y) <= onto {
			m = m.redrawn(slices.Concat(base[:i], base[i+1:]))
			m.Merges = int8(k)
			return m
		}
	}
	m.Merges = 0
	return m.cornerTo(base, i, snapped(d.To, d.Pull, d.About), snapped(d.Y, d.Pull, d.AboutY), m.Rides)
}

// pushed moves a corner by a key.
func (m Model) pushed(n Nudge) Model {
	i, _ := n.Control.Corner()
	at := cornersOf(m.Formula)
	if !m.Has(n.Control) || n.Dir == 0 || m.Held != 0 {
		return m
	}
	p, per := at[i], steps(n.Control, n.Size)
	rides := m.X == p.X
	if n.Up {
		p.Y = next(p.Y, per, n.Dir)
	} else {
		p.X = next(p.X, per, n.Dir)
		if r := reach(at, i); r.Empty() || (p.X-at[i].X)*(within(r, p.X, p.X)-at[i].X) <= 0 { // there is no room on that side
			return m
		}
	}
	return m.cornerTo(at, i, p.X, p.Y, rides)
}

// planted is the model with one more corner on the graph, where a click was or at a half
// within its pull.
func (m Model) planted(e Plant) Model {
	at := cornersOf(m.Formula)
	if !m.Sketching() || m.Held != 0 || !finite(e.X) {
		return m
	}
	x := snapped(e.X, e.Pull, e.About)
	i := 0
	for i < len(at) && at[i].X < x {
		i++
	}
	r := CornerX()
	if i > 0 {
		r.Lo = max(r.Lo, at[i-1].X+cornerGap/2)
	}
	if i < len(at) {
		r.Hi = min(r.Hi, at[i].X-cornerGap/2)
	}
	y := rounded(m.Function().Value(x))
	if !r.Contains(x) || !CornerY().Contains(y) {
		return m
	}
	return m.redrawn(slices.Insert(slices.Clone(at), i, Vertex{X: x, Y: y}))
}

// uprooted is the model without a corner. Two always stay.
func (m Model) uprooted(c Control) Model {
	i, _ := c.Corner()
	at := cornersOf(m.Formula)
	if !m.Has(c) || m.Held != 0 || len(at) <= 2 {
		return m
	}
	return m.redrawn(slices.Concat(at[:i], at[i+1:]))
}

// Beyond is the place between a corner and the next, or beyond the last: where a key
// adds one.
func (m *Model) Beyond(c Control) float64 {
	i, _ := c.Corner()
	at := cornersOf(m.Formula)
	if !m.Has(c) || m.Held != 0 || i >= len(at) {
		return math.NaN()
	}
	if i+1 < len(at) {
		return hundredth((at[i].X + at[i+1].X) / 2)
	}
	return hundredth(at[i].X + 1)
}

// slopeTo is the slope between a corner and the one before it.
func slopeTo(at []Vertex, i int) float64 { return (at[i].Y - at[i-1].Y) / (at[i].X - at[i-1].X) }

// rounded is a number of at most six decimals for one that differs from it by the rounding
// of its computation alone.
func rounded(v float64) float64 {
	if r := math.Round(1e6*v) / 1e6; math.Abs(v-r) <= 1e-12*max(1, math.Abs(v)) {
		return r
	}
	return v
}

// Sprawling is a drawn function of which there is as much to say as of any.
func (m Model) Sprawling() Model {
	points := make([]Vertex, mostToldRamps+2)
	for i := range points {
		points[i] = Vertex{X: -2.87 + 0.29*float64(i), Y: [...]float64{1.37, -1.88, 0.61}[i%3]}
	}
	m.Formula, m.Full = cornersText(points), false
	return m
}
