//go:build js

package stage

import (
	"image"
	"image/draw"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"golang.org/x/image/vector"

	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
)

// phases is how many places within a pixel a glyph is rasterised for, in each
// direction: a glyph is never blurred by moving it and is at most a sixteenth of
// a pixel off.
const phases = 8

// Sides of the atlas, px. It begins as large as a page's figure needs, 4 MB on
// the GPU, which a browser has to fill with zeros before the first frame; a
// projector's glyphs make it grow.
const (
	firstSide = 1024
	usualSide = 2048 // up to which it grows before it forgets
)

// bandWidth is how much of a row goes up at once, px: a frame's glyphs under a hand,
// and little memory.
const bandWidth = 512

// stamp is a glyph in a size and a phase. An atlas at its usual size has thousands,
// so stamps and cells are small.
type stamp struct {
	glyph  int32
	size   float32 // device px per em
	fx, fy uint8
}

// cell is where a stamp is in the atlas, and where its ink begins relative to
// the whole pixel of its origin.
type cell struct {
	u, v, w, h int16
	dx, dy     int16
}

// atlas holds every stamp in use, rasterised once, with exact coverage.
type atlas struct {
	image     *ebiten.Image
	side      int // px
	cells     map[stamp]cell
	x, y, row int // the next free place and the height of its row
	raster    vector.Rasterizer
	band      image.Alpha // what has been rasterised in this row and is not on the GPU yet
	to        int         // where that ends
	pix       []byte      // scratch
}

func newAtlas() *atlas {
	a := &atlas{cells: map[stamp]cell{}}
	a.resize(firstSide)
	return a
}

// resize makes another image, which is empty. The GPU makes it when the first
// stamp is written, and without an upload of its own.
func (a *atlas) resize(side int) {
	if a.image != nil {
		a.image.Deallocate()
	}
	a.side = side
	a.image = ebiten.NewImageWithOptions(image.Rect(0, 0, side, side), &ebiten.NewImageOptions{Unmanaged: true})
	a.clear()
}

// makeRoom empties a full atlas, which is as large as usual, or has it grow; if
// it was emptied for this frame and is full again, it must grow in any case.
func (a *atlas) makeRoom(again bool) {
	if a.side < usualSide || again {
		a.resize(2 * a.side)
	} else {
		a.clear()
	}
}

// add adds a mark of glyphs to the mesh. It reports false if the atlas is full;
// the caller then makes room and begins the frame again.
func (a *atlas) add(m *mesh, k *scene.Mark) bool {
	set := formula.Load()
	for _, g := range k.Glyphs {
		alpha := k.Alpha * (1 - g.Fade)
		if alpha <= 0 {
			continue
		}
		ink := m.mixed(g.Ink, g.To, g.Mix)
		if g.Glyph < 0 {
			m.rect(g.X, g.Y, g.W, g.H, ink, alpha)
			continue
		}
		x, y := math.Floor(g.X*m.k*phases+0.5)/phases, math.Floor(g.Y*m.k*phases+0.5)/phases
		ix, iy := math.Floor(x), math.Floor(y)
		c, ok := a.cell(&set.Glyphs[g.Glyph], stamp{int32(g.Glyph), float32(g.Size * m.k), uint8((x - ix) * phases), uint8((y - iy) * phases)})
		if !ok {
			return false
		}
		m.sprite(ix+float64(c.dx), iy+float64(c.dy), float64(c.u), float64(c.v), float64(c.w), float64(c.h), ink, alpha)
	}
	return true
}

// rect adds an upright rectangle, a formula's rule. It begins on a whole device
// pixel in the direction in which it is thin, and what it has of the last pixel
// there makes that one so much fainter.
func (m *mesh) rect(x, y, w, h float64, ink paint, alpha float64) {
	x, y, w, h = x*m.k, y*m.k, w*m.k, h*m.k
	part := func(x, y, w, h, alpha float64) {
		for _, s := range [4][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} {
			v := vertex{DstX: float32(x + s[0]*w), DstY: float32(y + s[1]*h), Custom3: plain}
			ink.on(&v, alpha)
			m.vs = append(m.vs, v)
		}
		m.quad()
	}
	if h < w {
		y = math.Round(y)
		whole, rest := math.Modf(h)
		part(x, y, w, whole, alpha)
		part(x, y+whole, w, 1, alpha*rest)
	} else {
		x = math.Round(x)
		whole, rest := math.Modf(w)
		part(x, y, whole, h, alpha)
		part(x+whole, y, 1, h, alpha*rest)
	}
}

