package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// The pointwise lens: first what it draws, then its handles, then its names.

// point draws the pointwise lens: f with a tangent, or with two secants that
// disagree, and below it the graph of f′, broken where it is undefined.
func (p *pen) point() {
	a := p.stack(p.standing())
	f, d := a[0], a[1]
	p.stands(f, d)
	p.guide(f, d)
	open, left, right := p.opening()
	p.within(f, func() {
		p.veiled(figure.HidePoint, func() {
			if p.facts.HasSlope {
				p.tangent(f)
			} else if !p.gap {
				p.secants(f, left, right)
			}
		})
		p.as(upper, func() { p.graph(f) })
		if !p.facts.HasSlope && !p.gap {
			p.veiled(figure.HidePoint, func() { p.beyond(f, left, right) })
		}
	})
	p.veiled(figure.HideLower|figure.HidePoint, func() {
		p.within(d, func() {
			if !p.facts.HasSlope && !p.gap {
				p.secantSlopes(d, left, right)
			}
			p.as(lower, func() { p.slopes(d, theme.Pointwise) })
		})
	})
	if !p.gap {
		p.within(f, func() { p.veiled(figure.HidePoint, func() { p.quotients(f) }) })
	}
	p.slant(f)
	p.sharpness(d)
	p.pointHandle(f)
	p.pointLabels(f, d)
	p.sketch(f, d)
	for i := range p.Words {
		p.Words[i].Fade = 1 - open
	}
}

// tangent draws the tangent as a band, with a slope triangle.
func (p *pen) tangent(f panel) {
	x, y, s := p.m.X, p.facts.Value, p.facts.Slope
	l, r, ok := f.line(x, y, s)
	if !ok {
		return
	}
	band := p.stroke(theme.Pointwise, p.style.graph*3.4, l, r)
	band.Alpha = p.theme.Band
	p.stroke(theme.Pointwise, p.style.graph*0.85, l, r).Dash = p.style.dash()
	p.draws(theTangent, func() { p.avoidWide(band) })
	if x, y, ok := p.triangle(f); ok {
		w := p.style.graph / 2
		m := p.stroke(theme.Pointwise, w, f.at(x, y), f.at(x+1, y), f.at(x+1, y+s))
		p.draws(theChord, func() { p.avoid(m.Points) })
	}
}

// triangle returns where the slope triangle begins, whose run is 1: at the point, or 1
// left of it, if a triangle can be seen there.
func (p *pen) triangle(f panel) (x, y float64, ok bool) {
	s := p.facts.Slope
	for _, from := range [...]float64{0, -1} {
		x, y = p.m.X+from, p.facts.Value+from*s
		other := y + s
		if from < 0 {
			other = y
		}
		if math.Abs(s) > 0.08 && x >= f.lo && x+1 <= f.hi && other > f.bot && other < f.top {
			return x, y, true
		}
	}
	return x, y, false
}

// secants draws the bands of the two secants at a point without a slope.
func (p *pen) secants(f panel, left, right float64) {
	x, h, y := p.m.X, p.m.H, p.facts.Value
	if left == left { // defined at its end
		p.draws(theLeft, func() { p.avoidWide(p.bandOf(f.at(x-h, y-h*left), f.at(x, y), Round)) })
	}
	if right == right {
		p.draws(theRight, func() { p.avoidWide(p.bandOf(f.at(x, y), f.at(x+h, y+h*right), Round)) })
	}
}

// secantSlopes draws them as mean slopes.
func (p *pen) secantSlopes(d panel, left, right float64) {
	x, h := p.m.X, p.m.H
	both := 1.0 // one alone would be a riddle: they go as the other leaves the panel
	for _, s := range [...]float64{left, right} {
		if s != s {
			continue
		}
		both *= 1 - clamp01(max(d.bot-s, s-d.top)*d.uy/(2*p.style.band()))
	}
	if both == 0 {
		return
	}
	band := func(from, slope float64) {
		if slope == slope {
			m := p.bandOf(d.at(from, slope), d.at(from+h, slope), Butt)
			m.Alpha *= both
			p.avoidWide(m)
		}
	}
	band(x-h, left)
	band(x, right)
}

