package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
)

// Draw fills the frame with the picture of a model. It is a pure function of
// its arguments but for the frame's buffers, which it uses again.
func Draw(f *Frame, m figure.Model, ask Ask) {
	f.empty()
	if m.Lens == figure.Compare {
		m.X = 0
	}
	if m.Lens != figure.Dist {
		m.Order = figure.First
	}
	pl := newPlan(ask.W, ask.H, m.Lens, m.UI)
	p := &pen{
		Frame: f, plan: pl, theme: ask.Theme, still: ask.Still, bare: ask.Bare, title: ask.Title, partner: ask.partner, ask: ask,
	}
	f.about(m)
	if m.Turn.Kind == figure.LensTurn {
		p.partner = m.Turn.Lens
	}
	p.Layout, p.W, p.H, p.Unit = pl.layout, pl.w, pl.h, pl.u
	p.Window = figure.Window{Lo: pl.lo, Hi: pl.hi}
	p.Left, p.Top = pl.x0+pl.lo*pl.u, pl.top
	p.edge = Rect{2, p.headerHeight(), pl.w - 4, pl.h - p.headerHeight() - 2}
	if pl.layout == Desktop || pl.layout == Medium {
		p.edge.X, p.edge.W = pl.left+pl.measure, pl.w-pl.left-pl.measure-6
		p.edge.H = pl.h - desktopFooter - p.edge.Y
		if m.Lens == figure.Compare {
			p.edge.X, p.edge.W = 6, pl.w-12
		}
	}
	if pl.layout == Projector && m.Lens != figure.Compare {
		p.edge.X, p.edge.W = pl.left+pl.measure, pl.w-pl.left-pl.measure-6
	}
	if pl.layout == Embed && m.Lens != figure.Compare {
		p.edge.W = pl.left - 8
	}
	if pl.layout == Phone {
		p.edge.H = pl.textTop - p.edge.Y - 4
	}
	p.following = p.follows()
	switch m.Lens {
	case figure.Point:
		p.point()
	case figure.Sub:
		p.sub()
	case figure.Dist:
		p.dist()
	case figure.Compare:
		p.compare()
	}
	n := len(p.Marks)
	p.column()
	p.readouts()
	p.signature()
	p.reserve(n)
	p.settle()
	if m.Turn.Kind == figure.LensTurn {
		p.turnLens(m, ask)
	}
}

// empty makes room for another picture.
func (f *Frame) empty() {
	*f = Frame{
		Marks: f.Marks[:0], Words: f.Words[:0], Blocks: f.Blocks[:0], Spots: f.Spots[:0], Mirrors: f.Mirrors[:0], Targets: f.Targets[:0], Plots: f.Plots[:0], plots: f.plots[:0],
		named: f.named[:0], subject: f.subject, hushed: true, swept: f.swept, other: f.other,
		points: f.points[:0], glyphs: f.glyphs[:0], digits: f.digits[:0], live: f.live[:0], words: f.words,
		world: f.world[:0], run: f.run[:0], all: f.all[:0], bends: f.bends[:0], places: f.places[:0],
		stood: f.stood, uncut: f.uncut[:0], cutting: f.cutting,
		taken: f.taken[:0], wants: f.wants[:0], seats: f.seats, inked: ink{f.inked.segments[:0], f.inked.boxes[:0]},
	}
}

// signature names the lens at the foot of the projector's picture, which has
// no tabs.
func (p *pen) signature() {
	if p.layout != Projector || p.title != "" {
		return
	}
	size, text := 30*p.k, figure.LensWord(p.m, p.m.Lens)
	at := Point{(p.w-1920*p.k)/2 + 96*p.k, (p.h-1080*p.k)/2 + 1040*p.k}
	w := p.wordWidth(metrics.Sans600, text, size)
	p.Words = append(p.Words, Word{Key: "lens", Text: text, At: at, Base: 0.5, Ink: p.notion(), Size: size, Bold: true, Box: Rect{at.X, at.Y - size/2, w, size}})
}

// headerHeight is the height of the page's own row above the drawing.
func (p *pen) headerHeight() float64 {
	if p.m.UI == figure.UINone {
		return 4
	}
	switch p.layout {
	case Desktop, Medium:
		return desktopHeader
	case Phone:
		return phoneHeader + phoneTabs
	case Projector:
		return 8
	}
	return embedHeader
}

// readouts makes room for the four readouts and, on a phone, settles how tall
// the figure is.
func (p *pen) readouts() {
	switch p.layout {
	case Desktop, Medium:
		p.block(SlotReadout, Rect{p.left, p.h - desktopFooter, p.w - 2*p.left, desktopFooter}, 21, desktopFooter)
	case Embed:
		if p.m.Lens == figure.Compare {
			return
		}
		y := max(p.h-4*23-14, p.Bottom+6)
		lead := max(19, min(23, math.Floor((p.h-4-y)/4))) // closer where the words above are long
		p.block(SlotReadout, Rect{p.left, y, p.measure, 4 * lead}, 16.5, lead)
	case Phone:
		y := max(p.Bottom+14, p.h-96)
		p.block(SlotReadout, Rect{p.left, y, p.measure, 84}, 18, 30)
		p.H = y + 96
	}
}
