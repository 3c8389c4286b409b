package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// The controls in the column of words: h with the two quotients, and the slope g.

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
	_, v := home(p.f, p.m)
	lo, hi := math.Floor(2*v.bot-0.6)/2, math.Ceil(2*v.top+0.8)/2 // half a unit beyond the levels on either side
	return p.track(y, figure.G, "g", p.triedSlope(), "−0.00", lo, hi, p.m.Slope(), p.facts.Sub, p.judged(), 0, t)
}
