package pieces

import "math"

// A Support is the convex subdifferential of a curve at a point,
//
//	∂f(x) = { g : f(y) ≥ f(x) + g·(y − x) for all y },
//
// the slopes between the steepest chord to the left and the flattest to the right.
// It is empty if Lo > Hi, which two chords prove. Else it is proved for |y| ≤ Looked,
// and nothing is claimed beyond; Looked may be less than |x|, and 0.
type Support struct {
	Lo, Hi float64
	Looked float64
}

// Empty reports whether no line supports the graph.
func (s Support) Empty() bool { return !(s.Lo <= s.Hi) }

// mostStretches is how many stretches of chords are looked at on one side.
const mostStretches = 3000

// finest is the error of an end of a subdifferential, relatively.
const finest = 1e-10

// Subdifferential is that at x, where |x| ≤ Edge. It is empty where f has no value.
func (c *Curve) Subdifferential(x float64) Support {
	if c.level != nil {
		s := c.level.Subdifferential(x)
		s.Lo, s.Hi = s.Lo+c.tilt, s.Hi+c.tilt
		return s
	}
	nothing := Support{math.Inf(1), math.Inf(-1), math.Inf(1)}
	var store [32]jet // enough for most formulas
	jets := store[:]
	if len(c.code) > len(store) {
		jets = make([]jet, len(c.code))
	}
	v := c.Value(x)
	if v != v || c.bendsDown(x, jets) || c.emptyAt(x, v) {
		return nothing
	}
	b := c.At(x)
	if b.Value != b.Value {
		return nothing
	}
	l, r := c.flattest(b, left, jets), c.flattest(b, right, jets)
	s := Support{-l.least, r.least, min(l.looked, r.looked)}
	slack := 4 * finest * max(1, math.Abs(s.Hi))
	switch {
	case s.Lo > s.Hi+slack || math.IsInf(s.Lo, 1) || math.IsInf(s.Hi, -1):
		return nothing
	case s.Lo > s.Hi-slack: // one slope, found from both sides
		g := (s.Lo + s.Hi) / 2
		if v := b.Right.Slope; v == b.Left.Slope && math.Abs(v-g) <= slack {
			g = v
		}
		s.Lo, s.Hi = g, g
	}
	if d := b.Right.Slope; b.Order > 1 && d == b.Left.Slope && c.Reached(d) != d {
		if !c.reaches(&b, jets) {
			return nothing
		}
		s.Lo, s.Hi = c.Reached(d), c.Reached(d)
	}
	s.Lo, s.Hi = s.Lo+0, s.Hi+0 // not −0
	return s
}

// reaches reports whether the slope at a point is one of those between lim f(y)/y at −∞ and
// at +∞ but for rounding, that of x itself included. If it is not, the tangent does not
// support, which chords do not tell in the tails of 1/(1 + exp(−20x)).
func (c *Curve) reaches(b *Break, jets []jet) bool {
	last := len(c.code) - 1
	c.code.enclose(point(b.X), &c.on[c.piece(b.X, 1)], last, jets)
	slopes := jets[last].d
	round := 8 * ulp * max(1, math.Abs(b.X)) * max(math.Abs(b.Left.Curvature), math.Abs(b.Right.Curvature))
	before, after := c.tends[0], c.tends[1]
	return !(before.known && slopes.hi < -before.slope-before.err-round) && !(after.known && slopes.lo > after.slope+after.err+round)
}

// Reached is the slope nearest to d between lim f(y)/y at −∞ and at +∞, as far as those
// are known. No other line supports.
func (c *Curve) Reached(d float64) float64 {
	if l, known := c.FarSlope(-1); known && d < l {
		d = l
	}
	if r, known := c.FarSlope(1); known && d > r {
		d = r
	}
	return d + 0 // not −0
}

