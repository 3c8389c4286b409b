//go:build !js

package wasm

import "encoding/binary"

// reader reads a module's numbers and lists. It panics at the end.
type reader struct{ b []byte }

func (r *reader) byte() byte { return r.bytes(1)[0] }

func (r *reader) bytes(n int) []byte {
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) uint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<31 {
		panic("a number without an end")
	}
	r.b = r.b[n:]
	return int(v)
}

// int is a number with a sign, that of an address here.
func (r *reader) int() int {
	v, shift := 0, 0
	for {
		c := r.byte()
		v |= int(c&0x7f) << shift
		shift += 7
		switch {
		case c&0x80 != 0:
		case c&0x40 != 0:
			panic("a negative address")
		default:
			return v
		}
	}
}

// imports counts the functions among a module's imports, which Go's are all.
func (r *reader) imports() int {
	n := r.uint()
	for range n {
		r.bytes(r.uint())
		r.bytes(r.uint())
		if kind := r.byte(); kind != 0 {
			panic("an import that is no function")
		}
		r.uint()
	}
	return n
}
