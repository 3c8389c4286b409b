package autodiff

import (
	"math"

	"relu-three-ways/math/expression"
)

// Framework is a system for automatic differentiation.
type Framework uint8

const (
	PyTorch Framework = iota
	JAX
	TensorFlow
	MLX
	Frameworks // their number
)

// String returns the name by which a framework is known.
func (f Framework) String() string {
	if f >= Frameworks {
		return ""
	}
	return conventions[f].name
}

// Answer is what a framework returns as a derivative. A slope may be infinite
// or NaN and still be the answer. There is none if the framework has no such function, or
// raises an error when asked for its derivative; if nothing that it differentiates leads
// from x to the result; if its operations give another value than the formula has; and
// if its rule at this point was not found.
type Answer struct {
	Slope float64
	OK    bool
}

// Derive returns the answer of f to the question for the derivative of n with
// respect to x, for a value of the parameter a.
func Derive(n *expression.Node, x, a float64, f Framework) Answer {
	if n == nil || f >= Frameworks {
		return Answer{}
	}
	t := tape{convention: &conventions[f], x: x, a: a}
	root := t.record(n)
	if !agree(root.value, n.At(x, a)) || !root.live && t.needsPath {
		t.silent = true
	}
	if !t.silent {
		t.back(&root, 1)
	}
	if t.silent {
		return Answer{}
	}
	return Answer{Slope: t.slope, OK: true}
}

// agree reports whether a program's value v is the formula's value w but for
// rounding. Where the formula has none, anything agrees.
func agree(v, w float64) bool {
	return w != w || v == w || math.Abs(v-w) <= 1e-6*max(1, math.Abs(w))
}
