package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// label is a formula, a word or a number that wants to stand by what it names.
// Labels are collected while a lens is drawn and placed when all of it is there.
// Of two that want the same place the earlier one has it.
type label struct {
	key    string        // stable from frame to frame; by default the formula's name
	axis   axisKey       // of a number of an axis, which has no other key and is in the sans
	line   *formula.Line // a formula,
	short  *formula.Line // which gives way to a shorter one where there is no room
	live   []formula.Live
	word   figure.Text // or a word,
	bold   bool
	text   []byte  // or a number, which stands under the formula if there is one too
	big    float64 // the number's size then, and its ink
	bigInk theme.Role
	ink    theme.Role
	size   float64
	into   theme.Role // what a number's ink turns into, by a share
	mix    float64

	at     Point    // the anchor,
	along  [2]Point // or the ends of the way along which it may be,
	slides bool     // or it is on the stroke that is named, between these ends along x or anywhere
	t      float64  // where on the way it is best, as a share
	to     dir      // where the label is best, seen from the anchor
	clear  float64  // px between the anchor and the box, at least
	of     thing    // what it names
	spot   bool     // it names a handle, the one at the anchor
	strip  bool     // it is best on the way itself, not beside it
	off    bool     // it never lies on the stroke of what it names
	past   thing    // may run on under it
	home   bool     // it stays in the width of its panel, if that is wide enough

	lines    uint8          // of the derivation, on which it is seen; 0 are all
	fixed    bool           // it stands on its anchor, whatever is there
	most     float64        // it is merely pleasant: where its place would cost more, it is left out
	under    figure.Control // it is seen only while that is in a hand
	fade     float64        // 0 is whole, 1 is gone
	inColumn bool           // it stands in the column of words
	low      bool           // it stands in the lower panel, and goes with that
	given    bool           // it names the graph, the bump, an axis or a handle: nothing that is asked for
	gives    figure.Hide    // what it gives away besides what its ink, its place and its words say: see veilOf
	say      bool           // has a mirror for screen readers
	firm     bool           // its fade follows from where things are, and is whole at rest
	mate     bool           // of a sum: where another of the same lines has no place it has none
}

// want is a label that waits for a place, or has one.
type want struct {
	label
	part     part
	veil     figure.Hide
	w, h, up float64 // of its box; the formula's baseline is up below the top
	shortW   float64
	seat     seat
	cost     float64 // of the seat,
	base     float64 // and of it what does not depend on anything else
	chosen   int     // how many moves of labels there had been when it chose
	set      bool
	drawn    bool    // there is ink of what it names
	follows  bool    // its place is that of a picture at rest
	gone     bool    // nobody asks for it any more
	fading   bool    // it is not as strong yet, or as weak, as it will be
	wish     float64 // how strong it is to be
	stand
	shown   float64 // how much of it the others leave, 0 … 1
	unclear float64 // px that something else of its ink is nearer
	thread  segment // that leads to the anchor, if there is one
}

// named is a label that was placed: what it names, and how.
type named struct {
	key    string // stable from frame to frame
	line   *formula.Line
	box    Rect
	anchor Point   // the place in the picture that it stands by
	offset Point   // from there to the point of the box that stays at its place
	shown  float64 // 0 is gone, 1 is whole
	seat   seat
	of     thing
	spot   bool
}

// pad is the air around a label, px.
const pad = 3

// label asks for a place for a label.
func (p *pen) label(l label) {
	w := want{label: l, part: p.part, veil: p.veilOf(&l), shown: 1, unclear: -1e3}
	switch {
	case l.line != nil:
		var down float64
		w.w, w.up, down = p.set.Extent(l.line, l.size, l.live...)
		if len(l.live) > 0 {
			down = max(down, p.tail(l.size))
			for i := range l.live {
				if up := rise(l.live[i].Text, l.size); up > digit*l.size {
					w.up = max(w.up, up)
				}
			}
		}
		w.h = w.up + down
		if l.text != nil {
			w.w, w.h = max(w.w, p.width(l.text, l.big)), w.h+6*p.k+max(l.big*0.75, rise(l.text, l.big))+p.tail(l.big)
		}
		if l.short != nil {
			w.shortW, _, _ = p.set.Extent(l.short, l.size, l.live...)
		}
		if l.key == "" {
			w.key = l.line.Name
		}
	case l.axis != (axisKey{}):
		w.w, w.up, w.h = p.set.SansWidth(l.text, l.size), 0.68*l.size, 0.68*l.size
	case l.text != nil:
		up := rise(l.text, l.size)
		w.w, w.up, w.h = p.width(l.text, l.size), up, up+p.tail(l.size)
	default:
		font := metrics.Sans400
		if l.bold {
			font = metrics.Sans600
		}
		w.w, w.h = p.wordWidth(font, l.word, l.size), 1.04*l.size
	}
	if l.fixed {
		w.to, w.clear = over, 1
	}
	if l.under != 0 && (p.still || !p.m.Held.Has(l.under)) {
		w.fade = 1
	}
	if w.clear == 0 {
		w.clear = 5*p.k + p.style.graph/2
	}
	p.wants = append(p.wants, w)
}

