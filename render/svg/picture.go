package svg

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Picture is a model as a picture that stands alone: the drawing with all its
// words, in the layout of a slide of w × h px, with its title, its claim and
// its readouts as a description, and the address that shows it in a metadata
// element. Texts are text elements; the page turns them into outlines. The ids
// of its definitions begin with id, so that two pictures can be in one page.
func Picture(m figure.Model, w, h float64, t theme.Theme, id string) string {
	link := m.Link()
	m.UI = figure.UILecture
	var f scene.Frame
	scene.Draw(&f, m, scene.Ask{W: w, H: h, Theme: t, Still: true, Bare: true})
	about := `<title>` + escape(m.Say(figure.Title())+" "+m.Say(figure.TitleOf(m))+": "+m.Say(figure.LensName(m.Lens))) + `</title><desc>` +
		escape(figure.Plain(figure.Caption(m, false).String())+" "+values(m)) + `</desc><metadata>` + escape("#"+link) + `</metadata>`
	return slide(&f, m, t, id, about, figure.Question(m).String(), "")
}

// slide writes a frame with what stands around it on a slide: what the picture is
// about, its title, and a sentence at its foot, both in figure's markup.
func slide(f *scene.Frame, m figure.Model, t theme.Theme, id, about, title, sentence string) string {
	var b strings.Builder
	Draw(&b, f, t, Options{Words: true, Paper: true, ID: id, Alone: true})
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
	return open + ">" + about + strings.TrimSuffix(rest, "</svg>") + heads.String() + "</svg>"
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
		p.head(b.Rect.X, b.Rect.Y+b.Size*0.86+float64(i)*b.Lead, b.Size, "start", theme.Ink, line)
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

// head writes a line in the face of headings.
func (p *painter) head(x, y, size float64, anchor string, ink theme.Role, text string) {
	p.w.WriteString(`<text x="` + num(x) + `" y="` + num(y) + `" text-anchor="` + anchor + `" font-family="'STIX Two Text',serif" font-weight="500" font-size="` + num(size) + `" fill="` + p.color(ink) + `">`)
	p.runs(text)
	p.w.WriteString("</text>")
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
			p.head(x-b.Size*0.55, y, b.Size, "middle", theme.Ink, "=")
		}
		if i == 3 {
			p.head(x+0.3*b.Size, y, b.Size*1.25, "start", c.Role, c.Value)
			continue
		}
		p.head(x+(wide-1.1*b.Size)/2, y, b.Size, "middle", c.Role, strings.TrimSpace(strings.TrimSpace(text)+" "+c.Value))
	}
}
