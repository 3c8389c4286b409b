package page

import "strings"

// Rewording is a new text between tags.
type Rewording struct {
	At        int // index among the texts of the markup, in its order
	Old, Text string
}

// Reworded are the texts of some markup that differ from those of earlier
// markup with the very same tags, and how many texts each has. The list is nil
// where the tags differ, or where a text holds characters that are written as
// entities.
func Reworded(from, to string) (list []Rewording, n int) {
	for {
		old, oldTag, oldRest := toTag(from)
		text, tag, rest := toTag(to)
		if tag != oldTag || (old == "") != (text == "") {
			return nil, 0
		}
		if text != "" {
			if text != old {
				if strings.IndexByte(old, '&') >= 0 || strings.IndexByte(text, '&') >= 0 {
					return nil, 0
				}
				list = append(list, Rewording{n, old, text})
			}
			n++
		}
		if tag == "" {
			return list, n
		}
		from, to = oldRest, rest
	}
}

// toTag cuts off the text before the first tag, and that tag, which is empty at
// the end.
func toTag(markup string) (text, tag, rest string) {
	open := strings.IndexByte(markup, '<')
	if open < 0 {
		return markup, "", ""
	}
	end := open + strings.IndexByte(markup[open:], '>') + 1
	return markup[:open], markup[open:end], markup[end:]
}
