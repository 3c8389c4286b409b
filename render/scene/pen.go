package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

//go:noinline
func clamp01(v float64) float64 { return min(1, max(0, v)) }

// pen draws one frame. It holds what every part of the drawing needs, and
// adds marks, words and spots to the frame in the order in which they are
// seen.
type pen struct {
	*Frame
	plan
	theme     theme.Theme
	still     bool
	bare      bool   // no scrubber
	title     string // in place of the question, or ""
	ask       Ask
	part      part        // of the marks that are added now
	veil      figure.Hide // with what they are kept back
	view      view        // what the panels show
	inPlot    int8        // the panel that they are in
	what      place.Thing // the strokes that are added now
	following bool        // labels stand by a picture at rest
	edge      Rect        // no label leaves it

	partner figure.Lens // the other lens of a change

	hatch    [2]float64 // px² of the hatching right and left of the point
	trackEnd float64    // px where the column's slider ends, its value included
	headTop  float64    // px where the heads of Compare's columns begin
	heading  heading    // question and claim above them
	floor    float64    // px where the sentence under them begins
	foot     equationSize
}

// add appends a mark and returns it for the details.
//
//go:noinline
func (p *pen) add(k Kind, ink theme.Role, alpha float64) *Mark {
	p.Marks = append(p.Marks, Mark{Kind: k, Ink: ink, Alpha: alpha, Plot: p.inPlot, part: p.part, veil: p.veil})
	p.ground.Ink.Role = ink
	return &p.Marks[len(p.Marks)-1]
}

// stroke draws a polyline, as solid as alpha 1.
func (p *pen) stroke(ink theme.Role, width float64, pts ...Point) *Mark {
	m := p.add(Stroke, ink, 1)
	m.Width = width
	m.Points = p.keep(pts)
	return m
}

// keep copies points into the frame's own store.
func (p *pen) keep(pts []Point) []Point {
	n := len(p.points)
	p.points = append(p.points, pts...)
	return p.since(n)
}

// since is what the store of points holds from index n on.
func (p *pen) since(n int) []Point { return p.points[n:len(p.points):len(p.points)] }

// text draws live text, left edge and baseline at (x, y).
func (p *pen) text(text []byte, x, y, size float64, ink theme.Role) *Mark {
	n := len(p.glyphs)
	p.glyphs = p.set.Text(p.glyphs, text, x, y, size, ink)
	m := p.glyph(n, ink, 1)
	p.fromText(m, text, false, pt(x, y), size)
	return m
}

// disc draws a disc with a ring around its edge.
func (p *pen) disc(at Point, r float64, ink, ring theme.Role, ringW float64) *Mark {
	m := p.add(Disc, ink, 1)
	m.Points = p.keep([]Point{at})
	m.R, m.Ring, m.RingW = r, ring, ringW
	return m
}

// dot draws a disc that no label covers.
func (p *pen) dot(at Point, r float64, ink, ring theme.Role, ringW float64) {
	p.take(boxAround(at, r))
	p.disc(at, r, ink, ring, ringW)
}

// boxAround is the box around a disc.
//
//go:noinline
func boxAround(at Point, r float64) Rect { return rect(at.X, at.Y, 0, 0).Grown(r) }

// open draws the open circle of a point that is missing.
func (p *pen) open(at Point, ink theme.Role) {
	r := p.style.open() + p.style.openW()/2
	p.take(boxAround(at, r))
	m := p.disc(at, p.style.open(), theme.Paper, ink, p.style.openW())
	if p.part == lower {
		m.part = hole
	}
}

// fill draws the strip between the pairs of points.
func (p *pen) fill(ink theme.Role, alpha float64, pairs ...Point) *Mark {
	m := p.add(Fill, ink, alpha)
	m.Points = p.keep(pairs)
	return m
}

// draws says what thing it is that f draws.
func (p *pen) draws(what place.Thing, f func()) {
	was := p.what
	p.what = what
	f()
	p.what = was
}

