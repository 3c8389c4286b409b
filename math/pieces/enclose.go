package pieces

import "math"

// A dual encloses the values of a formula and those of its derivative on an
// interval.
type dual struct{ v, d span }

// A branch says for a code which operand each instruction that chooses takes, true
// for the first, and the value of each that has steps. It holds between two
// neighbouring breaks.
type branch struct {
	first []bool
	step  []float64
}

// enclose fills in what encloses each instruction on the interval x, up to the
// last-th.
func (c code) enclose(x span, on *branch, last int, out []dual) {
	for i, in := range c[:last+1] {
		out[i] = c.bound(i, in, x, on, out)
	}
}

func (c code) bound(i int, in instr, x span, on *branch, out []dual) dual {
	l, r := &out[in.l], &out[in.r]
	switch in.op {
	case number:
		return dual{v: point(in.k)}
	case ident:
		return dual{x, point(1)}
	case add:
		return dual{l.v.plus(r.v), l.d.plus(r.d)}
	case sub:
		return dual{l.v.minus(r.v), l.d.minus(r.d)}
	case mul:
		if in.l == in.r {
			return dual{l.v.square(), l.v.times(l.d).times(point(2))}
		}
		return dual{l.v.times(r.v), l.d.times(r.v).plus(l.v.times(r.d))}
	case div:
		over := r.v.inverse()
		return dual{l.v.times(over), l.d.minus(l.v.times(over).times(r.d)).times(over)}
	case neg:
		return dual{l.v.neg(), l.d.neg()}
	case power:
		chain := l.v.raised(in.k-1, in.p-in.q, in.q).times(point(in.k))
		return dual{l.v.raised(in.k, in.p, in.q), l.d.times(chain)}
	case expo:
		v := l.v.rising(math.Exp)
		return dual{v, l.d.times(v)}
	case logarithm:
		u := span{max(0, l.v.lo), max(0, l.v.hi)}
		return dual{u.rising(math.Log), l.d.times(u.inverse())}
	case sine:
		return dual{l.v.wave(0), l.d.times(l.v.wave(1))}
	case cosine:
		return dual{l.v.wave(1), l.d.times(l.v.wave(0).neg())}
	case arctan:
		return dual{l.v.rising(math.Atan), l.d.times(l.v.square().plus(point(1)).inverse())}
	case tanh:
		v := l.v.rising(math.Tanh)
		return dual{v, l.d.times(point(1).minus(v.square()).meet(span{0, 1}))}
	case sigmoid:
		v := l.v.rising(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
		return dual{v, l.d.times(v.times(point(1).minus(v)).meet(span{0, 0.25}))}
	case softplus:
		f := func(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }
		return dual{l.v.rising(f), l.d.times(l.v.rising(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }))}
	case choose:
		if on.first[i] {
			return *r
		}
		return out[in.s]
	case floor:
		return dual{v: point(on.step[i])}
	case cantor:
		if v := on.step[i]; v == v {
			return dual{v: point(v)}
		}
		f := func(x float64) float64 { v, _, _ := stairs(x); return v }
		return dual{l.v.rising(f), everything()}
	}
	return dual{everything(), everything()}
}
