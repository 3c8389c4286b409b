package calculus

import "math"

// The substitution x = C + W·tanh t turns the bump into
//
//	φ = e^{−v},  v = sinh² t:
//
// the essential singularities at the edges of the support move to t = ±∞ and
// the bump decays there doubly exponentially, as in the tanh-sinh rule of
// Takahasi and Mori. An integral is summed panel by panel with Gauss's rule,
// marching from a start (a break of f, or the centre of the probe) until what
// is added no longer counts. Distances are taken from the start, so that x and
// v are accurate to a few units in the last place, relatively, even where the
// probe barely touches a break.
type march struct {
	x0, w       float64 // the start and the probe's half-width
	t0, v0      float64 // t and v at the start
	grow, cosh0 float64 // e^t0, cosh t0
}

const (
	deepest    = 740   // v where φ = e^{−v} is as good as 0 in float64
	longest    = 0.6   // of a panel in t; tanh has its poles at ±iπ/2
	shortest   = 1e-3  // of a panel in t, except at an end; no probe of the figure needs less
	drop       = 10    // change of v, and of βx for softplus and its slope, in one panel
	negligible = 1e-19 // a panel that adds less, relatively, is the last
)

// from is the march that starts at x, inside the support. At the centre t = 0.
func (b *bump) from(x float64) march {
	t := b.Angle(x)
	e := math.Exp(t)
	return march{x, b.W, t, b.Depth(x), e, (e + 1/e) / 2}
}

// run integrates the quantity along the piece from the start to t = end, up or
// down; end may be infinite. The integral counts as positive both ways.
func (m *march) run(q quantity, p *piece, end float64) float64 {
	if q.vanishes(p) || end == m.t0 {
		return 0
	}
	way := math.Copysign(1, end-m.t0)
	total, size := 0.0, 0.0
	for gone, last := 0.0, false; !last; {
		t := m.t0 + way*gone
		v := m.v0 + math.Sinh(gone)*math.Sinh(gone+2*way*m.t0)
		if way*t >= 0 && v > deepest {
			break
		}
		h := m.step(p, t, way, v, gone)
		corner := q == scale && way*t < -1e-9 && h > -way*t // of |φ′|, at the centre
		if corner {
			h = -way * t
		}
		if left := way*end - way*m.t0 - gone; h >= left {
			h, last = left, true
		}
		added := m.panel(q, p, way, gone, h)
		total += added
		size += math.Abs(added)
		if !corner && math.Abs(added) < negligible*size {
			break
		}
		gone += h
	}
	return total
}

// step is how long the next panel may be. gone is the distance from the start.
func (m *march) step(p *piece, t, way, v, gone float64) float64 {
	h := longest
	if away := math.Abs(t); way*t >= 0 {
		h = min(h, math.Asinh(math.Sqrt(v+drop))-away)
	} else if v > drop {
		h = min(h, away-math.Asinh(math.Sqrt(v-drop)))
	}
	switch p.law {
	case root:
		if m.x0 == 0 && gone > 0 {
			h = min(h, gone) // √|x| is singular at the start
		}
	case softplus, sigmoid:
		// Near x = 0 the formula bends within 1/β and is singular at ±iπ/β, far
		// to the left it is e^{βx}/β, far to the right as good as x. The
		// slope of the logistic function dies away on both sides.
		d, near := way*gone, math.Cosh(max(0, math.Abs(t)-longest))
		y := p.k * (m.x0 + m.w*math.Sinh(d)/(math.Cosh(t)*m.cosh0))
		dy := max(2, 0.7*math.Abs(y))
		if y < 0 || p.law == sigmoid {
			dy = min(dy, drop)
		}
		h = min(h, max(shortest, dy*near*near/(p.k*m.w)))
	}
	return h
}

// panel is Gauss's rule between the distances a and a + h from the start.
// √|x| begins with the substitution t = t0 ± h·ξ², which makes it smooth.
func (m *march) panel(q quantity, p *piece, way, a, h float64) float64 {
	squared := p.law == root && m.x0 == 0 && a == 0
	sum := 0.0
	for i := range legendre {
		ξ, weight := legendre[i].x, legendre[i].weight
		if squared {
			weight *= 2 * ξ
			ξ *= ξ
		}
		d := way * (a + h*ξ)
		e := math.Exp(d)
		sinhd := (e - 1/e) / 2
		if d2 := d * d; d2 < 0.06 {
			sinhd = d * (1 + d2/6*(1+d2/20*(1+d2/42*(1+d2/72*(1+d2/110)))))
		}
		// With t = t0 + d: tanh t − tanh t0 = sinh d/(cosh t·cosh t0) and
		// sinh² t − sinh² t0 = sinh d·sinh(d + 2t0).
		et := e * m.grow
		sinh, cosh := (et-1/et)/2, (et+1/et)/2
		et *= m.grow
		v := m.v0 + sinhd*(et-1/et)/2
		x := m.x0 + m.w*sinhd/(cosh*m.cosh0)
		sum += weight * q.at(p, x, math.Exp(-v), m.w, sinh, cosh)
	}
	return sum * h
}
