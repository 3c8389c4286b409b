package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// panel is one pair of axes. All panels of a frame share the unit u, so that
// slope 1 is 45° and equal integrals are equal areas.
type panel struct {
	x0, y0 float64 // px of the origin
	u      float64 // px per unit
	lo, hi float64 // world x shown
	bot    float64 // least world y shown
	top    float64 // greatest world y shown
}

func (a panel) at(x, y float64) Point { return Point{a.x0 + x*a.u, a.y0 - y*a.u} }

// rect is the panel's box in pixels.
func (a panel) rect() Rect {
	return Rect{a.x0 + a.lo*a.u, a.y0 - a.top*a.u, (a.hi - a.lo) * a.u, (a.top - a.bot) * a.u}
}

// axes says what is drawn of a panel's frame.
type axes struct {
	yTicks  bool
	xTicks  bool // with numbers
	lattice bool
	name    bool // the letter x at the end of the axis
}

// base draws the lattice, the axis, ticks and their numbers.
func (p *pen) base(a panel, ax axes) {
	const eps = 1e-9
	x1, x2 := math.Ceil(a.lo-eps), math.Floor(a.hi+eps)
	y1, y2 := math.Ceil(a.bot-eps), math.Floor(a.top+eps)
	if ax.lattice {
		for x := x1; x <= x2; x++ {
			for y := y1; y <= y2; y++ {
				if y != 0 {
					p.disc(a.at(x, y), p.style.lattice, theme.Dot, theme.Dot, 0)
				}
			}
		}
	}
	axis := p.stroke(theme.Axis, p.style.axis, a.at(a.lo, 0), a.at(a.hi, 0))
	axis.Cap = Butt
	p.avoid(axis.Points)
	for x := x1; x <= x2; x++ {
		q := a.at(x, 0)
		p.stroke(theme.Axis, p.style.axis, q, Point{q.X, q.Y + 5*p.style.tick/14}).Cap = Butt
		if ax.xTicks {
			ink := theme.Muted
			if x == 0 {
				ink = theme.Ink
			}
			at, align := Point{q.X, q.Y + 9*p.style.tick/14}, 0.5
			if p.descends(x) { // beside the stroke that goes down there
				at.X, align = q.X-p.style.segment()/2-4*p.style.tick/14, 1
			}
			p.number(x, at, align, 0, ink)
		}
	}
	if ax.yTicks {
		for y := y1; y <= y2; y++ {
			p.number(y, Point{a.at(a.lo, y).X - 10*p.style.tick/14, a.at(0, y).Y}, 1, 0.5, theme.Muted)
		}
	}
	if ax.name {
		if q := a.at(a.hi, 0); p.style.inside {
			p.label(label{line: p.set.Line("x"), ink: theme.Muted, size: p.style.math, at: q}, try{0, -4, 1, 1})
		} else {
			p.label(label{line: p.set.Line("x"), ink: theme.Muted, size: p.style.math, at: q}, try{12, 0, 0, 0.5})
		}
	}
}

// descends reports whether the graph of a derivative can run through the axis at
// x: a break with a negative slope, or mass, on one side.
func (p *pen) descends(x float64) bool {
	for _, b := range p.breaks {
		if b == x && (p.limitSlope(b, -1) < 0 || p.limitSlope(b, 1) < 0) {
			return true
		}
	}
	for _, a := range p.atoms {
		if a.X == x && a.Mass < 0 {
			return true
		}
	}
	return p.jump() < 0 && x == 0 && p.m.Lens == figure.Compare
}

// number draws a whole number of an axis, in the face of the plot's words, and
// reserves its place. Where panels crowd, a number gives way to an earlier one.
func (p *pen) number(v float64, at Point, align, base float64, ink theme.Role) {
	text := p.num(v, 0)
	size := p.style.tick
	w := p.set.SansWidth(text, size)
	h := size * 0.66
	x, y := at.X-align*w, at.Y+(1-base)*h
	if p.covered(Rect{x, y - h, w, h}) {
		return
	}
	n := len(p.glyphs)
	p.glyphs = p.set.Sans(p.glyphs, text, x, y, size, ink)
	p.glyph(n, ink, 1)
	p.take(Rect{x, y - h, w, h}.grown(0.06 * size))
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
		return Point{a.X + t*(b.X-a.X), y}
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
