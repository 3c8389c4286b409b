package scene

import (
	"slices"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/lang"
)

// Mirror is a formula that is drawn and that must also be read: it stands
// where it is drawn, unseen, as MathML.
type Mirror struct {
	Key  string
	Rect Rect
	line *formula.Line
	live []formula.Live
	row  int // of the derivation, whose value is read too, or 0
	veil figure.Hide
}

// Read returns a mirror's MathML and the sentence in which it is read aloud.
func (f *Frame) Read(m Mirror) (mathML, speech string) {
	mathML, speech = filled(m.line.MathML(), f.local(m.live)), filled(m.line.Speech(), m.live)
	if m.row > 0 && f.hide == 0 {
		speech += " " + f.valueWords(m.row)
	}
	return mathML, speech
}

// Spoken is the derivation's current line and its value, as they are read
// aloud.
func (f *Frame) Spoken() string {
	if f.m.Lens != figure.Dist || f.hushed || f.hide&figure.HideFormula != 0 {
		return ""
	}
	i := f.line()
	value := ""
	if f.hide == 0 {
		value = " " + f.valueWords(i)
	}
	if f.m.Lang != lang.English {
		reason := figure.StepReason(f.m, i)
		return f.m.Say("Line " + numbers[i] + ". " + string(reason.AppendPlain(nil)) + "." + value)
	}
	line := f.row(numbers[i]).Speech()
	if i == 1 {
		line = f.row("lhs").Speech() + " " + line
	}
	return "Line " + numbers[i] + ". " + line + value
}

// valueWords says the value of a line of the derivation.
func (f *Frame) valueWords(i int) string {
	return "Value " + string(f.pairingNumber(f.lineValue(i))) + "."
}

// filled replaces the slots {name} of a text by their live values.
func filled(text string, live []formula.Live) string {
	for _, l := range live {
		text = strings.ReplaceAll(text, "{"+l.Slot+"}", string(l.Text))
	}
	return text
}

// local is live text as the reader's language writes numbers.
func (f *Frame) local(live []formula.Live) []formula.Live {
	if !f.m.Lang.Comma() {
		return live
	}
	out := slices.Clone(live)
	for i := range out {
		out[i].Text = []byte(strings.ReplaceAll(string(out[i].Text), ".", ","))
	}
	return out
}
