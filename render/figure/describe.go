package figure

import (
	"math"
	"strings"
)

// Describe says the picture in words, for those who do not see it: what is
// drawn, from the top down, with its numbers. The claim of the picture is the
// caption's, and is not repeated.
func Describe(m Model) string {
	var said []string
	for _, s := range m.describe() {
		if s != "" {
			said = append(said, m.Say(s))
		}
	}
	return strings.Join(said, " ")
}

func (m Model) describe() []string {
	f := m.factsAt(m.place())
	x := Short(m.place())
	graph := "The graph: " + FunctionName(m.Fn) + ", with a point at x = " + x + "."
	switch m.Lens {
	case Sub:
		return []string{graph, m.describeLines(f), m.describeTried(f), "Below, the set of subgradients at each x."}
	case Dist:
		return m.describeAreas()
	case Compare:
		return []string{
			"Three columns for x = 0: the slope, the lines that fit underneath, the derivative as a distribution.",
			m.describeJump(f), m.describeLines(f), m.describeMass(f),
		}
	}
	below := "Below, the slope at each x."
	if !f.HasSlope {
		below = "Below, the slope at each x, with a hole at " + x + "."
	}
	return []string{graph, m.describeSecants(f), below}
}

func (m Model) describeSecants(f Facts) string {
	switch {
	case f.HasSlope:
		return "The tangent there has slope " + Short(f.Slope) + "; the secants with step h = " + Nonzero(m.H) + " have slopes " + Short(f.QuotLeft) + " on the left and " + Short(f.QuotRight) + " on the right."
	case math.IsInf(f.Left, 0) || math.IsInf(f.Right, 0):
		return "There is no tangent; the secants with step h = " + Nonzero(m.H) + " have slopes " + Short(f.QuotLeft) + " and " + Short(f.QuotRight) + ", and grow steeper as h shrinks."
	}
	return "There is no tangent; the secants with step h = " + Nonzero(m.H) + " have slopes " + Short(f.QuotLeft) + " on the left and " + Short(f.QuotRight) + " on the right."
}

func (m Model) describeLines(f Facts) string {
	switch {
	case f.Sub.Empty():
		return "No line through the point stays under the graph."
	case f.Sub.Width() == 0:
		return "One line through the point stays under the graph, of slope " + Short(f.Sub.Lo) + "."
	}
	return "A fan of lines through the point stays under the graph, of all slopes from " + Short(f.Sub.Lo) + " to " + Short(f.Sub.Hi) + "."
}

func (m Model) describeTried(f Facts) string {
	switch {
	case !f.tries():
		return ""
	case f.Supports:
		return "The line of slope g = " + Number(m.G, 2) + " is one of them."
	}
	return "The line of slope g = " + Number(m.G, 2) + " is not: it rises above the graph, and what lies between is hatched."
}

func (m Model) describeAreas() []string {
	p := m.Facts().Pairing
	φ := m.Probe()
	return []string{
		"Three panels. On top, the function and the probe, a bump of height 1 from " + Short(φ.Lo()) + " to " + Short(φ.Hi()) + " with its top at " + Short(m.C) + ".",
		"In the middle, minus the function times the slope of the probe, with area " + Number(p.ByParts, 4) + ".",
		"Below, what the derivative does to the probe, with area " + Number(p.Direct, 4) + ".",
		"The derivation is at line " + Number(float64(m.Line()), 0) + " of 5.",
	}
}

func (m Model) describeJump(f Facts) string {
	switch {
	case f.ValueJump != 0:
		return "The value jumps by " + Short(f.ValueJump) + ", and the slope has a hole."
	case !f.HasSlopeJump:
		return "The slope has a hole."
	}
	return "The slope jumps by " + Short(f.SlopeJump) + "."
}

func (m Model) describeMass(f Facts) string {
	switch {
	case f.ValueJump != 0:
		return "The first derivative has a point mass of " + Short(f.ValueJump) + " at 0."
	case !f.HasSlopeJump || m.Function().Singular():
		return ""
	}
	return "The second derivative has a point mass of " + Short(f.SlopeJump) + " at 0."
}
