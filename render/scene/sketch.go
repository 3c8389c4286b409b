package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// sketch draws the handles of the corners in the panel of f, and in that of f′ names the
// mass that each gives f″. Of handles that would lie on one another one is drawn: that
// which is in use, or the first.
func (p *pen) sketch(f, d panel) {
	at, held := p.m.Corners()
	if len(at) == 0 {
		return
	}
	p.as(upper, func() {
		p.corners(f, at, held)
	})
	for i, c := range at {
		mass, ok := figure.CornerMass(at, i)
		if !ok || mass == 0 || p.style.small || c.X < d.lo || c.X > d.hi {
			continue
		}
		l, r := p.limitSlope(c.X, -1), p.limitSlope(c.X, 1)
		y := min(max((l+r)/2, d.bot), d.top)
		p.label(label{key: cornerKeys[i], word: figure.MassWord(p.m, mass), ink: theme.Distribution, size: p.style.word, bold: true, firm: true, Label: place.Label{At: d.at(c.X, y), Clear: 4 * p.k, To: place.East, Most: 24}})
	}
}

// corners draws the handles, the one in use first, so that it has its place before its
// neighbours.
func (p *pen) corners(f panel, at []figure.Vertex, held int) {
	used := func(i int) bool {
		c := figure.Corner(i)
		return i == held || p.m.Focus == c || p.m.Hover == c
	}
	drawn := make([]Point, 0, len(at))
	for _, late := range [...]bool{true, false} { // what is in use has its place before others
		for i, c := range at {
			if used(i) != late {
				continue
			}
			q := p.pinned(f, c.X, c.Y)
			mv := move{kind: inPlane, seen: f}
			free := true
			for _, o := range drawn {
				free = free && math.Hypot(o.X-q.X, o.Y-q.Y) >= 2*p.style.handle
			}
			if !free {
				p.Spots = append(p.Spots, Spot{Control: figure.Corner(i), Primary: true, At: q, Hit: p.style.hit, Radius: p.style.halo, move: mv, veil: p.veil})
				continue
			}
			drawn = append(drawn, q)
			p.handle(figure.Corner(i), q, theme.Ink, true, sideways|upDown, mv, true)
			p.off(f, c.X, c.Y, q, theme.Ink)
		}
	}
}

// cornerKeys name the labels of the masses.
var cornerKeys = func() (keys [figure.MostCorners]string) {
	for i := range keys {
		keys[i] = "mass-" + string(rune('0'+i/10)) + string(rune('0'+i%10))
	}
	return keys
}()
