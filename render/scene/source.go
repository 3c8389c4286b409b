package scene

import "relu-three-ways/render/formula"

// Source is what glyphs were set from, for pictures whose words can be edited: a line
// of the formulas' sources with its live numbers, or a text.
type Source struct {
	Name string // of the line; "" for a text
	Live []formula.Live
	Text string
	Sans bool // the text is a number of an axis

	At   Point   // left end of the baseline
	W    float64 // px
	Em   float64 // px
	Hold float64 // share of the width that stays where it is if the width is another
}

// origin is a source before it is asked for.
type origin struct {
	line *formula.Line
	live []formula.Live
	text []byte
	sans bool
	at   Point
	em   float64
	hold float64
}

// fromLine keeps which line the glyphs of a mark were set from, if the frame was asked to.
func (p *pen) fromLine(m *Mark, line *formula.Line, at Point, em float64, live ...formula.Live) {
	if p.ask.Sources {
		p.origins = append(p.origins, origin{line: line, live: p.lives(live...), at: at, em: em})
		m.origin = len(p.origins)
	}
}

// fromText keeps which text they were set from.
func (p *pen) fromText(m *Mark, text []byte, sans bool, at Point, em float64) {
	if p.ask.Sources {
		p.origins = append(p.origins, origin{text: text, sans: sans, at: at, em: em})
		m.origin = len(p.origins)
	}
}

// held says by which share of its width a label is held.
func (p *pen) held(m *Mark, share float64) *Mark {
	if m.origin > 0 {
		p.origins[m.origin-1].hold = share
	}
	return m
}

// Source is what the glyphs of a mark were set from; false where nothing tells it, as of
// a line that is turning into another.
func (f *Frame) Source(m *Mark) (Source, bool) {
	if m.origin < 1 || m.origin > len(f.origins) {
		return Source{}, false
	}
	o := f.origins[m.origin-1]
	s := Source{At: o.at, Em: o.em, Hold: o.hold, Sans: o.sans}
	if o.line == nil {
		s.Text = string(f.local([]formula.Live{{Text: o.text}})[0].Text)
		s.W = f.set.TextWidth(o.text, o.em)
		if o.sans {
			s.W = f.set.SansWidth(o.text, o.em)
		}
		return s, true
	}
	s.Name, s.Live = o.line.Name, f.local(o.live)
	s.W, _, _ = f.set.Extent(o.line, o.em, o.live...)
	return s, true
}
