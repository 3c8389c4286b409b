package scene

import (
	"math"

	"relu-three-ways/render/figure"
)

// Heights of the page's own rows above and below the drawing, CSS px.
const (
	desktopHeader, desktopFooter = 84, 68
	embedHeader                  = 48
	phoneHeader, phoneTabs       = 52, 54
)

// ChooseLayout picks the arrangement for a box of w × h CSS px. A tall narrow
// box is stacked like a phone however wide it is, since the column beside the
// drawing would leave most of it empty.
func ChooseLayout(w, h float64, ui figure.UI) Layout {
	switch {
	case ui == figure.UILecture:
		return Projector
	case ui == figure.UINone, h < 400:
		return Short
	case w < 560, w < 900 && h > w:
		return Phone
	case w < 900, h < 560:
		return Embed
	case w < 1200:
		return Medium
	}
	return Desktop
}

// Beside is how a frame of the arrangements Desktop and Medium follows its box,
// CSS px: a column of words that keeps its size, and beside it a drawing whose
// unit is the greatest for which it fits,
//
//	u = ⌊min((w − Stage − Labels)/BesideSpan, (h − BesideRows)/BesideDepth)⌋.
//
// A page that shows a drawing before the program runs lets its style sheet
// reckon the same.
type Beside struct {
	From                float64 // the least width for which these hold
	Left, Measure, Text float64 // of the column: left edge, width, top
	Stage, Labels       float64 // what is left free to the left and to the right of the panels
}

// BesideOf is the rule for a box of width w ≥ 900.
func BesideOf(w float64) Beside {
	switch {
	case w < 1000:
		return Beside{900, 36, 300, 108, 392, 88}
	case w < 1200:
		return Beside{1000, 36, 340, 108, 436, 88}
	}
	return Beside{1200, 56, 420, 120, 546, 154}
}

// Where the panels of such a frame are.
const (
	BesideSpan  = 6.6                             // units across
	BesideDepth = 6.05                            // units down
	BesideTop   = desktopHeader + 28.             // px above them, at least
	BesideRows  = BesideTop + desktopFooter + 36. // px of the height that they do not have, at least
	BesideSpare = BesideRows + 6.                 // px; what the height has beyond this and the panels stands half above, half below
)

// Stacked is how the unit of a frame of the arrangement Phone, words under the
// drawing, follows the width of its box, CSS px:
//
//	u = ⌊min((w − Margins)/Span, Most)⌋.
type Stacked struct{ Margins, Span, Most float64 }

// StackedOf is the rule for a lens.
func StackedOf(l figure.Lens) Stacked {
	switch l {
	case figure.Compare: // three columns of 2·1.28 units, their gaps and margins
		return Stacked{54 + 3*stackedGap, 3 * 2 * stackedHalf, 110}
	case figure.Dist: // a pixel less
		return Stacked{60, 6, 109}
	}
	return Stacked{54, 6, 110}
}

// Unit is the unit in a box of width w.
func (s Stacked) Unit(w float64) float64 { return math.Floor(min((w-s.Margins)/s.Span, s.Most)) }

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
	k       float64 // scale of the projector layout; 1 elsewhere
}

// newPlan lays out the lens for a box of w × h CSS px.
func newPlan(w, h float64, lens figure.Lens, ui figure.UI) plan {
	w, h = max(w, 240), max(h, 160)
	p := plan{layout: ChooseLayout(w, h, ui), w: w, h: h, k: 1}
	p.style = styles(p.layout)
	dist := lens == figure.Dist
	switch p.layout {
	case Desktop, Medium:
		c := BesideOf(w)
		p.left, p.measure, p.textTop = c.Left, c.Measure, c.Text
		p.lo, p.hi = -3.3, 3.3
		room := w - c.Stage - c.Labels
		p.u = math.Floor(min(room/BesideSpan, (h-BesideRows)/BesideDepth))
		p.x0 = math.Round(c.Stage + max(room, BesideSpan*p.u)/2)
		p.top = BesideTop
		if spare := h - BesideSpare - BesideDepth*p.u; spare > 0 {
			p.top += spare / 2
		}
		p.bottom = p.top + BesideDepth*p.u
	case Projector:
		k := min(w/1920, h/1080)
		p.k = k
		p.style = p.style.scaled(k)
		p.style.hit = max(p.style.hit, leastHit) // a hand is as large on a small screen
		dx, dy := (w-1920*k)/2, (h-1080*k)/2
		p.left, p.measure, p.textTop = dx+96*k, 575*k, dy+92*k
		p.lo, p.hi, p.u, p.x0 = -3.05, 3.05, 160*k, dx+1216*k
		p.top, p.bottom = dy+88*k, dy+976*k
		if dist {
			p.measure, p.lo, p.hi, p.u, p.x0 = 680*k, -2.6, 2.75, 142*k, dx+1196*k
			p.top, p.bottom = dy+70*k, dy+960*k
		}
	case Phone:
		p.left, p.measure = 20, w-40
		p.u = StackedOf(lens).Unit(w)
		p.lo, p.hi = -3, 3
		p.x0 = math.Round(w/2 + 9)
		p.top = phoneHeader + phoneTabs + 30
		p.bottom = p.top + 5.45*p.u
		if dist {
			p.bottom = p.top + 6.05*p.u
		}
		p.textTop = p.bottom + 42
	case Embed:
		col := min(max(w*0.33, 224), 300)
		p.measure, p.left = col, w-col-18
		room := p.left - 36
		p.lo, p.hi = -3.05, 3.05
		p.u = math.Floor(min(room/6.6, (h-embedHeader-42)/5))
		p.top = embedHeader + 20
		p.bottom = h - 24
		if dist {
			p.lo, p.hi = -3.2, 3.2
			p.u = math.Floor(min(room/6.9, (h-embedHeader-34)/5.9))
			p.top = embedHeader + 12
		}
		p.x0 = math.Round(40 + (room-20)/2)
		p.textTop = embedHeader + 18
	case Short:
		p.lo, p.hi = -3.05, 3.05
		p.top, p.bottom = embedHeader+10, h-22
		if ui == figure.UINone { // no header either
			p.top = 16
		}
		units := 4.6
		if dist {
			units = 5.7
		}
		p.u = min(math.Floor((w-60)/6.3), (p.bottom-p.top)/units)
		p.x0 = math.Round(w/2 + 8)
	}
	p.u = max(p.u, 8)
	return p
}

// footer is where the page's readouts begin.
func (p plan) footer() float64 {
	switch p.layout {
	case Desktop, Medium:
		return p.h - desktopFooter
	}
	return p.h
}
