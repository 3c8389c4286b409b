package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// label is a formula, a word or a number that wants to stand by what it names.
// Labels are collected while a lens is drawn and placed when all of it is there.
// Of two that want the same place the earlier one has it.
type label struct {
	key    string        // stable from frame to frame; by default the formula's name. A number of an axis has none, and is in the sans
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

	place.Label // where it is to stand, and where it does

	under figure.Control // it is seen only while that is in a hand
	fade  float64        // 0 is whole, 1 is gone
	low   bool           // it stands in the lower panel, and goes with that
	given bool           // it names the graph, the bump, an axis or a handle: nothing that is asked for
	gives figure.Hide    // what it gives away besides what its ink, its place and its words say: see veilOf
	say   bool           // has a mirror for screen readers
	firm  bool           // its fade follows from where things are, and is whole at rest
	mate  bool           // of a sum: where another of the same lines has no place it has none
}

// want is a label that waits for a place, or has one.
type want struct {
	label
	part   part
	veil   figure.Hide
	up     float64       // the formula's baseline is up below the top of the box
	gone   bool          // nobody asks for it any more
	fading bool          // it is not as strong yet, or as weak, as it will be
	wish   float64       // how strong it is to be
	shown  float64       // how much of it the others leave, 0 … 1
	thread place.Segment // that leads to the anchor, if there is one
}

// named is a label that was placed: what it names, and how.
type named struct {
	key    string // stable from frame to frame
	line   *formula.Line
	box    Rect
	anchor Point   // the place in the picture that it stands by
	offset Point   // from there to the point of the box that stays at its place
	shown  float64 // 0 is gone, 1 is whole
	seat   place.Seat
	of     place.Thing
	spot   bool
}

// label asks for a place for a label.
func (p *pen) label(l label) {
	w := want{label: l, part: p.part, veil: p.veilOf(&l), shown: 1}
	w.Ink, w.Late, w.Unclear = l.ink, l.under != 0, -1e3
	switch {
	case l.line != nil:
		var down float64
		w.W, w.up, down = p.set.Extent(l.line, l.size, l.live...)
		if len(l.live) > 0 {
			down = max(down, p.tail(l.size))
			for i := range l.live {
				if up := rise(l.live[i].Text, l.size); up > digit*l.size {
					w.up = max(w.up, up)
				}
			}
		}
		w.H = w.up + down
		if l.text != nil {
			w.W, w.H = max(w.W, p.width(l.text, l.big)), w.H+6*p.k+max(l.big*0.75, rise(l.text, l.big))+p.tail(l.big)
		}
		if l.short != nil && l.short != l.line {
			w.ShortW, _, _ = p.set.Extent(l.short, l.size, l.live...)
		}
		if l.key == "" {
			w.key = l.line.Name
		}
	case l.Tick != (place.Tick{}):
		w.W, w.up, w.H = p.set.SansWidth(l.text, l.size), 0.68*l.size, 0.68*l.size
	case l.text != nil:
		up := rise(l.text, l.size)
		w.W, w.up, w.H = p.width(l.text, l.size), up, up+p.tail(l.size)
	default:
		font := metrics.Sans400
		if l.bold {
			font = metrics.Sans600
		}
		w.W, w.H = p.wordWidth(font, l.word, l.size), 1.04*l.size
	}
	if l.Fixed {
		w.To, w.Clear = place.Over, 1
	}
	if l.under != 0 && (p.still || !p.m.Held.Has(l.under)) {
		w.fade = 1
	}
	if w.Clear == 0 {
		w.Clear = 5*p.k + p.style.graph/2
	}
	p.wants = append(p.wants, w)
}

// pleasant is what the place of a label may cost that is merely pleasant.
const pleasant = 40

// rise is how far a number reaches above its baseline, which an exponent does more.
//
//go:noinline
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
//
//go:noinline
func (p *pen) tail(size float64) float64 {
	if p.m.Lang.Comma() {
		return 0.16 * size
	}
	return 0
}

// lost is how much of a label goes because its stroke is not where it was: 1 where
// there is none any more.
func (p *pen) lost(w *want) float64 {
	const bearable, most = 2, 8 // px
	if !w.Slides {
		return 0
	}
	k := p.ground.Ink.Of(w.Of)
	if k.Lo > k.Hi {
		return 1
	}
	x := lerp(k.Lo, k.Hi, w.Seat.T)
	if w.Along[0] != w.Along[1] {
		x = lerp(w.Along[0].X, w.Along[1].X, w.Seat.T)
	}
	_, off := k.On(x)
	if w.Of == thePrime || w.Of == theSub || w.Of == theClarke || w.Of == theWeak { // of which a branch may be gone
		off = max(off, k.Lo-x, x-k.Hi)
	}
	return clamp01((off - bearable) / (most - bearable))
}

// plain is a text without its markup, to be measured before the next one is.
//
//go:noinline
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
		p.Mirrors = append(p.Mirrors, Mirror{Key: line.Name, Rect: rect(at.X, at.Y-up, w, up+down), line: line, live: p.lives(live...), veil: p.veil})
	}
	m := p.glyph(n, ink, 1)
	p.fromLine(m, line, at, em, live...)
	return m
}
