//go:build js

package stage

import _ "embed"

// source is the one shader. custom is (across, along, half width, length) for a
// stroke, all in device px: the distance to its skeleton, softened over one
// pixel, is its coverage. A negative half width has butt ends. A negative
// length tells the other kinds: see mesh.
//
//go:embed marks.kage
var source []byte
