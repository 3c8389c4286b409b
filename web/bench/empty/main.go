//go:build js

// Command empty is the smallest game that Ebitengine runs: it draws nothing.
// The figure is measured against it; nothing of it is shipped.
package main

import (
	"log"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

type game struct{ marked bool }

// Update tells the bench when the game begins to answer.
func (g *game) Update() error {
	if !g.marked {
		g.marked = true
		js.Global().Get("performance").Call("mark", "interactive")
	}
	return nil
}

func (g *game) Draw(*ebiten.Image) {}

func (g *game) Layout(w, h int) (int, int) { return w, h }

func main() {
	if err := ebiten.RunGame(&game{}); err != nil {
		log.Fatal(err)
	}
}