// bandOf is the band along a secant.
func (p *pen) bandOf(a, b Point, c Cap) *Mark {
	m := p.stroke(theme.Pointwise, p.style.band(), a, b)
	m.Alpha, m.Cap = p.theme.Band, c
	return m
}

// beyond continues the two secants past the point, dashed, where the graph
// does not follow them.
func (p *pen) beyond(f panel, left, right float64) {
	x, y := p.m.X, p.facts.Value
	for _, side := range [...]struct {
		s, dir float64
		of     place.Thing
	}{{left, 1, theLeft}, {right, -1, theRight}} {
		if side.s != side.s {
			continue
		}
		end := x + side.dir*2.3/max(1, math.Abs(side.s))
		p.clip([]Point{pt(x, y), pt(end, y+side.s*(end-x))}, max(f.bot+0.04, -2), f.top, func(q []Point) {
			m := p.stroke(theme.Pointwise, p.style.graph*0.85, f.at(q[0].X, q[0].Y), f.at(q[1].X, q[1].Y))
			m.Dash = p.style.dash()
			p.draws(side.of, func() { p.avoid(m.Points) })
		})
	}
}

// quotients marks the two points at distance h that the quotients use; the
// right one is the handle h.
func (p *pen) quotients(f panel) {
	x, h := p.m.X, p.m.H
	r := p.style.handle * 0.72
	for _, k := range [...]float64{-1, 1} {
		if y := p.f.Value(x + k*h); y != y { // undefined there
			continue
		}
		q, c := f.at(x+k*h, p.f.Value(x+k*h)), f.at(x, p.facts.Value)
		seen := f.sees(x+k*h, p.f.Value(x+k*h))
		if p.facts.HasSlope {
			if !seen { // as far as it is seen, and on as an arrow
				q = f.rect().Leaving(c, q)
			}
			m := p.stroke(theme.Pointwise, p.style.graph/2, c, q)
			m.Alpha = 0.8
			p.draws(theSecant, func() { p.avoid(m.Points) })
			if !seen {
				p.head(c, q, theme.Pointwise)
			}
		}
		if k < 0 && seen {
			p.dot(q, r, theme.Pointwise, theme.Paper, 2*p.k)
		}
	}
}

// sees reports whether a world point lies in the panel.
func (a panel) sees(x, y float64) bool { return x >= a.lo && x <= a.hi && y >= a.bot && y <= a.top }

// pointHandle draws the point P and the handle h.
func (p *pen) pointHandle(f panel) {
	x, h := p.m.X, p.m.H
	at := p.pinned(f, x, p.facts.Value)
	for _, k := range [...]float64{1, -1} {
		q, end, ok := p.stepAt(f, p.m, k*h)
		if !ok {
			continue
		}
		if d := math.Abs(q.Y - end.Y); d > 0.5 { // a leader joins it to the end of the secant
			m := p.stroke(theme.Pointwise, p.style.graph/2, end, q)
			p.avoid(m.Points)
			r := p.style.handle * 0.72 * min(1, d/p.style.handle)
			p.disc(end, r, theme.Pointwise, theme.Paper, 2*p.k)
		}
		p.handle(figure.H, q, theme.Pointwise, false, sideways, move{kind: away, origin: pt(at.X, q.Y), ux: p.u}, true)
		break
	}
	p.as(upper, func() {
		p.handle(figure.X, at, theme.Ink, p.gap, sideways, move{kind: alongX, origin: pt(p.x0, at.Y), ux: p.u}, true)
		p.off(f, x, p.facts.Value, at, theme.Paper)
	})
}