// rise is how far a number reaches above its baseline, which an exponent does more.
func rise(text []byte, size float64) float64 {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == 0xc2 && text[i+1] >= 0xb2 && text[i+1] <= 0xb9 || text[i] == 0xe2 && text[i+1] == 0x81 { // ² ³ ¹, ⁰ ⁴ … ⁻
			return 0.98 * size
		}
	}
	return digit * size
}

// digit is how high the digits of the formulas' face are, em.
const digit = 0.68

// tail is how far a number reaches below its baseline, which a decimal comma does.
func (p *pen) tail(size float64) float64 {
	if p.m.Lang.Comma() {
		return 0.16 * size
	}
	return 0
}

// way is how far a label's anchor may move, px along x for one that slides; 0 if it
// may not.
func (p *pen) way(w *want) float64 {
	switch k := p.inked.of(w.of); {
	case w.slides && !(k.hi > k.lo):
	case w.along[0] != w.along[1]:
		return hypot(w.along[1].X-w.along[0].X, w.along[1].Y-w.along[0].Y)
	case w.slides:
		return k.hi - k.lo
	}
	return 0
}

// anchor is where a label's anchor is, a share t of the way.
func (p *pen) anchor(w *want, t float64) Point {
	q := w.at
	if w.along[0] != w.along[1] {
		q = w.along[0].toward(w.along[1], t)
	}
	if w.slides {
		if k := p.inked.of(w.of); k.lo <= k.hi {
			if w.along[0] == w.along[1] {
				q.X = lerp(k.lo, k.hi, t)
			}
			q, _ = k.on(q.X)
		}
	}
	return q
}

// lost is how much of a label goes because its stroke is not where it was: 1 where
// there is none any more.
func (p *pen) lost(w *want) float64 {
	const bearable, most = 2, 8 // px
	if !w.slides {
		return 0
	}
	k := p.inked.of(w.of)
	if k.lo > k.hi {
		return 1
	}
	x := lerp(k.lo, k.hi, w.seat.t)
	if w.along[0] != w.along[1] {
		x = lerp(w.along[0].X, w.along[1].X, w.seat.t)
	}
	_, off := k.on(x)
	if w.of == thePrime || w.of == theSub || w.of == theClarke || w.of == theWeak { // of which a branch may be gone
		off = max(off, k.lo-x, x-k.hi)
	}
	return clamp01((off - bearable) / (most - bearable))
}

// stand is where a label is in a seat.
func (p *pen) stand(w *want, s seat) stand {
	wide := w.w
	if s.short && w.short != nil { // which the pose that it stands by may have had alone
		wide = w.shortW
	}
	at, c := p.anchor(w, s.t), compass[s.dir]
	return stand{s.box(at, wide, w.h), at, Point{c.align, c.base}}
}

// stand is where a label is: its box, its anchor, and the point of the box that
// stays where it is if the text grows, in shares of it.
type stand struct {
	box           Rect
	anchor, stays Point
}

// toward is where it is a share k of the way to another place.
func (s stand) toward(o stand, k float64) stand {
	return stand{s.box.toward(o.box, k), s.anchor.toward(o.anchor, k), s.stays.toward(o.stays, k)}
}

// plain is a text without its markup, to be measured before the next one is.
func (p *pen) plain(t figure.Text) []byte {
	p.words = t.AppendPlain(p.words[:0])
	return p.words
}

// wordWidth is how wide a text is on one line, px.
func (p *pen) wordWidth(f metrics.Font, t figure.Text, size float64) float64 {
	return metrics.Width(f, p.plain(t), size)
}

// typeset draws a formula with its baseline starting at a point, and mirrors
// it for screen readers if it is to be said.
func (p *pen) typeset(line *formula.Line, at Point, em float64, ink theme.Role, say bool, live ...formula.Live) *Mark {
	n := len(p.glyphs)
	p.glyphs = p.set.Place(p.glyphs, line, at.X, at.Y, em, ink, live...)
	if say {
		w, up, down := p.set.Extent(line, em, live...)
		p.Mirrors = append(p.Mirrors, Mirror{Key: line.Name, Rect: Rect{at.X, at.Y - up, w, up + down}, line: line, live: p.lives(live...), veil: p.veil})
	}
	m := p.glyph(n, ink, 1)
	p.fromLine(m, line, at, em, live...)
	return m
}