// avoid asks labels to keep off the stroke that was drawn last. Where it goes on
// straight, to a hair, it is one segment.
func (p *pen) avoid(pts []Point) {
	const hair = 0.1 // px
	for i := 1; i < len(pts); {
		a, b := pts[i-1], pts[i]
		dx, dy := b.X-a.X, b.Y-a.Y
		off := hair * b.From(a)
		for i++; i < len(pts); i++ {
			x, y := pts[i].X-b.X, pts[i].Y-b.Y
			if !(math.Abs((pts[i].X-a.X)*dy-(pts[i].Y-a.Y)*dx) < off) || x*dx+y*dy < 0 {
				break
			}
			b = pts[i]
		}
		p.ground.Ink.Add(a, b, p.what)
	}
}

// avoidWide asks labels to keep off both sides of a wide straight stroke, as far as
// they are in the panel.
func (p *pen) avoidWide(m *Mark) {
	a, b := m.Points[0], m.Points[1]
	d := max(b.From(a), 1e-9)
	nx, ny := (b.Y-a.Y)/d*m.Width/2, (a.X-b.X)/d*m.Width/2
	if m.Cap == Round {
		a, b = pt(a.X+ny, a.Y-nx), pt(b.X-ny, b.Y+nx)
	}
	for _, k := range [...]float64{-1, 1} {
		s := place.Segment{A: pt(a.X+k*nx, a.Y+k*ny), B: pt(b.X+k*nx, b.Y+k*ny)}
		t0, t1, seen := 0.0, 1.0, true
		if p.inPlot > 0 {
			t0, t1, seen = s.Clipped(p.Plots[p.inPlot-1])
		}
		if seen {
			p.ground.Ink.Add(s.A.Toward(s.B, t0), s.A.Toward(s.B, t1), p.what)
		}
	}
}

// avoidSeen asks labels to keep off a straight stroke, as far as it has not
// faded from sight.
func (p *pen) avoidSeen(m *Mark) {
	const faint, n = 0.25, 96
	a, b := m.Points[0], m.Points[1]
	first, last := n+1, -1
	for i := 0; i <= n; i++ {
		t := float64(i) / n
		if m.Fade.At(pt(lerp(a.X, b.X, t), lerp(a.Y, b.Y, t))) > faint {
			first, last = min(first, i), i
		}
	}
	if last > first {
		t, u := float64(first)/n, float64(last)/n
		p.ground.Ink.Add(pt(lerp(a.X, b.X, t), lerp(a.Y, b.Y, t)), pt(lerp(a.X, b.X, u), lerp(a.Y, b.Y, u)), p.what)
	}
}

// glyph adds a mark of the glyphs that were placed since there were n.
//
//go:noinline
func (p *pen) glyph(n int, ink theme.Role, alpha float64) *Mark {
	m := p.add(Glyphs, ink, alpha)
	m.Glyphs = p.glyphs[n:len(p.glyphs):len(p.glyphs)]
	return m
}

// dotted draws the dotted guide between two places.
func (p *pen) dotted(a, b Point) {
	m := p.stroke(theme.Axis, p.style.axis, a, b)
	m.Dash = p.style.dots()
	p.avoid(m.Points)
}

// circle draws a ring of width w.
func (p *pen) circle(c Point, r, w float64, ink theme.Role) {
	const n = 48
	n0 := len(p.points)
	for i := 0; i <= n; i++ {
		s, k := math.Sincos(2 * math.Pi * float64(i) / n)
		p.points = append(p.points, pt(c.X+r*k, c.Y+r*s))
	}
	m := p.add(Stroke, ink, 1)
	m.Width = w
	m.Points = p.since(n0)
}

// take reserves a box.
//
//go:noinline
func (p *pen) take(b Rect) { p.ground.Taken = append(p.ground.Taken, b) }

// ease goes from 0 to 1, smoothly, and stays there.
//
//go:noinline
func ease(t float64) float64 {
	t = clamp01(t)
	return t * t * (3 - 2*t)
}

// lerp is a share k of the way from a to b.
func lerp(a, b, k float64) float64 { return a + (b-a)*k }
