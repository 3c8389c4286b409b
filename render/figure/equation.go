package figure

import (
	"relu-three-ways/math/calculus"
	"relu-three-ways/render/theme"
)

// Clause is one part of Compare's sentence, with its number if it has one. One
// that begins with "= " says the same as the clause before; the last is the
// number that all of them are.
type Clause struct {
	Text  string // markup
	Role  theme.Role
	Value string
}

// Equation is the sentence of Compare with its numbers at 0: jump of the slope
// = width of the fan = mass of δ in f″ where it holds, and why it does not
// where it does not.
func Equation(m Model) []Clause {
	clauses := m.equation()
	for i := range clauses {
		clauses[i].Text, clauses[i].Value = m.Say(clauses[i].Text), m.Say(clauses[i].Value)
	}
	return clauses
}

func (m Model) equation() []Clause {
	f := m.Function()
	two := m.letter() + "″"
	switch {
	case f.ValueJump(0) != 0:
		return []Clause{
			{"the value jumps, not the slope", theme.Pointwise, ""},
			{"no line fits underneath", theme.Subgradient, ""},
			{"mass of _δ_ in _H_′, not in _H_″", theme.Distribution, Short(f.ValueJump(0))},
		}
	case f.Singular():
		return []Clause{
			{"slope almost everywhere", theme.Pointwise, "0"},
			{"one supporting slope", theme.Subgradient, "0"},
			{"mass of " + m.letter() + "′, without a density", theme.Distribution, "1"},
		}
	}
	j, ok := f.SlopeJump(0)
	sub := f.Subdifferential(0)
	switch {
	case !ok:
		return []Clause{
			{"the slopes are −∞ and +∞", theme.Pointwise, ""},
			{"one supporting slope", theme.Subgradient, "0"},
			{two + " is no measure at 0", theme.Distribution, ""},
		}
	case sub.Empty():
		return []Clause{
			{"jump of the slope", theme.Pointwise, ""},
			{"= mass of _δ_ in " + two, theme.Distribution, ""},
			{"=", theme.Ink, Short(j)},
			{"no line fits underneath, so no fan", theme.Subgradient, ""},
		}
	}
	return []Clause{
		{"jump of the slope", theme.Pointwise, ""},
		{"= width of the fan", theme.Subgradient, ""},
		{"= mass of _δ_ in " + two, theme.Distribution, ""},
		{"=", theme.Ink, Short(j)},
	}
}

// StepReason says why a line of the derivation holds.
func StepReason(m Model, line int) Text { return m.reason(line).in(m.Lang) }

func (m Model) reason(line int) Text {
	if m.Order == Second {
		return m.secondReason(line)
	}
	switch line {
	case 1:
		return text("definition: the prime moves to _φ_, with a minus")
	case 2:
		return text("write the pairing as an integral")
	case 3:
		switch m.Fn {
		case calculus.ReLU:
			return text("_r_ = 0 left of 0, and _r_ = _x_ right of it")
		case calculus.Heaviside:
			return text("_H_ = 0 left of 0, and _H_ = 1 right of it")
		case calculus.Cantor:
			return text("_f_ = 0 left of 0, and _f_ = 1 right of 1")
		case calculus.SqrtAbs:
			return text("cut at the cusp")
		case calculus.Softplus, calculus.Square, calculus.Cube:
			return text("no break to cut at; outside its support _φ_ = 0")
		}
		return text("cut at the kink: a straight line on each side")
	case 4:
		switch m.Fn {
		case calculus.Heaviside:
			return text("the fundamental theorem; _φ_ = 0 far out")
		case calculus.Cantor:
			return text("by parts for the measure d_f_; _φ_ = 0 far out")
		case calculus.Softplus, calculus.Square, calculus.Cube:
			return text("by parts; the bracket is 0, for _φ_ = 0 far out")
		}
		return text("by parts; the bracket is 0 at each end")
	}
	switch m.Fn {
	case calculus.Heaviside:
		return text("so _H_′ acts as _δ_")
	case calculus.Cantor:
		return text("so _f_′ acts as the Cantor measure: no density exists")
	case calculus.ReLU:
		return text("_x_′ = 1 right of 0, so _r_′ acts as the step _H_")
	case calculus.Leaky, calculus.Kink:
		if m.A == 1 {
			return text("so {f} acts as {what}", letter("_f_′"), saying("the constant {c}"), num(1))
		}
		return text("so {f} acts as {what}", letter("_f_′"), saying("a step from {a} to {b}"), num(m.A), num(1))
	case calculus.Abs:
		return text("_x_′ = 1 on each side, so _f_′ acts as the sign of _x_")
	case calculus.MinusAbs:
		return text("_x_′ = 1 on each side, so _f_′ acts as minus the sign of _x_")
	}
	return text("so {f} acts as {what}", letter("_f_′"), saying("its pointwise derivative"))
}

// InColumns reports whether there is one clause for each notion, in the order
// of the columns of Compare, so that each can stand under its own, and the
// number behind them.
func InColumns(c []Clause) bool {
	return len(c) >= 3 && c[0].Role == theme.Pointwise && c[1].Role == theme.Subgradient && c[2].Role == theme.Distribution
}
