package figure

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/math/pieces"
)

// mostRamps is how many corners a formula may have to be told as a sum of ramps.
const mostRamps = 8

// Ramps is a continuous piecewise linear formula as a sum of ramps, as a network with
// one hidden layer of ReLU computes it, and its second derivative:
//
//	f = c₀ + c₁x + Σ cₖ relu(x − bₖ),  f″ = Σ cₖ δ(x − bₖ).
//
// The first is in the notation of formulas, the second in that of a sentence. It is
// false for any other function, for one without a corner or with many, and for a
// family, whose ramps depend on its parameter.
func Ramps(m Model) (sum, second string, ok bool) {
	w := m.script()
	if w == nil || w.has {
		return "", "", false
	}
	curve, no := pieces.Cut(w.tree, formulaA)
	if no != nil {
		return "", "", false
	}
	c0, c1, ramps, ok := curve.Ramps()
	for _, r := range ramps {
		ok = ok && math.Abs(r.M) >= 1e-4 // else there are not the decimals to tell it
	}
	if !ok || len(ramps) == 0 || len(ramps) > mostRamps {
		return "", "", false
	}
	f, g := terms{number: ratio}, terms{number: ratio}
	f.add(c0, "")
	f.add(c1, "x")
	for _, r := range ramps {
		f.add(r.M, "relu("+f.from(r.B)+")")
		g.add(r.M, "δ("+g.from(r.B)+")")
	}
	return f.String(), strings.ReplaceAll(g.String(), "-", "−"), true
}

// terms are a sum on its way to be written.
type terms struct {
	strings.Builder
	number func(float64) string
}

// from is x − b.
func (t *terms) from(b float64) string {
	switch {
	case b < 0:
		return "x + " + t.number(-b)
	case b > 0:
		return "x - " + t.number(b)
	}
	return "x"
}

// add writes one more term, k times what, and nothing where k is 0.
func (t *terms) add(k float64, what string) {
	if k == 0 {
		return
	}
	switch {
	case t.Len() == 0 && k < 0:
		t.WriteString("-")
	case t.Len() > 0 && k < 0:
		t.WriteString(" - ")
	case t.Len() > 0:
		t.WriteString(" + ")
	}
	if k = math.Abs(k); what == "" || k != 1 {
		factor := t.number(k)
		if what != "" && strings.Contains(factor, "/") {
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