// bendsDown reports whether f″(x) < 0, so that no line supports at x.
func (c *Curve) bendsDown(x float64, jets []jet) bool {
	i, last := c.piece(x, 1), len(c.code)-1
	if math.Abs(x) >= Edge || c.flat[i] <= 2 || i > 0 && c.cuts[i-1].X == x {
		return false
	}
	c.code.enclose(point(x), &c.on[i], last, jets)
	return jets[last].dd.hi < 0
}

// emptyAt reports whether a few chords prove that no line supports at x, where f is v:
// one to the left that is steeper than one to the right.
func (c *Curve) emptyAt(x, v float64) bool {
	steepest, flattest := math.Inf(-1), math.Inf(1)
	for _, p := range c.known {
		if math.Abs(p.x-x) < tooNear {
			continue
		}
		g := (p.v - v) / (p.x - x)
		round := 4 * ulp * (math.Abs(p.v) + math.Abs(v)) / math.Abs(p.x-x) // as of any chord
		if p.x < x {
			if g -= round; g > steepest {
				steepest = g
			}
		} else if g += round; g < flattest {
			flattest = g
		}
	}
	return steepest > flattest+1e-9*max(1, math.Abs(flattest), math.Abs(steepest))
}

// A spot is a point of a graph, or the limit of some.
type spot struct{ x, v float64 }

// spots are some at which every chord is tried first: spread evenly, and at the cuts.
func (c *Curve) spots() (list []spot) {
	const few = 40
	see := func(x, v float64) {
		if v-v == 0 {
			list = append(list, spot{x, v})
		}
	}
	for k := range few {
		x := -Edge + 2*Edge*(float64(k)+0.5)/few
		see(x, c.Value(x))
	}
	for i := range c.cuts {
		b := &c.cuts[i]
		see(b.X, b.Left.Limit)
		see(b.X, b.Value)
		see(b.X, b.Right.Limit)
	}
	return list
}

// chords looks for the least chord on one side of a point: the infimum of
//
//	way·(f(y) − f(x))/(y − x),  way·(y − x) > 0,
//
// by branch and bound.
type chords struct {
	c      *Curve
	from   Break   // x and what f does there
	way    float64 // 1 to the right, −1 to the left
	least  float64 // of the chords that have been seen, and of their limits
	looked float64 // as far as there is no lower one
	jets   []jet
	tries  int
	gaveUp bool
}

func (c *Curve) flattest(b Break, to side, jets []jet) chords {
	q := chords{c: c, from: b, way: float64(to), least: math.Inf(1), looked: math.Inf(1), jets: jets}
	near := b.on(to)
	drop := near.Limit - b.Value
	if b.Order > 0 || math.Abs(drop) <= 8*ulp*math.Abs(b.Value) {
		drop = 0
	}
	if drop < 0 {
		q.least = math.Inf(-1)
		return q
	}
	q.inside(near, drop == 0)
	q.beyond()
	return q
}

// on is the side of a break.
func (b *Break) on(to side) Side {
	if to == left {
		return b.Left
	}
	return b.Right
}

// see notes a chord, or a limit of some.
func (q *chords) see(v float64) {
	if v < q.least {
		q.least = v
	}
}

// missed notes that there may be a lower one to x.
func (q *chords) missed(x float64) { q.looked = min(q.looked, math.Abs(x)) }

// giveUp notes that there may be a lower one to any point from y on. Those at some places
// as far as the edge are seen all the same.
func (q *chords) giveUp(y float64) {
	if q.way*y < 0 { // 0 is among them
		q.missed(0)
	}
	q.missed(y)
	const step = 1. / 64
	if q.gaveUp {
		return
	}
	q.gaveUp = true
	for t := y; q.way*t <= Edge; t += q.way * step {
		if math.Abs(t-q.from.X) > tooNear {
			q.see(q.chord(t, q.value(t, nil).hi))
		}
	}
}

// chord is that to the point (y, v), no lower for what was rounded: to a point that is
// near it could be by much.
func (q *chords) chord(y, v float64) float64 {
	d := math.Abs(y - q.from.X)
	return q.way*(v-q.from.Value)/(y-q.from.X) + 4*ulp*(math.Abs(v)+math.Abs(q.from.Value))/d
}

