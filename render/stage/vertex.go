//go:build !js

package stage

// vertex is one corner of a triangle. It is ebiten.Vertex, field by field, so
// that the geometry can be tested where Ebitengine cannot be compiled.
type vertex struct {
	DstX, DstY                     float32 // device px
	SrcX, SrcY                     float32 // px in the atlas, of a glyph
	ColorR, ColorG, ColorB, ColorA float32 // premultiplied
	Custom0, Custom1               float32 // stroke: distance across and along the line, px
	Custom2, Custom3               float32 // stroke: half width, negative with butt ends; length, or one of the kinds of mesh.go
}