// stepAt is where the handle h stands for a step, and the end of the secant; false where
// that is not seen. It is the same place, but for small steps: there the handle goes round
// the point, so that both can be had.
func (p *pen) stepAt(f panel, m figure.Model, h float64) (at, end Point, ok bool) {
	here := m.Function()
	x, y := m.X+h, here.Value(m.X+h)
	end = f.at(x, y)
	at = end
	from := here.Value(m.X)
	if math.IsNaN(from) {
		from = besideGap(here, m.X)
	}
	c, off := f.edge(m.X, from), 2*p.style.halo
	if d := end.X - c.X; math.Abs(d) < off {
		round := math.Sqrt(off*off - d*d)
		if c.Y+off > f.rect().Bottom() {
			round = -round
		}
		at.Y = c.Y + round + (end.Y-c.Y)*math.Pow(d/off, 6)
	}
	return at, end, f.sees(x, y)
}

// pointLabels names what was drawn.
func (p *pen) pointLabels(f, d panel) {
	name := label{key: "point", given: true, line: p.set.Line("point-name"), ink: theme.Ink, size: p.style.math, Label: place.Label{At: p.pinned(f, p.m.X, p.facts.Value), Spot: true, Clear: p.clearOf(), To: place.SouthEast}}
	if p.facts.HasSlope {
		p.slopeLabels(f, d, name)
	} else {
		p.cornerLabels(f, d, name)
	}
	p.graphName(f, p.set.Line("definition/"+p.name()), p.set.Line("fn/"+p.letter()))
	p.objectName(d, p.set.Line("prime/"+p.letter()), theme.Pointwise)
}

// slopeLabels are those of a point that has a slope, given its name.
func (p *pen) slopeLabels(f, d panel, name label) {
	s, x, y := p.style, p.m.X, p.facts.Value
	l := label{ink: theme.Pointwise, size: s.math}
	if name.short = name.line; !s.small {
		name.line, name.live = p.set.Line("point"), p.lives(slot("x", p.padded(x)), slot("y", p.padded(y)))
		p.label(name)
	}
	v := p.facts.Slope
	n := l
	n.key, n.line, n.live, n.At, n.To = "image", p.set.Line("prime-at/"+p.letter()), p.lives(slot("x", p.padded(x)), slot("v", p.padded(v))), p.pinned(d, x, v), place.SouthEast
	n.Clear, n.low = p.clearOf(), true
	p.label(n)
	if a, b, ok := f.line(x, y, v); ok {
		n := l
		n.key, n.word, n.size, n.bold = "tangent", figure.TangentWord(p.m), s.word, true
		away := 0.8
		if math.Abs(p.m.H-away) < 0.4 { // there it would name the end of the left secant
			away = p.m.H + 0.5
		}
		n.Along, n.T, n.Of, n.To = [2]Point{a, b}, clamp01((f.at(x-away, 0).X-a.X)/(b.X-a.X)), theTangent, place.NorthWest
		n.Clear = 1.7*p.style.graph + 2*p.k
		if v < 0 {
			n.To = place.NorthEast
		}
		p.label(n)
	}
	if left, base, ok := p.triangle(f); ok && !s.small {
		n := l
		n.size, n.Of, n.Most, n.Clear, n.firm = s.word, theChord, 12, 4*p.k, true
		seen := func(q Point) float64 { // 0 where it comes to the panel's edge
			box := f.rect()
			return clamp01(min(q.X-box.X, box.X+box.W-q.X, q.Y-box.Y, box.Bottom()-q.Y) / 30)
		}
		which, far := 0, f.at(x+1, y+v)
		if left < x { // instead of the one to the right
			which = 1
		}
		there := clamp01(math.Abs(v)/0.08 - 1)
		if which == 0 {
			there *= seen(far)
		} else {
			there *= seen(f.at(left, base)) * clamp01(f.rect().From(far)/30)
		}
		n.fade = 1 - there*seen(f.at(left+0.5, base))
		n.key, n.word, n.At, n.To = runKeys[which], figure.WholeWord(p.m, 1), f.at(left+0.5, base), place.South
		if v < 0 {
			n.To = place.North
		}
		p.label(n)
		n.fade = 1 - there*seen(f.at(left+1, base+v/2))
		n.key, n.word, n.At, n.To = riseKeys[which], figure.NumberWord(p.m, v), f.at(left+1, base+v/2), place.East
		p.label(n)
	}
}

