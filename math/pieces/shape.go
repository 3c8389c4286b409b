package pieces

import (
	"math"

	"relu-three-ways/math/expression"
)

// What is true of a curve as a whole, in [−Edge, Edge] where nothing else is said.

// Whole reports whether Breaks are known to be all there are: whether nothing in the
// formula switches at ±Edge or beyond.
func (c *Curve) Whole() bool {
	return !c.switches[0] && !c.switches[1] && c.edges[0].Order > 2 && c.edges[1].Order > 2
}

// GoesOn reports whether f is known to go on straight beyond ±Edge, with the values and
// the slopes that it has there.
func (c *Curve) GoesOn() bool { return c.goesOn(0) && c.goesOn(1) }

// goesOn reports it of −Edge, or of Edge for side 1.
func (c *Curve) goesOn(side int) bool { return c.far[side] && c.edges[side].Order > 1 }

// Continuous reports whether nothing jumps, single values included.
func (c *Curve) Continuous() bool {
	for _, b := range c.Breaks {
		if b.Order == 0 {
			return false
		}
	}
	return true
}

// PiecewiseLinear reports whether f is straight between its breaks, on all of ℝ.
func (c *Curve) PiecewiseLinear() bool { return c.atMost(1) }

// Stationary reports whether f is level between its breaks, on all of ℝ.
func (c *Curve) Stationary() bool { return c.atMost(0) }

// atMost reports whether f is a polynomial of at most that degree between its breaks: by
// what it is made of, as ⌊x⌋ is, or, if it is known to go on as it was, by the pieces.
func (c *Curve) atMost(degree int8) bool {
	if c.code.degree() <= degree {
		return true
	}
	for _, n := range c.flat {
		if n > degree+1 {
			return false
		}
	}
	return c.GoesOn()
}

// degree is the degree of the polynomials between whose graphs a code switches, or
// higher, and noPolynomial for another code.
func (c code) degree() int8 {
	const noPolynomial = math.MaxInt8
	of := make([]int8, len(c))
	for i, in := range c {
		l, r := of[in.l], of[in.r]
		switch in.op {
		case number, floor, nothing:
		case ident:
			of[i] = 1
		case add, sub:
			of[i] = max(l, r)
		case neg:
			of[i] = l
		case choose:
			of[i] = max(r, of[in.s])
		case mul:
			of[i] = l + r
			if l == noPolynomial || r == noPolynomial || of[i] < 0 {
				of[i] = noPolynomial
			}
		case div:
			of[i] = l
			if r > 0 {
				of[i] = noPolynomial
			}
		default:
			if l > 0 || in.op == cantor {
				of[i] = noPolynomial
			}
		}
	}
	return of[len(c)-1]
}

// flatness is from which of its derivatives on all are 0 on a piece: 0 where f is 0
// itself, 1 where it is level, 2 where it is straight, else 3.
func (c *Curve) flatness(i int) int8 {
	lo, hi := c.ends(i)
	jets := make([]jet, len(c.code))
	last := len(c.code) - 1
	c.code.enclose(span{lo, hi}, &c.on[i], last, jets)
	switch f := jets[last]; {
	case f.v == span{}:
		return 0
	case f.d == span{}:
		return 1
	case f.dd == span{}:
		return 2
	}
	return 3
}

// beyond reports whether it is proved that f goes on straight beyond Edge, or −Edge, and
// whether something may switch there.
func (c *Curve) beyond(dir float64) (straight, switches bool) {
	x, edge := span{Edge, math.MaxFloat64}, point(dir*Edge)
	if dir < 0 {
		x = x.neg()
	}
	jets, first, last := make([]jet, len(c.code)), make([]jet, len(c.code)), len(c.code)-1
	for i := range c.code {
		first[i], jets[i] = c.code.bound(i, edge, nil, first), c.code.bound(i, x, nil, jets)
		f, v := &jets[i], first[i].v
		switch { // what does not fall, or rise, as x − 2x does not
		case dir*f.d.lo >= 0 && dir*f.d.hi >= 0:
			f.v.lo = max(f.v.lo, v.lo)
		case dir*f.d.lo <= 0 && dir*f.d.hi <= 0:
			f.v.hi = min(f.v.hi, v.hi)
		}
		switches = switches || c.code[i].switches(jets)
	}
	f := jets[last]
	return f.dd == span{} && f.d.hi-f.d.lo <= 1e-12*max(1, math.Abs(f.d.hi)), switches // as far as rounding goes
}

// switches reports whether an instruction may break something where its operands are so.
func (in *instr) switches(out []jet) bool {
	u := out[in.l].v
	switch in.op {
	case choose:
		return holds(in.rel, u.lo) != holds(in.rel, u.hi) || in.rel == expression.Equals && u.has(0) && u != span{}
	case floor:
		return math.Floor(u.lo) != math.Floor(u.hi)
	case cantor:
		return u.hi > 0 && u.lo < 1
	case power:
		return !(in.k >= 0 && in.q == 1) && u.lo <= 0 && (u.hi >= 0 || in.q%2 == 0)
	case logarithm:
		return u.lo <= 0
	case div:
		return out[in.r].v.has(0)
	}
	return false
}

