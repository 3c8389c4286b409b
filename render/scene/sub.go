package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// sub draws the subgradient lens: f with its supporting lines at the point and
// a line of slope g that is tried; below it the graph of the set-valued ∂f.
func (p *pen) sub() {
	if p.m.Stepping() {
		p.descent()
		return
	}
	a := p.stack(p.standing())
	f, d := a[0], a[1]
	p.stands(f, d)
	p.guide(f, d)
	fade := p.fade(f)
	g := p.m.Slope()
	p.within(f, func() {
		p.veiled(figure.HideSub, func() {
			p.fans(f, fade)
			if !p.gap {
				p.rise(f, g)
				p.violation(f, g)
			}
		})
		p.as(upper, func() { p.graph(f) })
		if !p.gap {
			p.tried(f, g, fade)
		}
	})
	p.veiled(figure.HideLower|figure.HideSub, func() {
		p.within(d, func() { p.as(lower, func() { p.subgraph(d) }) })
	})
	p.slant(f)
	p.sharpness(d)
	p.subHandles(f, d, g)
	p.subLabels(f, d, g)
	p.sketch(f, d)
}

// fade is how the fan dies away from the point.
func (p *pen) fade(f panel) Fade {
	c := f.at(p.here, p.facts.Value)
	return Fade{Centre: c, R: p.hi * p.u, In: f.rect()}
}

// fans draws the lines that support, or those that stand in for them.
func (p *pen) fans(f panel, fade Fade) {
	p.veiled(figure.HideFan, func() {
		p.fan(f, fade)
		p.clarkeFan(f, fade)
	})
}

// fan draws the wash and the lines of the convex subdifferential, if it is
// more than one slope; one slope is the line that is tried itself.
func (p *pen) fan(f panel, fade Fade) {
	s := p.facts.Sub
	if s.Empty() || s.Width() == 0 {
		return
	}
	p.wash(f, s, fade)
	for i := range p.style.fan {
		g := s.Lo + s.Width()*float64(i)/float64(p.style.fan-1)
		if l, r, ok := f.line(p.here, p.facts.Value, g); ok {
			m := p.stroke(theme.Subgradient, p.style.thin(), l, r)
			m.Alpha, m.Fade = p.theme.Line, fade
			p.avoidSeen(m)
		}
	}
}

// wash fills the two wedges that the supporting lines sweep.
func (p *pen) wash(f panel, s calculus.Interval, fade Fade) {
	const n = 16
	c := f.at(p.here, p.facts.Value)
	for _, right := range [...]bool{false, true} {
		n0 := len(p.points)
		for i := 0; i <= n; i++ {
			l, r, ok := f.line(p.here, p.facts.Value, s.Lo+s.Width()*float64(i)/n)
			if !ok {
				continue
			}
			if right {
				l = r
			}
			p.points = append(p.points, c, l)
		}
		m := p.add(Fill, theme.Subgradient, p.theme.Wash)
		m.Points = p.since(n0)
		m.Fade = fade
	}
}

// clarkeFan draws, where no line supports, the slopes of Clarke's
// subdifferential as dashed lines without a wash: limits of nearby slopes,
// not supporting lines.
func (p *pen) clarkeFan(f panel, fade Fade) {
	if !p.facts.Sub.Empty() || !p.facts.HasClarke {
		return
	}
	c := p.facts.Clarke
	n := 5
	if c.Width() == 0 {
		n = 1
	}
	for i := range n {
		g := c.Lo
		if n > 1 {
			g += c.Width() * float64(i) / float64(n-1)
		}
		if l, r, ok := f.line(p.here, p.facts.Value, g); ok {
			m := p.stroke(theme.Subgradient, p.style.thin()*1.2, l, r)
			m.Alpha, m.Dash, m.Fade = p.theme.Line, p.style.dash(), fade
			p.avoidSeen(m)
		}
	}
}

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

// triedInk is the ink of the line of slope g at x.
func (p *pen) triedInk(x, g float64) theme.Role {
	if !p.facts.Supports && p.overs(x, g) {
		return theme.Warn
	}
	return theme.Subgradient
}

