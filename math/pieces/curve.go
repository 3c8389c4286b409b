package pieces

import (
	"math"
	"slices"

	"relu-three-ways/math/expression"
)

// A Curve is a formula with its breaks in [−Edge, Edge].
type Curve struct {
	Breaks []Break // from left to right

	code     code
	cuts     []Break  // the breaks, and where something switches that breaks nothing
	on       []branch // of the pieces between cuts, one more than those
	edges    [2]Break // what happens at −Edge and at Edge
	far      [2]bool  // whether f is known to go on straight beyond −Edge, beyond Edge
	switches [2]bool  // whether something may switch there
	level    *Curve   // f(x) − tilt·x, whose subdifferential is easier to find; nil where f itself is searched
	tilt     float64
	tends    [2]tendency // towards −∞, towards ∞
	known    []spot      // of the graph
	flat     []int8      // of each piece: from which of its derivatives on all are 0, as far as 2
}

// MostBreaks is how many breaks a curve may have.
const MostBreaks = 64

// Cut cuts a formula at its breaks; a is the value of the parameter. What cannot be
// shown is refused.
func Cut(n *expression.Node, a float64) (*Curve, *Refusal) {
	c, ok := lower(n, a)
	if !ok {
		return nil, &Refusal{Reason: TooLong}
	}
	cut := newCutter(c)
	f, no := cut.cut()
	if no != nil || !c.waves() {
		return f, no
	}
	if level, tilt := c.untilted(); tilt != 0 {
		same := newCutter(level)
		same.at = cut.at
		f.level, _ = same.finish()
		f.tilt = tilt
	}
	return f, nil
}

func newCutter(c code) cutter {
	return cutter{code: c, jets: make([]jet, len(c)), values: make([]float64, len(c)), series: make([]series, len(c))}
}

// A cutter is a formula on its way to be cut.
type cutter struct {
	code   code
	at     []place // found so far, ascending
	jets   []jet
	values []float64
	series []series
}

// An argument is what a zero, or another level, of is looked for.
type argument struct {
	place int16
	level float64
}

func (c *cutter) cut() (*Curve, *Refusal) {
	seen := map[argument]bool{}
	for _, in := range c.code {
		arg := in.l
		switch in.op {
		case choose, logarithm, floor, cantor:
		case power:
			if in.k >= 0 && in.q == 1 {
				continue
			}
		case div:
			arg = in.r
		default:
			continue
		}
		levels := []float64{0}
		switch in.op {
		case floor:
			levels = c.steps(arg)
			if levels == nil {
				return nil, &Refusal{Reason: TooManyBreaks}
			}
		case cantor:
			levels = []float64{0, 1}
		}
		for _, level := range levels {
			if seen[argument{arg, level}] {
				continue
			}
			seen[argument{arg, level}] = true
			if r := c.look(int(arg), level); r != nil {
				return nil, r
			}
		}
	}
	return c.finish()
}

// ends are the bounds of the i-th of the intervals between what has been found.
func (c *cutter) ends(i int) (lo, hi float64) {
	lo, hi = -Edge, Edge
	if i > 0 {
		lo = c.at[i-1].x
	}
	if i < len(c.at) {
		hi = c.at[i].x
	}
	return lo, hi
}

// inside are places inside an interval where nothing is expected to happen.
func inside(lo, hi float64) [3]float64 {
	at := func(share float64) float64 { return lo + share*(hi-lo) }
	return [3]float64{at(0.5137), at(0.2894), at(0.8271)}
}

// branchAt is the branch at x. What chooses by an argument without value takes what
// it would for NaN.
func (c *cutter) branchAt(x float64) branch {
	c.code.at(x, c.values)
	on := branch{make([]bool, len(c.code)), make([]float64, len(c.code))}
	for i, in := range c.code {
		switch in.op {
		case choose:
			on.first[i] = holds(in.rel, c.values[in.l])
		case floor:
			on.step[i] = math.Floor(c.values[in.l])
		case cantor:
			on.step[i] = math.NaN()
			if u := c.values[in.l]; u <= 0 || u >= 1 {
				on.step[i] = c.values[i]
			}
		}
	}
	return on
}

// look finds where an argument has a level, between what has been found so far.
func (c *cutter) look(arg int, level float64) *Refusal {
	var fresh []place
	for i := range len(c.at) + 1 {
		lo, hi := c.ends(i)
		if c.constant(arg, level, lo, hi) {
			continue
		}
		on := c.branchAt(inside(lo, hi)[0])
		s := search{code: c.code, on: &on, arg: arg, level: level, jets: c.jets, series: c.series}
		s.between(lo, hi)
		if s.tired || len(s.found) > MostBreaks {
			return &Refusal{Reason: TooManyBreaks, From: lo, To: hi}
		}
		for _, p := range s.found {
			p = c.meant(p, arg, level)
			if p.x > lo && p.x < hi {
				fresh = append(fresh, p)
			}
		}
	}
	for _, p := range fresh {
		c.at = append(c.at, p)
		for i := len(c.at) - 1; i > 0 && c.at[i-1].x > p.x; i-- {
			c.at[i-1], c.at[i] = p, c.at[i-1]
		}
	}
	c.at = slices.CompactFunc(c.at, func(p, q place) bool { return math.Abs(q.x-p.x) <= 8*ulp*math.Abs(p.x)+p.err+q.err })
	if len(c.at) > 4*MostBreaks {
		return &Refusal{Reason: TooManyBreaks, From: -Edge, To: Edge}
	}
	return nil
}

