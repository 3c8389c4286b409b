package expression

import (
	"strings"
	"unicode/utf8"
)

// command reads what begins with a backslash, as TeX has it.
func (s *scanner) command() {
	at, i := s.i, s.i+1
	if i >= s.stop {
		s.fail(UnknownCommand, at, i, "")
		return
	}
	if !latin(s.text[i]) {
		s.mark(at, i)
		return
	}
	stop := s.run(latin, i)
	word := s.text[i:stop]
	for k := range commands {
		if c := &commands[k]; c.text == word {
			s.known(c, at, stop)
			return
		}
	}
	f := longest(word)
	if whole := f != nil && len(f.name) == len(word); whole && (f.most > 0 || f.op == Pi) || word == "log" {
		s.word(i, stop)
		return
	}
	if word == "ne" || word == "neq" {
		s.fail(WrittenOtherwise, at, stop, unequal)
		return
	}
	s.fail(UnknownCommand, at, stop, "")
}

// mark reads a backslash and a character that is no letter.
func (s *scanner) mark(at, i int) {
	switch s.text[i] {
	case ',', ';', ':', '!', ' ', '\n':
		s.i = i + 1
	case '{':
		s.add(token{kind: brace}, at, i+1)
	case '}':
		s.add(token{kind: braceEnd}, at, i+1)
	case '\\':
		s.add(token{kind: row}, at, i+1)
	default:
		_, size := utf8.DecodeRuneInString(s.text[i:s.stop])
		s.fail(UnknownCommand, at, i+size, "")
	}
}

// known reads a command of the list, and what belongs to it.
func (s *scanner) known(c *sign, at, stop int) {
	s.i = stop
	inside, after, found := s.group(stop)
	switch c.text {
	case "left", "right":
		s.blanks()
		if s.i < s.stop && s.text[s.i] == '|' {
			side := barOpen
			if c.text == "right" {
				side = barEnd
			}
			s.add(token{kind: side}, at, s.i+1)
		}
	case "mathrm", "operatorname", "mathit":
		if start := after - 1 - len(inside); found && inside != "" && s.run(latin, start) == after-1 {
			if s.word(start, after-1); s.err == nil {
				s.i = after
			}
		}
	case "begin", "end":
		if kind := strings.TrimSpace(inside); !found || kind != "cases" && kind != "dcases" {
			s.fail(UnknownCommand, at, after, "")
			return
		}
		s.add(token{kind: c.kind}, at, after)
	case "text", "textrm", "mbox":
		start := after - 1 - len(inside)
		if !found {
			s.fail(UnknownCommand, at, stop, "")
		} else if f := longest(inside); f != nil && len(f.name) == len(inside) {
			s.word(start, after-1)
			s.i = after
		} else {
			s.add(token{kind: words}, at, after)
		}
	default:
		s.sign(c, at, stop)
	}
}

// group returns what stands in the braces from i on, and where they end. It
// looks for no braces inside; without braces it returns i.
func (s *scanner) group(i int) (inside string, after int, found bool) {
	for i < s.stop && blank(s.text[i]) {
		i++
	}
	if i >= s.stop || s.text[i] != '{' {
		return "", i, false
	}
	length := strings.IndexByte(s.text[i:s.stop], '}')
	if length < 0 {
		return "", i, false
	}
	return s.text[i+1 : i+length], i + length + 1, true
}
