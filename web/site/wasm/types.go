//go:build !js

package wasm

import (
	"bytes"
	"encoding/binary"
)

// Offsets in the description of a struct, abi.StructType, and in that of a field.
const (
	kindByte   = 23
	fieldsWord = 56 // the address of the fields, how many there are, and for how many there is room
	structSize = 80
	uncommon   = 16 // bytes after it, if the type has methods
	fieldSize  = 24 // the address of the name comes first
	structKind = 25
)

// dropFields takes out of a program what only package reflect reads: the names of
// fields, which become one name, and the list of types without names. Fields named
// _ stay, since the runtime leaves them out of a hash. It does nothing if the
// program has reflect.
func (t *tables) dropFields(memory []byte) {
	if bytes.Contains(t.names, []byte("\x00reflect.")) {
		return
	}
	clear(memory[t.links:t.linksEnd])
	places := t.fieldNames(memory)
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(memory[at:]) }
	names := map[uint32]bool{}
	for _, at := range places {
		names[word(at)] = true
		copy(memory[at:at+8], memory[places[0]:])
	}
	for at := 0; at+4 <= len(memory); at += 4 { // what is named otherwise, too, by address or by offset
		delete(names, word(at))
		delete(names, word(at)+uint32(t.types))
	}
	for name := range names {
		length, n := binary.Uvarint(memory[name+1:])
		clear(memory[name:][:1+n+int(length)])
	}
}

// fieldNames are the places where the address of a field's name stands. A struct
// is known by the address of its fields, which follow it.
func (t *tables) fieldNames(memory []byte) (places []int) {
	word := func(at int) int { return int(binary.LittleEndian.Uint64(memory[at:])) }
	for at := t.types; at+structSize <= t.typesEnd; at += 8 {
		fields, n := word(at+fieldsWord), word(at+fieldsWord+8)
		if memory[at+kindByte]&0x1f != structKind || n != word(at+fieldsWord+16) || fields != at+structSize && fields != at+structSize+uncommon {
			continue
		}
		for i := range n {
			place := fields + fieldSize*i
			if string(memory[word(place)+1:][:2]) != "\x01_" {
				places = append(places, place)
			}
		}
	}
	return places
}
