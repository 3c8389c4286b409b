package figure

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// The address: a table of its keys, and the kinds of entries that are in it. Whatever is
// read from a link or written into one is here.

// entry is one key of the address: how its value is read into a model and
// written out of it.
type entry struct {
	key string
	// read sets the field and reports whether the value was one.
	read func(m *Model, value string) bool
	// near sets the field to the end of its range that is nearest to a number outside,
	// and reports whether the value was such a number; nil where there is no range.
	near func(m *Model, value string) bool
	// write gives the value, false where it is the default.
	write func(m *Model) (string, bool)
	// state is the value in JSON, null where the key has no meaning.
	state func(m *Model) string
	// want says what would have been a value, and otherwise what the field has instead.
	want, otherwise func(m *Model) string
}

// entries are the keys of the address in the order in which they are written
// and read. The function comes first: the range of a depends on it.
//
//	fn     relu leaky abs minusabs softplus square cube heaviside sqrtabs cantor kink
//	f      a formula, in place of fn, see math/expression; fn is not written then
//	lens   point sub dist compare
//	x      −3.3 … 3.3, 0.5 unless told
//	g      −2 … 3, 0.4
//	c      −3 … 3, 0.8
//	w      0.05 … 3, 1.4
//	h      2⁻¹⁰ … 2, 1
//	a      leaky 0 … 0.99, 0.1; kink −1 … 2, 0.5; a formula with an a −3 … 3, 1; no key of the others
//	beta   0.5 … 64, 4
//	p      1 … 5, 1
//	s      −1 … 1, 0
//	steps  off fixed shrinking proximal, how the point takes steps in the lens sub
//	t      0.05 … 2, 0.6, their size
//	k      0 … 10, 0, how many of them it has taken from x; no key without steps
//	order  1 2, the derivative that the derivation is of; 2 where f″ is derived
//	sweep  off on
//	draw   off on, whether the corners of a formula corners(…) have handles
//	hide   labels cases numbers lower point sub dist fan smooth programs formula note, with commas; nothing
//	theme  auto light dark contrast
//	ui     full min none lecture
//	lang   en de
//	scene  0 … 99, 0 (none)
var entries = sync.OnceValue(func() []entry {
	return []entry{
		choice("fn", kinds(), func(m *Model) *calculus.Kind { return &m.Fn }),
		formula(),
		choice("lens", lensKeys[:], func(m *Model) *Lens { return &m.Lens }),
		number(X),
		number(G),
		number(C),
		number(W),
		number(H),
		parameterA(),
		number(Beta),
		number(P),
		number(S),
		choice("steps", []string{"off", "fixed", "shrinking", "proximal"}, func(m *Model) *Method { return &m.Steps }),
		number(T),
		taken(),
		order(),
		toggle("sweep", func(m *Model) *bool { return &m.Sweep }),
		drawing(),
		hidden(),
		choice("theme", []string{"auto", "light", "dark", "contrast"}, func(m *Model) *ThemeChoice { return &m.Theme }),
		choice("ui", []string{"full", "min", "none", "lecture"}, func(m *Model) *UI { return &m.UI }),
		choice("lang", lang.Codes(), func(m *Model) *lang.Lang { return &m.Lang }),
		scene(),
	}
})

// formula is the text of a function of one's own.
func formula() entry {
	return entry{
		key: "f",
		read: func(m *Model, value string) bool {
			canonical, bad, no := Read(value)
			if bad != nil || no != nil {
				return false
			}
			*m = m.written(canonical)
			return true
		},
		write: func(m *Model) (string, bool) { return encode(m.Formula), m.Typed() },
		state: func(m *Model) string {
			if !m.Typed() {
				return "null"
			}
			return `"` + m.Formula + `"` // which has no sign that JSON would escape
		},
		want:      func(*Model) string { return "a function that can be shown" },
		otherwise: func(m *Model) string { return kinds()[min(m.Fn, calculus.Kinds-1)] },
	}
}

// kinds are the names of the catalogue.
func kinds() []string {
	names := make([]string, calculus.Kinds)
	for k := range calculus.Kinds {
		names[k] = k.String()
	}
	return names
}

