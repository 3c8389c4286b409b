//go:build !js

package wasm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// tables are Go's tables of functions in a program's memory: their names, their
// files, and for every place in the code its line, its stack and its pointers.
// The runtime needs them all but the files and lines, which only traces show.
// Their form is that of runtime.pcHeader and runtime._func in Go 1.26.
type tables struct {
	names, units, values, list []byte // list begins with a place and an offset for each function
	functions                  int
}

// magic begins the tables: their version, one byte to an instruction, eight to
// a pointer.
const magic = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Fields of a function's description, in words of 32 bits.
const (
	stackField     = 4
	fileField      = 5
	lineField      = 6
	valuesField    = 7 // how many tables of values follow the description
	unitField      = 8
	startLineField = 9
	fields         = 11
)

var errUnknownTables = errors.New("wasm: Go's function tables have an unknown format: see runtime.pcHeader")

// findTables finds the tables. It fails if a version of Go has them otherwise.
func findTables(memory []byte) (t tables, err error) {
	defer func() {
		if recover() != nil {
			err = errUnknownTables
		}
	}()
	if bytes.Count(memory, []byte(magic)) != 1 {
		return t, errors.New("wasm: no function tables in the format of Go 1.26 found")
	}
	b := memory[bytes.Index(memory, []byte(magic)):]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(b[8+8*i:])) }
	t.functions = word(0)
	names, units, values, list := word(3), word(4), word(6), word(7)
	t.names, t.units, t.values, t.list = b[names:units], b[units:values], b[values:list], b[list:]
	last := 0
	for i := range t.functions {
		last = max(last, t.offset(i)+4*(fields+t.field(i, valuesField))+4*int(t.list[t.offset(i)+4*fields-1]))
	}
	t.list = t.list[:last]
	return t, nil
}

// offset is where the description of a function begins in the list.
func (t *tables) offset(i int) int {
	return int(binary.LittleEndian.Uint32(t.list[8*i+4:]))
}

func (t *tables) field(i, field int) int {
	return int(binary.LittleEndian.Uint32(t.list[t.offset(i)+4*field:]))
}

func (t *tables) set(i, field int, v uint32) {
	binary.LittleEndian.PutUint32(t.list[t.offset(i)+4*field:], v)
}

// dropLines takes the files and lines out of a program: what only they use is
// set to 0, which compresses to nothing. A trace then names functions and has
// "?:0" for their places, as the runtime writes where there is no table.
func (t *tables) dropLines() {
	used := make([]bool, len(t.values))
	for i := range t.functions {
		t.mark(used, t.field(i, stackField))
		for v := range t.field(i, valuesField) {
			t.mark(used, t.field(i, fields+v))
		}
		for _, f := range []int{fileField, lineField, unitField, startLineField} {
			t.set(i, f, 0)
		}
	}
	for i, u := range used {
		if !u {
			t.values[i] = 0
		}
	}
	clear(t.units)
}

// mark marks the bytes of one table of values: pairs of numbers, the changes of
// a value and of a place, up to a change of value that is 0 and not the first.
// The table at 0 is that of a function that has none.
func (t *tables) mark(used []bool, at int) {
	if at == 0 {
		return
	}
	number := func() uint64 {
		v, n := binary.Uvarint(t.values[at:])
		for range n {
			used[at] = true
			at++
		}
		return v
	}
	for first := true; number() != 0 || first; first = false {
		number()
	}
}

// DropLines takes the files and lines of the source out of a program, which only
// traces show. It changes nothing if the program's tables are not as they are
// in Go 1.26.
func (m *Module) DropLines() (err error) {
	memory := slices.Clone(m.Memory)
	t, err := findTables(memory)
	if err != nil {
		return err
	}
	defer func() {
		if recover() != nil {
			err = errUnknownTables
		}
	}()
	t.dropLines()
	m.Memory = memory
	return nil
}
