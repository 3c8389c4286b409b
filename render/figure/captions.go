package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Caption is the claim of the picture. A short one is for small figures.
func Caption(m Model, short bool) string {
	f := m.Facts()
	switch m.Lens {
	case Sub:
		return m.subCaption(f, short)
	case Dist:
		return m.distCaption(short)
	case Compare:
		return m.compareCaption()
	}
	return m.pointCaption(f, short)
}

func (m Model) pointCaption(f Facts, short bool) string {
	at := Short(m.X)
	switch {
	case m.Fn == calculus.Cantor && f.HasSlope && m.X > 0 && m.X < 1:
		return "On this flat stretch the slope is 0, as it is almost everywhere. Yet the graph climbs from 0 to 1."
	case m.Fn == calculus.Cantor && !f.HasSlope:
		return "This point is in the Cantor set, where no finite slope exists. The set has length 0, but all of the climb happens on it."
	case m.Fn == calculus.Heaviside && f.HasSlope:
		return "The slope is 0 here and everywhere but at 0. The pointwise derivative never notices the jump."
	case f.ValueJump != 0:
		return "The value jumps at 0: one secant stays flat while the other, of slope 1/_h_, grows without bound. There is no slope."
	case math.IsInf(f.Left, 0) || math.IsInf(f.Right, 0):
		return "The secants turn vertical as _h_ shrinks: their slopes tend to −∞ on the left and +∞ on the right. No number is the slope."
	case f.HasSlope && m.Fn == calculus.ReLU && !short:
		side := "Right of 0 the graph rises with slope 1"
		if m.X < 0 {
			side = "Left of 0 the graph is flat, with slope 0"
		}
		return side + ": short secants on both sides agree on it. Drag the point to 0, where they do not."
	case f.HasSlope:
		return "As _h_ shrinks, the secants on both sides settle on one number, " + Short(f.Slope) + ": the slope of the tangent at " + at + "."
	case short:
		return "Left secants have slope " + Short(f.QuotLeft) + " and right secants slope " + Short(f.QuotRight) + ", so the derivative has a hole at " + at + "."
	}
	return "From the left every secant has slope " + Short(f.QuotLeft) + ", from the right every secant has slope " + Short(f.QuotRight) +
		", however small _h_ gets. They never agree, so the derivative has a hole at " + at + "."
}

func (m Model) subCaption(f Facts, short bool) string {
	at, g := Short(m.X), Short(m.Slope())
	s := f.Sub
	switch {
	case s.Empty():
		return m.emptyCaption(f, short)
	case s.Width() > 0 && f.Supports:
		set := "from " + Short(s.Lo) + " to " + Short(s.Hi)
		if short {
			return "Every line that touches the graph at " + at + " and never rises above it. Their slopes fill the interval " + set + "."
		}
		if s.Lo < 0 && s.Hi > 0 {
			return "Every line that touches the graph at " + at + " and never rises above it: slopes " + set + ". Slope 0 is among them, so " + at + " is the minimum."
		}
		return "Ask for every line that touches the graph at " + at + " and never rises above it. Their slopes fill the whole interval " + set + "."
	case s.Width() > 0:
		side, how := "right", "steep"
		if m.G < s.Lo {
			side, how = "left", "low"
		}
		text := "Slope " + Number(m.G, 2) + " is too " + how + ": " + side + " of " + at + " the line rises above the graph, so it supports nothing."
		if short {
			return text
		}
		return text + " Bring _g_ back into the interval from " + Short(s.Lo) + " to " + Short(s.Hi) + "."
	case !f.HasSlope && f.Supports:
		return "Only the level line fits underneath: slope 0 supports although " + m.letter() + " has no slope at " + at + ". So " + at + " is a minimum."
	case m.Tries() && !f.Supports:
		return "Slope " + Number(m.G, 2) + " rises above the graph somewhere. Only slope " + Short(s.Lo) + " fits underneath at " + at + "."
	}
	return "Here the fan has closed: the only line that fits underneath is the tangent, of slope " + g + "."
}

