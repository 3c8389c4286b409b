package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// axes says what is drawn of a panel's frame.
type axes struct {
	yTicks  bool
	xTicks  bool // with numbers
	lattice bool
	name    string // the letter at the end of the axis
}

// tickStep is the distance between ticks that are at least so many px apart: 1,
// 2 or 5 times a power of 10.
func tickStep(unit, least float64) float64 {
	step := 1.0
	for range 12 {
		for _, k := range [...]float64{1, 2, 5} {
			if step*k*unit >= least {
				return step * k
			}
		}
		step *= 10
	}
	return step
}

// base draws the lattice, the axis, ticks and their numbers.
func (p *pen) base(a panel, ax axes) {
	const eps = 1e-9
	dx, dy := tickStep(a.ux, 1.9*p.style.tick), tickStep(a.uy, 1.7*p.style.tick)
	x1, x2 := math.Ceil(a.lo/dx-eps), math.Floor(a.hi/dx+eps)
	y1, y2 := math.Ceil(a.bot/dy-eps), math.Floor(a.top/dy+eps)
	zero := a.floor()
	p.within(a, func() {
		if ax.lattice {
			for x := x1; x <= x2; x++ {
				for y := y1; y <= y2; y++ {
					if y != 0 {
						q := a.at(x*dx, y*dy)
						p.disc(q, p.style.lattice, theme.Dot, theme.Dot, 0)
						p.ground.Ink.Add(q, q, place.Speck)
					}
				}
			}
		}
		axis := p.stroke(theme.Axis, p.style.axis, a.at(a.lo, zero), a.at(a.hi, zero))
		axis.Cap = Butt
		p.avoid(axis.Points)
	})
	centre := 0.0 // of Compare, where its columns have their 0
	if p.m.Lens == figure.Compare {
		centre = p.m.Centre()
	}
	whole := centre == math.Round(centre)
	for i := x1; i <= x2; i++ {
		x := i * dx
		q := a.at(x, zero)
		tick := p.stroke(theme.Axis, p.style.axis, q, pt(q.X, q.Y+5*p.style.tick/14))
		tick.Cap = Butt
		p.avoid(tick.Points)
		if ax.xTicks {
			ink := theme.Muted
			if x == 0 {
				ink = theme.Ink
			}
			key, clear := place.Tick{Axis: 'x', Plot: a.id, Index: int16(i)}, max(9*p.style.tick/14, p.style.open()+p.style.openW()/2+0.5) // below an open circle, too
			if whole {
				p.number(key, p.num(x+centre, 0), q, place.South, clear, ink)
			} else if x == 0 && !p.style.small { // the others are no round numbers
				p.number(key, p.short(centre), q, place.South, clear, ink)
			}
		}
	}
	if ax.yTicks {
		for i := y1; i <= y2; i++ {
			y := i * dy
			p.number(place.Tick{Axis: 'y', Plot: a.id, Index: int16(i)}, p.num(y, 0), a.at(a.lo, y), place.West, p.beside(), theme.Muted)
		}
	}
	if ax.name != "" {
		key := ax.name
		if key == "c" { // which the handle's label has too
			key = "axis-c"
		}
		if q := a.at(a.hi, zero); p.style.inside {
			p.label(label{key: key, given: true, line: p.set.Line(ax.name), ink: theme.Muted, size: p.style.math, Label: place.Label{At: q, To: place.NorthWest}})
		} else {
			p.label(label{key: key, given: true, line: p.set.Line(ax.name), ink: theme.Muted, size: p.style.math, Label: place.Label{At: q, To: place.East, Clear: 12 * p.k, InColumn: q.X < p.edge.X}})
		}
	}
}

// beside is the space between a panel and the numbers on its left, px: a handle at the
// panel's edge does not reach them.
func (p *pen) beside() float64 { return max(10*p.style.tick/14, p.style.handle+p.style.graph/2+2) }

// number writes a whole number at a tick, in the face of the plot's words. Where there
// is no room for it, it is left out.
func (p *pen) number(key place.Tick, text []byte, at Point, to place.Dir, clear float64, ink theme.Role) {
	const most = 6 // what its place may cost
	p.label(label{given: true, text: text, size: p.style.tick, ink: ink, Label: place.Label{Tick: key, At: at, To: to, Clear: clear, Most: most, InColumn: at.X < p.edge.X}})
}

// underAxis is the room under the axis of x on the projector, for its numbers or a handle, px.
const underAxis = 46

// stands draws the axes of the two panels of a lens, which outlive it.
func (p *pen) stands(f, d panel) {
	p.panels = panels{f, d}
	p.as(upper, func() { p.base(f, axes{yTicks: true, lattice: true}) })
	p.as(lower, func() { p.base(d, axes{yTicks: true, xTicks: true, lattice: true, name: "x"}) })
	if p.layout == Projector { // below the numbers of the axis stands the lecture's sentence
		p.edge.H = min(p.edge.H, max(d.at(0, d.floor()).Y+underAxis*p.k, d.rect().Bottom()+air)-p.edge.Y)
	}
}

// guide drops a dotted line from the point on the graph to its image below.
func (p *pen) guide(f, d panel) {
	from := f.edge(p.m.X, p.facts.Value)
	p.as(upper, func() { p.dotted(from, pt(from.X, d.at(0, d.floor()).Y+6)) })
}
