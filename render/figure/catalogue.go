package figure

import (
	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/calculus"
)

// A function of the catalogue is a formula with a name, a letter and at most one sentence
// of its own. Everything else that is shown and said of it follows from facts: see Shape
// and Facts.
type function struct {
	kind    calculus.Kind // by which it has a name in addresses, and perhaps a closed form
	formula string        // canonical, with a for its parameter
	in      programs      // how programs write it, where that is another text

	name   string
	titled string // the name in a sentence or a title, "" where it is the same
	letter string
	own    string // "" for none
	brief  string // as a short claim has it, "" where there is none
	lens   Lens   // in which it is said, that of Dist in Compare too: before a short claim in Point, behind the claim elsewhere
	corner bool   // of Point and Sub: it is said where f has no slope, else where it has one
	step   bool   // its derivation calls f′ by a name, H

	a    parameter
	dial bool // a is the slope left of 0, which a hand turns there
	beta bool // the parameter of its formula is β instead

	spark calculus.Interval // of x, in the small picture of the list
}

// parameter is the range of a parameter and where it starts; zero for none.
type parameter struct{ lo, hi, start float64 }

// programs are texts of a function, one for each system, "" where it is the formula.
type programs [autodiff.Frameworks]string

// catalogue is in the order of the list that a reader chooses from: from the most
// familiar function to the strangest. To add a function, add an entry here and its kind
// to math/calculus, where a closed form makes it faster than a formula that is cut.
//
// relu, leaky_relu and softplus are the programs' own functions of that name. Of
// leaky_relu they have different ones. PyTorch and TensorFlow pass a times the cotangent on
// unless x > 0 (Activation.cpp, leaky_relu_backward_kernel; relu_op_functor.h,
// LeakyReluGrad), JAX writes where(x >= 0, x, a*x) (jax/_src/nn/functions.py), MLX
// maximum(a*x, x) (python/mlx/nn/layers/activations.py).
//
// The a of leaky ReLU stops at 0.99, short of the line x, which has no corner.
var catalogue = [...]function{
	{
		kind: calculus.ReLU, formula: "relu(x)", name: "ReLU", letter: "r",
		own:   "Libraries for neural networks have answered 0, 1/2 or 1 for the slope of ReLU, the rectified linear unit, at 0, depending on the library and on how it is coded.",
		brief: "Neural network libraries have answered 0, 1/2 or 1 at 0.", lens: Point, step: true, spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.Leaky, formula: "{x < 0: ax, x}", name: "leaky ReLU", letter: "f",
		in: programs{autodiff.PyTorch: "{x > 0: x, ax}", autodiff.JAX: "{x >= 0: x, ax}", autodiff.TensorFlow: "{x > 0: x, ax}", autodiff.MLX: "max(ax, x)"},
		a:  parameter{0, 0.99, 0.1}, dial: true, spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.Abs, formula: "|x|", name: "absolute value", titled: "the absolute value", letter: "f",
		spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.MinusAbs, formula: "-|x|", name: "negative absolute value", titled: "the negative absolute value", letter: "f",
		spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.Kink, formula: "{x < 0: ax, x}", name: "adjustable corner", titled: "an adjustable corner", letter: "f",
		a: parameter{-1, 2, 0.5}, dial: true, spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.Softplus, formula: "softplus(x, a)", name: "softplus", letter: "f",
		own: "Here σ(_t_) = 1/(1 + exp(−_t_)).", lens: Dist, beta: true, spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.Square, formula: "x^2", name: "square", titled: "the square", letter: "f",
		spark: calculus.Interval{Lo: -1.15, Hi: 1.15},
	}, {
		kind: calculus.Cube, formula: "x^3", name: "cube", titled: "the cube", letter: "f",
		spark: calculus.Interval{Lo: -1.15, Hi: 1.15},
	}, {
		kind: calculus.Heaviside, formula: "H(x)", name: "Heaviside step", titled: "the Heaviside step", letter: "H",
		own:   "_H_(0) = 1 is a convention; with _H_(0) = 0 the subdifferential would be {0}.",
		brief: "By convention _H_(0) = 1.", lens: Sub, corner: true, spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.SqrtAbs, formula: "sqrt(|x|)", name: "square root of |x|", titled: "the square root of |x|", letter: "f",
		own:  "Pf, Hadamard’s finite part: omit |_x_| ≤ _ε_ and the term in 1/√_ε_, then let _ε_ → 0.",
		lens: Compare, spark: calculus.Interval{Lo: -1.6, Hi: 1.6},
	}, {
		kind: calculus.Cantor, formula: "cantor(x)", name: "Cantor function", titled: "the Cantor function", letter: "f",
		own: "_μ_ is the Cantor measure.", lens: Dist, spark: calculus.Interval{Lo: -0.25, Hi: 1.25},
	},
}

