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

// Version returns the version whose rules are followed, in words where the
// sources carry none.
func (f Framework) Version() string {
	if f >= Frameworks {
		return ""
	}
	return conventions[f].version
}

// Answer is what a framework returns as a derivative. A slope may be infinite
// or NaN and still be the answer.
type Answer struct {
	Slope float64
	OK    bool
	Why   Reason        // there is no answer
	Op    expression.Op // the operation because of which there is none
}

// Reason says why there is no answer.
type Reason uint8

const (
	Answered      Reason = iota
	Inexpressible        // the framework has no such function
	NoRule               // it has the function, but raises an error when asked for its derivative
	Unconnected          // nothing that it differentiates leads from x to the result: an error, or None
	OtherValue           // its operations give another value than the formula has
	Unknown              // it has an answer, but its rule at this point was not found
)

// Derive returns the answer of f to the question for the derivative of n with
// respect to x, for a value of the parameter a.
func Derive(n *expression.Node, x, a float64, f Framework) Answer {
	if n == nil || f >= Frameworks {
		return Answer{Why: Inexpressible}
	}
	t := tape{convention: &conventions[f], x: x, a: a}
	root := t.record(n)
	if t.why == Answered && !agree(root.value, n.At(x, a)) {
		t.fail(OtherValue, t.undefined(&root))
	}
	if t.why == Answered && !root.live && t.needsPath {
		t.fail(Unconnected, t.stopped(n))
	}
	if t.why == Answered {
		t.back(&root, 1)
	}
	if t.why != Answered {
		return Answer{Why: t.why, Op: t.op}
	}
	return Answer{Slope: t.slope, OK: true}
}

// agree reports whether a program's value v is the formula's value w but for
// rounding. Where the formula has none, anything agrees.
func agree(v, w float64) bool {
	return w != w || v == w || math.Abs(v-w) <= 1e-6*max(1, math.Abs(w))
}
