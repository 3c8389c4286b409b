package scene

import (
	"math"

	"relu-three-ways/render/figure"
)

// Where the columns of Compare are: what is around them in each arrangement, what they
// show, and the one unit in which all of it fits.

// columns are the three plots of Compare and the pair of levels that runs
// through them.
type columns struct {
	top, low [3]panel // f with each notion; each notion's graph
	mass     panel    // r″, with an axis of its own under r′
	end      float64  // px where the levels end
	u        float64  // px per unit
	headTop  float64  // px where the names over the columns begin
}

// compareSpans are the heights of what the columns show, in units: f, its
// slopes, and f″ with its mass.
func (p *pen) compareSpans() (graph, slope, mass span) {
	was := p.m
	was.Order = figure.Second // no hand turns the dial here
	graph, slope = home(p.f, was)
	above := 0.1                                     // of the point
	if !atHome(p.f) && math.Abs(p.facts.Value) < 2 { // which may go on anywhere
		above = 0.7
	}
	graph = span{max(graph.bot, -0.8), max(1.3, p.facts.Value+above)} // the probe is 1 high
	if graph.bot > -0.5 {
		graph.bot = -0.5
	} else {
		graph.top = 1.1
	}
	slope = slope.grown(0.1).with(1.1)
	if l, r := p.levelPair(); l < slope.bot || r > slope.top || r < slope.bot || l > slope.top {
		slope = slope.with(min(l, r) - 0.1).with(max(l, r) + 0.1)
	}
	j := tall(p.jump())
	mass = span{min(0, j) - 0.1, max(0, j) + 0.1}
	if j == 0 {
		mass = span{-0.1, 0.35}
		if d, ok := p.f.Weak(); ok {
			const n = 24
			for i := range n + 1 {
				mass = mass.with(d.Density(2*float64(i)/n - 1))
			}
			most := span{-2.1, 2.1}
			if mass.bot < most.bot { // it is cut in any case
				most.bot = -0.7
			}
			mass = mass.within(most).grown(0.1)
		}
	}
	return graph, slope, mass
}

// jump is the jump of the slope at 0, or 0 where there is none to speak of.
//
//go:noinline
func (p *pen) jump() float64 {
	if j, ok := p.f.SlopeJump(0); ok {
		return j
	}
	return 0
}

// tall is a jump as high as it is drawn: more would leave no room for the graphs, whose
// unit it has.
func tall(jump float64) float64 {
	const most = 6
	return min(max(jump, -most), most)
}

// frameOf is the room of Compare: of the columns together with what stands right
// of them, and of the plots in them.
type frameOf struct {
	first, pitch, wide float64 // px of the first plot's left edge, from column to column, of a plot
	top, bottom        float64 // px of the plots, the numbers under them not included
	half, most         float64 // units: half of what a plot shows at least; the greatest unit, px
	gap                float64 // units between the plots of a column
}

// Tail is the room right of the columns in the sentence under them, em, where it
// ends on its number.
const Tail = 3.46

// heading is how question and claim stand above the columns of Compare.
type heading uint8

const (
	answered heading = iota // with what programs return
	headed
	closely  // in smaller type, where the plots would be small
	headless // not at all: there is no room
	everyHeads
)

// leastUnit is the unit from which on a heading has its room, px at scale 1: the
// plots of a low window become smaller before they lose it.
var leastUnit = [everyHeads]float64{answered: 62, headed: 62, closely: 36}

// headTypes are the sizes of the column, tighter where its heading is.
func (p *pen) headTypes() sizes {
	t := p.types()
	t.cases, t.asked, t.claimed = 0, 8*p.k, 0
	switch p.layout {
	case Phone:
		t.asked, t.claimed = 6*p.k, 12*p.k
	case Embed:
		t.caption, t.programs = 0, 0
	case Projector:
		t.question, t.questionLead, t.programs = 60*p.k, 66*p.k, 0
	}
	if p.heading != answered {
		t.programs = 0
	}
	switch p.heading {
	case closely:
		t.question, t.questionLead = 0.8*t.question, 0.8*t.questionLead
		t.caption, t.captionLead = 0.85*t.caption, 0.76*t.captionLead
	case headless:
		t.question, t.caption = 0, 0
	}
	return t
}

