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
