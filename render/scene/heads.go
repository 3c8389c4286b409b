package scene

import (
	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// equationSize is the type of Compare's sentence.
type equationSize struct {
	em, lead float64 // px
	lines    int
}

func (e equationSize) height() float64 { return float64(e.lines) * e.lead }

// sentence is how wide the clauses of Compare's sentence are, em, and what they
// are the clauses of.
type sentence struct {
	f       calculus.Function
	lang    lang.Lang
	clauses int
	wide    [4]float64
}

// sentence measures the clauses. It is kept, since a hand that drags changes
// none of them.
func (p *pen) sentence() *sentence {
	s := &p.Frame.clauses
	if s.clauses > 0 && s.f == p.f && s.lang == p.m.Lang {
		return s
	}
	list := figure.Equation(p.m)
	*s = sentence{f: p.f, lang: p.m.Lang, clauses: len(list)}
	for i, c := range list {
		s.wide[i] = metrics.Width(metrics.Serif500, []byte(figure.Plain(c.Text+" "+c.Value)), 1)
	}
	return s
}

// equationSize sets the clauses of the sentence under columns of some width, on
// one line, or on two where one would be too small.
func (p *pen) equationSize(pitch, most float64) equationSize {
	pitch *= 0.97 // a browser may set a sign of another font a little wider
	const lead, narrow, least = 1.3, 0.72, 12
	const sign = 1.9 // em, of the sign that leads a clause, and the space around it
	s := p.sentence()
	widest := max(s.wide[0], s.wide[1], s.wide[2])
	if em := min(most, pitch/(widest+sign)); em >= narrow*most {
		return equationSize{em, lead * em, 1}
	}
	em := min(0.85*most, pitch/(0.7*widest+sign)) // two lines are seldom equal
	if em < least {
		return equationSize{least, lead * least, 3}
	}
	return equationSize{em, lead * em, 2}
}

// equation makes room for the sentence: below the columns, or from y down, and tells
// where that ends.
func (p *pen) equation(y float64) float64 {
	e := p.foot
	switch p.layout {
	case Phone:
		lines := 0
		for _, w := range p.sentence().wide[:p.sentence().clauses] {
			lines += 1 + int(w*21*p.k/p.measure)
		}
		h := p.need(SlotEquation, float64(lines)*32*p.k)
		p.block(SlotEquation, rect(p.left, y, p.measure, h), 21*p.k, 32*p.k)
		return y + h
	case Embed:
		p.block(SlotEquation, rect(26, p.floor, p.w-44, e.height()), e.em, e.lead)
	default:
		p.block(SlotEquation, rect(p.left, p.floor, p.measure, e.height()), e.em, e.lead)
	}
	return y
}

// headKeys are the keys of the columns' names.
var headKeys = [...]string{"head0", "head1", "head2"}

// heads names the columns of Compare.
func (p *pen) heads(c columns) {
	if p.layout == Short {
		return
	}
	size := [...]float64{Desktop: 26, Medium: 26, Embed: 18, Phone: 17, Projector: 44}[p.layout] * p.k
	room := c.low[1].rect().X - c.low[0].rect().X - 8*p.k
	for _, l := range [...]figure.Lens{figure.Point, figure.Sub, figure.Dist} {
		if wide := p.wordWidth(metrics.Serif500, figure.LensWord(p.m, l), size); wide > room {
			size *= room / wide
		}
	}
	for i, l := range [...]figure.Lens{figure.Point, figure.Sub, figure.Dist} {
		r := c.top[i].rect()
		x, align := r.X, 0.0
		if p.layout == Phone {
			x, align = r.X+r.W/2, 0.5
		}
		text := figure.LensWord(p.m, l)
		w := p.wordWidth(metrics.Serif500, text, size)
		y := p.headTop
		p.Words = append(p.Words, Word{Key: headKeys[i], Text: text, At: pt(x, y), Align: align, Ink: figure.LensInk(l), Size: size, Serif: true, Box: rect(x-align*w, y, w, size*1.2)})
		p.take(rect(x-align*w, y, w, size*1.2))
		if l == figure.Dist && align == 0 {
			p.veiled(figure.HideDist|figure.HideSmooth, func() { p.defined(x+w+size, c.end, y+size) })
		}
	}
}

// defined says what η and r ∗ η are, beside the name of the column that speaks of
// them, as far as there is room between two places on its line.
func (p *pen) defined(x, end, y float64) {
	if !p.m.Smooths() {
		return
	}
	em := 0.8 * p.style.math
	for _, l := range [...]*formula.Line{p.set.Line("eta-def"), p.centred("smooth-def/")} {
		w, up, down := p.set.Extent(l, em)
		if x+w > end || em < leastDefinition {
			return
		}
		p.typeset(l, pt(x, y), em, theme.Muted, true)
		p.take(rect(x, y-up, w, up+down+place.LineAir*place.CloseAir*p.k)) // no label reads as another line of it
		x += w + 1.5*em
	}
}

// leastDefinition is the least size of a definition, px to the em.
const leastDefinition = 13
