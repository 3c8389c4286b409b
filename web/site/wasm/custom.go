//go:build !js

package wasm

import "encoding/binary"

// WithCustom is a module with a custom section at its end, which changes nothing
// of what it does.
func WithCustom(module []byte, name string, content []byte) []byte {
	body := binary.AppendUvarint(nil, uint64(len(name)))
	body = append(append(body, name...), content...)
	out := append(append([]byte{}, module...), customSection)
	out = binary.AppendUvarint(out, uint64(len(body)))
	return append(out, body...)
}
