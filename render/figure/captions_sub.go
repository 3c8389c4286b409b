package figure

import "math"

// subCaption says which lines fit underneath, and of the one that is tried
// whether it does.
func (m Model) subCaption(f Facts, short bool) Text {
	return f.proved(m.subClaim(f, short), m.subClaim(f, true))
}

// proved is a claim about the lines that fit, or its brief form with how far it is proved.
func (a Facts) proved(claim, brief Text) Text {
	switch {
	case a.Sub.Empty() || math.IsInf(a.Looked, 1):
		return claim
	case a.Looked < math.Abs(a.X): // not even beside the point
		return text("{claim} This is not proved, only tried at many places.").quote(brief)
	}
	return text("{claim} This is proved for |_y_| ≤ {r} only.").quote(brief).and(num(a.Looked))
}

// subClaim is the caption without how far it is proved.
func (m Model) subClaim(f Facts, short bool) Text {
	s, x, name := f.Sub, num(m.X), letter(m.letter())
	switch {
	case s.Empty():
		return m.emptyCaption(f, short)
	case !f.Supports && s.Width() == 0:
		return text("The line of slope {g} is above the graph {where}. Only the line of slope {s} fits at {x}.", fine(m.G, s.Lo)).where(m.above()).and(to(s.Lo, m.G), x)
	case !f.Supports:
		return m.wrongCaption(f, short)
	case s.Width() == 0 && f.HasSlope && s.Lo == 0:
		return pick(short, text("Only the tangent fits underneath. It is horizontal, so _x_ = {x} is a minimiser.", x), text("Only one line fits underneath: the tangent. It is horizontal, so 0 belongs to ∂{f}({x}) and _x_ = {x} is a minimiser of {f}.", name, x))
	case s.Width() == 0 && f.HasSlope:
		return pick(short, text("Only the tangent, of slope {s}, fits underneath.", num(s.Lo)), text("Only the tangent, of slope {s}, fits underneath. The set ∂{f}({x}) is {set}; many call this set “the subgradient” and write it as {s}.", num(s.Lo), name, x, set(s)))
	case s.Width() == 0 && s.Lo == 0:
		return pick(short, text("Only the horizontal line fits underneath, so _x_ = {x} is a minimiser, although there is no slope.", x), text("Only the horizontal line fits underneath, although {f} has no slope at {x}. So 0 belongs to ∂{f}({x}), and _x_ = {x} is a minimiser.", name, x))
	case s.Width() == 0:
		return text("Only the line of slope {s} fits underneath, although {f} has no slope at {x}.", num(s.Lo), name, x)
	case s.Contains(0):
		return either(short, "The supporting lines at {x} have slopes from {lo} to {hi}. One of them is horizontal, so _x_ = {x} is a minimiser.",
			"Take all lines that touch the graph at {x} and never rise above it. Their slopes fill the interval from {lo} to {hi}, which contains 0, so _x_ = {x} is a minimiser.", x, num(s.Lo), num(s.Hi))
	}
	return either(short, "The lines that touch the graph at {x} and never rise above it have slopes from {lo} to {hi}.",
		"Take all lines that touch the graph at {x} and never rise above it. Their slopes fill the interval from {lo} to {hi}.", x, num(s.Lo), num(s.Hi))
}

// wrongCaption says where the line that is tried is above the graph.
func (m Model) wrongCaption(f Facts, short bool) Text {
	wrong := "Slope {g} is too large: the line is above the graph {where}, so it is not a supporting line."
	if m.G < f.Sub.Lo {
		wrong = "Slope {g} is too small: the line is above the graph {where}, so it is not a supporting line."
	}
	t := text(wrong, fine(m.G, f.Sub.Lo, f.Sub.Hi)).where(m.above())
	if short {
		return t
	}
	if f.Sub.Lo > GRange().Hi || f.Sub.Hi < GRange().Lo { // where no hand brings it
		return t
	}
	return text("{claim} Choose _g_ between {lo} and {hi}.").quote(t).and(to(f.Sub.Lo, m.G), to(f.Sub.Hi, m.G))
}

// emptyCaption says why no line supports.
func (m Model) emptyCaption(f Facts, short bool) Text {
	why := m.whyEmpty(f)
	if short || !f.HasClarke || f.Clarke.Width() == 0 {
		return why
	}
	return text("{claim} Clarke’s subdifferential, the convex hull of the limits of nearby slopes, is {set}.").quote(why).and(set(f.Clarke))
}

// whyEmpty gives the nearest reason: the graph itself beside the point, the
// corner at it, or the tangent, which is the only line that could support.
func (m Model) whyEmpty(f Facts) Text {
	x := num(m.X)
	switch {
	case f.missing():
		return text("{f} is undefined at {x}, so no line can touch the graph there.", letter(m.letter()), x)
	case math.IsInf(f.Left, 1) && math.IsInf(f.Right, -1):
		return text("On both sides of {x} the graph falls below every line through the point, so none fits underneath.", x)
	case math.IsInf(f.Left, 1):
		return text("Just to the left of {x} the graph is below every line through the point, so none fits underneath.", x)
	case math.IsInf(f.Right, -1):
		return text("Just to the right of {x} the graph is below every line through the point, so none fits underneath.", x)
	case f.Left > f.Right:
		return text("The graph bends down at {x}: every line through the point is above it on at least one side, so none fits.", x)
	case f.HasSlope:
		return text("Only the tangent could fit, but it is above the graph {where}, so no line fits underneath.").where(m.tangentAbove())
	}
	return text("Every line that fits near {x} rises above the graph farther out, so no line fits underneath.", x)
}

// tangentAbove is where the tangent is above the graph.
func (m Model) tangentAbove() Above {
	m.G = m.factsAt(m.X).Slope
	return m.above()
}
