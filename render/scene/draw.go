package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/metrics"
)

// Draw fills the frame with the picture of a model. It is a pure function of
// its arguments but for the frame's buffers, which it uses again.
func Draw(f *Frame, m figure.Model, ask Ask) { DrawInTurns(f, m, ask, func() {}) }

// DrawInTurns is Draw, with pauses between parts of the work: a first picture takes
// long.
func DrawInTurns(f *Frame, m figure.Model, ask Ask, pause func()) {
	f.empty()
	formula.Load()
	pause()
	if m.Lens == figure.Compare {
		m.X = m.Centre()
		m = m.Unstepped() // on the way to steps the lens that is left has none
	}
	if m.Lens != figure.Dist {
		m.Order = figure.First
	}
	ui := m.UI
	if ask.Alone {
		ui = figure.UILecture
	}
	pl := newPlan(ask.W, ask.H, m.Lens, ui)
	if ask.Title != "" {
		pl.untabbed()
	}
	p := &pen{
		Frame: f, plan: pl, theme: ask.Theme, still: ask.Still, bare: ask.Bare, title: ask.Title, partner: ask.partner, ask: ask,
	}
	hide, kept := m.Hide, m.KeptBack()
	m.Hide = 0
	f.about(m)
	f.hide = kept
	if m.Turn.Kind == figure.LensTurn {
		p.partner = m.Turn.Lens
	}
	p.Layout, p.W, p.H, p.Unit, p.Scale, p.Edge, p.Frame.Measure, p.Half = pl.layout, pl.w, pl.h, pl.u, pl.k, pl.left, pl.measure, pl.hi*pl.u
	if pl.layout == Projector {
		p.Scale = 1 // its chrome does not grow
	}
	p.Window = figure.Window{Lo: pl.lo, Hi: pl.hi}
	p.Left, p.Top = pl.x0+pl.lo*pl.u, pl.top
	p.edge = rect(2, p.headerHeight(), pl.w-4, pl.h-p.headerHeight()-2)
	if pl.layout == Desktop || pl.layout == Medium {
		p.edge.X, p.edge.W = pl.left+pl.measure, pl.w-2*pl.left-pl.measure
		p.edge.H = pl.footer() - p.edge.Y
		if m.Lens == figure.Compare {
			p.edge.X, p.edge.W = 6, pl.w-12
		}
	}
	if pl.layout == Projector && m.Lens != figure.Compare {
		p.edge.X, p.edge.W = pl.left+pl.measure, pl.w-2*pl.left-pl.measure
	}
	if ask.Alone { // nothing is beside it
		p.edge.X, p.edge.W = 2, p.edge.X+p.edge.W-2
	}
	if pl.layout == Embed {
		p.edge.X, p.edge.W = 8, pl.w-16
		if m.Lens != figure.Compare {
			p.edge.W = pl.left - p.edge.X - 18
		}
	}
	if pl.layout == Phone {
		p.edge.X, p.edge.W = 8, pl.w-16
		p.edge.H = pl.textTop - p.edge.Y - 4
	}
	p.following = p.follows()
	if ask.Rooms {
		if m.Lens == figure.Compare {
			p.columns()
		}
		p.column()
		p.readouts()
		return
	}
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
	pause()
	p.column()
	p.readouts()
	p.signature()
	p.reserve(n)
	pause()
	p.settle()
	pause()
	p.veiled(figure.HideLabels|figure.HideLower|figure.HideDist|figure.HideFormula, p.bracket)
	m.Hide = hide
	p.reveal(m)
	p.conceal()
	if m.Turn.Kind == figure.LensTurn {
		p.turnLens(m, ask)
	}
}

// empty makes room for another picture.
func (f *Frame) empty() {
	*f = Frame{
		Marks: f.Marks[:0], Words: f.Words[:0], Blocks: f.Blocks[:0], Spots: f.Spots[:0], Mirrors: f.Mirrors[:0], Targets: f.Targets[:0], Plots: f.Plots[:0], plots: f.plots[:0],
		named: f.named[:0], subject: f.subject, hushed: true, clauses: f.clauses, claims: f.claims, cells: f.cells, swept: f.swept, other: f.other,
		points: f.points[:0], glyphs: f.glyphs[:0], digits: f.digits[:0], live: f.live[:0], words: f.words,
		world: f.world[:0], run: f.run[:0], all: f.all[:0], bends: f.bends[:0], places: f.places[:0], over: f.over[:0],
		stood: f.stood, uncut: f.uncut[:0], cutting: f.cutting,
		ground: f.ground, wants: f.wants[:0], seats: f.seats, trails: f.trails,
		passes: f.passes[:0], origins: f.origins[:0],
	}
	f.ground.Empty()
}

