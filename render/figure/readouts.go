package figure

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/theme"
)

// Readout is one cell of the row of readouts.
type Readout struct {
	Name  string     // point, slope, interval or pairing
	Word  string     // what it is called, where its label is a sign
	Label string     // what people read before it
	Text  string     // its value, markup
	Extra string     // what is added in the lens it belongs to, markup
	JSON  string     // the value at full precision, for programs
	Role  theme.Role // the ink of its notion if its lens is on, else theme.Muted
	Warn  bool       // Extra says that a claim is false
}

// Readouts are the four readouts. They never disappear; the one of the lens is
// in its ink.
func Readouts(m Model) []Readout {
	m.X = m.place()
	f := m.Facts()
	ink := func(l Lens, r theme.Role) theme.Role {
		if m.Lens == l || m.Lens == Compare {
			return r
		}
		return theme.Muted
	}
	slope, slopeJSON := "none", "null"
	if f.HasSlope {
		slope, slopeJSON = Short(f.Slope), exact(f.Slope)
	}
	set := Readout{Name: "interval", Word: "subdifferential", Label: "∂" + m.letter() + "(_x_)", Text: interval(f.Sub.Lo, f.Sub.Hi), JSON: pair(f.Sub), Role: ink(Sub, theme.Subgradient)}
	if m.Lens == Sub {
		switch {
		case f.Sub.Empty() && f.HasClarke:
			set.Extra = "Clarke " + interval(f.Clarke.Lo, f.Clarke.Hi)
		case f.Sub.Empty():
			set.Extra = "Clarke: none"
		case f.Stepping && f.Supports, m.Tries() && f.Supports:
			set.Extra = "_g_ = " + m.tried(f)
		case m.Tries():
			set.Extra, set.Warn = "_g_ = "+m.tried(f)+", outside", true
		}
	}
	p := f.Pairing
	answer, answerJSON := m.answer(p.ByParts), pairingJSON(f)
	if m.Withholds(Point) {
		slope, slopeJSON = withheld, "null"
	}
	if m.withholdsSet() {
		set.Text, set.JSON = withheld, "null"
	}
	if m.Withholds(Sub) || m.withholdsSet() && f.Sub.Empty() { // of which Clarke’s would tell
		set.Extra, set.Warn = "", false
	}
	if m.Withholds(Dist) {
		answer, answerJSON = withheld, noPairing
	}
	all := []Readout{
		{Name: "point", Label: "point", Text: "_x_ = " + Padded(m.X), JSON: `{"x":` + exact(m.X) + `,"y":` + exact(f.Value) + `}`, Role: theme.Ink},
		{Name: "slope", Label: "slope", Text: slope, JSON: slopeJSON, Role: ink(Point, theme.Pointwise)},
		set,
		{Name: "pairing", Label: "pairing", Text: "⟨" + m.letter() + m.primes() + ", _φ_⟩ = " + answer, JSON: answerJSON, Role: ink(Dist, theme.Distribution)},
	}
	for i := range all {
		r := &all[i]
		r.Label, r.Text, r.Extra = m.Say(r.Label), m.Say(r.Text), m.Say(r.Extra)
		if r.Word != "" {
			r.Word = m.Say(r.Word) + " "
		}
	}
	return all
}

// tried is the slope that is tried, told from the ends of the set.
func (m Model) tried(f Facts) string {
	return string(m.appendTried(nil, f))
}

func (m Model) appendTried(dst []byte, f Facts) []byte {
	g := m.G
	if f.Stepping {
		g = f.pick
	}
	return appendTold(dst, g, apart(g, f.Sub.Lo, f.Sub.Hi), padded)
}

// AppendTried writes the slope that is tried at the end of dst, told from the
// ends of the set.
func AppendTried(dst []byte, m Model) []byte { return m.appendTried(dst, m.factsAt(m.place())) }

// answer is a pairing in words.
func (m Model) answer(v float64) string { return Pairing(m.Differentiated().Settled(v, m.Probe())) }

// exact writes a number for JSON at full precision; what is not finite is null.
func exact(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "null"
	}
	return decimal(v)
}

// pair writes an interval for JSON; an empty one is null.
func pair(i calculus.Interval) string {
	if i.Empty() {
		return "null"
	}
	return "[" + exact(i.Lo) + "," + exact(i.Hi) + "]"
}

// interval writes a set of slopes: [0, 1], {1} or empty.
func interval(lo, hi float64) string {
	switch {
	case lo > hi:
		return "empty"
	case lo == hi:
		return "{" + Short(lo) + "}"
	}
	return "[" + Short(lo) + ", " + Short(hi) + "]"
}
