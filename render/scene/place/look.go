package place

// nearby is what there is around the seats of a label.
type nearby struct {
	taken  []Rect
	labels []*Label
	ink    []Segment
	past   []Segment // of it, what may run on under the label
	own    Thing     // that is named, if it has a name,
	on     bool      // and whether there is any, or a handle
}

// look gathers what counts for a label that stands by an anchor, in a box.
func (g *Ground) look(l *Label, anchor Point, b Rect) {
	a := &g.nearby
	a.taken, a.labels = a.taken[:0], a.labels[:0]
	air := l.Air()
	for _, t := range g.Taken {
		if b.Gap(t) < air {
			a.taken = append(a.taken, t)
		}
	}
	led := b.Grown(LineAir * CloseAir * g.Scale)
	for _, o := range g.Labels {
		if o == l || !o.Set || o.Lines != 0 && l.Lines != 0 && o.Lines&l.Lines == 0 {
			continue
		}
		if led.Gap(o.Box) < 0 || o.Led() && (&Segment{A: o.Anchor, B: o.Box.Nearest(o.Anchor)}).near(b) {
			a.labels = append(a.labels, o)
		}
	}
	reach := g.inkAir(l)
	if l.Tick.Axis == 0 { // another thing counts if it is nearer than the anchor
		reach = max(reach, 4+max(anchor.X-b.X, b.X+b.W-anchor.X, anchor.Y-b.Y, b.Y+b.H-anchor.Y))
	}
	a.ink = g.Ink.Near(a.ink[:0], b.Grown(reach))
	a.past = a.past[:0]
	if l.Past != Unnamed {
		n := 0
		for _, s := range a.ink {
			if s.Of == l.Past {
				a.past = append(a.past, s)
			} else {
				a.ink[n] = s
				n++
			}
		}
		a.ink = a.ink[:n]
	}
	g.recognize(l, anchor)
}

// recognize finds what a label names, of the ink that is near: what it says, or what
// its anchor is on.
func (g *Ground) recognize(l *Label, anchor Point) {
	a := &g.nearby
	a.own, a.on = l.Of, l.Spot || l.Of > Speck && g.Ink.Of(l.Of).Has(l.Ink)
	near := g.touching()
	for i := range a.ink {
		s := &a.ink[i]
		switch {
		case l.Of != Unnamed || s.Ink != l.Ink || s.Of == Speck:
		default:
			if d := s.From(anchor); d <= near {
				a.on = true
				if s.Of != Unnamed && (d < near || a.own == Unnamed) {
					a.own, near = s.Of, d
				}
			}
		}
	}
}

// touching is how far from a stroke an anchor on it may be, px.
func (g *Ground) touching() float64 { return max(3, g.Object/2+2.5) }

// vague is how many px something else of its ink is nearer to a label in a box than
// what it names; negative if it is farther away.
func (g *Ground) vague(l *Label, b Rect, anchor Point) float64 {
	const enough = 4
	a := &g.nearby
	own := b.From(anchor)
	if l.Spot {
		own = max(0, own-g.Handle+g.Graph/2) // as from the middle of a stroke
	}
	if !a.on || own == 0 || l.Tick.Axis != 0 || l.Of == Gap {
		return -enough
	}
	other, home := own+enough, g.plotAt(anchor)
	for i := range a.ink {
		switch s := &a.ink[i]; {
		case s.Ink != l.Ink || s.Of == Speck:
		case s.Of == a.own && a.own != Unnamed, s.Of == Unnamed && l.Of == Unnamed && s.From(anchor) <= g.touching():
			own = s.Nearer(b, own)
		default:
			if d := s.Nearer(b, other); d < other && g.plotAt(s.A.Toward(s.B, 0.5)) == home {
				other = d
			}
		}
	}
	return own - other
}

// plotAt is the panel that a place is in, from 1, or 0.
func (g *Ground) plotAt(q Point) int {
	for i := range g.Plots {
		if r := &g.Plots[i]; q.X >= r.X-2 && q.X <= r.X+r.W+2 && q.Y >= r.Y-2 && q.Y <= r.Y+r.H+2 {
			return i + 1
		}
	}
	return 0
}

// inkAir is what a label leaves between itself and a stroke, px.
func (g *Ground) inkAir(l *Label) float64 {
	if l.Tick.Axis != 0 { // its own tick is near
		return 1
	}
	return Pad + g.Graph/2 - 1
}
