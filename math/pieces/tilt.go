package pieces

import "slices"

// untilted is f(x) − tilt·x for a code f that is a sum with multiples of x. In
// sin x + x/2 an interval of x is in both summands, so that its far values have no bound
// that tells anything; without x/2 they are between −1 and 1.
func (c code) untilted() (level code, tilt float64) {
	level = slices.Clone(c)
	emit := func(in instr) int16 {
		level = append(level, in)
		return int16(len(level) - 1)
	}
	none := emit(instr{op: number})
	var without func(i int16, sign float64) int16
	without = func(i int16, sign float64) int16 {
		in := c[i]
		l, r := &c[in.l], &c[in.r]
		switch {
		case in.op == ident:
			tilt += sign
		case in.op == mul && l.op == number && r.op == ident:
			tilt += sign * l.k
		case in.op == mul && l.op == ident && r.op == number:
			tilt += sign * r.k
		case in.op == div && l.op == ident && r.op == number:
			tilt += sign / r.k
		case in.op == neg:
			return emit(instr{op: neg, l: without(in.l, -sign)})
		case in.op == add:
			return emit(instr{op: add, l: without(in.l, sign), r: without(in.r, sign)})
		case in.op == sub:
			return emit(instr{op: sub, l: without(in.l, sign), r: without(in.r, -sign)})
		default:
			return i
		}
		return none
	}
	without(int16(len(c)-1), 1)
	return level, tilt
}

// waves reports whether a code has a sine or a cosine.
func (c code) waves() bool {
	return slices.ContainsFunc(c, func(in instr) bool { return in.op == sine || in.op == cosine })
}
