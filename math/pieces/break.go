package pieces

import "math"

// A Break is a point at which a formula is not smooth.
type Break struct {
	X           float64
	Value       float64 // that the formula gives, NaN if none
	Left, Right Side
	Order       int // of the lowest derivative that breaks, 0 for the value itself
}

// Smooth is the order of no break at all.
const Smooth = kept + 1

// A Side is how a formula behaves on one side of a point b. Each number is NaN if it
// is not decided, and infinite where there is no finite one.
type Side struct {
	Limit     float64 // f(b±)
	Slope     float64 // lim (f(x) − f(b±))/(x − b)
	Curvature float64 // lim f″(x)

	series series
	none   bool    // there is no value
	lead   float64 // the exponent of the largest term
	second float64 // the least exponent that is not a whole number, or has a logarithm
	rough  bool    // there is one
}

// hazy reports whether the limit, the slope or the curvature is not known, other than
// beside an infinite limit or where there is no value.
func (s Side) hazy() bool {
	if s.none || math.IsInf(s.Limit, 0) {
		return false
	}
	return s.Limit != s.Limit || s.Slope != s.Slope || s.Curvature != s.Curvature
}

// grading is a power m for which f is smooth as a function of s, t = s^m: 1 if it
// is smooth itself.
func (s Side) grading() int {
	if !s.rough {
		return 1
	}
	for m := 2; m <= 6; m++ {
		if p := s.second * float64(m); math.Abs(p-math.Round(p)) <= same {
			return m
		}
	}
	return 6
}

// undecided is the exponent from which a series is unknown of which nothing is known.
var undecided = math.Inf(-1)

// sideOf reads a side off its series.
func sideOf(s series, from side) Side {
	if s.none {
		return Side{Limit: math.NaN(), Slope: math.NaN(), Curvature: math.NaN(), none: true}
	}
	b := Side{Limit: s.coefficient(0), Slope: s.coefficient(1), Curvature: s.coefficient(2), series: s, lead: s.lead()}
	for _, t := range s.terms[:s.n] {
		if t.m != 0 || math.Abs(t.e-math.Round(t.e)) > same || t.e < -same {
			b.second, b.rough = t.e, true
			break
		}
	}
	b.Slope = b.Slope*float64(from) + 0 // not −0
	b.Curvature *= 2
	if math.IsInf(b.Limit, 0) {
		b.Slope, b.Curvature = math.NaN(), math.NaN()
	}
	return b
}

// coefficient is that of t^e: infinite if a larger term that is no constant
// outweighs it, with that term's sign, and NaN if it is not known.
func (s *series) coefficient(e float64) float64 {
	for _, t := range s.terms[:s.n] {
		switch {
		case t.e > e+same:
			return 0
		case math.Abs(t.e-e) <= same && t.m == 0:
			return t.c
		case t.m == 0 && (math.Abs(t.e) <= same || e > 1 && math.Abs(t.e-1) <= same):
			// a constant, or for the curvature a straight line
		default:
			return t.grows(e)
		}
	}
	if s.rest <= e+same {
		return math.NaN()
	}
	return 0
}

// grows is the infinity that the e-th derivative of a term tends to: that of
// t^p (ln t)^m begins with p(p−1)…(p−e+1) t^(p−e) (ln t)^m, or, where that is 0, with
// the derivative of one of the logarithms.
func (t term) grows(e float64) float64 {
	sign, logs := t.c, int(t.m)
	for k := range int(e) {
		switch f := t.e - float64(k); {
		case math.Abs(f) <= same:
			logs--
		case f < 0:
			sign = -sign
		}
	}
	if logs%2 != 0 {
		sign = -sign
	}
	return math.Copysign(math.Inf(1), sign)
}

// order is the order of the lowest derivative that breaks between two sides and the
// value between them.
func order(l, v, r series) int {
	if l.none || r.none || v.none {
		return 0
	}
	c, err := r.constant()
	d, more := v.constant()
	if !v.decided() || math.Abs(c-d) > trust*(err+more) || r.lead() < -same || l.lead() < -same {
		return 0
	}
	least := Smooth
	look := func(a, b *series) {
		for _, t := range a.terms[:a.n] {
			whole := math.Round(t.e)
			if t.m != 0 || math.Abs(t.e-whole) > same {
				least = min(least, max(0, int(math.Ceil(t.e-same))))
				continue
			}
			want, err := t.c, t.err
			if int(whole)%2 != 0 {
				want = -want
			}
			have, more := 0.0, 0.0
			for _, o := range b.terms[:b.n] {
				if math.Abs(o.e-t.e) <= same && o.m == 0 {
					have, more = o.c, o.err
				}
			}
			if math.Abs(have-want) > trust*(err+more) && t.e < min(a.rest, b.rest)-same {
				least = min(least, int(whole))
			}
		}
	}
	look(&l, &r)
	look(&r, &l)
	if rest := min(l.rest, r.rest); rest < float64(least) && rest < 3 { // what is not known may break
		least = int(math.Ceil(rest))
	}
	return least
}
