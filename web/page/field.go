package page

import (
	"strconv"
	"strings"

	"relu-three-ways/render/figure"
)

// LongestField is how many characters the field for a formula takes. A formula may
// have 300; what is pasted is rather called too long than cut to another one.
const LongestField = 2000

// field is the picker's last entry, a function of one's own: its formula as it is
// typed, beneath it the formula as it is set or what is wrong with it, and formulas to
// begin with. Its label is around the input, since a page may have any id; what is
// described by another element needs one.
func field(m figure.Model) string {
	var b strings.Builder
	text := m.Formula // "" for one of the list
	own := Escape(m.Say("your own…"))
	b.WriteString(`<div class="rf-own" role="group" aria-label="` + own + `"><label class="rf-own-label"><span class="rf-own-name"><i>f</i>(<i>x</i>) =</span>` +
		`<input class="rf-field" type="text" inputmode="text" enterkeyhint="done" autocapitalize="off" autocorrect="off" autocomplete="off" spellcheck="false" translate="no" dir="ltr" maxlength="` + strconv.Itoa(LongestField) + `" aria-describedby="rf-wrong" placeholder="` + own + `" value="` + Escape(text) + `"></label>` +
		`<div class="rf-formula" translate="no">` + Typeset(m, text) + `</div><p class="rf-wrong" id="rf-wrong"></p>` +
		`<div class="rf-examples" role="group" aria-label="` + Escape(m.Say("Examples")) + `">`)
	b.WriteString(`<button type="button" class="rf-draw-it rf-example">` + icon(iconDraw) + `<span>` + Escape(m.Say("draw it")) + `</span></button>`)
	for _, e := range figure.Examples() {
		b.WriteString(`<button type="button" class="rf-example" data-text="` + Escape(e.Text) + `">` + Text(m.Say(e.Name)) + `</button>`)
	}
	b.WriteString(`</div></div>`)
	return b.String()
}

// Typeset is a formula as MathML, which the browser sets, and "" for what is none; one
// that is continuous and piecewise linear also as the sum of ramps that it is, with its
// second derivative. The variable and the parameter are marked, for the italic of the
// page's own font.
func Typeset(m figure.Model, text string) string {
	set := mathOf(m, text)
	if set == "" {
		return ""
	}
	sum, second, ok := figure.Ramps(figure.Update(m, figure.Define{Text: text}))
	if !ok {
		return set
	}
	if sum != text {
		set += `<span class="rf-ramps">= ` + mathOf(m, sum) + `</span>`
	}
	return set + `<span class="rf-ramps"><i>f</i>″ = ` + Escape(second) + `</span>`
}

// mathOf is a formula as MathML alone.
func mathOf(m figure.Model, text string) string {
	inner := figure.MathML(text)
	if inner == "" {
		return ""
	}
	inner = strings.ReplaceAll(inner, "<mi>x</mi>", `<mi class="rf-letter">x</mi>`)
	inner = strings.ReplaceAll(inner, "<mi>a</mi>", `<mi class="rf-letter">a</mi>`)
	inner = strings.ReplaceAll(inner, ">otherwise<", ">"+Escape(m.Say("otherwise"))+"<")
	return `<math>` + braces(inner) + `</math>`
}

// braces says how many rows the brace before cases spans, since the style sheet makes
// it as tall.
func braces(inner string) string {
	const brace, table = `<mo form="prefix" stretchy="true">{</mo>`, `<mtable>`
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(inner, brace+table)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString(`<mo form="prefix" stretchy="false" class="rf-brace rf-brace-` + strconv.Itoa(min(rows(rest), 5)) + `">{</mo>` + table)
		inner = rest
	}
}

// rows counts the rows of the table that a text of MathML begins in, without those of
// tables inside it.
func rows(inner string) (n int) {
	for depth := 1; depth > 0; {
		i := strings.Index(inner, "mt")
		if i < 1 {
			return n
		}
		switch tag := inner[i-1:]; {
		case strings.HasPrefix(tag, "<mtr>") && depth == 1:
			n++
		case strings.HasPrefix(tag, "<mtable>"):
			depth++
		case strings.HasPrefix(tag, "/mtable>"):
			depth--
		}
		inner = inner[i+2:]
	}
	return n
}
