package scene

import (
	"strconv"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// derivation sets the five lines (or the last two) with their values, the
// underlines of the terms that are areas, and the scrubber.
func (p *pen) derivation(y float64, t sizes) float64 {
	now := p.line()
	kind := p.m.Fn.String()
	lhs := "d/" + kind + "/lhs"
	num := 24 * p.k
	if p.layout == Projector {
		num = 0
	}
	em := t.derivation
	wl, _, _ := p.set.Extent(p.set.Line(lhs), em)
	value := figure.Number(p.lineValue(now), 4)
	wv := p.set.TextWidth(value, t.reason*1.15) + 10
	first, last := 1, 5
	indent := wl + 10*p.k
	if t.lines < 5 {
		indent = 4
		first, last = max(1, now-1), now
		if now == 1 {
			last = 2
		}
	}
	room := p.measure - num - indent
	for i := 1; i <= 5; i++ { // one size for all lines, so that they read as one derivation
		w, _, _ := p.set.Extent(p.set.Line("d/"+kind+"/"+strconv.Itoa(i)), em)
		side := wv
		if t.lines < 5 || p.layout == Projector {
			side = 0
		}
		if w+side > room {
			k := (room - side) / w
			em, indent = em*k, indent*k
			room = p.measure - num - indent
		}
	}
	for i := first; i <= last; i++ {
		line := "d/" + kind + "/" + strconv.Itoa(i)
		alpha := 1.0
		if i > now {
			alpha = 0.26
		}
		base := y + t.row*0.62
		x := p.left + num + indent
		if i == 1 && t.lines == 5 {
			p.typeset(lhs, Point{p.left + num, base}, em, theme.Ink, true).Alpha = alpha
		}
		m := p.typeset(line, Point{x, base}, em, theme.Ink, true)
		m.Alpha = alpha
		p.underline(line, x, base, em, alpha)
		if num > 0 {
			ink := theme.Muted
			if i == now {
				ink = theme.Distribution
			}
			p.text(strconv.Itoa(i), p.left, base, t.reason, ink).Alpha = max(alpha, 0.5)
		}
		if i <= now && t.lines == 5 && p.layout != Projector {
			v := figure.Number(p.lineValue(i), 4)
			ink := theme.Probe
			if i > 3 {
				ink = theme.Distribution
			}
			size := t.reason * 1.15
			p.text(v, p.left+p.measure-p.set.TextWidth(v, size), base, size, ink)
		}
		y += t.row
		if i == now {
			word := figure.StepReason(p.m, i)
			x, w := p.left+num+min(indent, 40)*0.5, p.measure-num-24*p.k
			n := metrics.Lines(metrics.Sans400, figure.Plain(word), t.reason, w)
			h := float64(n) * t.reason * 1.25
			wide := min(w, metrics.Width(metrics.Sans400, figure.Plain(word), t.reason))
			at := Point{x, y - t.row*0.08}
			p.Words = append(p.Words, Word{Key: "reason", Text: word, At: at, Ink: theme.Muted, Size: t.reason, Width: w, Box: Rect{at.X, at.Y, wide, h}})
			y += h
		}
	}
	y += 12 * p.k
	return p.scrubber(y, t)
}

// lineValue is the value of one line of the derivation, computed as that line
// says and not copied from another.
func (p *pen) lineValue(i int) float64 {
	φ := p.probe
	sum := 0.0
	switch i {
	case 1, 2:
		return p.f.ByParts(φ)
	case 3:
		for _, q := range p.f.Parts(φ) {
			sum += q.ByParts
		}
		return sum
	case 4:
		for _, q := range p.f.Parts(φ) {
			sum += q.BoundaryLo - q.BoundaryHi + q.Direct
		}
		return sum
	}
	return p.f.Direct(φ)
}

// underline rules off the terms that are areas, in the ink of the area.
func (p *pen) underline(name string, x, base, em, alpha float64) {
	l := p.set.Line(name)
	for _, a := range [...]struct {
		term string
		ink  theme.Role
	}{{"area-b", theme.Probe}, {"area-c", theme.Distribution}} {
		lo, hi, depth, ok := p.set.Span(l, a.term)
		if !ok {
			continue
		}
		y := base + max(depth, 0.34)*em + 3*p.k
		m := p.stroke(a.ink, 2.5*p.k, Point{x + lo*em, y}, Point{x + hi*em, y})
		m.Cap, m.Alpha = Butt, alpha
	}
}

// scrubber is the slider `step`: five stops on a track, with room for the
// buttons before it.
func (p *pen) scrubber(y float64, t sizes) float64 {
	mid := y + 20*p.k
	buttons := 96.0 * p.k
	if p.layout == Projector {
		buttons = 0
	} else {
		p.block(SlotSteps, Rect{p.left - 10, y - 2, buttons, 44}, t.control, 44)
	}
	x0, w := p.left+buttons+12*p.k, min(240*p.k, p.measure-buttons-34*p.k)
	px := func(v float64) float64 { return x0 + w*(v-1)/4 }
	now := p.m.P
	p.stroke(theme.Axis, 2*p.k, Point{px(now), mid}, Point{px(5), mid})
	p.stroke(theme.Distribution, 2*p.k, Point{px(1), mid}, Point{px(now), mid})
	for i := 1.0; i <= 5; i++ {
		if i <= now {
			p.disc(Point{px(i), mid}, 5*p.k, theme.Distribution, theme.Distribution, 0)
		} else {
			p.disc(Point{px(i), mid}, 4*p.k, theme.Paper, theme.Axis, 2*p.k)
		}
	}
	p.handle(figure.P, Point{px(now), mid}, theme.Distribution, false, sideways, move{kind: alongX, origin: Point{x0, mid}, unit: w / 4, from: 1}, true)
	return mid + 26*p.k
}
