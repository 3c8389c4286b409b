package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// Rect is a box in CSS pixels, y down.
type Rect = place.Rect

func rect(x, y, w, h float64) Rect { return Rect{X: x, Y: y, W: w, H: h} }

// Layout is the arrangement of the figure, chosen from its size.
type Layout uint8

const (
	Desktop   Layout = iota // 1200 px wide and more
	Medium                  // 900 … 1199
	Embed                   // < 900 wide or < 560 tall
	Phone                   // < 560 wide
	Short                   // < 400 tall
	Projector               // ui=lecture
)

// Slot names a block of HTML that the frame makes room for.
type Slot uint8

const (
	SlotQuestion Slot = iota // the lens's question, an h2
	SlotCaption              // the claim
	SlotSecants              // the two difference quotients, live
	SlotRun                  // the button h → 0
	SlotSteps                // replay, previous, play and next, of the derivation or of steps
	SlotMethod               // how the point takes steps
	SlotWalk                 // the button that lets the probe walk
	SlotReadout              // the four readouts
	SlotEquation             // compare: jump = width = mass
	Slots
)

// Block is the room for a slot. A slot that is not in Frame.Blocks is hidden
// from sight (and stays readable for screen readers).
type Block struct {
	Slot Slot
	Rect Rect    // W is the measure; H is the room reserved, which no text exceeds
	Size float64 // font size, px
	Lead float64 // line height, px

	Short bool // the text is the short one of two
}

// Word is a short HTML text inside the drawing.
type Word struct {
	Key   string // stable from frame to frame
	Text  figure.Text
	At    Point
	Align float64 // 0: At is the left edge, 0.5: the centre, 1: the right edge
	Base  float64 // 0: At is the top, 0.5: the middle, 1: the bottom
	Ink   theme.Role
	Size  float64 // font size, px
	Bold  bool
	Serif bool
	Width float64 // wrap at this measure; 0: never wrap
	Fade  float64 // 0 is whole, 1 is gone
	Box   Rect    // where it will stand, from the metrics of its font
	veil  figure.Hide
}

// Spot is a place to grab a control.
type Spot struct {
	Control figure.Control
	Primary bool    // carries the slider; the others are for pointers only
	At      Point   // centre of the drawn handle
	Hit     float64 // side of the square hit area, px
	Radius  float64 // of the halo; the focus ring is 3 px outside it
	move    move    // how a pointer's place becomes a value
	veil    figure.Hide
}

// Target is a part of the picture that can be pointed at, with the pointer or
// by giving it the focus: a term of the derivation, or the area that it is.
type Target struct {
	Key   string // stable from frame to frame
	Term  figure.Term
	Rect  Rect
	Focus bool // it is a stop of the Tab key
	row   int  // of the derivation that it is on; 0 is the picture
	veil  figure.Hide
}

// Frame is one picture of the figure.
type Frame struct {
	Layout  Layout
	W, H    float64 // CSS px; H may exceed the height asked for (phone)
	Window  figure.Window
	Unit    float64 // px per world unit
	Scale   float64 // of the page's own rows, which grow with the type
	Edge    float64 // px of the left edge of the column, in which the page's own rows begin too
	Measure float64 // px of its width
	Half    float64 // px from the left edge of the panels to x = 0
	Marks   []Mark
	Words   []Word
	Blocks  []Block
	Spots   []Spot
	Mirrors []Mirror
	Targets []Target
	Plots   []Rect  // the boxes of the panels; Mark.Plot counts from 1
	Left    float64 // px of the left edge of the panels, where the tabs begin
	Top     float64 // px where the panels begin
	Bottom  float64 // px where the column of words ends

	Fading bool  // something comes or goes, which takes time though nothing moves
	Reveal Block // the room of the button that shows what is kept back, W = 0 where nothing is

	SweepFits bool // the sweep has a room of its own; where it has none it is shown on demand

	subject
	plots  []panel // what the boxes of Plots show
	named  []named // the labels, as they were placed
	hushed bool    // no line of the derivation is there to be read
	panels panels  // of what outlives a change of lens
	other  *Frame  // the frame of the lens that is left

	// Stores and scratch, which the next frame uses again.
	points  []Point // of the marks
	glyphs  []formula.Placed
	digits  []byte         // of the live numbers
	live    []formula.Live // the slots of formulas
	words   []byte         // a text that is measured
	world   []Point
	run     []Point
	all     []Point
	bends   []float64
	places  []float64
	over    []span   // of x, where the line that is tried is above the graph
	stood   [4]stood // the views that were computed last
	uncut   []Mark   // marks that are to be trimmed
	cutting [2][]Point
	ground  place.Ground // that labels are placed on
	wants   []want
	seats   seats           // by which labels stand under a hand
	trails  *trails         // what the frame before showed of them
	clauses sentence        // of Compare
	claims  claims          // by which the claim has room
	cells   measured        // of readouts
	swept   swept           // the sweep's curve, which costs more than the rest
	origins []origin        // of glyphs, where they are asked for
	passes  []place.Segment // ink that is there between two lines of the derivation only: none makes way for it
}

// Ask is what a frame is made for.
type Ask struct {
	W, H  float64 // CSS px of the figure's box
	Theme theme.Theme
	Still bool // draw no hover or focus marks (posters)
	Bare  bool // draw no scrubber, which nobody can move in a picture to take away
	Alone bool // the drawing of a slide, with nothing beside it (figure.UINone)
	Rooms bool // make room for the blocks and draw no plot

	Plain   bool // draw points in place of handles
	Sources bool // keep what glyphs were set from

	// Title stands in place of the lens's question, in figure's markup: a
	// lecture's scene has a title of its own, and its page says which lens is on.
	// In the other arrangements it stands outside, as what is said does, and
	// nothing has room for question, claim and tabs.
	Title string

	// Needs are the heights, px, that blocks turned out to need in the page's own
	// type, for a frame that is as tall as its words; 0 is what metrics say.
	Needs [Slots]float64
	Loose bool // the page's own type is wider than metrics say

	partner figure.Lens // of a frame that hands over to that lens's
}
