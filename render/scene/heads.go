package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
)

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

// headKeys are the keys of the columns' names.
var headKeys = [...]string{"head0", "head1", "head2"}

// heads names the columns of Compare.
func (p *pen) heads(c columns) {
	if p.layout == Short {
		return
	}
	size := [...]float64{Desktop: 26, Medium: 22, Embed: 16, Phone: 17, Projector: 44 * p.k}[p.layout]
	if wide := p.wordWidth(metrics.Serif500, figure.LensWord(p.m, figure.Dist), size); wide > c.low[1].x0-c.low[0].x0-6 {
		size *= (c.low[1].x0 - c.low[0].x0 - 6) / wide
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
		p.Words = append(p.Words, Word{Key: headKeys[i], Text: text, At: Point{x, y}, Align: align, Ink: figure.LensInk(l), Size: size, Serif: true, Box: Rect{x - align*w, y, w, size * 1.2}})
		p.take(Rect{x - align*w, y, w, size * 1.2})
	}
}
