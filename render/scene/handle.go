package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// move says how a pointer's place becomes a control's value.
type move struct {
	kind   moveKind
	origin Point   // where the value is zero, or the pivot of a slope
	ux, uy float64 // px per unit of the value to the right and up
	from   float64 // the value at the origin
}

type moveKind uint8

const (
	alongX moveKind = iota
	alongY          // y up
	around          // the slope of the line from the pivot
	away            // the distance from the origin along x
)

// Value returns the value of spot i's control for a pointer at q.
func (f *Frame) Value(i int, q Point) float64 {
	mv := f.Spots[i].move
	dx, dy := (q.X-mv.origin.X)/mv.ux, (mv.origin.Y-q.Y)/mv.uy
	switch mv.kind {
	case alongY:
		return mv.from + dy
	case around: // no steeper than at a quarter of a unit, or where the handle is
		return dy / max(dx, min(0.25, (f.Spots[i].At.X-mv.origin.X)/mv.ux))
	case away:
		return math.Abs(dx)
	}
	return mv.from + dx
}

// arrows says along which axes a handle moves.
type arrows uint8

const (
	sideways arrows = 1 << iota
	upDown
)

// handle draws a handle and makes it a spot.
func (p *pen) handle(c figure.Control, at Point, ink theme.Role, ring bool, ways arrows, mv move, primary bool) {
	s := p.style
	p.fill0(at, s.halo, ink)
	if ring {
		p.disc(at, s.handle, theme.Paper, ink, s.graph*0.95)
	} else {
		p.disc(at, s.handle, ink, theme.Paper, s.graph*0.85)
	}
	busy := !p.still && (p.m.Held.Has(c) || p.m.Hover == c || p.m.Focus == c)
	if busy {
		p.chevrons(at, ink, ways)
	}
	if !p.still && p.m.Focus == c && primary {
		p.circle(at, s.halo+3, 2, theme.Ink)
	}
	p.Spots = append(p.Spots, Spot{Control: c, Primary: primary, At: at, Hit: s.hit, Radius: s.halo, move: mv})
	r := s.handle + 2
	p.take(Rect{at.X - r, at.Y - r, 2 * r, 2 * r})
}

// fill0 draws a handle's halo.
func (p *pen) fill0(at Point, r float64, ink theme.Role) {
	p.disc(at, r, ink, ink, 0).Alpha = p.theme.Halo
}

// chevrons draws the two small arrows of a handle that is about to move.
func (p *pen) chevrons(c Point, ink theme.Role, ways arrows) {
	s := p.style
	a := s.handle * 0.62
	tip := func(dx, dy float64) {
		b := Point{c.X + dx*(s.handle+4+a), c.Y + dy*(s.handle+4+a)}
		t := Point{b.X + dx*a, b.Y + dy*a}
		l := Point{b.X - dy*a*1.15, b.Y + dx*a*1.15}
		r := Point{b.X + dy*a*1.15, b.Y - dx*a*1.15}
		p.stroke(theme.Paper, 2.5, t, l, r, t)
		p.fill(ink, 1, t, t, l, r)
	}
	if ways&sideways != 0 {
		tip(-1, 0)
		tip(1, 0)
	}
	if ways&upDown != 0 {
		tip(0, -1)
		tip(0, 1)
	}
}