// cornerLabels are those of one that has none. The names stand at the ends of the
// secants, or farther out along them where the secants are short.
func (p *pen) cornerLabels(f, d panel, name label) {
	s, x, y := p.style, p.m.X, p.facts.Value
	reach := max(p.m.H, 0.6)
	l := label{ink: theme.Pointwise, size: s.word, bold: true, Label: place.Label{Clear: p.clearOf(), T: 1}}
	for _, n := range [...]struct {
		key   string
		of    place.Thing
		reach float64
		slope float64
		to    place.Dir
	}{{"right", theRight, reach, p.facts.QuotRight, place.East}, {"left", theLeft, -reach, p.facts.QuotLeft, place.NorthWest}} {
		l.key, l.word, l.Of, l.To = n.key, figure.SecantWord(p.m, n.of == theLeft), n.of, n.to
		l.Along = [2]Point{f.inside(x, y, n.reach/3, n.slope), f.inside(x, y, n.reach, n.slope)}
		p.label(l)
	}
	lo, hi := min(max(p.slopeAt(-1), d.bot), d.top), min(max(p.slopeAt(1), d.bot), d.top)
	p.label(label{key: "hole", low: true, word: figure.NoValueWord(p.m), ink: theme.Pointwise, size: s.word, Label: place.Label{Of: place.Gap, Along: [2]Point{d.at(x, lo-0.01), d.at(x, hi+0.01)}, T: 0.5, Clear: 12 * p.k, To: place.West, Home: true}})
	if !s.small {
		p.label(name)
		for i, k := range [...]float64{1, -1} {
			h := k * p.m.H
			v := p.f.Value(x + h)
			to := place.South // along the level of P, off the secant
			if v < y {
				to = place.North
			}
			p.veiled(figure.HidePoint, func() { // where it ends beyond the panel, nothing is named
				p.label(label{key: hKeys[i], given: true, line: p.set.Line("h"), ink: theme.Pointwise, size: s.math, fade: clamp01(f.off(x+h, v) / 20), firm: true, Label: place.Label{Of: place.Gap, Along: [2]Point{f.at(x+0.3*h, y), f.at(x+0.7*h, y)}, T: 0.5, To: to, Most: 9}})
			})
		}
	}
}

// secantNames names the secants at a point with a slope, where their slopes differ or are
// not written in the column.
func (p *pen) secantNames(f panel) {
	x, y, h := p.m.X, p.facts.Value, p.m.H
	for _, n := range [...]struct {
		key  string
		left bool
		h, s float64
		to   place.Dir
	}{{"right", false, h, p.facts.QuotRight, place.SouthEast}, {"left", true, -h, p.facts.QuotLeft, place.NorthWest}} {
		from, end := f.edge(x, y), f.inside(x, y, n.h, n.s)
		fade := 0.0
		if far := f.off(x+n.h, p.f.Value(x+n.h)); far > 0 { // as much as is seen of the secant
			fade = min(clamp01(far/8), 1-clamp01(end.From(from)/8-2))
		}
		p.label(label{key: n.key, word: figure.SecantWord(p.m, n.left), ink: theme.Pointwise, size: p.style.word, fade: fade, firm: true, Label: place.Label{Along: [2]Point{from, end}, T: 0.8, Of: theSecant, To: n.to, Clear: p.clearOf(), Most: pleasant}})
	}
}

// Keys of labels that there are two of.
var (
	runKeys  = [...]string{"run", "run-left"}
	riseKeys = [...]string{"rise", "rise-left"}
	hKeys    = [...]string{"h", "h-left"}
)

// side is 0 to the right and 1 to the left.
func side(dx float64) int {
	if dx < 0 {
		return 1
	}
	return 0
}
