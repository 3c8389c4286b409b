package page

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// Question is the content of h2.rf-question.
func Question(m figure.Model) string { return Text(figure.Question(m).String()) }

// Caption is the content of p.rf-caption.
func Caption(m figure.Model, short bool) string { return Prose(figure.Caption(m, short).String()) }

// Quotients are the two live difference quotients: the left and the right.
func Quotients(m figure.Model) (left, right string) {
	if m.Withholds(figure.Point) {
		return "?", "?"
	}
	f := m.PointFacts()
	limit := math.NaN()
	if m.H == figure.HRange().Lo { // when the limit stands beside them
		limit = f.Slope
	}
	return m.Say(quotient(f.QuotLeft, f.QuotRight, limit)), m.Say(quotient(f.QuotRight, f.QuotLeft, limit))
}

func quotient(v float64, others ...float64) string {
	if math.IsNaN(v) {
		return "none"
	}
	if math.IsInf(v, 0) {
		return strings.Replace(figure.Number(math.Copysign(1, v), 0), "1", "∞", 1)
	}
	return figure.Told(v, others...)
}

func secants(m figure.Model) string {
	l, r := Quotients(m)
	return `<span>` + m.Say("left") + ` <span class="rf-wide">` + m.Say("secant") + ` </span><b class="rf-left-quotient">` + l + `</b></span><span>` + m.Say("right") + ` <span class="rf-wide">` + m.Say("secant") + ` </span><b class="rf-right-quotient">` + r + `</b></span><span class="rf-limit"` + hiddenUnless(Limit(m) != "") + `>` + m.Say("limit") + ` <b class="rf-limit-value">` + Limit(m) + `</b></span>`
}

// Limit is what the two quotients tend to, once h is as small as it gets: the
// slope, or none; before that it is empty.
func Limit(m figure.Model) string {
	f := m.PointFacts()
	switch {
	case m.H > figure.HRange().Lo || m.Withholds(figure.Point):
		return ""
	case f.HasSlope:
		return m.Say(quotient(f.Slope))
	}
	return m.Say("none")
}

// Run is the content of the button that runs h to 0, or stops it.
func Run(m figure.Model) string {
	on := m.Run.Kind == figure.ShrinkRun
	return playing(on) + `<span>` + Text(either(on, m.Say("stop"), "_h_ → 0")) + `</span>`
}

// playing is the icon of a button that stops what plays, or plays it.
func playing(on bool) string { return icon(either(on, iconPause, iconPlay)) }

func either(one bool, this, other string) string {
	if one {
		return this
	}
	return other
}

// RunLabel is the accessible name of that button.
func RunLabel(m figure.Model) string {
	return m.Say(either(m.Run.Kind == figure.ShrinkRun, "stop h → 0", "h → 0 from both sides"))
}

// Play is the content of the button that plays the derivation, or stops it.
func Play(m figure.Model) string { return playing(m.Run.Kind == figure.PlayRun) }

// PlayLabel is the accessible name of that button.
func PlayLabel(m figure.Model) string {
	if m.Stepping() {
		return m.Say(either(m.Run.Kind == figure.PlayRun, "pause the steps", "take all steps"))
	}
	return m.Say(either(m.Run.Kind == figure.PlayRun, "pause the derivation", "play the derivation"))
}

// StepsLabel and ReplayLabel are the accessible names of the group of the buttons that
// go through the derivation, or take steps, and of the one that begins again.
func StepsLabel(m figure.Model) string {
	return m.Say(either(m.Stepping(), "Steps of an optimiser", "Lines of the derivation"))
}

func ReplayLabel(m figure.Model) string {
	return m.Say(either(m.Stepping(), "back to the start", "replay from line 1"))
}

func steps(m figure.Model, hidden string) string {
	back, on := StepLabels(m)
	return `<div class="rf-steps" role="group" aria-label="` + Escape(StepsLabel(m)) + `"` + hidden + `>` +
		button("rf-replay", ReplayLabel(m), iconRetry) + button("rf-sweep", m.Say("show the pairing for every position of the bump"), iconSweep) + button("rf-previous", back.Label, iconPrevious) +
		button("rf-play", PlayLabel(m), iconPlay) + button("rf-next", on.Label, iconNext) + `</div>`
}

