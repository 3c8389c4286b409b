//go:build !js

package e2e

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// Difference says how far two pictures of the same size are apart.
type Difference struct {
	Mean float64 // of all pixels and channels, 0 … 255
	Off  float64 // share of pixels that no neighbour in the other picture comes near, 0 … 1
}

// sameEdge is how far apart two pixels may be, in the sum of their channels, to
// count as the same edge.
const sameEdge = 120

// compare measures how far apart two pictures are. Pictures of different
// sizes are as far apart as can be.
func compare(a, b image.Image) Difference {
	if a.Bounds().Size() != b.Bounds().Size() {
		return Difference{255, 1}
	}
	p, q := flat(a), flat(b)
	w, h := p.Rect.Dx(), p.Rect.Dy()
	sum, off := 0, 0
	for y := range h {
		for x := range w {
			d := apart(p, x, y, q, x, y)
			sum += d
			if d > sameEdge && (alone(p, q, x, y) || alone(q, p, x, y)) {
				off++
			}
		}
	}
	n := float64(w * h)
	return Difference{float64(sum) / (3 * n), float64(off) / n}
}

// alone reports whether no pixel around (x, y) in q is near p's.
func alone(p, q *image.RGBA, x, y int) bool {
	for v := max(y-1, 0); v <= min(y+1, q.Rect.Dy()-1); v++ {
		for u := max(x-1, 0); u <= min(x+1, q.Rect.Dx()-1); u++ {
			if apart(p, x, y, q, u, v) <= sameEdge {
				return false
			}
		}
	}
	return true
}

func apart(p *image.RGBA, x, y int, q *image.RGBA, u, v int) (sum int) {
	i, j := p.PixOffset(x, y), q.PixOffset(u, v)
	for k := range 3 {
		d := int(p.Pix[i+k]) - int(q.Pix[j+k])
		sum += max(d, -d)
	}
	return sum
}

// flat is the picture as RGBA from (0, 0).
func flat(m image.Image) *image.RGBA {
	f := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(f, f.Rect, m, m.Bounds().Min, draw.Src)
	return f
}

// line is white with a black vertical line, w pixels wide from x.
func line(x, w int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 40, 40))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	for y := range 40 {
		for i := range w {
			m.Set(x+i, y, color.Black)
		}
	}
	return m
}

func TestCompare(t *testing.T) {
	if d := compare(line(10, 2), line(10, 2)); d != (Difference{}) {
		t.Errorf("a picture differs from itself by %+v", d)
	}
	if d := compare(line(10, 2), line(11, 2)); d.Off != 0 || d.Mean == 0 {
		t.Errorf("an edge moved by a pixel differs by %+v, want none off", d)
	}
	if d := compare(line(10, 2), line(14, 2)); d.Off < 0.05 {
		t.Errorf("an edge moved by four pixels differs by %+v, want 4 of 40 columns off", d)
	}
	if d := compare(line(10, 2), image.NewRGBA(image.Rect(0, 0, 3, 3))); d.Off != 1 {
		t.Errorf("pictures of different sizes differ by %+v", d)
	}
}