// FarSlope is lim f(y)/y as y → +∞, or −∞ if dir < 0, and false where it is not known.
func (c *Curve) FarSlope(dir float64) (float64, bool) {
	far := c.tends[int(dir+1)/2]
	return dir * far.slope, far.known
}

// Straight is how far the graph runs straight from x to the left, if dir < 0, or to
// the right: the other end of that stretch, ±∞ if there is none, ±Edge if none is
// known, and x if there is no such stretch.
func (c *Curve) Straight(x, dir float64) float64 {
	i, step := c.piece(x, dir), 1
	if dir < 0 {
		step = -1
	}
	for ; c.flat[i] <= 2; i += step {
		b := i // the cut at the end
		if dir < 0 {
			b--
		}
		if b < 0 || b >= len(c.cuts) {
			if c.goesOn((step + 1) / 2) {
				return math.Inf(step)
			}
			return float64(step) * Edge
		}
		if x = c.cuts[b].X; c.cuts[b].Order != Smooth {
			break
		}
	}
	return x
}

// Staircase reports whether a piece follows the staircase of the Cantor function, so that
// it cannot be paired.
func (c *Curve) Staircase() bool {
	for i := range c.on {
		if c.singular(i) {
			return true
		}
	}
	return false
}

// singular reports whether a piece follows the staircase of the Cantor function, whose
// derivative is not told by slopes.
func (c *Curve) singular(i int) bool {
	needed := make([]bool, len(c.code))
	needed[len(c.code)-1] = true
	for k := len(c.code) - 1; k > 0; k-- {
		if !needed[k] {
			continue
		}
		switch in := c.code[k]; in.op {
		case number, ident, nothing:
		case cantor:
			if v := c.on[i].step[k]; v != v {
				return true
			}
		case choose:
			if c.on[i].first[k] {
				needed[in.r] = true
			} else {
				needed[in.s] = true
			}
		default:
			needed[in.l] = true
			needed[in.r] = needed[in.r] || in.op <= div
		}
	}
	return false
}

// bends encloses f″ on a part of a piece.
func (c *Curve) bends(i int, x span) span {
	jets := make([]jet, len(c.code))
	c.code.enclose(x, &c.on[i], len(c.code)-1, jets)
	return jets[len(c.code)-1].dd
}

// A Ramp is m·max(0, x − b): a corner of mass m at b.
type Ramp struct{ B, M float64 }

// Ramps writes a continuous piecewise linear curve as
//
//	f(x) = c₀ + c₁x + Σ mₖ·max(0, x − bₖ),
//
// so that f″ = Σ mₖ δ at bₖ; false if it is not known to be of that kind.
func (c *Curve) Ramps() (c0, c1 float64, ramps []Ramp, ok bool) {
	if !c.Continuous() || !c.PiecewiseLinear() || !c.GoesOn() {
		return 0, 0, nil, false
	}
	v, d, _ := c.Jet(0, -Edge)
	for _, b := range c.Breaks {
		m, _ := b.SlopeJump()
		ramps = append(ramps, Ramp{b.X, m})
	}
	if len(c.Breaks) > 0 { // whose values are the formula's own numbers
		first := c.Breaks[0]
		v, d = first.Left.Limit, first.Left.Slope
		return v - d*first.X, d, ramps, true
	}
	return v + d*Edge, d, nil, true
}

// A Verdict is an answer that may be beyond what can be decided.
type Verdict uint8

// The verdicts.
const (
	No Verdict = iota
	Yes
	Unsure
)

// Convex says whether the curve is convex between −Edge and Edge: it is
// continuous, its slope does not fall at a break, and f″ ≥ 0 on every piece.
func (c *Curve) Convex() Verdict {
	for _, b := range c.cuts {
		switch jump, ok := b.SlopeJump(); {
		case b.Order == 0, jump < 0, !ok && !(b.Left.Slope <= b.Right.Slope):
			return No
		}
	}
	verdict := Yes
	for i := range c.on {
		lo, hi := c.ends(i)
		switch c.risesAlong(i, lo, hi) {
		case No:
			return No
		case Unsure:
			verdict = Unsure
		}
	}
	return verdict
}

// risesAlong says whether f″ ≥ 0 on a piece: by enclosures of ever smaller parts, as
// long as no point tells otherwise.
func (c *Curve) risesAlong(i int, lo, hi float64) Verdict {
	const most = 2000 // parts
	todo, verdict := []span{{lo, hi}}, Yes
	for tries := 0; len(todo) > 0; tries++ {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if c.bends(i, x).lo >= 0 {
			continue
		}
		m := x.lo + (x.hi-x.lo)/2
		if at := c.bends(i, point(m)); at.hi < 0 {
			return No
		}
		if tries > most || x.hi-x.lo < 1e-9*max(1, math.Abs(x.lo)) {
			verdict = Unsure
			continue
		}
		todo = append(todo, span{m, x.hi}, span{x.lo, m})
	}
	return verdict
}
