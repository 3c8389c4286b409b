package scene

import (
	"math"

	"relu-three-ways/math/calculus"
)

// span is a range of world y.
type span struct{ bot, top float64 }

func (s span) size() float64 { return s.top - s.bot }

// view is the range of y that each panel of a function shows. It is a choice
// of picture, not a fact about the function: what is worth seeing near 0,
// with one unit the same everywhere, in about six units of height.
type view struct {
	graph, slope    span // pointwise and subgradient: f above, its derivative below
	probe, by, with span // distribution: f and φ; −f φ′; f′ φ
}

// viewOf returns the view of a function.
func viewOf(k calculus.Kind) view {
	ramp := view{graph: span{-1.02, 2.86}, slope: span{-0.3, 1.4}, probe: span{-0.02, 1.5}, by: span{-0.24, 2.95}, with: span{-0.02, 1.1}}
	switch k {
	case calculus.Abs:
		ramp.graph, ramp.slope = span{-0.75, 2.3}, span{-1.25, 1.3}
		ramp.by, ramp.with = span{-1.2, 2.95}, span{-1.05, 1.1}
	case calculus.MinusAbs:
		ramp.graph, ramp.slope = span{-2.3, 0.75}, span{-1.25, 1.3}
		ramp.probe, ramp.by, ramp.with = span{-1, 1.15}, span{-2.95, 1.2}, span{-1.1, 1.05}
	case calculus.Kink:
		ramp.graph, ramp.slope = span{-1.1, 1.4}, span{-1.1, 2.1}
		ramp.probe, ramp.by, ramp.with = span{-1, 1.3}, span{-1, 2.95}, span{-1.05, 1.1}
	case calculus.Leaky:
		ramp.by = span{-0.3, 2.95}
	case calculus.Square:
		ramp.graph, ramp.slope = span{-0.6, 2.3}, span{-1.3, 1.4}
		ramp.probe, ramp.by, ramp.with = span{-0.02, 1.5}, span{-0.5, 5.2}, span{-0.5, 2.6}
	case calculus.Cube:
		ramp.graph, ramp.slope = span{-1.5, 1.6}, span{-0.3, 2.0}
		ramp.probe, ramp.by, ramp.with = span{-0.6, 1.4}, span{-0.5, 5.2}, span{-0.1, 3}
	case calculus.SqrtAbs:
		ramp.graph, ramp.slope = span{-0.8, 2.0}, span{-1.4, 1.4}
		ramp.by, ramp.with = span{-1.1, 2.2}, span{-1.1, 1.6}
	case calculus.Heaviside, calculus.Cantor:
		ramp.graph = span{-1.02, 2.2}
		ramp.by, ramp.with = span{-1.3, 1.75}, span{-0.02, 1.15}
	}
	return ramp
}

// secondView is the view of the second derivation: f′ and φ; −f′ φ′; f″ φ.
func secondView(k calculus.Kind) view {
	step := view{probe: span{-0.02, 1.5}, by: span{-1.3, 1.75}, with: span{-0.02, 1.15}}
	switch k {
	case calculus.Abs:
		step.probe, step.by, step.with = span{-1.1, 1.15}, span{-1.75, 1.75}, span{-0.02, 2.1}
	case calculus.MinusAbs:
		step.probe, step.by, step.with = span{-1.1, 1.15}, span{-1.75, 1.75}, span{-2.1, 0.05}
	case calculus.Kink:
		step.probe, step.by, step.with = span{-1.1, 2.05}, span{-1.2, 1.75}, span{-1.05, 2.05}
	case calculus.Square:
		step.probe, step.by, step.with = span{-0.6, 1.6}, span{-1.2, 3.2}, span{-0.02, 2.1}
	case calculus.Cube:
		step.probe, step.by, step.with = span{-0.02, 1.6}, span{-1.2, 3.4}, span{-1, 3}
	}
	return step
}

// holding is the range moved, and where the others leave room made larger, so
// that it has a curve that fills c in it: what is seen of an area is then all
// of it. The unit stays. A curve that is still too tall is cut on both sides of
// the axis alike.
func (s span) holding(c span, room, u float64, others ...span) span {
	if c.bot >= s.bot && c.top <= s.top {
		return s
	}
	const air = 0.06 // units
	room = room/u - least*float64(len(others))
	for _, o := range others {
		room -= o.size()
	}
	c = span{min(c.bot, 0) - air, max(c.top, 0) + air}
	switch spare := s.size() - c.size(); {
	case spare > 0:
		down := min(max(0, c.bot-s.bot), spare)
		return span{c.bot - down, c.top + spare - down}
	case c.size() > max(s.size(), room):
		k := max(s.size(), room) / c.size()
		return span{c.bot * k, c.top * k}
	}
	return c
}

// least is how far panels are apart, in units.
const least = 0.1

// stack places up to three panels over one another from the plan's top to its
// bottom, first one on top, all with the plan's unit. Where they do not fit and
// one is named, it gives way, about its own zero; if none is (−1), the unit
// does.
func (p *pen) stack(giving int, spans ...span) (out [3]panel) {
	need := 0.0
	for _, s := range spans {
		need += s.size()
	}
	n := float64(len(spans) - 1)
	room := p.bottom - p.top
	if short := need + least*n - room/p.u; short > 0 {
		if giving < 0 {
			p.u = math.Floor(room / (need + least*n))
		} else {
			s := &spans[giving]
			k := max(0.25, (s.size()-short)/s.size())
			s.bot, s.top = s.bot*k, s.top*k
			need -= s.size()/k - s.size()
		}
	}
	gap := (room/p.u - need) / max(n, 1)
	y := p.top
	for i, s := range spans {
		out[i] = panel{x0: p.x0, y0: y + s.top*p.u, u: p.u, lo: p.lo, hi: p.hi, bot: s.bot, top: s.top}
		y += (s.size() + gap) * p.u
	}
	return out
}
