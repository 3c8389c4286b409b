package pieces

import "math"

// Jet is the value at x of the formula that holds on the i-th piece, and its first
// and second derivative. At an end of the piece they are one-sided limits.
func (c *Curve) Jet(i int, x float64) (v, d, dd float64) {
	switch {
	case i > 0 && x == c.cuts[i-1].X:
		s := c.cuts[i-1].Right
		return s.Limit, s.Slope, s.Curvature
	case i < len(c.cuts) && x == c.cuts[i].X:
		s := c.cuts[i].Left
		return s.Limit, s.Slope, s.Curvature
	case i > 0 && c.cuts[i-1].Right.series.tells(x-c.cuts[i-1].X):
		return c.cuts[i-1].Right.series.jet(x - c.cuts[i-1].X)
	case i < len(c.cuts) && c.cuts[i].Left.series.tells(c.cuts[i].X-x):
		v, d, dd = c.cuts[i].Left.series.jet(c.cuts[i].X - x)
		return v, -d, dd
	}
	var few [64]values
	out := few[:]
	if len(c.code) > len(few) {
		out = make([]values, len(c.code))
	}
	for k := range c.code {
		out[k] = c.code[k].derivatives(k, x, &c.on[i], out)
	}
	last := out[len(c.code)-1]
	return last.v, last.d, last.dd
}

// beside is how near to a cut its series is used at most: the formula's own terms may
// cancel there, as in (eˣ − 1)/x.
const beside = 0.01

// tells reports whether a series has f″ at t to 13 digits or so: what is left out is
// small, and so is its last term beside the largest.
func (s *series) tells(t float64) bool {
	if t >= beside || s.n == 0 || s.none {
		return false
	}
	if math.IsInf(s.rest, 1) {
		return true
	}
	const little = 1e-13
	most, last := 0.0, 0.0
	for _, a := range s.terms[:s.n] {
		last = math.Abs(a.c) * math.Pow(t, a.e-s.terms[0].e)
		most = max(most, last)
	}
	left := s.rest - s.terms[0].e
	return s.n > 2 && last <= little*most && math.Pow(t, left-2) <= little
}

// jet is the value of a series at t > 0, and its derivatives.
func (s *series) jet(t float64) (v, d, dd float64) {
	l := math.Log(t)
	for _, a := range s.terms[:s.n] {
		logs := func(m int8) float64 {
			if m < 0 {
				return 0
			}
			return math.Pow(l, float64(m))
		}
		e, m := a.e, float64(a.m)
		v += a.c * math.Pow(t, e) * logs(a.m)
		if e != 0 || m != 0 {
			d += a.c * math.Pow(t, e-1) * (e*logs(a.m) + m*logs(a.m-1))
			dd += a.c * times(e*(e-1)*logs(a.m)+m*(2*e-1)*logs(a.m-1)+m*(m-1)*logs(a.m-2), math.Pow(t, e-2))
		}
	}
	return v, d, dd
}

// values are the value of an instruction at a point, and its derivatives.
type values struct{ v, d, dd float64 }

// through is g(u), by the values of g, g′ and g″ at u.
func (u values) through(g, g1, g2 float64) values {
	return values{g, times(u.d, g1), times(u.dd, g1) + times(u.d*u.d, g2)}
}

// times is the product in which a derivative that is 0 stays so.
func times(a, b float64) float64 {
	if a == 0 {
		return 0
	}
	return a * b
}

func (u values) times(w values) values {
	return values{u.v * w.v, u.d*w.v + u.v*w.d, u.dd*w.v + 2*u.d*w.d + u.v*w.dd}
}

func (in *instr) derivatives(i int, x float64, on *branch, out []values) values {
	u, w := out[in.l], out[in.r]
	switch in.op {
	case number:
		return values{v: in.k}
	case ident:
		return values{x, 1, 0}
	case add:
		return values{u.v + w.v, u.d + w.d, u.dd + w.dd}
	case sub:
		return values{u.v - w.v, u.d - w.d, u.dd - w.dd}
	case mul:
		return u.times(w)
	case div:
		q := u.v / w.v // of which (q·w)′ = u′ and (q·w)″ = u″
		d := (u.d - q*w.d) / w.v
		return values{q, d, (u.dd - 2*d*w.d - q*w.dd) / w.v}
	case neg:
		return values{-u.v, -u.d, -u.dd}
	case power:
		switch {
		case in.k == 2:
			return u.times(u)
		case in.k == 1:
			return u
		}
		raise := func(less int16) float64 { return raised(u.v, in.k-float64(less), in.p-less*in.q, in.q) }
		return u.through(raise(0), in.k*raise(1), times(in.k*(in.k-1), raise(2)))
	case choose:
		if on.first[i] {
			return w
		}
		return out[in.s]
	case floor, cantor:
		if v := on.step[i]; v == v {
			return values{v: v}
		}
		v, _, _ := stairs(u.v)
		return values{v: v}
	case nothing:
		return values{v: math.NaN()}
	}
	g, g1, g2 := smooth(in.op, u.v)
	return u.through(g, g1, g2)
}

// smooth is a smooth function at u, with its derivatives.
func smooth(o op, u float64) (g, g1, g2 float64) {
	switch o {
	case expo:
		e := math.Exp(u)
		return e, e, e
	case logarithm:
		return math.Log(u), 1 / u, -1 / (u * u)
	case sine:
		s, c := math.Sincos(u)
		return s, c, -s
	case cosine:
		s, c := math.Sincos(u)
		return c, -s, -c
	case arctan:
		g1 = 1 / (1 + u*u)
		return math.Atan(u), g1, -2 * u * g1 * g1
	case tanh:
		g = math.Tanh(u)
		g1 = 1 / math.Cosh(u)
		g1 *= g1
		return g, g1, -2 * g * g1
	}
	e := math.Exp(-math.Abs(u)) // sigmoid, softplus
	s, bell := 1/(1+e), e/((1+e)*(1+e))
	if u < 0 {
		s = e / (1 + e)
	}
	if o == sigmoid {
		return s, bell, -bell * math.Tanh(u/2)
	}
	return max(u, 0) + math.Log1p(e), s, bell
}
