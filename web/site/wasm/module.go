//go:build !js

// Package wasm takes apart the WebAssembly modules that Go's linker makes, to
// weigh and to trim them.
package wasm

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Module is a WebAssembly module, taken apart as far as it is needed here.
type Module struct {
	Functions []Function // those with a body, in order
	Memory    []byte     // the memory as the module sets it up, from address 0
	Segments  int        // the number of pieces in which it does
	sections  []section
	imported  int     // functions that come from outside; they are numbered first
	tables    *tables // where Trim has found them
}

// Function is a function's name, "" if the module has no names, and its body.
type Function struct {
	Name string
	Body []byte
}

// section is a section as it stands in the module.
type section struct {
	kind byte
	body []byte
}

// Numbers of sections, and of the list of functions in the section of names;
// https://webassembly.github.io/spec/core/binary/modules.html
const (
	customSection   = 0
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	memorySection   = 5
	startSection    = 8
	elementSection  = 9
	codeSection     = 10
	dataSection     = 11
	functionNames   = 1
)

const header = "\x00asm\x01\x00\x00\x00"

// Open takes a module apart.
func Open(b []byte) (m *Module, err error) {
	defer func() {
		if r := recover(); r != nil { // the reader ran off the end, or met what Go does not make
			m, err = nil, fmt.Errorf("wasm: not a module as Go makes them: %v", r)
		}
	}()
	if len(b) < len(header) || string(b[:len(header)]) != header {
		return nil, errors.New("wasm: not a WebAssembly module")
	}
	m = &Module{}
	for r := (reader{b[len(header):]}); len(r.b) > 0; {
		kind := r.byte()
		s := reader{r.bytes(r.uint())}
		m.sections = append(m.sections, section{kind, s.b})
		switch kind {
		case importSection:
			m.imported = s.imports()
		case codeSection:
			for range s.uint() {
				m.Functions = append(m.Functions, Function{Body: s.bytes(s.uint())})
			}
		case dataSection:
			for range s.uint() {
				m.lay(&s)
			}
		case customSection:
			if name := string(s.bytes(s.uint())); name == "name" {
				m.name(s)
			}
		}
	}
	return m, nil
}

// lay lays one segment of data into memory.
func (m *Module) lay(s *reader) {
	if mode := s.uint(); mode != 0 {
		panic("a segment that is not laid out at the start")
	}
	if op := s.byte(); op != i32Const {
		panic("a segment whose place is computed")
	}
	at := s.int()
	if op := s.byte(); op != end {
		panic("a segment whose place is computed")
	}
	b := s.bytes(s.uint())
	if n := at + len(b); n > len(m.Memory) {
		m.Memory = append(m.Memory, make([]byte, n-len(m.Memory))...)
	}
	copy(m.Memory[at:], b)
	m.Segments++
}

// The instructions with which a segment's place is given.
const (
	i32Const = 0x41
	end      = 0x0b
)

// name gives functions their names.
func (m *Module) name(s reader) {
	for len(s.b) > 0 {
		kind := s.byte()
		list := reader{s.bytes(s.uint())}
		if kind != functionNames {
			continue
		}
		for range list.uint() {
			i, name := list.uint(), string(list.bytes(list.uint()))
			if i >= m.imported && i-m.imported < len(m.Functions) {
				m.Functions[i-m.imported].Name = name
			}
		}
	}
}

// Bytes puts the module together again, with its memory in one segment. Go's
// linker leaves out every stretch of zeros and makes tens of thousands of
// segments; the zeros compress to nothing, the segments do not.
func (m *Module) Bytes() []byte {
	out := []byte(header)
	for _, s := range m.sections {
		body := s.body
		if s.kind == dataSection {
			body = []byte{1, 0, i32Const, 0, end}
			body = binary.AppendUvarint(body, uint64(len(m.Memory)))
			body = append(body, m.Memory...)
		}
		out = append(out, s.kind)
		out = binary.AppendUvarint(out, uint64(len(body)))
		out = append(out, body...)
	}
	return out
}
