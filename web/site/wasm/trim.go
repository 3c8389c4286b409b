//go:build !js

package wasm

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// Words of a description as it is laid out anew: as many for every function, so
// that each word is a column. The first two can be computed.
const (
	valuesKept = mapsValues + 1
	dataKept   = defers + 1
	words      = fields + valuesKept + dataKept
	computed   = nameField + 1
)

const project = "relu-three-ways/" // its functions begin with this

// Trim takes out of a program what only traces show, but the names of the
// project's own functions. A trace then names those of them that are in the program,
// and has "?:0" for their places, as the runtime writes where there is no table; it
// passes over functions without a name.
//
// What is left of the tables is laid out so that it compresses: each word of the
// descriptions as a column, and nothing that can be computed. The module then starts with a function (unpack) that puts the words
// where the runtime looks for them.
//
// Names of fields go as well (dropFields).
//
// recover counts calls that were copied, too, but a function that calls it never is.
//
// Trim changes nothing if the program's tables are not as they are in Go 1.26.
func (m *Module) Trim() (err error) {
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
	t.dropFields(memory)
	description := t.listAt + t.offset(0)
	if err := t.pack(); err != nil {
		return err
	}
	if err := m.startWith(t.unpack(description)); err != nil {
		return err
	}
	m.Memory, m.tables = memory, &t
	return nil
}

// pack lays the tables out anew, in their own places; the columns are where the
// table of places will be. What is left is 0, which compresses to nothing.
func (t *tables) pack() error {
	names, values, columns := t.packed()
	if len(names) > len(t.names) || len(values) > len(t.values) || len(columns) > len(t.find) || t.end() > len(t.list) {
		return errors.New("wasm: the tables of functions do not fit their places")
	}
	t.dropTrees()
	for _, table := range []struct{ to, from []byte }{{t.names, names}, {t.values, values}, {t.find, columns}, {t.list, nil}, {t.units, nil}} {
		clear(table.to)
		copy(table.to, table.from)
	}
	// After the last function the list has a place, and no offset.
	binary.LittleEndian.PutUint32(t.list[8*t.functions:], uint32(t.first+t.functions))
	return nil
}

// end is where the list ends once it is unpacked.
func (t *tables) end() int { return t.offset(0) + 4*words*t.functions }

// packed are the names in the order of the functions, the tables of values, and
// the columns, without those that are computed. Every function has a map of
// pointers of its own, in order after all stacks, of which many are equal.
func (t *tables) packed() (names, tables, columns []byte) {
	tables = []byte{0} // at 0 there is none
	stacks := map[string]int{"": 0}
	columns = make([]byte, 4*(words-computed)*t.functions)
	set := func(i, word int, v uint32) {
		binary.LittleEndian.PutUint32(columns[4*((word-computed)*t.functions+i):], v)
	}
	for i := range t.functions {
		if t.field(i, entryField) != t.first+i {
			panic("functions that are not in order")
		}
		names = append(append(names, kept(t.name(i))...), 0)
		stack := encode(t.steps(t.field(i, stackField)))
		if _, known := stacks[stack]; !known {
			stacks[stack] = len(tables)
			tables = append(tables, stack...)
		}
		set(i, argsField, uint32(t.field(i, argsField)))
		set(i, deferField, uint32(t.field(i, deferField)))
		set(i, stackField, uint32(stacks[stack]))
		set(i, valuesField, valuesKept)
		set(i, flagsField, uint32(t.field(i, flagsField)&0xffffff|dataKept<<24))
		for d := range dataKept {
			set(i, fields+valuesKept+d, t.datum(i, d))
		}
		set(i, fields+valuesKept+copies, none)
	}
	t.maps = len(tables)
	for i := range t.functions {
		steps := t.steps(t.value(i, mapsValues))
		if steps == nil {
			steps = []step{{}} // -1 everywhere, as where there is no table
		}
		tables = append(tables, encode(steps)...)
	}
	return names, tables, columns
}

// kept is what is left of a function's name.
func kept(name string) string {
	if strings.HasPrefix(name, project) || strings.HasPrefix(name, "main.") {
		return name
	}
	return ""
}

// encode is a table of values as the runtime reads it. Its last value stays for
// as many places as any function has: nobody asks for those after its end, and
// functions of different lengths can have the same table.
func encode(steps []step) string {
	if steps == nil {
		return ""
	}
	var b []byte
	for i, s := range steps {
		if i == len(steps)-1 {
			s.places = blocks
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, s.change), s.places)
	}
	return string(append(b, 0))
}

// dropTrees sets to 0 the calls that were copied into functions.
func (t *tables) dropTrees() {
	used := make([]bool, len(t.data))
	for i := range t.functions {
		for d := range dataKept {
			if at := t.datum(i, d); at != none && d != copies {
				used[at] = true // other data that begins with the same bytes can stand in the same place
			}
		}
	}
	for i := range t.functions {
		if s := t.tree(i); !slices.Contains(used[s.from:s.to], true) {
			clear(t.data[s.from:s.to])
		}
	}
}
