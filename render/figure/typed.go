package figure

// mostTyped is how many characters of what was typed are repeated in a sentence.
const mostTyped = 26

// asTyped is a stretch of a formula, as a reader types it: on one line, what cannot
// be seen by its code point, and a long one without its middle. It has no markup,
// and its numbers keep their points in every language.
func asTyped(s string) arg {
	var b []rune
	for _, r := range s {
		switch r {
		case '\t', '\n', '\r', '\u00a0', '\u2009', '\u202f':
			r = ' '
		case '\u2061', '\u2062': // what MathML has between a function and its argument, and for a product
			continue
		}
		if visible(r) {
			b = append(b, r)
		} else {
			b = append(b, []rune(codePoint(r))...)
		}
	}
	if len(b) > mostTyped {
		const tail = mostTyped / 2
		return arg{form: typed, s: string(b[:mostTyped-tail-1]) + "…" + string(b[len(b)-tail:])}
	}
	return arg{form: typed, s: string(b)}
}

// visible reports whether a character can be seen: it is not a control, a space but the
// ordinary one, a mark of format or direction, half of another, or for private use.
func visible(r rune) bool {
	for _, hidden := range [...]struct{ from, to rune }{
		{0, 0x1f}, {0x7f, 0xa0}, {0xad, 0xad}, {0x61c, 0x61c}, {0x1680, 0x1680}, {0x180e, 0x180e},
		{0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f}, {0x3000, 0x3000}, {0xd800, 0xf8ff},
		{0xfeff, 0xfeff}, {0xfff0, 0xfffb}, {0xe0000, 0x10ffff},
	} {
		if r >= hidden.from && r <= hidden.to {
			return false
		}
	}
	return true
}

// codePoint is the usual name of a character, as U+200B.
func codePoint(r rune) string {
	code := ""
	for r > 0 || len(code) < 4 {
		code = "0123456789ABCDEF"[r&15:][:1] + code
		r >>= 4
	}
	return "U+" + code
}

// typedUnderscore stands in the figure's markup for an underscore that is none of
// it. Nothing that was typed contains it, since it cannot be seen.
const typedUnderscore = '\x1f'

// appendTyped writes what was typed as markup.
func appendTyped(dst []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if c == '_' {
			c = typedUnderscore
		}
		dst = append(dst, c)
	}
	return dst
}
