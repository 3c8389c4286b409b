package place

// Led reports whether a line leads from the label to its anchor: from afar, where
// it does not name a region, or where something else is nearer.
func (l *Label) Led() bool {
	region := l.Along[0] != l.Along[1] && !l.Slides && (l.Of == Unnamed || l.Of == Gap)
	return l.Unclear > -Unsure || !region && l.Box.From(l.Anchor)-l.Clear > Far-10
}

// Unsure is how little nearer what a label names may be for a line to begin to show, px.
const Unsure = 1

// Ends are where the line from a label to what it names would begin and end.
func (g *Ground) Ends(l *Label) (q, a Point) {
	a = l.Anchor
	if k := g.Ink.Of(l.Of); l.Unclear > -Unsure && l.Along[0] != l.Along[1] && l.Of > Speck && k.Has(l.Ink) { // an anchor may be on what is no more
		if q, _ := k.On(a.X); q.From(a) > 2*g.touching() {
			a = q
		}
	}
	return l.Box.Nearest(a), a
}

// LineEnd is how far from its anchor a label's line ends, px.
func (g *Ground) LineEnd(l *Label) float64 {
	if l.Spot {
		return g.Handle + 2
	}
	return g.Graph/2 + 2
}

// LeastLine is how far away a label is that has room for a line, px.
func (g *Ground) LeastLine(l *Label) float64 {
	const seen = 8 // px of the line: a shorter one could be a minus
	return Pad/2 + seen + g.LineEnd(l)
}

// Doubt finds how unclear it is what a label names, where it is and with some things
// gone.
func (g *Ground) Doubt(l *Label, gone uint32) {
	near := g.Ink.Near(g.nearby.ink[:0], l.Box.Grown(l.Box.From(l.Anchor)+4))
	g.nearby.ink = near[:0]
	for i := range near {
		if gone>>near[i].Of&1 == 0 {
			g.nearby.ink = append(g.nearby.ink, near[i])
		}
	}
	g.recognize(l, l.Anchor)
	l.Unclear = g.vague(l, l.Box, l.Anchor)
}

// Inked reports whether there is ink in a box.
func (g *Ground) Inked(b Rect) bool {
	g.nearby.ink = g.Ink.Near(g.nearby.ink[:0], b)
	return Crossed(g.nearby.ink, b, 0) > 0
}
