// Package stage paints a frame's marks with Ebitengine: one mesh, one shader,
// one draw call, straight to the final screen.
package stage

import (
	"math"

	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// How marks become triangles, kind by kind; strokes, which are most of them, with their
// joins, ends and dashes. All write into the one mesh.

// Kinds of triangles that are not strokes, told by Custom3.
const (
	plain   = -1 // filled flat
	hatched = -2 // hatched; Custom0 and Custom1 are the place in CSS px, Custom2 is device px to each
	glyphic = -3 // coverage from the atlas
	ringed  = -4 // ring, less its width; Custom0 and Custom1 are the place, Custom2 is the radius, device px
)

// mesh collects the triangles of a frame. Its buffers are used again.
type mesh struct {
	vs     []vertex
	is     []uint32
	k      float64 // device px per CSS px
	theme  theme.Theme
	colors [theme.Roles]paint
	pts    []scene.Point // scratch
	runs   []scene.Point
	cuts   []float64
}

// begin starts a frame.
func (m *mesh) begin(k float64, t theme.Theme) {
	m.vs, m.is, m.k, m.theme = m.vs[:0], m.is[:0], k, t
	for r, c := range t.Colors {
		m.colors[r] = paint{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255}
	}
}

// paint is a colour on its way to another, not premultiplied.
type paint [3]float32

// mixed is the colour a share k of the way from one role to another.
func (m *mesh) mixed(ink, to theme.Role, k float64) paint {
	if k <= 0 {
		return m.colors[ink]
	}
	c := m.theme.Mix(ink, to, k)
	return paint{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255}
}

// colour sets a vertex's colour, premultiplied.
func (c paint) on(v *vertex, alpha float64) {
	a := float32(alpha)
	v.ColorR, v.ColorG, v.ColorB, v.ColorA = c[0]*a, c[1]*a, c[2]*a, a
}

// quad adds the two triangles of the last four vertices, given in a Z.
func (m *mesh) quad() {
	n := uint32(len(m.vs))
	m.is = append(m.is, n-4, n-3, n-2, n-3, n-1, n-2)
}

// add adds a mark, but for glyphs, which need the atlas.
func (m *mesh) add(k *scene.Mark) {
	switch k.Kind {
	case scene.Stroke:
		m.stroke(k)
	case scene.Fill:
		m.fill(k)
	case scene.Disc:
		switch {
		case k.RingW > 0 && k.Alpha < 1: // and the ring may not shine through the core
			m.dot(k.Points[0], k.R-k.RingW/2, m.colors[k.Ink], k.Alpha)
			m.ring(k.Points[0], k.R, k.RingW, m.colors[k.Ring], k.Alpha)
		case k.RingW > 0:
			m.dot(k.Points[0], k.R+k.RingW/2, m.colors[k.Ring], 1)
			m.dot(k.Points[0], k.R-k.RingW/2, m.colors[k.Ink], 1)
		default:
			m.dot(k.Points[0], k.R, m.colors[k.Ink], k.Alpha)
		}
	}
}

// ring is a circle of radius r in a line of width w.
func (m *mesh) ring(c scene.Point, r, w float64, ink paint, alpha float64) {
	r, w = r*m.k, w*m.k
	e := r + w/2 + 1
	for _, s := range [4][2]float64{{-1, -1}, {-1, 1}, {1, -1}, {1, 1}} {
		v := vertex{DstX: float32(c.X*m.k + s[0]*e), DstY: float32(c.Y*m.k + s[1]*e), Custom0: float32(s[0] * e), Custom1: float32(s[1] * e), Custom2: float32(r), Custom3: float32(ringed - w)}
		ink.on(&v, alpha)
		m.vs = append(m.vs, v)
	}
	m.quad()
}

// dot is a stroke of no length.
func (m *mesh) dot(c scene.Point, r float64, ink paint, alpha float64) {
	hw := r * m.k
	e := hw + 1
	x, y := c.X*m.k, c.Y*m.k
	for _, s := range [4][2]float64{{-1, -1}, {-1, 1}, {1, -1}, {1, 1}} {
		v := vertex{DstX: float32(x + s[0]*e), DstY: float32(y + s[1]*e), Custom0: float32(s[1] * e), Custom1: float32(s[0] * e), Custom2: float32(hw)}
		ink.on(&v, alpha)
		m.vs = append(m.vs, v)
	}
	m.quad()
}

// sharp is the cosine of the turn beyond which a joint is made of two round
// ends; below it the joint is mitred.
const sharp = 0.8

// stroke cuts a polyline into dashes and, at sharp corners, into runs.
func (m *mesh) stroke(k *scene.Mark) {
	if k.Dash.On > 0 {
		dashes(k.Points, k.Dash, func(pts []scene.Point) { m.smooth(pts, k) }, &m.pts)
		return
	}
	m.smooth(k.Points, k)
}

// smooth cuts at sharp corners.
func (m *mesh) smooth(pts []scene.Point, k *scene.Mark) {
	m.runs = m.runs[:0]
	for _, q := range pts {
		n := len(m.runs)
		if n > 0 && dist(m.runs[n-1], q) < 1e-3 {
			continue
		}
		if n > 1 {
			a, b := m.runs[n-2], m.runs[n-1]
			if cosine(a, b, q) < sharp {
				m.run(m.runs, k)
				m.runs = append(m.runs[:0], b)
			}
		}
		m.runs = append(m.runs, q)
	}
	if len(m.runs) == 1 {
		m.dot(m.runs[0], k.Width/2, m.mixed(k.Ink, k.To, k.Mix), k.Alpha)
		return
	}
	m.run(m.runs, k)
}

// run adds a polyline without sharp corners as a strip, each pair of vertices
// shared by the quads before and after it: the joints are mitred, so that no
// pixel is painted twice, and the ends are capped by the shader.
func (m *mesh) run(pts []scene.Point, k *scene.Mark) {
	if len(pts) < 2 {
		return
	}
	hw := k.Width / 2 * m.k
	e := hw + 1
	length := 0.0
	for i := 1; i < len(pts); i++ {
		length += dist(pts[i-1], pts[i]) * m.k
	}
	ink := m.mixed(k.Ink, k.To, k.Mix)
	half := hw
	if k.Cap == scene.Butt {
		half = -hw
	}
	along := 0.0
	pair := func(p scene.Point, nx, ny, s float64, f float64) {
		for _, side := range [2]float64{-1, 1} {
			v := vertex{DstX: float32(p.X + side*e*nx), DstY: float32(p.Y + side*e*ny), Custom0: float32(side * e), Custom1: float32(s), Custom2: float32(half), Custom3: float32(length)}
			ink.on(&v, k.Alpha*f)
			m.vs = append(m.vs, v)
		}
	}
	scale := func(p scene.Point) scene.Point { return scene.Point{X: p.X * m.k, Y: p.Y * m.k} }
	for i := 0; i+1 < len(pts); i++ {
		a, b := scale(pts[i]), scale(pts[i+1])
		d := dist(a, b)
		ux, uy := (b.X-a.X)/d, (b.Y-a.Y)/d
		n1x, n1y := m.normal(pts, i+1)
		if i == 0 {
			pair(scene.Point{X: a.X - e*ux, Y: a.Y - e*uy}, -uy, ux, -e, k.Fade.At(pts[0]))
			pair(a, -uy, ux, 0, k.Fade.At(pts[0]))
			m.quad()
		}
		m.cuts = m.cuts[:0]
		if k.Fade.R > 0 {
			m.cuts = k.Fade.AppendCuts(m.cuts, pts[i], pts[i+1])
		} else {
			m.cuts = append(m.cuts, 1)
		}
		for _, t := range m.cuts {
			q := scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
			nx, ny := -uy, ux
			if t == 1 {
				nx, ny = n1x, n1y
			}
			pair(q, nx, ny, along+d*t, k.Fade.At(scene.Point{X: q.X / m.k, Y: q.Y / m.k}))
			m.quad()
		}
		along += d
		if i+2 == len(pts) {
			pair(scene.Point{X: b.X + e*ux, Y: b.Y + e*uy}, -uy, ux, along+e, k.Fade.At(pts[i+1]))
			m.quad()
		}
	}
}

// normal is the mitre at point i of a polyline, or the normal at an end of it.
func (m *mesh) normal(pts []scene.Point, i int) (x, y float64) {
	if i == 0 {
		return mitre(pts[0], pts[0], pts[1])
	}
	return mitre(pts[i-1], pts[i], pts[min(i+1, len(pts)-1)])
}

// mitre is half way between the normals of ab and bc, lengthened so that a
// stroke around them keeps its width; of one of them, where the other has no
// length, it is the normal.
func mitre(a, b, c scene.Point) (x, y float64) {
	d, e := dist(a, b), dist(b, c)
	if d == 0 {
		return -(c.Y - b.Y) / e, (c.X - b.X) / e
	}
	ux, uy := (b.X-a.X)/d, (b.Y-a.Y)/d
	if e == 0 {
		return -uy, ux
	}
	vx, vy := (c.X-b.X)/e, (c.Y-b.Y)/e
	x, y = -uy-vy, ux+vx
	k := 2 / (x*x + y*y)
	return x * k, y * k
}

// fill adds a strip along its pairs.
func (m *mesh) fill(k *scene.Mark) {
	kind := float32(plain)
	switch {
	case k.Fade.R > 0:
		m.wash(k)
		return
	case k.Hatch:
		kind = hatched
	case len(k.Points) <= 8:
		m.polygon(k)
		return
	}
	ink := m.mixed(k.Ink, k.To, k.Mix)
	for i, p := range k.Points {
		v := vertex{DstX: float32(p.X * m.k), DstY: float32(p.Y * m.k), Custom0: float32(p.X), Custom1: float32(p.Y), Custom2: float32(m.k), Custom3: kind}
		ink.on(&v, k.Alpha)
		m.vs = append(m.vs, v)
		if i > 2 && i%2 == 1 {
			m.quad()
		}
	}
}

// wash adds a strip that fades: a triangle to each stretch of its rim, cut where
// the fade has its stops.
func (m *mesh) wash(k *scene.Mark) {
	c, ink := k.Fade.Centre, m.mixed(k.Ink, k.To, k.Mix)
	m.pts = k.Fade.Rim(m.pts[:0], k.Points)
	stops := scene.FadeStops()
	put := func(p scene.Point, s scene.FadeStop) {
		v := vertex{DstX: float32((c.X + (p.X-c.X)*s.Share) * m.k), DstY: float32((c.Y + (p.Y-c.Y)*s.Share) * m.k), Custom3: plain}
		ink.on(&v, k.Alpha*s.Left)
		m.vs = append(m.vs, v)
	}
	for i := 1; i < len(m.pts); i++ {
		a, b := m.pts[i-1], m.pts[i]
		put(c, scene.FadeStop{Left: 1})
		for j, s := range stops {
			put(a, s)
			put(b, s)
			if n := uint32(len(m.vs)); j == 0 {
				m.is = append(m.is, n-3, n-2, n-1)
			} else {
				m.quad()
			}
		}
	}
}

// polygon adds a small convex fill, the head of an arrow, whose edges are seen.
// They are soft over one device pixel, half of it on either side.
func (m *mesh) polygon(k *scene.Mark) {
	m.pts = m.pts[:0]
	corner := func(q scene.Point) {
		q = scene.Point{X: q.X * m.k, Y: q.Y * m.k}
		if n := len(m.pts); n == 0 || dist(m.pts[n-1], q) > 1e-3 && dist(m.pts[0], q) > 1e-3 {
			m.pts = append(m.pts, q)
		}
	}
	for i := 0; i < len(k.Points); i += 2 {
		corner(k.Points[i])
	}
	for i := len(k.Points) - 1; i > 0; i -= 2 {
		corner(k.Points[i])
	}
	n := len(m.pts)
	if n < 3 {
		return
	}
	out := 0.5 // the way outward along a mitre
	if a, b, c := m.pts[0], m.pts[1], m.pts[2]; (b.X-a.X)*(c.Y-b.Y) < (b.Y-a.Y)*(c.X-b.X) {
		out = -0.5
	}
	ink, first := m.mixed(k.Ink, k.To, k.Mix), uint32(len(m.vs))
	for i, q := range m.pts {
		x, y := mitre(m.pts[(i+n-1)%n], q, m.pts[(i+1)%n])
		for _, s := range [2]float64{-out, out} { // in it and beyond it
			v := vertex{DstX: float32(q.X - s*x), DstY: float32(q.Y - s*y), Custom3: plain}
			ink.on(&v, k.Alpha*(0.5-s/out/2))
			m.vs = append(m.vs, v)
		}
	}
	for i := range uint32(n) {
		a, b := first+2*i, first+2*((i+1)%uint32(n))
		m.is = append(m.is, a, a+1, b, a+1, b+1, b)
		if i > 0 && i+1 < uint32(n) {
			m.is = append(m.is, first, a, b)
		}
	}
}

func dist(a, b scene.Point) float64 {
	x, y := b.X-a.X, b.Y-a.Y
	return math.Sqrt(x*x + y*y) // no length on a screen needs the care of math.Hypot
}

// cosine is the cosine of the turn at b.
func cosine(a, b, c scene.Point) float64 {
	return ((b.X-a.X)*(c.X-b.X) + (b.Y-a.Y)*(c.Y-b.Y)) / max(dist(a, b)*dist(b, c), 1e-12)
}

// dashes calls f with each dash of a polyline; the pattern runs on around
// corners. The points are the caller's to use until f returns.
func dashes(pts []scene.Point, d scene.Dash, f func([]scene.Point), scratch *[]scene.Point) {
	if len(pts) < 2 || d.On <= 0 || d.Off < 0 {
		return
	}
	on, left := true, d.On
	out := append((*scratch)[:0], pts[0])
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := dist(a, b)
		for s := 0.0; n-s > left; {
			s += left
			q := scene.Point{X: a.X + (b.X-a.X)*s/n, Y: a.Y + (b.Y-a.Y)*s/n}
			if on {
				out = append(out, q)
				f(out)
				out, left = out[:0], d.Off
			} else {
				out, left = append(out[:0], q), d.On
			}
			on = !on
			a, n, s = q, n-s, 0
		}
		left -= n
		if on {
			out = append(out, b)
		}
	}
	if on && len(out) > 1 {
		f(out)
	}
	*scratch = out
}
