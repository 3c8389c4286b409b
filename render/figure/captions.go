package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Caption is the claim of the picture, true of this function, lens and
// position; at most 190 letters. A short one, of at most 120, is for small
// figures. Which claim it is depends on facts alone; see catalogue for what is
// peculiar to one function.
func Caption(m Model, short bool) Text { return m.caption(short).in(m.Lang) }

func (m Model) caption(short bool) Text {
	if m.Hides() {
		return m.toldCaption()
	}
	if m.Sketching() {
		return m.sketchCaption(short)
	}
	if m.Stepping() {
		return m.stepCaption(m.factsAt(m.X), short)
	}
	f, s := m.factsAt(m.place()), m.shape()
	own := m.own(f)
	switch {
	case own == "":
		return m.claim(f, s, short)
	case short && m.function().lens != Dist: // which defines a symbol
		if brief := m.function().brief; brief != "" {
			if m.Lens == Point { // why anyone should care comes first
				return text(joined, saying(brief)).quote(m.claim(f, s, short))
			}
			return text(joined).quote(m.claim(f, s, short)).and(saying(brief))
		}
		return m.claim(f, s, short)
	case m.Lens == Point:
		return text(joined, saying(own)).quote(m.claim(f, s, true))
	}
	return text(joined).quote(m.claim(f, s, short)).and(saying(own))
}

// claim is the caption without the function's own sentence.
func (m Model) claim(f Facts, s Shape, short bool) Text {
	switch m.Lens {
	case Sub:
		return m.subCaption(f, short)
	case Dist:
		return m.distCaption(s, short)
	case Compare:
		return m.compareCaption(f, s, short)
	}
	return m.pointCaption(f, s, short)
}

// either is the one or the other length of a claim, both with the same args.
func either(short bool, brief, full string, args ...arg) Text {
	if short {
		return text(brief, args...)
	}
	return text(full, args...)
}

// pick is the one or the other of two texts.
func pick(short bool, brief, full Text) Text {
	if short {
		return brief
	}
	return full
}

// pointCaption says what the slopes of the secants tend to.
func (m Model) pointCaption(f Facts, s Shape, short bool) Text {
	if !f.HasSlope {
		return m.undefinedCaption(f, s, short)
	}
	slope, x := num(f.Slope), num(m.X)
	switch {
	case s.Line && s.Single == 0:
		return text("The graph is one straight line: every secant has slope {s}, and so has the tangent.", slope)
	case s.Stationary && (s.Singular || s.Jumps.Count == 1) && s.Low < s.High && finite(s.High-s.Low):
		return either(short, "The slope is 0 here and almost everywhere. Yet {f} rises from {lo} to {hi}.",
			"The graph is horizontal here: the slope is 0, as it is almost everywhere. Yet {f} rises from {lo} to {hi}, and no slope records it.",
			letter(m.letter()), num(s.Low), num(s.High))
	case f.straight() && m.cornered(s):
		corner := num(m.corner(s))
		if g := m.Function(); !g.Convex() && !(g.Straight(m.corner(s), -1) <= m.corner(s)-HRange().Hi && g.Straight(m.corner(s), 1) >= m.corner(s)+HRange().Hi) {
			return either(short, "Short secants at {x} have slope {s}. Drag the point to {b}.",
				"Near {x} the graph is straight: once _h_ is small enough, both secants have slope {s}. Drag the point to {b}, where their limits differ.", x, slope, corner)
		}
		return either(short, "Short secants at {x} have slope {s}. Drag the point to {b}.",
			"Near {x} the graph is straight: once _h_ is small enough, both secants have slope {s}. Drag the point to {b}, where they never agree.", x, slope, corner)
	}
	return either(short, "As _h_ shrinks, the slopes of both secants tend to {s}, the slope of the tangent.",
		"As _h_ shrinks, the slopes of both secants tend to the same number, {s}: the slope of the tangent at {x}.", slope, x)
}

// corner is the corner that a reader is sent to: the first, or for a formula the nearest
// where there is one.
func (m Model) corner(s Shape) float64 {
	if j, ok := m.Function().SlopeJump(m.Centre()); ok && j != 0 {
		return m.Centre()
	}
	return s.Corners.At
}

// cornered reports whether f has a corner at that place, and a value.
func (m Model) cornered(s Shape) bool {
	at := m.corner(s)
	j, ok := m.Function().SlopeJump(at)
	return s.Corners.Count > 0 && ok && j != 0 && XRange().Contains(at) && calculus.Interval(m.Window).Contains(at)
}

