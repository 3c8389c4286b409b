package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/metrics"
)

// columns are the three plots of Compare and the pair of levels that runs
// through them.
type columns struct {
	top, low [3]panel // f with each notion; each notion's graph
	mass     panel    // r″, with an axis of its own under r′
	end      float64  // px where the levels end
}

// lens is the height of what each column shows, in units.
func (p *pen) compareSpans() (graph, slope, mass span) {
	graph, slope = home(p.f, p.m)
	graph = span{max(graph.bot, -0.8), 1.3} // the probe is 1 high
	if graph.bot > -0.5 {
		graph.bot = -0.5
	} else {
		graph.top = 1.1
	}
	slope = slope.grown(0.1).with(1.1)
	j := p.jump()
	mass = span{min(0, j) - 0.1, max(0, j) + 0.1}
	if j == 0 {
		mass = span{-0.1, 0.35}
	}
	return graph, slope, mass
}

// jump is the jump of the slope at 0, or 0 where there is none to speak of.
func (p *pen) jump() float64 {
	if j, ok := p.f.SlopeJump(0); ok {
		return j
	}
	return 0
}

// columns lays the plots out. The third column has a panel more: r″ stands
// where the others have their lower panel, on the same levels, and r′ between.
func (p *pen) columns() columns {
	graph, slope, mass := p.compareSpans()
	var c columns
	w, pitch, first := 364.0, 420.0, 56.0
	top, bottom := p.top, p.bottom
	half := 1.625
	switch p.layout {
	case Desktop, Medium:
		room := p.w - 2*p.left - 90
		pitch = room / 3
		w = pitch - 56*min(1, pitch/420)
		first = p.left + 10
		p.measure = p.w - 2*p.left
		p.headTop = p.claim().bottom() + 12
		top, bottom = p.headTop+44, p.h-desktopFooter-108
	case Projector:
		w, pitch, first = 500*p.k, 566*p.k, (p.w-1920*p.k)/2+96*p.k
		top, bottom = (p.h-1080*p.k)/2+252*p.k, (p.h-1080*p.k)/2+830*p.k
		p.measure, p.headTop = 1700*p.k, (p.h-1080*p.k)/2+172*p.k
	case Phone:
		pitch = (p.w - 54) / 3
		w, first = pitch-stackedGap, 28
		top, bottom = phoneHeader+phoneTabs+54, 1e4
		half, p.headTop = stackedHalf, phoneHeader+phoneTabs+12
	case Embed:
		pitch = (p.w - 90) / 3
		w, first = pitch-26, 36
		top, bottom, p.headTop = embedHeader+40, p.h-92, embedHeader+8
	case Short:
		pitch = (p.w - 70) / 3
		w, first = pitch-26, 36
		top, bottom = embedHeader+26, p.h-26
	}
	// Column 3 is the tallest: f, then r′, then r″.
	const gap = 0.2
	l, _ := p.levelPair()
	under := max(-slope.bot, 0.1) // units below the zero of the slopes
	third := graph.top - p.lowest(graph) + gap + slope.size() + gap + l + mass.top + under
	p.u = max(math.Floor(min(w/(2*half), (bottom-top)/third, max(p.u, 20))), 6)
	if p.layout == Phone {
		bottom = top + third*p.u
	}
	half = w / (2 * p.u)
	lo, hi := -half, half
	if p.m.Fn == calculus.Cantor {
		lo, hi = -half+0.35, half+0.35
	}
	// The levels: y px of slope 0 in the lower panels of columns 1 and 2.
	zero := bottom - p.u*under
	for i := range 3 {
		x0 := first + w/2 + float64(i)*pitch
		if p.m.Fn == calculus.Cantor {
			x0 -= 0.35 * p.u
		}
		c.top[i] = p.plot(square(x0, top+graph.top*p.u, p.u, lo, hi, graph))
		c.low[i] = square(x0, zero, p.u, lo, hi, slope)
	}
	// r″ takes its zero from the level of the left slope, so that its arrow
	// spans exactly the two levels.
	c.mass = p.plot(square(c.low[2].x0, zero-l*p.u, p.u, lo, hi, mass))
	upper := c.mass.y0 - mass.top*p.u
	c.low[2].y0 = upper - gap*p.u + slope.bot*p.u
	for i := range c.low {
		c.low[i] = p.plot(c.low[i])
	}
	c.end = first + 3*pitch + 10
	if p.layout == Phone {
		p.textTop = bottom + 48
	}
	return c
}

// compareFloor is where the equation under the columns begins.
func (p *pen) compareFloor() float64 {
	switch p.layout {
	case Desktop, Medium:
		return p.h - desktopFooter - 84
	case Projector:
		return (p.h-1080*p.k)/2 + 900*p.k
	case Embed:
		return p.h - 62
	case Phone:
		return p.textTop
	}
	return p.h
}

// claim is the room for Compare's caption, as many lines as it has.
func (p *pen) claim() Rect {
	t := p.types()
	n := metrics.Lines(metrics.Serif400, p.plain(p.caption()), t.caption, p.measure)
	return Rect{p.left, p.textTop + t.questionLead + 8, p.measure, float64(n) * t.captionLead}
}

func (r Rect) bottom() float64 { return r.Y + r.H }

// lowest is the least value of f in the window that the panel shows.
func (p *pen) lowest(s span) float64 {
	low := 0.0
	for i := range 100 {
		low = min(low, p.f.Value(p.lo+(p.hi-p.lo)*float64(i)/99))
	}
	return max(s.bot, low-0.05)
}

// levelPair is the pair of one-sided slopes at 0 that the levels mark.
func (p *pen) levelPair() (lo, hi float64) {
	l, r := p.limitSlope(0, -1), p.limitSlope(0, 1)
	if math.IsNaN(l) || math.IsNaN(r) || math.Abs(l) > 3 || math.Abs(r) > 3 {
		return 0, 1
	}
	return l, r
}
