package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// sizes are the type sizes of the column of words, px (SPEC section 3).
type sizes struct {
	question, questionLead  float64
	statement               float64 // em of the stated formula
	caption, captionLead    float64
	captionLines            int     // lines kept free, so that nothing below moves as the claim changes
	row, derivation, reason float64 // of the derivation
	lines                   int     // lines of the derivation shown
	control                 float64 // font size beside the column's slider
	cases                   float64 // em of the case distinction; 0 leaves it out
	programs                float64 // what programs return; 0 leaves it out

	gap   float64 // share of the space between the parts
	least float64 // share of the row that the lines of the derivation keep at least
	short bool    // the claim is said briefly
	mute  bool    // it is left to those who listen
}

// types are the sizes at the scale of the plan.
func (p *pen) types() sizes {
	t := sizes{question: 34, questionLead: 40, statement: 27, caption: 20, captionLead: 30, captionLines: 5, row: 57, derivation: 26, reason: 15, lines: 5, control: 20, cases: 22, programs: 16}
	switch p.layout {
	case Embed:
		t = sizes{statement: 19, caption: 16.5, captionLead: 23, captionLines: 4, row: 42, derivation: 19, reason: 13.5, lines: 2, control: 18, programs: 13.5}
	case Phone:
		t = sizes{question: 25, questionLead: 30, statement: 20, caption: 17.5, captionLead: 25, captionLines: 4, row: 44, derivation: 21, reason: 14.5, lines: 2, control: 18, programs: 14.5}
	case Projector:
		t = sizes{question: 68, questionLead: 75, statement: 50, row: 104, derivation: 44, reason: 28, lines: 5, control: 40, cases: 42, programs: 34}
	}
	for _, v := range [...]*float64{&t.question, &t.questionLead, &t.statement, &t.caption, &t.captionLead, &t.row, &t.derivation, &t.reason, &t.control, &t.cases, &t.programs} {
		*v *= p.k
	}
	if p.layout == Phone && p.m.Sketching() { // where its length would move what is below, under the hand
		t.programs = 0
	}
	t.gap, t.least, t.short = 1, 0.74, p.style.small
	return t
}

