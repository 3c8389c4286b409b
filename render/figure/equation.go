package figure

import "relu-three-ways/render/theme"

// Clause is one part of Compare's sentence, with its number if it has one. One
// that begins with "= " says the same as the clause before; the last is the
// number that all of them are.
type Clause struct {
	Text  string // markup
	Role  theme.Role
	Value string
}

// Equation is the sentence of Compare with its numbers at 0: jump of the slope
// = width of the fan = point mass of f″ where it holds, and why it does not
// where it does not.
func Equation(m Model) []Clause {
	clauses := m.equation()
	for i := range clauses {
		c := &clauses[i]
		c.Text, c.Value = m.Say(c.Text), m.Say(c.Value)
		if i < 3 && c.Value != "" && c.Text != "=" { // what it is the value of
			c.Text += " ="
		}
	}
	return clauses
}

func (m Model) equation() []Clause {
	f, s := m.factsAt(0), m.shape()
	one, two := m.letter()+"′", m.letter()+"″"
	fits := Clause{"no line fits underneath", theme.Subgradient, ""}
	if !f.Sub.Empty() && f.Sub.Width() == 0 {
		fits = Clause{"one subgradient", theme.Subgradient, Short(f.Sub.Lo)}
	}
	switch {
	case f.ValueJump != 0:
		return []Clause{
			{"the value jumps: no slope", theme.Pointwise, ""},
			fits,
			{"point mass of " + one, theme.Distribution, Short(f.ValueJump)},
		}
	case s.Singular:
		return []Clause{
			{"slope almost everywhere", theme.Pointwise, "0"},
			fits,
			{"mass of " + one + ", which has no density", theme.Distribution, Short(s.High - s.Low)},
		}
	case !f.HasSlopeJump:
		return []Clause{
			{"one-sided slopes " + Short(f.Left) + " and " + Short(f.Right), theme.Pointwise, ""},
			fits,
			{two + " is not a measure near 0", theme.Distribution, ""},
		}
	case f.agrees():
		return []Clause{
			{"jump of the slope", theme.Pointwise, ""},
			{"= width of the fan", theme.Subgradient, ""},
			{"= point mass of " + two, theme.Distribution, ""},
			{"=", theme.Ink, Short(f.SlopeJump)},
		}
	}
	last := Clause{"no line fits underneath, so no fan", theme.Subgradient, ""}
	if !f.Sub.Empty() {
		last = Clause{"the fan is narrower", theme.Subgradient, Short(f.Sub.Width())}
	}
	return []Clause{
		{"jump of the slope", theme.Pointwise, ""},
		{"= point mass of " + two, theme.Distribution, ""},
		{"=", theme.Ink, Short(f.SlopeJump)},
		last,
	}
}

// InColumns reports whether there is one clause for each notion, in the order
// of the columns of Compare, so that each can stand under its own, and the
// number behind them.
func InColumns(c []Clause) bool {
	return len(c) >= 3 && c[0].Role == theme.Pointwise && c[1].Role == theme.Subgradient && c[2].Role == theme.Distribution
}
