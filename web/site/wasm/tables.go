//go:build !js

package wasm

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// tables are Go's tables of functions in a program's memory: their names, their
// files, and for every place in the code its line, its stack, its pointers and
// the calls that were copied there. The runtime needs the stacks and pointers;
// the rest is for traces. Their form is that of runtime.pcHeader, runtime._func
// and runtime.findfuncbucket in Go 1.26.
type tables struct {
	names, units, values, list []byte // list begins with a place and an offset for each function
	data                       []byte // that of functions: maps of pointers, calls that were copied into them
	find                       []byte // the function of a place, in buckets
	types, typesEnd            int    // addresses of what describes types
	links, linksEnd            int    // and of a list of some of them
	functions                  int
	namesAt, valuesAt          int // addresses
	listAt, findAt             int
	maps                       int // where the maps of pointers begin in the values, once they are packed
	first                      int // the number of the first function, which is its place
}

// magic begins the tables: their version, one byte to an instruction, eight to
// a pointer.
const magic = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Fields of a function's description, in words of 32 bits. One byte of the word
// flags is how many offsets of data follow the tables of values.
const (
	entryField  = 0
	nameField   = 1
	argsField   = 2
	deferField  = 3
	stackField  = 4
	valuesField = 7 // how many tables of values follow the description
	flagsField  = 10
	fields      = 11
)

// Of the tables of values and the data that follow a description, what the
// runtime needs where the system does not interrupt it and no trace is written;
// internal/abi/symtab.go.
const (
	mapsValues = 1 // PCDATA_StackMapIndex
	calls      = 2 // PCDATA_InlTreeIndex: which of the calls that were copied into a function stands there
	argsData   = 0 // FUNCDATA_ArgsPointerMaps
	localsData = 1 // FUNCDATA_LocalsPointerMaps
	objects    = 2 // FUNCDATA_StackObjects
	copies     = 3 // FUNCDATA_InlTree: those calls
	defers     = 4 // FUNCDATA_OpenCodedDeferInfo

	copied = 16         // bytes of one of those calls, runtime.inlinedCall; its second word is a name
	none   = ^uint32(0) // no data
)

// A place in the code is a function's number in the upper 16 bits and one of its
// blocks in the lower; the buckets have 4096 places each, abi.FuncTabBucketSize.
const (
	blocks  = 1 << 16
	buckets = blocks / 4096 // of a function
	bucket  = 20            // bytes of one: a function's number, and what its sixteenths add, which is 0
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
	header := func(i int) int { return int(binary.LittleEndian.Uint64(b[8+8*i:])) }
	t.functions = header(0)
	names, units, values, list := header(3), header(4), header(6), header(7)
	t.names, t.units, t.values, t.list = b[names:units], b[units:values], b[values:list], b[list:]
	t.namesAt, t.valuesAt, t.listAt = start+names, start+values, start+list
	last := 0
	for i := range t.functions {
		last = max(last, t.offset(i)+4*(fields+t.field(i, valuesField)+t.count(i)))
	}
	t.list = t.list[:last]
	t.first = t.field(0, entryField)
	// runtime.moduledata begins with the addresses of the tables and of the names,
	// and has those of the functions' data, which follow the list, and of their end.
	// Before and after those stand the addresses of the types.
	module := binary.LittleEndian.AppendUint64(nil, uint64(start))
	module = binary.LittleEndian.AppendUint64(module, uint64(start+names))
	if bytes.Count(memory, module) != 1 {
		return t, errors.New("wasm: no module data in the format of Go 1.26 found")
	}
	module = memory[bytes.Index(memory, module):]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(module[8*i:])) }
	const gap = 64 // bytes at most between the two
	data := 2
	for end := start + list + last; word(data) < end || word(data) > end+gap; data++ {
	}
	t.data = memory[word(data):word(data+1)]
	t.types, t.typesEnd = word(data-3), word(data-2)
	t.links, t.linksEnd = word(data+5), word(data+5)+4*word(data+6)
	if t.types > t.typesEnd || word(data+6) != word(data+7) {
		return t, errUnknownTables
	}
	if t.findAt = bytes.Index(memory, t.bucketed()); t.findAt < 0 {
		return t, errors.New("wasm: no table of places in the format of Go 1.26 found")
	}
	t.find = memory[t.findAt:][:len(t.bucketed())]
	return t, nil
}

