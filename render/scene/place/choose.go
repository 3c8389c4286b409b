package place

import "math"

// Arrange gives every label that has none the best of its seats.
func (g *Ground) Arrange() {
	for _, l := range g.Labels {
		if l.Fixed {
			l.Seat, l.Set = Seat{Dir: Over}, true
			l.Stand = g.Stand(l, l.Seat)
		}
	}
	g.moves = 0
	for round := range 3 {
		for _, late := range [...]bool{false, true} { // those that are seen under a hand only make no other give way
			for _, l := range g.Labels {
				if l.Follows || l.Late != late || round > 0 && (l.Set && l.cost == 0 || l.chosen == g.moves) {
					continue
				}
				g.choose(l)
			}
		}
	}
}

// choose puts a label into the best of its seats. They are tried from the cheapest
// on, as far as that can be told before looking around.
func (g *Ground) choose(l *Label) {
	if l.Fixed {
		return
	}
	was, best := l.Seat, Seat{}
	wasSet, found := l.Set, false
	l.Set = false
	mine := g.Ink.Of(l.Of)
	l.drawn = mine.Lo <= mine.Hi
	limit := math.Inf(1)
	if l.Most > 0 {
		limit = l.Most
	}
	if wasSet { // only what is better than where it is now
		g.look(l, l.Anchor, l.Box)
		if c := g.unease(l, l.Box, l.Anchor, l.base, limit); c < limit {
			limit, l.Set = c, true
		}
	}
	const most = 28 // anchors along a way
	n, length := 1, g.way(l)
	if length > 0 {
		n = min(most, 1+int(length/12))
	}
	base := l.base
	first := int(math.Ceil(l.T*float64(n-1) - 0.5))
	for i := range 2 * n {
		t := l.T // the best anchor, and then one farther and farther away on both sides
		if i > 0 {
			k := first + i/2*(i%2*2-1)
			if t = float64(k) / float64(n-1); n == 1 || k < 0 || k >= n || t == l.T {
				continue
			}
		}
		away := alongCost * length * math.Abs(t-l.T)
		if away >= limit {
			continue
		}
		anchor := g.anchor(l, t)
		seen := -1.0 // how far it has looked around
		for _, ring := range rings {
			c := away + farCost*ring
			if ring >= Far {
				c += leaderCost
			}
			if c >= limit || l.Tick.Axis != 0 && ring > l.Tick.loose() {
				break
			}
			if ring > seen {
				if seen = closeRing; ring > seen {
					seen = rings[len(rings)-1]
				}
				reach := l.Clear + seen
				wide := max(l.W, l.ShortW)
				g.look(l, anchor, Rect{anchor.X - wide - reach, anchor.Y - l.H - reach, 2 * (wide + reach), 2 * (l.H + reach)})
			}
			for k := range dirs + 1 {
				d, c := k, c
				if l.To != Over {
					if k == dirs {
						break
					}
					d = l.To.nth(k)
					if l.Tick.Axis != 0 && d.turned(l.To) > l.Tick.turns() {
						break
					}
					c += besideCost * d.turned(l.To)
				} else if d = (k + dirs) % (dirs + 1); d != Over { // that comes first
					if c += 3 * besideCost; l.Strip {
						c += abroadCost
					}
				} else if ring > 0 {
					continue
				}
				if c >= limit {
					break
				}
				for _, short := range [...]bool{false, true} {
					wide := l.W
					if short {
						if l.ShortW == 0 {
							break
						}
						c += shortCost
						wide = l.ShortW
					}
					if c >= limit {
						break
					}
					s := Seat{t, d, l.Clear + ring, short}
					if l.Tick.Axis == 'x' && d.turned(l.To) > 1 { // beside what runs down through its tick
						s.Gap = l.Clear / 0.7 // in its row
					}
					if all := g.unease(l, s.Box(anchor, wide, l.H), anchor, c, limit); all < limit {
						best, limit, base, found, l.Set = s, all, c, true, true
					}
				}
			}
		}
	}
	if found {
		l.Stand = g.Stand(l, best)
		if from, to := l.Along[0].X, l.Along[1].X; l.Slides && from != to { // where the stroke ends before its way does
			best.T = (l.Anchor.X - from) / (to - from)
		}
		l.Seat, l.base = best, base
		g.look(l, l.Anchor, l.Box)
		l.Unclear = g.vague(l, l.Box, l.Anchor)
	}
	if l.Set {
		l.cost = limit
	}
	if l.Set != wasSet || l.Seat != was {
		g.moves++
	}
	l.chosen = g.moves
}

// closeRing is how far from its anchor a label is looked for first.
const closeRing = 22