// undefinedCaption says why there is no slope.
func (m Model) undefinedCaption(f Facts, s Shape, short bool) Text {
	l, r, x := num(f.Left), num(f.Right), num(m.X)
	reach := HRange().Hi
	switch {
	case f.missing():
		return either(short, "{f} is undefined at {x}, so it has no slope there.",
			"{f} is undefined at {x}, so no secant starts there and there is no slope. Beside {x} the graph goes on.", letter(m.letter()), x)
	case f.X-f.StraightLeft >= reach && f.StraightRight-f.X >= reach && f.HasSlopeJump:
		return either(short, "Left secants have slope {l}, right secants {r}: there is no slope at {x}.",
			"Every left secant has slope {l} and every right secant has slope {r}, however small _h_ is. They never agree, so there is no slope at {x}.", l, r, x)
	case f.Left == f.Right: // both infinite
		return either(short || !s.Singular, "As _h_ shrinks, the slopes of both secants tend to {l}: there is no slope at {x}.",
			"As _h_ shrinks, the slopes of both secants tend to {l}: there is no slope at {x}. The points without a slope form a set of length 0, yet they carry the entire rise.", l, x)
	case s.Singular && !short:
		return text("The slope of the left secant tends to {l}, that of the right secant to {r}: there is no slope at {x}. The points without a slope form a set of length 0, yet they carry the entire rise.", l, r, x)
	case f.ValueJump != 0 && s.Stationary && s.Jumps.Count == 1 && !short && f.Value == s.High && math.IsInf(f.Left, 1) && f.Right == 0:
		return text("With {f}({x}) = {v} every right secant has slope {r}, and the left one has slope {j}/_h_, which grows without bound as _h_ shrinks. There is no slope at {x}.",
			letter(m.letter()), x, num(f.Value), r, num(f.ValueJump))
	}
	return either(short, "The slope of the left secant tends to {l}, that of the right secant to {r}: there is no slope at {x}.",
		"As _h_ shrinks, the slope of the left secant tends to {l} and that of the right secant to {r}. The limits differ, so there is no slope at {x}.", l, r, x)
}

// distCaption says as what f′ acts on a probe. It holds for every probe.
func (m Model) distCaption(s Shape, short bool) Text {
	if m.Order == Second {
		return m.secondCaption(s, short)
	}
	name := letter(m.letter())
	if s.Poles.Count > 0 {
		return either(short, "{f} is unbounded near {x}. So {f}′ is not a function there: −∫ {f} _φ_′ alone defines it.",
			"{f} is unbounded near {x}. So {f}′ is neither a function nor a measure there: it is the rule that gives −∫ {f} _φ_′ for every bump _φ_.", name, num(s.Poles.At))
	}
	if s.Singular {
		return either(short, "The slope is 0 almost everywhere, yet {f}′ is not 0: it is a measure without a density.",
			"The slope is 0 almost everywhere, yet {f}′ is not 0: it is a measure that assigns to every interval the rise of {f} over it.", name)
	}
	if s.oneMass() {
		return either(short, "Tested on _φ_, {f}′ gives {answer}: it is {d}, which no slope records.",
			"Test {f}′ on a smooth bump _φ_ and it gives {answer}: {f}′ is {d}, a point mass, which no slope records. The value {f}({x}) makes no difference.",
			name, times(s.Jumps.Size, "_φ_(0)"), times(s.Jumps.Size, "_δ_"), num(s.Jumps.At))
	}
	what, a, b := m.derivative(s)
	return either(short, "Move the prime onto _φ_, with a minus sign, and {f}′ acts as {what}.",
		"Never evaluate {f}′ at a point. Test it on a smooth bump, move the prime onto _φ_ with a minus sign, and {f}′ acts as {what}.", name, what, a, b)
}

// derivative says what the distribution f′ acts as, with two numbers for it.
func (m Model) derivative(s Shape) (what, a, b arg) {
	l, r := s.Left, s.Right
	switch {
	case s.Jumps.Count > 0:
		return saying("the pointwise derivative of {f}, with a point mass at each jump"), letter(m.letter()), arg{}
	case s.Steep.Count > 0:
		return saying("a function, unbounded near {x} but locally integrable"), num(s.Steep.At), arg{}
	case s.level():
		return saying("the constant {c}"), num(l), arg{}
	case !s.Linear:
		return saying("the pointwise derivative of {f}"), letter(m.letter()), arg{}
	case s.Corners.Count > 1:
		what = saying("a step function, the slope of each piece")
	case s.Corners.At == 0 && l == 0 && r == 1:
		what = saying("the step _H_")
	case s.Corners.At == 0 && l == -1 && r == 1:
		what = saying("the sign of _x_")
	case s.Corners.At == 0 && l == 1 && r == -1:
		what = saying("minus the sign of _x_")
	default:
		return saying("a step from {a} to {b}"), num(l), num(r)
	}
	return what, arg{}, arg{}
}

