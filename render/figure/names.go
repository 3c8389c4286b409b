package figure

import (
	"relu-three-ways/math/calculus"
	"relu-three-ways/render/theme"
)

// JumpWord says in a few words what the slope does at 0.
func JumpWord(f calculus.Function) string {
	if f.ValueJump(0) != 0 {
		return "value jumps"
	}
	if f.Singular() {
		return "slope 0 almost everywhere"
	}
	j, ok := f.SlopeJump(0)
	switch {
	case !ok:
		return "slopes " + Short(f.Left(0)) + ", " + Short(f.Right(0))
	case j == 0:
		return "no jump"
	}
	return "jump " + Short(j)
}

// LensName is the name of a lens.
func LensName(l Lens) string {
	switch l {
	case Sub:
		return "Subgradient"
	case Dist:
		return "Distribution"
	case Compare:
		return "Compare"
	}
	return "Pointwise"
}

// LensHint says what a lens answers, for its tooltip.
func LensHint(l Lens) string {
	switch l {
	case Sub:
		return "Subgradient: the slopes of all lines through the point that fit under the graph"
	case Dist:
		return "Distribution: a rule that gives a number for every smooth bump"
	case Compare:
		return "Compare: the three side by side, at one place"
	}
	return "Pointwise: one number, the limit of the slopes of secants"
}

// LensInk is the ink of a lens's notion; Compare has the page's own.
func LensInk(l Lens) theme.Role {
	switch l {
	case Point:
		return theme.Pointwise
	case Sub:
		return theme.Subgradient
	case Dist:
		return theme.Distribution
	}
	return theme.Ink
}

// Title is the title of the figure.
func Title() string { return "Three ways to differentiate" }

// Question is what a lens asks.
func Question(m Model) Text { return m.question().in(m.Lang) }

func (m Model) question() Text {
	switch m.Lens {
	case Sub:
		if m.Stepping() {
			return text("What does an optimiser do?")
		}
		return text("Which lines fit underneath?")
	case Dist:
		if m.Order == Second {
			return text("What does {f}″ do to a bump?", letter(m.letter()))
		}
		return text("What does {f}′ do to a bump?", letter(m.letter()))
	case Compare:
		if f := m.factsAt(m.Centre()); !m.Hides() && f.SlopeJump > 0 && f.agrees() {
			return text("Three answers, one number")
		}
		return text("Three answers at {x}", num(m.Centre()))
	}
	if m.Hides() || !m.factsAt(m.X).HasSlope {
		return text("What is the slope at {x}?", num(m.X))
	}
	return text("What is the slope here?")
}
