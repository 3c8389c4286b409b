package pieces

import "math"

// kept is how many terms of a series are kept.
const kept = 7

// A term is c·t^e·(ln t)^m. The error of c is at most about err.
type term struct {
	c, err, e float64
	m         int8
}

// A series is what a formula is near a point on one side of it,
//
//	Σ cₖ t^eₖ (ln t)^mₖ + o(t^(rest−ε))  for every ε > 0,  t = |x − b| → 0,
//
// the largest terms first. Nothing is known of terms from t^rest on; there are
// none if rest is +∞. A coefficient that its error could make 0 is 0.
type series struct {
	n     int
	terms [kept]term
	rest  float64
	none  bool // there is no value on this side
}

// same is how close exponents are that are meant to be equal.
const same = 1e-9

// trust is how many times its error a coefficient has to exceed to be one.
const trust = 4

const ulp = 0x1p-53

// exactly is a constant whose error is at most err.
func exactly(c, err float64) series {
	s := series{rest: math.Inf(1)}
	s.put(term{c: c, err: err})
	return s
}

func noValue() series { return series{none: true} }

// unknown is a series of which nothing is known from t^e on.
func unknown(e float64) series { return series{rest: e} }

// before reports whether a term is larger than another.
func (a term) before(b term) bool {
	if math.Abs(a.e-b.e) > same {
		return a.e < b.e
	}
	return a.m > b.m
}

// put adds a term.
func (s *series) put(t term) {
	if t.c != t.c || math.IsInf(t.c, 0) {
		s.cut(t.e)
		return
	}
	if t.e >= s.rest-same || t.c == 0 && t.err == 0 {
		return
	}
	i := 0
	for i < s.n && s.terms[i].before(t) {
		i++
	}
	if i < s.n && !t.before(s.terms[i]) {
		old := &s.terms[i]
		c := old.c + t.c
		old.c, old.err = c, old.err+t.err+ulp*math.Abs(c)
		return
	}
	if s.n == kept {
		last := s.terms[kept-1]
		if i == kept {
			s.cut(t.e)
			return
		}
		s.n--
		s.cut(last.e)
		if t.e >= s.rest-same {
			return
		}
	}
	copy(s.terms[i+1:s.n+1], s.terms[i:s.n])
	s.terms[i] = t
	s.n++
}

// cut forgets what is known from t^e on.
//
//go:noinline
func (s *series) cut(e float64) {
	s.rest = min(s.rest, e)
	for s.n > 0 && s.terms[s.n-1].e >= s.rest-same {
		s.n--
	}
}

// settled takes out the terms that may be 0.
func (s series) settled() series {
	n := 0
	for _, t := range s.terms[:s.n] {
		if math.Abs(t.c) > trust*t.err {
			s.terms[n] = t
			n++
		}
	}
	s.n = n
	return s
}

// lead is the exponent of the largest term, or where the unknown begins.
//
//go:noinline
func (s *series) lead() float64 {
	if s.n > 0 {
		return s.terms[0].e
	}
	return s.rest
}

// zero reports whether the series is exactly 0.
//
//go:noinline
func (s *series) zero() bool { return s.n == 0 && math.IsInf(s.rest, 1) }

// decided reports whether its largest term is known.
func (s *series) decided() bool { return s.n > 0 || s.zero() }

// constant is the term that does not depend on t.
func (s *series) constant() (c, err float64) {
	for _, t := range s.terms[:s.n] {
		if math.Abs(t.e) <= same && t.m == 0 {
			return t.c, t.err
		}
	}
	return 0, 0
}

func (s series) times(k float64) series {
	for i := range s.terms[:s.n] {
		s.terms[i].c *= k
		s.terms[i].err *= math.Abs(k)
	}
	return s
}

func (s series) plus(o series) series {
	if s.none || o.none {
		return noValue()
	}
	s.cut(o.rest)
	for _, t := range o.terms[:o.n] {
		s.put(t)
	}
	return s.settled()
}

func (s series) product(o series) series {
	if s.none || o.none {
		return noValue()
	}
	if s.zero() || o.zero() {
		return series{rest: math.Inf(1)}
	}
	p := series{rest: min(upTo(s.rest, o.lead()), upTo(o.rest, s.lead()))}
	for _, a := range s.terms[:s.n] {
		for _, b := range o.terms[:o.n] {
			c := a.c * b.c
			p.put(term{c, math.Abs(a.c)*b.err + math.Abs(b.c)*a.err + ulp*math.Abs(c), a.e + b.e, a.m + b.m})
		}
	}
	return p.settled()
}

