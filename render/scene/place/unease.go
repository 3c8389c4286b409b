package place

import "math"

// Costs, px.
const (
	besideCost = 1.3  // of a sixteenth of a turn from the direction that is best
	farCost    = 0.4  // of a px from the anchor
	alongCost  = 0.07 // of a px from the best anchor
	leaderCost = 26   // of a line that leads there, from afar or past something that is nearer
	leadCost   = 30   // of a label under one
	haloCost   = 5    // of standing on a handle's halo
	otherCost  = 3    // of a px that another thing of its kind is nearer
	abroadCost = 8    // of standing in another panel than the anchor, and half of each px
	closeCost  = 0.7  // of a px that another label is nearer than CloseAir
	shortCost  = 9    // of the shorter form
	pastCost   = 0.3  // times as much as to lie on another stroke, for one that may run on under it
)

// CloseAir is the air that two labels leave between them where there is room, px, and
// LineAir how many times as much it is on one line, on which they would read as one.
const CloseAir, LineAir = 10, 2.4

// unease adds to a cost what a box costs where it is; infinite if it may not be
// there. It may stop when that is more than the limit.
func (g *Ground) unease(l *Label, b Rect, anchor Point, c, limit float64) float64 {
	if !l.InColumn && !g.inEdge(b) || covered(g.nearby.taken, b, l.Air()) || l.Home && g.abroad(b, anchor) {
		return math.Inf(1)
	}
	far := b.From(anchor)-l.Clear > Far-10
	for _, o := range g.nearby.labels {
		d := b.Gap(o.Box)
		if d < Pad {
			return math.Inf(1)
		}
		if l.Tick.Axis == 0 || o.Tick.Axis == 0 { // numbers of axes are near each other
			air := CloseAir * g.Scale
			if b.Y < o.Box.Bottom() && o.Box.Y < b.Bottom() {
				air *= LineAir
			}
			c += closeCost * max(0, air-d)
		}
		if (o.Follows || o.cost >= leaderCost) && o.Led() {
			if _, _, through := (&Segment{A: o.Anchor, B: o.Box.Nearest(o.Anchor)}).Clipped(b); through {
				c += leadCost
			}
		}
		if c >= limit {
			return c
		}
	}
	own := b.From(anchor)
	for i := range g.Spots {
		s := &g.Spots[i]
		d := b.Gap(Rect{s.At.X, s.At.Y, 0, 0}.Grown(s.Radius))
		if d < 0 {
			c += haloCost
		}
		if s.At != anchor && l.Tick.Axis == 0 { // near another handle it would name that
			c += closeCost * max(0, CloseAir*g.Scale-d)
		}
		if s.At != anchor && l.Spot {
			c += otherCost * max(0, own-b.From(s.At)+2)
		}
	}
	for _, r := range g.Plots {
		if d := -b.Gap(r); d > 0 && r.From(anchor) > 1 {
			c += abroadCost + d/2
		}
	}
	if c >= limit {
		return c
	}
	if l.Off {
		for i := range g.nearby.ink {
			if s := &g.nearby.ink[i]; s.Of == l.Of {
				if _, _, on := s.Clipped(b.Grown(1)); on {
					return math.Inf(1)
				}
			}
		}
	}
	c += pastCost * Crossed(g.nearby.past, b.Grown(g.inkAir(l)), math.Inf(1))
	if c += Crossed(g.nearby.ink, b.Grown(g.inkAir(l)), limit-c); c >= limit {
		return c
	}
	if l.Of > Speck && l.drawn {
		near, other := apart(g.nearby.ink, b, l.Of, own, own+2)
		c += otherCost * max(0, near-other+2)
	}
	if c >= limit {
		return c
	}
	vague := g.vague(l, b, anchor) > 0
	if vague && !far {
		if c += leaderCost; own < g.LeastLine(l) {
			c += leaderCost
		}
	}
	if vague || far {
		for _, o := range g.nearby.labels {
			if _, _, through := (&Segment{A: anchor, B: b.Nearest(anchor)}).Clipped(o.Box); through {
				c += leadCost
			}
		}
	}
	return c
}

// inEdge reports whether a box is inside the drawing.
func (g *Ground) inEdge(b Rect) bool {
	return b.X >= g.Edge.X && b.X+b.W <= g.Edge.X+g.Edge.W && b.Y >= g.Edge.Y && b.Y+b.H <= g.Edge.Y+g.Edge.H
}

// covered reports whether one of some reserved boxes is nearer to another box than
// it may be.
func covered(taken []Rect, b Rect, air float64) bool {
	for i := range taken {
		if b.Gap(taken[i]) < air {
			return true
		}
	}
	return false
}

// abroad reports whether a box sticks out at a side of the panel that a place is in,
// although it is no wider than that panel.
func (g *Ground) abroad(b Rect, at Point) bool {
	k := g.plotAt(at)
	if k == 0 {
		return false
	}
	r := g.Plots[k-1]
	return b.W <= r.W && (b.X < r.X || b.X+b.W > r.X+r.W)
}
