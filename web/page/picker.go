package page

import (
	"strings"
	"unicode/utf8"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/svg"
)

// pickButton is the function's name in the title, which opens the list.
func pickButton(m figure.Model) string {
	hint := ""
	if h := PickHint(m); h != "" {
		hint = ` data-tip="` + Escape(h) + `"`
	}
	return `<button type="button" class="rf-pick" aria-haspopup="dialog" aria-expanded="false" aria-label="` + Escape(PickLabel(m)) + `"` + hint + `><span class="rf-pick-name">` +
		PickTitle(m) + `</span>` + chevron + `</button>`
}

// PickTitle is the function's name as HTML, with the article that the title
// wants, and without it for arrangements that have no room for the title's other
// words. A long one is marked, so that a narrow header can make room for it; a formula
// is marked, too, and cut where it has no room.
func PickTitle(m figure.Model) string {
	if m.Typed() {
		return `<span class="rf-written"><i>f</i>(<i>x</i>) = ` + figure.HTML(m.Formula) + `</span>`
	}
	name, title := Escape(PickName(m)), Escape(m.Say(figure.TitleOf(m)))
	class := ""
	switch n := utf8.RuneCountInString(PickName(m)); {
	case n > 18:
		class = "rf-lengthy rf-longest"
	case n > 12:
		class = "rf-lengthy"
	case name == title:
		return name
	}
	if name == title {
		return `<span class="` + class + `">` + name + `</span>`
	}
	return `<span class="` + strings.TrimSpace("rf-titled "+class) + `">` + title + `</span><span class="` + strings.TrimSpace("rf-untitled "+class) + `">` + name + `</span>`
}

// PickName is the function's name in the list; a formula is its own.
func PickName(m figure.Model) string { return figure.NameOf(m) }

// PickHint is the whole of a name that may be cut, which its tooltip shows, and
// "" for the others.
func PickHint(m figure.Model) string {
	if m.Typed() {
		return figure.TitleOf(m)
	}
	return ""
}

// PickLabel is the accessible name of the picker's button.
func PickLabel(m figure.Model) string {
	return m.Say(figure.TitleOf(m) + ", choose a function")
}

// picker has the list of functions, which is filled when it is opened first, and the
// field for one's own.
func picker(m figure.Model, titles string) string {
	if titles != "" {
		titles = ` data-titles="` + Escape(titles) + `"`
	}
	return `<div class="rf-picker" role="dialog" aria-label="` + Escape(m.Say("Choose a function")) + `" tabindex="-1" hidden>` +
		`<div class="rf-options" role="listbox" aria-label="` + Escape(m.Say("Function")) + `"` + titles + `></div>` + field(m) + `</div>`
}

// Options are the functions of the list, each with its graph, its name, its formula
// and the jump of its slope. The parameters are the ones that choosing the function
// gives.
func Options(m figure.Model) string {
	var b strings.Builder
	for _, k := range figure.Catalogue() {
		b.WriteString(option(m, k))
	}
	return b.String()
}

func option(m figure.Model, k calculus.Kind) string {
	chosen := figure.Update(m, figure.Choose{Fn: k})
	jump := figure.JumpWord(chosen.Function())
	return `<div role="option" class="rf-option" tabindex="-1" data-fn="` + k.String() + `" aria-selected="` + truth(k == m.Fn) + `">` +
		sparkline(chosen) + `<span class="rf-option-name">` + Escape(PickName(chosen)) + `</span> ` +
		`<span class="rf-option-formula">` + listed(m, k) + `</span> <span class="rf-option-jump">` + Text(m.Say(jump)) + `</span></div>`
}

// listed is the formula of a function in the list, as it was typeset or, where nobody has
// done that, as the browser sets it.
func listed(m figure.Model, k calculus.Kind) string {
	set, name := formula.Load(), "formula/"+k.String()
	if set.Has(name) {
		return svg.Formula(set.Line(name), 18)
	}
	return mathOf(m, figure.FormulaOf(k))
}

func truth(v bool) string { return either(v, "true", "false") }