// compareFrame lays out what is around the plots. In a low window the question
// gives its place to them.
func (p *pen) compareFrame() (c frameOf) {
	k := p.k
	c.half, c.most, c.gap = 1.625, 1e3, 0.2
	switch p.layout {
	case Desktop, Medium:
		p.measure = p.w - 2*p.left
		p.foot = p.equationSize((p.measure-Tail*26*k)/3, 26*k)
		c.pitch = (p.measure - Tail*p.foot.em) / 3
		c.wide = c.pitch - 56*k
		c.first = p.left
		p.headTop = p.textTop
		if p.heading != headless {
			t := p.headTypes()
			p.headTop = p.claim(p.textTop+t.questionLead+t.asked, t).Bottom() + 14*k
			if h := p.programsHeight(p.programsLines(t), t); h > 0 {
				p.headTop += h + 8*k
			}
		}
		p.floor = p.footer() - p.foot.height() - 18*k
		c.top, c.bottom = p.headTop+46*k, p.floor-34*k
	case Projector:
		c.wide, c.pitch, c.first = 500*k, 546*k, (p.w-1920*k)/2+96*k
		c.top, c.bottom = (p.h-1080*k)/2+252*k, (p.h-1080*k)/2+830*k
		p.measure, p.headTop = 3*c.pitch+Tail*42*k, (p.h-1080*k)/2+172*k
		p.foot = p.equationSize(c.pitch, 42*k)
		p.textTop, p.floor = (p.h-1080*k)/2+60*k, (p.h-1080*k)/2+900*k
	case Phone:
		c.pitch = (p.w - 56*k) / 3
		c.wide, c.first = c.pitch-stackedGap*k, 30*k
		p.headTop = (phoneHeader + p.tabs + 14) * k
		c.top, c.bottom = p.headTop+34*k, 1e4
		c.half, c.most, c.gap = stackedHalf, 110*k, 0.7 // narrow columns are not high
	case Embed:
		p.foot = p.equationSize((p.w-60-Tail*18)/3, 18)
		c.pitch = (p.w - 60 - Tail*p.foot.em) / 3
		c.wide, c.first, p.measure = c.pitch-26, 36, p.w-54
		p.headTop = embedHeader + 8
		p.floor = p.h - p.foot.height() - 12
		c.top, c.bottom = embedHeader+40, p.floor-26
	case Short:
		c.pitch = (p.w - 80) / 3
		c.wide, c.first = c.pitch-26, 36
		c.top, c.bottom = embedHeader+14, p.h-26
		if p.m.UI == figure.UINone {
			c.top = 16
		}
		p.headTop, p.floor = p.headerHeight(), p.h
	}
	return c
}

// columns lays the plots out, by the pose that axes stand by.
func (p *pen) columns() columns {
	graph, slope, mass := p.compareSpans()
	was, at, k := p.m.Standing()
	for p.heading = answered; p.heading < headless && (p.layout == Desktop || p.layout == Medium); p.heading++ {
		r := p.compareFrame()
		x := p.across(r, p.m.Posed(at))
		if p.stackedUnits(r, x, graph, slope, slope, mass).u >= min(leastUnit[p.heading]*p.k, math.Floor(r.wide/x.size())) {
			break
		}
	}
	c := p.columnsAt(at, graph, slope, mass)
	if k < 1 {
		c = p.columnsAt(was, graph, slope, mass).toward(c, k)
	}
	p.u, p.headTop = c.u, c.headTop
	for i := range c.top {
		c.top[i] = p.plot(c.top[i])
	}
	c.mass = p.plot(c.mass)
	for i := range c.low {
		c.low[i] = p.plot(c.low[i])
	}
	return c
}

// middleOf is the x in the middle of the plots, where there is room.
func (p *pen) middleOf() float64 {
	if p.f.Singular() {
		return 0.35
	}
	return 0
}

// across is the least that each of the plots shows of the axis of x: the same, and the
// whole probe.
func (p *pen) across(r frameOf, m figure.Model) span {
	φ := testedBy(m)
	return span{p.middleOf() - r.half, p.middleOf() + r.half}.with(φ.Lo() - 0.1).with(φ.Hi() + 0.1)
}

