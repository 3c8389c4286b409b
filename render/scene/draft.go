package scene

import "relu-three-ways/render/figure"

// The column is set by trying: what does not fit its height is taken back and
// set once more, tighter.

// draft is how far the frame's stores were filled before a try.
type draft struct {
	marks, words, blocks, spots, mirrors, targets, plots int
	points, glyphs, digits, live, taken, ink, wants      int
	hushed                                               bool
}

func (p *pen) draft() draft {
	return draft{
		len(p.Marks), len(p.Words), len(p.Blocks), len(p.Spots), len(p.Mirrors), len(p.Targets), len(p.Plots),
		len(p.points), len(p.glyphs), len(p.digits), len(p.live), len(p.ground.Taken), len(p.ground.Ink.Segments), len(p.wants), p.hushed,
	}
}

// undo takes back what was drawn since.
func (p *pen) undo(d draft) {
	p.Marks, p.Words, p.Blocks, p.Spots = p.Marks[:d.marks], p.Words[:d.words], p.Blocks[:d.blocks], p.Spots[:d.spots]
	p.Mirrors, p.Targets, p.Plots = p.Mirrors[:d.mirrors], p.Targets[:d.targets], p.Plots[:d.plots]
	p.plots, p.wants = p.plots[:d.plots], p.wants[:d.wants]
	p.points, p.glyphs, p.digits, p.live = p.points[:d.points], p.glyphs[:d.glyphs], p.digits[:d.digits], p.live[:d.live]
	p.ground.Taken, p.hushed = p.ground.Taken[:d.taken], d.hushed
	p.ground.Ink.Back(d.ink)
}

// tightest is the last degree of tightened.
const tightest = 5

// tightened are the sizes of a column that is too high, degree by degree: first
// what is only air goes, then the claim gets its short form and is set smaller,
// then it is left out, the question too, and of the derivation all but two lines.
func (t sizes) tightened(degree int, l figure.Lens) sizes {
	if degree >= 1 {
		t.question, t.questionLead = 0.85*t.question, 0.82*t.questionLead
		t.captionLead *= 0.92
		t.captionLines = max(0, t.captionLines-1)
		t.gap = 0.6
		t.least = 0.6
	}
	if degree >= 2 {
		t.short = true
		t.captionLines = min(t.captionLines, 3)
	}
	if degree >= 3 {
		t.caption, t.captionLead = 0.88*t.caption, 0.86*t.captionLead
		t.statement *= 0.9
		t.question, t.questionLead = 0.85*t.question, 0.85*t.questionLead
	}
	if degree >= 4 {
		t.captionLines, t.mute = 0, true
	}
	if degree >= tightest {
		t.question = 0
		t.lines = min(t.lines, 2)
	}
	t.asked, t.claimed = t.question*0.6*t.gap, t.captionLead*0.5*t.gap
	return t
}

// limit is the lowest place, px, for the end of the column.
//
//go:noinline
func (p *pen) limit() float64 {
	switch p.layout {
	case Desktop, Medium:
		return p.footer() - 6
	case Embed:
		return p.h - 4*leastReadout - 10
	case Projector:
		return p.h
	}
	return 1e9 // the page scrolls
}

// leastReadout is the least height of a readout that has a line of its own, px.
const leastReadout = 19

// sizes are the type sizes of the column of words, px.
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

	asked, claimed float64 // space below question and claim

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
