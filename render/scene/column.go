package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// column sets the words beside (or under) the drawing: the question, the
// statement, room for the claim, the control and the cases, from the top down,
// as tight as the height asks for.
func (p *pen) column() {
	if p.layout == Short || p.m.UI == figure.UINone {
		return
	}
	if p.m.Lens == figure.Compare { // it has no column: words stand above and below the drawing
		t := p.headTypes()
		if p.outside() && p.layout != Phone {
			t.programs = 0
		}
		if p.setColumn(t); p.layout != Phone {
			p.Bottom = 0
		}
		return
	}
	was := p.draft()
	for degree := 0; ; degree++ {
		p.setColumn(p.types().tightened(degree, p.m.Lens))
		if p.Bottom <= p.limit() || degree == tightest {
			return
		}
		p.undo(was)
	}
}

// setColumn sets the column in some sizes.
func (p *pen) setColumn(t sizes) {
	y := p.textTop
	if t.question > 0 && !p.outside() {
		h := p.need(SlotQuestion, float64(p.questionLines(t.question, p.measure))*t.questionLead)
		p.block(SlotQuestion, rect(p.left, y, p.measure, h), t.question, t.questionLead)
		y += h + t.asked
	}
	if p.m.Lens == figure.Point || p.m.Lens == figure.Sub {
		y = p.statement(y, t)
	}
	if t.caption > 0 && !t.mute && !p.outside() {
		r := p.claim(y, t)
		p.block(SlotCaption, r, t.caption, t.captionLead)
		p.Blocks[len(p.Blocks)-1].Short = t.short
		y += r.H + t.claimed
	}
	switch p.m.Lens {
	case figure.Point:
		y = p.stepper(y, t)
	case figure.Sub:
		y = p.methods(p.slopeSlider(y, t), t)
	case figure.Dist:
		if p.layout == Desktop || p.layout == Medium { // lines stand closer where the claim is long and the window low
			room := p.limit() - y - p.noteHeight(t) - 12*p.k - p.scrubberHeight()
			t.row = max(t.least*t.row, min(t.row, room/float64(t.lines)))
		}
		y = p.derivation(y, t)
	case figure.Compare:
		y = p.equation(y)
	}
	top, bottom := p.cases(y, t)
	p.programs(y, top, bottom, t)
	if p.layout == Phone {
		y += p.programsRoom(t)
	}
	p.Bottom = y
}

// claim is the room of the claim, with its top at y.
func (p *pen) claim(y float64, t sizes) Rect {
	measure, kind, lines := min(p.measure, 25*t.caption), captions, 0
	if t.short {
		kind = shortCaptions
	}
	if p.m.Lens == figure.Compare { // where no hand changes its length
		measure, lines = p.measure, kind.lines(p.claimed(p.m, kind), t.caption, p.measure)
	} else if lines = p.claimLines(kind, t.caption, measure); p.m.Lens != figure.Dist || p.layout == Phone {
		lines = max(lines, t.captionLines)
	}
	return rect(p.left, y, measure, p.need(SlotCaption, float64(lines)*t.captionLead))
}

// programsAir is the room above what programs return.
func (p *pen) programsAir() float64 { return 10 * p.k }

// programsHeight is the height of so many lines of what programs return, and of the room
// above them; 0 where they are not heard.
func (p *pen) programsHeight(lines int, t sizes) float64 {
	if lines == 0 || t.programs == 0 {
		return 0
	}
	return p.programsAir() + float64(lines)*wrapLead*t.programs
}

// programsLines is how many lines what programs return has.
func (p *pen) programsLines(t sizes) int {
	return answers.lines(p.claimed(p.m, answers), t.programs, p.measure)
}

// programsRoom is the room of the longest of all that programs return.
func (p *pen) programsRoom(t sizes) float64 {
	if t.programs == 0 {
		return 0
	}
	return p.programsHeight(p.claimLines(answers, t.programs, p.measure), t)
}

