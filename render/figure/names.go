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

// lenses are what is said of them, and the inks of their notions; Compare has the page's own.
var lenses = [Lenses]struct {
	name, hint string
	ink        theme.Role
}{
	Point:   {"Pointwise", "Pointwise: one number, the limit of the slopes of secants", theme.Pointwise},
	Sub:     {"Subgradient", "Subgradient: the slopes of all lines through the point that fit under the graph", theme.Subgradient},
	Dist:    {"Distribution", "Distribution: a rule that gives a number for every smooth bump", theme.Distribution},
	Compare: {"Compare", "Compare: the three side by side, at one place", theme.Ink},
}

// LensName is the name of a lens.
func LensName(l Lens) string { return lenses[l].name }

// LensHint says what a lens answers, for its tooltip.
func LensHint(l Lens) string { return lenses[l].hint }

// LensInk is the ink of a lens's notion.
func LensInk(l Lens) theme.Role { return lenses[l].ink }

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
