package page

import (
	"bytes"

	"relu-three-ways/render/svg"
)

// Rewording is a new text between tags.
type Rewording struct {
	At        int // index among the texts of the markup, in its order
	Old, Text string
}

// Reworded are the texts of some markup that differ from those of earlier
// markup with the very same tags, and how many texts it has. The list is nil
// where the tags differ, or where a text holds characters that are written as
// entities.
func Reworded(from, to string) (list []Rewording, n int) {
	_, n, alike := svg.Changes([]byte(from), []byte(to), func(of int, name, old, now []byte) bool {
		list = append(list, Rewording{of, string(old), string(now)})
		return name == nil && bytes.IndexByte(old, '&') < 0 && bytes.IndexByte(now, '&') < 0
	})
	if !alike {
		return nil, 0
	}
	return list, n
}