// constant reports whether an argument is the level, or has no value, all along an
// interval.
func (c *cutter) constant(arg int, level, lo, hi float64) bool {
	for _, x := range inside(lo, hi) {
		c.code[:arg+1].near(place{x, 0}, right, c.series)
		u := c.series[arg].plus(exactly(-level, 0))
		if !u.none && (u.n > 0 || u.rest < 4) {
			return false
		}
	}
	return true
}

// meant is a short number in place of one near it, if the argument has its level
// there.
func (c *cutter) meant(p place, arg int, level float64) place {
	for _, q := range candidates(p.x) {
		if math.Abs(q.x-p.x) > max(nearby*1e-3, 4*p.err) {
			continue
		}
		c.code[:arg+1].near(q, right, c.series)
		u := c.series[arg].plus(exactly(-level, 0))
		if !u.none && u.lead() > same {
			return q
		}
	}
	return p
}

// steps are the whole numbers that an argument takes, nil if those are too many.
func (c *cutter) steps(arg int16) (levels []float64) {
	lowest, highest := math.Inf(1), math.Inf(-1)
	const cells = 64
	for i := range len(c.at) + 1 {
		lo, hi := c.ends(i)
		on := c.branchAt(inside(lo, hi)[0])
		for k := range cells {
			x := span{lo + (hi-lo)*float64(k)/cells, lo + (hi-lo)*float64(k+1)/cells}
			c.code.enclose(x, &on, int(arg), c.jets)
			lowest, highest = min(lowest, c.jets[arg].v.lo), max(highest, c.jets[arg].v.hi)
		}
	}
	if !(highest-lowest < 4*MostBreaks) {
		return nil
	}
	levels = []float64{}
	for k := math.Ceil(lowest); k <= highest; k++ {
		levels = append(levels, k)
	}
	return levels
}

// finish keeps the places where something breaks.
func (c *cutter) finish() (*Curve, *Refusal) {
	f := &Curve{code: c.code}
	stairs := slices.ContainsFunc(c.code, func(in instr) bool { return in.op == cantor })
	for _, p := range c.at {
		b, breaks := c.breakAt(p)
		for _, s := range [...]Side{b.Left, b.Right} {
			switch {
			case s.lead == undecided, !stairs && s.hazy():
				return nil, &Refusal{Reason: Undecided, From: p.x, To: p.x}
			case s.lead <= -1+same:
				return nil, &Refusal{Reason: NotIntegrable, From: p.x, To: p.x}
			}
		}
		f.cuts = append(f.cuts, b)
		if breaks {
			f.Breaks = append(f.Breaks, b)
		}
	}
	if len(f.Breaks) > MostBreaks {
		return nil, &Refusal{Reason: TooManyBreaks, From: -Edge, To: Edge}
	}
	for i := range len(c.at) + 1 {
		lo, hi := c.ends(i)
		for _, x := range inside(lo, hi) {
			c.code.at(x, c.values)
			if v := c.values[len(c.code)-1]; v != v {
				return nil, &Refusal{Reason: NoValue, From: lo, To: hi}
			}
		}
	}
	for i := range len(f.cuts) + 1 {
		f.on = append(f.on, c.branchAt(inside(f.ends(i))[0]))
		f.flat = append(f.flat, f.flatness(i))
	}
	for i, x := range [2]float64{-Edge, Edge} {
		f.edges[i], _ = c.breakAt(place{x, 0})
	}
	f.far[0], f.switches[0] = f.beyond(-1)
	f.far[1], f.switches[1] = f.beyond(1)
	f.tends = [2]tendency{c.tendency(-1), c.tendency(1)}
	f.known = f.spots()
	return f, nil
}

// breakAt is what happens at a place, and whether anything does.
func (c *cutter) breakAt(p place) (Break, bool) {
	last := len(c.code) - 1
	b := Break{X: p.x}
	c.code.near(p, left, c.series)
	l := c.series[last]
	c.code.near(p, right, c.series)
	r := c.series[last]
	c.code.near(p, at, c.series)
	v := c.series[last]
	b.Left, b.Right = sideOf(l, left), sideOf(r, right)
	b.Value = math.NaN()
	if !v.none && v.decided() {
		b.Value, _ = v.constant()
	}
	b.Order = order(l, v, r)
	return b, b.Order != Smooth
}

// At is how the curve behaves at a point of [−Edge, Edge], of which Order says
// whether anything breaks there.
func (c *Curve) At(x float64) Break {
	for i := range c.cuts {
		if c.cuts[i].X == x {
			return c.cuts[i]
		}
	}
	if b := c.edge(x); b != nil { // where it may break, and no cut is
		return *b
	}
	v := c.Value(x)
	_, d, dd := c.Jet(c.piece(x, 1), x)
	s := Side{Limit: v, Slope: d, Curvature: dd}
	return Break{X: x, Value: v, Left: s, Right: s, Order: Smooth}
}

// edge is what happens at an edge, nil if x is none.
func (c *Curve) edge(x float64) *Break {
	switch x {
	case -Edge:
		return &c.edges[0]
	case Edge:
		return &c.edges[1]
	}
	return nil
}

// ends are the bounds of a piece between cuts.
func (c *Curve) ends(i int) (lo, hi float64) {
	lo, hi = -Edge, Edge
	if i > 0 {
		lo = c.cuts[i-1].X
	}
	if i < len(c.cuts) {
		hi = c.cuts[i].X
	}
	return lo, hi
}
