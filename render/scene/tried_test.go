package scene

import (
	"fmt"
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// TestRedIsAbove: the line that is tried is drawn as a warning exactly where it is
// above the graph, and what is hatched is between the two.
func TestRedIsAbove(t *testing.T) {
	var f Frame
	for k := range calculus.Kinds {
		for _, w := range [...][2]float64{{1440, 900}, {390, 844}} {
			for _, x := range []float64{-1.5, 0, 0.25, 0.5, 1, 1.2} {
				for _, g := range []float64{-2, -1, -0.3, 0, 0.4, 1, 1.3, 3} {
					m, _ := figure.Parse(fmt.Sprintf("fn=%s&lens=sub&x=%v&g=%v", k, x, g))
					Draw(&f, m, Ask{W: w[0], H: w[1], Theme: theme.Light()})
					if red := redOf(&f); red != "" {
						t.Errorf("%v %s: %s", w, m.Link(), red)
					}
				}
			}
		}
	}
}

// redOf says where the line of a frame has another ink than it should, "" if nowhere.
func redOf(f *Frame) string {
	drawn := 0.0
	a, g := f.plots[0], f.m.Slope()
	x0, y0 := f.m.X, f.facts.Value
	px := func(x float64) float64 { return a.at(0, f.f.Value(x)).Y - a.at(0, y0+g*(x-x0)).Y } // that the line is above the graph
	supports := f.facts.Supports
	for i := range f.Marks {
		m := &f.Marks[i]
		switch {
		case m.Kind == Stroke && m.Plot == a.id && (m.Ink == theme.Warn || m.Ink == theme.Subgradient) && math.Abs(m.Width-styles(f.Layout).scaled(f.Scale).selected()) < 1e-9:
			for j := 1; j < len(m.Points); j++ {
				drawn += m.Points[j].X - m.Points[j-1].X
				for s := 0.02; s < 1; s += 0.04 {
					q := m.Points[j-1].Toward(m.Points[j], s)
					x := (q.X - a.x0) / a.ux
					if math.Abs(a.at(x, y0+g*(x-x0)).Y-q.Y) > 0.1 {
						return fmt.Sprintf("a stroke of the line is off it at %.3f", x)
					}
					least, most := math.Inf(1), math.Inf(-1) // within a px to both sides
					for _, d := range []float64{-1.5, -1, -0.5, 0, 0.5, 1, 1.5} {
						v := px(x + d/a.ux)
						least, most = min(least, v), max(most, v)
					}
					switch red := m.Ink == theme.Warn; {
					case red && supports:
						return "a line that supports is red"
					case red && most <= 0:
						return fmt.Sprintf("red at %.3f, where it is %.3g px below", x, -most)
					case !red && least > 0.01:
						return fmt.Sprintf("not red at %.3f, where it is %.3g px above", x, least)
					}
				}
			}
		case m.Kind == Fill && m.Ink == theme.Warn && m.Hatch:
			for j := 0; j+1 < len(m.Points); j += 2 {
				if m.Points[j+1].Y < m.Points[j].Y-0.5 {
					return fmt.Sprintf("hatched below the graph at %.0f px", m.Points[j].X)
				}
			}
		}
	}
	if l, r, ok := a.line(x0, y0, g); ok && math.Abs(r.X-l.X-drawn) > 1 {
		return fmt.Sprintf("%.0f px of %.0f are drawn", drawn, r.X-l.X)
	}
	return ""
}
