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
		p.left, p.measure, p.textTop = 56, 420, 120
		stage, labels := 546.0, 154.0
		p.lo, p.hi = -3.3, 3.3
		if p.layout == Medium {
			p.left, p.measure, p.textTop = 36, 340, 108
			stage, labels = 436, 88
			if p.w < 1000 {
				p.measure, stage = 300, 392
			}
		}
		room := w - stage - labels
		p.u = math.Floor(min(room/6.6, (h-desktopHeader-desktopFooter-40)/6.1))
		p.x0 = math.Round(stage + max(room, 6.6*p.u)/2)
		p.top = desktopHeader + 28
		p.bottom = min(p.top+6.05*p.u, h-desktopFooter-36)
		if spare := h - desktopFooter - 42 - p.top - 6.05*p.u; spare > 0 {
			p.top += spare / 2
			p.bottom += spare / 2
		}
	case Projector:
		k := min(w/1920, h/1080)
		p.k = k
		p.style = p.style.scaled(k)
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
		p.u = math.Floor(min((w-54)/6, 110))
		if dist {
			p.u--
		}
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
