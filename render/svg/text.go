package svg

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
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
	family := "'Source Sans 3',sans-serif"
	if w.Serif {
		family = "'STIX Two Text',serif"
	}
	weight := ""
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
		lines = metrics.Break(font, text, w.Size, w.Width)
	}
	y := w.At.Y + w.Size*(0.78-1.04*w.Base)
	for _, line := range lines {
		p.w.WriteString(`<text x="` + num(x) + `" y="` + num(y) + `" text-anchor="` + anchor + `" font-family="` + family + `" font-size="` + num(w.Size) + `"` + weight + ` fill="` + p.color(w.Ink) + `">`)
		p.runs(line)
		p.w.WriteString("</text>")
		y += w.Size * 1.25
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
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
