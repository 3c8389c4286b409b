package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// noteHeight is the room for the note under a line: as high as the highest of
// them, so that nothing below moves from line to line or as a hand turns the dial.
//
//go:noinline
func (p *pen) noteHeight(t sizes) float64 {
	return t.reason * max(1.5, 1.25*float64(p.mostLines(reasons, t.reason, p.measure-48*p.k)))
}

// noteLine is the formula under a line that says more than words, with its live
// numbers, or nil: under line 4 the boundary term is read off at its ends, under
// line 5 the slope a has its value.
func (p *pen) noteLine(i int) (*formula.Line, []formula.Live) {
	switch {
	case i == 4 && p.name() != "pole": // whose boundary terms have no limit alone
		return p.endsName(), p.endsLive()
	case i == 5 && p.dial():
		left, jump := p.sharesOf(p.m.A)
		live := p.lives(slot("a", left), slot("b", jump))
		if p.second() {
			return p.set.Line("acts2/" + p.name()), live
		}
		if p.m.A > 1 { // a minus, after a plus
			live[1].Text = p.around("(", live[1].Text, ")")
		}
		return p.set.Line("acts/" + p.name()), live
	}
	return nil, nil
}

// note says under the nearest line why it follows.
func (p *pen) note(r rows, t sizes) {
	i := p.line()
	s := p.step()
	const fading = 1 / (0.75 * settled) // the next line comes where it is
	alpha := 1 - ease(fading*math.Abs(float64(s.line)+s.t-float64(i)))
	if alpha <= 0 {
		return
	}
	x := p.left + 32*p.k
	if t.lines < lineCount || p.layout == Projector {
		x = p.left + 12*p.k
	}
	top, end := r.note[i], p.left+p.measure
	if v, under := p.valueAt(i, p.pairingNumber(p.lineValue(i)), r.seat[i], t); under && t.lines == lineCount {
		end = v - 2*p.valueGap() // else a formula and the value read as one
	}
	if line, live := p.noteLine(i); line != nil {
		em := t.reason * 1.2
		w, up, _ := p.set.Extent(line, em, live...)
		if room := end - x; w > room {
			em, up = em*room/w, up*room/w
		}
		p.veiled(figure.HideNumbers, func() { p.typeset(line, pt(x, top+up), em, theme.Muted, true, live...).Alpha = alpha })
		return
	}
	word := figure.StepReason(p.m, i)
	w, size := end-x, t.reason
	if wide := metrics.Width(metrics.Sans400, p.plain(word), size); wide > w && wide <= p.left+p.measure-x { // a line without the value
		size *= max(0.8, 0.99*w/wide)
	}
	veil := p.veil
	if word.Numeric() {
		veil |= figure.HideNumbers
	}
	n := metrics.Lines(metrics.Sans400, p.plain(word), size, w)
	wide := min(w, metrics.Width(metrics.Sans400, p.plain(word), size))
	p.Words = append(p.Words, Word{Key: "reason", Text: word, At: pt(x, top), Ink: theme.Muted, Size: size, Width: w, Fade: 1 - alpha, Box: rect(x, top, wide, float64(n)*size*1.25), veil: veil})
}

// endsName is the line that reads the boundary term off.
func (s *subject) endsName() *formula.Line {
	φ, fn := s.probe, s.name()
	ends, off, none := "ends/", "ends-off/", "ends-none/"
	if s.second() {
		ends, off, none = "ends2/", "ends2-off/", "ends2-none/"
	}
	switch { // where the support is beside 0, nothing is read there
	case φ.Hi() <= 0 && s.set.Has(none+fn):
		return s.set.Line(none + fn)
	case (φ.Hi() <= 0 || φ.Lo() >= 0) && s.set.Has(off+fn):
		return s.set.Line(off + fn)
	}
	return s.set.Line(ends + fn)
}

// endsLive are its numbers: f at the two edges of the support, and φ at 0.
func (f *Frame) endsLive() []formula.Live {
	φ := f.probe
	if n := f.name(); n == "jump" || n == "doublet" { // what the jumps leave
		sum := 0.0
		for _, q := range f.parts() {
			sum += q.BoundaryLo - q.BoundaryHi
		}
		return f.lives(slot("v", f.pairingNumber(sum)))
	}
	number := func(v float64) []byte {
		s := f.factor(v)
		if v < 0 {
			return f.around("(", s, ")")
		}
		return s
	}
	return f.lives(
		slot("hi", number(f.f.Value(φ.Hi()))), slot("lo", number(f.f.Value(φ.Lo()))),
		slot("phi", f.factor(φ.Value(0))), slot("minus", f.factor(-φ.Value(0))),
	)
}

// lineValue is the value of one line of the derivation, computed as that line
// says and not copied from another.
func (f *Frame) lineValue(i int) float64 {
	sum := 0.0
	switch i {
	case 1, 2:
		return f.pairing().ByParts
	case 3:
		for _, q := range f.parts() {
			sum += q.ByParts
		}
		return sum + f.f.Doublets(f.probe)
	case 4:
		if f.name() == "pole" { // whose two sums have a limit together
			break
		}
		for _, q := range f.parts() {
			sum += q.BoundaryLo - q.BoundaryHi + q.Direct
		}
		return sum + f.f.Doublets(f.probe)
	}
	return f.pairing().Direct
}