// upTo is where a product is unknown from, by what is unknown of one factor and the
// largest term of the other: from −∞ on if nothing is known of one.
func upTo(rest, lead float64) float64 {
	if math.IsInf(rest, -1) || math.IsInf(lead, -1) {
		return math.Inf(-1)
	}
	return rest + lead
}

// split writes a series as c·t^e·(1 + w), where w → 0; false if its largest term
// is unknown or has a logarithm.
func (s *series) split() (first term, w series, ok bool) {
	if s.n == 0 || s.terms[0].m != 0 {
		return term{}, series{}, false
	}
	first = s.terms[0]
	w = series{rest: s.rest - first.e}
	for _, t := range s.terms[1:s.n] {
		c := t.c / first.c
		w.put(term{c, t.err/math.Abs(first.c) + math.Abs(c)*(first.err/math.Abs(first.c)+ulp), t.e - first.e, t.m})
	}
	return first, w, true
}

// composed is Σ aₖ wᵏ, where w → 0 and the errors of the aₖ are a few units in
// their last places, and that of w's point of expansion at moves them by at·aₖ₊₁·(k+1).
func composed(a *[kept + 1]float64, w series, at float64) series {
	coefficient := func(k int) series {
		return exactly(a[k], 4*ulp*math.Abs(a[k])+at*float64(k+1)*math.Abs(a[k+1]))
	}
	sum := coefficient(kept - 1)
	for k := kept - 2; k >= 0; k-- {
		sum = sum.product(w).plus(coefficient(k))
	}
	if !w.zero() && (a[kept-1] != 0 || a[kept] != 0) { // w^kept has been left out; of a polynomial nothing has
		sum.cut(kept * w.lead())
	}
	return sum
}

// raised is the series to the power k, p/q if q > 0.
func (s series) raised(k float64, p, q int16) series {
	switch {
	case s.none || k == 1:
		return s
	case k == 0:
		return exactly(1, 0)
	case s.zero() && k > 0:
		return s
	case s.zero():
		return noValue()
	}
	first, w, ok := s.split()
	if !ok {
		if s.n == 0 && k > 0 {
			return unknown(s.rest * k)
		}
		return unknown(undecided)
	}
	sign := 1.0
	if first.c < 0 {
		if q%2 == 0 { // a root, or no fraction
			return noValue()
		}
		if p%2 != 0 {
			sign = -1
		}
	}
	// (1 + w)^k = Σ (k over i) wⁱ
	var binomial [kept + 1]float64
	binomial[0] = 1
	for i := 1; i <= kept; i++ {
		binomial[i] = binomial[i-1] * (k - float64(i-1)) / float64(i)
	}
	c := sign * math.Pow(math.Abs(first.c), k)
	if q == 2 && p == 1 {
		c = math.Sqrt(first.c)
	}
	whole := series{rest: math.Inf(1)}
	whole.put(term{c: c, err: math.Abs(c) * (math.Abs(k)*first.err/math.Abs(first.c) + 2*ulp), e: first.e * k})
	return composed(&binomial, w, 0).product(whole)
}

func (s series) over(o series) series {
	if s.none || o.none || o.zero() {
		return noValue()
	}
	if first, w, ok := o.split(); ok && w.zero() { // by a single term
		for i := range s.terms[:s.n] {
			t := &s.terms[i]
			c := t.c / first.c
			t.err = t.err/math.Abs(first.c) + math.Abs(c)*(first.err/math.Abs(first.c)+ulp)
			t.c, t.e = c, t.e-first.e
		}
		s.rest -= first.e
		return s
	}
	return s.product(o.raised(-1, -1, 1))
}

// about splits a series into a constant and what tends to 0; false if it is
// unbounded, or not known well enough.
func (s *series) about() (c, err float64, w series, ok bool) {
	if s.lead() < -same || s.n > 0 && s.terms[0].m > 0 && s.terms[0].e <= same || s.rest <= same {
		return 0, 0, series{}, false
	}
	w = series{rest: s.rest}
	for _, t := range s.terms[:s.n] {
		if t.e > same {
			w.put(t)
		}
	}
	c, err = s.constant()
	return c, err, w, true
}
