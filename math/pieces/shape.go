package pieces

import "math"

// What is true of a curve as a whole, in [−Edge, Edge].

// Continuous reports whether nothing jumps, single values included.
func (c *Curve) Continuous() bool {
	for _, b := range c.Breaks {
		if b.Order == 0 {
			return false
		}
	}
	return true
}

// PiecewiseLinear reports whether every piece is straight, by an enclosure of f″
// that is 0.
func (c *Curve) PiecewiseLinear() bool { return c.atMost(2) }

// Stationary reports whether every piece is level, by an enclosure of f′ that is 0.
func (c *Curve) Stationary() bool { return c.atMost(1) }

func (c *Curve) atMost(most int8) bool {
	for _, n := range c.flat {
		if n > most {
			return false
		}
	}
	return true
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

// straightBeyond reports whether it is proved that f goes on straight beyond Edge, or
// −Edge, with nothing that switches.
func (c *Curve) straightBeyond(dir float64) bool {
	x := span{Edge, math.MaxFloat64}
	if dir < 0 {
		x = span{-math.MaxFloat64, -Edge}
	}
	jets, last := make([]jet, len(c.code)), len(c.code)-1
	c.code.enclose(x, nil, last, jets)
	f := jets[last]
	return f.dd == span{} && f.d.hi-f.d.lo <= 1e-12*math.Abs(f.d.hi) // as far as rounding goes
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
			if c.far[(step+1)/2] {
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
// so that f″ = Σ mₖ δ at bₖ; false if it is not of that kind.
func (c *Curve) Ramps() (c0, c1 float64, ramps []Ramp, ok bool) {
	if !c.Continuous() || !c.PiecewiseLinear() {
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
