package svg

import (
	"slices"
	"strconv"
	"strings"

	"relu-three-ways/render/formula"
)

// Outlines are the outlines of glyphs that the drawings of one page share: each
// is written once and used wherever the glyph stands. A picture that is to
// stand alone does without. The zero value holds none.
type Outlines struct {
	glyphs []int
}

// outlineID is the id of a glyph's outline in a page.
func outlineID(glyph int) string { return "rf-g" + strconv.Itoa(glyph) }

// use is the element that puts a glyph at (x, y), in a size of em px, in an ink
// that is given as attributes.
func (o *Outlines) use(glyph int, x, y, em float64, ink string) string {
	if !slices.Contains(o.glyphs, glyph) {
		o.glyphs = append(o.glyphs, glyph)
	}
	scale := strings.TrimPrefix(strconv.FormatFloat(em/1000, 'g', 4, 64), "0")
	return `<use href="#` + outlineID(glyph) + `"` + ink + ` transform="translate(` + num(x) + " " + num(y) + ")scale(" + scale + `)"/>`
}

// Defs is an element without extent that holds the outlines, in thousandths of
// an em. They can be used even where it is not displayed.
func (o *Outlines) Defs() string {
	var b strings.Builder
	b.WriteString(`<svg class="rf-outlines" width="0" height="0" aria-hidden="true"><defs>`)
	for _, g := range o.glyphs {
		b.WriteString(`<path id="` + outlineID(g) + `" d="`)
		outline(&b, &formula.Load().Glyphs[g], 0, 0, 1000)
		b.WriteString(`"/>`)
	}
	b.WriteString("</defs></svg>")
	return b.String()
}
