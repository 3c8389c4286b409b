package pieces

import (
	"math"

	"relu-three-ways/math/expression"
)

// A jet encloses the values of a formula on an interval, and those of its first and
// second derivative.
type jet struct{ v, d, dd span }

// A branch says for a code which operand each instruction that chooses takes, true
// for the first, and the value of each that has steps. It holds between two
// neighbouring breaks.
type branch struct {
	first []bool
	step  []float64
}

// enclose fills in what encloses each instruction on the interval x, up to the
// last-th. Without a branch, where breaks have not been looked for, it is what
// encloses all that can be chosen there, and slopes across a jump have no bound.
//
//go:noinline
func (c code) enclose(x span, on *branch, last int, out []jet) {
	for i := range c[:last+1] {
		out[i] = c.bound(i, x, on, out)
	}
}

func (c code) bound(i int, x span, on *branch, out []jet) jet {
	in := &c[i]
	l, r := &out[in.l], &out[in.r]
	switch in.op {
	case number:
		return jet{v: point(in.k)}
	case ident:
		return jet{v: x, d: point(1)}
	case add:
		return jet{l.v.plus(r.v), l.d.plus(r.d), l.dd.plus(r.dd)}
	case sub:
		return jet{l.v.minus(r.v), l.d.minus(r.d), l.dd.minus(r.dd)}
	case mul:
		if in.l == in.r {
			return l.through(l.v.square(), l.v.times(point(2)), point(2))
		}
		return l.times(r)
	case div:
		over := r.v.inverse()
		inverse := r.through(over, over.square().neg(), over.square().times(over).times(point(2)))
		return l.times(&inverse)
	case neg:
		return jet{l.v.neg(), l.d.neg(), l.dd.neg()}
	case power:
		if on == nil && in.q%2 == 0 && l.v.lo < 0 { // there may be no value
			break
		}
		raised := func(less int16) span { return l.v.raised(in.k-float64(less), in.p-less*in.q, in.q) }
		return l.through(raised(0), raised(1).times(point(in.k)), raised(2).times(point(in.k*(in.k-1))))
	case expo:
		v := l.v.rising(math.Exp)
		return l.through(v, v, v)
	case logarithm:
		if on == nil && l.v.lo < 0 {
			break
		}
		u := span{max(0, l.v.lo), max(0, l.v.hi)}
		over := u.inverse()
		return l.through(u.rising(math.Log), over, over.square().neg())
	case sine, cosine:
		s, c := l.v.wave(0), l.v.wave(1)
		if in.op == cosine {
			return l.through(c, s.neg(), c.neg())
		}
		return l.through(s, c, s.neg())
	case arctan:
		g := l.v.square().plus(point(1)).inverse()
		return l.through(l.v.rising(math.Atan), g, g.square().times(l.v).times(point(-2)))
	case tanh:
		v := l.v.rising(math.Tanh)
		g := l.v.bell(func(x float64) float64 { return 1 / (math.Cosh(x) * math.Cosh(x)) })
		return l.through(v, g, g.times(v).times(point(-2)))
	case sigmoid, softplus:
		s := l.v.rising(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
		g := l.v.bell(func(x float64) float64 { e := math.Exp(-math.Abs(x)); return e / ((1 + e) * (1 + e)) })
		if in.op == sigmoid {
			return l.through(s, g, g.times(point(1).minus(s.times(point(2)))))
		}
		return l.through(l.v.rising(func(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }), s, g)
	case choose:
		return c.among(i, on, l.v, *r, out[in.s])
	case floor:
		return stepped(l.v, i, on, math.Floor)
	case cantor:
		return stepped(l.v, i, on, func(x float64) float64 { v, _, _ := stairs(x); return v })
	}
	return jet{everything(), everything(), everything()}
}

// through is g(u), by what encloses g, g′ and g″.
func (u *jet) through(g, g1, g2 span) jet {
	return jet{g, u.d.times(g1), u.dd.times(g1).plus(u.d.square().times(g2))}
}

func (u *jet) times(w *jet) jet {
	return jet{u.v.times(w.v), u.d.times(w.v).plus(u.v.times(w.d)), u.dd.times(w.v).plus(u.d.times(w.d).times(point(2))).plus(u.v.times(w.dd))}
}

// among is what encloses the branches that are chosen for some u.
func (c code) among(i int, on *branch, u span, yes, no jet) jet {
	in := c[i]
	if on != nil {
		if on.first[i] {
			return yes
		}
		return no
	}
	some, all := holds(in.rel, u.lo) || holds(in.rel, u.hi), holds(in.rel, u.lo) && holds(in.rel, u.hi)
	if in.rel == expression.Equals {
		some, all = u.has(0), u == span{}
	}
	switch {
	case all:
		return yes
	case !some:
		return no
	case !in.meets:
		return jet{yes.v.hull(no.v), everything(), everything()}
	}
	// Where a branch is u itself or −u, as in |u|, its sign is known.
	half := func(s span, place int16, positive bool) span {
		switch {
		case place == in.l:
		case c[place].op == neg && c[place].l == in.l:
			positive = !positive
		default:
			return s
		}
		if positive {
			return span{max(0, s.lo), max(0, s.hi)}
		}
		return span{min(0, s.lo), min(0, s.hi)}
	}
	up := in.rel == expression.Greater || in.rel == expression.GreaterEqual
	return jet{half(yes.v, in.r, up).hull(half(no.v, in.s, !up)), yes.d.hull(no.d), everything()}
}

// stepped encloses a function that has steps.
func stepped(u span, i int, on *branch, f func(float64) float64) jet {
	if on != nil && on.step[i] == on.step[i] {
		return jet{v: point(on.step[i])}
	}
	if lo, hi := f(u.lo), f(u.hi); lo == hi {
		return jet{v: point(lo)}
	}
	return jet{u.rising(f), everything(), everything()}
}

// stairs is the Cantor function, with the flat stretch.
func stairs(x float64) (v, low, high float64) { return expression.Stairs(x) }
