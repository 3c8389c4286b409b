package page

import (
	"strconv"

	"relu-three-ways/render/figure"
)

// ControlKey is the name of a control in data-control.
func ControlKey(c figure.Control) string { return c.Key() }

// tabOrder is the order in which Tab visits the sliders: the point first, then
// what is done at it, then the probe and the derivation.
var tabOrder = [figure.Controls]int{figure.X: 1, figure.A: 2, figure.Beta: 3, figure.H: 4, figure.G: 5, figure.T: 6, figure.K: 7, figure.C: 8, figure.W: 9, figure.S: 10, figure.P: 11}

// TabOrder is the place of a control among those that Tab visits; corners come first.
func TabOrder(c figure.Control) int {
	if i, ok := c.Corner(); ok {
		return i - figure.MostCorners
	}
	return tabOrder[c]
}

// Orientation says along which axis the hand moves a control: a slope goes up
// and down.
func Orientation(c figure.Control) string {
	if c == figure.G || c == figure.A || c == figure.K {
		return "vertical"
	}
	return "horizontal"
}

// Slider is the element of a control, for a page whose program does not run yet.
func Slider(m figure.Model, c figure.Control) string {
	w := figure.Slider(m, c)
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	return `<div class="rf-handle" role="slider" tabindex="0" data-control="` + ControlKey(c) + `" data-nth="0" aria-label="` + Escape(w.Label) +
		`" aria-valuemin="` + number(w.Min) + `" aria-valuemax="` + number(w.Max) + `" aria-valuenow="` + number(w.Now) + `" aria-valuetext="` + Escape(w.ValueText) + `" aria-orientation="` + Orientation(c) + `"></div>`
}
