package calculus

import "math"

// A Function is a function ℝ → ℝ of the catalogue: pieces and the breaks
// between them. It is a comparable value, cheap to copy; the zero value is not
// meaningful, see Of.
type Function struct {
	kind   Kind
	breaks int8       // how many
	at     [2]float64 // the breaks, ascending
	pieces [3]piece   // one more than breaks; piece i ends at break i

	own   *formula // of Own, else nil
	order int8     // of Own: 1 where f′ stands for f
}

// Of is the function of that kind. A slope that is not finite is replaced by 0, a β out
// of range by the nearest end of its range, one that is NaN by 4, and a kind that is not
// in the catalogue by ReLU.
func Of(k Kind, p Params) Function {
	line := func(slope float64) piece { return piece{law: affine, k: slope} }
	flat := func(height float64) piece { return piece{law: affine, b: height} }
	bent := func(left, right piece) Function {
		return Function{kind: k, breaks: 1, pieces: [3]piece{left, right}}
	}
	smooth := func(whole piece) Function {
		return Function{kind: k, pieces: [3]piece{whole}}
	}
	if p.A-p.A != 0 {
		p.A = 0
	}
	switch k {
	case Leaky, Kink:
		return bent(line(p.A), line(1))
	case Abs:
		return bent(line(-1), line(1))
	case MinusAbs:
		return bent(line(1), line(-1))
	case Softplus:
		return smooth(piece{law: softplus, k: BetaRange().clamp(p.Beta, defaultBeta)})
	case Square:
		return smooth(piece{law: power, n: 2, k: 1})
	case Cube:
		return smooth(piece{law: power, n: 3, k: 1})
	case Heaviside:
		return bent(flat(0), flat(1))
	case SqrtAbs:
		return bent(piece{law: root}, piece{law: root})
	case Cantor:
		return Function{kind: k, breaks: 2, at: [2]float64{0, 1},
			pieces: [3]piece{flat(0), {law: devil}, flat(1)}}
	}
	k = ReLU
	return bent(flat(0), line(1))
}

// Kind is the kind f was made of.
func (f Function) Kind() Kind { return f.kind }

// Breaks are the points where one piece ends and the next begins, ascending:
// corners, jumps, cusps. The Cantor function has 0 and 1; Kink keeps its break 0
// at a = 1, where nothing happens.
func (f Function) Breaks() []float64 { return f.AppendBreaks(nil) }

// AppendBreaks is Breaks at the end of dst.
func (f Function) AppendBreaks(dst []float64) []float64 { return append(dst, f.places()...) }

// places are the breaks.
func (f *Function) places() []float64 {
	if f.own != nil {
		return f.own.breaks
	}
	return f.at[:f.breaks]
}

// onRight is the piece that holds just right of x, and at x itself.
func (f *Function) onRight(x float64) *piece {
	i := 0
	for i < int(f.breaks) && x >= f.at[i] {
		i++
	}
	return &f.pieces[i]
}

// onLeft is the piece that holds just left of x.
func (f *Function) onLeft(x float64) *piece {
	i := 0
	for i < int(f.breaks) && x > f.at[i] {
		i++
	}
	return &f.pieces[i]
}

// Value is f(x), from the right at a jump of a function of the catalogue; NaN at NaN.
func (f Function) Value(x float64) float64 {
	switch {
	case x != x:
		return x
	case f.own == nil:
		return f.onRight(x).value(x)
	case f.order == 1:
		v, _ := f.limit(x, 1)
		return v
	}
	return f.own.curve.Value(f.own.on(x))
}

// RightValue is the limit of f(y) as y → x from the right, which is f(x) for every
// function of the catalogue.
func (f Function) RightValue(x float64) float64 {
	if f.own == nil || x != x {
		return f.Value(x)
	}
	v, _ := f.limit(x, 1)
	return v
}

// LeftValue is the limit of f(y) as y → x from the left.
func (f Function) LeftValue(x float64) float64 {
	switch {
	case x != x:
		return x
	case f.own == nil:
		return f.onLeft(x).value(x)
	}
	v, _ := f.limit(x, -1)
	return v
}

// ValueJump is f(x+) − f(x−): the mass of the distributional derivative at x. It is 0
// at a pole, where there is no mass.
func (f Function) ValueJump(x float64) float64 {
	if math.IsInf(x, 0) || !f.jumps(x) {
		return 0
	}
	if f.Pole(x) {
		return 0
	}
	return f.RightValue(x) - f.LeftValue(x)
}

// Pole reports whether f is unbounded near x, as ln|x| is near 0: then f′ is no measure
// there. No function of the catalogue has one.
func (f Function) Pole(x float64) bool {
	if f.own == nil || f.order > 0 || !f.jumps(x) {
		return false
	}
	return math.IsInf(f.LeftValue(x), 0) || math.IsInf(f.RightValue(x), 0)
}

// jumps reports whether the values may jump at x, which those of a formula do at its
// breaks alone, and not by rounding.
func (f *Function) jumps(x float64) bool {
	if f.own == nil {
		return true
	}
	for i, b := range f.own.breaks {
		if b == x {
			return f.own.curve.Breaks[i].Order <= int(f.order)
		}
	}
	return false
}

// An Atom is a point mass Mass·δ at X.
type Atom struct{ X, Mass float64 }

// Atoms are the point masses of the distributional derivative, ascending in X:
// the jumps of the values. Only Heaviside has one, {0, 1}.
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
func (f Function) Singular() bool {
	if f.own != nil {
		return f.own.curve.Staircase()
	}
	for _, p := range f.pieces[:f.breaks+1] {
		if p.law == devil {
			return true
		}
	}
	return false
}
