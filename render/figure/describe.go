package figure

import (
	"math"
	"strings"
)

// Describe puts the picture into words, for those who cannot see it: what is
// drawn, from the top down, with its numbers. The claim of the picture is the
// caption's, and is not repeated.
func Describe(m Model) string {
	var said []string
	for _, s := range m.describe() {
		if s != "" {
			said = append(said, m.Say(s))
		}
	}
	if t := Programs(m); !t.Empty() && m.Lens != Compare {
		said = append(said, string(t.AppendPlain(nil)))
	}
	return strings.Join(said, " ")
}

func (m Model) describe() []string {
	f := m.factsAt(m.place())
	x := Short(m.place())
	graph := "The graph of " + TitleOf(m) + ", with a point at x = " + x + "."
	bare := m.Hides()
	switch {
	case m.Lens == Dist && m.Withholds(Dist):
		return []string{m.describeBump()}
	case m.Lens == Dist && bare:
		return m.describeAreas()[:2]
	case m.Lens == Dist:
		return m.describeAreas()
	case m.Lens == Compare:
		said := []string{m.describeColumns()}
		if !m.Withholds(Point) {
			said = append(said, m.describeJump(f))
		}
		if !bare || !m.withholdsSet() {
			said = append(said, m.describeLines(f))
		}
		if !m.Withholds(Dist) {
			said = append(said, m.describeMass(f))
		}
		return said
	case m.Withholds(m.Lens), m.Lens == Sub && bare && m.withholdsSet():
		return []string{graph}
	case m.Lens == Sub && bare:
		return []string{graph, m.describeLines(f)}
	case m.Stepping():
		return []string{graph, m.describeLines(f), m.describeSteps()}
	case m.Lens == Sub:
		return []string{graph, m.describeLines(f), m.describeTried(f), "Below, the set of subgradients at each x."}
	case bare:
		return []string{graph, m.describeSecants(f)}
	}
	below := "Below, the graph of the slope."
	if !f.HasSlope {
		below = "Below, the graph of the slope; there is no slope at " + x + "."
	}
	return []string{graph, m.describeSecants(f), below}
}

func (m Model) describeSecants(f Facts) string {
	l, r := f.quotients()
	secants := "the secants with step h = " + Padded(m.H) + " have slopes " + l + " on the left and " + r + " on the right"
	switch {
	case f.missing():
		return "The function is undefined there, so there is no slope."
	case f.HasSlope:
		return "The tangent there has slope " + Short(f.Slope) + "; " + secants + "."
	case math.IsInf(f.Left, 0) || math.IsInf(f.Right, 0):
		return "There is no slope there; " + secants + ". As h shrinks, the slopes tend to " + Short(f.Left) + " and " + Short(f.Right) + "."
	}
	return "There is no slope there; " + secants + "."
}

func (m Model) describeLines(f Facts) string {
	switch {
	case f.missing():
		return "There is no point of the graph there, and so no line through it."
	case f.Sub.Empty():
		return "Every line through the point rises above the graph somewhere."
	case f.Sub.Width() == 0:
		return "One line through the point never rises above the graph; its slope is " + Short(f.Sub.Lo) + "."
	}
	return "A fan of lines through the point, with all slopes from " + Short(f.Sub.Lo) + " to " + Short(f.Sub.Hi) + ", never rises above the graph."
}

func (m Model) describeTried(f Facts) string {
	g := m.tried(f)
	switch {
	case !f.tries() || f.missing():
		return ""
	case f.Supports && f.Sub.Width() == 0:
		return "The line of slope g = " + g + " is that line."
	case f.Supports:
		return "The line of slope g = " + g + " is one of them."
	}
	return "The line of slope g = " + g + " rises above the graph, and the region between them is hatched."
}

func (m Model) describeAreas() []string {
	p := m.Facts().Pairing
	if p.Direct != p.Direct { // only the definition gives it
		p.Direct = p.ByParts
	}
	f := m.function().letter
	of := m.tested()
	return []string{
		m.describeBump(),
		"In the middle, minus " + of + " times the derivative of the bump; the integral is " + m.answer(p.ByParts) + ".",
		"At the bottom, " + f + m.primes() + " tested on the bump, which gives " + m.answer(p.Direct) + ".",
		"The derivation is at line " + Number(float64(m.Line()), 0) + " of 5.",
	}
}

// describeColumns says what Compare's columns are of.
func (m Model) describeColumns() string {
	return "Three columns for x = " + Short(m.Centre()) + ": the slope, the lines that fit underneath, the derivative as a distribution."
}

// tested is the letter of what the bump stands under.
func (m Model) tested() string {
	if m.Order == Second {
		return m.function().letter + "′"
	}
	return m.function().letter
}

// describeBump says where the bump is.
func (m Model) describeBump() string {
	φ := m.Probe()
	return "Three panels. At the top, " + m.tested() + " and the test function φ, a bump from " + Short(settled(φ.Lo(), 1e-12)) + " to " + Short(settled(φ.Hi(), 1e-12)) + " with its peak, of height 1, at " + Short(m.C) + "."
}

func (m Model) describeJump(f Facts) string {
	switch {
	case f.Pole:
		return "The function is unbounded there, and there is no slope."
	case f.missing():
		return "The function is undefined there, so there is no slope."
	case f.ValueJump != 0:
		return "The value jumps by " + Short(f.ValueJump) + ", and there is no slope."
	case !f.HasSlopeJump:
		return "There is no slope: the slopes of the left secants tend to " + Short(f.Left) + ", those of the right secants to " + Short(f.Right) + "."
	case f.SlopeJump == 0:
		return "The slope does not jump."
	}
	return "The slope jumps by " + Short(f.SlopeJump) + "."
}

func (m Model) describeMass(f Facts) string {
	switch {
	case f.Pole:
		return "The distributional derivative is not a measure near " + Short(m.Centre()) + "."
	case f.Single:
		return "The distributional derivative does not see the value at " + Short(m.Centre()) + "."
	case f.ValueJump != 0:
		return "The distributional derivative has a point mass of " + Short(f.ValueJump) + " at " + Short(m.Centre()) + "."
	case m.Function().Singular():
		s := m.shape()
		return "The distributional derivative is a measure of mass " + Short(s.High-s.Low) + " without a density."
	case !f.HasSlopeJump:
		return "The second distributional derivative is not a measure near " + Short(m.Centre()) + "."
	case f.SlopeJump == 0:
		return "The second distributional derivative has no point mass at " + Short(m.Centre()) + "."
	}
	return "The second distributional derivative has a point mass of " + Short(f.SlopeJump) + " at " + Short(m.Centre()) + "."
}
