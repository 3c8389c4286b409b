//go:build !js

package wasm

import (
	"encoding/binary"
	"errors"
	"slices"
)

// code are instructions; https://webassembly.github.io/spec/core/binary/instructions.html
type code []byte

// local is a variable of a function, a number of 32 bits that is 0 at first.
type local byte

// operand is what an instruction takes from the stack.
type operand interface{ code() code }

func (c code) code() code  { return c }
func (l local) code() code { return code{0x20, byte(l)} }

// num is a number that is not negative.
func num(n int) code { return append(code{i32Const}, signed(n)...) }

// signed is a number that is not negative where one with a sign may stand.
func signed(n int) []byte {
	b := binary.AppendUvarint(nil, uint64(n))
	if last := len(b) - 1; b[last]&0x40 != 0 { // the sign
		b = append(b[:last], b[last]|0x80, 0)
	}
	return b
}

func add(a, b operand) code  { return slices.Concat(a.code(), b.code(), code{0x6a}) }
func sub(a, b operand) code  { return slices.Concat(a.code(), b.code(), code{0x6b}) }
func mul(a, b operand) code  { return slices.Concat(a.code(), b.code(), code{0x6c}) }
func div(a, b operand) code  { return slices.Concat(a.code(), b.code(), code{0x6e}) }
func less(a, b operand) code { return slices.Concat(a.code(), b.code(), code{0x49}) }

func load(at operand) code     { return append(at.code(), 0x28, 2, 0) }
func loadByte(at operand) code { return append(at.code(), 0x2d, 0, 0) }

// store puts a value so many bytes after an address.
func store(at operand, after int, value operand) code {
	return binary.AppendUvarint(slices.Concat(at.code(), value.code(), code{0x36, 2}), uint64(after))
}

func set(l local, value operand) code { return append(value.code(), 0x21, byte(l)) }

// repeat is a loop, which goes on where its last instruction, while, holds.
func repeat(steps ...code) code {
	return slices.Concat(code{0x03, 0x40}, slices.Concat(steps...), code{end})
}

func while(condition code) code { return append(condition, 0x0d, 0) }

// body is a function without parameters that has so many variables.
func body(locals int, steps ...code) code {
	return slices.Concat(code{1, byte(locals), 0x7f}, slices.Concat(steps...), code{end})
}

// startWith gives the module one more function, with which it starts once its
// memory is laid out.
func (m *Module) startWith(function code) error {
	var sections []section
	kind, grown := 0, 0
	for _, s := range m.sections {
		r := reader{s.body}
		grow := func(entry ...byte) (before int) {
			before = r.uint()
			s.body = slices.Concat(binary.AppendUvarint(nil, uint64(before+1)), r.b, entry)
			grown++
			return before
		}
		switch s.kind {
		case typeSection:
			kind = grow(0x60, 0, 0) // a function without parameters and results
		case functionSection:
			grow(binary.AppendUvarint(nil, uint64(kind))...)
		case startSection:
			return errors.New("wasm: a module that starts with a function already")
		case elementSection:
			number := binary.AppendUvarint(nil, uint64(m.imported+len(m.Functions)))
			sections = append(sections, section{startSection, number})
			grown++
		case codeSection:
			grow(append(binary.AppendUvarint(nil, uint64(len(function))), function...)...)
		}
		sections = append(sections, s)
	}
	if grown != 4 {
		return errors.New("wasm: a module without functions")
	}
	m.sections = sections
	m.Functions = append(m.Functions, Function{"unpack", function})
	return nil
}