// unlisted is what a function that was typed has instead of an entry.
var unlisted = function{name: "your own", letter: "f", a: parameter{-3, 3, formulaA}}

// entryOf is the entry of a kind.
func entryOf(k calculus.Kind) *function {
	for i := range catalogue {
		if catalogue[i].kind == k {
			return &catalogue[i]
		}
	}
	return &unlisted
}

// function is the entry of the model's function.
func (m Model) function() *function { return entryOf(m.Fn) }

// Typed reports whether the function is a formula that somebody typed, Model.Formula,
// and not one of the catalogue.
func (m Model) Typed() bool { return m.Fn == calculus.Own }

// Catalogue is what a reader chooses from, in the order of the list.
func Catalogue() (kinds [len(catalogue)]calculus.Kind) {
	for i := range catalogue {
		kinds[i] = catalogue[i].kind
	}
	return kinds
}

// spelled is the function of the catalogue that has this formula.
func spelled(canonical string) (calculus.Kind, bool) {
	for i := range catalogue {
		if catalogue[i].formula == canonical {
			return catalogue[i].kind, true
		}
	}
	return calculus.Own, false
}

// Dial is the range of a where it is the slope left of 0, which a hand turns there; false
// where there is no such parameter.
func (m Model) Dial() (calculus.Interval, bool) { return DialOf(m.Fn) }

// DialOf is the same for one of the catalogue.
func DialOf(k calculus.Kind) (calculus.Interval, bool) {
	e := entryOf(k)
	return calculus.Interval{Lo: e.a.lo, Hi: e.a.hi}, e.dial
}

// SparkOf is the stretch of x that shows what is special about a function.
func SparkOf(k calculus.Kind) calculus.Interval { return entryOf(k).spark }

// FunctionName is what the picker calls a function.
func FunctionName(k calculus.Kind) string { return entryOf(k).name }

// NameOf is what the picker calls the model's function, in its language: a formula is
// its own name.
func NameOf(m Model) string {
	if m.Typed() {
		return "f(x) = " + m.Formula
	}
	return m.Say(FunctionName(m.Fn))
}

// TitleOf is the function's name as a title has it, with its article, in English.
func TitleOf(m Model) string {
	if m.Typed() {
		return "f(x) = " + m.Formula
	}
	if t := m.function().titled; t != "" {
		return t
	}
	return m.function().name
}

// StateTitle is what a picture of a state, or a page of it, is called.
func StateTitle(m Model) string {
	return m.Say(Title()) + " " + m.Say(TitleOf(m)) + ": " + m.Say(LensName(m.Lens))
}

// FormulaOf is the formula of a function of the catalogue.
func FormulaOf(k calculus.Kind) string { return entryOf(k).formula }

// LetterOf is the letter of a function in formulas.
func LetterOf(k calculus.Kind) string { return entryOf(k).letter }

// letter is the letter of the model's function, marked as mathematics.
func (m Model) letter() string {
	switch m.function().letter {
	case "r":
		return "_r_"
	case "H":
		return "_H_"
	}
	return "_f_"
}

// CallsStep reports whether the derivation calls f′ by its name, H.
func (m Model) CallsStep() bool { return m.function().step }

// own is the function's own sentence, "" where it is not said.
func (m Model) own(f Facts) string {
	e := m.function()
	if e.lens != m.Lens && !(e.lens == Dist && m.Lens == Compare) || m.Lens <= Sub && e.corner == f.HasSlope {
		return ""
	}
	return e.own
}