// emptyCaption says why no line supports.
func (m Model) emptyCaption(f Facts, short bool) string {
	why := "Every line through this point rises above the graph somewhere, so the subdifferential is empty."
	switch m.Fn {
	case calculus.MinusAbs, calculus.Kink:
		why = "The graph bends down, away from every line, so nothing fits underneath: the subdifferential is empty."
	case calculus.Cube:
		why = "Far to the left _x_³ falls below every line, so nothing fits underneath, not even the tangent."
	case calculus.Heaviside:
		why = "Whatever its slope, a line through this point is above the graph somewhere, so the subdifferential is empty."
	case calculus.SqrtAbs:
		why = "A line that rises or falls outgrows √|_x_|, and the level one is above it at 0: the subdifferential is empty."
	}
	if short {
		return why
	}
	switch {
	case f.HasClarke && f.Clarke.Width() > 0:
		return why + " Clarke’s, the hull of nearby slopes, is " + interval(f.Clarke.Lo, f.Clarke.Hi) + "."
	case !f.HasClarke && m.Fn == calculus.Heaviside:
		return why + " A jump is not Lipschitz: no Clarke set either."
	}
	return why
}

func (m Model) distCaption(short bool) string {
	l := m.letter() + "′"
	acts := "acts as the step _H_"
	switch m.Fn {
	case calculus.Leaky, calculus.Kink:
		acts = "acts as a step from " + Short(m.A) + " to 1"
	case calculus.Abs:
		acts = "acts as the sign of _x_"
	case calculus.MinusAbs:
		acts = "acts as minus the sign of _x_"
	case calculus.Softplus:
		acts = "acts as the smooth step σ(β_x_), its pointwise derivative"
	case calculus.Square:
		acts = "acts as 2_x_, its pointwise derivative"
	case calculus.Cube:
		acts = "acts as 3_x_², its pointwise derivative"
	case calculus.SqrtAbs:
		acts = "acts as a function that is infinite at 0, yet has an integral"
	case calculus.Heaviside:
		if short {
			return "Weighed against _φ_, " + l + " answers _φ_(0): it is _δ_, which the pointwise derivative misses."
		}
		return "Weigh " + l + " against a smooth bump and it answers with one value, _φ_(0). It is _δ_: a point mass that the pointwise derivative misses."
	case calculus.Cantor:
		if short {
			return l + " acts as the Cantor measure, although the slope is 0 almost everywhere."
		}
		return "The slope is 0 almost everywhere, yet " + l + " is not 0: it weighs the bump with the Cantor measure. Almost everywhere is not enough."
	}
	if short {
		return "Move the prime onto _φ_, and " + l + " " + acts + "."
	}
	return "Never evaluate " + l + " at a point. Weigh it against a smooth bump, move the prime onto _φ_, and " + l + " " + acts + "."
}

func (m Model) compareCaption() string {
	f := m.Function()
	j, ok := f.SlopeJump(0)
	switch {
	case m.Fn == calculus.Heaviside:
		return "Here the value jumps, not the slope: pointwise and fan see nothing of it, and only the distribution records the jump."
	case m.Fn == calculus.Cantor:
		return "Pointwise the slope is 0 almost everywhere. Only the distribution knows that the graph climbs."
	case !ok:
		return "The slope is infinite on both sides, so there is no jump to measure. The distribution is still a function."
	case j > 0:
		return "A missing slope, a fan of slopes and a point mass all record the same thing: how sharply the graph turns at 0."
	case j < 0:
		return "The graph turns down at 0: jump and mass agree and are negative, and no line fits underneath."
	case m.Fn == calculus.Cube:
		return "No corner at 0: the slope is continuous and there is no mass. Still no line fits underneath."
	}
	return "No corner at 0: one slope, one supporting line, no point mass. All three agree on 0."
}
