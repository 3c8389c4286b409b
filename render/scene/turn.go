package scene

import (
	"math"

	"relu-three-ways/render/figure"
)

// part says what becomes of a mark when another lens is chosen.
type part uint8

const (
	passing part = iota // it goes with its lens
	upper               // the graph, its axes, the guide and the point: they move to the new lens's
	lower               // the graph of the derivative: it hands over to that of the new lens
	hole                // an open circle of the lower graph, which closes
	column              // the vertical segment of the lower graph, which fills upward and thins
	bump                // the probe, which rises from its axis
)

// panels are where the parts of a frame stand that outlive a change of lens.
type panels struct{ upper, lower panel }

// as draws what f draws as a part of the picture.
func (p *pen) as(k part, f func()) {
	was := p.part
	p.part = k
	f()
	p.part = was
}

// Times of a change of lens, as shares of it (520 ms, the old
// ink out in 160, the new in in 320 from 200).
const (
	inkOut   = 160.0 / 520
	inkIn    = 200.0 / 520
	inkTakes = 320.0 / 520
)

// turnLens turns the frame of the new lens into one on the way there from the
// old lens's: what both have moves, the rest of the old goes and then the rest
// of the new comes.
func (p *pen) turnLens(m figure.Model, ask Ask) {
	t := m.Turn.Share()
	old := m
	old.Lens, old.Turn, old.Lit = m.Turn.Lens, figure.Turn{}, figure.NoTerm
	if p.Frame.other == nil {
		p.Frame.other = &Frame{}
	}
	ask.Still, ask.partner = true, m.Lens
	Draw(p.Frame.other, old, ask)
	k := cubic(t)
	before, now := p.Frame.other.panels, p.Frame.panels
	way := panels{before.upper.toward(now.upper, k), before.lower.toward(now.lower, k)}
	leaving, coming := 1-ease(t/inkOut), ease((t-inkIn)/inkTakes)
	carry := func(q *Mark, from panels, share, others float64) {
		a, b := from.upper, way.upper
		alpha := clamp01(2 * share)
		switch q.part {
		case passing:
			q.Alpha *= others
			return
		case lower, hole, column:
			a, b = from.lower, way.lower
		}
		q.Alpha *= alpha
		for i := range q.Points {
			q.Points[i] = b.place(a, q.Points[i])
		}
		if len(q.Glyphs) > 0 { // they move together and keep their size
			g := q.Glyphs[0]
			to := b.place(a, pt(g.X, g.Y))
			for i := range q.Glyphs {
				q.Glyphs[i].X += to.X - g.X
				q.Glyphs[i].Y += to.Y - g.Y
			}
		}
		if q.Fade.R > 0 {
			q.Fade = q.Fade.moved(b, a)
		}
		both := m.Lens == figure.Compare || old.Lens == figure.Compare // which shows the same in its columns
		switch {
		case q.part == hole && !both:
			q.R, q.RingW = q.R*share, q.RingW*share
		case q.part == column && !both && len(q.Points) == 2:
			if m.Lens == figure.Dist || old.Lens == figure.Dist { // it thins to the dashes of the step
				q.Width = lerp(q.Width, p.style.graph*0.7, 1-share)
			} else {
				q.Points[1] = q.Points[0].Toward(q.Points[1], share)
			}
		case q.part == bump:
			for i := range q.Points {
				q.Points[i].Y = b.y0 + (q.Points[i].Y-b.y0)*share
			}
		}
	}
	for i := range p.Marks {
		carry(&p.Marks[i], now, k, coming)
	}
	for i := range p.Frame.other.Marks {
		q := p.Frame.other.Marks[i]
		carry(&q, before, 1-k, leaving)
		if q.Alpha > 0 {
			p.Marks = append(p.Marks, q)
		}
	}
	for i := range p.Words {
		p.Words[i].Fade = 1 - (1-p.Words[i].Fade)*coming
	}
}

// place is where a point of another panel is in this one.
//
//go:noinline
func (a panel) place(from panel, q Point) Point {
	return pt(a.x0+(q.X-from.x0)*a.ux/from.ux, a.y0+(q.Y-from.y0)*a.uy/from.uy)
}

// cubic is the timing of a change of lens, cubic-bezier(.65, 0, .35, 1): slow,
// quick, slow.
func cubic(t float64) float64 {
	x := func(s float64) float64 { return 3*(1-s)*(1-s)*s*0.65 + 3*(1-s)*s*s*0.35 + s*s*s }
	lo, hi := 0.0, 1.0
	for range 30 {
		if s := (lo + hi) / 2; x(s) < t {
			lo = s
		} else {
			hi = s
		}
	}
	s := (lo + hi) / 2
	return 3*(1-s)*s*s + s*s*s
}

// opening returns how far the tangent has opened into the two secants, in
// [0, 1], and the slopes at which they are drawn meanwhile.
func (p *pen) opening() (k, left, right float64) {
	t := p.m.Turn
	left, right = p.facts.QuotLeft, p.facts.QuotRight
	if t.Kind != figure.OpenTurn {
		return 1, left, right
	}
	k = 1 - math.Pow(1-t.Share(), 3)
	return k, lerp(t.Slope, left, k), lerp(t.Slope, right, k)
}
