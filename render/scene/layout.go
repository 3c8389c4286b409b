package scene

import (
	"math"

	"relu-three-ways/render/figure"
)

// Heights of the page's own rows above and below the drawing, CSS px at scale 1.
const (
	desktopHeader, desktopFooter = 84, 68
	embedHeader                  = 48
	phoneHeader, phoneTabs       = 52, 54
)

// ChooseLayout picks the arrangement for a box of w × h CSS px. A tall box is
// stacked like a phone however wide it is, since the column beside the drawing
// would leave most of it empty.
func ChooseLayout(w, h float64, ui figure.UI) Layout {
	switch {
	case ui == figure.UILecture:
		return Projector
	case ui == figure.UINone, h < 400:
		return Short
	case w < 560, w < 900 && h > w, h > TallFrom*w:
		return Phone
	case w < 900, h < 560:
		return Embed
	case w < 1200:
		return Medium
	}
	return Desktop
}

// TallFrom is the ratio of height to width above which a box counts as tall,
// whatever its width.
const TallFrom = 1.1

// Beside says how a frame of the arrangements Desktop and Medium depends on its box,
// CSS px: a column of words, and beside it a drawing whose unit is the greatest
// for which it fits,
//
//	u = ⌊min((w − Stage − Labels)/2Half, (h − BesideRows·T)/BesideDepth)⌋.
//
// The composition is one for all boxes and grows with them: K = 1 at 1440 × 900.
// Its type grows as much, and shrinks less, T ≥ K. A page that shows a drawing
// before the program runs lets its style sheet compute the same.
type Beside struct {
	K, T                float64
	Left, Measure, Text float64 // of the column: left edge, width, top
	Stage, Labels       float64 // what is left free to the left and to the right of the panels
	Half                float64 // units of x on either side of 0
}

// The numbers of BesideOf.
const (
	BesideWide, BesideHigh  = 1440, 900 // the box of scale 1, px
	BesideFirm              = 0.65      // of the type that does not shrink with the box
	BesideLeft, BesideWords = 56, 420   // the column at scale 1, px
	BesideShare             = 0.33      // of the width, which the column does not exceed
	BesideGap               = 70        // between column and panels
	BesideLabels            = 154       // right of the panels
	BesideLess              = 228.      // by which those shrink for the scale's 1
	BesideHead              = 36        // between header and column
)

// BesideHalves are the half ranges of x, units, and the aspect ratio of the
// box from which each is used: wide boxes show more of the axis.
var BesideHalves = [...]struct{ Aspect, Half float64 }{{0, 3.3}, {1.74, 3.8}, {1.99, 4.8}, {2.24, 5.8}}

// BesideOf is the rule for a box of w × h px, w ≥ 900.
func BesideOf(w, h float64) (b Beside) {
	b.K = min(w/BesideWide, h/BesideHigh)
	b.T = max(b.K, BesideFirm+(1-BesideFirm)*b.K)
	b.Left = BesideLeft * b.K
	b.Measure = min(BesideWords*b.T, BesideShare*w)
	b.Text = desktopHeader*b.T + BesideHead*b.K
	b.Stage = b.Left + b.Measure + BesideGap*b.T
	b.Labels = min(BesideLabels*b.K, BesideLabels-BesideLess*(1-b.K))
	for _, s := range BesideHalves {
		if w >= s.Aspect*h {
			b.Half = s.Half
		}
	}
	return b
}

// Unit is the unit in a box of w × h px.
func (b Beside) Unit(w, h float64) float64 {
	return math.Floor(min((w-b.Stage-b.Labels)/(2*b.Half), (h-BesideRows*b.T)/BesideDepth))
}

// Where the panels of such a frame are, px at scale 1 of the type.
const (
	BesideDepth = 6.05                            // units down
	BesideTop   = desktopHeader + 28.             // above them, at least
	BesideRows  = BesideTop + desktopFooter + 36. // of the height that they do not have, at least
	BesideSpare = BesideRows + 6.                 // what the height has beyond this and the panels stands half above, half below
)

// Stacked is how the unit of a frame of the arrangement Phone, words under the
// drawing, follows its box, CSS px:
//
//	u = ⌊min((w − Margins·k)/Span, Most·k)⌋, k = max(1, w/StackedWide).
type Stacked struct{ Margins, Span, Most float64 }

// StackedWide is the width of the widest box in which a stacked frame has the
// scale 1, px.
const StackedWide = 660

// StackedOf is the rule for a lens.
func StackedOf(l figure.Lens) Stacked {
	switch l {
	case figure.Compare: // three columns of 2·1.28 units, their gaps and margins
		return Stacked{56 + 3*stackedGap, 3 * 2 * stackedHalf, 110}
	case figure.Dist: // a pixel less
		return Stacked{60, 6.6, 109}
	}
	return Stacked{54, 6.6, 110}
}

// Scale is the scale in a box of width w.
func (s Stacked) Scale(w float64) float64 { return max(1, w/StackedWide) }

