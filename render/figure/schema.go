package figure

import (
	"math"
	"strconv"

	"relu-three-ways/math/calculus"
)

// Ranges of the model's numbers.
const (
	GMin, GMax = -3.0, 4.0       // slopes that can be tried: well outside every interval shown
	CMin, CMax = -3.0, 3.0       // probe centre, world units
	WMin, WMax = 0.05, 3.0       // probe half width, world units
	WByHand    = 0.4             // least width that a pointer sets, so that its handles stay apart
	HMin, HMax = 1.0 / 1024, 2.0 // secant step, world units
	PMin, PMax = 1.0, 5.0        // line of the derivation
	XMax       = 100.0           // largest |x| an address may ask for
	defaultLo  = -3.3            // the window before the drawing tells
	defaultHi  = 3.3
)

// key is one entry of the address: a number of the model with its default and
// range.
type key struct {
	name   string
	get    func(m *Model) *float64
	lo, hi float64
	unset  float64
}

// numbers are the address's numbers in the order in which they are written.
// The range and default of a depend on the function: see rangeOf.
func numbers() []key {
	return []key{
		{"x", func(m *Model) *float64 { return &m.X }, -XMax, XMax, 1.4},
		{"g", func(m *Model) *float64 { return &m.G }, GMin, GMax, 0.4},
		{"c", func(m *Model) *float64 { return &m.C }, CMin, CMax, 0.8},
		{"w", func(m *Model) *float64 { return &m.W }, WMin, WMax, 1.4},
		{"h", func(m *Model) *float64 { return &m.H }, HMin, HMax, 1},
		{"a", func(m *Model) *float64 { return &m.A }, math.Inf(-1), math.Inf(1), math.NaN()},
		{"beta", func(m *Model) *float64 { return &m.Beta }, calculus.BetaRange().Lo, calculus.BetaRange().Hi, 4},
		{"p", func(m *Model) *float64 { return &m.P }, PMin, PMax, 1},
	}
}

// slopeRange is the range and the default of a for a function; a function
// without a keeps the ReLU's nought.
func slopeRange(k calculus.Kind) (lo, hi, unset float64) {
	r, ok := calculus.ARange(k)
	switch {
	case !ok:
		return 0, 0, 0
	case k == calculus.Leaky:
		return r.Lo, r.Hi, 0.1
	}
	return r.Lo, r.Hi, 0.5
}

// words of the address.
var (
	lensKeys  = [Lenses]string{"point", "sub", "dist", "compare"}
	themeKeys = [...]string{"auto", "light", "dark", "contrast"}
	uiKeys    = [...]string{"full", "min", "none", "lecture"}
)

// New is the model of a plain address: the ramp with the point at 1.4, where
// its slope is 1.
func New() Model {
	m := Model{Window: Window{defaultLo, defaultHi}}
	for _, k := range numbers() {
		if k.name != "a" {
			*k.get(&m) = k.unset
		}
	}
	_, _, m.A = slopeRange(m.Fn)
	return m
}

// Parse reads an address (with or without '#') into a model. It is total: an
// unknown key is ignored, and a bad value leaves the key's default and one
// warning that names both.
func Parse(link string) (Model, []string) {
	m := New()
	var warnings []string
	var slope string
	bad := func(name, value, want string) {
		warnings = append(warnings, name+"="+value+" is not "+want+"; the default is used")
	}
	word := func(name, value string, words []string) int {
		for i, w := range words {
			if w == value {
				return i
			}
		}
		want := "one of"
		for _, w := range words {
			want += " " + w
		}
		bad(name, value, want)
		return 0
	}
	for _, pair := range split(link) {
		name, value := pair[0], pair[1]
		switch name {
		case "fn":
			if k, ok := calculus.ParseKind(value); ok {
				m.Fn = k
			} else {
				bad(name, value, "a function of the catalogue")
			}
		case "lens":
			m.Lens = Lens(word(name, value, lensKeys[:]))
		case "theme":
			m.Theme = ThemeChoice(word(name, value, themeKeys[:]))
		case "ui":
			m.UI = UI(word(name, value, uiKeys[:]))
		case "scene":
			if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < 1000 {
				m.Scene = n
			} else {
				bad(name, value, "a number from 0 to 999")
			}
		case "a":
			slope = value // its range depends on fn, which may come later
		default:
			for _, k := range numbers() {
				if k.name == name {
					if v, ok := number(value, k.lo, k.hi); ok {
						*k.get(&m) = v
					} else {
						bad(name, value, "a number from "+brief(k.lo)+" to "+brief(k.hi))
					}
				}
			}
		}
	}
	lo, hi, unset := slopeRange(m.Fn)
	m.A = unset
	if slope != "" && lo < hi {
		if v, ok := number(slope, lo, hi); ok {
			m.A = v
		} else {
			bad("a", slope, "a number from "+brief(lo)+" to "+brief(hi))
		}
	}
	return m, warnings
}

// number parses a finite number in [lo, hi].
func number(s string, lo, hi float64) (float64, bool) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= lo && v <= hi) {
		return 0, false
	}
	return v + 0, true // −0 becomes 0
}

// brief writes a bound of a range.
func brief(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