// methods is the list of the ways in which the point takes steps.
func methods(m figure.Model, hidden string) string {
	var b strings.Builder
	b.WriteString(`<select class="rf-method" autocomplete="off" aria-label="` + Escape(m.Say("Steps of an optimiser")) + `"` + hidden + `>`)
	for s := figure.NoSteps; s <= figure.Proximal; s++ {
		b.WriteString(`<option value="` + strconv.Itoa(int(s)) + `"` + either(s == m.Steps, ` selected=""`, "") + `>` + Escape(m.Say(figure.MethodName(s))) + `</option>`)
	}
	return b.String() + `</select>`
}

// Walk is the content of the button that slides the bump across, or stops it.
func Walk(m figure.Model) string { return playing(m.Walk.On()) }

// WalkLabel is the accessible name of that button.
func WalkLabel(m figure.Model) string {
	return m.Say(either(m.Walk.On(), "stop the bump", "slide the bump across"))
}

// Step is a button that goes a line, or a step, back or on.
type Step struct {
	Label string // its accessible name
	Off   bool   // there is nowhere to go
}

// StepLabels are the buttons that go back and on.
func StepLabels(m figure.Model) (back, on Step) {
	if m.Stepping() {
		return Step{m.Say("one step back"), m.K == 0}, Step{m.Say("one step on"), m.K == float64(m.Path.N)}
	}
	l, r := figure.LetterOf(m.Fn), figure.PRange()
	back, on = Step{m.Say("previous line"), m.P <= r.Lo}, Step{m.Say("next line"), m.P >= r.Hi}
	if back.Off && m.Order == figure.Second {
		back = Step{Label: m.Say("back to " + l + "′")}
	}
	if on.Off && m.HasNextOrder() {
		on = Step{Label: m.Say("continue to " + l + "″")}
	}
	return back, on
}

// Equation is the content of p.rf-equation: the sentence of Compare, clause by
// clause, each in the ink of its notion, with the sign of equality, where the
// sentence has one, apart from the clause that it leads.
func Equation(m figure.Model) string {
	var b strings.Builder
	for i, c := range figure.Equation(m) {
		if i > 0 {
			b.WriteByte(' ')
		}
		text, equal := strings.CutPrefix(c.Text, "=")
		b.WriteString(`<span class="rf-clause ` + InkClass(c.Role) + `">`)
		if equal {
			b.WriteString(`<span class="rf-equals">= </span>`)
		}
		if text = strings.TrimSpace(text); text != "" {
			b.WriteString(`<span class="rf-clause-text">` + Text(text) + `</span> `)
		}
		if c.Value != "" {
			b.WriteString(`<b class="rf-clause-value">` + Text(c.Value) + `</b>`)
		}
		b.WriteString(`</span>`)
	}
	return b.String()
}

// CellClass is the class of a readout: its ink, and whether its lens is on.
func CellClass(r figure.Readout) string {
	c := "rf-cell " + InkClass(r.Role)
	if r.Role != theme.Muted && r.Role != theme.Ink {
		c += " rf-on"
	}
	return c
}

// ExtraClass is the class of what a readout adds: in red where it says that a
// claim is false.
func ExtraClass(r figure.Readout) string {
	return either(r.Warn, "rf-extra "+InkClass(theme.Warn), "rf-extra")
}

// ReadoutLabel is what is in .rf-label: the word is seen where there is room for it,
// and spoken everywhere.
func ReadoutLabel(r figure.Readout) string {
	if r.Word == "" {
		return Text(r.Label)
	}
	return `<span class="rf-called">` + Escape(r.Word) + `</span><span class="rf-sign">` + Text(r.Label) + `</span>`
}

func readout(r figure.Readout) string {
	return `<output class="` + CellClass(r) + `" aria-live="off" data-readout="` + Escape(r.Name) + `" data-value="` + Escape(r.JSON) + `">` +
		`<span class="rf-label">` + ReadoutLabel(r) + `</span> <span class="rf-value">` + Text(r.Text) + `</span> <span class="` + ExtraClass(r) + `">` + Text(r.Extra) + `</span></output>`
}