// programs sets what programs return, where there is room: above the case distinction,
// which begins and ends at these heights, or below it.
func (p *pen) programs(y, top, bottom float64, t sizes) {
	if t.programs == 0 {
		return
	}
	word := figure.Programs(p.m)
	if word.Empty() {
		return
	}
	text := p.plain(word)
	air := p.programsAir()
	h := p.programsHeight(p.programsLines(t), t) - air
	if y += air; y+h+air > top {
		y = bottom + min(2*air, max(air, (p.columnEnd()-bottom-h)/2))
	}
	if y+h > p.columnEnd() {
		return
	}
	w := min(p.measure, metrics.Width(metrics.Sans400, text, t.programs))
	p.Words = append(p.Words, Word{Key: ProgramsKey, Text: word, At: pt(p.left, y), Ink: theme.Muted, Size: t.programs, Width: p.measure, Box: rect(p.left, y, w, h), veil: figure.HideAll})
}

// ProgramsKey is the key of the word that says what programs return.
const ProgramsKey = "programs"

// columnEnd is the lowest place for what is below the case distinction.
//
//go:noinline
func (p *pen) columnEnd() float64 {
	switch p.layout {
	case Projector:
		return p.bottom
	case Embed:
		return p.h - embedReadouts - 6
	}
	return p.limit()
}

// wrapLead is the line height of words that wrap, em.
const wrapLead = 1.25

// question is what the lens asks, or the title that stands in its place.
func (p *pen) question() figure.Text {
	if p.title != "" {
		return figure.Verbatim(p.title)
	}
	return figure.Question(p.m)
}

// outside reports whether title and claim stand outside the frame.
func (p *pen) outside() bool { return p.title != "" && p.layout != Projector }

// need is the height of a block: what the metrics say, or what it turned out to
// need, where the frame may be as tall as that.
func (p *pen) need(s Slot, h float64) float64 {
	if p.layout != Phone {
		return h
	}
	return max(h, p.ask.Needs[s])
}

// block makes room for HTML.
//
//go:noinline
func (p *pen) block(s Slot, r Rect, size, lead float64) {
	p.Blocks = append(p.Blocks, Block{Slot: s, Rect: r, Size: size, Lead: lead})
}

// below places a formula with its top at y and returns the y below it; it is
// made smaller where it would not fit the measure.
func (p *pen) below(l *formula.Line, x, y, em, measure float64, ink theme.Role, live ...formula.Live) (float64, *Mark) {
	w, up, down := p.set.Extent(l, em, live...)
	if w > measure {
		k := measure / w
		em, up, down = em*k, up*k, down*k
	}
	m := p.typeset(l, pt(x, y+up), em, ink, true, live...)
	return y + up + down, m
}

// spelled is a formula in the reader's language, where it has words in it.
func (p *pen) spelled(name string) *formula.Line {
	if own := p.m.Lang.Code() + "/" + name; p.set.Has(own) {
		return p.set.Line(own)
	}
	return p.set.Line(name)
}

// statement states the notion in a formula.
func (p *pen) statement(y float64, t sizes) float64 {
	gap := t.statement * 0.45 * t.gap
	if p.m.Lens == figure.Point {
		y, _ = p.below(p.set.Line("derivative/"+p.letter()), p.left, y, t.statement, p.measure, theme.Ink)
		return y + gap*2
	}
	if p.m.Stepping() {
		return p.stepStatement(y, t)
	}
	y, _ = p.below(p.spelled("support/"+p.letter()), p.left, y, t.statement, p.measure, theme.Ink)
	y += gap
	s := p.facts.Sub
	live := p.lives(slot("x", p.place()), slot("lo", p.short(s.Lo)), slot("hi", p.short(s.Hi)))
	which := p.set.Line("iff-interval")
	_, up, down := p.set.Extent(which, t.statement, live...) // the highest, so that nothing below moves
	switch {
	case s.Empty():
		which, live = p.spelled("iff-empty"), live[:1]
	case s.Width() == 0:
		which, live = p.set.Line("iff-point"), live[:2]
		if !figure.ReadsExactly(s.Lo) {
			which = p.set.Line("iff-about")
		}
	}
	_, own, _ := p.set.Extent(which, t.statement, live...)
	p.veiled(figure.HideAnswer, func() {
		p.below(which, p.left, y+up-own, t.statement, p.measure, theme.Ink, live...)
	})
	return y + up + down + gap*2
}

// notion is the ink of the lens.
//
//go:noinline
func (p *pen) notion() theme.Role { return figure.LensInk(p.m.Lens) }

// said is a word of the catalogue in the reader's language, to be measured
// before the next one is.
//
//go:noinline
func (p *pen) said(english string) []byte {
	p.words = append(p.words[:0], p.m.Say(english)...)
	return p.words
}
