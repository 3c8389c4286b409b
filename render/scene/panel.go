package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// panel is one pair of axes: a rectangle, a range of x and one of y. The panels
// of a frame share the unit of x. That of y is the same where a slope of 1 is to
// be 45°, and in panels whose areas are compared.
type panel struct {
	x0, y0 float64 // px of the origin, which need not be in the rectangle
	ux, uy float64 // px per unit
	lo, hi float64 // world x shown
	bot    float64 // least world y shown
	top    float64 // greatest world y shown
	id     int8    // of the marks that belong to it; 0 is none
}

func (a panel) at(x, y float64) Point { return pt(a.x0+x*a.ux, a.y0-y*a.uy) }

// edge is where (x, y) is seen, or the nearest place of the panel's edge.
func (a panel) edge(x, y float64) Point {
	return a.at(min(max(x, a.lo), a.hi), min(max(y, a.bot), a.top))
}

// off is how many px a place is from where it can be seen, +∞ if it is none.
func (a panel) off(x, y float64) float64 {
	if y-y != 0 {
		return math.Inf(1)
	}
	q, e := a.at(x, y), a.edge(x, y)
	return q.From(e)
}

// floor is the height of the axis of x, or of the edge that it is behind.
func (a panel) floor() float64 { return min(max(0, a.bot), a.top) }

// foot is the axis of x as far as it is seen.
func (a panel) foot() [2]Point { return [2]Point{a.at(a.lo, a.floor()), a.at(a.hi, a.floor())} }

// rect is the panel's box in pixels.
func (a panel) rect() Rect {
	return rect(a.x0+a.lo*a.ux, a.y0-a.top*a.uy, (a.hi-a.lo)*a.ux, (a.top-a.bot)*a.uy)
}

// square is the panel on the scale of x both ways, about its own zero.
func square(x0, y0, u, lo, hi float64, y span) panel {
	return panel{x0: x0, y0: y0, ux: u, uy: u, lo: lo, hi: hi, bot: y.bot, top: y.top}
}

// plot gives a panel its name and keeps its box.
func (p *pen) plot(a panel) panel {
	p.Plots = append(p.Plots, a.rect())
	a.id = int8(len(p.Plots))
	p.plots = append(p.plots, a)
	return a
}

// within draws what f draws in a panel: what leaves it is cut.
func (p *pen) within(a panel, f func()) {
	was, n := p.inPlot, len(p.Marks)
	p.inPlot = a.id
	f()
	p.inPlot = was
	p.trim(a.rect(), n)
}

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

// clip returns the stretches of a polyline that lie in lo ≤ y ≤ hi, y in the
// polyline's own unit; each stretch is passed to f.
func (p *pen) clip(pts []Point, lo, hi float64, f func([]Point)) {
	inside := func(q Point) bool { return q.Y >= lo && q.Y <= hi }
	cut := func(a, b Point) Point { // the point of ab on the border that it crosses last before leaving
		y := hi
		if b.Y < lo {
			y = lo
		}
		t := (y - a.Y) / (b.Y - a.Y)
		return pt(a.X+t*(b.X-a.X), y)
	}
	run := p.run[:0]
	flush := func() {
		if len(run) > 1 {
			f(run)
		}
		run = run[:0]
	}
	for i, q := range pts {
		if math.IsNaN(q.Y) {
			flush()
			continue
		}
		if i > 0 && !math.IsNaN(pts[i-1].Y) {
			a := pts[i-1]
			switch {
			case inside(a) && !inside(q):
				run = append(run, cut(a, q))
				flush()
			case !inside(a) && inside(q):
				run = append(run, cut(q, a))
			case !inside(a) && !inside(q) && (a.Y < lo) != (q.Y < lo):
				run = append(run, cut(q, a), cut(a, q))
				flush()
			}
		}
		if inside(q) {
			run = append(run, q)
		}
	}
	flush()
	p.run = run
}
