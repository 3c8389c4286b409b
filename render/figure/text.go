package figure

import (
	"bytes"
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
	pattern string // with slots {name}, in the order of args; a repeated name is the same slot
	args    [mostArgs]arg
	n       int // how many there are
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
	typed               // s as a reader typed it: no markup, and its numbers stay as they are
	phrase              // s said in the language; its own slots take the args after it
	brief               // v as Short has it, with w decimals at most, and s behind it
	nonzero             // v as Padded has it, with w decimals at least
	slopes              // the set [v, w]
)

func letter(s string) arg         { return arg{form: letters, s: s} }
func saying(s string) arg         { return arg{form: phrase, s: s} }
func num(v float64) arg           { return arg{form: brief, v: v, w: fewestDecimals} }
func set(i calculus.Interval) arg { return arg{form: slopes, v: i.Lo, w: i.Hi} }

// to is a number told from others beside it.
func to(v float64, others ...float64) arg {
	return arg{form: brief, v: v, w: float64(apart(v, others...))}
}

// fine is the same with zeros at its end, for what a hand moves.
func fine(v float64, others ...float64) arg {
	return arg{form: nonzero, v: v, w: float64(apart(v, others...))}
}

// times is v times a symbol.
func times(v float64, symbol string) arg {
	return arg{form: brief, v: v, w: fewestDecimals, s: symbol}
}

// AppendTimes writes v times a symbol at the end of dst: φ(0), −φ(0), 0.5φ(0),
// (1 − 10⁻⁷)φ(0).
func AppendTimes(dst []byte, v float64, symbol string) []byte {
	from := len(dst)
	switch v {
	case 1:
	case -1:
		dst = append(dst, "−"...)
	default:
		if dst = AppendShort(dst, v); bytes.IndexByte(dst[from:], ' ') >= 0 {
			dst = append(dst, ")"...)
			dst = append(dst, 0)
			copy(dst[from+1:], dst[from:])
			dst[from] = '('
		}
	}
	return append(dst, symbol...)
}

// mostArgs is how many args a text has at most, those of its phrases included.
const mostArgs = 12

// text is a sentence of the catalogue with its slots filled.
func text(pattern string, args ...arg) Text { return Text{pattern: pattern}.and(args...) }

// and is the text with more of its slots filled.
func (t Text) and(args ...arg) Text {
	t.n += copy(t.args[t.n:], args)
	return t
}

// quote is the text with another one in its next slot.
func (t Text) quote(other Text) Text {
	_, n := other.slots(other.pattern, 0)
	return t.and(saying(other.pattern)).and(other.args[:n]...)
}

// in is the text in a language.
func (t Text) in(l lang.Lang) Text {
	t.lang = l
	return t
}

// Empty reports whether the text says nothing.
func (t Text) Empty() bool { return t.pattern == "" }

// Numeric reports whether a number stands in the text.
func (t *Text) Numeric() bool {
	for i := range t.args[:t.n] {
		if f := t.args[i].form; f == brief || f == nonzero || f == slopes {
			return true
		}
	}
	return false
}

// String is the text written out, in the figure's markup.
func (t Text) String() string { return string(t.Append(nil)) }

// Append writes the text at the end of dst, in the figure's markup.
func (t *Text) Append(dst []byte) []byte {
	dst, _ = t.write(dst, t.pattern, 0)
	return dst
}

// local writes the numbers from a place on as the language has them.
func (t *Text) local(dst []byte, from int) []byte {
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

// Patterns that are the same in every language: a number by itself, and two
// sentences one after the other.
const (
	alone  = "{v}"
	joined = "{first} {then}"
)

// mostSlots is how many different slots a pattern has at most.
const mostSlots = 8

// slotNames are the different slots of a pattern, in the order in which they
// come, and the args that fill them.
type slotNames struct {
	names [mostSlots]string
	at    [mostSlots]int
	n     int
}

// slots finds the slots of a pattern that are filled from args[first] on, and
// which arg comes after them.
func (t *Text) slots(pattern string, first int) (s slotNames, next int) {
	next = first
	for rest := pattern; ; {
		_, name, after, ok := slot(rest)
		if !ok {
			return s, next
		}
		rest = after
		if s.find(name) < 0 {
			s.names[s.n], s.at[s.n] = name, next
			s.n++
			if a := &t.args[next]; a.form == phrase {
				_, next = t.slots(a.s, next+1)
			} else {
				next++
			}
		}
	}
}

// find is the arg of a slot, −1 if it is not there.
func (s *slotNames) find(name string) int {
	for i, other := range s.names[:s.n] {
		if other == name {
			return s.at[i]
		}
	}
	return -1
}

// write writes a pattern whose slots are filled from args[first] on, and tells
// which arg comes after them. The languages have the slots in orders of their
// own, so that they are told by their names, which the English order numbers.
func (t *Text) write(dst []byte, pattern string, first int) ([]byte, int) {
	slots, next := t.slots(pattern, first)
	rest := pattern
	if pattern != alone && pattern != joined {
		rest, _ = t.lang.Find(pattern)
	}
	for {
		before, name, after, ok := slot(rest)
		dst = t.local(append(dst, before...), len(dst))
		if !ok {
			return dst, next
		}
		rest = after
		if i := slots.find(name); i >= 0 {
			dst = t.fill(dst, i)
		}
	}
}

// fill writes an arg.
func (t *Text) fill(dst []byte, i int) []byte {
	a, from := &t.args[i], len(dst)
	switch a.form {
	case phrase:
		dst, _ = t.write(dst, a.s, i+1)
		return dst
	case typed:
		return appendTyped(dst, a.s)
	case brief:
		if a.s != "" {
			dst = AppendTimes(dst, a.v, a.s)
		} else {
			dst = appendTold(dst, a.v, int(a.w), short)
		}
	case nonzero:
		dst = appendTold(dst, a.v, int(a.w), padded)
	case slopes:
		dst = t.appendSet(dst, a.v, a.w)
	default:
		dst = append(dst, a.s...)
	}
	return t.local(dst, from)
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
// underscore stands for itself, and so does one that was typed.
func unmarked(b []byte) []byte {
	out := b[:0]
	open, opened := false, 0
	for _, c := range b {
		if c != '_' {
			if c == typedUnderscore {
				c = '_'
			}
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