// tooNear is how near to x a chord is not computed from values, which differ too
// little.
const tooNear = 1e-5

// inside looks from x to the edge, piece by piece.
func (q *chords) inside(near Side, meets bool) {
	i := 0
	for i < len(q.c.cuts) && (q.c.cuts[i].X < q.from.X || q.c.cuts[i].X == q.from.X && q.way > 0) {
		i++
	}
	from, v := q.from.X, near.Limit
	for first := true; ; first = false {
		last := q.way > 0 && i == len(q.c.cuts) || q.way < 0 && i == 0
		to, b := q.way*Edge, Break{}
		if !last {
			b = q.c.cuts[i-int((1-q.way)/2)]
			to = b.X
			// Before the search, which then need not creep up to it.
			if b.Order > 0 { // one value, however the limits are rounded
				b.Left.Limit, b.Right.Limit = b.Value, b.Value
			}
			q.see(q.chord(to, b.on(side(-q.way)).Limit))
			q.see(q.chord(to, b.Value))
			q.see(q.chord(to, b.on(side(q.way)).Limit))
		}
		straight := q.c.flat[i] <= 2 // whose least chords are those to its ends
		if first && meets {
			q.see(q.way * near.Slope)
			if !straight {
				from, v = q.beside(near.Slope, from, to, &q.c.on[i])
			}
		}
		if !straight {
			q.search(from, v, to, &q.c.on[i])
		} else if last && to != q.from.X { // f may jump at the edge
			q.see(q.chord(to, q.value(to, &q.c.on[i]).hi))
		}
		if last {
			return
		}
		from, v = to, b.on(side(q.way)).Limit
		i += int(q.way)
	}
}

// beside settles the chords to the nearest points, whose values would tell little: as
// far as f″ ≥ 0 they are no lower than the slope, and as far as f″ ≤ 0 the last is
// the lowest; so it is where the slope is infinite and the graph goes up. It returns
// from where on they are to be looked at, and f there.
func (q *chords) beside(slope, from, to float64, on *branch) (float64, float64) {
	room := math.Abs(to - from)
	for r := room; ; r /= 2 {
		y := from + q.way*r
		if r == room {
			y = to
		}
		bends := q.enclose(from, y, on).dd
		slack := finest / r
		v := q.value(y, on)
		switch {
		case bends.lo >= -slack:
			return y, v.lo
		case bends.hi <= slack:
			q.see(q.chord(y, v.hi))
			return y, v.lo
		case r < tooNear && math.IsInf(q.way*slope, 1): // as t^p ln(t)^m, p < 1, whose chords fall
			q.see(q.chord(y, v.hi))
			return y, v.lo
		case r < tooNear:
			q.missed(from)
			return y, v.lo
		}
	}
}

// A stretch is an interval to whose points chords lead: from its end near x, where f
// has the value or limit v or a larger one, to the other.
type stretch struct{ from, v, to float64 }

// search looks along a stretch, on one branch or, if it is nil, on all.
func (q *chords) search(from, v, to float64, on *branch) {
	if from == to {
		return
	}
	todo := []stretch{{from, v, to}}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if q.tries++; q.tries > mostStretches {
			q.giveUp(s.from)
			return
		}
		if q.above(s, on) {
			continue
		}
		if math.Abs(s.to-s.from) <= 1e-14*max(1, math.Abs(s.from)) {
			if on == nil || s.from != from && s.to != to { // else it is the end of a piece, whose limit has been seen
				q.missed(s.from)
			}
			continue
		}
		m := s.middle()
		v := q.value(m, on)
		if math.Abs(m-q.from.X) > tooNear {
			q.see(q.chord(m, v.hi)) // which is not below the chord, whatever was rounded
		}
		todo = append(todo, stretch{m, v.lo, s.to}, stretch{s.from, s.v, m})
	}
}

