package scene

import (
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/theme"
)

// The derivation: where its lines stand, and how one is drawn that is whole or turns into
// the next. What its terms are in the picture is in terms.go and areas.go.

// lineCount is how many lines a derivation has.
const lineCount = 5

// unread is the opacity of a line that has not been reached.
const unread = 0.26

// step is where the derivation is: on its way from a line to the next by t in
// [0, 1). Readers who asked for reduced motion see whole lines only.
type step struct {
	line int // 1 … 5
	t    float64
}

func (p *pen) step() step {
	v := min(max(p.m.P, 1), lineCount)
	if p.m.Reduced {
		v = math.Round(v)
	}
	n := math.Floor(v)
	return step{int(n), v - n}
}

// rows are where the lines of the derivation stand.
type rows struct {
	seat    [lineCount + 1]formula.Seat // of line i
	alpha   [lineCount + 1]float64      // how much of it is seen; 0 is nothing
	left    float64                     // px of the lines' numbers
	note    [lineCount + 1]float64      // px of the top of the note under line i
	next    float64                     // px of the top of what follows
	scrolls bool                        // there are rows for some of the lines only
}

// derivation sets the lines with their values, the one that turns into the
// next, the underlines of the terms that are areas, and the scrubber.
func (p *pen) derivation(y float64, t sizes) float64 {
	h := t.row*float64(t.lines) + p.noteHeight(t)
	p.SweepFits = p.sweepRoom(y+h+12*p.k+p.scrubberHeight()) > 0
	if p.m.Sweep && !p.SweepFits {
		p.veiled(sweepHides, func() { p.sweep(rect(p.left, y, p.measure, min(h, 250*p.k)), t) })
		for i := 1; i <= lineCount; i++ {
			p.veiled(p.toCome(i), func() { p.mirrorLine(i, formula.Seat{X: p.left, Y: y + float64(i)*t.reason, Em: 1}) })
		}
		return p.scrubber(y+h+12*p.k, t)
	}
	p.veiled(figure.HideFormula, func() { y = p.lines(y, t) })
	y = p.scrubber(y+12*p.k, t)
	if h := p.sweepRoom(y); h > 0 {
		p.veiled(sweepHides, func() { p.sweep(rect(p.left, y+sweepGap, p.measure, h), t) })
		y += sweepGap + h
	}
	return y
}

// lines sets the lines of the derivation, and tells where they end.
func (p *pen) lines(y float64, t sizes) float64 {
	r := p.rows(y, t)
	s := p.step()
	five := t.lines == lineCount
	for i := 1; i <= lineCount; i++ {
		p.veiled(p.toCome(i), func() {
			if r.alpha[i] > 0 {
				p.derived(i, r, t)
			}
			p.mirrorLine(i, r.seat[i])
		})
	}
	if s.t > 0 {
		p.turnInto(s, r)
	}
	lhs, o := p.row("lhs"), r.seat[1]
	if !five { // it stays, whichever line is the first
		o.Y = y + t.row*0.62
	}
	n := len(p.glyphs)
	w, _, _ := p.set.Extent(lhs, o.Em)
	p.glyphs = p.set.Place(p.glyphs, lhs, o.X-w-10*p.k, o.Y, o.Em, theme.Ink)
	p.fromLine(p.glyph(n, theme.Ink, 1), lhs, pt(o.X-w-10*p.k, o.Y), o.Em)
	p.veiled(figure.HideNote, func() { p.note(r, t) })
	return r.next
}

// toCome is with what line i of the derivation is kept back: the lines that have been
// reached are not.
func (p *pen) toCome(i int) figure.Hide {
	if s := p.step(); i <= s.line || i == s.line+1 && s.t > 0 {
		return figure.HideFormula
	}
	return figure.HideFormula | figure.HideCases
}

