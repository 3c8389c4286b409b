package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
)

// nook is a place for the button, and how far it may reach there.
type nook struct{ x, y, right, bottom float64 }

// reveal makes room for the button that shows what is kept back, where nothing moves
// when it is pressed and goes: in the first nook that is large enough, or in the last.
func (p *pen) reveal(m figure.Model) {
	if m.KeptBack() == 0 || p.ask.Plain || p.layout == Projector || m.UI == figure.UINone {
		return
	}
	size, tall := max(15, 16*p.k), max(leastHit, leastHit*p.k)
	wide := metrics.Width(metrics.Sans600, p.said(figure.ToReveal), size) + 2.4*size
	if p.ask.Loose {
		wide *= 1.3
	}
	var nooks []nook
	var caption, sum *Block
	foot := p.h // of the drawing or the words
	for i := range p.Blocks {
		switch b := &p.Blocks[i]; {
		case b.Slot == SlotCaption:
			caption = b
		case b.Slot == SlotEquation && m.KeptBack().Silences():
			sum = b
		case b.Slot == SlotReadout && b.Rect.X < p.w/2:
			foot = b.Rect.Y
		}
	}
	if caption != nil { // which says that something is kept back: under its words, or beside them
		text, room, lead := p.plain(figure.Caption(m, caption.Short)), caption.Rect, caption.Lead
		end, lines, air := room.Bottom(), metrics.Lines(metrics.Serif400, text, caption.Size, room.W), 0.4*lead // of the room below
		if p.layout == Phone && sum != nil {                                                                    // which follows
			end = sum.Rect.Bottom()
		}
		if m.Lens == figure.Dist {
			air = lead
		}
		y := room.Y + float64(lines)*lead
		below := min(0.3*lead, end-y-tall)
		if p.ask.Loose { // perhaps a line more
			below = min(lead, end+air-y-tall)
		}
		nooks = append(nooks, nook{room.X, y + max(0, below), p.w, end + air})
		if lines == 1 {
			nooks = append(nooks, nook{room.X + metrics.Width(metrics.Serif400, text, caption.Size) + 1.2*caption.Size, room.Y + (lead-tall)/2, room.X + room.W, p.h})
		}
	}
	for i := range p.Words { // in the room of what programs return, which is kept back, too
		if w := &p.Words[i]; w.Key == ProgramsKey {
			nooks = append(nooks, nook{w.Box.X, w.Box.Y, p.w, min(foot, p.columnEnd())})
		}
	}
	if sum != nil {
		nooks = append(nooks, nook{sum.Rect.X, min(sum.Rect.Y, p.h-tall-4), p.w, p.h})
	}
	last := nook{p.w - wide - max(8, p.w-p.edge.X-p.edge.W), foot - tall - 6, p.w, p.h} // over what is there
	switch {
	case p.layout == Phone:
		last.y = p.textTop - tall - 6
	case p.layout == Short:
		last.y = p.headerHeight() + 2
	case p.layout == Embed && m.Lens != figure.Compare: // above the axis, in a panel that mostly is kept back
		last.y = p.bottom - tall
	}
	for _, n := range append(nooks, last) {
		if n.x+wide <= n.right && n.y+tall <= n.bottom || n == last {
			p.Reveal = Block{Rect: rect(n.x, n.y, wide, tall), Size: size, Lead: tall}
			return
		}
	}
}
