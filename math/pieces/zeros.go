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
	code  code
	on    *branch
	arg   int     // the instruction whose value is looked at
	level float64 // where that is level is a zero
	duals []dual
	found []place
	tired bool
}

// bound encloses the argument on an interval.
func (s *search) bound(x span) dual {
	s.code.enclose(x, s.on, s.arg, s.duals)
	u := s.duals[s.arg]
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
			s.crossing(x, u.d, lo, hi)
		case x.hi-x.lo <= tiny*max(1, math.Abs(x.lo)):
			s.touching(x, lo, hi)
		default:
			todo = append(todo, span{m, x.hi}, span{x.lo, m})
		}
	}
}

// crossing finds the only zero in an interval where the argument rises or falls.
func (s *search) crossing(x span, slope span, lo, hi float64) {
	ends := [2]span{s.bound(point(x.lo)).v, s.bound(point(x.hi)).v}
	for i, e := range ends {
		if !e.has(0) {
			continue
		}
		if at := [2]float64{x.lo, x.hi}[i]; at != lo && at != hi { // else the break is there already
			s.note(at, slope)
		}
		return
	}
	if (ends[0].lo > 0) == (ends[1].lo > 0) {
		return
	}
	up := ends[1].lo > 0
	for x.hi > math.Nextafter(x.lo, x.hi) {
		m := x.lo + (x.hi-x.lo)/2
		v := s.bound(point(m)).v
		if v.has(0) {
			s.note(m, slope)
			return
		}
		if (v.lo > 0) == up {
			x.hi = m
		} else {
			x.lo = m
		}
	}
	s.note(x.lo, slope)
}

// note keeps a zero near x, where the argument is 0 as far as can be told.
func (s *search) note(x float64, slope span) {
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
	s.found = append(s.found, place{x, err})
}

// touching keeps a zero of the argument that is one of its derivative, too.
func (s *search) touching(x span, lo, hi float64) {
	slope := func(x float64) float64 {
		d := s.bound(point(min(max(x, lo), hi))).d
		return d.lo + (d.hi-d.lo)/2
	}
	a, b := x.lo-1e-6, x.hi+1e-6
	p, q := slope(a), slope(b)
	for range 60 { // the secant rule, with half of what has not moved
		if !(p*q < 0) || b-a < 4*ulp*math.Abs(a) {
			break
		}
		m := b - q*(b-a)/(q-p)
		if !(a < m && m < b) {
			break
		}
		r := slope(m)
		if r == 0 {
			a, b = m, m
			break
		}
		if r*q < 0 {
			a, p = b, q
		} else {
			p /= 2
		}
		b, q = m, r
		if a > b {
			a, b, p, q = b, a, q, p
		}
	}
	m := a + (b-a)/2
	if len(s.found) > 0 && math.Abs(s.found[len(s.found)-1].x-m) < 1e-7 { // seen from the neighbour
		return
	}
	if m-lo < 1e-7 || hi-m < 1e-7 { // the break is there already
		return
	}
	s.found = append(s.found, place{m, (b-a)/2 + 4*ulp*math.Abs(m)})
}

// plain are numbers that are meant where a zero is as near as this to one.
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
