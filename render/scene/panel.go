package scene

import "math"

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
//
//go:noinline
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
//
//go:noinline
func (a panel) floor() float64 { return min(max(0, a.bot), a.top) }

// foot is the axis of x as far as it is seen.
//
//go:noinline
func (a panel) foot() [2]Point { return [2]Point{a.at(a.lo, a.floor()), a.at(a.hi, a.floor())} }

// rect is the panel's box in pixels.
//
//go:noinline
func (a panel) rect() Rect {
	return rect(a.x0+a.lo*a.ux, a.y0-a.top*a.uy, (a.hi-a.lo)*a.ux, (a.top-a.bot)*a.uy)
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

// toward is a panel a share k of the way to another: its edges and every place in
// it go evenly.
func (a panel) toward(b panel, k float64) panel {
	r := a.rect().Toward(b.rect(), k)
	c := panel{x0: lerp(a.x0, b.x0, k), y0: lerp(a.y0, b.y0, k), ux: lerp(a.ux, b.ux, k), uy: lerp(a.uy, b.uy, k), id: a.id}
	c.lo, c.hi = (r.X-c.x0)/c.ux, (r.X+r.W-c.x0)/c.ux
	c.top, c.bot = (c.y0-r.Y)/c.uy, (c.y0-r.Bottom())/c.uy
	return c
}
