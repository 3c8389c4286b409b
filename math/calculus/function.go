package calculus

import "math"

// A Function is a function ℝ → ℝ, described in closed form or as a formula that was cut
// at its breaks: see closed, formula and, for what is asked of both, description.go. It
// is a comparable value, cheap to copy; the zero value is not meaningful, see Of and
// Formula.
type Function struct {
	kind   Kind
	closed closed   // where cut is nil
	cut    *formula // of a formula, else nil
	order  int8     // of a formula: 1 where f′ stands for f
}

// Of is the function of that kind. A slope that is not finite is replaced by 0, a β out
// of range by the nearest end of its range, one that is NaN by 4, and a kind that has no
// closed form by ReLU.
func Of(k Kind, p Params) Function {
	form, ok := k.form(p)
	if !ok {
		k = ReLU
		form, _ = k.form(p)
	}
	return Function{kind: k, closed: form}
}

// Breaks are the points where one piece ends and the next begins, ascending:
// corners, jumps, cusps. The Cantor function has 0 and 1; Kink keeps its break 0
// at a = 1, where nothing happens.
//
//go:noinline
func (f Function) Breaks() []float64 { return f.AppendBreaks(nil) }

// AppendBreaks is Breaks at the end of dst.
//
//go:noinline
func (f Function) AppendBreaks(dst []float64) []float64 { return append(dst, f.places()...) }

// LeftValue is the limit of f(y) as y → x from the left.
//
//go:noinline
func (f Function) LeftValue(x float64) float64 {
	v, _ := f.beside(x, -1)
	return v
}

// RightValue is the limit of f(y) as y → x from the right.
//
//go:noinline
func (f Function) RightValue(x float64) float64 {
	v, _ := f.beside(x, 1)
	return v
}

// ValueJump is f(x+) − f(x−): the mass of the distributional derivative at x. It is 0
// at a pole, where there is no mass.
func (f Function) ValueJump(x float64) float64 {
	if !f.jumps(x) {
		return 0
	}
	l, r := f.LeftValue(x), f.RightValue(x)
	if math.IsInf(l, 0) || math.IsInf(r, 0) {
		return 0
	}
	return r - l
}

// Pole reports whether f is unbounded near x, as ln|x| is near 0: then f′ is no measure
// there.
func (f Function) Pole(x float64) bool {
	return f.jumps(x) && (math.IsInf(f.LeftValue(x), 0) || math.IsInf(f.RightValue(x), 0))
}

// Single reports whether f(x) is missing or beside both limits of f at x, which are
// one: then there is no slope, and the distributional derivative does not see it.
func (f Function) Single(x float64) bool {
	if !f.jumps(x) || f.Pole(x) || f.ValueJump(x) != 0 {
		return false
	}
	v := f.Value(x)
	return !same(v, f.LeftValue(x))
}

// same reports whether a limit is a value v but for rounding, which NaN is not.
func same(v, limit float64) bool { return math.Abs(v-limit) <= 0x1p-48*math.Abs(v) }

// An Atom is a point mass Mass·δ at X.
type Atom struct{ X, Mass float64 }

// Atoms are the point masses of the distributional derivative, ascending in X:
// the jumps of the values.
func (f Function) Atoms() []Atom { return f.AppendAtoms(nil) }

// AppendAtoms is Atoms at the end of dst.
func (f Function) AppendAtoms(dst []Atom) []Atom {
	for _, x := range f.places() {
		if m := f.ValueJump(x); m != 0 {
			dst = append(dst, Atom{x, m})
		}
	}
	return dst
}

// AbsolutelyContinuous reports whether f is locally absolutely continuous:
// whether f(b) − f(a) = ∫ f′ over every [a, b], f′ taken where it exists. This
// is exactly when, for a continuous f that is differentiable almost everywhere,
// f′ taken point by point is the distributional derivative. Heaviside and Cantor
// are not.
func (f Function) AbsolutelyContinuous() bool {
	for _, x := range f.places() {
		if f.ValueJump(x) != 0 || f.Pole(x) {
			return false
		}
	}
	return !f.Singular()
}

// Singular reports whether the distributional derivative has a singular
// continuous part, a measure without atoms on a null set. The Cantor function
// has, and nothing else in the catalogue.
//
//go:noinline
func (f Function) Singular() bool {
	_, _, ok := f.staircase()
	return ok
}
