package figure

import "relu-three-ways/math/calculus"

// Caption is the claim of the picture, true of this function, lens and
// position; at most 190 letters. A short one, of at most 120, is for small
// figures.
func Caption(m Model, short bool) Text { return m.caption(short).in(m.Lang) }

func (m Model) caption(short bool) Text {
	switch m.Lens {
	case Sub:
		return m.subCaption(m.factsAt(m.X), short)
	case Dist:
		return m.distCaption(short)
	case Compare:
		return m.compareCaption(short)
	}
	return m.pointCaption(m.factsAt(m.X), short)
}

// either is the one or the other length of a claim, both with the same args.
func either(short bool, brief, full string, args ...arg) Text {
	if short {
		return text(brief, args...)
	}
	return text(full, args...)
}

func (m Model) pointCaption(f Facts, short bool) Text {
	if m.Fn == calculus.Cantor {
		return m.cantorSlope(f, short)
	}
	if !f.HasSlope {
		return m.holeCaption(f, short)
	}
	slope := num(f.Slope)
	switch m.Fn {
	case calculus.Heaviside:
		return either(short, "The slope is 0 here and everywhere but at 0: it never notices the jump.",
			"The slope is 0 here and everywhere but at 0. The pointwise derivative never notices the jump.")
	case calculus.Softplus, calculus.Square, calculus.Cube, calculus.SqrtAbs:
		return either(short, "As _h_ shrinks, both secants close in on slope {s}, that of the tangent.",
			"As _h_ shrinks, the secants from left and right close in on one number, {s}: the slope of the tangent at {x}.", slope, num(m.X))
	}
	if m.X == 0 { // the kink dial at a = 1
		return either(short, "At _a_ = 1 there is no corner: every secant has slope 1.",
			"At _a_ = 1 the two halves are one straight line. Every secant has slope 1, so the derivative has no hole.")
	}
	if f.Left == m.farSlope() { // the same slope on both sides of 0
		return text("The graph is one straight line: every secant has slope {s}, and so has the tangent.", slope)
	}
	if m.X < 0 {
		return either(short, "Left of 0 every short secant has slope {s}. Drag the point to 0.",
			"Left of 0 the graph is straight: once _h_ is short enough, both secants have slope {s}. Drag the point to 0, where they never agree.", slope)
	}
	return either(short, "Right of 0 every short secant has slope {s}. Drag the point to 0.",
		"Right of 0 the graph is straight: once _h_ is short enough, both secants have slope {s}. Drag the point to 0, where they never agree.", slope)
}

// farSlope is the slope on the other side of 0.
func (m Model) farSlope() float64 { return m.Function().Right(-m.X) }

// holeCaption says why there is no slope at a corner, jump or cusp.
func (m Model) holeCaption(f Facts, short bool) Text {
	switch m.Fn {
	case calculus.Heaviside:
		return either(short, "Right secants are flat; left ones, of slope 1/_h_, grow without bound. There is no slope.",
			"With _H_(0) = 1 the right secant is flat while the left one, of slope 1/_h_, grows without bound. There is no slope at 0.")
	case calculus.SqrtAbs:
		return either(short, "The secants turn vertical: slopes −∞ on the left, +∞ on the right. No number is the slope.",
			"The secants turn vertical as _h_ shrinks: their slopes tend to −∞ on the left and +∞ on the right. No number is the slope.")
	}
	return either(short, "Left secants have slope {l} and right secants slope {r}, so the derivative has a hole at 0.",
		"From the left every secant has slope {l}, from the right every secant has slope {r}, however small _h_ gets. They never agree, so the derivative has a hole at 0.",
		num(f.Left), num(f.Right))
}

// cantorSlope: flat off the Cantor set, vertical on it.
func (m Model) cantorSlope(f Facts, short bool) Text {
	if f.HasSlope {
		return either(short, "Flat here: slope 0, as almost everywhere. Yet the graph climbs from 0 to 1.",
			"On this flat stretch the slope is 0, as it is almost everywhere. Yet the graph climbs from 0 to 1.")
	}
	return either(short, "A point of the Cantor set: no finite slope. The set has length 0, yet all of the climb is on it.",
		"This point is in the Cantor set, where no finite slope exists. The set has length 0, yet all of the climb happens on it.")
}