// subgraph draws the graph of ∂f: a number where there is one, a filled
// vertical segment where there is an interval, nothing where it is empty.
// Where it is empty but Clarke's is not, Clarke's is drawn dashed.
func (p *pen) subgraph(d panel) {
	ink := theme.Subgradient
	one := func(x float64) float64 { // the only supporting slope at x, if any
		if s := p.f.Subdifferential(x); !s.Empty() && s.Width() == 0 {
			return s.Lo
		}
		return math.NaN()
	}
	clarke := func(x float64) float64 {
		if c, ok := p.f.Clarke(x); ok && p.f.Subdifferential(x).Empty() {
			return c.Lo
		}
		return math.NaN()
	}
	p.draws(objectOf(ink), func() {
		p.curve(d, d.lo, d.hi, p.breaks, one, ink, p.style.object, Dash{})
	})
	p.draws(theClarke, func() {
		switch {
		case p.f.Singular(): // not Lipschitz on the Cantor set
			p.flats(d, 0, ink, p.style.object*0.55, p.style.dash())
		case !p.f.Convex(): // else every slope supports
			p.curve(d, d.lo, d.hi, p.breaks, clarke, ink, p.style.object*0.55, p.style.dash())
		}
	})
	for _, b := range p.breaks {
		s := p.f.Subdifferential(b)
		c, ok := p.f.Clarke(b)
		switch {
		case s.Width() > 0:
			m := p.stroke(ink, p.style.segment(), d.at(b, max(s.Lo, d.bot)), d.at(b, min(s.Hi, d.top)))
			if p.part == lower {
				m.part = column
			}
			p.draws(theJump, func() { p.avoidWide(m) })
		case !s.Empty() && s.Lo >= d.bot && s.Lo <= d.top:
			at := d.at(b, s.Lo)
			p.dot(at, p.style.open()*0.8, ink)
			p.ground.Ink.Add(at, at, theSub) // it can be all there is of ∂f
		case s.Empty() && one(b-1e-9) == one(b-1e-9): // its graph ends before b
			p.open(d.at(b, one(b-1e-9)), ink)
		case s.Empty() && one(b+1e-9) == one(b+1e-9):
			p.open(d.at(b, one(b+1e-9)), ink)
		case ok && c.Width() > 0:
			m := p.stroke(ink, p.style.object*0.9, d.at(b, c.Lo), d.at(b, c.Hi))
			m.Dash = p.style.dash()
			p.draws(theJump, func() { p.avoid(m.Points) })
		}
	}
}

