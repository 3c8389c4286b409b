//go:build js

package assets

import "syscall/js"

// German is the figure's words in German, which the page fetches for a figure in
// German and gives to its program in its box; package lang reads it.
var German = words()

func words() string {
	if box := js.Global().Get("figureBox"); box.Truthy() {
		return box.Get("words").String()
	}
	return ""
}
