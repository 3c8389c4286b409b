package figure

import "relu-three-ways/math/calculus"

// Event is something that a hand, a key, the address or the clock did. The
// set is closed: only the types of this file are events.
type Event interface{ event() }

type (
	// Grab takes a control into the hand (pointer down).
	Grab struct{ Control Control }
	// Drag moves a held control to a world value (or slope, or step).
	Drag struct {
		Control       Control
		To            float64
		Y             float64 // of a corner, which moves both ways
		About, AboutY Slack   // of To, and of Y
		Pull          float64 // world units within which a corner attracts the point; 8 px, or 14 px for touch
	}
	// Release lets go, whether the pointer was lifted or taken away.
	Release struct{ Control Control }
	// Put brings a control to where a click was, as a hand would that takes it there.
	Put struct {
		Control  Control
		To, Pull float64
		About    Slack
	}
	// Nudge moves a control by a step of the keyboard.
	Nudge struct {
		Control Control
		Size    NudgeSize
		Dir     int  // −1 or +1
		Up      bool // a corner goes up or down, not sideways
	}
	// ToEnd moves a control to its least (Dir < 0) or greatest value.
	ToEnd struct {
		Control Control
		Dir     int
	}
	// Assign sets a control to a value exactly, out of any slider or message.
	Assign struct {
		Control Control
		To      float64
	}
	// Project brings g back to the nearest slope that supports, if any.
	Project struct{}
	// Focused tells which control has the keyboard focus, or None.
	Focused struct{ Control Control }
	// Hovered tells which control is under the pointer, or None.
	Hovered struct{ Control Control }
	// Choose selects a function.
	Choose struct{ Fn calculus.Kind }
	// Define shows the function of a formula, as somebody writes it; a text that is
	// none changes nothing. See Read.
	Define struct{ Text string }
	// Sketch gives the corners of the function handles, or takes them away.
	Sketch struct{ On bool }
	// Plant adds a corner to a drawn function, on its graph at X.
	Plant struct {
		X, Pull float64
		About   Slack
	}
	// Uproot removes one.
	Uproot struct{ Control Control }
	// Look selects a lens.
	Look struct{ Lens Lens }
	// Visit is a new address; what it leaves unsaid takes its default.
	Visit struct{ Link string }
	// Steer shows what a link of the prose says and leaves the rest as it is.
	Steer struct{ Link string }
	// Show shows what a link says, from anywhere: what it leaves unsaid takes its
	// default, but for theme and arrangement.
	Show struct{ Link string }
	// Land ends at once what a Steer began.
	Land struct{}
	// Shrink starts or stops h → 0.
	Shrink struct{ On bool }
	// Play plays the derivation, or the steps, from where it is, or stops it.
	Play struct{ On bool }
	// Toggle plays the derivation if it stands still, and otherwise stops it.
	Toggle struct{}
	// StepTo goes to the next line (Dir > 0) or the one before; where the point takes
	// steps, to the next step.
	StepTo struct{ Dir int }
	// Replay plays the derivation from its first line.
	Replay struct{}
	// Stroll lets the probe walk across the window, or stops it.
	Stroll struct{ On bool }
	// Descend chooses how the point takes steps, or ends them.
	Descend struct{ Method Method }
	// ShowSweep shows the sweep where it has no room of its own, or the
	// derivation again.
	ShowSweep struct{ On bool }
	// Light points out a term of the derivation and its area, or none.
	Light struct{ Term Term }
	// Tick is the passing of time, in seconds, while something runs.
	Tick struct{ Seconds float64 }
	// PickTheme chooses a theme.
	PickTheme struct{ Theme ThemeChoice }
	// Resize tells which world x are shown.
	Resize struct{ Window Window }
	// Motion tells whether the reader asks for reduced motion.
	Motion struct{ Reduced bool }
)

// Slack is how much less and how much more a hand may mean that is at a value: what is
// seen within half a pixel of it.
type Slack struct{ Below, Above float64 }

// NudgeSize is how far a key moves a control.
type NudgeSize uint8

const (
	Fine NudgeSize = iota // Shift + arrow
	Step                  // arrow
	Page                  // PageUp, PageDown
)

func (Grab) event()      {}
func (Drag) event()      {}
func (Release) event()   {}
func (Put) event()       {}
func (Nudge) event()     {}
func (ToEnd) event()     {}
func (Assign) event()    {}
func (Project) event()   {}
func (Focused) event()   {}
func (Hovered) event()   {}
func (Choose) event()    {}
func (Define) event()    {}
func (Sketch) event()    {}
func (Plant) event()     {}
func (Uproot) event()    {}
func (Look) event()      {}
func (Visit) event()     {}
func (Steer) event()     {}
func (Show) event()      {}
func (Land) event()      {}
func (Shrink) event()    {}
func (Play) event()      {}
func (Toggle) event()    {}
func (StepTo) event()    {}
func (Replay) event()    {}
func (Stroll) event()    {}
func (Descend) event()   {}
func (ShowSweep) event() {}
func (Light) event()     {}
func (Tick) event()      {}
func (PickTheme) event() {}
func (Resize) event()    {}
func (Motion) event()    {}
