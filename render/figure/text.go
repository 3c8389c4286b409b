package figure

import (
	"strings"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// Text is a sentence of the figure in the reader's language, with its numbers
// not yet written: the entry of the catalogue of words and what stands in its
// slots. It is a comparable value, and making one allocates nothing, so that
// the drawing can ask for its words at every frame. Two texts that are equal
// read alike.
type Text struct {
	lang    lang.Lang
	pattern string // with slots {name}, in the order of args; a name that comes again is the same slot
	args    [5]arg
}

// arg is what stands in a slot: a number, a set of slopes, or words.
type arg struct {
	form form
	v, w float64
	s    string
}

// form is how an arg is written.
type form uint8

const (
	letters form = iota // s as it is: a name of mathematics
	phrase              // s said in the language; its own slots take the args after it
	brief               // v as Short has it, and s behind it
	nonzero             // v as Nonzero has it
	places              // v with w decimals
	slopes              // the set [v, w]
)

func letter(s string) arg                { return arg{form: letters, s: s} }
func saying(s string) arg                { return arg{form: phrase, s: s} }
func num(v float64) arg                  { return arg{form: brief, v: v} }
func fine(v float64) arg                 { return arg{form: nonzero, v: v} }
func decimals(v float64, n int) arg      { return arg{form: places, v: v, w: float64(n)} }
func set(i calculus.Interval) arg        { return arg{form: slopes, v: i.Lo, w: i.Hi} }
func times(v float64, symbol string) arg { return arg{form: brief, v: v, s: symbol} }

// text is a sentence of the catalogue with its slots filled.
func text(pattern string, args ...arg) (t Text) {
	t.pattern = pattern
	copy(t.args[:], args)
	return t
}

// in is the text in a language.
func (t Text) in(l lang.Lang) Text {
	t.lang = l
	return t
}

// Empty reports whether the text says nothing.
func (t Text) Empty() bool { return t.pattern == "" }

// String is the text written out, in the figure's markup.
func (t Text) String() string { return string(t.Append(nil)) }

// Append writes the text at the end of dst, in the figure's markup.
func (t *Text) Append(dst []byte) []byte {
	from := len(dst)
	dst, _ = t.write(dst, t.pattern, 0)
	if t.lang.Comma() {
		lang.Commas(dst[from:])
	}
	return dst
}

// AppendPlain is Append without the markup.
func (t *Text) AppendPlain(dst []byte) []byte {
	from := len(dst)
	dst = t.Append(dst)
	return dst[:from+len(unmarked(dst[from:]))]
}

// alone is the pattern of a number by itself, which is the same in every
// language.
const alone = "{v}"

// mostSlots is how many different slots a pattern has at most.
const mostSlots = 4

// write writes a pattern whose slots are filled from args[first] on, and tells
// which arg comes after them. The languages have the slots in orders of their
// own, so that they are told by their names, which the English order numbers.
func (t *Text) write(dst []byte, pattern string, first int) ([]byte, int) {
	var names [mostSlots]string
	var at [mostSlots]int
	n, next := 0, first
	for rest := pattern; ; {
		_, name, after, ok := slot(rest)
		if !ok {
			break
		}
		rest = after
		known := false
		for _, other := range names[:n] {
			known = known || other == name
		}
		if !known {
			names[n], at[n] = name, next
			n, next = n+1, t.after(next)
		}
	}
	rest := pattern
	if pattern != alone {
		rest, _ = t.lang.Find(pattern)
	}
	for {
		before, name, after, ok := slot(rest)
		dst = append(dst, before...)
		if !ok {
			return dst, next
		}
		rest = after
		for i, other := range names[:n] {
			if other == name {
				dst = t.fill(dst, at[i])
			}
		}
	}
}

// after is the index of the arg that comes after arg i and those in its slots.
func (t *Text) after(i int) int {
	a := &t.args[i]
	i++
	if a.form != phrase {
		return i
	}
	for rest := a.s; ; { // no phrase has a slot twice
		_, _, after, ok := slot(rest)
		if !ok {
			return i
		}
		rest, i = after, t.after(i)
	}
}

// fill writes an arg.
func (t *Text) fill(dst []byte, i int) []byte {
	switch a := &t.args[i]; a.form {
	case phrase:
		dst, _ = t.write(dst, a.s, i+1)
		return dst
	case brief:
		return append(AppendShort(dst, a.v), a.s...)
	case nonzero:
		return AppendNonzero(dst, a.v)
	case places:
		return AppendNumber(dst, a.v, int(a.w))
	case slopes:
		return t.appendSet(dst, a.v, a.w)
	default:
		return append(dst, a.s...)
	}
}

// appendSet writes a set of slopes: [0, 1], {1} or empty.
func (t *Text) appendSet(dst []byte, lo, hi float64) []byte {
	switch {
	case lo > hi:
		empty, _ := t.lang.Find("empty")
		return append(dst, empty...)
	case lo == hi:
		return append(AppendShort(append(dst, '{'), lo), '}')
	}
	dst = append(AppendShort(append(dst, '['), lo), ", "...)
	return append(AppendShort(dst, hi), ']')
}

// slot finds the first slot of a pattern: {name}, of small letters.
func slot(pattern string) (before, name, after string, ok bool) {
	for from := 0; ; {
		i := strings.IndexByte(pattern[from:], '{')
		if i < 0 {
			return pattern, "", "", false
		}
		i += from
		j := i + 1
		for j < len(pattern) && 'a' <= pattern[j] && pattern[j] <= 'z' {
			j++
		}
		if j > i+1 && j < len(pattern) && pattern[j] == '}' {
			return pattern[:i], pattern[i+1 : j], pattern[j+1:], true
		}
		from = i + 1
	}
}

// unmarked takes the markup out of a text, in place: of _x_ it leaves x. A lone
// underscore stands for itself.
func unmarked(b []byte) []byte {
	out := b[:0]
	open, opened := false, 0
	for _, c := range b {
		if c != '_' {
			out = append(out, c)
			continue
		}
		if !open {
			opened = len(out)
		}
		open = !open
	}
	if open { // it was a lone one
		out = append(out, 0)
		copy(out[opened+1:], out[opened:])
		out[opened] = '_'
	}
	return out
}
