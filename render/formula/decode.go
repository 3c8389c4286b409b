package formula

import (
	"errors"
	"strings"

	"relu-three-ways/render/theme"
)

// The file: the magic line, the SHA-256 of its sources, and then, with u an
// unsigned and s a signed varint, lengths in thousandths of an em:
//
//	glyphs: u count; each: u char, u n, ⌈n/4⌉ bytes of 2-bit kinds, points as s differences
//	terms:  u count; strings (u length, UTF-8)
//	words:  u count; strings
//	text:   u count; each: u char, u glyph + 1 (0 is blank), u advance, u scale, s y
//	sans:   the same
//	lines:  u count; each: string name, u w, s ascent, s descent,
//	        MathML and speech as u n and n words,
//	        u slots; each: strings name, sample, s x y w, u scale, last, end, cell
//	        u items; each: u glyph + 1 (0 is a rule), u term, u ink + 1, u slot, s x y differences,
//	                 then u scale, or s w h of a rule
const (
	magic    = "formulas2\n"
	hashSize = 32
)

// leastItem is how many bytes an item takes at least.
const leastItem = 7

// mostSlots is how many numbers a line has at most.
const mostSlots = 8

var errCorrupt = errors.New("formula: corrupt data")

// Set is all typeset lines with the outlines that they share.
type Set struct {
	Glyphs []Glyph
	Terms  []string // paths of keys, outermost first, as "area-b/phi"; "key<from" is made of another term; Terms[0] is ""
	Lines  []Line   // in the order of the sources
	Hash   [hashSize]byte

	byName      map[string]int
	chars, sans face
}

// face is the characters of one kind of text.
type face map[rune]char

// char is a character of a face. Lengths are in em.
type char struct {
	glyph             int // −1 is blank
	advance, scale, y float64
}

// reader reads varints until something is wrong; then it reads zeros.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) fail() {
	r.b, r.bad = nil, true
}

