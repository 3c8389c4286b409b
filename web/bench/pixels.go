//go:build !js

package bench

import (
	"fmt"
	"image"
	"image/color"
	"math"
)

// geometry says where a page draws the plane: the origin in CSS px from the
// window's top left, and the length of one unit.
type geometry struct{ x, y, unit float64 }

// distance is between two colours, the largest of the differences of channels
// of 8 bits.
func distance(a, b color.Color) (d float64) {
	r, g, u, _ := a.RGBA()
	R, G, U, _ := b.RGBA()
	for _, v := range []float64{float64(r) - float64(R), float64(g) - float64(G), float64(u) - float64(U)} {
		d = max(d, math.Abs(v)/257)
	}
	return d
}

// drawn fails where a picture of the whole window does not show
// the ramp: ink along max(0, x), and paper above it.
func drawn(img image.Image, g geometry) error {
	scale := float64(img.Bounds().Dx()) / width
	paper := img.At(img.Bounds().Min.X+2, img.Bounds().Max.Y-3)
	strongest := func(x, y float64) (most float64) { // within 2 CSS px
		cx, cy, r := (g.x+x*g.unit)*scale, (g.y-y*g.unit)*scale, 2*scale
		for i := int(cx - r); i <= int(cx+r); i++ {
			for j := int(cy - r); j <= int(cy+r); j++ {
				if (image.Point{i, j}).In(img.Bounds()) {
					most = max(most, distance(img.At(i, j), paper))
				}
			}
		}
		return most
	}
	ink, bare := 0, 0
	places := []float64{-2.5, -1.7, -1.3, 0.7, 1.7, 2.2}
	for _, x := range places {
		y := max(0, x)
		if strongest(x, y) > 100 {
			ink++
		}
		if strongest(x-0.05, y+0.4) < 60 {
			bare++
		}
	}
	if ink < len(places) || bare < len(places)-1 {
		return fmt.Errorf("the picture is not that of the scene: ink at %d of %d places of the ramp, paper at %d beside it", ink, len(places), bare)
	}
	return nil
}

// changed is the share of the pixels in which two pictures differ visibly.
func changed(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	n, of := 0, 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			of++
			if distance(a.At(x, y), b.At(x, y)) > 48 {
				n++
			}
		}
	}
	return float64(n) / float64(of)
}
