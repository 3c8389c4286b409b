//go:build js

package stage

import "github.com/hajimehoshi/ebiten/v2"

// vertex is Ebitengine's own, so that a mesh is drawn as it was made. What its
// custom fields say is in vertex.go.
type vertex = ebiten.Vertex