// subHandles draws the point and, where a slope can be tried, the two places
// to grab g: on the line and on the graph of ∂f.
func (p *pen) subHandles(f, d panel, g float64) {
	x, y := p.here, p.facts.Value
	c := p.pinned(f, x, y)
	ink := theme.Subgradient
	if !p.facts.Supports {
		ink = theme.Warn
	}
	if s := p.facts.Sub; !s.Empty() && !p.facts.Supports {
		near := min(max(g, s.Lo), s.Hi)
		was := p.veil
		p.veil |= figure.HideLower | figure.HideSub
		m := p.stroke(theme.Warn, p.style.object*0.8, d.at(x, near), d.at(x, min(max(g, d.bot), d.top)))
		p.veil = was
		m.Dash = Dash{1, 2 * p.style.object}
		p.avoid(m.Points)
	}
	if p.m.Tries() && !p.gap {
		p.gripped(f, c, g, false)
		at := p.pinned(d, x, g)
		p.handle(figure.G, at, ink, false, upDown, move{kind: alongY, origin: d.at(x, 0), uy: d.uy}, true)
		p.off(d, x, g, at, theme.Paper)
	} else if s := p.facts.Sub; !s.Empty() {
		p.veiled(figure.HideLower|figure.HideSub, func() { p.image(d, x, s.Lo, theme.Subgradient) })
	}
	p.as(upper, func() {
		p.handle(figure.X, c, theme.Ink, p.gap, sideways, move{kind: alongX, origin: pt(p.x0, c.Y), ux: p.u}, true)
		p.off(f, x, y, c, theme.Paper)
	})
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

// subLabels names what was drawn.
func (p *pen) subLabels(f, d panel, g float64) {
	s, x, y := p.style, p.here, p.facts.Value
	ink := theme.Subgradient
	if !p.facts.Supports {
		ink = theme.Warn
	}
	set := p.facts.Sub
	if p.m.Tries() {
		p.label(label{key: "g", given: true, line: p.set.Line("g-eq"), live: p.lives(slot("v", p.triedSlope())), ink: ink, size: s.math * 1.05, Label: place.Label{At: p.pinned(d, x, g), Spot: true, Clear: p.clearOf(), To: place.East}})
	}
	n, live := p.setName()
	mid := [2]Point{d.edge(x, set.Lo), d.edge(x, set.Hi)}
	if set.Empty() {
		mid = [2]Point{d.edge(x, 0.3), d.edge(x, 0.7)}
	}
	of, most := theSub, 0.0
	if set.Empty() {
		of, most = place.Unnamed, pleasant
	} else if set.Width() > 0 {
		of = theJump
	}
	if !(set.Empty() && p.m.Sketching()) { // a readout says it, and steps of many corners are there
		p.label(label{key: "set", low: true, line: n, live: live, ink: theme.Subgradient, size: s.math, say: true, Label: place.Label{Of: of, At: mid[0], Along: mid, T: 0.5, Clear: 7*p.k + s.segment()/2, To: place.West, Most: most}})
	}
	if p.clarkeOnly() && p.facts.Clarke.Width() > 0 {
		c := p.facts.Clarke
		p.label(label{key: "clarke", low: true, line: p.set.Line("clarke-interval/" + p.letter()), live: p.lives(slot("x", p.place()), slot("lo", p.short(c.Lo)), slot("hi", p.short(c.Hi))), ink: theme.Subgradient, size: s.math, say: true, Label: place.Label{Of: theJump, Along: [2]Point{d.edge(x, c.Lo), d.edge(x, c.Hi)}, T: 0.2, Clear: 7*p.k + s.segment()/2, To: place.West}})
	}
	start, end, seen := f.line(x, y, g)
	if !p.facts.Supports && seen {
		told, toldRight := figure.AboveSides(p.m)
		right := toldRight && p.overside(1)
		left := (told || right) && p.overside(-1) // of which "and elsewhere" speaks
		word := figure.AboveWord(p.m)
		if !left && !right {
			left, right, word = !toldRight, toldRight, figure.BeyondWord(p.m)
		}
		l := label{key: "above", word: word, ink: theme.Warn, size: s.word, bold: true, fade: 1, firm: true, Label: place.Label{Along: [2]Point{f.edge(x, y), end}, T: 0.6, Of: theTried, To: place.NorthWest, Clear: 8 * p.k, Home: true, Most: pleasant}}
		if right {
			if l.fade = 1 - p.above(g, false); !p.following { // at rest it is there or not
				l.fade = math.Round(l.fade)
			}
			p.label(l)
		}
		if left && l.fade > 0 { // it is said once
			l.key, l.Along[1], l.fade = "above-left", start, 1-l.fade*p.above(g, true)
			p.label(l)
		}
	}
	if seen && !s.inside && p.m.Tries() {
		n := p.set.Line("line/" + p.letter())
		if x == 0 {
			n = p.set.Line("line0/" + p.letter())
		}
		p.label(label{key: "tried", line: n, ink: p.triedInk(x+(end.X-f.at(x, y).X-1)/f.ux, g), size: s.math * 1.05, Label: place.Label{Along: [2]Point{f.edge(x, y), end}, T: 1, Of: theTried, To: place.East, Clear: 9 * p.k}})
	}
	p.graphName(f, p.set.Line("fn-y/"+p.letter()), p.set.Line("fn/"+p.letter()))
	p.subNames(d)
	if word := figure.FanWord(p.m); !word.Empty() && !s.small {
		p.label(label{key: "fan", gives: figure.HideFan, word: word, ink: theme.Subgradient, size: s.word, Label: place.Label{Of: place.Gap, Along: f.foot(), T: 1, To: place.SouthWest, Clear: 9 * p.k, Home: true, Most: pleasant + 10}})
	}
}

// subNames names the graph of ∂f, and that of Clarke's where it stands in for it.
func (p *pen) subNames(d panel) {
	if p.ground.Ink.Of(theSub).Some() {
		p.objectName(d, p.set.Line("sub/"+p.letter()), theme.Subgradient)
	}
	if p.ground.Ink.Of(theClarke).Some() {
		p.nameOf(d, "clarke-graph", p.set.Line("clarke/"+p.letter()), nil, theme.Subgradient, theClarke)
	}
}

// clarkeOnly reports whether the point has a Clarke subdifferential but no
// supporting line.
func (p *pen) clarkeOnly() bool { return p.facts.Sub.Empty() && p.facts.HasClarke }

// place is the point as it stands in ∂f(0).
func (p *pen) place() []byte {
	if _, smooth := p.f.Derivative(p.here); smooth {
		return p.padded(p.m.X) // as wide wherever a hand takes it
	}
	return p.short(p.m.X)
}

// setName is the formula for ∂f at the point.
func (p *pen) setName() (*formula.Line, []formula.Live) {
	s := p.facts.Sub
	live := p.lives(slot("x", p.place()), slot("lo", p.short(s.Lo)), slot("hi", p.short(s.Hi)))
	switch {
	case s.Empty():
		return p.set.Line("sub-empty/" + p.letter()), live[:1]
	case s.Width() == 0:
		return p.set.Line("sub-point/" + p.letter()), live[:2]
	}
	return p.set.Line("sub-interval/" + p.letter()), live
}
