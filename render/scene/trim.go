package scene

import (
	"math"
	"relu-three-ways/render/scene/place"
)

// trim cuts the marks from index n on to a box: strokes and fills where they
// leave it; a disc whose centre is outside goes. Glyphs stay, since labels keep
// inside by themselves.
func (p *pen) trim(b Rect, n int) {
	const hair = 0.01 // px
	b = b.Grown(hair)
	whole := true
	for i := n; i < len(p.Marks); i++ {
		whole = whole && b.Holds(p.Marks[i].Points)
	}
	if whole {
		return
	}
	p.uncut = append(p.uncut[:0], p.Marks[n:]...)
	p.Marks = p.Marks[:n]
	for _, m := range p.uncut {
		switch {
		case m.Kind == Glyphs || b.Holds(m.Points):
			p.Marks = append(p.Marks, m)
		case m.Kind == Stroke:
			p.trimStroke(b, m)
		case m.Kind == Fill:
			p.trimFill(b, m)
		}
	}
}

// trimStroke adds the stretches of a stroke that are in a box.
func (p *pen) trimStroke(b Rect, m Mark) {
	from := len(p.points)
	flush := func() {
		if len(p.points) > from+1 {
			m.Points = p.since(from)
			p.Marks = append(p.Marks, m)
		}
		from = len(p.points)
	}
	for i := 1; i < len(m.Points); i++ {
		s := place.Segment{A: m.Points[i-1], B: m.Points[i]}
		t0, t1, ok := s.Clipped(b)
		if !ok {
			flush()
			continue
		}
		if t0 > 0 || len(p.points) == from {
			flush()
			p.points = append(p.points, s.A.Toward(s.B, t0))
		}
		p.points = append(p.points, s.A.Toward(s.B, t1))
		if t1 < 1 {
			flush()
		}
	}
	flush()
}

// trimFill adds the part of a fill that is in a box. A strip of upright pairs is
// cut pair by pair; another one has to be convex, as the sector of a fan is.
func (p *pen) trimFill(b Rect, m Mark) {
	upright := true
	for i := 0; i+1 < len(m.Points); i += 2 {
		upright = upright && math.Abs(m.Points[i].X-m.Points[i+1].X) < 1e-6
	}
	n := len(p.points)
	if upright {
		p.trimStrip(b, m.Points)
	} else {
		p.trimConvex(b, m.Points)
	}
	if len(p.points) >= n+4 {
		m.Points = p.since(n)
		p.Marks = append(p.Marks, m)
	}
}

// trimStrip appends a strip of upright pairs, cut to a box.
func (p *pen) trimStrip(b Rect, pts []Point) {
	y := func(v float64) float64 { return min(max(v, b.Y), b.Y+b.H) }
	put := func(x, a, c float64) { p.points = append(p.points, pt(x, y(a)), pt(x, y(c))) }
	for i := 0; i+1 < len(pts); i += 2 {
		now := [2]Point{pts[i], pts[i+1]}
		if i > 0 {
			last := [2]Point{pts[i-2], pts[i-1]}
			// Where the box begins or ends, or an edge of the strip crosses it, there
			// is a pair of its own.
			var at [6]float64
			k := 0
			add := func(t float64) {
				if t > 0 && t < 1 {
					at[k] = t
					k++
				}
			}
			for _, x := range [...]float64{b.X, b.X + b.W} {
				add((x - last[0].X) / (now[0].X - last[0].X))
			}
			for j := range now {
				for _, v := range [...]float64{b.Y, b.Y + b.H} {
					add((v - last[j].Y) / (now[j].Y - last[j].Y))
				}
			}
			sortFew(at[:k])
			for _, t := range at[:k] {
				if x := lerp(last[0].X, now[0].X, t); x >= b.X-1e-6 && x <= b.X+b.W+1e-6 {
					put(x, lerp(last[0].Y, now[0].Y, t), lerp(last[1].Y, now[1].Y, t))
				}
			}
		}
		if now[0].X >= b.X && now[0].X <= b.X+b.W {
			put(now[0].X, now[0].Y, now[1].Y)
		}
	}
}

// sortFew sorts a handful of numbers.
func sortFew(v []float64) {
	for i := range v {
		for j := i; j > 0 && v[j] < v[j-1]; j-- {
			v[j], v[j-1] = v[j-1], v[j]
		}
	}
}

// trimConvex appends the part of a convex strip that is in a box, by cutting its
// outline at one side of the box after another (Sutherland and Hodgman).
func (p *pen) trimConvex(b Rect, pts []Point) {
	in, out := p.cutting[0][:0], p.cutting[1][:0]
	for i := 0; i < len(pts); i += 2 {
		in = append(in, pts[i])
	}
	for i := len(pts) - 1; i > 0; i -= 2 {
		in = append(in, pts[i])
	}
	for side := range 4 {
		inside := func(q Point) float64 { // how far it is inside of the side
			switch side {
			case 0:
				return q.X - b.X
			case 1:
				return b.X + b.W - q.X
			case 2:
				return q.Y - b.Y
			}
			return b.Y + b.H - q.Y
		}
		out = out[:0]
		for i, q := range in {
			last := in[(i+len(in)-1)%len(in)]
			d, e := inside(last), inside(q)
			if d < 0 != (e < 0) {
				out = append(out, last.Toward(q, d/(d-e)))
			}
			if e >= 0 {
				out = append(out, q)
			}
		}
		in, out = out, in
	}
	for i, j := 0, len(in)-1; i <= j; i, j = i+1, j-1 {
		p.points = append(p.points, in[i], in[j])
	}
	p.cutting[0], p.cutting[1] = in, out
}
