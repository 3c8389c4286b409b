//go:build !js

package bench

import (
	"image"
	"image/color"
)

// changed is the share of the pixels in which two pictures differ visibly.
func changed(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	n, of := 0, 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			of++
			if differ(a.At(x, y), b.At(x, y)) {
				n++
			}
		}
	}
	return float64(n) / float64(of)
}

// differ reports whether two colours do visibly, by 48 of 255 in a channel.
func differ(a, b color.Color) bool {
	const least = 48 * 0x101
	r, g, u, _ := a.RGBA()
	R, G, U, _ := b.RGBA()
	return max(r, R)-min(r, R) > least || max(g, G)-min(g, G) > least || max(u, U)-min(u, U) > least
}
