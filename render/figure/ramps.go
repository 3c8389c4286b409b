package figure

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/math/pieces"
)

// A rampSum is a continuous piecewise linear function as a line and ramps, as a network
// with one hidden layer of ReLU computes it:
//
//	f = c₀ + c₁x + Σ cₖ relu(x − bₖ),  f″ = Σ cₖ δ(x − bₖ).
type rampSum struct {
	c0, c1 float64
	ramps  []pieces.Ramp
}

// rampSum is the model's function as such a sum: by its corners, wherever they are, or by
// the breaks of its formula. It is false for any other function, and for a family, whose
// ramps depend on its parameter.
func (m *Model) rampSum() (s rampSum, ok bool) {
	if at := cornersOf(m.Formula); at != nil {
		s.c1 = rounded(slopeTo(at, 1))
		s.c0 = rounded(at[0].Y - s.c1*at[0].X)
		for i, p := range at {
			if c, ok := CornerMass(at, i); ok && c != 0 {
				s.ramps = append(s.ramps, pieces.Ramp{B: p.X, M: c})
			}
		}
		return s, true
	}
	w := m.script()
	if w == nil || w.has {
		return s, false
	}
	curve, no := pieces.Cut(w.tree, formulaA)
	if no != nil {
		return s, false
	}
	s.c0, s.c1, s.ramps, ok = curve.Ramps()
	return s, ok
}

// written is the sum in a notation.
func (s rampSum) written(n notation) string {
	t := terms{notation: n}
	t.add(s.c0, "")
	t.add(s.c1, n.x)
	for _, r := range s.ramps {
		t.ramp(r.M, "relu", r.B)
	}
	if t.Len() == 0 {
		return "0"
	}
	return t.String()
}

// mostRamps is how many corners a formula may have to be told as a sum of ramps.
const mostRamps = 8

// Ramps is a formula as a sum of ramps, in the notation of formulas, and its second
// derivative, in that of a sentence. It is false for one that is not continuous and piecewise
// linear, for a family, and for one without a corner, or with many.
func Ramps(m Model) (sum, second string, ok bool) {
	s, ok := m.rampSum()
	for _, r := range s.ramps {
		ok = ok && math.Abs(r.M) >= 1e-4 // else there are not the decimals to tell it
	}
	if !ok || len(s.ramps) == 0 || len(s.ramps) > mostRamps {
		return "", "", false
	}
	t := terms{notation: notation{number: ratio, x: "x", minus: "−", space: " "}}
	for _, r := range s.ramps {
		t.ramp(r.M, "δ", r.B)
	}
	return s.written(notation{number: ratio, x: "x", minus: "-", space: " "}), t.String(), true
}

// A notation is how a sum is written.
type notation struct {
	number func(float64) string // that is not negative
	x      string
	minus  string
	space  string // behind a sign, and within parentheses
	times  string // between a number and a ramp
}

// inMarkup is the notation of a caption. A line of it ends before a sign or not at all.
func inMarkup() notation {
	number := func(v float64) string { return strings.ReplaceAll(Short(v), " ", nbsp) }
	return notation{number: number, x: "_x_", minus: "−", space: nbsp, times: nbsp}
}

const nbsp = "\u00a0"

// terms are a sum on its way to be written.
type terms struct {
	strings.Builder
	notation
}

// ramp writes one more term, k times what of x − b.
func (t *terms) ramp(k float64, what string, b float64) {
	of := t.x
	if b != 0 {
		of += t.space + t.sign(-b) + t.space + t.number(math.Abs(b))
	}
	if what += "(" + of + ")"; math.Abs(k) != 1 {
		what = t.times + what
	}
	t.add(k, what)
}

// sign is that of a number.
func (t *terms) sign(v float64) string {
	if v < 0 {
		return t.minus
	}
	return "+"
}

// add writes one more term, k times what, and nothing where k is 0.
func (t *terms) add(k float64, what string) {
	if k == 0 {
		return
	}
	if t.Len() > 0 {
		t.WriteString(" " + t.sign(k) + t.space)
	} else if k < 0 {
		t.WriteString(t.minus)
	}
	if k = math.Abs(k); what == "" || k != 1 {
		factor := t.number(k)
		if what != "" && strings.ContainsAny(factor, "/"+nbsp) {
			factor = "(" + factor + ")"
		}
		t.WriteString(factor)
	}
	t.WriteString(what)
}

// ratio is a number as a fraction of small whole numbers, if it is one, or with at most
// six decimals.
func ratio(v float64) string {
	decimals := func(v float64, most int) string {
		return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', most, 64), "0"), ".")
	}
	is := func(w float64) bool { return math.Abs(v-w) <= 1e-14*v } // but for rounding
	if is(math.Round(v*100) / 100) {
		return decimals(v, 2)
	}
	for q := 2.0; q <= 64; q++ {
		if p := math.Round(v * q); p > 0 && is(p/q) {
			return decimals(p, 1) + "/" + decimals(q, 1)
		}
	}
	return decimals(v, 6)
}
