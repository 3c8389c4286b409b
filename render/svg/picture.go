package svg

import (
	"math"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Take says what of a picture is taken away.
type Take struct {
	Alone   bool // the drawing and nothing around it, cut close
	White   bool // the paper is white
	Clear   bool // there is no paper
	Plain   bool // points in place of handles
	Sources bool // glyphs say what they were set from
}

// paper is a theme with the paper that is wanted.
func (t Take) paper(inks theme.Theme) theme.Theme {
	if t.White {
		inks.Colors[theme.Paper] = theme.RGB{R: 255, G: 255, B: 255}
	}
	return inks
}

// Picture is a model as a picture that stands alone: the drawing with all its
// words, in the layout of a slide of w × h px, with its title, its claim and
// its readouts as a description, and the address that shows it in a metadata
// element. Texts are text elements; the page turns them into outlines. The ids
// of its definitions begin with id, so that two pictures can be in one page.
func Picture(m figure.Model, w, h float64, t theme.Theme, id string, take Take) string {
	return Titled(m, "", w, h, t, id, take)
}

// Titled is Picture with a title, in figure's markup, in place of the lens's question,
// as a lecture shows it.
func Titled(m figure.Model, title string, w, h float64, t theme.Theme, id string, take Take) string {
	link := m.Link()
	m.UI = figure.UILecture
	if take.Alone {
		m.UI = figure.UINone
	}
	t = take.paper(t)
	var f scene.Frame
	scene.Draw(&f, m, scene.Ask{W: w, H: h, Theme: t, Still: true, Bare: true, Title: title, Alone: take.Alone, Plain: take.Plain, Sources: take.Sources})
	about := `<title>` + Escape(figure.StateTitle(m)) + `</title><desc>` +
		Escape(figure.Plain(figure.Caption(m, false).String())+" "+values(m)) + `</desc><metadata>` + Escape("#"+link) + `</metadata>`
	o := Options{Words: true, Paper: !take.Clear, Clear: take.Clear, ID: id, Alone: true}
	if take.Alone {
		o.View = inked(&f)
	}
	if take.Sources {
		o.From = &f
	}
	if title == "" {
		title = figure.Question(m).String()
	}
	return slide(&f, m, t, o, about, title, "")
}

// slide writes a frame with what stands around it on a slide: what the picture is
// about, its title, and a sentence at its foot, both in figure's markup.
func slide(f *scene.Frame, m figure.Model, t theme.Theme, o Options, about, title, sentence string) string {
	var b strings.Builder
	Draw(&b, f, t, o)
	var heads strings.Builder
	p := &painter{w: &heads, t: t}
	for _, block := range f.Blocks {
		switch block.Slot {
		case scene.SlotQuestion:
			p.lines(block, title)
		case scene.SlotEquation:
			p.clauses(block, figure.Equation(m))
		}
	}
	p.foot(f, sentence)
	open, rest, _ := strings.Cut(b.String(), ">")
	if o.From != nil {
		for r := range theme.Roles {
			open += ` data-` + r.String() + `="` + t.Colors[r].Hex() + `"`
		}
	}
	return open + ">" + about + strings.TrimSuffix(rest, "</svg>") + heads.String() + "</svg>"
}

// inked is the box of all that is drawn, with air around it.
func inked(f *scene.Frame) scene.Rect {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(x, y, r float64) { x0, y0, x1, y1 = min(x0, x-r), min(y0, y-r), max(x1, x+r), max(y1, y+r) }
	for i := range f.Marks {
		m := &f.Marks[i]
		if m.Ink == theme.Paper && m.Kind != scene.Disc { // under a label
			continue
		}
		for _, q := range m.Points {
			add(q.X, q.Y, m.Width/2+m.R+m.RingW/2)
		}
		for _, g := range m.Glyphs {
			if g.Glyph < 0 {
				add(g.X, g.Y, 0)
				add(g.X+g.W, g.Y+g.H, 0)
				continue
			}
			o, k := &formula.Load().Glyphs[g.Glyph], g.Size/1000
			add(g.X+float64(o.X0)*k, g.Y-float64(o.Y1)*k, 0)
			add(g.X+float64(o.X1)*k, g.Y-float64(o.Y0)*k, 0)
		}
	}
	for _, w := range f.Words {
		add(w.Box.X, w.Box.Y, 0)
		add(w.Box.X+w.Box.W, w.Box.Y+w.Box.H, 0)
	}
	air := math.Round(f.W / 64)
	x0, y0 = math.Floor(x0)-air, math.Floor(y0)-air
	return scene.Rect{X: x0, Y: y0, W: math.Ceil(x1) + air - x0, H: math.Ceil(y1) + air - y0}
}

// source says of a mark of glyphs what they were set from, and where: a line of the
// formulas' sources and its live numbers, or a text.
func (p *painter) source(m *scene.Mark) {
	if p.o.From == nil {
		return
	}
	s, ok := p.o.From.Source(m)
	if !ok {
		return
	}
	if s.Name == "" {
		p.attr("data-text", Escape(s.Text))
		if s.Sans {
			p.attr("data-sans", "")
		}
	} else {
		p.attr("data-line", s.Name)
		var live []string
		for _, l := range s.Live {
			live = append(live, l.Slot+"="+string(l.Text))
		}
		p.attr("data-live", Escape(strings.Join(live, ";")))
	}
	p.number("data-x", s.At.X)
	p.number("data-y", s.At.Y)
	p.number("data-w", s.W)
	p.number("data-em", s.Em)
	p.number("data-hold", s.Hold)
}

// values are the readouts in one line.
func values(m figure.Model) string {
	var s []string
	for _, r := range figure.Readouts(m) {
		s = append(s, strings.TrimSpace(figure.Plain(r.Word+r.Label+": "+r.Text+" "+r.Extra)))
	}
	return strings.Join(s, "; ") + "."
}

// lines sets a text in a block, line by line, in the face of headings.
func (p *painter) lines(b scene.Block, text string) {
	for i, line := range even(metrics.Serif500, text, b.Size, b.Rect.W) {
		p.text(b.Rect.X, b.Rect.Y+b.Size*0.86+float64(i)*b.Lead, b.Size, "start", serif, medium, theme.Ink, line)
	}
}

// even wraps a text into as few lines as the measure allows, which are about as long
// as each other, as text-wrap: balance does on the page.
func even(f metrics.Font, text string, size, measure float64) []string {
	lines := metrics.Break(f, text, size, measure)
	for wide := measure; wide > measure/2 && len(lines) > 1; wide -= size / 2 {
		narrower := metrics.Break(f, text, size, wide)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// clauses sets the sentence of Compare: each clause under its column, and the
// number that all are behind them.
func (p *painter) clauses(b scene.Block, clauses []figure.Clause) {
	wide := (b.Rect.W - scene.Tail*b.Size) / 3
	y := b.Rect.Y + b.Rect.H/2 + b.Size*0.3
	for i, c := range clauses {
		text, equal := strings.CutPrefix(c.Text, "=")
		x := b.Rect.X + wide*float64(i)
		if equal {
			p.text(x-b.Size*0.55, y, b.Size, "middle", serif, medium, theme.Ink, "=")
		}
		if i == 3 {
			p.text(x+0.3*b.Size, y, b.Size*1.25, "start", serif, medium, c.Role, c.Value)
			continue
		}
		p.text(x+(wide-1.1*b.Size)/2, y, b.Size, "middle", serif, medium, c.Role, strings.TrimSpace(strings.TrimSpace(text)+" "+c.Value))
	}
}
