package figure

import "relu-three-ways/math/calculus"

// Order says which derivative the derivation is of.
type Order uint8

const (
	First  Order = iota // f′, of f
	Second              // f″, of f′ where that is a function with bounded values
	orders              // how many there are
)

// hasSecond reports whether f′ is a function whose derivative can be derived
// in the same five lines: not δ, not unbounded, not a measure without density.
func (m Model) hasSecond() bool {
	_, ok := m.Function().Weak()
	return ok
}

// HasNextOrder reports whether a second derivation follows the one that is
// shown.
func (m Model) HasNextOrder() bool { return m.Order == First && m.hasSecond() }

// Differentiated is the function that the derivation is about: f, or f′ for
// its second derivative.
func (m Model) Differentiated() calculus.Function {
	f := m.Function()
	if m.Lens == Dist && m.Order == Second {
		if d, ok := f.Weak(); ok {
			return d
		}
	}
	return f
}

// primes are the primes of the derivative that the derivation is of.
func (m Model) primes() string {
	if m.Lens == Dist && m.Order == Second {
		return "″"
	}
	return "′"
}

// secondCaption says as what f″ acts on a probe.
func (m Model) secondCaption(short bool) Text {
	f := letter(m.letter())
	var what, inner arg
	switch m.Fn {
	case calculus.Softplus:
		what = saying("a smooth bump of mass 1: it tends to _δ_ as β grows")
	case calculus.Square:
		what, inner = saying("the constant {c}"), num(2)
	case calculus.Cube:
		what = letter("6_x_")
	default:
		return m.massCaption(f, short)
	}
	return either(short, "Once more: {f}″ acts as {what}.",
		"Move one more prime onto _φ_. There is no corner, so {f}″ acts as a function: {what}.", f, what, inner)
}

// massCaption is for f″ a point mass at 0.
func (m Model) massCaption(f arg, short bool) Text {
	j, _ := m.Function().SlopeJump(0)
	answer, mass := times(j, " _φ_(0)"), times(j, " _δ_")
	switch j {
	case 0:
		return either(short, "At _a_ = 1 there is no jump: {f}″ is 0.",
			"At _a_ = 1 there is no jump of the slope left, and {f}″ is 0 for every probe.", f)
	case 1:
		answer, mass = letter("_φ_(0)"), letter("_δ_")
	case -1:
		answer, mass = letter("−_φ_(0)"), letter("−_δ_")
	}
	return either(short, "Once more: {f}″ answers {m}. It is {d}, the jump of the slope.",
		"Once more: the slope of {f}′ is 0 wherever it has one, yet {f}″ answers {m}. It is {d}: its mass is the jump of the slope.", f, answer, mass)
}

// secondReason says why a line of the second derivation follows.
func (m Model) secondReason(line int) Text {
	step := true
	switch m.Fn {
	case calculus.Softplus, calculus.Square, calculus.Cube:
		step = false
	}
	switch line {
	case 1:
		return text("definition, once more: one prime moves to _φ_")
	case 2:
		if m.Fn == calculus.ReLU {
			return text("_r_′ acts as the step _H_")
		}
		return text("write the pairing as an integral")
	case 3:
		switch {
		case m.Fn == calculus.ReLU:
			return text("_H_ = 0 left of 0, and _H_ = 1 right of it")
		case step:
			return text("cut at 0: constant on each side")
		}
		return text("no break to cut at; outside its support _φ_ = 0")
	case 4:
		if step {
			return text("the fundamental theorem; _φ_ = 0 far out")
		}
		return text("by parts; the bracket is 0, for _φ_ = 0 far out")
	}
	what, inner := saying("a point mass of {m} at 0"), arg{}
	switch m.Fn {
	case calculus.Softplus:
		what = saying("a smooth bump of mass 1")
	case calculus.Square:
		what, inner = saying("the constant {c}"), num(2)
	case calculus.Cube:
		what = letter("6_x_")
	default:
		j, _ := m.Function().SlopeJump(0)
		if j == 0 {
			return text("so {f}″ is 0", letter(m.letter()))
		}
		inner = num(j)
	}
	return text("so {f} acts as {what}", letter(m.second()), what, inner)
}

// second is the second derivative of the function, marked as mathematics.
func (m Model) second() string {
	if m.Fn == calculus.ReLU {
		return "_r_″"
	}
	return "_f_″"
}
