package figure

// StepReason says why a line of the derivation holds.
func StepReason(m Model, line int) Text { return m.reason(line).in(m.Lang) }

func (m Model) reason(line int) Text {
	s, f := m.shape(), letter(m.letter())
	second := m.Order == Second
	switch {
	case line == 1 && second:
		return text("the definition again: one prime moves to _φ_")
	case line == 1:
		return text("definition: the prime moves to _φ_, with a minus sign")
	case line == 2 && second && m.named(s):
		return text("{f}′ acts as the step _H_", f)
	case line == 2 && second && s.Jumps.Count > 0:
		return text("{f}′ is the slope, in braces, and a point mass at each jump of {f}", f)
	case line == 2 && second:
		return text("{f}′ acts as a function, so the pairing is an integral", f)
	case line == 2:
		return text("{f} as a distribution: ⟨{f}, _φ_⟩ := ∫ {f} _φ_ d_x_", f)
	case line == 3:
		return m.cutReason(s, second)
	case line == 4:
		return m.partsReason(s, second)
	case second:
		return m.massReason(s)
	}
	return m.actsReason(s)
}

// step reports whether f′ is the Heaviside step.
func (s Shape) step() bool {
	return s.Linear && s.Jumps.Count == 0 && s.Corners.Count == 1 && s.Corners.At == 0 && s.Left == 0 && s.Right == 1
}

// named reports whether the lines are those of max(0, x), with its zero left out
// and H by name.
func (m Model) named(s Shape) bool { return m.CallsStep() && s.step() }

// cutReason is for line 3, where the integral is split.
func (m Model) cutReason(s Shape, second bool) Text {
	f := letter(m.letter())
	switch {
	case second && m.named(s):
		return text("_H_ = 0 for _x_ < 0, and _H_ = 1 for _x_ > 0")
	case second && s.Jumps.Count > 0, second && s.Corners.Count == 0 && s.Breaks > 0:
		return text("split at the breaks")
	case second && s.Linear && s.Breaks == 1 && s.Corners.Count == 1:
		return text("split at {x}: constant on each side", num(s.First))
	case s.Breaks == 0:
		return text("nothing to split; _φ_ = 0 outside its support")
	case second:
		return text("split at the corners")
	case s.Stationary && s.Jumps.Count > 1, s.Linear && s.Breaks > 1 && !s.Stationary:
	case s.Stationary && s.Jumps.Count == 1 && s.Breaks == 1:
		return text("{f} = {l} for _x_ < {x}, and {f} = {r} for _x_ > {x}", f, num(s.Low), num(s.First), num(s.High))
	case s.Singular:
		return text("{f} = {l} for _x_ < {x}, and {f} = {r} for _x_ > {y}", f, num(s.Low), num(s.First), num(s.High), num(s.Last))
	case s.Steep.Count > 0:
		return text("stay away from {x}, near which the slope is unbounded", num(s.Steep.At))
	case m.named(s):
		return text("{f} = 0 for _x_ < 0, and {f} = _x_ for _x_ > 0", f)
	case s.Linear:
		return text("split at {x}: a straight line on each side", num(s.First))
	}
	return text("split at the breaks")
}

// partsReason is for line 4, by parts.
func (m Model) partsReason(s Shape, second bool) Text {
	f := letter(m.letter())
	switch {
	case s.Breaks == 0:
		return text("by parts; the boundary term is 0, since _φ_ = 0 at both ends")
	case s.Poles.Count > 0:
		return text("by parts away from {x}; only both sums together have a limit", num(s.Poles.At))
	case s.Jumps.Count > 0 && second && m.slopeJumps():
		return text("by parts on each piece; the jumps of the slope remain")
	case s.Jumps.Count > 0 && second:
		return text("by parts; the boundary terms cancel, since the slope does not jump")
	case s.Jumps.Count > 0 && !(s.Linear && s.Stationary):
		return text("by parts on each piece; the boundary terms at the jumps remain")
	case second && s.Linear, !second && s.Linear && s.Stationary:
		return text("the fundamental theorem; _φ_ = 0 outside its support")
	case s.Singular:
		return text("by parts for the measure d{f}; {f} = 0 at one end, _φ_ = 0 at the other", f)
	case s.Steep.Count > 0 && s.Single == 0:
		return text("by parts; the boundary term tends to 0, since {f} is continuous", f)
	case second && s.Corners.Count > 0:
		return text("by parts on each piece; the boundary terms at the corners remain")
	case second:
		return text("by parts on each piece; the boundary terms cancel, since {f}′ is continuous", f)
	case s.Single > 0:
		return text("by parts on each piece; the boundary terms cancel, since the limits of {f} agree", f)
	case s.Breaks > 1:
		return text("by parts on each piece; the boundary terms cancel, since {f} is continuous", f)
	case m.named(s):
		return text("by parts; _x_ = 0 at one end, _φ_ = 0 at the other")
	}
	return text("by parts; the boundary terms at {x} cancel, since {f} is continuous", num(s.First), f)
}

// slopeJumps reports whether f′, where it is a function, jumps anywhere.
func (m Model) slopeJumps() bool {
	d, _ := m.Function().Second()
	return len(d.Atoms()) > 0
}

// actsReason is for line 5: what f′ acts as.
func (m Model) actsReason(s Shape) Text {
	f := letter(m.letter())
	switch {
	case s.Poles.Count > 0:
		return text("so {f}′ is a function away from {x}, and a limit there", f, num(s.Poles.At))
	case s.Singular:
		return text("so {f}′ acts as a measure without a density", f)
	case m.named(s):
		return text("_x_′ = 1 for _x_ > 0, so {f}′ acts as the step _H_", f)
	case s.oneMass():
		return text("so {f}′ acts as {what}", f, times(s.Jumps.Size, "_δ_"))
	case s.Steep.Count > 0 && s.Jumps.Count == 0:
		return text("so {f}′ acts as {what}", f, saying("the pointwise derivative of {f}"), f)
	}
	if s.Jumps.Count > 0 {
		return text("so {f}′ has a point mass at each jump", f)
	}
	what, a, b := m.derivative(s)
	return text("so {f}′ acts as {what}", f, what, a, b)
}

// massReason is for line 5 of the second derivation.
func (m Model) massReason(s Shape) Text {
	f := letter(m.letter())
	switch {
	case s.oneMass():
		return text("so {f}″ acts as {what}", f, times(s.Jumps.Size, "_δ_′"))
	case s.Jumps.Count > 0:
		return text("so {f}″ has a multiple of _δ_′ at each jump of {f}", f)
	case s.level():
		return text("so {f}″ is 0", f)
	case s.oneCorner():
		return text("so {f}″ acts as {what}", f, times(s.Corners.Size, "_δ_"))
	case s.Corners.Count > 0:
		return text("so {f}″ has a point mass at each corner", f)
	}
	return text("so {f}″ acts as the slope of {f}′", f)
}
