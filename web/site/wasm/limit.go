//go:build !js

package wasm

import (
	"encoding/binary"
	"errors"
)

// Limited is a module whose memory grows by so many pages of 64 kB at the most,
// to try what a program does when there is no more.
func Limited(module []byte, growth int) ([]byte, error) {
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
		pages := r.uint()
		body := []byte{1, 1} // one memory, with a least size and a largest
		body = binary.AppendUvarint(body, uint64(pages))
		body = binary.AppendUvarint(body, uint64(pages+growth))
		m.sections[i].body = body
		return m.Bytes(), nil
	}
	return nil, errors.New("wasm: a module without a memory")
}
