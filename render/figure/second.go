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
func (m Model) secondCaption(short bool) string {
	l := m.letter()
	acts := ""
	switch m.Fn {
	case calculus.Softplus:
		acts = "a smooth bump of mass 1: it tends to _δ_ as β grows"
	case calculus.Square:
		acts = "the constant 2"
	case calculus.Cube:
		acts = "6_x_"
	default:
		j, _ := m.Function().SlopeJump(0)
		mass := Short(j) + " "
		switch j {
		case 0:
			return either(short, "At _a_ = 1 there is no jump: "+l+"″ is 0.", "At _a_ = 1 there is no jump of the slope left, and "+l+"″ is 0 for every probe.")
		case 1:
			mass = ""
		case -1:
			mass = "−"
		}
		return either(short, "Once more: "+l+"″ answers "+mass+"_φ_(0). It is "+mass+"_δ_, the jump of the slope.",
			"Once more: the slope of "+l+"′ is 0 wherever it has one, yet "+l+"″ answers "+mass+"_φ_(0). It is "+mass+"_δ_: its mass is the jump of the slope.")
	}
	return either(short, "Once more: "+l+"″ acts as "+acts+".", "Move one more prime onto _φ_. There is no corner, so "+l+"″ acts as a function: "+acts+".")
}

// secondReason says why a line of the second derivation follows.
func (m Model) secondReason(line int) string {
	l := m.letter()
	step := true
	switch m.Fn {
	case calculus.Softplus, calculus.Square, calculus.Cube:
		step = false
	}
	switch line {
	case 1:
		return "definition, once more: one prime moves to _φ_"
	case 2:
		if m.Fn == calculus.ReLU {
			return "_r_′ acts as the step _H_"
		}
		return "write the pairing as an integral"
	case 3:
		switch {
		case m.Fn == calculus.ReLU:
			return "_H_ = 0 left of 0, and _H_ = 1 right of it"
		case step:
			return "cut at 0: constant on each side"
		}
		return "no break to cut at; outside its support _φ_ = 0"
	case 4:
		if step {
			return "the fundamental theorem; _φ_ = 0 far out"
		}
		return "by parts; the bracket is 0, for _φ_ = 0 far out"
	}
	switch m.Fn {
	case calculus.Softplus:
		return "so " + l + "″ acts as a smooth bump of mass 1"
	case calculus.Square:
		return "so " + l + "″ acts as the constant 2"
	case calculus.Cube:
		return "so " + l + "″ acts as 6_x_"
	}
	j, _ := m.Function().SlopeJump(0)
	if j == 0 {
		return "so " + l + "″ is 0"
	}
	return "so " + l + "″ acts as a point mass of " + Short(j) + " at 0"
}
