package svg

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// seat is how a word sits on its place, in its own size: its height, and how far
// its baseline is below its top. figure.css says the same of the page's words.
type seat struct{ height, baseline float64 }

var (
	sansSeat    = seat{1.04, 0.78}
	serifSeat   = seat{1.2, 0.862}
	wrappedSeat = seat{1.25, 0.937} // of the first line
)

// The families and the weight of texts.
const (
	sans   = `'Source Sans 3',sans-serif`
	serif  = `'STIX Two Text',serif`
	medium = ` font-weight="500"`
)

// word writes a word of the drawing as SVG text, wrapped at its measure.
func (p *painter) word(w scene.Word) {
	anchor := "start"
	x := w.At.X
	if w.Align == 0.5 {
		anchor = "middle"
	} else if w.Align == 1 {
		anchor = "end"
	}
	family, weight, on := sans, "", sansSeat
	if w.Serif {
		family, weight, on = serif, medium, serifSeat
	}
	if w.Bold {
		weight = ` font-weight="600"`
	}
	if w.Fade > 0 {
		weight += ` opacity="` + num(1-w.Fade) + `"`
	}
	text := w.Text.String()
	lines := []string{text}
	font := metrics.Sans400
	if w.Width > 0 {
		on = wrappedSeat
		lines = metrics.Break(font, text, w.Size, w.Width)
	}
	y := w.At.Y + w.Size*(on.baseline-on.height*w.Base)
	for _, line := range lines {
		p.text(x, y, w.Size, anchor, family, weight, w.Ink, line)
		y += w.Size * on.height
	}
}

// text writes a line of figure's markup, its letters as tspans.
func (p *painter) text(x, y, size float64, anchor, family, more string, ink theme.Role, line string) {
	p.w.WriteString(`<text x="` + num(x) + `" y="` + num(y) + `" text-anchor="` + anchor + `" font-family="` + family + `" font-size="` + num(size) + `"` + more + ` fill="` + p.color(ink) + `">`)
	for _, r := range figure.Runs(line) {
		if r.Math {
			p.w.WriteString(`<tspan font-family="` + serif + `" font-style="italic">` + Escape(r.Text) + `</tspan>`)
		} else {
			p.w.WriteString(Escape(r.Text))
		}
	}
	p.w.WriteString("</text>")
}

// Escape writes a text so that it stands for itself in markup, in an attribute
// too.
func Escape(s string) string {
	s = strings.ReplaceAll(s, "&", "&amp;")
	s = strings.ReplaceAll(s, "<", "&lt;")
	s = strings.ReplaceAll(s, ">", "&gt;")
	s = strings.ReplaceAll(s, `"`, "&quot;")
	return strings.ReplaceAll(s, "'", "&#39;")
}