// stackedUnits is how high the columns are and how far they reach below the zero
// of the slopes, and the unit in which they fit a frame.
type stackedUnits struct{ high, under, u float64 }

// stackedUnits adds the columns up. The third has a panel more and is mostly the
// tallest: f, then r′, then r″. The second shows its slopes on a range of its own.
func (p *pen) stackedUnits(r frameOf, x, graph, slope, own, mass span) (c stackedUnits) {
	l, _ := p.levelPair()
	c.under = max(-own.bot, 0.1, -(l + mass.bot))
	c.high = graph.top - p.lowest(graph) + r.gap + slope.size() + r.gap + l + mass.top + c.under
	c.high = max(c.high, graph.size()+r.gap+own.top+c.under)
	c.u = max(6, math.Floor(min(r.wide/x.size(), (r.bottom-r.top)/c.high, r.most)))
	return c
}

// columnsAt lays the plots out for a pose. The third column has a panel more: r″
// stands where the others have their lower panel, on the same levels, and r′
// between.
func (p *pen) columnsAt(pose figure.Pose, graph, slope, mass span) (c columns) {
	r := p.compareFrame()
	m := p.m.Posed(pose)
	own := slope
	if p.facts.Sub.Width() > 0 && !p.style.small { // g can be tried
		own = own.with(m.Slope() - 0.1).with(m.Slope() + 0.1)
	}
	x := p.across(r, m)
	n := p.stackedUnits(r, x, graph, slope, own, mass)
	l, _ := p.levelPair()
	c.u, c.headTop = n.u, p.headTop
	top, bottom := r.top, r.bottom
	if p.layout == Phone {
		bottom = top + n.high*n.u
		p.floor = bottom + 30*p.k
		p.textTop = bottom + 48*p.k
	} else if spare := bottom - top - n.high*n.u; spare > 0 { // a wide column is not high
		top += 0.4 * spare
		bottom -= 0.6 * spare
		if p.layout != Projector {
			c.headTop += 0.4 * spare
		}
	}
	half := r.wide / (2 * n.u)
	mid := p.middleOf() // of what the plots show, or beside it where the probe is
	mid += max(0, x.top-mid-half) + min(0, x.bot-mid+half)
	// The levels: y px of slope 0 in the lower panels of columns 1 and 2.
	zero := bottom - n.u*n.under
	for i := range 3 {
		a := panel{x0: r.first + r.wide/2 + float64(i)*r.pitch - mid*n.u, ux: n.u, uy: n.u, lo: mid - half, hi: mid + half}
		a.y0, a.bot, a.top = top+graph.top*n.u, graph.bot, graph.top
		if i == 2 { // where the axes of r′ begin
			a.bot = p.lowest(graph) - 0.02
		}
		c.top[i] = a
		a.y0, a.bot, a.top = zero, slope.bot, slope.top
		if i == 1 {
			a.bot, a.top = own.bot, own.top
		}
		c.low[i] = a
	}
	// r″ takes its zero from the level of the left slope, so that its arrow
	// spans exactly the two levels.
	c.mass = c.low[2]
	c.mass.y0, c.mass.bot, c.mass.top = zero-l*n.u, mass.bot, mass.top
	upper := c.mass.y0 - mass.top*n.u
	c.low[2].y0 = upper - r.gap*n.u + slope.bot*n.u
	c.end = r.first + 2*r.pitch + r.wide + 0.5*(r.pitch-r.wide) + 10*p.k
	if p.layout == Desktop || p.layout == Medium || p.layout == Projector {
		c.end = r.first + 3*r.pitch + 10*p.k
	}
	return c
}

// toward are columns a share k of the way to others, of the same frame.
func (c columns) toward(o columns, k float64) columns {
	for i := range c.top {
		c.top[i], c.low[i] = c.top[i].toward(o.top[i], k), c.low[i].toward(o.low[i], k)
	}
	c.mass = c.mass.toward(o.mass, k)
	c.u, c.headTop = lerp(c.u, o.u, k), lerp(c.headTop, o.headTop, k)
	return c
}

// lowest is the least value of f near 0, as far as a panel shows it.
func (p *pen) lowest(s span) float64 {
	low := 0.0
	for i := range 100 {
		low = min(low, p.f.Value(-1.7+3.4*float64(i)/99))
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