// uvarint reads 7 bits a byte, low bits first, the top bit saying that more
// follow; n is how many bytes it took, 0 if b is cut off or the number is not
// below 2³⁵. Package encoding/binary would bring reflect into the program.
func uvarint(b []byte) (v uint64, n int) {
	for i := 0; i < len(b) && i < 5; i++ {
		v |= uint64(b[i]&0x7f) << (7 * i)
		if b[i] < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}

// natural reads a number in [0, limit].
func (r *reader) natural(limit int) int {
	if len(r.b) > 0 && r.b[0] < 0x80 && int(r.b[0]) <= limit { // most are one byte
		v := int(r.b[0])
		r.b = r.b[1:]
		return v
	}
	v, n := uvarint(r.b)
	if n <= 0 || v > uint64(limit) {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// count reads how many things follow, each at least a byte long, so that a
// lie cannot ask for more memory than the file's own size calls for.
func (r *reader) count() int {
	n := r.natural(len(r.b))
	if n > len(r.b) { // its own bytes are read now
		r.fail()
		return 0
	}
	return n
}

// integer reads a number in [−2²⁴, 2²⁴], which float32 holds exactly.
func (r *reader) integer() int {
	u := r.natural(1 << 25)
	return u>>1 ^ -(u & 1)
}

// em reads a signed length.
func (r *reader) em() float64 { return float64(r.integer()) / 1000 }

// scale reads an unsigned factor.
func (r *reader) scale() float64 { return float64(r.natural(1<<20)) / 1000 }

func (r *reader) string() string {
	n := r.count()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

// Decode reads a set of formulas. It returns an error for anything that it
// did not write itself, and never panics.
func Decode(b []byte) (*Set, error) {
	if len(b) < len(magic)+hashSize || string(b[:len(magic)]) != magic {
		return nil, errCorrupt
	}
	s := &Set{byName: map[string]int{}, chars: face{}, sans: face{}}
	copy(s.Hash[:], b[len(magic):])
	r := &reader{b: b[len(magic)+hashSize:]}
	for n := r.count(); n > 0 && !r.bad; n-- {
		s.Glyphs = append(s.Glyphs, r.glyph())
	}
	for n := r.count(); n > 0 && !r.bad; n-- {
		s.Terms = append(s.Terms, r.string())
	}
	var words []string
	for n := r.count(); n > 0 && !r.bad; n-- {
		words = append(words, r.string())
	}
	for _, f := range [...]face{s.chars, s.sans} {
		for n := r.count(); n > 0 && !r.bad; n-- {
			c := rune(r.natural(0x10ffff))
			f[c] = char{glyph: r.natural(len(s.Glyphs)) - 1, advance: r.scale(), scale: r.scale(), y: r.em()}
		}
	}
	for n := r.count(); n > 0 && !r.bad; n-- {
		l := r.line(words, len(s.Glyphs), len(s.Terms))
		s.byName[l.Name] = len(s.Lines)
		s.Lines = append(s.Lines, l)
	}
	if r.bad || len(r.b) > 0 || len(s.Terms) == 0 {
		return nil, errCorrupt
	}
	return s, nil
}

func (r *reader) glyph() Glyph {
	g := Glyph{Char: rune(r.natural(0x10ffff))}
	n := r.count()
	if (n+3)/4 > len(r.b) {
		r.fail()
		return g
	}
	kinds := r.b[:(n+3)/4]
	r.b = r.b[(n+3)/4:]
	if n > 0 {
		g.Ops = make([]Op, n)
	}
	x, y := 0, 0
	for i := range g.Ops {
		op := &g.Ops[i]
		op.Kind = kinds[i/4] >> (2 * (i % 4)) & 3
		for j := range max(1, int(op.Kind)) {
			x, y = x+r.integer(), y+r.integer()
			if r.bad {
				return g
			}
			p := [2]float32{float32(x), float32(y)}
			op.P[j] = p
			if i == 0 {
				g.X0, g.Y0, g.X1, g.Y1 = p[0], p[1], p[0], p[1]
			}
			g.X0, g.Y0, g.X1, g.Y1 = min(g.X0, p[0]), min(g.Y0, p[1]), max(g.X1, p[0]), max(g.Y1, p[1])
		}
	}
	return g
}

func (r *reader) line(words []string, glyphs, terms int) Line {
	l := Line{Name: r.string(), W: r.scale(), Ascent: r.em(), Descent: r.em()}
	l.mathML, l.speech = r.sentence(words), r.sentence(words)
	for n := r.count(); n > 0 && !r.bad; n-- {
		s := Slot{Name: r.string(), Sample: r.string(), X: r.em(), Y: r.em(), W: r.em(), Scale: r.scale()}
		s.last, s.end, s.cell = r.natural(1<<20), r.natural(1<<20), r.natural(1) == 1
		if len(l.Slots) == mostSlots {
			r.fail()
			break
		}
		l.Slots = append(l.Slots, s)
	}
	x, y := 0, 0
	n := r.count()
	l.Items = make([]Item, 0, min(n, len(r.b)/leastItem))
	for ; n > 0 && !r.bad; n-- {
		i := Item{Glyph: r.natural(glyphs) - 1, Term: r.natural(max(0, terms-1)), Scale: 1}
		if ink := r.natural(int(theme.Roles)); ink > 0 {
			i.Ink, i.Own = theme.Role(ink-1), true
		}
		i.Slot = r.natural(len(l.Slots))
		x, y = x+r.integer(), y+r.integer()
		i.X, i.Y = float64(x)/1000, float64(y)/1000
		if i.Glyph < 0 {
			i.W, i.H = r.em(), r.em()
		} else {
			i.Scale = r.scale()
		}
		l.Items = append(l.Items, i)
	}
	for k := range l.Slots {
		s := &l.Slots[k]
		if s.last > s.end || s.end > len(l.Items) {
			r.fail()
			return l
		}
		for s.first = s.last; s.first > 0 && l.Items[s.first-1].Slot == k+1; {
			s.first--
		}
	}
	return l
}

// sentence is a text as words of the file's table, put together when it is asked
// for: most never are, and putting all of them together would keep the first
// frame waiting.
type sentence struct {
	raw   []byte // unsigned varints, all in range
	words []string
}

// longestSentence bounds a text, bytes.
const longestSentence = 1 << 16

// sentence reads a text, and makes sure that it can be put together.
func (r *reader) sentence(words []string) sentence {
	n, size := r.count(), 0
	from := r.b
	for ; n > 0 && !r.bad; n-- {
		w := r.natural(len(words))
		if w == len(words) {
			r.fail()
			break
		}
		if size += len(words[w]); size > longestSentence {
			r.fail()
		}
	}
	return sentence{from[:len(from)-len(r.b)], words}
}

func (t sentence) String() string {
	var b strings.Builder
	for raw := t.raw; len(raw) > 0; {
		w, n := uvarint(raw)
		b.WriteString(t.words[w])
		raw = raw[n:]
	}
	return b.String()
}
