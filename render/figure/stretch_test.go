package figure

import (
	"strings"
	"testing"
)

// TestTangentAbove: at an inflection the tangent is above the graph from the point on,
// whatever rounding hides beside it, and rounding itself is no height.
func TestTangentAbove(t *testing.T) {
	for _, c := range []struct {
		text string
		x    float64
		want string
	}{
		{"sin(x)", 0, "right of 0,"},
		{"tanh(x)", 0, "right of 0,"},
		{"arctan(x)", 0, "right of 0,"},
		{"x-x^3", 0, "right of 0,"},
		{"sin(x)+100", 0, "right of 0,"},
		{"sin(x-1)", 1, "right of 1,"},
		{"x^3", 0, "left of 0,"},
		{"exp(x)-1-x^2/2", 0, "left of 0,"},
		{"exp(x)-1-x^2/2-x", 0, "left of 0,"},
		{"-x^2", 0.3, "on both sides of 0.3,"},
		{"relu(1-|x|)", -0.5, "right of 0,"},
		{"tanh(20x)", -2, "far from −2,"},
	} {
		m := Update(New(), Define{c.text})
		m.Lens, m.X = Sub, c.x
		if got := Plain(Caption(m, true).String()); !strings.Contains(got, "above the graph "+c.want) {
			t.Errorf("%s at %v: %s", c.text, c.x, got)
		}
	}
}
