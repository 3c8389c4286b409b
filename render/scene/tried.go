package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// The line of slope g through the point, which is tried: where it is above the graph, how
// that is shown, and where a hand holds it.

// rise finds the stretches of x in a panel on which the line of slope g through the
// point is above the graph, those on either side of the point apart.
func (p *pen) rise(f panel, g float64) {
	const step = 1.5 // px
	p.over = p.over[:0]
	if p.facts.Supports {
		return
	}
	last := f.lo
	stretch := func(to float64) {
		if !(to > last) {
			return
		}
		const tiny = 1e-9
		in := min(tiny, (to-last)/4)
		a, b := last+in, to-in
		n := max(8, int((b-a)*f.ux/step))
		was, from := p.overs(a, g), last
		for i := 1; i <= n; i++ {
			x := lerp(a, b, float64(i)/float64(n))
			if now := p.overs(x, g); now != was {
				l, r := lerp(a, b, float64(i-1)/float64(n)), x
				for range 30 {
					if mid := (l + r) / 2; p.overs(mid, g) == was {
						l = mid
					} else {
						r = mid
					}
				}
				if was {
					p.over = append(p.over, span{from, l})
				}
				was, from = now, r
			}
		}
		if was {
			p.over = append(p.over, span{from, to})
		}
		last = to
	}
	met := false
	for _, b := range p.breaks {
		if b >= p.here && !met {
			stretch(min(p.here, f.hi))
			met = true
		}
		stretch(min(b, f.hi))
	}
	stretch(min(p.here, f.hi))
	stretch(f.hi)
}

// overs reports whether the line of slope g through the point is above the graph at x.
func (p *pen) overs(x, g float64) bool {
	y, d := p.facts.Value, g*(x-p.here)
	return y+d-p.f.Value(x) > 1e-9*(1+math.Abs(y)+math.Abs(d))
}

// overside reports whether it is anywhere on one side of the point.
func (p *pen) overside(dir float64) bool {
	for _, o := range p.over {
		if (o.bot+o.top-2*p.here)*dir > 0 {
			return true
		}
	}
	return false
}

// violation hatches the stretches where the line of slope g runs above the
// graph.
func (p *pen) violation(f panel, g float64) {
	x0, y0 := p.here, p.facts.Value
	put := func(x, at float64) { // the graph at x as it is nearby
		top := min(max(y0+g*(x-x0), f.bot), f.top)
		y := min(max(p.f.Value(at), f.bot), f.top)
		p.points = append(p.points, f.at(x, top), f.at(x, min(y, top)))
	}
	for _, s := range p.over {
		n := max(2, int((s.top-s.bot)*f.ux/samplePx))
		start, in := len(p.points), min(1e-9, (s.top-s.bot)/4)
		for i := 0; i <= n; i++ {
			x := lerp(s.bot, s.top, float64(i)/float64(n))
			put(x, min(max(x, s.bot+in), s.top-in))
		}
		for i := start; i+3 < len(p.points); i += 2 {
			q := p.points[i : i+4]
			p.hatch[side(q[0].X-f.at(x0, 0).X)] += (q[2].X - q[0].X) * (q[1].Y - q[0].Y + q[3].Y - q[2].Y) / 2
		}
		m := p.add(Fill, theme.Warn, 1)
		m.Hatch = true
		m.Points = p.since(start)
		p.hatched(m.Points)
	}
}

// above is how much it counts, in [0, 1], that the line is above the graph on one
// side of the point: as much as there is hatching to be seen. Where it rises above
// the graph farther away than at the point itself, that may be beyond the window, and
// counts all the same where the other side has nothing to show.
func (p *pen) above(g float64, left bool) float64 {
	const turn = 0.06 // of the line, from where it supports to where all is said of it
	seen := func(left bool) float64 {
		size, over, way := p.hatch[0], g-p.slopeAt(1), p.hi-p.here
		if left {
			size, over, way = p.hatch[1], p.slopeAt(-1)-g, p.here-p.lo
		}
		if over > 0 {
			return clamp01((size-40)/160) * clamp01(over/turn)
		}
		return clamp01((size - 40) / (160 + 0.1*turn*way*way*p.u*p.u))
	}
	if left && g < p.slopeAt(-1) || !left && g > p.slopeAt(1) {
		return seen(left)
	}
	return max(seen(left), 1-seen(!left))
}

