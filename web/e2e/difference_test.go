//go:build !js

package e2e

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"
)

// Difference says how far two pictures of the same size are apart.
type Difference struct {
	Mean  float64     // of all pixels and channels, 0 … 255
	Off   float64     // share of pixels that no neighbour in the other picture comes near, 0 … 1
	Patch float64     // of the mean colours of the patch where they differ most, of one channel, 0 … 255
	Where image.Point // the upper left corner of that patch
}

// patch is the side of a patch, px: large enough that the edges in it even out,
// small enough that nothing of that size goes unseen. Patches overlap by half.
const patch = 24

// sameEdge is how far apart two pixels may be, in the sum of their channels, to
// count as the same edge.
const sameEdge = 120

// compare measures how far apart two pictures are. Pictures of different
// sizes are as far apart as can be.
func compare(a, b image.Image) Difference {
	if a.Bounds().Size() != b.Bounds().Size() {
		return Difference{Mean: 255, Off: 1, Patch: 255}
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
	d := Difference{Mean: float64(sum) / (3 * n), Off: float64(off) / n}
	d.Patch, d.Where = patchy(p, q)
	return d
}

// patchy finds the patch whose mean colours differ most.
func patchy(p, q *image.RGBA) (most float64, where image.Point) {
	const half = patch / 2
	w, h := p.Rect.Dx()/half, p.Rect.Dy()/half
	tiles := make([][3]int, w*h)
	for y := range h * half {
		for x := range w * half {
			i, t := p.PixOffset(x, y), &tiles[y/half*w+x/half]
			for k := range t {
				t[k] += int(p.Pix[i+k]) - int(q.Pix[i+k])
			}
		}
	}
	for y := range h - 1 {
		for x := range w - 1 {
			i := y*w + x
			for k := range 3 {
				d := float64(tiles[i][k]+tiles[i+1][k]+tiles[i+w][k]+tiles[i+w+1][k]) / (patch * patch)
				if d = max(d, -d); d > most {
					most, where = d, image.Pt(x*half, y*half)
				}
			}
		}
	}
	return most, where
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
	// A line of 2 px in a patch of 24, black on white.
	if d, want := compare(line(10, 2), line(99, 0)), 255*2.0/patch; math.Abs(d.Patch-want) > 1e-9 || d.Where != image.Pt(0, 0) {
		t.Errorf("a line more makes %v of a patch at %v, want %v", d.Patch, d.Where, want)
	}
	if d := compare(line(4, 2), line(5, 2)); d.Patch != 0 {
		t.Errorf("an edge moved within a patch makes %v of it, want 0", d.Patch)
	}
	if d := compare(line(10, 2), image.NewRGBA(image.Rect(0, 0, 3, 3))); d.Off != 1 {
		t.Errorf("pictures of different sizes differ by %+v", d)
	}
}
