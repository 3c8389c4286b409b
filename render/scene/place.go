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
	leaderCost = 26   // of a line that leads there, from afar or past something that is nearer
	leadCost   = 30   // of a label under one
	haloCost   = 5    // of standing on a handle's halo
	otherCost  = 3    // of a px that another thing of its kind is nearer
	abroadCost = 8    // of standing in another panel than the anchor, and half of each px
	closeCost  = 0.7  // of a px that another label is nearer than closeAir
	closeAir   = 10
	lineAir    = 2.4 // times as much for one on the same line: they would read as one
	shortCost  = 9   // of the shorter form
	pastCost   = 0.3 // times as much as to lie on another stroke, for one that may run on under it
	pleasant   = 40  // what the place of a label may cost that is merely pleasant
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

// covered reports whether one of some reserved boxes is nearer to another box than
// it may be.
func covered(taken []Rect, b Rect, air float64) bool {
	for i := range taken {
		if b.gap(taken[i]) < air {
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
	p.moves = 0
	for round := range 3 {
		for _, late := range [...]bool{false, true} { // those that are seen under a hand only make no other give way
			for i := range p.wants {
				w := &p.wants[i]
				if w.follows || (w.under != 0) != late || round > 0 && (w.set && w.cost == 0 || w.chosen == p.moves) {
					continue
				}
				p.choose(w)
			}
		}
	}
}

// choose puts a label into the best of its seats. They are tried from the cheapest
// on, as far as that can be told before looking around.
func (p *pen) choose(w *want) {
	if w.fixed {
		return
	}
	was, best := w.seat, seat{}
	wasSet, found := w.set, false
	w.set = false
	mine := p.inked.of(w.of)
	w.drawn = mine.lo <= mine.hi
	limit := math.Inf(1)
	if w.most > 0 {
		limit = w.most
	}
	if wasSet { // only what is better than where it is now
		p.look(w, w.anchor, w.box)
		if c := p.unease(w, w.box, w.anchor, w.base, limit); c < limit {
			limit, w.set = c, true
		}
	}
	const most = 28 // anchors along a way
	n, length := 1, p.way(w)
	if length > 0 {
		n = min(most, 1+int(length/12))
	}
	base := w.base
	first := int(math.Ceil(w.t*float64(n-1) - 0.5))
	for i := range 2 * n {
		t := w.t // the best anchor, and then one farther and farther away on both sides
		if i > 0 {
			k := first + i/2*(i%2*2-1)
			if t = float64(k) / float64(n-1); n == 1 || k < 0 || k >= n || t == w.t {
				continue
			}
		}
		away := alongCost * length * math.Abs(t-w.t)
		if away >= limit {
			continue
		}
		anchor := p.anchor(w, t)
		seen := -1.0 // how far it has looked around
		for _, ring := range rings {
			c := away + farCost*ring
			if ring >= far {
				c += leaderCost
			}
			if c >= limit || w.axis.axis != 0 && ring > w.axis.loose() {
				break
			}
			if ring > seen {
				if seen = closeRing; ring > seen {
					seen = rings[len(rings)-1]
				}
				reach := w.clear + seen
				wide := max(w.w, w.shortW)
				p.look(w, anchor, Rect{anchor.X - wide - reach, anchor.Y - w.h - reach, 2 * (wide + reach), 2 * (w.h + reach)})
			}
			for k := range dirs + 1 {
				d, c := k, c
				if w.to != over {
					if k == dirs {
						break
					}
					d = w.to.nth(k)
					if w.axis.axis != 0 && d.turned(w.to) > w.axis.turns() {
						break
					}
					c += besideCost * d.turned(w.to)
				} else if d = (k + dirs) % (dirs + 1); d != over { // that comes first
					if c += 3 * besideCost; w.strip {
						c += abroadCost
					}
				} else if ring > 0 {
					continue
				}
				if c >= limit {
					break
				}
				for _, short := range [...]bool{false, true} {
					wide := w.w
					if short {
						if w.short == nil || w.short == w.line {
							break
						}
						c += shortCost
						wide = w.shortW
					}
					if c >= limit {
						break
					}
					s := seat{t, d, w.clear + ring, short}
					if w.axis.axis == 'x' && d.turned(w.to) > 1 { // beside what runs down through its tick
						s.gap = w.clear / 0.7 // in its row
					}
					if all := p.unease(w, s.box(anchor, wide, w.h), anchor, c, limit); all < limit {
						best, limit, base, found, w.set = s, all, c, true, true
					}
				}
			}
		}
	}
	if found {
		w.stand = p.stand(w, best)
		if from, to := w.along[0].X, w.along[1].X; w.slides && from != to { // where the stroke ends before its way does
			best.t = (w.anchor.X - from) / (to - from)
		}
		w.seat, w.base = best, base
		p.look(w, w.anchor, w.box)
		w.unclear = p.vague(w, w.box, w.anchor)
	}
	if w.set {
		w.cost = limit
	}
	if w.set != wasSet || w.seat != was {
		p.moves++
	}
	w.chosen = p.moves
}

// closeRing is how far from its anchor a label is looked for first.
const closeRing = 22

// nearby is what there is around the seats of a label.
type nearby struct {
	taken []Rect
	wants []int
	ink   []segment
	past  []segment // of it, what may run on under the label
	own   thing     // that is named, if it has a name,
	on    bool      // and whether there is any, or a handle
}

// look gathers what counts for a label that stands by an anchor, in a box.
func (p *pen) look(w *want, anchor Point, b Rect) {
	a := &p.nearby
	a.taken, a.wants = a.taken[:0], a.wants[:0]
	air := w.air()
	for _, t := range p.taken {
		if b.gap(t) < air {
			a.taken = append(a.taken, t)
		}
	}
	led := b.grown(lineAir * closeAir * p.k)
	for i := range p.wants {
		o := &p.wants[i]
		if o == w || !o.set || o.lines != 0 && w.lines != 0 && o.lines&w.lines == 0 {
			continue
		}
		if led.gap(o.box) < 0 || o.led() && (&segment{a: o.anchor, b: o.box.nearest(o.anchor)}).near(b) {
			a.wants = append(a.wants, i)
		}
	}
	reach := p.inkAir(w)
	if w.axis.axis == 0 { // another thing counts if it is nearer than the anchor
		reach = max(reach, 4+max(anchor.X-b.X, b.X+b.W-anchor.X, anchor.Y-b.Y, b.Y+b.H-anchor.Y))
	}
	a.ink = p.inked.near(a.ink[:0], b.grown(reach))
	a.past = a.past[:0]
	if w.past != unnamed {
		n := 0
		for _, s := range a.ink {
			if s.of == w.past {
				a.past = append(a.past, s)
			} else {
				a.ink[n] = s
				n++
			}
		}
		a.ink = a.ink[:n]
	}
	p.recognize(w, anchor)
}

// recognize finds what a label names, of the ink that is near: what it says, or what
// its anchor is on.
func (p *pen) recognize(w *want, anchor Point) {
	a := &p.nearby
	a.own, a.on = w.of, w.spot || w.of > speck && p.inked.of(w.of).has(w.ink)
	near := p.touching()
	for i := range a.ink {
		s := &a.ink[i]
		switch {
		case w.of != unnamed || s.ink != w.ink || s.of == speck:
		default:
			if d := s.from(anchor); d <= near {
				a.on = true
				if s.of != unnamed && (d < near || a.own == unnamed) {
					a.own, near = s.of, d
				}
			}
		}
	}
}

// touching is how far from a stroke an anchor on it may be, px.
func (p *pen) touching() float64 { return max(3, p.style.object/2+2.5) }

// vague is how many px something else of its ink is nearer to a label in a box than
// what it names; negative if it is farther away.
func (p *pen) vague(w *want, b Rect, anchor Point) float64 {
	const enough = 4
	a := &p.nearby
	own := b.from(anchor)
	if w.spot {
		own = max(0, own-p.style.handle+p.style.graph/2) // as from the middle of a stroke
	}
	if !a.on || own == 0 || w.axis.axis != 0 || w.of == theGap {
		return -enough
	}
	other, home := own+enough, p.plotAt(anchor)
	for i := range a.ink {
		switch s := &a.ink[i]; {
		case s.ink != w.ink || s.of == speck:
		case s.of == a.own && a.own != unnamed, s.of == unnamed && w.of == unnamed && s.from(anchor) <= p.touching():
			own = s.nearer(b, own)
		default:
			if d := s.nearer(b, other); d < other && p.plotAt(s.a.toward(s.b, 0.5)) == home {
				other = d
			}
		}
	}
	return own - other
}

// plotAt is the panel that a place is in, from 1, or 0.
func (p *pen) plotAt(q Point) int {
	for i := range p.Plots {
		if r := &p.Plots[i]; q.X >= r.X-2 && q.X <= r.X+r.W+2 && q.Y >= r.Y-2 && q.Y <= r.Y+r.H+2 {
			return i + 1
		}
	}
	return 0
}

// abroad reports whether a box sticks out at a side of the panel that a place is in,
// although it is no wider than that panel.
func (p *pen) abroad(b Rect, at Point) bool {
	k := p.plotAt(at)
	if k == 0 {
		return false
	}
	r := p.Plots[k-1]
	return b.W <= r.W && (b.X < r.X || b.X+b.W > r.X+r.W)
}

// inkAir is what a label leaves between itself and a stroke, px.
func (p *pen) inkAir(w *want) float64 {
	if w.axis.axis != 0 { // its own tick is near
		return 1
	}
	return pad + p.style.graph/2 - 1
}

// unease adds to a cost what a box costs where it is; infinite if it may not be
// there. It may stop when that is more than the limit.
func (p *pen) unease(w *want, b Rect, anchor Point, c, limit float64) float64 {
	if !w.inColumn && !p.inEdge(b) || covered(p.nearby.taken, b, w.air()) || w.home && p.abroad(b, anchor) {
		return math.Inf(1)
	}
	far := b.from(anchor)-w.clear > far-10
	for _, i := range p.nearby.wants {
		o := &p.wants[i]
		d := b.gap(o.box)
		if d < pad {
			return math.Inf(1)
		}
		if w.axis.axis == 0 || o.axis.axis == 0 { // numbers of axes are near each other
			air := closeAir * p.k
			if b.Y < o.box.bottom() && o.box.Y < b.bottom() {
				air *= lineAir
			}
			c += closeCost * max(0, air-d)
		}
		if (o.follows || o.cost >= leaderCost) && o.led() {
			if _, _, through := (&segment{a: o.anchor, b: o.box.nearest(o.anchor)}).clipped(b); through {
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
		d := b.gap(Rect{s.At.X, s.At.Y, 0, 0}.grown(s.Radius))
		if d < 0 {
			c += haloCost
		}
		if s.At != anchor && w.axis.axis == 0 { // near another handle it would name that
			c += closeCost * max(0, closeAir*p.k-d)
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
	if w.off {
		for i := range p.nearby.ink {
			if s := &p.nearby.ink[i]; s.of == w.of {
				if _, _, on := s.clipped(b.grown(1)); on {
					return math.Inf(1)
				}
			}
		}
	}
	c += pastCost * crossed(p.nearby.past, b.grown(p.inkAir(w)), math.Inf(1))
	if c += crossed(p.nearby.ink, b.grown(p.inkAir(w)), limit-c); c >= limit {
		return c
	}
	if w.of > speck && w.drawn {
		near, other := apart(p.nearby.ink, b, w.of, own, own+2)
		c += otherCost * max(0, near-other+2)
	}
	if c >= limit {
		return c
	}
	vague := p.vague(w, b, anchor) > 0
	if vague && !far {
		if c += leaderCost; own < p.leastLine(w) {
			c += leaderCost
		}
	}
	if vague || far {
		for _, i := range p.nearby.wants {
			if _, _, through := (&segment{a: anchor, b: b.nearest(anchor)}).clipped(p.wants[i].box); through {
				c += leadCost
			}
		}
	}
	return c
}

// grown is the box with d more on every side: a stroke is as wide as its ink.
func (r Rect) grown(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// gap is the space between two boxes along x or y, the wider of them, and negative
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
