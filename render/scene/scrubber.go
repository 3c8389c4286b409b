package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// scrubberHeight is the room for the scrubber, px.
func (p *pen) scrubberHeight() float64 {
	if p.bare {
		return 0
	}
	if p.layout == Projector {
		return 46 * p.k
	}
	return max(46, 46*p.k)
}

// stepButton is the side of one of the buttons beside the scrubber, px, and how
// many there are.
func (p *pen) stepButton() (side, n float64) {
	switch p.layout {
	case Embed:
		if p.m.Stepping() { // beside the list of the methods
			return 30, 4
		}
		return 34, 4
	case Phone:
		return 44 * p.k, 4
	}
	if n = 4; !p.SweepFits && !p.m.Stepping() {
		n++ // the one that shows it
	}
	return max(40, 40*p.k), n
}

// scrubber is the slider `step`: five stops on a track, with room for the
// buttons before it.
func (p *pen) scrubber(y float64, t sizes) float64 {
	if p.bare {
		return y
	}
	mid := y + p.scrubberHeight()/2
	x0 := p.left + 6*p.k
	if p.layout == Projector { // they stand behind the track, and are seen while the pointer moves
		mid = y + 20*p.k
		p.block(SlotSteps, rect(p.left+p.measure-314*p.k, y-12*p.k, 5*60*p.k, 64*p.k), t.control, 64*p.k)
	} else {
		side, n := p.stepButton()
		hit := max(leastHit, leastHit*p.k)
		p.block(SlotSteps, rect(p.left-10, mid-hit/2, n*side, hit), t.control, hit)
		x0 = p.left - 10 + n*side + p.style.halo + 2
	}
	w := min(240*p.k, p.left+p.measure-p.style.halo-x0)
	px := func(v float64) float64 { return x0 + w*(v-1)/(lineCount-1) }
	now := p.m.P
	p.stroke(theme.Axis, 2*p.k, pt(px(now), mid), pt(px(lineCount), mid))
	p.stroke(theme.Distribution, 2*p.k, pt(px(1), mid), pt(px(now), mid))
	for i := 1.0; i <= lineCount; i++ {
		if i <= now {
			p.disc(pt(px(i), mid), 5*p.k, theme.Distribution, theme.Distribution, 0)
		} else {
			p.disc(pt(px(i), mid), 4*p.k, theme.Paper, theme.Axis, 2*p.k)
		}
	}
	p.handle(figure.P, pt(px(now), mid), theme.Distribution, false, sideways, move{kind: alongX, origin: pt(x0, mid), ux: w / (lineCount - 1), from: 1}, true)
	return y + p.scrubberHeight()
}
