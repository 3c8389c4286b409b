package figure

import (
	"strings"
	"unicode/utf8"
)

// longestValue is how much of a bad value a warning repeats, bytes.
const longestValue = 40

// Parse reads a link, the part of an address after the #, with or without it:
// keys and values as in entries, joined by = and &, perhaps percent-encoded. It
// is total. Keys it does not know are ignored; if a key occurs twice, the last
// one counts; a missing key takes its default. A number out of its range gives the
// nearest end, any other invalid value the default; either is told by one warning in
// words, in the order of the keys.
func Parse(link string) (Model, []string) {
	m := New()
	var warnings []string
	given := split(link)
	for _, e := range entries() {
		if e.key == "a" {
			m.A = m.startA()
		}
		value, ok := given[e.key]
		if !ok || e.read(&m, value) {
			continue
		}
		e.bound(&m, value)
		warnings = append(warnings, e.warning(&m, value, "using "+e.otherwise(&m)))
	}
	return m.settled(), warnings
}

// bound takes a number that is out of its range to the nearest end, and reports whether
// the value was one.
func (e entry) bound(m *Model, value string) bool { return e.near != nil && e.near(m, value) }

// warning says that a value is invalid, and what happens instead.
func (e entry) warning(m *Model, value, instead string) string {
	return e.key + "=" + clipped(value) + " is not " + e.want(m) + "; " + instead
}

// Keys are those of a link that say something of the figure; scene is the page's.
func Keys() (keys []string) {
	for _, e := range entries() {
		if e.key != "scene" {
			keys = append(keys, e.key)
		}
	}
	return keys
}

// Unknown gives, one to a warning, the keys of a link that mean nothing to a
// figure. Parse passes them over, since a link may hold keys of the page; whoever
// writes a link for the figure alone will want to know.
func Unknown(link string) (warnings []string) {
	entries := entries()
	for _, pair := range strings.Split(strings.TrimLeft(link, "#?"), "&") {
		key, _, _ := strings.Cut(pair, "=")
		key = strings.TrimSpace(decode(key))
		known := key == ""
		for _, e := range entries {
			known = known || e.key == key
		}
		if !known {
			warnings = append(warnings, "unknown key "+clipped(key)+"; it is ignored")
		}
	}
	return warnings
}

// clipped is as much of a text as a warning repeats.
func clipped(s string) string {
	if len(s) <= longestValue {
		return s
	}
	end := longestValue
	for end > 0 && !utf8.RuneStart(s[end]) { // within a character
		end--
	}
	return s[:end] + "…"
}

// Link is the address of the model, without #: the keys that are not at their
// default, in a fixed order. Parse(m.Link()) shows the same figure, to the last
// bit of every number.
func (m Model) Link() string {
	var b strings.Builder
	for _, e := range entries() {
		value, ok := e.write(&m)
		if !ok {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(e.key + "=" + value)
	}
	return b.String()
}

// split cuts a link into keys and values.
func split(link string) map[string]string {
	given := map[string]string{}
	for _, pair := range strings.Split(strings.TrimLeft(link, "#?"), "&") {
		key, value, _ := strings.Cut(pair, "=")
		given[strings.TrimSpace(decode(key))] = strings.TrimSpace(decode(value))
	}
	return given
}

// decode undoes percent-encoding; what is not an escape stands for itself, and
// so does +.
func decode(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, ok1 := digit(s[i+1])
			lo, ok2 := digit(s[i+2])
			if ok1 && ok2 {
				b.WriteByte(hi<<4 | lo)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// digit is the value of a hexadecimal digit.
func digit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