// tried draws the line of slope g through the point: as a warning where it is
// above the graph, else in the lens's ink.
func (p *pen) tried(f panel, g float64, fade Fade) {
	x0, y0 := p.here, p.facts.Value
	l, r, ok := f.line(x0, y0, g)
	if !ok {
		return
	}
	c := f.at(x0, y0)
	put := func(a, b Point, ink theme.Role, fade Fade) {
		m := p.stroke(ink, p.style.selected(), a, b)
		m.Fade = fade
		p.draws(theTried, func() { p.avoid(m.Points) })
	}
	grip := 0.0 // where it is held it is seen
	if p.m.Tries() {
		grip = p.grip(f)
	}
	for _, h := range [...]struct {
		a, b Point
		dir  float64
	}{{l, c, -1}, {c, r, 1}} {
		dies := fade
		if p.overside(h.dir) || h.dir > 0 && p.facts.Supports || h.dir*grip > 0 {
			dies = Fade{}
		}
		at := h.a
		for _, s := range p.over {
			from, to := f.at(s.bot, y0+g*(s.bot-x0)), f.at(s.top, y0+g*(s.top-x0))
			from, to = within(from, h.a, h.b), within(to, h.a, h.b)
			if to.X-from.X < 1e-3 {
				continue
			}
			if from.X > at.X {
				put(at, from, theme.Subgradient, dies)
			}
			put(from, to, theme.Warn, Fade{})
			at = to
		}
		if h.b.X-at.X > 1e-3 {
			put(at, h.b, theme.Subgradient, dies)
		}
	}
}

// within is the point q of a line or, where it is not between a and b, the nearer of
// those; x grows from a to b.
func within(q, a, b Point) Point {
	switch {
	case q.X <= a.X:
		return a
	case q.X >= b.X:
		return b
	}
	return q
}

// judged is the ink of a slope that is tried.
func (p *pen) judged() theme.Role {
	if p.facts.Supports {
		return theme.Subgradient
	}
	return theme.Warn
}

// triedInk is the ink of the line of slope g at x.
func (p *pen) triedInk(x, g float64) theme.Role {
	if !p.facts.Supports && p.overs(x, g) {
		return theme.Warn
	}
	return theme.Subgradient
}

// gripped draws the handle on the line of slope g, which turns about the point at c.
func (p *pen) gripped(f panel, c Point, g float64, primary bool) {
	x, y := p.here, p.facts.Value
	l, r, ok := f.line(x, y, g)
	if !ok {
		return
	}
	side, end := p.grip(f), r
	if side < 0 {
		end = l
	}
	q := c.Toward(end, p.gripAt(c, end)*math.Abs(side))
	mv := move{kind: around, origin: f.at(x, y), ux: f.ux, uy: f.uy}
	if side < 0 {
		mv.ux, mv.uy = -f.ux, -f.uy
	}
	if end.From(c) > 2*p.style.handle { // else there is no line to hold
		p.handle(figure.G, q, p.triedInk(x+(q.X-c.X)/f.ux, g), true, upDown, mv, primary)
	}
}

// grip is on which side of the point the line is held, on its way from one to the
// other when a hand has let go.
func (p *pen) grip(f panel) float64 {
	was, to, share := p.m.Standing()
	return lerp(p.gripSide(f, p.m.Posed(was)), p.gripSide(f, p.m.Posed(to)), share)
}

// gripSide is on which side of the point the line is held: on the right, 1, or on the
// left, −1, where there is not as much of it on the right.
func (p *pen) gripSide(f panel, m figure.Model) float64 {
	x := m.X
	y := m.Function().Value(x)
	c := f.edge(x, y)
	l, r, _ := f.line(x, y, m.Slope())
	if left, right := l.From(c), r.From(c); right < p.gripAway() && left > right {
		return -1
	}
	return 1
}

// gripAway is how far from the point a line is held at least, px, if it is as long.
func (p *pen) gripAway() float64 { return 2.6 * p.style.handle }

// gripAt is where on the way from the point to an end of the line that is, as a share:
// half a unit from the end, in the middle, or far enough from the point.
func (p *pen) gripAt(c, end Point) float64 {
	far := end.From(c)
	return min(far, max(far-0.5*p.u, far/2, p.gripAway())) / max(far, 1e-9)
}
