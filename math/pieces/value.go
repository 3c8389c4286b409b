package pieces

import "math"

// at fills in the value of every instruction at x, NaN where there is none.
func (c code) at(x float64, out []float64) {
	for i := range c {
		out[i] = c[i].value(x, out)
	}
}

func (in *instr) value(x float64, out []float64) float64 {
	u, v := out[in.l], out[in.r]
	switch in.op {
	case number:
		return in.k
	case ident:
		return x
	case add:
		return u + v
	case sub:
		return u - v
	case mul:
		return u * v
	case div:
		if v == 0 {
			return math.NaN()
		}
		return u / v
	case neg:
		return -u
	case power:
		return raised(u, in.k, in.p, in.q)
	case logarithm:
		if u <= 0 {
			return math.NaN()
		}
	case sine:
		return math.Sin(u)
	case cosine:
		return math.Cos(u)
	case tanh:
		return math.Tanh(u)
	case floor:
		return math.Floor(u)
	case cantor:
		v, _, _ := stairs(u)
		return v
	case choose:
		switch {
		case u != u && !in.lenient:
			return u
		case holds(in.rel, u):
			return v
		}
		return out[in.s]
	case nothing:
		return math.NaN()
	}
	g, _, _ := smooth(in.op, u)
	return g
}

// raised is u^k, where k = p/q if q > 0: an odd root of a negative number is
// negative.
func raised(u, k float64, p, q int16) float64 {
	switch {
	case u == 0 && k < 0:
		return math.NaN()
	case p == 1 && q == 2:
		return math.Sqrt(u)
	case p == 1 && q == 3:
		return math.Cbrt(u)
	case u < 0 && q%2 == 1 && q > 1:
		v := math.Pow(-u, k)
		if p%2 != 0 {
			return -v
		}
		return v
	}
	return math.Pow(u, k)
}
