package pieces

import "math"

// A side tells from where a point is approached.
type side int8

const (
	left  side = -1
	at    side = 0 // not approached: the value there
	right side = 1
)

// A place is a point, and how far from it the point that is meant may be. At ±∞ series
// are in t = 1/|x|.
type place struct{ x, err float64 }

// near fills in the series of every instruction at a place from a side. At the
// place itself a series is a constant.
//
//go:noinline
func (c code) near(p place, from side, out []series) {
	for i, in := range c {
		out[i] = c.expand(in, p, from, out)
	}
}

func (c code) expand(in instr, p place, from side, out []series) series {
	s := func(i int16) series { return out[i] }
	switch in.op {
	case number:
		err := ulp * math.Abs(in.k)
		if short(in.k) {
			err = 0
		}
		return exactly(in.k, err)
	case ident:
		if math.IsInf(p.x, 0) { // t = 1/|x|
			x := series{rest: math.Inf(1)}
			x.put(term{c: math.Copysign(1, p.x), e: -1})
			return x
		}
		x := exactly(p.x, p.err)
		if from != at {
			x.put(term{c: float64(from), e: 1})
		}
		return x.settled()
	case add:
		return s(in.l).plus(s(in.r))
	case sub:
		return s(in.l).plus(s(in.r).times(-1))
	case mul:
		return s(in.l).product(s(in.r))
	case div:
		return s(in.l).over(s(in.r))
	case neg:
		return s(in.l).times(-1)
	case power:
		return s(in.l).raised(in.k, in.p, in.q)
	case choose:
		return chosen(in, out)
	case floor:
		return s(in.l).floored()
	case cantor:
		return s(in.l).staircase()
	case nothing:
		return noValue()
	}
	return s(in.l).applied(in.op)
}

// short reports whether a number is most likely meant as it is: a fraction with a
// small power of 2 below, such as 1/2 or 3.
func short(k float64) bool {
	k *= 1024
	return k == math.Trunc(k) && math.Abs(k) < 1<<40
}

// applied is a smooth function of a series.
func (s series) applied(o op) series {
	if s.none {
		return s
	}
	c, err, w, ok := s.about()
	if !ok {
		return s.farther(o)
	}
	if o == logarithm {
		switch {
		case s.zero() || c < 0:
			return noValue()
		case c == 0:
			return s.logarithm()
		}
	}
	var a [kept + 1]float64
	taylor(o, c, &a)
	return composed(&a, w, err)
}

// logarithm is ln(c t^e (1 + w)) = ln c + e·ln t + ln(1 + w).
func (s series) logarithm() series {
	first, w, ok := s.split()
	if !ok {
		return unknown(undecided)
	}
	if first.c < 0 {
		return noValue()
	}
	var a [kept + 1]float64
	taylor(logarithm, 1, &a)
	l := composed(&a, w, 0)
	l = l.plus(exactly(math.Log(first.c), first.err/first.c+2*ulp*math.Abs(math.Log(first.c))))
	l.put(term{c: first.e, e: 0, m: 1})
	return l
}

// farther is a function of what is unbounded. What has a limit there tends to it
// faster than any power of t, or by a power that is not looked for.
func (s series) farther(o op) series {
	if o == sine || o == cosine { // which is between −1 and 1, whatever it does
		return unknown(0)
	}
	if s.n == 0 || s.lead() > -same { // ln t included
		return unknown(undecided)
	}
	up := s.terms[0].c > 0
	limit := func(below, above float64, err float64) series {
		c := below
		if up {
			c = above
		}
		l := exactly(c, err)
		l.cut(math.Inf(1))
		return l
	}
	switch o {
	case expo:
		if !up {
			return limit(0, 0, 0)
		}
	case sigmoid:
		return limit(0, 1, 0)
	case tanh:
		return limit(-1, 1, 0)
	case softplus:
		if !up {
			return limit(0, 0, 0)
		}
		return s
	case arctan: // ±π/2 − arctan(1/u)
		var a [kept + 1]float64
		taylor(arctan, 0, &a)
		_, _, w, ok := ptr(s.raised(-1, -1, 1)).about()
		if !ok {
			return unknown(0)
		}
		return composed(&a, w, 0).times(-1).plus(limit(-math.Pi/2, math.Pi/2, ulp*2))
	}
	return unknown(undecided)
}

func ptr(s series) *series { return &s }

// chosen is the branch of an instruction that chooses.
func chosen(in instr, out []series) series {
	u := out[in.l]
	switch {
	case u.none && in.lenient:
		return out[in.s]
	case u.none:
		return u
	case !u.decided():
		return unknown(undecided)
	}
	v := 0.0
	if u.n > 0 {
		v = u.terms[0].c
		if u.terms[0].m%2 != 0 { // ln t < 0
			v = -v
		}
	}
	if holds(in.rel, v) {
		return out[in.r]
	}
	return out[in.s]
}

// floored is ⌊·⌋.
func (s series) floored() series {
	if s.none {
		return s
	}
	c, err, w, ok := s.about()
	if !ok { // it differs from its argument by less than 1
		s.cut(0)
		return s
	}
	whole := math.Round(c)
	if math.Abs(c-whole) > trust*err {
		return exactly(math.Floor(c), 0)
	}
	switch {
	case w.zero():
		return exactly(whole, 0)
	case w.n == 0:
		return unknown(0)
	case w.terms[0].c < 0 != (w.terms[0].m%2 != 0):
		whole--
	}
	return exactly(whole, 0)
}

// rough is the exponent of the Cantor function at its points, log 2/log 3: near
// 0 it lies between (t/2)^rough and t^rough.
var rough = math.Ln2 / math.Log(3)

// staircase is the Cantor function. On a flat stretch it is a constant; on the
// Cantor set its value is known, and its growth only that it is no faster than
// t^rough.
func (s series) staircase() series {
	if s.none {
		return s
	}
	c, err, w, ok := s.about()
	if !ok {
		if s.n == 0 || s.lead() > -same {
			return unknown(undecided)
		}
		c = math.Copysign(2, s.terms[0].c)
	}
	v, low, high := stairs(c)
	flat := c-low > trust*err && high-c > trust*err
	if low < high && !flat && ok && w.n > 0 { // at an end of a flat stretch
		up := w.terms[0].c > 0 != (w.terms[0].m%2 != 0)
		flat = up && math.Abs(c-low) <= trust*err || !up && math.Abs(high-c) <= trust*err
	}
	l := exactly(v, 0)
	if !flat && !w.zero() {
		l.cut(rough * w.lead())
	}
	return l
}
