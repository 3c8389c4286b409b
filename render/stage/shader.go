//go:build js

package stage

// source is the one shader. custom is (across, along, half width, length) for a
// stroke, all in device px: the distance to its skeleton, softened over one
// pixel, is its coverage. A negative half width has butt ends. A negative
// length tells the other kinds: see mesh.
const source = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	if custom.w > -0.5 {
		half := abs(custom.z)
		a := clamp(custom.y, 0, custom.w)
		d := length(vec2(custom.x, custom.y-a)) - half
		if custom.z < 0 {
			d = max(abs(custom.x)-half, max(-custom.y, custom.y-custom.w))
		}
		// A line thinner than a pixel is a pixel wide and as much fainter.
		return color * clamp(0.5-d, 0, 1) * min(1, 2*half)
	}
	if custom.w > -1.5 {
		return color
	}
	if custom.w > -2.5 {
		// Hatching at -45 degrees, 7 px apart, 2.2 px wide, in CSS px.
		t := mod((custom.x-custom.y)*0.70710678, 7)
		soft := 0.5
		in := clamp((1.1-abs(t-1.1))/soft+0.5, 0, 1)
		wash := 0.13
		return color * (wash + (1-wash)*0.75*in)
	}
	return color * imageSrc0At(src).a
}
`
