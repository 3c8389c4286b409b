package scene

import (
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
