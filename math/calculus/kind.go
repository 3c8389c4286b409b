package calculus

// A Kind names one function of the catalogue, or one family of functions with
// a parameter in Params.
type Kind uint8

// The catalogue, in the order in which it is taught.
const (
	ReLU      Kind = iota // max(0, x)
	Leaky                 // x for x ≥ 0, a·x for x < 0
	Abs                   // |x|
	MinusAbs              // −|x|
	Softplus              // log(1 + e^{βx})/β
	Square                // x²
	Cube                  // x³
	Heaviside             // 0 for x < 0, 1 for x ≥ 0
	SqrtAbs               // √|x|
	Cantor                // 0 for x ≤ 0, the Cantor function on [0, 1], 1 for x ≥ 1
	Kink                  // x for x ≥ 0, a·x for x < 0, which may bend either way
	Kinds                 // how many there are
	Own                   // a formula, see Formula: not in the catalogue
)

// Closed reports whether there is a closed form of k. Of any other the formula is to be
// cut: see Formula.
func (k Kind) Closed() bool {
	_, ok := k.form(Params{})
	return ok
}

// String is the name of k in addresses, lower case without spaces, and "" if
// k is not in the catalogue.
//
//go:noinline
func (k Kind) String() string {
	if k < Kinds {
		return names[k]
	}
	return ""
}

var names = [Kinds]string{
	ReLU: "relu", Leaky: "leaky", Abs: "abs", MinusAbs: "minusabs", Softplus: "softplus", Square: "square", Cube: "cube",
	Heaviside: "heaviside", SqrtAbs: "sqrtabs", Cantor: "cantor", Kink: "kink",
}

// ParseKind is the inverse of String. An unknown name gives ReLU and false.
func ParseKind(name string) (Kind, bool) {
	for k := range Kinds {
		if k.String() == name {
			return k, true
		}
	}
	return ReLU, false
}

// Params are the parameters of the families in the catalogue; a Kind that
// does not name a family ignores them.
type Params struct {
	A    float64 // slope left of 0, of Leaky and Kink
	Beta float64 // sharpness β of Softplus, per unit of x; the range is BetaRange
}

// defaultBeta is a β that is not a number.
const defaultBeta = 4

// BetaRange is the range of Params.Beta for Softplus. Its largest gap to
// max(0, x) is log 2/β, at x = 0: from 1.4 down to 0.011.
func BetaRange() Interval { return Interval{0.5, 64} }
