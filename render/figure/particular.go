package figure

import "relu-three-ways/math/calculus"

// particular is what words say of one function of the catalogue that does not follow
// from facts: its name, its letter, and at most one sentence of its own.
type particular struct {
	name   string
	titled string // the name in a sentence or a title, "" where it is the same
	letter string
	own    string // "" for none
	brief  string // as a short claim has it, "" where there is none
	lens   Lens   // in which it is said, that of Dist in Compare too: before a short claim in Point, behind the claim elsewhere
	corner bool   // of Point and Sub: it is said where f has no slope, else where it has one
}

// particulars are indexed by kind. Everything else that is said of a function is
// chosen by Shape and Facts.
var particulars = [calculus.Own + 1]particular{
	calculus.ReLU:      {name: "ReLU", letter: "r", lens: Point, own: "ReLU, short for rectified linear unit, is an activation function used in neural networks."},
	calculus.Leaky:     {name: "leaky ReLU", letter: "f"},
	calculus.Abs:       {name: "absolute value", titled: "the absolute value", letter: "f"},
	calculus.MinusAbs:  {name: "negative absolute value", titled: "the negative absolute value", letter: "f"},
	calculus.Softplus:  {name: "softplus", letter: "f", lens: Dist, own: "Here σ(_t_) = 1/(1 + exp(−_t_))."},
	calculus.Square:    {name: "square", titled: "the square", letter: "f"},
	calculus.Cube:      {name: "cube", titled: "the cube", letter: "f"},
	calculus.Heaviside: {name: "Heaviside step", titled: "the Heaviside step", letter: "H", lens: Sub, corner: true, own: "_H_(0) = 1 is a convention; with _H_(0) = 0 the subdifferential would be {0}.", brief: "By convention _H_(0) = 1."},
	calculus.SqrtAbs:   {name: "square root of |x|", titled: "the square root of |x|", letter: "f", lens: Compare, own: "Pf, Hadamard’s finite part: omit |_x_| ≤ _ε_ and the term in 1/√_ε_, then let _ε_ → 0."},
	calculus.Cantor:    {name: "Cantor function", titled: "the Cantor function", letter: "f", lens: Dist, own: "_μ_ is the Cantor measure."},
	calculus.Kink:      {name: "adjustable corner", titled: "an adjustable corner", letter: "f"},
	calculus.Own:       {name: "your own", titled: "a function of your own", letter: "f"},
}

// FunctionName is what the picker calls a function.
func FunctionName(k calculus.Kind) string { return particulars[min(k, calculus.Own)].name }

// FunctionTitle is the function's name as a title or a sentence has it, with its
// article.
func FunctionTitle(k calculus.Kind) string {
	p := particulars[min(k, calculus.Own)]
	if p.titled != "" {
		return p.titled
	}
	return p.name
}

// NameOf is what the picker calls the model's function, in its language: a formula is
// its own name.
func NameOf(m Model) string {
	if m.Fn == calculus.Own {
		return "f(x) = " + m.Formula
	}
	return m.Say(FunctionName(m.Fn))
}

// TitleOf is the function's name as a title has it, with its article, in English.
func TitleOf(m Model) string {
	if m.Fn == calculus.Own {
		return "f(x) = " + m.Formula
	}
	return FunctionTitle(m.Fn)
}

// LetterOf is the letter of a function in formulas.
func LetterOf(k calculus.Kind) string { return particulars[min(k, calculus.Own)].letter }

// letter is the letter of the model's function, marked as mathematics.
func (m Model) letter() string {
	switch m.particular().letter {
	case "r":
		return "_r_"
	case "H":
		return "_H_"
	}
	return "_f_"
}

// particular is the model’s entry of the table.
func (m Model) particular() particular { return particulars[min(m.Fn, calculus.Own)] }

// own is the function's own sentence, "" where it is not said.
func (m Model) own(f Facts) string {
	e := m.particular()
	if e.lens != m.Lens && !(e.lens == Dist && m.Lens == Compare) || m.Lens <= Sub && e.corner == f.HasSlope {
		return ""
	}
	return e.own
}

// About is the sentence of a function that says what it is, for the list that it
// is chosen from, and "" if it has none.
func About(k calculus.Kind) string {
	if p := particulars[min(k, calculus.Own)]; p.lens == Point {
		return p.own
	}
	return ""
}
