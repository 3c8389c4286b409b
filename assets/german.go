//go:build !js

package assets

import _ "embed"

// German is the figure's words in German; package lang reads it.
//
//go:embed lang/de.txt
var German string
