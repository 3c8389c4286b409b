package svg

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
)

// seat is how a word sits on its place, in its own size: its height, and how far
// its baseline is below its top. figure.css says the same of the page's words.
type seat struct{ height, baseline float64 }

var (
	sansSeat    = seat{1.04, 0.78}
	serifSeat   = seat{1.2, 0.862}
	wrappedSeat = seat{1.25, 0.937} // of the first line
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
	family, weight, on := "'Source Sans 3',sans-serif", "", sansSeat
	if w.Serif {
		family, weight, on = "'STIX Two Text',serif", ` font-weight="500"`, serifSeat
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
		p.w.WriteString(`<text x="` + num(x) + `" y="` + num(y) + `" text-anchor="` + anchor + `" font-family="` + family + `" font-size="` + num(w.Size) + `"` + weight + ` fill="` + p.color(w.Ink) + `">`)
		p.runs(line)
		p.w.WriteString("</text>")
		y += w.Size * on.height
	}
}

// runs writes figure's markup as tspans.
func (p *painter) runs(text string) {
	for _, r := range figure.Runs(text) {
		if r.Math {
			p.w.WriteString(`<tspan font-family="'STIX Two Text',serif" font-style="italic">` + escape(r.Text) + `</tspan>`)
		} else {
			p.w.WriteString(escape(r.Text))
		}
	}
}

func escape(s string) string {
	s = strings.ReplaceAll(s, "&", "&amp;")
	s = strings.ReplaceAll(s, "<", "&lt;")
	return strings.ReplaceAll(s, ">", "&gt;")
}
