package scene

import (
	"math"
	"strconv"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// sizes are the type sizes of the column of words, px (SPEC section 3).
type sizes struct {
	question, questionLead  float64
	statement               float64 // em of the stated formula
	caption, captionLead    float64
	captionLines            int     // lines kept free, so that nothing below moves as the claim changes
	row, derivation, reason float64 // of the derivation
	lines                   int     // lines of the derivation shown
	control                 float64 // font size beside the column's slider
	cases                   float64 // em of the case distinction; 0 leaves it out
}

func (p *pen) types() sizes {
	t := sizes{question: 34, questionLead: 40, statement: 27, caption: 20, captionLead: 30, captionLines: 5, row: 60, derivation: 26, reason: 15, lines: 5, control: 20, cases: 22}
	switch p.layout {
	case Medium:
		t = sizes{question: 28, questionLead: 33, statement: 22, caption: 18, captionLead: 26, captionLines: 6, row: 52, derivation: 21, reason: 14, lines: 5, control: 18}
	case Embed:
		t = sizes{statement: 19, caption: 16.5, captionLead: 23, captionLines: 4, row: 42, derivation: 19, reason: 13.5, lines: 2, control: 18}
	case Phone:
		t = sizes{question: 25, questionLead: 30, statement: 20, caption: 17.5, captionLead: 25, captionLines: 4, row: 44, derivation: 21, reason: 14.5, lines: 2, control: 18}
	case Projector:
		k := p.k
		t = sizes{question: 68 * k, questionLead: 75 * k, statement: 50 * k, row: 104 * k, derivation: 44 * k, reason: 28 * k, lines: 5, control: 40 * k, cases: 42 * k}
	}
	return t
}

// column sets the words beside (or under) the drawing: the question, the
// statement, room for the claim, the control and the cases, from the top down.
func (p *pen) column() {
	if p.layout == Short || p.m.UI == figure.UINone {
		return
	}
	if p.m.Lens == figure.Compare {
		p.compareColumn()
		return
	}
	t := p.types()
	y := p.textTop
	if t.question > 0 {
		n := metrics.Lines(metrics.Serif500, figure.Plain(figure.Question(p.m)), t.question, p.measure)
		h := float64(n) * t.questionLead
		p.block(SlotQuestion, Rect{p.left, y, p.measure, h}, t.question, t.questionLead)
		y += h + t.question*0.6
	}
	if p.m.Lens != figure.Dist {
		y = p.statement(y, t)
	}
	if t.caption > 0 {
		lines := t.captionLines
		if p.m.Lens == figure.Dist && p.layout == Embed {
			lines = 2
			if p.h > 480 {
				lines = 4
			}
		} else if p.m.Lens == figure.Dist {
			lines--
		}
		measure := min(p.measure, 25*t.caption)
		n := metrics.Lines(metrics.Serif400, figure.Plain(p.caption()), t.caption, measure)
		n = max(n, min(lines, n+1))
		h := float64(max(n, lines)) * t.captionLead
		p.block(SlotCaption, Rect{p.left, y, measure, h}, t.caption, t.captionLead)
		y += h + t.captionLead*0.5
	}
	switch p.m.Lens {
	case figure.Point:
		y = p.stepper(y, t)
	case figure.Sub:
		y = p.slopeSlider(y, t)
	case figure.Dist:
		y = p.derivation(y, t)
	}
	p.cases(y, t)
	p.Bottom = y
}

// caption is the claim in the length that the layout has room for.
func (p *pen) caption() string { return figure.Caption(p.m, p.style.small) }

// block makes room for HTML.
func (p *pen) block(s Slot, r Rect, size, lead float64) {
	p.Blocks = append(p.Blocks, Block{Slot: s, Rect: r, Size: size, Lead: lead})
}

// below places a formula with its top at y and returns the y below it; it is
// made smaller where it would not fit the measure.
func (p *pen) below(name string, x, y, em, measure float64, ink theme.Role, live ...formula.Live) (float64, *Mark) {
	l := p.set.Line(name)
	w, up, down := p.set.Extent(l, em, live...)
	if w > measure {
		k := measure / w
		em, up, down = em*k, up*k, down*k
	}
	m := p.typeset(name, Point{x, y + up}, em, ink, true, live...)
	return y + up + down, m
}

// statement states the notion in a formula.
func (p *pen) statement(y float64, t sizes) float64 {
	gap := t.statement * 0.45
	if p.m.Lens == figure.Point {
		y, _ = p.below("derivative/"+p.letter(), p.left, y, t.statement, p.measure, theme.Ink)
		return y + gap*2
	}
	y, _ = p.below("support/"+p.letter(), p.left, y, t.statement, p.measure, theme.Ink)
	y += gap
	s := p.facts.Sub
	live := []formula.Live{{Slot: "lo", Text: figure.Short(s.Lo)}, {Slot: "hi", Text: figure.Short(s.Hi)}}
	switch {
	case s.Empty():
		y, _ = p.below("iff-empty", p.left, y, t.statement, p.measure, theme.Ink)
	case s.Width() == 0:
		y, _ = p.below("iff-point", p.left, y, t.statement, p.measure, theme.Ink, live[0])
	default:
		y, _ = p.below("iff-interval", p.left, y, t.statement, p.measure, theme.Ink, live...)
	}
	return y + gap*2
}

// track draws a slider of the column: a rule, the part that counts, the thumb
// as a spot, the letter before and the value after.
func (p *pen) track(y float64, c figure.Control, name, value string, lo, hi, now float64, good calculus.Interval, ink theme.Role, t sizes) float64 {
	size := t.control * 1.1
	wn, up, _ := p.set.Extent(p.set.Line(name), size)
	mid := y + 22*p.k
	p.typeset(name, Point{p.left, mid + up*0.35}, size, ink, false)
	x0 := p.left + wn + 14*p.k
	w := min(170*p.k, p.measure*0.36)
	px := func(v float64) float64 { return x0 + w*clamp01((v-lo)/(hi-lo)) }
	p.stroke(theme.Axis, 2*p.k, Point{x0, mid}, Point{x0 + w, mid})
	if !good.Empty() {
		a, b := px(good.Lo), px(good.Hi)
		if b-a < 5 {
			a, b = a-2.5, b+2.5
		}
		p.stroke(p.notion(), 5*p.k, Point{a, mid}, Point{b, mid})
	} else if c == figure.H {
		p.stroke(ink, 2*p.k, Point{x0, mid}, Point{px(now), mid})
	}
	p.handle(c, Point{px(now), mid}, ink, false, sideways, move{kind: alongX, origin: Point{x0, mid}, unit: w / (hi - lo), from: lo}, false)
	tw := p.set.TextWidth(value, t.control)
	p.text(value, x0+w+18*p.k, mid+t.control*0.33, t.control, ink)
	p.trackEnd = x0 + w + 18*p.k + tw
	return mid + 22*p.k
}

// notion is the ink of the lens.
func (p *pen) notion() theme.Role { return figure.LensInk(p.m.Lens) }

// stepper is the control of the pointwise lens: h, the button that runs it to
// 0, and the two quotients.
func (p *pen) stepper(y float64, t sizes) float64 {
	if t.caption == 0 {
		return y
	}
	y = p.track(y, figure.H, "h", p.stepText(), 0, 2, p.m.H, calculus.Interval{Lo: 1}, theme.Pointwise, t)
	p.block(SlotRun, Rect{p.trackEnd + 8, y - 44, max(60, p.left+p.measure-p.trackEnd-8), 44}, t.control*0.9, 44)
	if p.layout != Embed {
		p.block(SlotSecants, Rect{p.left, y + 4, p.measure, 30}, max(15, t.control*0.8), 30)
		y += 38
	}
	return y
}

// stepText writes h with enough digits to tell it from 0.
func (p *pen) stepText() string {
	if p.m.H < 0.1 {
		return figure.Number(p.m.H, 4)
	}
	return figure.Number(p.m.H, 2)
}

// slopeSlider is the control of the subgradient lens.
func (p *pen) slopeSlider(y float64, t sizes) float64 {
	if t.caption == 0 || !p.m.Tries() {
		return y
	}
	lo, hi := p.slopeRange()
	ink := theme.Subgradient
	if !p.facts.Supports {
		ink = theme.Warn
	}
	return p.track(y, figure.G, "g", figure.Number(p.m.G, 2), lo, hi, p.m.G, p.facts.Sub, ink, t)
}

// slopeRange is the range of the column's slider for g: half a unit beyond the
// levels on either side.
func (p *pen) slopeRange() (lo, hi float64) {
	v := viewOf(p.m.Fn).slope
	return math.Floor(2*v.bot) / 2, math.Ceil(2*v.top) / 2
}

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

// cases sets the case distinction level with the lower plot, where there is
// room between it and what is above.
func (p *pen) cases(y float64, t sizes) {
	if t.cases == 0 || p.m.Lens == figure.Dist {
		return
	}
	name := "cases-point/" + p.m.Fn.String()
	if p.m.Lens == figure.Sub {
		name = "cases-sub/" + p.m.Fn.String()
	}
	live := []formula.Live{{Slot: "a", Text: figure.Short(p.m.A)}}
	l := p.set.Line(name)
	em := t.cases
	w, up, down := p.set.Extent(l, em, live...)
	if w > p.measure {
		em *= p.measure / w
		w, up, down = p.set.Extent(l, em, live...)
	}
	top := p.bottom - p.u*0.3 - (up + down) - 8*p.k
	if p.layout == Projector {
		top = p.bottom - (up + down) - 40*p.k
	}
	if top < y+8 {
		return
	}
	m := p.typeset(name, Point{p.left, top + up}, em, theme.Ink, true, live...)
	row := "zero"
	if p.m.X < 0 {
		row = "neg"
	} else if p.m.X > 0 {
		row = "pos"
	}
	for i := range m.Glyphs {
		if p.set.In(m.Glyphs[i].Term, row) {
			m.Glyphs[i].Ink = p.notion()
		}
	}
}

// compareColumn sets the heads of Compare: question and claim above, the
// equation below, the names over the columns.
func (p *pen) compareColumn() {
	t := p.types()
	y := p.textTop
	switch p.layout {
	case Desktop, Medium:
		p.block(SlotQuestion, Rect{p.left, y, p.measure, t.questionLead}, t.question, t.questionLead)
		p.block(SlotCaption, p.claim(), t.caption, t.captionLead)
		p.block(SlotEquation, Rect{p.left, p.compareFloor(), p.measure, 70}, 26, 34)
	case Projector:
		p.block(SlotQuestion, Rect{p.left, (p.h-1080*p.k)/2 + 60*p.k, p.measure, 66 * p.k}, 60*p.k, 66*p.k)
		p.block(SlotEquation, Rect{p.left, p.compareFloor(), p.measure, 110 * p.k}, 42*p.k, 54*p.k)
	case Embed:
		p.block(SlotEquation, Rect{18, p.compareFloor(), p.w - 36, 56}, 18, 24)
	case Phone:
		y = p.textTop
		p.block(SlotQuestion, Rect{p.left, y, p.measure, t.questionLead}, t.question, t.questionLead)
		p.block(SlotCaption, Rect{p.left, y + t.questionLead + 6, p.measure, t.captionLead * 4}, t.caption, t.captionLead)
		p.block(SlotEquation, Rect{p.left, y + t.questionLead + 6 + t.captionLead*4 + 10, p.measure, 4 * 32}, 21, 32)
		p.Bottom = y + t.questionLead + 6 + t.captionLead*4 + 10 + 4*32
	}
}

// heads names the columns of Compare.
func (p *pen) heads(c columns) {
	if p.layout == Short {
		return
	}
	size := map[Layout]float64{Desktop: 26, Medium: 22, Embed: 16, Phone: 17, Projector: 44 * p.k}[p.layout]
	if wide := metrics.Width(metrics.Serif500, figure.LensName(figure.Dist), size); wide > c.low[1].x0-c.low[0].x0-6 {
		size *= (c.low[1].x0 - c.low[0].x0 - 6) / wide
	}
	for i, l := range [...]figure.Lens{figure.Point, figure.Sub, figure.Dist} {
		r := c.top[i].rect()
		x, align := r.X, 0.0
		if p.layout == Phone {
			x, align = r.X+r.W/2, 0.5
		}
		w := metrics.Width(metrics.Serif500, figure.LensName(l), size)
		y := p.headTop
		p.Words = append(p.Words, Word{Key: "head" + strconv.Itoa(i), Text: figure.LensName(l), At: Point{x, y}, Align: align, Ink: figure.LensInk(l), Size: size, Serif: true, Box: Rect{x - align*w, y, w, size * 1.2}})
		p.take(Rect{x - align*w, y, w, size * 1.2})
	}
}