// distCaption says as what f′ acts on a probe. It holds for every probe.
func (m Model) distCaption(short bool) Text {
	if m.Order == Second {
		return m.secondCaption(short)
	}
	f := letter(m.letter())
	what, inner := saying("the step _H_"), arg{}
	to := arg{}
	switch m.Fn {
	case calculus.Leaky, calculus.Kink:
		what, inner, to = saying("a step from {a} to {b}"), num(m.A), num(1)
		if m.A == 1 {
			what, inner = saying("the constant {c}"), num(1)
		}
	case calculus.Abs:
		what = saying("the sign of _x_")
	case calculus.MinusAbs:
		what = saying("minus the sign of _x_")
	case calculus.Softplus:
		what, inner = saying("its pointwise derivative, the smooth step {what}"), letter("σ(β_x_)")
	case calculus.Square:
		what, inner = saying("its pointwise derivative, {what}"), letter("2_x_")
	case calculus.Cube:
		what, inner = saying("its pointwise derivative, {what}"), letter("3_x_²")
	case calculus.SqrtAbs:
		what = saying("a function that is infinite at 0, yet has an integral")
		if !short {
			return text("Never evaluate {f}′ at a point. Weigh it against a smooth bump, move the prime onto _φ_, and {f}′ acts as a function that is infinite at 0, yet has an integral.", f)
		}
	case calculus.Heaviside:
		return either(short, "Weighed against _φ_, {f}′ answers _φ_(0): it is _δ_, which the slopes miss.",
			"Weigh {f}′ against a smooth bump and it answers with one value, _φ_(0). It is _δ_, a point mass that does not see what _H_(0) is.", f)
	case calculus.Cantor:
		return either(short, "{f}′ acts as the Cantor measure, although the slope is 0 almost everywhere.",
			"The slope is 0 almost everywhere, yet {f}′ is not 0: it weighs the bump with the Cantor measure. Almost everywhere is not enough.", f)
	}
	return either(short, "Move the prime onto _φ_, and {f}′ acts as {what}.",
		"Never evaluate {f}′ at a point. Weigh it against a smooth bump, move the prime onto _φ_, and {f}′ acts as {what}.", f, what, inner, to)
}

// compareCaption says what the three have in common at 0.
func (m Model) compareCaption(short bool) Text {
	j, ok := m.Function().SlopeJump(0)
	switch {
	case m.Fn == calculus.Heaviside:
		return either(short, "The value jumps, not the slope: only the distribution records by how much.",
			"Here the value jumps, not the slope. The slope has a hole, no line supports, and only the distribution records the jump.")
	case m.Fn == calculus.Cantor:
		return either(short, "The slope is 0 almost everywhere. Only the distribution knows of the climb.",
			"Pointwise the slope is 0 almost everywhere. Only the distribution knows that the graph climbs.")
	case !ok:
		return either(short, "The slopes are infinite, so no jump can be measured. The distribution is still a function.",
			"The slopes are infinite on both sides, so there is no jump to measure. The distribution is still a function.")
	case j > 0:
		return either(short, "A missing slope, a fan and a point mass all say how sharply the graph turns at 0.",
			"A missing slope, a fan of slopes and a point mass all record the same thing: how sharply the graph turns at 0.")
	case j < 0:
		return either(short, "The graph turns down at 0: jump and mass agree, and no line fits underneath.",
			"The graph turns down at 0: jump and mass agree and are negative, and no line fits underneath.")
	case m.Fn == calculus.Cube:
		return either(short, "No corner: no jump and no mass. Still no line fits underneath.",
			"No corner at 0: the slope does not jump and there is no point mass. Still no line fits underneath.")
	}
	return either(short, "No corner at 0: one slope, one supporting line, no point mass.",
		"No corner at 0: one slope, one supporting line, no point mass. Jump, width and mass are all 0.")
}