// Unit is the unit in a box of width w.
func (s Stacked) Unit(w float64) float64 {
	k := s.Scale(w)
	return math.Floor(min((w-s.Margins*k)/s.Span, s.Most*k))
}

// Of a column of Compare that is stacked: the gap beside it, px, and half its
// width, units.
const stackedGap, stackedHalf = 10, 1.28

// leastHit is the side of what a finger can be asked to meet, CSS px.
const leastHit = 44

// plan is the geometry of one frame.
type plan struct {
	layout  Layout
	style   style
	w, h    float64
	u       float64 // px per unit in every panel
	x0      float64 // px of x = 0
	lo, hi  float64 // world x shown
	top     float64 // px where panels begin
	bottom  float64 // px where panels end, the tick labels not included
	left    float64 // px of the column of words
	measure float64 // its width
	textTop float64
	k       float64 // scale of the type and of all that goes with it
	tabs    float64 // height of the tabs' row on a phone, px at scale 1
}

// untabbed leaves out the row of tabs.
func (p *plan) untabbed() {
	if p.layout == Phone {
		row := p.tabs * p.k
		p.top, p.bottom, p.textTop, p.tabs = p.top-row, p.bottom-row, p.textTop-row, 0
	}
}

// newPlan lays out the lens for a box of w × h CSS px.
func newPlan(w, h float64, lens figure.Lens, ui figure.UI) plan {
	w, h = max(w, 240), max(h, 160)
	p := plan{layout: ChooseLayout(w, h, ui), w: w, h: h, k: 1, tabs: phoneTabs, lo: -figure.XRange().Hi, hi: figure.XRange().Hi}
	dist := lens == figure.Dist
	switch p.layout {
	case Desktop, Medium:
		c := BesideOf(w, h)
		p.k = c.T
		p.left, p.measure, p.textTop = c.Left, c.Measure, c.Text
		p.lo, p.hi = -c.Half, c.Half
		p.u = c.Unit(w, h)
		p.x0 = math.Round((c.Stage + w - c.Labels) / 2)
		p.top = BesideTop * p.k
		if spare := h - BesideSpare*p.k - BesideDepth*p.u; spare > 0 {
			p.top += spare / 2
		}
		p.bottom = p.top + BesideDepth*p.u
	case Projector:
		k := min(w/1920, h/1080)
		p.k = k
		dx, dy := (w-1920*k)/2, (h-1080*k)/2
		p.left, p.measure, p.textTop = dx+96*k, 560*k, dy+92*k
		p.u, p.x0 = 152*k, dx+1234*k
		p.top, p.bottom = dy+88*k, dy+976*k
		if dist {
			p.measure, p.u, p.x0 = 640*k, 116*k, dx+1204*k
			p.top, p.bottom = dy+70*k, dy+960*k
		}
	case Phone:
		s := StackedOf(lens)
		p.k = s.Scale(w)
		p.left, p.measure = 20*p.k, w-40*p.k
		p.u = s.Unit(w)
		p.x0 = math.Round(w/2 + 9*p.k)
		p.top = (phoneHeader + phoneTabs + 30) * p.k
		p.bottom = p.top + 5.45*p.u
		if dist {
			p.bottom = p.top + 6.05*p.u
		}
		p.textTop = p.bottom + 42*p.k
	case Embed:
		col := min(max(w*0.33, 224), 420)
		p.measure, p.left = col, w-col-18
		const numbers = 34 // left of the panels
		room := p.left - 20 - numbers
		p.top, p.bottom = embedHeader+20, h-24
		down, units := embedHeader+42., 5.
		if dist {
			p.top, down, units = embedHeader+12, embedHeader+34, 5.9
		}
		p.u = math.Floor(min(room/(2*p.hi), (h-down)/units))
		p.widen(room)
		p.x0 = math.Round(numbers + room/2)
		p.textTop = embedHeader + 18
	case Short:
		p.top, p.bottom = embedHeader+10, h-22
		if ui == figure.UINone { // no header either
			p.top = 16
		}
		units := 4.6
		if dist {
			units = 5.7
		}
		p.u = min(math.Floor((w-60)/(2*p.hi)), (p.bottom-p.top)/units)
		p.widen(w - 60)
		p.x0 = math.Round(w/2 + 8)
	}
	p.u = max(p.u, 8)
	p.style = styles(p.layout).scaled(p.k)
	p.style.hit = max(p.style.hit, leastHit) // a hand is as large on a small screen
	return p
}

// widen shows as much more of the axis of x as a room of so many px has.
func (p *plan) widen(room float64) {
	for _, s := range BesideHalves {
		if s.Half > p.hi && 2*s.Half*p.u <= room {
			p.lo, p.hi = -s.Half, s.Half
		}
	}
}

// footer is where the page's readouts begin.
//
//go:noinline
func (p plan) footer() float64 {
	switch p.layout {
	case Desktop, Medium:
		return p.h - desktopFooter*p.k
	}
	return p.h
}
