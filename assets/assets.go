// Package assets holds the typeset formulas. They are made from *.tex by
// `go generate`, which needs Node; the result is committed, so that an
// ordinary build does not. README.md says what else lies here.
package assets

import _ "embed"

//go:generate sh -c "cd gen && npm ci --no-audit --no-fund && node formulas.mjs && node tex.mjs && node fonts.mjs && node vendor.mjs && gofmt -w ../../render/metrics/advances.go"

// Formulas is the content of formulas.bin, which package formula decodes.
//
//go:embed formulas.bin
var Formulas []byte
