package figure

import "relu-three-ways/math/calculus"

// subCaption says which lines fit underneath, and of the one that is tried
// whether it does.
func (m Model) subCaption(f Facts, short bool) Text {
	s, at := f.Sub, num(m.X)
	switch {
	case s.Empty():
		return m.emptyCaption(f, short)
	case !f.tries():
		return m.closedCaption(f, short)
	case s.Width() == 0 && f.Supports:
		return either(short, "Only the level line fits underneath, where there is no slope at all.",
			"Only the level line fits underneath: slope 0 supports, although {f} has no slope at {x}. So {f} is least there.", letter(m.letter()), at)
	case s.Width() == 0:
		return text("A line of slope {g} is above the graph far enough out. Only slope {s} fits underneath at {x}.", fine(m.G), num(s.Lo), at)
	case !f.Supports:
		return m.wrongCaption(f, short)
	}
	if s.Lo < 0 && s.Hi > 0 {
		return either(short, "Lines that touch at {x} and never rise above: slopes {lo} to {hi}. With 0 among them, {x} is the minimum.",
			"Every line that touches the graph at {x} and never rises above it: slopes {lo} to {hi}. Slope 0 is among them, so {x} is the minimum.", at, num(s.Lo), num(s.Hi))
	}
	return either(short, "Lines that touch at {x} and never rise above the graph: their slopes fill {lo} to {hi}.",
		"Ask for every line that touches the graph at {x} and never rises above it. Their slopes fill the whole interval from {lo} to {hi}.", at, num(s.Lo), num(s.Hi))
}

// wrongCaption says on which side the line that is tried is above the graph.
func (m Model) wrongCaption(f Facts, short bool) Text {
	wrong := "Slope {g} is too steep: right of {x} the line rises above the graph, so it supports nothing."
	if m.G < f.Sub.Lo {
		wrong = "Slope {g} is too low: left of {x} the line rises above the graph, so it supports nothing."
	}
	if short {
		return text(wrong, fine(m.G), num(m.X))
	}
	return text("{wrong} Bring _g_ back into the interval from {lo} to {hi}.", saying(wrong), fine(m.G), num(m.X), num(f.Sub.Lo), num(f.Sub.Hi))
}

// closedCaption is for where the tangent is the one supporting line.
func (m Model) closedCaption(f Facts, short bool) Text {
	slope := num(f.Slope)
	switch {
	case short:
		return text("The fan has closed: only the tangent, of slope {s}, fits underneath.", slope)
	case f.Slope == 0:
		return text("Here the fan has closed: the only line that fits underneath is the tangent, of slope {s}. It is level, so {f} is least here.", slope, letter(m.letter()))
	}
	return text("Here the fan has closed: the only line that fits underneath is the tangent, of slope {s}.", slope)
}

// emptyCaption says why no line supports.
func (m Model) emptyCaption(f Facts, short bool) Text {
	why := "No line fits underneath."
	switch m.Fn {
	case calculus.MinusAbs, calculus.Kink:
		why = "The graph turns down at 0, away from every line: none fits underneath, so the set is empty."
	case calculus.Cube:
		why = "Far to the left _x_³ falls below every line, so none fits underneath, not even the tangent."
	case calculus.Heaviside, calculus.Cantor:
		why = "Far out only a level line stays below, and at this height it is above the graph left of 0: none fits."
	case calculus.SqrtAbs:
		why = "A slanted line outgrows √|_x_|, and the level one is above it at 0: none fits underneath."
	}
	switch {
	case short:
		return text(why)
	case f.HasClarke && f.Clarke.Width() > 0:
		return text("{why} Clarke’s, the hull of nearby slopes, is {set}.", saying(why), set(f.Clarke))
	case f.ValueJump != 0:
		return text("{why} A jump is not Lipschitz: no Clarke set either.", saying(why))
	}
	return text(why)
}