// rows places the lines. All have one size, so that they read as one
// derivation, and the first line's left side hangs out before them. Where
// there is room for two lines only, the derivation scrolls.
func (p *pen) rows(y float64, t sizes) rows {
	s := p.step()
	var r rows
	em, five := t.derivation, t.lines == lineCount
	num := 24 * p.k
	if p.layout == Projector || !five {
		num = 0
	}
	wl, _, _ := p.set.Extent(p.row("lhs"), em)
	indent := wl + 10*p.k
	side := 0.0 // room for the values, which stand under a line that is much too long
	if five {
		side = p.width(p.around("−0.0000", nil, ""), t.reason*1.15) + p.valueGap() + p.valueInset()
	}
	const bearable = 0.8
	k := 1.0
	for i := 1; i <= lineCount; i++ {
		w, _, _ := p.set.Extent(p.row(numbers[i]), em)
		if beside := (p.measure - num - side) / (w + indent); beside > bearable {
			k = min(k, beside)
		} else {
			k = min(k, (p.measure-num)/(w+indent))
		}
	}
	for i := 1; i < lineCount && five; i++ { // between two lines there is room for the rule under the first
		_, _, deep := p.set.Extent(p.row(numbers[i]), em)
		_, high, _ := p.set.Extent(p.row(numbers[i+1]), em)
		k = min(k, (t.row-7*p.k)/(deep+high))
	}
	em, indent = em*k, indent*k
	note := p.noteHeight(t)
	first := 1.0 // the line at the top
	if !five && s.line > 1 {
		first = float64(s.line) - 1 + ease(s.t/settled)
	}
	at := y
	at -= (first - 1) * t.row
	for i := 1; i <= lineCount; i++ {
		r.seat[i] = formula.Seat{X: p.left + num + indent, Y: at + t.row*0.62, Em: em}
		at += t.row
		_, _, deep := p.set.Extent(p.row(numbers[i]), em)
		r.note[i] = max(at-t.row*0.08, r.seat[i].Y+deep+6*p.k)
		at += note * max(0, 1-math.Abs(float64(s.line)+s.t-float64(i))) // the notes share one room
		switch {
		case i <= s.line:
			r.alpha[i] = 1
		case i == s.line+1:
			r.alpha[i] = unread * (1 - ease(2*s.t/settled))
		default:
			r.alpha[i] = unread
		}
		if !five {
			if i > max(2, s.line) {
				r.alpha[i] = 0
			}
			if d := float64(s.line-1) - float64(i); s.line > 1 && d >= 0 {
				r.alpha[i] = 1 - ease(s.t/0.3)
				if d > 0 {
					r.alpha[i] = 0
				}
				r.seat[i].Y = y + t.row*0.62 // it fades where it stands
			}
		}
	}
	r.left, r.scrolls = p.left, !five
	r.next = y + float64(t.lines)*t.row + note
	return r
}

// derived draws one whole line: its number, its glyphs, the underlines of its
// areas and its value.
func (p *pen) derived(i int, r rows, t sizes) {
	l, o, alpha := p.row(numbers[i]), r.seat[i], r.alpha[i]
	n := len(p.glyphs)
	p.glyphs = p.set.Place(p.glyphs, l, o.X, o.Y, o.Em, theme.Ink)
	p.fromLine(p.glyph(n, theme.Ink, alpha), l, pt(o.X, o.Y), o.Em)
	for _, term := range [...]figure.Term{figure.PartsTerm, figure.DirectTerm} {
		if a, b, ok := p.span(l, term, o); ok {
			p.underline(a, b, term, term, 0, alpha)
			if i <= p.line() {
				p.target(i, term, a, b)
			}
		}
	}
	if a, b, ok := p.span(l, figure.EndsTerm, o); ok && i <= p.line() {
		if p.lit(figure.EndsTerm) > 0 {
			p.underline(a, b, figure.EndsTerm, figure.EndsTerm, 0, alpha)
		}
		if _, _, area := p.span(l, figure.DirectTerm, o); !area || !p.inside(l, "bdry", "area-c") {
			p.target(i, figure.EndsTerm, a, b)
		}
	}
	if t.lines < lineCount {
		return
	}
	now := p.step()
	if p.layout != Projector {
		ink := theme.Muted
		if i == p.line() {
			ink = theme.Distribution
		}
		p.text(p.num(float64(i), 0), r.left, o.Y, t.reason, ink).Alpha = max(alpha, 0.5)
	}
	seen := 0.0
	if i <= now.line {
		seen = 1
	} else if i == now.line+1 {
		seen = ease(2*now.t - 1)
	}
	if seen > 0 {
		next := math.Inf(1) // px of the value below
		if i < lineCount && float64(i)+0.5 < float64(now.line)+now.t {
			next = r.seat[i+1].Y - rise(p.pairingNumber(p.lineValue(i+1)), 1.15*t.reason) - p.k
		}
		p.lineNumber(i, seen, o, t, next)
	}
}

