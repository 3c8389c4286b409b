package figure

import (
	"math"
	"strings"
)

// Report is what the figure tells a page around it: {"link": …, "state": {…},
// "readout": {…}, "words": {…}} in JSON, numbers at full precision, null for what does not
// exist and for what is infinite. The state has every key of the address, as
// the link has; both say what a glide leads to, the readout what the screen
// shows on the way. The words are the readout for an output in the prose, as
// rounded as on the screen and in the reader's language.
func Report(m Model) string {
	goal := m.Goal()
	at := m
	at.X = m.place()
	f := at.Facts()
	slope := "null"
	if f.HasSlope {
		slope = exact(f.Slope)
	}
	clarke := "null"
	if f.HasClarke {
		clarke = pair(f.Clarke)
	}
	left, right, sub, pairing := exact(f.Left), exact(f.Right), pair(f.Sub), pairingJSON(f)
	if m.Withholds(Point) {
		slope, left, right = "null", "null", "null"
	}
	if m.withholdsSet() {
		clarke, sub = "null", "null"
	}
	if m.Withholds(Dist) {
		pairing = noPairing
	}
	var b strings.Builder
	b.WriteString(`{"link":"` + goal.Link() + `","state":{`)
	for i, e := range entries() {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + e.key + `":` + e.state(&goal))
	}
	b.WriteString(`},"readout":{"x":` + exact(f.X) + `,"value":` + exact(f.Value) + `,"left":` + left + `,"right":` + right +
		`,"pointwise":` + slope + `,"subdifferential":` + sub + `,"clarke":` + clarke +
		`,"probe":{"c":` + exact(m.C) + `,"w":` + exact(m.W) + `},"pairing":` + pairing + `},"words":{`)
	for i, w := range words(m, f) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + w[0] + `":"` + w[1] + `"`)
	}
	b.WriteString("}}")
	return b.String()
}

// words are names and texts of what an output in the prose can show, which hold
// nothing that JSON would escape.
func words(m Model, f Facts) [][2]string {
	say := func(v float64, english string) string {
		if !finite(v) {
			english = "none"
		}
		return m.Say(english)
	}
	wide := func(v float64) string { return say(v, Padded(v)) }
	short := func(v float64) string { return say(v, Short(v)) }
	slope := math.NaN()
	if f.HasSlope {
		slope = f.Slope
	}
	all := [][2]string{
		{"x", wide(f.X)}, {"value", wide(f.Value)}, {"c", wide(m.C)}, {"w", wide(m.W)}, {"left", short(f.Left)}, {"right", short(f.Right)},
		{"slope", short(slope)}, {"interval", m.Say(interval(f.Sub.Lo, f.Sub.Hi))}, {"pairing", m.Say(m.answer(f.Pairing.ByParts))},
	}
	for i, kept := range [...]bool{m.Withholds(Point), m.Withholds(Point), m.Withholds(Point), m.withholdsSet(), m.Withholds(Dist)} { // what is found out
		if kept {
			all[4+i][1] = withheld
		}
	}
	return all
}

// noPairing is a pairing that is not told.
const noPairing = `{"byParts":null,"direct":null,"error":null}`

// pairingJSON is both sides of the pairing and their difference.
func pairingJSON(f Facts) string {
	p := f.Pairing
	return `{"byParts":` + exact(p.ByParts) + `,"direct":` + exact(p.Direct) + `,"error":` + exact(p.Error) + `}`
}