// middle is where a stretch is divided: far out by the geometric mean.
func (s stretch) middle() float64 {
	if s.from != 0 && s.to/s.from > 4 {
		return math.Copysign(math.Sqrt(math.Abs(s.from))*math.Sqrt(math.Abs(s.to)), s.to)
	}
	return s.from + (s.to-s.from)/2
}

func (q *chords) enclose(from, to float64, on *branch) jet {
	last := len(q.c.code) - 1
	q.c.code.enclose(span{min(from, to), max(from, to)}, on, last, q.jets)
	return q.jets[last]
}

// value encloses f(y) on a branch.
func (q *chords) value(y float64, on *branch) span { return q.enclose(y, y, on).v }

// above reports whether it is proved that no chord to a stretch is lower than the
// least that has been seen, but for the error that an end may have.
func (q *chords) above(s stretch, on *branch) bool {
	if math.IsInf(q.least, 0) {
		return q.least < 0
	}
	floor := q.least - finest*max(1, math.Abs(q.least))
	// A chord is a mean of that to the near end of the stretch and of slopes from
	// there on, if nothing jumps.
	f := q.enclose(s.from, s.to, on)
	slopes := f.d
	if q.way < 0 {
		slopes = slopes.neg()
	}
	if slopes.lo >= floor {
		first := math.Inf(1)
		if s.from != q.from.X {
			first = q.chord(s.from, s.v)
		}
		if first-8*ulp*math.Abs(first) >= floor || math.IsInf(first, 1) {
			return true
		}
	}
	// f(y) − f(x) − g·(y − x) ≥ 0, by its values or by the mean value theorem.
	g, y := point(q.way*floor), span{min(s.from, s.to), max(s.from, s.to)}
	height := func(v span, y span) span {
		return v.minus(point(q.from.Value)).minus(g.times(y.minus(point(q.from.X))))
	}
	if height(f.v, y).lo >= 0 {
		return true
	}
	m := point(s.middle())
	at := height(q.enclose(m.lo, m.lo, on).v, m)
	return at.plus(f.d.minus(g).times(y.minus(m))).lo >= 0
}

// farthest is where the slope of a curve, if it tends to a limit, has reached it.
const farthest = 0x1p100

// beyond looks outside [−Edge, Edge], where breaks are not known; from farthest on by
// the limit of f(y)/y.
func (q *chords) beyond() {
	edge, end := q.way*Edge, q.way*farthest
	v := q.value(edge, nil)
	if edge != q.from.X {
		q.see(q.chord(edge, v.hi))
	}
	side := int(q.way+1) / 2
	far := q.c.tends[side]
	q.see(far.slope)
	if q.c.far[side] && far.known { // straight, from the edge to there
		return
	}
	q.search(edge, v.lo, end, nil)
	if !far.known && !q.above(stretch{end, q.value(end, nil).lo, q.way * math.MaxFloat64}, nil) {
		q.missed(farthest)
	}
}

// A tendency is lim f(y)/|y| on one side, if it is known to exist, and its error.
type tendency struct {
	slope, err float64
	known      bool
}

// tendency is the coefficient of 1/t = |y|.
func (c *cutter) tendency(way float64) tendency {
	last := len(c.code) - 1
	c.code.near(place{math.Inf(int(way)), 0}, at, c.series)
	s := &c.series[last]
	if !s.none && s.rest > -1 {
		far := tendency{slope: s.coefficient(-1), known: true}
		for _, t := range s.terms[:s.n] {
			if t.c == far.slope {
				far.err = trust * t.err
			}
		}
		return far
	}
	ends := [2]float64{way * farthest, way * math.MaxFloat64}
	c.code.enclose(span{min(ends[0], ends[1]), max(ends[0], ends[1])}, nil, last, c.jets)
	if f := c.jets[last].v; max(math.Abs(f.lo), math.Abs(f.hi)) < farthest/2 {
		return tendency{known: true}
	}
	return tendency{slope: math.Inf(1)}
}