// span is a stretch of bytes.
type span struct{ from, to int }

// spans are where the tables are, by what is in them. Once they are packed, the
// list is among the functions by place.
func (t *tables) spans() map[string]span {
	units := t.namesAt + len(t.names)
	return map[string]span{
		"names of functions":                       {t.namesAt, units},
		"files of functions":                       {units, t.valuesAt},
		"values by place: lines, stacks, pointers": {t.valuesAt, t.listAt},
		"list of functions":                        {t.listAt, t.listAt + len(t.list)},
		"functions by place":                       {t.findAt, t.findAt + len(t.find)},
	}
}

// bucketed is the table of places without the last function, which has fewer.
func (t *tables) bucketed() []byte {
	b := make([]byte, bucket*t.buckets())
	for i := range t.buckets() {
		binary.LittleEndian.PutUint32(b[bucket*i:], uint32(i/buckets))
	}
	return b
}

func (t *tables) buckets() int { return buckets * (t.functions - 1) }

// offset is where the description of a function begins in the list.
func (t *tables) offset(i int) int {
	return int(binary.LittleEndian.Uint32(t.list[8*i+4:]))
}

func (t *tables) field(i, field int) int {
	return int(binary.LittleEndian.Uint32(t.list[t.offset(i)+4*field:]))
}

// count is how many offsets of data follow a function's tables of values.
func (t *tables) count(i int) int { return t.field(i, flagsField) >> 24 }

func (t *tables) name(i int) string {
	name := t.names[t.field(i, nameField):]
	return string(name[:bytes.IndexByte(name, 0)])
}

// value is where in t.values one of the tables stands that follow a description;
// 0 if the function has none.
func (t *tables) value(i, value int) (at int) {
	if value >= t.field(i, valuesField) {
		return 0
	}
	return t.field(i, fields+value)
}

// datum is one of the offsets of data that follow a description.
func (t *tables) datum(i, datum int) uint32 {
	if datum >= t.count(i) {
		return none
	}
	return uint32(t.field(i, fields+t.field(i, valuesField)+datum))
}

// step is a step of a table of values: how the value changes, the sign in the
// lowest bit, and for how many places it then stays.
type step struct{ change, places uint64 }

// steps are those of the table at a place in t.values. Before them the value is
// -1; they end at a change that is 0 and not the first. The table at 0 is that of
// a function that has none.
func (t *tables) steps(at int) (steps []step) {
	number := func() uint64 {
		v, n := binary.Uvarint(t.values[at:])
		if n <= 0 {
			panic("a number without an end")
		}
		at += n
		return v
	}
	if at == 0 {
		return nil
	}
	for {
		change := number()
		if change == 0 && steps != nil {
			return steps
		}
		steps = append(steps, step{change, number()})
	}
}

// tree is where in the data the calls stand that were copied into a function.
func (t *tables) tree(i int) span {
	at := t.datum(i, copies)
	if at == none {
		return span{}
	}
	value, largest := -1, -1
	for _, s := range t.steps(t.value(i, calls)) {
		value += int(s.change>>1) ^ -int(s.change&1)
		largest = max(largest, value)
	}
	tree := span{int(at), int(at) + copied*(1+largest)}
	for at := tree.from; at < tree.to; at += copied {
		if name := binary.LittleEndian.Uint32(t.data[at+4:]); name > 0 && t.names[name-1] != 0 {
			panic("a call without a name")
		}
	}
	return tree
}
