package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// Of the bracket, px: the air between it and what it joins, the length of its ends,
// half of the sign.
const air, foot, equal = 18, 9, 8

// bracketRoom is the room of the bracket, at the edge of the drawing, which labels
// leave free; and whether there is one.
func (p *pen) bracketRoom() (r Rect, ok bool) {
	if p.m.Lens != figure.Dist || p.style.small {
		return Rect{}, false
	}
	wide := (air + equal) * p.k
	y := p.Plots[1].Y
	return rect(p.edge.X+p.edge.W-wide, y, wide, p.edge.Bottom()-y), true
}

// bracket joins the two integrals with "=", right of the panels, once both are told.
func (p *pen) bracket() {
	room, ok := p.bracketRoom()
	if !ok || p.untold() {
		return
	}
	var parts, direct named
	for _, n := range p.named {
		switch n.key {
		case "parts":
			parts = n
		case "direct":
			direct = n
		}
	}
	k := p.k
	y0, y1 := parts.box.Y+parts.box.H/2, direct.box.Y+direct.box.H/2
	alpha := min(parts.shown, direct.shown, p.shares().pour)
	if alpha <= 0 || y1-y0 < 60*k {
		return
	}
	x, mid := room.X+air*k, (y0+y1)/2
	n := len(p.Marks)
	w := p.style.axis
	p.stroke(theme.Axis, w, pt(x-foot*k, y0), pt(x, y0), pt(x, mid-2*equal*k))
	p.stroke(theme.Axis, w, pt(x, mid+2*equal*k), pt(x, y1), pt(x-foot*k, y1))
	for _, d := range [...]float64{-3.5, 3.5} {
		p.stroke(theme.Ink, 1.4*w, pt(x-equal*k, mid+d*k), pt(x+equal*k, mid+d*k)).Cap = Butt
	}
	for i := n; i < len(p.Marks); i++ {
		p.Marks[i].Alpha *= alpha
	}
}
