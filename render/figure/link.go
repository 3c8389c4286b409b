package figure

import (
	"strconv"
	"strings"
)

// Link is the address of the model, without '#': fn and lens, then every key
// that is not at its default, in a fixed order, each number with as many
// digits as it needs to be read back exactly.
func (m Model) Link() string {
	var b strings.Builder
	put := func(name, value string) {
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(name + "=" + value)
	}
	if m.Fn != 0 {
		put("fn", m.Fn.String())
	}
	if m.Lens != Point {
		put("lens", lensKeys[m.Lens])
	}
	for _, k := range numbers() {
		v, unset := *k.get(&m), k.unset
		if k.name == "a" {
			lo, hi, d := slopeRange(m.Fn)
			if lo == hi {
				continue
			}
			unset = d
		}
		if v != unset {
			put(k.name, strconv.FormatFloat(v, 'g', -1, 64))
		}
	}
	if m.Theme != ThemeAuto {
		put("theme", themeKeys[m.Theme])
	}
	if m.UI != UIFull {
		put("ui", uiKeys[m.UI])
	}
	if m.Scene != 0 {
		put("scene", strconv.Itoa(m.Scene))
	}
	return b.String()
}

// split cuts an address into keys and values. Percent signs and plus signs are
// decoded where they can be and left alone where they cannot.
func split(link string) [][2]string {
	var out [][2]string
	for _, part := range strings.Split(strings.TrimPrefix(link, "#"), "&") {
		if part == "" {
			continue
		}
		k, v, _ := strings.Cut(part, "=")
		out = append(out, [2]string{decode(k), decode(v)})
	}
	return out
}

// decode undoes percent-encoding.
func decode(s string) string {
	if !strings.ContainsRune(s, '%') {
		return s
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}
