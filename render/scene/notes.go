package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// noteHeight is the room for the note under a line: as high as the highest of
// them, so that nothing below moves from line to line.
func (p *pen) noteHeight(t sizes) float64 {
	h := t.reason * 1.5
	for i := 1; i <= lineCount; i++ {
		n := metrics.Lines(metrics.Sans400, figure.Plain(figure.StepReason(p.m, i)), t.reason, p.measure-48*p.k)
		h = max(h, float64(n)*t.reason*1.25)
	}
	return h
}

// noteLine is the formula under a line that says more than words, with its live
// numbers, or "": under line 4 the boundary term is read off at its ends, under
// line 5 the slope a has its value.
func (p *pen) noteLine(i int) (string, []formula.Live) {
	_, dial := calculus.ARange(p.m.Fn)
	switch {
	case i == 4:
		return p.endsName(), p.endsLive()
	case i == 5 && dial:
		name := "acts/"
		if p.second() {
			name = "acts2/"
		}
		return name + p.m.Fn.String(), []formula.Live{{Slot: "a", Text: figure.Number(p.m.A, 2)}, {Slot: "b", Text: figure.Number(1-p.m.A, 2)}}
	}
	return "", nil
}

// note says under the nearest line why it follows.
func (p *pen) note(r rows, t sizes) {
	i := p.line()
	s := p.step()
	alpha := 1 - ease(2.2*math.Abs(float64(s.line)+s.t-float64(i)))
	if alpha <= 0 {
		return
	}
	x := p.left + 32*p.k
	if t.lines < lineCount || p.layout == Projector {
		x = p.left + 12*p.k
	}
	top := r.note[i]
	if name, live := p.noteLine(i); name != "" {
		em := t.reason * 1.2
		w, up, _ := p.set.Extent(p.set.Line(name), em, live...)
		if room := p.left + p.measure - x; w > room {
			em, up = em*room/w, up*room/w
		}
		p.typeset(name, Point{x, top + up}, em, theme.Muted, true, live...).Alpha = alpha
		return
	}
	word := figure.StepReason(p.m, i)
	w := p.left + p.measure - x
	n := metrics.Lines(metrics.Sans400, figure.Plain(word), t.reason, w)
	wide := min(w, metrics.Width(metrics.Sans400, figure.Plain(word), t.reason))
	p.Words = append(p.Words, Word{Key: "reason", Text: word, At: Point{x, top}, Ink: theme.Muted, Size: t.reason, Width: w, Fade: 1 - alpha, Box: Rect{x, top, wide, float64(n) * t.reason * 1.25}})
}

// endsName is the line that reads the boundary term off.
func (p *pen) endsName() string {
	if p.second() {
		return "ends2/" + p.m.Fn.String()
	}
	return "ends/" + p.m.Fn.String()
}

// endsLive are its numbers: f at the two edges of the support, and φ at 0.
func (p *pen) endsLive() []formula.Live {
	φ := p.probe
	number := func(v float64) string {
		s := figure.Number(v, 2)
		if v < 0 && s != figure.Number(0, 2) {
			return "(" + s + ")"
		}
		return s
	}
	sign := func(v float64) float64 { // the bracket of |x| is read off |x|
		if p.m.Fn.String() == "minusabs" {
			return math.Abs(v)
		}
		return v
	}
	return []formula.Live{
		{Slot: "hi", Text: number(sign(p.f.Value(φ.Hi())))}, {Slot: "lo", Text: number(sign(p.f.Value(φ.Lo())))},
		{Slot: "phi", Text: number(φ.Value(0))}, {Slot: "minus", Text: figure.Number(-φ.Value(0), 2)},
	}
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
