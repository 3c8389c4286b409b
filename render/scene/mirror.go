package scene

import (
	"slices"
	"strings"

	"relu-three-ways/render/formula"
)

// filled replaces the slots {name} of a text by their live values.
func filled(text string, live []formula.Live) string {
	for _, l := range live {
		text = strings.ReplaceAll(text, "{"+l.Slot+"}", l.Text)
	}
	return text
}

// local is live text as the reader's language writes numbers.
func (p *pen) local(live []formula.Live) []formula.Live {
	if !p.m.Lang.Comma() {
		return live
	}
	out := slices.Clone(live)
	for i := range out {
		out[i].Text = strings.ReplaceAll(out[i].Text, ".", ",")
	}
	return out
}
