package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
)

// reveal makes room for the button that shows what is kept back: under the words that say that something is kept
// back, or beside them; in the room of what is kept back; or else at the foot of the
// drawing, or where it is low in a corner above, over what is there. So nothing moves when it is pressed and goes.
func (p *pen) reveal(m figure.Model) {
	if m.KeptBack() == 0 || p.ask.Plain || p.layout == Projector || m.UI == figure.UINone {
		return
	}
	size, tall := max(15, 16*p.k), max(leastHit, leastHit*p.k)
	wide := metrics.Width(metrics.Sans600, p.said(figure.ToReveal), size) + 2.4*size
	if p.ask.Loose {
		wide *= 1.3
	}
	put := func(x, y float64) { p.Reveal = Block{Rect: rect(x, y, wide, tall), Size: size, Lead: tall} }
	var equation *Block
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Slot == SlotEquation && m.KeptBack().Silences() {
			equation = b
		}
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Slot != SlotCaption {
			continue
		}
		text := p.plain(figure.Caption(m, b.Short))
		room, said := b.Rect, metrics.Lines(metrics.Serif400, text, b.Size, b.Rect.W)
		end := metrics.Width(metrics.Serif400, text, b.Size) + 1.2*b.Size
		if p.layout == Phone && equation != nil { // which follows
			room.H = equation.Rect.Bottom() - room.Y
		}
		air := 0.4 * b.Lead // of the room below
		if m.Lens == figure.Dist {
			air = b.Lead
		}
		switch foot := float64(said) * b.Lead; {
		case foot+tall <= room.H+air:
			below := min(0.3*b.Lead, max(0, room.H-foot-tall))
			if p.ask.Loose { // perhaps a line more
				below = min(b.Lead, room.H+air-foot-tall)
			}
			put(room.X, room.Y+foot+below)
			return
		case said == 1 && end+wide <= room.W:
			put(room.X+end, room.Y+(b.Lead-tall)/2)
			return
		}
	}
	foot := p.h
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Slot == SlotReadout && b.Rect.X < p.w/2 { // below the drawing or the words
			foot = b.Rect.Y
		}
	}
	for i := range p.Words {
		if w := &p.Words[i]; w.Key == ProgramsKey && w.Box.Y+tall <= min(foot, p.columnEnd()) {
			put(w.Box.X, w.Box.Y)
			return
		}
	}
	if equation != nil {
		put(equation.Rect.X, min(equation.Rect.Y, p.h-tall-4))
		return
	}
	if p.layout == Phone {
		foot = p.textTop
	}
	y := foot - tall - 6
	switch {
	case p.layout == Short:
		y = p.headerHeight() + 2
	case p.layout == Embed && m.Lens != figure.Compare: // above the axis, in a panel that mostly is kept back
		y = p.bottom - tall
	}
	put(p.w-wide-max(8, p.w-p.edge.X-p.edge.W), y)
}