// signature names the lens at the foot of the projector's picture, which has
// no tabs.
func (p *pen) signature() {
	if p.layout != Projector || p.title != "" || p.ask.Alone {
		return
	}
	size, text := 30*p.k, figure.LensWord(p.m, p.m.Lens)
	at := pt((p.w-1920*p.k)/2+96*p.k, (p.h-1080*p.k)/2+1040*p.k)
	w := p.wordWidth(metrics.Sans600, text, size)
	p.Words = append(p.Words, Word{Key: "lens", Text: text, At: at, Base: 0.5, Ink: p.notion(), Size: size, Bold: true, Box: rect(at.X, at.Y-size/2, w, size)})
}

// headerHeight is the height of the page's own row above the drawing.
func (p *pen) headerHeight() float64 {
	if p.m.UI == figure.UINone {
		return 4
	}
	switch p.layout {
	case Desktop, Medium:
		return desktopHeader * p.k
	case Phone:
		return (phoneHeader + p.tabs) * p.k
	case Projector:
		return 8
	}
	return embedHeader
}

// embedReadouts is how far above the lower edge the readouts of Embed begin where they
// have room, px.
const embedReadouts = 4*23 + 14

// readouts makes room for the four readouts and, on a phone, settles how tall
// the figure is.
func (p *pen) readouts() {
	switch p.layout {
	case Desktop, Medium:
		w := p.w - 2*p.left
		r := p.cellsWidth()
		size := min(21*p.k, w/(r.cell[0]+r.cell[1]+r.cell[2]+r.extra+r.cell[3]+3))
		p.block(SlotReadout, rect(p.left, p.footer(), w, p.h-p.footer()), size, p.h-p.footer())
	case Embed:
		if p.m.Lens == figure.Compare {
			return
		}
		y := max(p.h-embedReadouts, p.Bottom+6)
		lead := max(leastReadout, min(23, math.Floor((p.h-4-y)/4))) // closer where the words above are long
		p.block(SlotReadout, rect(p.left, y, p.measure, 4*lead), 16.5, lead)
	case Phone:
		y := max(p.Bottom+14*p.k, p.h-96*p.k)
		r := p.cellsWidth()
		size := min(18*p.k, p.measure/(max(r.cell[0], r.cell[2])+max(r.cell[1], r.cell[3])+1))
		h := p.need(SlotReadout, 84*p.k)
		p.block(SlotReadout, rect(p.left, y, p.measure, h), size, 30*p.k)
		p.H = y + h + 12*p.k
	}
}

// measured is how wide the readouts get, em, in a language, and what is added in
// the lens that tries a slope.
type measured struct {
	lang   lang.Lang
	tries  bool
	layout Layout
	cell   [4]float64
	extra  float64
}

// cellsWidth is how wide the readouts get at most, em, as their style sets them:
// labels of ReadoutLabel em and a space of ReadoutGap em within a cell; an em is
// between two. It is kept, since a hand that drags does not change it.
func (p *pen) cellsWidth() *measured {
	r := &p.Frame.cells
	if tries := p.m.Lens == figure.Sub; r.cell[0] == 0 || r.lang != p.m.Lang || r.tries != tries || r.layout != p.layout {
		*r = measured{lang: p.m.Lang, tries: tries, layout: p.layout}
		labels := [...]string{"point", "slope", "interval", "pairing"} // ∂f(x) is no wider
		values := [...]string{"x = −0.00", "none", "[−0.00, 0.00]", "⟨r′, φ⟩ = −0.0000"}
		for i := range labels {
			r.cell[i] = metrics.Width(metrics.Sans600, p.said(labels[i]), ReadoutLabel) + ReadoutGap
			r.cell[i] += metrics.Width(metrics.Serif400, p.said(values[i]), 1)
		}
		if p.layout == Desktop || p.layout == Medium {
			r.cell[2] += metrics.Width(metrics.Sans600, p.said("subdifferential"), ReadoutLabel)
		}
		if tries {
			r.extra = metrics.Width(metrics.Serif400, p.said("_g_ = −0.00, outside"), 1) + ReadoutGap
		}
	}
	return r
}

// Measures of a readout, in em.
const ReadoutLabel, ReadoutGap = 15. / 21, 0.5
