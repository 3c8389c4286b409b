// Package stage paints a frame's marks with Ebitengine: one mesh, one shader,
// one draw call, straight to the final screen.
package stage

import (
	"math"

	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Kinds of triangles that are not strokes, told by Custom3.
const (
	plain   = -1 // filled flat
	hatched = -2 // hatched; Custom0 and Custom1 are the place in CSS px
	glyphic = -3 // coverage from the atlas
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
		if k.RingW > 0 {
			m.dot(k.Points[0], k.R+k.RingW/2, m.colors[k.Ring], k.Alpha)
			m.dot(k.Points[0], k.R-k.RingW/2, m.colors[k.Ink], k.Alpha)
		} else {
			m.dot(k.Points[0], k.R, m.colors[k.Ink], k.Alpha)
		}
	}
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
		cuts := 1
		if k.Fade.R > 0 {
			cuts = max(1, int(dist(pts[i], pts[i+1])/8))
		}
		for c := 1; c <= cuts; c++ {
			t := float64(c) / float64(cuts)
			q := scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
			nx, ny := -uy, ux
			if c == cuts {
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

// normal is the mitre at point i of a polyline: the normal of the line, or
// half way between the two normals, lengthened so that the width is kept.
func (m *mesh) normal(pts []scene.Point, i int) (x, y float64) {
	unit := func(a, b scene.Point) (float64, float64) {
		d := dist(a, b)
		return (b.X - a.X) / d, (b.Y - a.Y) / d
	}
	if i == 0 {
		ux, uy := unit(pts[0], pts[1])
		return -uy, ux
	}
	ux, uy := unit(pts[i-1], pts[i])
	if i == len(pts)-1 {
		return -uy, ux
	}
	vx, vy := unit(pts[i], pts[i+1])
	x, y = -uy-vy, ux+vx
	k := 2 / (x*x + y*y)
	return x * k, y * k
}

// fill adds a strip. A fading one is cut along, since a fade is not linear
// from edge to edge; an opaque one gets soft edges by a thin stroke.
func (m *mesh) fill(k *scene.Mark) {
	kind := float32(plain)
	if k.Hatch {
		kind = hatched
	}
	ink := m.mixed(k.Ink, k.To, k.Mix)
	put := func(p scene.Point) {
		v := vertex{DstX: float32(p.X * m.k), DstY: float32(p.Y * m.k), Custom0: float32(p.X), Custom1: float32(p.Y), Custom3: kind}
		ink.on(&v, k.Alpha*k.Fade.At(p))
		m.vs = append(m.vs, v)
	}
	cuts := 1
	if k.Fade.R > 0 {
		cuts = 16
	}
	mix := func(a, b scene.Point, t float64) scene.Point {
		return scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	for i := 0; i+3 < len(k.Points); i += 2 {
		a0, b0, a1, b1 := k.Points[i], k.Points[i+1], k.Points[i+2], k.Points[i+3]
		if cuts == 1 { // a strip along the pairs
			if i == 0 {
				put(a0)
				put(b0)
			}
			put(a1)
			put(b1)
			m.quad()
			continue
		}
		put(a0) // a strip across from a to b
		put(a1)
		for c := 1; c <= cuts; c++ {
			t := float64(c) / float64(cuts)
			put(mix(a0, b0, t))
			put(mix(a1, b1, t))
			m.quad()
		}
	}
	if k.Alpha == 1 && !k.Hatch && len(k.Points) <= 8 {
		m.pts = m.pts[:0]
		for i := 0; i < len(k.Points); i += 2 {
			m.pts = append(m.pts, k.Points[i])
		}
		for i := len(k.Points) - 1; i > 0; i -= 2 {
			m.pts = append(m.pts, k.Points[i])
		}
		m.pts = append(m.pts, m.pts[0])
		edge := scene.Mark{Ink: k.Ink, To: k.To, Mix: k.Mix, Alpha: 1, Width: 1 / m.k}
		pts := m.pts
		m.smooth(pts, &edge)
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
