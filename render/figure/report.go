package figure

import "strings"

// Report is what the figure tells a page around it: {"link": …, "state": {…},
// "readout": {…}} in JSON, numbers at full precision, null for what does not
// exist and for what is infinite. The state has every key of the address, as
// the link has; both say what a glide leads to, the readout what the screen
// shows on the way.
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
	var b strings.Builder
	b.WriteString(`{"link":"` + goal.Link() + `","state":{`)
	for i, e := range entries() {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + e.key + `":` + e.state(&goal))
	}
	b.WriteString(`},"readout":{"x":` + exact(f.X) + `,"value":` + exact(f.Value) + `,"left":` + exact(f.Left) + `,"right":` + exact(f.Right) +
		`,"pointwise":` + slope + `,"subdifferential":` + pair(f.Sub) + `,"clarke":` + clarke +
		`,"probe":{"c":` + exact(m.C) + `,"w":` + exact(m.W) + `},"pairing":` + pairingJSON(f) + `}}`)
	return b.String()
}

// pairingJSON is both sides of the pairing and their difference.
func pairingJSON(f Facts) string {
	p := f.Pairing
	return `{"byParts":` + exact(p.ByParts) + `,"direct":` + exact(p.Direct) + `,"error":` + exact(p.Error) + `}`
}
