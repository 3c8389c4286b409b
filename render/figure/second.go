package figure

import "relu-three-ways/math/calculus"

// Order says which derivative is derived.
type Order uint8

const (
	First  Order = iota // f′, of f
	Second              // f″, of f′ where that has bounded values and no more than point masses besides
	orders              // how many there are
)

// hasSecond reports whether f′ can be differentiated in the same five lines: whether it has
// bounded values, with no more than point masses besides.
func (m Model) hasSecond() bool {
	_, ok := m.Function().Second()
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
		if d, ok := f.Second(); ok {
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
func (m Model) secondCaption(s Shape, short bool) Text {
	f := letter(m.letter())
	switch {
	case s.oneMass():
		size := s.Jumps.Size
		return text("Repeat the step: {f}′ is {m}, so {f}″ is {d}. On _φ_ it gives {answer}.", f, times(size, "_δ_"), times(size, "_δ_′"), times(-size, "_φ_′(0)"))
	case s.Jumps.Count > 0:
		return either(short, "Repeat the step: each point mass of {f}′ becomes a multiple of _δ_′, which gives minus the slope of _φ_ there.",
			"Repeat the step: each point mass of {f}′ becomes a multiple of _δ_′, which gives minus the slope of _φ_ there. Otherwise {f}″ acts as the derivative of the slope of {f}.", f)
	case s.level():
		return either(short, "The slope of {f} never changes: {f}″ is 0.", "The slope of {f} is the same everywhere, so {f}″ is 0: it gives 0 for every bump.", f)
	case s.oneCorner():
		size := s.Corners.Size
		return either(short, "Repeat the step: {f}″ gives {answer}. It is {d}, whose mass is the jump of the slope of {f}.",
			"Now repeat the step: the slope of {f}′ is 0 wherever it exists, yet {f}″ gives {answer}. So {f}″ is {d}, whose mass is the jump of the slope of {f}.",
			f, times(size, "_φ_(0)"), times(size, "_δ_"))
	case s.Corners.Count > 0:
		return either(short, "Repeat the step: {f}″ is the slope of {f}′, with a point mass at each corner.",
			"Now repeat the step: {f}″ acts as the slope of {f}′, with a point mass at each corner, equal to the jump of the slope there.", f)
	}
	if s.Breaks > 0 || !s.Whole { // or f may break farther out
		return text("Repeat the step: {f}″ acts as the distributional derivative of {f}′.", f)
	}
	return either(short, "Repeat the step: {f}″ acts as the slope of {f}′.",
		"Move one more prime onto _φ_. The slope of {f} is itself a smooth function, so {f}″ acts as a function, the slope of {f}′.", f)
}
