package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// bracket joins the two integrals with "=", right of the panels, once both are
// told and where there is room.
func (p *pen) bracket() {
	if p.m.Lens != figure.Dist || p.style.small || p.untold() {
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
	k, a := p.k, p.Plots[0]
	y0, y1 := parts.box.Y+parts.box.H/2, direct.box.Y+direct.box.H/2
	alpha := min(parts.shown, direct.shown, p.shares().pour)
	if alpha <= 0 || y1-y0 < 60*k {
		return
	}
	x := a.X + a.W // of all that is between them
	for _, n := range p.named {
		if n.shown > 0 && n.box.Y < y1+4*k && n.box.Y+n.box.H > y0-4*k {
			x = max(x, n.box.X+n.box.W)
		}
	}
	const air, foot, equal = 18, 9, 8 // px: beside the labels, of its ends, half of the sign
	if x += air * k; x+(equal+6)*k > p.w {
		return
	}
	mid := (y0 + y1) / 2
	n := len(p.Marks)
	w := p.style.axis
	p.stroke(theme.Axis, w, Point{x - foot*k, y0}, Point{x, y0}, Point{x, mid - 2*equal*k})
	p.stroke(theme.Axis, w, Point{x, mid + 2*equal*k}, Point{x, y1}, Point{x - foot*k, y1})
	for _, d := range [...]float64{-3.5, 3.5} {
		p.stroke(theme.Ink, 1.4*w, Point{x - equal*k, mid + d*k}, Point{x + equal*k, mid + d*k}).Cap = Butt
	}
	for i := n; i < len(p.Marks); i++ {
		p.Marks[i].Alpha *= alpha
	}
}
