package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// Point is a place in CSS pixels from the figure's upper left corner, y down.
type Point = place.Point

func pt(x, y float64) Point { return Point{X: x, Y: y} }

// Kind is the kind of a mark.
type Kind uint8

const (
	Stroke Kind = iota // a polyline through Points
	Fill               // a strip: Points are pairs a₀ b₀ a₁ b₁ …; the area between the a's and the b's
	Disc               // a disc of radius R at Points[0], with a ring around its edge
	Glyphs             // typeset mathematics
)

// Cap is how a stroke ends. Joins are always round.
type Cap uint8

const (
	Round Cap = iota
	Butt
)

// Dash is a dash pattern in CSS pixels along the stroke; the zero value is a
// solid stroke.
type Dash struct{ On, Off float64 }

// Mark is one thing to draw. Marks are drawn in order, later ones on top.
type Mark struct {
	Kind   Kind
	Ink    theme.Role
	To     theme.Role // the ink that it is turning into, by Mix in [0, 1]
	Mix    float64
	Alpha  float64 // opacity in [0, 1]
	Points []Point
	Width  float64 // stroke width, pixels
	Dash   Dash
	Cap    Cap
	R      float64 // radius of a disc, pixels
	Ring   theme.Role
	RingW  float64 // width of a disc's ring, centred on its edge; 0 is none
	Hatch  bool    // a fill hatched at −45° (7 px pitch, lines 2.2 px wide) in place of a flat one
	Fade   Fade
	Glyphs []formula.Placed
	Plot   int8        // the panel that it is in, from 1; 0 is none
	part   part        // what becomes of it when another lens is chosen
	veil   figure.Hide // with what it is kept back
	origin int         // what its glyphs were set from, counted from 1; 0 is not known
}

// Bounds is the smallest box around a mark's points and the origins of its glyphs:
// where it is, if not quite how far its ink goes.
func (m *Mark) Bounds() Rect {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(x, y float64) { x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y) }
	for _, q := range m.Points {
		add(q.X, q.Y)
	}
	for _, g := range m.Glyphs {
		add(g.X, g.Y)
	}
	return rect(x0, y0, x1-x0, y1-y0)
}
