//go:build !js

package wasm

import (
	"encoding/binary"
	"errors"
)

// WithoutGrowth is a module whose memory stays as large as it is at the start,
// to try what a program does when there is no more.
func WithoutGrowth(module []byte) ([]byte, error) {
	m, err := Open(module)
	if err != nil {
		return nil, err
	}
	for i, s := range m.sections {
		if s.kind != memorySection {
			continue
		}
		r := reader{s.body}
		if n, limited := r.uint(), r.byte(); n != 1 || limited != 0 {
			return nil, errors.New("wasm: not one memory that may grow")
		}
		pages := uint64(r.uint())
		body := []byte{1, 1} // one memory, with a least size and a largest
		body = binary.AppendUvarint(binary.AppendUvarint(body, pages), pages)
		m.sections[i].body = body
		return m.Bytes(), nil
	}
	return nil, errors.New("wasm: a module without a memory")
}
