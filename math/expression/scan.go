package expression

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner cuts a text into tokens. Where it cannot go on it leaves a bad token
// and the reason; a parser that finds a mistake before that place reports its own.
type scanner struct {
	text   string
	i      int // the next byte to read
	stop   int // where the formula ends in the text
	line   bool
	tokens []token
	err    *Error
}

// unequal shows what to write for a condition x ≠ 0, which would hold nearly
// everywhere: the other case first.
const unequal = "{x = 0: 1, x^2}"

// scan fills s.tokens, always with an end at the end.
func (s *scanner) scan() {
	for s.err == nil {
		s.blanks()
		if s.i >= s.stop {
			break
		}
		s.next()
	}
	s.add(token{kind: end}, s.stop, s.stop)
}

func (s *scanner) add(t token, at, end int) {
	t.at, t.end, t.line = at, end, s.line
	s.tokens = append(s.tokens, t)
	s.i, s.line = end, false
}

// fail ends the scan.
func (s *scanner) fail(problem Problem, at, end int, hint string) {
	s.err = &Error{At: at, End: end, Problem: problem, Name: s.text[at:end], Hint: hint}
	s.add(token{kind: bad}, at, end)
}

func (s *scanner) blanks() {
	for ; s.i < s.stop && blank(s.text[s.i]); s.i++ {
		s.line = s.line || s.text[s.i] == '\n'
	}
}

func blank(c byte) bool   { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
func decimal(c byte) bool { return '0' <= c && c <= '9' }
func latin(c byte) bool   { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// run returns the end of the characters of one class from i on.
func (s *scanner) run(class func(byte) bool, i int) int {
	for i < s.stop && class(s.text[i]) {
		i++
	}
	return i
}

// next reads what begins at s.i, which is not blank.
func (s *scanner) next() {
	c, rest := s.text[s.i], s.text[s.i:s.stop]
	switch {
	case decimal(c) || c == '.' && len(rest) > 1 && decimal(rest[1]):
		s.numeral()
		return
	case latin(c):
		s.word(s.i, s.run(latin, s.i))
		return
	case c == '\\':
		s.command()
		return
	}
	for i := range signs {
		if g := &signs[i]; strings.HasPrefix(rest, g.text) {
			s.sign(g, s.i, s.i+len(g.text))
			return
		}
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r == 'θ' || r == 'Θ' {
		s.add(token{kind: name, fn: longest("theta")}, s.i, s.i+size)
	} else if r == '≠' || strings.HasPrefix(rest, "!=") {
		s.fail(WrittenOtherwise, s.i, s.i+max(size, len("!=")), unequal)
	} else if !s.raised() {
		s.fail(UnknownCharacter, s.i, s.i+size, "")
	}
}

func (s *scanner) sign(g *sign, at, end int) {
	if s.i = end; g.kind != space {
		s.add(token{kind: g.kind, op: g.op, rel: g.rel}, at, end)
	}
}

// numeral reads 2, .5, 0.25 or 1e-3. An e belongs to the number only if digits
// follow at once, so that 2e is 2·e.
func (s *scanner) numeral() {
	at, i := s.i, s.run(decimal, s.i)
	if i < s.stop && s.text[i] == '.' {
		i = s.run(decimal, i+1)
	}
	if i < s.stop && s.text[i]|0x20 == 'e' {
		j := i + 1
		if j < s.stop && (s.text[j] == '-' || s.text[j] == '+') {
			j++
		}
		if k := s.run(decimal, j); k > j {
			i = k
		}
	}
	v, err := strconv.ParseFloat(s.text[at:i], 64)
	if next := s.run(decimal, min(i+1, s.stop)); i < s.stop && s.text[i] == '.' {
		s.fail(BadNumber, at, next, "0.5")
	} else if err != nil {
		s.fail(BadNumber, at, i, "1000")
	} else {
		s.add(token{kind: numeral, value: v}, at, i)
	}
}

// raised reads a whole number such as ² or ⁻¹.
func (s *scanner) raised() bool {
	const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	at, i, v, sign := s.i, s.i, 0.0, 1.0
	if strings.HasPrefix(s.text[i:s.stop], "⁻") {
		i, sign = i+len("⁻"), -1
	}
	first := i
	for i < s.stop {
		r, size := utf8.DecodeRuneInString(s.text[i:s.stop])
		place := strings.IndexRune(superscripts, r)
		if r == utf8.RuneError || place < 0 {
			break
		}
		v, i = 10*v+float64(utf8.RuneCountInString(superscripts[:place])), i+size
	}
	if i == first || v > math.MaxFloat64 {
		return false
	}
	s.add(token{kind: raised, value: sign * v}, at, i)
	return true
}

// word cuts a run of letters into names, the longest first: 2ax is 2·a·x, xsin
// is x·sin and exp is no product.
func (s *scanner) word(at, end int) {
	if w := s.text[at:end]; w == "otherwise" || w == "else" {
		s.add(token{kind: words}, at, end)
		return
	}
	for i := at; i < end; {
		for _, e := range elsewhere {
			if same(e[0], s.text[i:end]) {
				if e[1] == "" {
					s.fail(UnknownName, i, end, "arctan(x)")
				} else {
					s.fail(WrittenOtherwise, i, end, e[1])
				}
				return
			}
		}
		f := longest(s.text[i:end])
		if f == nil {
			s.unknown(at, i, end)
			return
		}
		t := token{kind: name, fn: f, op: f.op}
		if f.most == 0 {
			t.kind = letter
		}
		i += len(f.name)
		s.add(t, i-len(f.name), i)
	}
}

// unknown reports letters from at to end that make sense up to i. One letter is
// a variable; more are a name.
func (s *scanner) unknown(at, i, end int) {
	if near := nearest(s.text[at:end]); near != "" && end-at > 2 {
		s.fail(Misspelt, at, end, near)
	} else if end-at <= 2 || end-i == 1 {
		s.fail(UnknownLetter, i, i+1, "")
	} else {
		s.fail(UnknownName, at, end, "max(0, x)")
	}
}
