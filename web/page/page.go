package page

import (
	"strings"

	"relu-three-ways/render/figure"
)

// Early is what stands in for the program until it runs: HTML of the drawing,
// and of the sliders on it, and the title for each function, as JSON. Without it a
// figure is empty until then.
type Early struct{ Poster, Handles, Titles string }

// Figure is the inner HTML of a figure's root.
func Figure(m figure.Model, early Early) string {
	var b strings.Builder
	header(&b, m, early.Titles)
	b.WriteString(`<div class="rf-stage" id="rf-stage" role="tabpanel" aria-label="` + Escape(m.Say(figure.LensName(m.Lens))) + `">` +
		`<div class="rf-canvas" aria-hidden="true"></div><div class="rf-poster" aria-hidden="true">` + early.Poster + `</div>`)
	b.WriteString(`<div class="rf-blocks">` + Blocks(m, early.Poster != "") + `</div>`)
	b.WriteString(`<p class="rf-description rf-unseen">` + Escape(figure.Describe(m)) + `</p>`)
	b.WriteString(`<div class="rf-mirrors"></div><div class="rf-targets"></div><div class="rf-handles">` + early.Handles + `</div><div class="rf-words"></div></div>`)
	b.WriteString(`<div class="rf-readouts" role="group" aria-label="` + Escape(m.Say("Readouts")) + `">`)
	b.WriteString(Readouts(m) + `</div><div class="rf-live" aria-live="polite"></div>` +
		`<div class="rf-fail" role="alert" hidden><p class="rf-fail-text"></p><button type="button" class="rf-retry">` + icon(iconRetry) + `<span>` + m.Say("Try again") + `</span></button></div>`)
	return b.String()
}

// header is the title with the picker, the tabs, and the page's own buttons.
func header(b *strings.Builder, m figure.Model, titles string) {
	b.WriteString(`<div class="rf-header"><h1 class="rf-title"><span class="rf-lead">` + Escape(m.Say(figure.Title())) + ` </span>` + pickButton(m) + `</h1>` + picker(m, titles) +
		`<div class="rf-tabs" role="tablist" aria-label="` + Escape(m.Say("Ways to differentiate")) + `">`)
	for l := range figure.Lenses {
		on := l == m.Lens
		b.WriteString(`<button type="button" class="rf-tab ` + InkClass(figure.LensInk(l)) + `" role="tab" data-tip="` + Escape(m.Say(figure.LensHint(l))) + `" aria-controls="rf-stage" data-lens="` + LensKey(l) + `" aria-selected="` + truth(on) + `" tabindex="` + either(on, "0", "-1") + `">` +
			lensIcon(l) + `<span data-text="` + Escape(m.Say(figure.LensName(l))) + `">` + Escape(m.Say(figure.LensName(l))) + `</span></button>`)
	}
	label := Escape(ThemeLabel(m))
	b.WriteString(`</div><div class="rf-chrome">` + drawButton(m) + away(m) + button("rf-help", m.Say("Keys and hints"), iconHelp) + button("rf-share", m.Say("Share, embed and save"), iconShare) +
		`<button type="button" class="rf-theme" aria-label="` + label + `">` + icon(iconTheme) + `</button></div></div>`)
}

// away are the ways from our own page to the lecture and into other people's, which the
// page's style sheet shows there and nowhere else: by name where there is room.
func away(m figure.Model) string {
	word := func(s string) string { return `<span>` + Escape(m.Say(s)) + `</span>` }
	return `<a class="rf-lecture" href="lecture.html" aria-label="` + Escape(m.Say("Lecture: teach with this figure")) + `">` + icon(iconLecture) + word("Lecture") + `</a>` +
		`<button type="button" class="rf-embed" aria-label="` + Escape(m.Say("Embed this figure in a page of yours")) + `">` + icon(iconEmbed) + word("Embed") + `</button>`
}

// drawButton begins and ends to draw a function that is given by its corners.
func drawButton(m figure.Model) string {
	label := Escape(m.Say("draw the corners"))
	return `<button type="button" class="rf-draw" aria-label="` + label + `" aria-pressed="` + truth(m.Sketching()) + `"` + hiddenUnless(m.Sketched()) + `>` + icon(iconDraw) + `</button>`
}

// Blocks are the words beside the drawing, and its buttons: what is inside
// .rf-blocks. Before the program runs they are all there, in both lengths, for
// the style sheet to choose from.
func Blocks(m figure.Model, early bool) string {
	hidden := func(in figure.Lens) string { return hiddenUnless(early && m.Lens == in) }
	return `<h2 class="rf-question">` + Question(m) + `</h2><p class="rf-caption">` + claim(m, early) + `</p>` +
		`<button type="button" class="rf-reveal" hidden>` + Escape(m.Say(figure.ToReveal)) + `</button>` +
		`<p class="rf-equation"` + hiddenUnless(m.Lens == figure.Compare) + `>` + Equation(m) + `</p>` +
		`<p class="rf-secants"` + hiddenUnless(m.Lens == figure.Point) + `>` + secants(m) + `</p>` +
		`<button type="button" class="rf-run" aria-label="` + Escape(RunLabel(m)) + `"` + hidden(figure.Point) + `>` + Run(m) + `</button>` +
		methods(m, hidden(figure.Sub)) + steps(m, hiddenUnless(early && (m.Lens == figure.Dist || m.Stepping()))) +
		`<button type="button" class="rf-walk" aria-label="` + Escape(WalkLabel(m)) + `"` + hidden(figure.Dist) + `>` + Walk(m) + `</button>`
}

// Readouts are the four readouts: what is inside .rf-readouts.
func Readouts(m figure.Model) string {
	var b strings.Builder
	for _, r := range figure.Readouts(m) {
		b.WriteString(readout(r))
	}
	return b.String()
}

// claim is the caption, in its long and in its short form where it is not known
// yet for which of them there is room.
func claim(m figure.Model, early bool) string {
	long, short := Caption(m, false), Caption(m, true)
	if !early || long == short {
		return long
	}
	return `<span class="rf-long">` + long + `</span><span class="rf-short">` + short + `</span>`
}

// button is a button that shows an icon.
func button(class, label, paths string) string {
	return `<button type="button" class="` + class + `" aria-label="` + Escape(label) + `">` + icon(paths) + `</button>`
}

func hiddenUnless(shown bool) string { return either(shown, "", " hidden") }

// themeNames are the words for the choices of theme.
var themeNames = [...]string{figure.ThemeAuto: "same as system", figure.ThemeLight: "light", figure.ThemeDark: "dark", figure.ThemeContrast: "high contrast"}

// ThemeLabel is the accessible name of the button that changes the theme.
func ThemeLabel(m figure.Model) string { return m.Say("Theme: " + themeNames[m.Theme]) }

// NextTheme is the choice that the button makes next.
func NextTheme(t figure.ThemeChoice) figure.ThemeChoice {
	return figure.ThemeChoice((int(t) + 1) % len(themeNames))
}
