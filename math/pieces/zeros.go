package pieces

import (
	"math"
	"slices"
)

// Edge is how far from 0 breaks are looked for: from −Edge to Edge.
const Edge = 7

// patience is how many intervals are looked at for the zeros of one argument.
const patience = 20000

// tiny is the width of an interval, relative to where it is, at which a zero that
// cannot be told from none is taken for one that is only touched.
const tiny = 1e-10

// A search looks for the zeros of one argument between two neighbouring breaks,
// where nothing that it depends on switches.
type search struct {
	code   code
	on     *branch
	arg    int     // the instruction whose value is looked at
	level  float64 // where that is level is a zero
	jets   []jet
	series []series
	found  []place
	tired  bool
}

// bound encloses the argument on an interval.
func (s *search) bound(x span) jet {
	s.code.enclose(x, s.on, s.arg, s.jets)
	u := s.jets[s.arg]
	if s.level != 0 {
		u.v = u.v.minus(point(s.level))
	}
	return u
}

// between finds all zeros in an open interval.
func (s *search) between(lo, hi float64) {
	todo := []span{{lo, hi}}
	for tries := 0; len(todo) > 0; tries++ {
		if s.tired = tries > patience; s.tired {
			return
		}
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		u := s.bound(x)
		// By the mean value theorem u(y) lies in u(m) + u′(x)·(y − m).
		m := x.lo + 0.4986*(x.hi-x.lo)
		c := s.bound(point(m)).v
		u.v = u.v.meet(c.plus(u.d.times(x.minus(point(m)))))
		switch {
		case !u.v.has(0):
		case u.d.lo > 0 || u.d.hi < 0:
			s.crossing(x, lo, hi)
		case x.hi-x.lo <= tiny*max(1, math.Abs(x.lo)), c.has(0) && u.v.hi-u.v.lo <= 8*(c.hi-c.lo):
			s.touching(x, lo, hi)
		default:
			todo = append(todo, span{m, x.hi}, span{x.lo, m})
		}
	}
}

// crossing finds the only zero in an interval where the argument rises or falls.
func (s *search) crossing(x span, lo, hi float64) {
	// At an end of the whole interval it may be 0, where a break is already, or have
	// no value; a little inside it has a sign in both cases.
	step := 1e-12 * max(1, math.Abs(x.lo), math.Abs(x.hi))
	if x.lo == lo && x.hi-lo > 4*step {
		x.lo += step
	}
	if x.hi == hi && hi-x.lo > 4*step {
		x.hi -= step
	}
	ends := [2]span{s.bound(point(x.lo)).v, s.bound(point(x.hi)).v}
	for i, e := range ends {
		if e.has(0) {
			if at := [2]float64{x.lo, x.hi}[i]; at > lo+2*step && at < hi-2*step {
				s.note(at)
			}
			return
		}
	}
	if (ends[0].lo > 0) == (ends[1].lo > 0) {
		return
	}
	up := ends[1].lo > 0
	for x.hi > math.Nextafter(x.lo, x.hi) {
		m := x.lo + (x.hi-x.lo)/2
		v := s.bound(point(m)).v
		if v.has(0) {
			s.note(m)
			return
		}
		if (v.lo > 0) == up {
			x.hi = m
		} else {
			x.lo = m
		}
	}
	s.note(x.lo)
}

// note keeps a zero near x, where the argument is 0 as far as can be told.
func (s *search) note(x float64) {
	v := s.bound(point(x)).v
	d := s.bound(point(x)).d
	if steep := min(math.Abs(d.lo), math.Abs(d.hi)); steep > 0 && !math.IsInf(steep, 1) { // Newton's step
		if y := x - (v.lo+v.hi)/2/((d.lo+d.hi)/2); math.Abs(y-x) < 1e-6 {
			x = y
		}
		v = s.bound(point(x)).v
	}
	err := ulp * math.Abs(x)
	if steep := min(math.Abs(d.lo), math.Abs(d.hi)); steep > 0 {
		err += (v.hi - v.lo) / steep / 4
	}
	if err > blurred*max(1, math.Abs(x)) { // it is nearly flat there
		s.touching(point(x), math.Inf(-1), math.Inf(1))
		return
	}
	s.found = append(s.found, place{x, err})
}

// blurred is the error of a zero, relatively, above which it may be a multiple one.
const blurred = 1e-12

// touching keeps a zero near an interval in which the argument cannot be told from
// 0, and which it mostly has in common with its derivative.
func (s *search) touching(x span, lo, hi float64) {
	p, ok := s.refined(x.lo + (x.hi-x.lo)/2)
	if !ok {
		return
	}
	for _, q := range append(s.found[:len(s.found):len(s.found)], place{x: lo}, place{x: hi}) { // seen from the neighbour, or a break that is there
		if math.Abs(q.x-p.x) < merged+p.err {
			return
		}
	}
	s.found = append(s.found, p)
}

// merged is how close two places are that are one, where the argument is so small
// that they cannot be told apart.
const merged = 1e-7

// refined is the zero near x by the argument's own series u = Σ cₖ tᵏ: one of
// multiplicity m, whose term outweighs the others at some distance, is a simple zero
// of the (m−1)-th derivative, m!(c_(m−1) + m cₘ t + …)/m.
func (s *search) refined(x float64) (place, bool) {
	const distance = 1e-2
	p := place{x, 4 * ulp * math.Abs(x)}
	for range 60 {
		s.code[:s.arg+1].near(place{p.x, 0}, right, s.series)
		u := s.series[s.arg].plus(exactly(-s.level, 0))
		m, most := 0, 0.0
		for k := 1; k < kept; k++ {
			if w := math.Abs(u.power(k)) * math.Pow(distance, float64(k)); w > most {
				m, most = k, w
			}
		}
		if m == 0 { // more than a few derivatives are 0: it is not known better
			p.err = merged
			break
		}
		t := -u.power(m-1) / (float64(m) * u.power(m))
		if !(math.Abs(t) < distance) {
			return p, false
		}
		p.x += t
		if math.Abs(t) <= 2*ulp*math.Abs(p.x) {
			break
		}
	}
	s.code[:s.arg+1].near(p, right, s.series)
	u := s.series[s.arg].plus(exactly(-s.level, 0))
	return p, u.lead() > same // it is 0 there, as far as can be told
}

// power is the coefficient of t^k.
func (s *series) power(k int) float64 {
	for _, t := range s.terms[:s.n] {
		if math.Abs(t.e-float64(k)) <= same && t.m == 0 {
			return t.c
		}
	}
	return 0
}

// nearby is how near to a short number a zero is that may be meant to be it.
const nearby = 1e-8

// candidates are short numbers near x: fractions with small denominators, then
// multiples of π/12.
func candidates(x float64) (list []place) {
	for q := 1.0; q <= 64; q++ {
		y := math.Round(x*q) / q
		if math.Abs(y-x) <= nearby && !slices.ContainsFunc(list, func(p place) bool { return p.x == y }) {
			err := ulp * math.Abs(y)
			if short(y) {
				err = 0
			}
			list = append(list, place{y, err})
		}
	}
	for _, digits := range []float64{100, 1000, 1e4} {
		if y := math.Round(x*digits) / digits; math.Abs(y-x) <= nearby && !slices.ContainsFunc(list, func(p place) bool { return p.x == y }) {
			list = append(list, place{y, ulp * math.Abs(y)})
		}
	}
	if k := math.Round(x * 12 / math.Pi); k != 0 {
		if y := k * math.Pi / 12; math.Abs(y-x) <= nearby {
			list = append(list, place{y, 2 * ulp * math.Abs(y)})
		}
	}
	return list
}