// compareCaption says what the three have in common where Compare is made.
func (m Model) compareCaption(f Facts, s Shape, short bool) Text {
	name, x := letter(m.letter()), num(m.Centre())
	switch {
	case f.Pole:
		return text("{f} is unbounded near {x}: no slope, and {f}′ is not even a measure there.", name, x)
	case f.missing() && f.ValueJump != 0:
		return text("{f} is undefined at {x} and its limits differ: no slope, no supporting line. The distribution records the jump.", name, x)
	case f.missing():
		return either(short, "{f} is undefined at {x}: no slope and no supporting line. The distribution does not see it.",
			"{f} is undefined at {x}, so there is no slope and no supporting line. The distribution does not see single values.", name, x)
	case f.Single:
		return either(short, "The value at {x} is not the limit: no slope there. The distribution does not see it.",
			"The value at {x} is not the limit, so there is no slope. Supporting lines see such a value; the distribution does not.", x)
	case f.ValueJump != 0 && f.Sub.Empty():
		return either(short, "The value jumps: no slope, no supporting line, and a distribution that records the jump.",
			"The value jumps at {x}. There is no slope there and no line fits underneath. Only the distribution records the jump.", x)
	case f.ValueJump != 0 && f.Sub.Width() == 0:
		return either(short, "The value jumps at {x}: no slope there, although one line fits underneath. The distribution records the jump.",
			"The value jumps at {x}, so there is no slope there. The value is low enough for one line to fit underneath; the distribution records the jump.", x)
	case f.ValueJump != 0:
		return either(short, "The value jumps at {x}: no slope there, although lines fit underneath. The distribution records the jump.",
			"The value jumps at {x}, so there is no slope there. The value is low enough for lines to fit underneath; the distribution records the jump.", x)
	case s.Singular:
		return either(short, "The slope is 0 almost everywhere. Only the distribution records the rise.",
			"The slope is 0 almost everywhere. Only the distribution records that {f} rises from {lo} to {hi}.", name, num(s.Low), num(s.High))
	case !f.HasSlopeJump && s.Jumps.Count+s.Poles.Count > 0:
		return text("The one-sided slopes at {x} are {l} and {r}: there is no jump to compare, and {f}″ is not a measure there.", x, num(f.Left), num(f.Right), name)
	case !f.HasSlopeJump:
		if short {
			return text("The slope is unbounded near {x}: no jump to compare. {f}′ is still a function, but {f}″ is not even a measure.", x, name)
		}
		return text("The one-sided slopes at {x} are {l} and {r}: there is no jump to compare. {f}′ is still a locally integrable function, but {f}″ is not even a measure.",
			x, num(f.Left), num(f.Right), name)
	case f.SlopeJump > 0 && f.agrees():
		return either(short, "Jump of the slope, width of the fan and mass of {f}″ at {x} are one number: how sharply the graph bends there.",
			"The jump of the slope, the width of the fan and the mass of {f}″ at {x} are one number. It says how sharply the graph bends there.", name, x)
	case f.SlopeJump > 0 && f.Sub.Empty():
		return either(short, "The jump of the slope and the mass of {f}″ at {x} agree, but no line fits underneath because of the graph elsewhere.",
			"The jump of the slope and the mass of {f}″ at {x} are one number. No line fits underneath, because of the graph elsewhere.", name, x)
	case f.SlopeJump > 0:
		return either(short, "The jump of the slope and the mass of {f}″ at {x} agree, but the fan is narrower because of the graph elsewhere.",
			"The jump of the slope and the mass of {f}″ at {x} are one number. The fan is narrower, because of the graph elsewhere.", name, x)
	case f.SlopeJump < 0:
		return either(short, "The graph bends down at {x}: the jump of the slope is the mass of {f}″, and no line fits underneath.",
			"The graph bends down at {x}: the jump of the slope and the mass of {f}″ there are one negative number, and no line fits underneath.", x, name)
	case f.Sub.Empty():
		return either(short, "No corner: no jump and no mass. Still, no line fits underneath.",
			"No corner at {x}: the slope does not jump, and there is no point mass. Still, no line fits underneath, not even the tangent.", x)
	}
	return either(short, "No corner at {x}: one slope, one supporting line, no point mass.",
		"No corner at {x}: one slope, one supporting line, no point mass. Jump, width and mass are all 0.", x)
}

// agrees reports whether the jump of the slope is the width of the fan, as it is
// for every convex f.
func (a Facts) agrees() bool {
	return a.HasSlopeJump && !a.Sub.Empty() && math.Abs(a.Sub.Width()-a.SlopeJump) < 1e-12
}
