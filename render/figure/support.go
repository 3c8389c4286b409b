package figure

import "relu-three-ways/math/calculus"

// subCaption says which lines fit underneath, and of the one that is tried
// whether it does.
func (m Model) subCaption(f Facts, short bool) string {
	s, at := f.Sub, Short(m.X)
	lo, hi := Short(s.Lo), Short(s.Hi)
	switch {
	case s.Empty():
		return m.emptyCaption(f, short)
	case !f.tries():
		return m.closedCaption(f, short)
	case s.Width() == 0 && f.Supports:
		return either(short, "Only the level line fits underneath, where there is no slope at all.",
			"Only the level line fits underneath: slope 0 supports, although "+m.letter()+" has no slope at "+at+". So "+m.letter()+" is least there.")
	case s.Width() == 0:
		return "A line of slope " + Nonzero(m.G) + " is above the graph far enough out. Only slope " + lo + " fits underneath at " + at + "."
	case !f.Supports:
		return m.wrongCaption(f, short)
	}
	if s.Lo < 0 && s.Hi > 0 {
		return either(short, "Lines that touch at "+at+" and never rise above: slopes "+lo+" to "+hi+". With 0 among them, "+at+" is the minimum.",
			"Every line that touches the graph at "+at+" and never rises above it: slopes "+lo+" to "+hi+". Slope 0 is among them, so "+at+" is the minimum.")
	}
	return either(short, "Lines that touch at "+at+" and never rise above the graph: their slopes fill "+lo+" to "+hi+".",
		"Ask for every line that touches the graph at "+at+" and never rises above it. Their slopes fill the whole interval from "+lo+" to "+hi+".")
}

// wrongCaption says on which side the line that is tried is above the graph.
func (m Model) wrongCaption(f Facts, short bool) string {
	side, how, g := "right", "steep", m.G
	if g < f.Sub.Lo {
		side, how = "left", "low"
	}
	text := "Slope " + Nonzero(g) + " is too " + how + ": " + side + " of " + Short(m.X) + " the line rises above the graph, so it supports nothing."
	return either(short, text, text+" Bring _g_ back into the interval from "+Short(f.Sub.Lo)+" to "+Short(f.Sub.Hi)+".")
}

// closedCaption is for where the tangent is the one supporting line.
func (m Model) closedCaption(f Facts, short bool) string {
	least := ""
	if f.Slope == 0 {
		least = " It is level, so " + m.letter() + " is least here."
	}
	slope := Short(f.Slope)
	return either(short, "The fan has closed: only the tangent, of slope "+slope+", fits underneath.",
		"Here the fan has closed: the only line that fits underneath is the tangent, of slope "+slope+"."+least)
}

// emptyCaption says why no line supports.
func (m Model) emptyCaption(f Facts, short bool) string {
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
		return why
	case f.HasClarke && f.Clarke.Width() > 0:
		return why + " Clarke’s, the hull of nearby slopes, is " + interval(f.Clarke.Lo, f.Clarke.Hi) + "."
	case f.ValueJump != 0:
		return why + " A jump is not Lipschitz: no Clarke set either."
	}
	return why
}