// valueGap is the space between a line and its value, at least: wider than that
// between the line's own terms, so that dx and the value are two things.
func (p *pen) valueGap() float64 { return 0.55 * p.style.word }

// valueInset is how far the values end from the column's right edge.
func (p *pen) valueInset() float64 {
	if p.layout == Projector { // the ticks of the drawing are near
		return 24 * p.k
	}
	return 0
}

// lineNumber writes the value of a line at the end of the column, in the ink of
// the area that it is; under the line where that is too long, if there is room above
// the next value.
func (p *pen) lineNumber(i int, alpha float64, o formula.Seat, t sizes, next float64) {
	v := p.pairingNumber(p.lineValue(i))
	term := areaOf(i)
	size := t.reason * 1.15
	x, under := p.valueAt(i, v, o, t)
	base := o.Y
	if under { // between two lines, where it could be taken for the next one's, it is there while its own is the last
		now := p.step()
		if alpha *= 1 - clamp01(float64(now.line)+now.t-float64(i)); alpha <= 0 {
			return
		}
		base += t.row*0.3 + size*0.75
		if a, _, ok := p.span(p.row(numbers[i]), term, o); ok { // it stands under the rule
			least, room := 0.7*size, base-a.Y-2*p.k-1
			if size = min(size, room/rise(v, 1)); size < least || base > next-1 {
				return
			}
			x = p.left + p.measure - p.valueInset() - p.width(v, size)
		}
	}
	was := p.veil
	if p.veil |= figure.HideNumbers; i == p.line() {
		p.veil |= figure.HideNote
	}
	p.text(v, x, base, size, termInks[term]).Alpha = alpha
	p.veil = was
	if p.lit(term) > 0 {
		p.stroke(termInks[term], 1.5*p.k, pt(x, base+5*p.k), pt(x+p.width(v, size), base+5*p.k)).Cap = Butt
	}
}

// areaOf is the area that a line is.
func areaOf(line int) figure.Term {
	if line > 3 {
		return figure.DirectTerm
	}
	return figure.PartsTerm
}

// valueAt is where the value of a line begins, px, and whether that is under the
// line, before which a note that is there has to end.
func (p *pen) valueAt(i int, v []byte, o formula.Seat, t sizes) (x float64, under bool) {
	x = p.left + p.measure - p.valueInset() - p.width(v, t.reason*1.15)
	w, _, _ := p.set.Extent(p.row(numbers[i]), o.Em)
	return x, o.X+w+p.valueGap() > x+0.5
}

// Shares of a step's time: until settled the line is written once more in the
// next row, then it turns into the next line there. It does not glide down
// through the row that it comes from, which stays readable.
const settled = 0.28

// turnInto draws the line that is on its way to the next.
func (p *pen) turnInto(s step, r rows) {
	a, b := p.row(numbers[s.line]), p.row(numbers[s.line+1])
	to := r.seat[s.line+1]
	from := to
	down := ease(s.t / settled)
	if r.scrolls { // it is seen when there is a row for it
		down = ease((s.t/settled - 0.75) / 0.25)
	}
	from.Y -= 0.15 * (1 - down) * (to.Y - r.seat[s.line].Y)
	s.t = max(0, s.t-settled) / (1 - settled)
	n := len(p.glyphs)
	p.glyphs = p.set.Morph(a, b).Place(p.set, p.glyphs, from, to, s.t, theme.Ink)
	p.glyph(n, theme.Ink, down)
	was, now := areaOf(s.line), areaOf(s.line+1)
	a0, a1, _ := p.span(a, was, from)
	b0, b1, ok := p.span(b, now, to)
	if ok {
		k := ease(s.t)
		p.underline(a0.Toward(b0, k), a1.Toward(b1, k), was, now, k, down)
	}
}

// mirrorLine is the line's MathML for screen readers, all five of them in
// order, drawn or not.
func (p *pen) mirrorLine(i int, o formula.Seat) {
	l := p.row(numbers[i])
	w, up, down := p.set.Extent(l, o.Em)
	r := rect(o.X, o.Y-up, w, up+down)
	if i == 1 {
		lhs := p.row("lhs")
		p.Mirrors = append(p.Mirrors, Mirror{Key: lhs.Name, Rect: r, line: lhs, veil: p.veil})
	}
	p.Mirrors = append(p.Mirrors, Mirror{Key: l.Name, Rect: r, line: l, row: i, veil: p.veil})
	p.hushed = false
}