// encode writes a formula as the value of an address, which ends where a writer's text
// or quotation ends and where another key begins: all but letters, digits and what no
// such place takes for its end is percent-encoded.
func encode(text string) string {
	const hex, signs = "0123456789ABCDEF", "+-<>=,:"
	var b strings.Builder
	for i, c := range []byte(text) {
		switch {
		case c == ' ' && i > 0 && i+1 < len(text) && (strings.IndexByte(signs, text[i-1]) >= 0 || strings.IndexByte(signs, text[i+1]) >= 0): // beside which it means nothing
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("()*+-./:,=_", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
		}
	}
	return b.String()
}

// choice is a key with names for values, the first being the default.
func choice[T ~uint8](key string, names []string, field func(*Model) *T) entry {
	return entry{
		key: key,
		read: func(m *Model, value string) bool {
			for i, name := range names {
				if value == name {
					*field(m) = T(i)
					return true
				}
			}
			return false
		},
		write: func(m *Model) (string, bool) {
			i := *field(m)
			if i == 0 || int(i) >= len(names) {
				return "", false
			}
			return names[i], true
		},
		state: func(m *Model) string {
			if i := int(*field(m)); i < len(names) {
				return `"` + names[i] + `"`
			}
			return "null"
		},
		want:      func(*Model) string { return "one of " + strings.Join(names, ", ") },
		otherwise: func(*Model) string { return names[0] },
	}
}

// order is the order of the derivative, which some functions have no choice of.
func order() entry {
	e := choice("order", []string{"1", "2"}, func(m *Model) *Order { return &m.Order })
	read, want := e.read, e.want
	e.read = func(m *Model, value string) bool {
		was := m.Order
		if read(m, value) && (m.Order == First || m.hasSecond()) {
			return true
		}
		m.Order = was
		return false
	}
	e.want = func(m *Model) string {
		if !m.hasSecond() {
			return "1, the only order derived for this function"
		}
		return want(m)
	}
	return e
}

// number is the key of a control whose range does not depend on the function.
func number(c Control) entry {
	m := New()
	r, otherwise := ranges[c], *m.field(c)
	return real(c, func(*Model) (calculus.Interval, float64, bool) { return r, otherwise, true })
}

// taken is how many steps were taken, where there are any.
func taken() entry {
	return real(K, func(m *Model) (calculus.Interval, float64, bool) {
		return calculus.Interval{Hi: MostSteps}, 0, m.Steps != NoSteps
	})
}

// parameterA is the parameter of the function, which has its range and its default, and
// perhaps values that the function cannot be shown with.
func parameterA() entry {
	e := real(A, func(m *Model) (calculus.Interval, float64, bool) {
		r, ok := m.aRange()
		return r, m.startA(), ok
	})
	want := e.want
	for _, read := range [...]*func(*Model, string) bool{&e.read, &e.near} {
		all := *read
		*read = func(m *Model, value string) bool {
			was := m.A
			if all(m, value) && m.shown(m.A) {
				return true
			}
			m.A = was
			return false
		}
	}
	e.want = func(m *Model) string {
		if m.Typed() {
			return want(m) + " with which the function can be shown"
		}
		return want(m)
	}
	return e
}

// real is a key with a number for value, written as the shortest decimal that
// is the same float64 when read again. The last function gives range and
// default, and false where the key has no meaning: then it is not read.
func real(c Control, about func(*Model) (calculus.Interval, float64, bool)) entry {
	return entry{
		key: c.Key(),
		read: func(m *Model, value string) bool {
			r, _, ok := about(m)
			if !ok {
				return true
			}
			v, ok := numeral(value)
			if !ok || !r.Contains(v) {
				return false
			}
			m.put(c, within(r, v, v))
			return true
		},
		near: func(m *Model, value string) bool {
			r, _, _ := about(m)
			v, ok := numeral(value)
			if ok {
				m.put(c, within(r, v, v))
			}
			return ok
		},
		write: func(m *Model) (string, bool) {
			_, otherwise, ok := about(m)
			v := *m.field(c)
			if !ok || v == otherwise || !finite(v) {
				return "", false
			}
			return decimal(v), true
		},
		state: func(m *Model) string {
			if _, _, ok := about(m); !ok {
				return "null"
			}
			return exact(*m.field(c))
		},
		want: func(m *Model) string {
			r, _, _ := about(m)
			return "a number from " + decimal(r.Lo) + " to " + decimal(r.Hi)
		},
		otherwise: func(m *Model) string { return decimal(*m.field(c)) },
	}
}

// numeral is the number that a value is, however large.
func numeral(value string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.Replace(value, "−", "-", 1), 64)
	return v, v == v && (err == nil || math.IsInf(v, 0)) // which a number beyond all floats is read as
}

// drawing says whether a function that is given by its corners is drawn.
func drawing() entry {
	e := toggle("draw", func(m *Model) *bool { return &m.Draw })
	read := e.read
	e.read = func(m *Model, value string) bool {
		return read(m, value) && (!m.Draw || m.Sketched())
	}
	e.want = func(m *Model) string {
		if !m.Sketched() {
			return "off, or on for a formula corners(…) of at most " + strconv.Itoa(MostCorners) + " corners"
		}
		return "one of off, on"
	}
	return e
}

// toggle is a key that is on or off.
func toggle(key string, field func(*Model) *bool) entry {
	return entry{
		key: key,
		read: func(m *Model, value string) bool {
			*field(m) = value == "on"
			return value == "on" || value == "off"
		},
		write: func(m *Model) (string, bool) { return "on", *field(m) },
		state: func(m *Model) string {
			if *field(m) {
				return `"on"`
			}
			return `"off"`
		},
		want:      func(*Model) string { return "one of off, on" },
		otherwise: func(*Model) string { return "off" },
	}
}

// scene is the number of the lecture's scene, a whole number.
func scene() entry {
	return entry{
		key: "scene",
		read: func(m *Model, value string) bool {
			n, err := strconv.Atoi(value)
			if err != nil || n < 0 || n > lastScene {
				return false
			}
			m.Scene = n
			return true
		},
		near: func(m *Model, value string) bool {
			n, ok := numeral(value)
			if ok = ok && n == math.Trunc(n); ok {
				m.Scene = int(min(max(n, 0), lastScene))
			}
			return ok
		},
		write: func(m *Model) (string, bool) { return strconv.Itoa(m.Scene), m.Scene != 0 },
		state: func(m *Model) string { return strconv.Itoa(m.Scene) },
		want: func(*Model) string {
			return "a whole number from 0 to " + strconv.Itoa(lastScene)
		},
		otherwise: func(m *Model) string { return strconv.Itoa(m.Scene) },
	}
}

// decimal is the shortest decimal that is v again when read.
func decimal(v float64) string {
	if v == 0 {
		v = 0
	}
	return strings.Replace(strconv.FormatFloat(v, 'g', -1, 64), "e+", "e", 1)
}
