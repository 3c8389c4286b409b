// Package figure is the model of the figure: what it shows, how every hand
// changes it, and the words for it. It knows nothing of drawing or of pages.
package figure

import (
	"strconv"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// Lens is one of the ways to look at the slope.
type Lens uint8

const (
	Point   Lens = iota // the pointwise derivative
	Sub                 // the subdifferential
	Dist                // the distributional derivative
	Compare             // the three side by side
	Lenses              // how many lenses there are
)

var lensKeys = [Lenses]string{"point", "sub", "dist", "compare"}

// Key is the name of a lens in addresses and in HTML.
func (l Lens) Key() string { return lensKeys[l] }

// Control is a quantity that a person sets by hand. Each is one slider.
type Control uint8

const (
	None     Control = iota
	X                // the point, world units
	G                // the slope of the line that is tried
	C                // the probe's centre, world units
	W                // the probe's half width, world units
	H                // the secants' step, world units
	A                // the slope on the left of the kink, for leaky and kink; the parameter of a formula
	Beta             // the sharpness of softplus, per unit of x
	P                // the line of the derivation, 1 … 5
	S                // the shift of the mollifier, in half widths
	T                // the step size of an optimiser
	K                // the steps that it has taken
	Controls         // how many controls there are, but for corners: see Corner
)

// Key is the name of a control in addresses and in HTML, "" of None.
func (c Control) Key() string {
	if i, ok := c.Corner(); ok {
		return "corner" + strconv.Itoa(i+1)
	}
	return [Controls]string{X: "x", G: "g", C: "c", W: "w", H: "h", A: "a", Beta: "beta", P: "p", S: "s", T: "t", K: "k"}[c]
}

// known reports whether c is a control, or None.
func (c Control) known() bool { return c < Controls+MostCorners }

// ThemeChoice is the reader's choice of theme.
type ThemeChoice uint8

const (
	ThemeAuto ThemeChoice = iota // follow the system
	ThemeLight
	ThemeDark
	ThemeContrast
)

// UI is how much of the page is shown around the drawing.
type UI uint8

const (
	UIFull    UI = iota
	UIMin        // drawing, tabs and caption
	UINone       // the drawing alone
	UILecture    // projector layout
)

// Model is everything the figure shows and nothing else. It is comparable:
// the picture changes only if the model does.
type Model struct {
	Fn calculus.Kind
	// Formula is the canonical text of the function where Fn is Own, else "".
	Formula string

	Lens Lens
	X    float64 // the point, within Window
	G    float64 // slope tried, within GRange
	C    float64 // probe centre in [−3, 3]
	W    float64 // probe half width in [0.05, 3]; the pointer stops at 0.4
	H    float64 // secant step in [2⁻¹⁰, 2]
	A    float64 // slope on the left: [0, 1) for leaky, [−1, 2] for kink; the parameter of a formula
	Beta float64 // softplus sharpness in [0.5, 64]
	P    float64 // derivation line in [1, 5]
	S    float64 // the mollifier's centre in its half widths, in [−1, 1]

	Steps Method  // how the point takes steps in the subgradient lens, if it does
	T     float64 // their size, in [0.05, 2]
	K     float64 // how many have been taken, in [0, Path.N]
	Start float64 // where they began; X if none has been taken
	Path  Path    // where they lead

	Order Order // which derivative the derivation is of
	Sweep bool  // the sweep is shown where it has no room of its own
	Hide  Hide  // what is kept back

	Theme ThemeChoice
	UI    UI
	Lang  lang.Lang // of all words
	Scene int       // lecture scene, 0 is none

	Draw   bool   // the corners of a formula corners(…) have handles
	Drawn  string // the formula as it was when a hand took a corner, else ""
	Merges int8   // −1 or 1 if that corner is on the one before or after it
	Rides  bool   // the point is on that corner, and goes along
	Full   bool   // what a hand or a key last did to a corner did not fit into the formula

	Window  Window  // world x shown; not part of the address
	Held    Held    // which controls are in a hand now
	Focus   Control // the control with keyboard focus, or None
	Hover   Control // the control under the pointer, or None
	Stuck   bool    // the point is held by the magnet at a corner
	Run     Run     // what plays of the secants or the derivation, if anything does
	Walk    Run     // the walk of the probe, which may go on beside it
	Glide   Glide   // where a link in the prose sends the controls, if it does
	Turn    Turn    // how the picture is handing over to another, if it is
	Rest    Rest    // what axes and labels stand by
	Swept   Swept   // where the probe's centre has been
	Lit     Term    // the term of the derivation that is pointed out, or NoTerm
	Reduced bool    // the reader asks for reduced motion
}

// Say says an English text in the model's language.
func (m Model) Say(english string) string { return m.Lang.Say(english) }

// Window is the range of world x that the drawing shows.
type Window struct{ Lo, Hi float64 }

// Held is a set of controls.
type Held uint64

// Has reports whether c is in the set.
func (h Held) Has(c Control) bool { return h&(1<<c) != 0 }

// Swept is the range of the probe's centre since the function was chosen, world
// units.
type Swept struct{ Lo, Hi float64 }

// with is the range with one more centre in it.
func (s Swept) with(c float64) Swept { return Swept{min(s.Lo, c), max(s.Hi, c)} }

// Term is a part of the derivation that is on a line and in the picture.
type Term uint8

const (
	NoTerm     Term = iota
	PartsTerm       // −f φ′ and its area
	DirectTerm      // f′ φ and its area
	EndsTerm        // the boundary term and the points where it is read off
	Terms           // how many there are
)
