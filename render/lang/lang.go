// Package lang says texts in the reader's language. Texts are written in
// English where they are made; a translation is one file, assets/lang/de.txt, of
// whole sentences with slots:
//
//	Right of 0 every short secant has slope {slope}. Drag the point to 0.
//	Rechts von 0 hat jede kurze Sekante die Steigung {slope}. Den Punkt zur 0 ziehen.
//
// A sentence that has been made is matched against the patterns and translated,
// including what fills its slots. So the catalogue is complete if every sentence
// that can be made is found in it, and that is what the tests ask. Numbers are
// written with a point where they are made, and said with a comma in languages
// that use one.
package lang

import (
	"strings"
	"sync"

	"relu-three-ways/assets"
)

// Lang is a language of the figure's words.
type Lang uint8

const (
	English Lang = iota
	German
	Langs // how many there are
)

// codes are the languages in addresses and in lang attributes.
var codes = [Langs]string{"en", "de"}

// Codes are the languages by their ISO 639-1 codes, in the order of Lang.
func Codes() []string { return codes[:] }

// Code is the language's ISO 639-1 code.
func (l Lang) Code() string {
	if l < Langs {
		return codes[l]
	}
	return codes[English]
}

// Say says an English text in the language, its numbers included. What has no
// translation stays English. A sentence of the catalogue whose slots are not
// filled yet is said with its slots, and found at once.
func (l Lang) Say(english string) string {
	said, _ := l.Find(english)
	if l.Comma() {
		return commas(said)
	}
	return said
}

// Comma reports whether the language writes numbers with a decimal comma.
func (l Lang) Comma() bool { return l == German }

// commas writes the numbers of a text with a decimal comma, and a semicolon
// between the ends of an interval, [0.5, 1].
func commas(s string) string {
	if !strings.ContainsAny(s, ".[") {
		return s
	}
	b := []byte(s)
	Commas(b)
	return string(b)
}

// Commas does the same in place.
func Commas(b []byte) {
	digit := func(i int) bool { return i >= 0 && i < len(b) && b[i] >= '0' && b[i] <= '9' }
	inside := false
	for i, c := range b {
		switch {
		case c == '[':
			inside = true
		case c == ']':
			inside = false
		case c == '.' && digit(i-1) && digit(i+1):
			b[i] = ','
		case c == ',' && inside:
			b[i] = ';'
		}
	}
}

// Find is Say, and reports whether the catalogue has the text; it has all
// English ones.
func (l Lang) Find(english string) (string, bool) {
	if l != German || english == "" {
		return english, true
	}
	return german().say(english)
}

// german is the catalogue, read when it is needed first.
var german = sync.OnceValue(func() catalogue { return read(assets.German) })

// catalogue holds the sentences by their text, and those with slots with the
// longest first too, so that the more definite one is found by its shape.
type catalogue struct {
	plain map[string]string // sentences as the file has them, slots and all
	slots []entry
}

// entry is a sentence with slots in two languages.
type entry struct {
	english []string // pieces between slots
	names   []string // of the slots, one fewer
	other   string
}

// read reads a catalogue: entries of two lines, apart by empty lines; lines that
// begin with # are comments. Everything else is skipped.
func read(file string) catalogue {
	c := catalogue{plain: map[string]string{}}
	var lines []string
	for _, line := range append(strings.Split(file, "\n"), "") {
		line = strings.TrimSuffix(line, "\r")
		switch {
		case strings.HasPrefix(line, "#"):
		case line != "":
			lines = append(lines, line)
		default:
			if len(lines) == 2 {
				c.add(lines[0], lines[1])
			}
			lines = lines[:0]
		}
	}
	return c
}

func (c *catalogue) add(english, other string) {
	e := entry{other: other}
	from := 0 // of the piece
	for i := 0; i < len(english); i++ {
		if english[i] != '{' {
			continue
		}
		if name, _, closed := strings.Cut(english[i+1:], "}"); closed && word(name) {
			e.english, e.names = append(e.english, english[from:i]), append(e.names, name)
			i += len(name) + 1
			from = i + 1
		}
	}
	e.english = append(e.english, english[from:])
	c.plain[english] = other
	if len(e.names) == 0 {
		return
	}
	at := len(c.slots)
	for i, o := range c.slots {
		if o.size() < e.size() {
			at = i
			break
		}
	}
	c.slots = append(c.slots, entry{})
	copy(c.slots[at+1:], c.slots[at:])
	c.slots[at] = e
}

// word reports whether s can name a slot: {1} and {} are sets, not slots.
func word(s string) bool {
	for _, r := range s {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return s != ""
}

// size is how many bytes of the sentence are fixed.
func (e entry) size() (n int) {
	for _, s := range e.english {
		n += len(s)
	}
	return n
}

func (c catalogue) say(english string) (string, bool) {
	if other, ok := c.plain[english]; ok {
		return other, true
	}
	for _, e := range c.slots {
		if values, ok := e.match(english); ok {
			said := e.other
			for i, name := range e.names {
				value, _ := c.say(values[i]) // a number has no translation
				said = strings.ReplaceAll(said, "{"+name+"}", value)
			}
			return said, true
		}
	}
	return english, false
}

// match finds what stands in the slots of a text of this shape. A slot is never
// empty and ends where what follows it first begins.
func (e entry) match(text string) ([]string, bool) {
	rest, ok := strings.CutPrefix(text, e.english[0])
	if !ok {
		return nil, false
	}
	var values []string
	for i, piece := range e.english[1:] {
		at := len(rest)
		switch last := i == len(e.names)-1; {
		case last && !strings.HasSuffix(rest, piece):
			return nil, false
		case last:
			at -= len(piece)
		default:
			at = strings.Index(rest, piece)
		}
		if at <= 0 {
			return nil, false
		}
		values = append(values, rest[:at])
		rest = rest[at+len(piece):]
	}
	return values, true
}
