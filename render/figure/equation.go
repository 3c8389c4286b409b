package figure

import "relu-three-ways/render/theme"

// Clause is one part of Compare's sentence, with its number if it has one. There is
// one for each notion, in the order of the columns. One that begins with "= " says
// the same as the clause before; a fourth is the number that all of them are.
type Clause struct {
	Text  string // markup
	Role  theme.Role
	Value string
}

// Equation is the sentence of Compare with its numbers at 0: jump of the slope
// = width of the fan = point mass of f″ where it holds, and where it does not what
// each notion has instead.
func Equation(m Model) []Clause {
	clauses := m.equation()
	for i := range clauses {
		c := &clauses[i]
		if c.Text == "" {
			continue
		}
		c.Text, c.Value = m.Say(c.Text), m.Say(c.Value)
		if i < 3 && c.Value != "" && c.Text != "=" { // what it is the value of
			c.Text += " ="
		}
	}
	return clauses
}

func (m Model) equation() []Clause {
	if hide := m.KeptBack(); m.Hides() { // only what is asked for, where there is a column
		clauses := []Clause{
			{"jump of the slope", theme.Pointwise, ""},
			{"width of the fan", theme.Subgradient, ""},
			{"point mass of " + m.letter() + "″", theme.Distribution, ""},
		}
		for i, of := range answerOf[:Compare] {
			if hide&of != 0 {
				clauses[i].Text = ""
			}
		}
		return clauses
	}
	f, s := m.factsAt(m.Centre()), m.shape()
	one, two := m.letter()+"′", m.letter()+"″"
	fits := Clause{"no line fits underneath", theme.Subgradient, ""}
	switch {
	case f.Sub.Width() > 0:
		fits = Clause{"width of the fan", theme.Subgradient, Short(f.Sub.Width())}
	case !f.Sub.Empty():
		fits = Clause{"one subgradient", theme.Subgradient, Short(f.Sub.Lo)}
	}
	switch {
	case f.Pole:
		return []Clause{
			{"no slope", theme.Pointwise, ""},
			fits,
			{one + " is not a measure near " + Short(m.Centre()), theme.Distribution, ""},
		}
	case f.Single:
		return []Clause{
			{"no slope", theme.Pointwise, ""},
			fits,
			{"no point mass of " + one, theme.Distribution, ""},
		}
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
			{"total mass of " + one, theme.Distribution, Short(s.High - s.Low)},
		}
	case !f.HasSlopeJump:
		return []Clause{
			{"one-sided slopes " + Short(f.Left) + " and " + Short(f.Right), theme.Pointwise, ""},
			fits,
			{two + " is not a measure near " + Short(m.Centre()), theme.Distribution, ""},
		}
	case f.agrees():
		return []Clause{
			{"jump of the slope", theme.Pointwise, ""},
			{"= width of the fan", theme.Subgradient, ""},
			{"= point mass of " + two, theme.Distribution, ""},
			{"=", theme.Ink, Short(f.SlopeJump)},
		}
	}
	return []Clause{
		{"jump of the slope", theme.Pointwise, Short(f.SlopeJump)},
		fits,
		{"point mass of " + two, theme.Distribution, Short(f.SlopeJump)},
	}
}