// column sets the words beside (or under) the drawing: the question, the
// statement, room for the claim, the control and the cases, from the top down,
// as tight as the height asks for.
func (p *pen) column() {
	if p.layout == Short || p.m.UI == figure.UINone {
		return
	}
	if p.m.Lens == figure.Compare {
		p.compareColumn()
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
		n := p.questionLines(t.question, p.measure)
		h := p.need(SlotQuestion, float64(n)*t.questionLead)
		p.block(SlotQuestion, rect(p.left, y, p.measure, h), t.question, t.questionLead)
		y += h + t.question*0.6*t.gap
	}
	if p.m.Lens != figure.Dist {
		y = p.statement(y, t)
	}
	if t.caption > 0 && !t.mute && !p.outside() {
		lines := t.captionLines
		if p.m.Lens == figure.Dist && p.layout != Phone {
			lines = 0 // nothing that a hand does there changes its length
		}
		measure, kind := min(p.measure, 25*t.caption), captions
		if t.short {
			kind = shortCaptions
		}
		h := p.need(SlotCaption, float64(max(p.claimLines(kind, t.caption, measure), lines))*t.captionLead)
		p.block(SlotCaption, rect(p.left, y, measure, h), t.caption, t.captionLead)
		p.Blocks[len(p.Blocks)-1].Short = t.short
		y += h + t.captionLead*0.5*t.gap
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
	}
	top, bottom := p.cases(y, t)
	p.programs(y, top, bottom, t)
	if p.layout == Phone {
		y += p.programsRoom(t)
	}
	p.Bottom = y
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

// track draws a slider of the column, so wide that something else stays free of
// the measure: a rule, the part that counts, the thumb as a spot, the letter
// before and the value after, off which the thumb keeps wherever it is.
func (p *pen) track(y float64, c figure.Control, name string, value []byte, widest string, lo, hi, now float64, good calculus.Interval, ink theme.Role, free float64, t sizes) float64 {
	size := t.control * 1.1
	if p.ask.Plain { // its value, which nobody can change in a picture
		l, live := p.set.Line(name+"-eq"), slot("v", value)
		w, up, _ := p.set.Extent(l, size, live)
		p.typeset(l, pt(p.left, y+max(leastHit, leastHit*p.k)/2+up*0.35), size, ink, false, live)
		p.trackEnd = p.left + w
		return y + max(leastHit, leastHit*p.k)
	}
	l := p.set.Line(name)
	wn, up, _ := p.set.Extent(l, size)
	mid := y + max(leastHit, leastHit*p.k)/2
	p.typeset(l, pt(p.left, mid+up*0.35), size, ink, false)
	thumb := p.style.halo + 4*p.k
	tw := max(p.width(p.around(widest, nil, ""), t.control), p.width(value, t.control))
	x0 := p.left + wn + thumb
	w := min(180*p.k, p.measure-wn-2*thumb-tw-free)
	px := func(v float64) float64 { return x0 + w*clamp01((v-lo)/(hi-lo)) }
	p.stroke(theme.Axis, 2*p.k, pt(x0, mid), pt(x0+w, mid))
	if !good.Empty() {
		a, b := px(good.Lo), px(good.Hi)
		if b-a < 5 {
			a, b = a-2.5, b+2.5
		}
		p.veiled(figure.HideAnswer, func() { p.stroke(p.notion(), 5*p.k, pt(a, mid), pt(b, mid)) })
	} else if c == figure.H {
		p.stroke(ink, 2*p.k, pt(x0, mid), pt(px(now), mid))
	}
	p.handle(c, pt(px(now), mid), ink, false, sideways, move{kind: alongX, origin: pt(x0, mid), ux: w / (hi - lo), from: lo}, c == figure.H && p.m.Sketching())
	p.text(value, x0+w+thumb, mid+t.control*0.33, t.control, ink)
	p.trackEnd = x0 + w + thumb + tw
	return y + max(leastHit, leastHit*p.k)
}

// notion is the ink of the lens.
func (p *pen) notion() theme.Role { return figure.LensInk(p.m.Lens) }

// stepper is the control of the pointwise lens: h, the button that runs it to
// 0, and the two quotients.
func (p *pen) stepper(y float64, t sizes) float64 {
	if t.caption == 0 {
		return y
	}
	size := t.control * 0.9
	run := max(metrics.Width(metrics.Sans400, p.said("stop"), size), metrics.Width(metrics.Sans400, p.said("h → 0"), size)) + 0.9*size + 24
	const least = 70 // px of a rule that can be used
	hit := max(leastHit, leastHit*p.k)
	aside := p.measure-run-8 > t.control*5+2*p.style.halo+least*p.k
	free := 0.0
	if aside {
		free = run + 8
	}
	y = p.track(y, figure.H, "h", p.stepText(), "0.0000", 0, 2, p.m.H, calculus.Interval{Lo: 1}, theme.Pointwise, free, t)
	if aside {
		p.block(SlotRun, rect(p.trackEnd+8, y-hit, run, hit), size, hit)
	} else {
		p.block(SlotRun, rect(p.left-8, y, run, hit), size, hit)
		y += hit
	}
	b := Block{Slot: SlotSecants, Rect: rect(p.left, y+4*p.k, p.measure, 30*p.k), Size: t.control * 0.8, Lead: 30 * p.k}
	if wide := p.secantsWidth(b.Size, true); wide > p.measure {
		b.Short = true
		b.Size *= min(1, p.measure/p.secantsWidth(b.Size, false))
	}
	const readable = 12 // px of type
	const apart = 0.05  // of the two slopes of a graph with corners, which is what there is to see then
	written := p.layout != Embed || y+38*p.k <= p.limit() && b.Size >= readable
	if p.facts.HasSlope && !p.ask.Rooms && (!written || p.layout != Medium && p.f.PiecewiseLinear() && math.Abs(p.facts.QuotLeft-p.facts.QuotRight) > apart) {
		p.secantNames(p.panels.upper)
	}
	if !written {
		return y
	}
	p.Blocks = append(p.Blocks, b)
	return y + 38*p.k
}

// said is a word of the catalogue in the reader's language, to be measured
// before the next one is.
func (p *pen) said(english string) []byte {
	p.words = append(p.words[:0], p.m.Say(english)...)
	return p.words
}

// secantsWidth is how wide the two quotients and their limit get, px, with the
// word "secant" or without.
func (p *pen) secantsWidth(size float64, whole bool) (w float64) {
	for _, s := range [...]string{"left", "right", "limit"} {
		w += metrics.Width(metrics.Sans400, p.said(s), size) + 0.3*size + 6
		if whole && s != "limit" {
			w += metrics.Width(metrics.Sans400, p.said("secant"), size) + 0.3*size
		}
		w += max(metrics.Width(metrics.Serif400, p.said("none"), 1.3*size), 2.6*size)
	}
	return w + 2*SecantsGap*size
}

// SecantsGap is the space between the quotients, em.
const SecantsGap = 1.2

// stepText writes h with enough digits to tell it from 0.
func (p *pen) stepText() []byte {
	if p.m.H < 0.1 {
		return p.num(p.m.H, 4)
	}
	return p.padded(p.m.H)
}

// slopeSlider is the control of the subgradient lens.
func (p *pen) slopeSlider(y float64, t sizes) float64 {
	if t.caption == 0 || p.layout == Embed && p.m.Stepping() { // there is room for the steps' own, and g has a handle on its line
		return y
	}
	if !p.m.Tries() {
		if len(p.breaks) > 0 || !p.f.Convex() { // it is tried elsewhere
			y += max(leastHit, leastHit*p.k)
		}
		return y
	}
	lo, hi := p.slopeRange()
	ink := theme.Subgradient
	if !p.facts.Supports {
		ink = theme.Warn
	}
	return p.track(y, figure.G, "g", p.triedSlope(), "−0.00", lo, hi, p.m.Slope(), p.facts.Sub, ink, 0, t)
}

// slopeRange is the range of the column's slider for g: half a unit beyond the
// levels on either side.
func (p *pen) slopeRange() (lo, hi float64) {
	_, v := home(p.f, p.m)
	return math.Floor(2*v.bot-0.6) / 2, math.Ceil(2*v.top+0.8) / 2
}

// belowCases is how far three cases reach below the middle one's baseline, em.
const belowCases = 1.83

// leastCases is the least size of the cases, px to the em.
const leastCases = 15

// cases sets the case distinction level with the lower plot, where there is
// room between it and what is above. It has up to three rows, and its middle is
// always where that of three is. It tells where it begins and ends, both at the end of
// the column where there is none.
func (p *pen) cases(y float64, t sizes) (top, end float64) {
	top, end = p.columnEnd(), p.columnEnd()
	if t.cases == 0 || p.m.Lens == figure.Dist {
		return top, end
	}
	live := p.casesLive()
	l := p.casesLine()
	em := t.cases
	w, up, down := p.set.Extent(l, em, live...)
	if w > p.measure {
		em *= p.measure / w
		_, up, down = p.set.Extent(l, em, live...)
	}
	if p.layout != Projector && em < leastCases {
		return top, end
	}
	bottom := p.bottom - p.u*0.3 - 8*p.k
	if p.layout == Projector {
		bottom = p.bottom - 40*p.k
	}
	base := bottom - belowCases*t.cases
	if base-up < y+8*p.k {
		return top, end
	}
	top, end = base-up, base+down
	was := p.veil
	p.veil |= figure.HideCases | notionOf(p.notion())
	m := p.typeset(l, pt(p.left, base), em, theme.Ink, true, live...)
	p.veil = was
	if !p.own {
		for i := range m.Glyphs {
			if p.set.In(m.Glyphs[i].Term, "at") {
				m.Glyphs[i].Ink = p.notion()
			}
		}
		return top, end
	}
	if _, ok := p.f.Derivative(p.m.X); !ok && p.m.X != 0 && p.m.Lens == figure.Point {
		return top, end // "almost everywhere" is not here
	}
	row := "zero"
	if p.m.X < 0 {
		row = "neg"
	} else if p.m.X > 0 {
		row = "pos"
	}
	for i := range m.Glyphs {
		if p.set.In(m.Glyphs[i].Term, row) {
			m.Glyphs[i].Ink = p.notion()
		}
	}
	return top, end
}

// casesLive are the numbers of the case distinction.
func (p *pen) casesLive() []formula.Live {
	if p.own {
		return p.lives(slot("a", p.short(p.m.A)))
	}
	v, s := p.facts.Slope, p.facts.Sub
	if p.m.Lens == figure.Sub {
		v = s.Lo
	}
	return p.lives(slot("x", p.padded(p.m.X)), slot("v", p.short(v)), slot("lo", p.short(s.Lo)), slot("hi", p.short(s.Hi)))
}

// casesLine is the case distinction of the function as it is. With a dial at 1 it is a
// straight line, and one that bends down is supported nowhere.
func (p *pen) casesLine() *formula.Line {
	notion, which := "cases-point/", p.m.Fn.String()
	if s := p.facts.Sub; !p.own { // what is at the point alone
		switch {
		case p.m.Lens == figure.Point && p.facts.HasSlope:
			return p.spelled("here-point/has")
		case p.m.Lens == figure.Point:
			return p.spelled("here-point/none")
		case s.Empty():
			return p.spelled("here-sub/empty")
		case s.Width() == 0:
			return p.spelled("here-sub/one")
		}
		return p.spelled("here-sub/fan")
	}
	if p.m.Lens == figure.Sub {
		notion = "cases-sub/"
	}
	switch j := p.jump(); {
	case !p.dial():
	case j == 0:
		which = "straight"
	case j < 0 && p.m.Lens == figure.Sub:
		which = "concave"
	}
	return p.spelled(notion + which)
}
