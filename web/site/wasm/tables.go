//go:build !js

package wasm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// tables are Go's tables of functions in a program's memory: their names, their
// files, and for every place in the code its line, its stack, its pointers and
// the calls that were copied there. The runtime needs the stacks and pointers;
// the rest is for traces. Their form is that of runtime.pcHeader and
// runtime._func in Go 1.26.
type tables struct {
	names, units, values, list []byte // list begins with a place and an offset for each function
	data                       []byte // that of functions: maps of pointers, calls that were copied into them
	functions                  int
}

// magic begins the tables: their version, one byte to an instruction, eight to
// a pointer.
const magic = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Fields of a function's description, in words of 32 bits.
const (
	nameField      = 1
	stackField     = 4
	fileField      = 5
	lineField      = 6
	valuesField    = 7 // how many tables of values follow the description
	unitField      = 8
	startLineField = 9
	fields         = 11 // the last byte of them is how many offsets of data follow the tables
)

// Tables of values and data that only traces read, and interrupts by the system,
// of which there are none in WebAssembly; internal/abi/symtab.go.
var (
	tracedValues = []int{0, calls, 3}     // PCDATA_UnsafePoint, PCDATA_ArgLiveIndex
	tracedData   = []int{copies, 5, 6, 7} // FUNCDATA_ArgInfo, FUNCDATA_ArgLiveInfo, FUNCDATA_WrapInfo
)

const (
	calls  = 2          // PCDATA_InlTreeIndex: which of the calls that were copied into a function stands there
	copies = 3          // FUNCDATA_InlTree: those calls
	copied = 16         // bytes of one of them, runtime.inlinedCall; its second word is a name
	none   = ^uint32(0) // no data
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
	start := bytes.Index(memory, []byte(magic))
	b := memory[start:]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(b[8+8*i:])) }
	t.functions = word(0)
	names, units, values, list := word(3), word(4), word(6), word(7)
	t.names, t.units, t.values, t.list = b[names:units], b[units:values], b[values:list], b[list:]
	last := 0
	for i := range t.functions {
		last = max(last, t.offset(i)+4*(fields+t.field(i, valuesField)+t.count(i)))
	}
	t.list = t.list[:last]
	// runtime.moduledata begins with the addresses of the tables and of the names,
	// and has those of the functions' data, which follow the list, and of their end.
	module := binary.LittleEndian.AppendUint64(nil, uint64(start))
	module = binary.LittleEndian.AppendUint64(module, uint64(start+names))
	if bytes.Count(memory, module) != 1 {
		return t, errors.New("wasm: no module data in the format of Go 1.26 found")
	}
	module = memory[bytes.Index(memory, module):]
	next := func() (address int) {
		address, module = int(binary.LittleEndian.Uint64(module)), module[8:]
		return address
	}
	const gap = 64 // bytes at most between the two
	data := next()
	for end := start + list + last; data < end || data > end+gap; data = next() {
	}
	t.data = memory[data:next()]
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

// count is how many offsets of data follow a function's tables of values.
func (t *tables) count(i int) int { return int(t.list[t.offset(i)+4*fields-1]) }

// dropTraces takes out of a program what only traces show: files, lines, calls
// that were copied into their callers, arguments. It is set to 0, which compresses
// to nothing. A trace then names the functions that are in the program, and has
// "?:0" for their places, as the runtime writes where there is no table.
//
// recover counts calls, too, but a function that calls it is never copied.
func (t *tables) dropTraces() {
	values, names, data := make(marks, len(t.values)), make(marks, len(t.names)), make(marks, len(t.data))
	var gone []span // of the data
	for i := range t.functions {
		t.markName(names, t.field(i, nameField))
		t.mark(values, t.field(i, stackField))
		gone = append(gone, t.tree(i))
		n := t.field(i, valuesField)
		for _, v := range tracedValues {
			if v < n {
				t.set(i, fields+v, 0)
			}
		}
		for _, d := range tracedData {
			if d < t.count(i) {
				t.set(i, fields+n+d, none)
			}
		}
		for v := range n {
			t.mark(values, t.field(i, fields+v))
		}
		for d := range t.count(i) {
			if at := t.field(i, fields+n+d); uint32(at) != none {
				data[at] = true // other data that begins with the same bytes can stand in the same place
			}
		}
		for _, f := range []int{fileField, lineField, unitField, startLineField} {
			t.set(i, f, 0)
		}
	}
	for _, s := range gone {
		if !slices.Contains(data[s.from:s.to], true) {
			clear(t.data[s.from:s.to])
		}
	}
	values.clearOthers(t.values)
	names.clearOthers(t.names)
	clear(t.units)
}

// span is a stretch of bytes.
type span struct{ from, to int }

// marks are the bytes that stay.
type marks []bool

func (m marks) set(s span) {
	for i := s.from; i < s.to; i++ {
		m[i] = true
	}
}

// clearOthers sets to 0 what is not marked.
func (m marks) clearOthers(b []byte) {
	for i, stays := range m {
		if !stays {
			b[i] = 0
		}
	}
}

// tree is where in the data the calls stand that were copied into a function.
func (t *tables) tree(i int) span {
	n := t.field(i, valuesField)
	if n <= calls || t.count(i) <= copies || uint32(t.field(i, fields+n+copies)) == none {
		return span{}
	}
	at := t.field(i, fields+n+copies)
	s := span{at, at + copied*(1+t.mark(nil, t.field(i, fields+calls)))}
	for ; at < s.to; at += copied {
		if name := binary.LittleEndian.Uint32(t.data[at+4:]); name > 0 && t.names[name-1] != 0 {
			panic("a call without a name")
		}
	}
	return s
}

// markName marks a name, which ends with a 0.
func (t *tables) markName(m marks, at int) {
	m.set(span{at, at + bytes.IndexByte(t.names[at:], 0)})
}

// mark marks one table of values, if m is there: pairs of numbers, the changes of
// a value, which is -1 at first, and of a place, up to a change of value that is 0
// and not the first. It returns the largest value. The table at 0 is that of a
// function that has none.
func (t *tables) mark(m marks, at int) (largest int) {
	start, value := at, -1
	number := func() int {
		v, n := binary.Uvarint(t.values[at:])
		at += n
		return int(v)
	}
	largest = value
	for first := true; start > 0; first = false {
		change := number()
		if change == 0 && !first {
			break
		}
		value += change>>1 ^ -(change & 1)
		largest = max(largest, value)
		number()
	}
	if m != nil {
		m.set(span{start, at})
	}
	return largest
}

// DropTraces takes out of a program what only traces show, but the names of its
// functions. It changes nothing if the program's tables are not as they are in
// Go 1.26.
func (m *Module) DropTraces() (err error) {
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
	t.dropTraces()
	m.Memory = memory
	return nil
}
