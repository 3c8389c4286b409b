package page

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
)

// Escape writes a text so that it stands for itself in HTML, in an attribute
// too.
func Escape(s string) string { return svg.Escape(s) }

// Text writes figure's markup as HTML: a mathematical letter becomes an i
// element in the ink of what it stands for.
func Text(markup string) string {
	var b strings.Builder
	runs := figure.Runs(markup)
	for i, r := range runs {
		if !r.Math {
			b.WriteString(Escape(r.Text))
			continue
		}
		b.WriteString(`<i`)
		var classes []string
		if r.Role != theme.Ink {
			classes = append(classes, InkClass(r.Role))
		}
		if i+1 < len(runs) && (strings.HasPrefix(runs[i+1].Text, "′") || strings.HasPrefix(runs[i+1].Text, "″")) {
			classes = append(classes, "rf-primed") // a leaning letter needs air before a prime
		}
		if len(classes) > 0 {
			b.WriteString(` class="` + strings.Join(classes, " ") + `"`)
		}
		b.WriteString(`>` + Escape(r.Text) + `</i>`)
	}
	return b.String()
}

// Prose is Text for what may be wrapped: no line breaks in a formula.
func Prose(markup string) string { return metrics.Glue(Text(markup)) }

// InkClass is the class that colours a text in the ink of a role.
func InkClass(r theme.Role) string { return "rf-ink-" + r.String() }

// LensKey is the name of a lens in data-lens.
func LensKey(l figure.Lens) string { return l.Key() }