// sprite adds a glyph from the atlas: px in the atlas at (u, v), on the screen
// at whole device pixels.
func (m *mesh) sprite(x, y, u, v, w, h float64, ink paint, alpha float64) {
	for _, s := range [4][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} {
		q := vertex{DstX: float32(x + s[0]*w), DstY: float32(y + s[1]*h), SrcX: float32(u + s[0]*w), SrcY: float32(v + s[1]*h), Custom3: glyphic}
		ink.on(&q, alpha)
		m.vs = append(m.vs, q)
	}
	m.quad()
}

// clear forgets every stamp.
func (a *atlas) clear() {
	clear(a.cells)
	a.drop()
	a.x, a.y, a.row = 0, 0, 0
}

// cell finds a stamp, or rasterises it.
func (a *atlas) cell(g *formula.Glyph, s stamp) (cell, bool) {
	if c, ok := a.cells[s]; ok {
		return c, true
	}
	k := s.size / 1000
	ox, oy := float32(s.fx)/phases, float32(s.fy)/phases
	x0, y0 := int(math.Floor(float64(g.X0*k+ox)))-1, int(math.Floor(float64(-g.Y1*k+oy)))-1
	x1, y1 := int(math.Ceil(float64(g.X1*k+ox)))+1, int(math.Ceil(float64(-g.Y0*k+oy)))+1
	w, h := x1-x0, y1-y0
	if a.x+w+1 > a.side {
		a.upload()
		a.x, a.y, a.row = 0, a.y+a.row+1, 0
	}
	if w > a.side || a.y+h+1 > a.side {
		return cell{}, false
	}
	c := cell{u: int16(a.x), v: int16(a.y), w: int16(w), h: int16(h), dx: int16(x0), dy: int16(y0)}
	a.x += w + 1
	a.row = max(a.row, h)
	a.rasterise(g, c, k, ox, oy)
	a.cells[s] = c
	return c, true
}

// rasterise draws an outline into its cell.
func (a *atlas) rasterise(g *formula.Glyph, c cell, k, ox, oy float32) {
	r := &a.raster
	cover := image.Rect(int(c.u), int(c.v), int(c.u)+int(c.w), int(c.v)+int(c.h))
	r.Reset(cover.Dx(), cover.Dy())
	at := func(p [2]float32) (x, y float32) {
		return p[0]*k + ox - float32(c.dx), -p[1]*k + oy - float32(c.dy)
	}
	for i, o := range g.Ops {
		ax, ay := at(o.P[0])
		bx, by := at(o.P[1])
		cx, cy := at(o.P[2])
		switch o.Kind {
		case 0:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(ax, ay)
		case 1:
			r.LineTo(ax, ay)
		case 2:
			r.QuadTo(ax, ay, bx, by)
		case 3:
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	r.ClosePath()
	b := &a.band
	if cover.Max.X > b.Rect.Max.X {
		a.upload()
	}
	if b.Rect.Empty() {
		b.Stride = max(bandWidth, cover.Dx())
		b.Rect = image.Rect(cover.Min.X, cover.Min.Y, cover.Min.X+b.Stride, cover.Min.Y)
	}
	if more := cover.Dy() - b.Rect.Dy(); more > 0 {
		b.Rect.Max.Y += more
		b.Pix = append(b.Pix, make([]byte, more*b.Stride)...)
	}
	r.DrawOp = draw.Src
	r.Draw(b, cover, image.Opaque, image.Point{})
	a.to = cover.Max.X
}

// upload writes what has been rasterised since the last time into the image, as
// one rectangle: a frame's glyphs lie beside each other.
func (a *atlas) upload() {
	b := &a.band
	if b.Rect.Empty() {
		return
	}
	to := image.Rect(b.Rect.Min.X, b.Rect.Min.Y, a.to, b.Rect.Max.Y)
	a.pix = a.pix[:0]
	for y := to.Min.Y; y < to.Max.Y; y++ {
		for _, v := range b.Pix[b.PixOffset(to.Min.X, y):b.PixOffset(to.Max.X, y)] {
			a.pix = append(a.pix, v, v, v, v)
		}
	}
	a.image.SubImage(to).(*ebiten.Image).WritePixels(a.pix)
	a.drop()
}

// drop forgets what is not on the GPU yet.
func (a *atlas) drop() { a.band.Pix, a.band.Rect = a.band.Pix[:0], image.Rectangle{} }
