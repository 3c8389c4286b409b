// Package theme is the one table of colour roles: what each ink means and its
// value in every theme. Nothing else in the program names a colour.
package theme

// Role is what a colour stands for. A mark carries a Role, never a colour, so
// that a change of theme needs no new marks.
type Role uint8

const (
	Ink          Role = iota // text, the graph of f, the point P
	Paper                    // background, halos, the inside of open dots
	Muted                    // ticks, notes, tabs that are not selected
	Axis                     // axes, the dotted guide, slider tracks
	Hair                     // the rule above the readouts; decoration only
	Dot                      // the integer lattice; decoration only
	Pointwise                // everything about the pointwise derivative
	Subgradient              // everything about subgradients
	Distribution             // the derivative as a distribution: H, Hφ, δ
	Probe                    // φ and what is computed from it
	Warn                     // a claim that is false, always hatched and named too
	Roles                    // how many roles there are
)

// roleNames are the names used in CSS custom properties and in printed marks.
var roleNames = [Roles]string{"ink", "paper", "muted", "axis", "hair", "dot", "pt", "sub", "dis", "probe", "warn"}

// String returns the short name of the role, as used in CSS (--pt) and in
// printed marks.
func (r Role) String() string {
	if r < Roles {
		return roleNames[r]
	}
	return "?"
}

// RGB is an opaque sRGB colour, 8 bits a channel.
type RGB struct{ R, G, B uint8 }

// Hex returns the colour as CSS writes it, #rrggbb.
func (c RGB) Hex() string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

func hex(v uint32) RGB { return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)} }

// Theme is one complete set of colours and opacities. It is a comparable value.
type Theme struct {
	Name   string // "light", "dark" or "contrast"
	Colors [Roles]RGB
	Wash   float64 // opacity of the fan's wash and of φ's area
	Line   float64 // opacity of the fan's lines
	Area   float64 // opacity of an integral's area
	Band   float64 // opacity of the band along a secant
	Halo   float64 // opacity of the halo around a handle
}

// Hatch is the opacity of the hatching's wash and of its lines, in all themes.
const (
	HatchWash = 0.13
	HatchLine = 0.75
)

// Light is the theme of a bright page.
func Light() Theme {
	return Theme{
		Name: "light",
		Colors: [Roles]RGB{
			Ink: hex(0x1d1a16), Paper: hex(0xfbf7ef), Muted: hex(0x625a4f), Axis: hex(0x8d8475), Hair: hex(0xddd5c7), Dot: hex(0xcfc6b6),
			Pointwise: hex(0xa8540c), Subgradient: hex(0x1d5fc4), Distribution: hex(0x861a68), Probe: hex(0x5a6f14), Warn: hex(0xc0161f),
		},
		Wash: 0.10, Line: 0.74, Area: 0.20, Band: 0.26, Halo: 0.14,
	}
}

// Dark is the theme of a dark page.
func Dark() Theme {
	return Theme{
		Name: "dark",
		Colors: [Roles]RGB{
			Ink: hex(0xece6da), Paper: hex(0x171614), Muted: hex(0xa9a195), Axis: hex(0x7a7369), Hair: hex(0x34312c), Dot: hex(0x46423b),
			Pointwise: hex(0xe0963a), Subgradient: hex(0x5596ff), Distribution: hex(0xf6b8e1), Probe: hex(0xa6b957), Warn: hex(0xff6a5c),
		},
		Wash: 0.13, Line: 0.74, Area: 0.24, Band: 0.34, Halo: 0.14,
	}
}

// Contrast is the theme of a bad projector and of readers who ask for more
// contrast.
func Contrast() Theme {
	return Theme{
		Name: "contrast",
		Colors: [Roles]RGB{
			Ink: hex(0x0e0d0b), Paper: hex(0xffffff), Muted: hex(0x4a443c), Axis: hex(0x6f6759), Hair: hex(0xd3cdc2), Dot: hex(0xbdb6a8),
			Pointwise: hex(0x994700), Subgradient: hex(0x0f50b8), Distribution: hex(0x78105a), Probe: hex(0x516405), Warn: hex(0xb80012),
		},
		Wash: 0.12, Line: 0.68, Area: 0.24, Band: 0.26, Halo: 0.14,
	}
}

// Themes lists every theme, for tests and for the page's style sheet.
func Themes() []Theme { return []Theme{Light(), Dark(), Contrast()} }
