package scene

import "math"

// The placement of labels. Each has seats around its anchor, or around many
// anchors along a way. What is covered is forbidden; the rest has a cost in px of
// unease: strokes that run through, the distance from the anchor, the wrong side
// of it, something else that is nearer than what is named. Labels choose in their
// order, and then once more each, now that the others stand.

// Costs, px.
const (
	besideCost = 1.3  // of a sixteenth of a turn from the direction that is best
	farCost    = 0.4  // of a px from the anchor
	alongCost  = 0.07 // of a px from the best anchor
	leaderCost = 26   // of a line that leads there
	leadCost   = 30   // of a label under one
	haloCost   = 5    // of standing on a handle's halo
	otherCost  = 1.5  // of a px that another thing of its kind is nearer
	abroadCost = 8    // of standing in another panel than the anchor, and half of each px
	closeCost  = 0.7  // of a px that another label is nearer than closeAir
	closeAir   = 10
	shortCost  = 9  // of the shorter form
	pleasant   = 40 // what the place of a label may cost that is merely pleasant
)

// take reserves a box.
func (p *pen) take(b Rect) { p.taken = append(p.taken, b) }

// inEdge reports whether a box is inside the drawing.
func (p *pen) inEdge(b Rect) bool {
	return b.X >= p.edge.X && b.X+b.W <= p.edge.X+p.edge.W && b.Y >= p.edge.Y && b.Y+b.H <= p.edge.Y+p.edge.H
}

// air is what a label leaves between itself and a reserved box, px. The numbers of
// an axis stand in one row below the discs on it.
func (w *want) air() float64 {
	if w.axis.axis != 0 {
		return 0.5
	}
	return pad
}

// covered reports whether a reserved box is nearer to another than it may be.
func (p *pen) covered(b Rect, air float64) bool {
	for i := range p.taken {
		if b.gap(p.taken[i]) < air {
			return true
		}
	}
	return false
}

// arrange gives every label that has none the best of its seats.
func (p *pen) arrange() {
	for i := range p.wants {
		if w := &p.wants[i]; w.fixed {
			w.seat, w.set = seat{dir: over}, true
			w.stand = p.stand(w, w.seat)
		}
	}
	for round := range 3 {
		for _, late := range [...]bool{false, true} { // those that are seen under a hand only make no other give way
			for i := range p.wants {
				w := &p.wants[i]
				if (w.under != 0) == late && (!w.set || w.cost > 0 && round > 0) && !w.follows {
					p.choose(w)
				}
			}
		}
	}
}

// choose puts a label into the best of its seats.
func (p *pen) choose(w *want) {
	w.set = false
	lo, hi := p.inked.reach(w.of)
	w.drawn = lo <= hi
	best, limit := seat{}, math.Inf(1)
	if w.most > 0 {
		limit = w.most
	}
	const most = 28 // anchors along a way
	n, length := 1, p.way(w)
	if length > 0 {
		n = min(most, 1+int(length/12))
	}
	for i := -1; i < n; i++ {
		t := w.t
		if i >= 0 && n > 1 {
			t = float64(i) / float64(n-1)
		}
		away := alongCost * length * math.Abs(t-w.t)
		if away >= limit || i == 0 && n == 1 {
			continue
		}
		anchor := p.anchor(w, t)
		for _, ring := range rings {
			c := away + farCost*ring
			if ring >= far {
				c += leaderCost
			}
			if c >= limit {
				break
			}
			for d := range dirs + 1 {
				if d == over && (ring > 0 || w.to != over) {
					continue
				}
				c := c
				switch {
				case w.to != over:
					c += besideCost * d.turned(w.to)
				case d != over:
					c += 3 * besideCost
				}
				for _, short := range [...]bool{false, true} {
					if short {
						if w.short == nil || w.short == w.line {
							break
						}
						c += shortCost
					}
					if c >= limit {
						break
					}
					s := seat{t, d, w.clear + ring, short}
					wide := w.w
					if short {
						wide = w.shortW
					}
					if c = p.unease(w, s.box(anchor, wide, w.h), anchor, c, limit); c < limit {
						best, limit, w.set = s, c, true
					}
				}
			}
		}
	}
	if w.set {
		w.stand = p.stand(w, best)
		if from, to := w.along[0].X, w.along[1].X; w.slides && from != to { // where the stroke ends before its way does
			best.t = (w.anchor.X - from) / (to - from)
		}
		w.seat, w.cost = best, limit
	}
}

// unease adds to a cost what a box costs where it is; infinite if it may not be
// there. It may stop when that is more than the limit.
func (p *pen) unease(w *want, b Rect, anchor Point, c, limit float64) float64 {
	if !w.inColumn && !p.inEdge(b) || p.covered(b, w.air()) {
		return math.Inf(1)
	}
	led := b.from(anchor)-w.clear > far-10
	for i := range p.wants {
		o := &p.wants[i]
		if o == w || !o.set || o.lines != 0 && w.lines != 0 && o.lines&w.lines == 0 {
			continue
		}
		d := b.gap(o.box)
		if d < pad {
			return math.Inf(1)
		}
		c += closeCost * max(0, closeAir*p.k-d)
		if (o.follows || o.cost >= leaderCost) && o.led() {
			if _, _, through := (segment{a: o.anchor, b: o.box.nearest(o.anchor)}).clipped(b); through {
				c += leadCost
			}
		}
		if led {
			if _, _, through := (segment{a: anchor, b: b.nearest(anchor)}).clipped(o.box); through {
				c += leadCost
			}
		}
		if c >= limit {
			return c
		}
	}
	own := b.from(anchor)
	for i := range p.Spots {
		s := &p.Spots[i]
		if b.gap(Rect{s.At.X, s.At.Y, 0, 0}.grown(s.Radius)) < 0 {
			c += haloCost
		}
		if s.At != anchor && w.spot {
			c += otherCost * max(0, own-b.from(s.At)+2)
		}
	}
	for _, r := range p.Plots {
		if d := -b.gap(r); d > 0 && r.from(anchor) > 1 {
			c += abroadCost + d/2
		}
	}
	if c >= limit {
		return c
	}
	air := pad + p.style.graph/2 - 1
	if w.axis.axis != 0 { // its own tick is near
		air = 1
	}
	if c += p.inked.crossed(b.grown(air), limit-c); c >= limit {
		return c
	}
	if w.of > speck && w.drawn {
		near, other := p.inked.apart(b, w.of, own, own+2)
		c += otherCost * max(0, near-other+2)
	}
	return c
}

// grown is the box with d more on every side: a stroke is as wide as its ink.
func (r Rect) grown(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// gap is the air between two boxes along x or y, the wider of them, and negative
// where they overlap.
func (r Rect) gap(o Rect) float64 {
	return max(o.X-r.X-r.W, r.X-o.X-o.W, o.Y-r.Y-r.H, r.Y-o.Y-o.H)
}

// from is how far a point is from the box.
func (r Rect) from(q Point) float64 {
	return hypot(max(0, r.X-q.X, q.X-r.X-r.W), max(0, r.Y-q.Y, q.Y-r.Y-r.H))
}

// nearest is the point of a box that is nearest to another point.
func (r Rect) nearest(q Point) Point {
	return Point{min(max(q.X, r.X), r.X+r.W), min(max(q.Y, r.Y), r.Y+r.H)}
}

// apart is how far two boxes are from each other.
func (r Rect) apart(o Rect) float64 {
	return hypot(max(0, o.X-r.X-r.W, r.X-o.X-o.W), max(0, o.Y-r.Y-r.H, r.Y-o.Y-o.H))
}
