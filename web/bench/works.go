//go:build !js

package bench

import "fmt"

// hand checks that the page has drawn and can be dragged, and measures it.
func (r *run) hand(t *tab) (each float64, often rate, err error) {
	if err := r.works(t); err != nil {
		return 0, often, err
	}
	g := r.places[t.page.name]
	if often, err = t.dragRate(g); err != nil {
		return 0, often, err
	}
	if often.Moves < 0.8*often.Frames {
		return 0, often, fmt.Errorf("only %.0f moves reached the page in %.0f frames a second", often.Moves, often.Frames)
	}
	if err := t.back(g); err != nil {
		return 0, often, err
	}
	each, err = t.dragCost(g)
	return each, often, err
}

// works fails where the page does not show the scene, its point is not moved by
// a drag, or does not snap into the corner and show what is there.
func (r *run) works(t *tab) error {
	first, err := t.picture()
	if err != nil {
		return err
	}
	g, err := t.measure()
	if err != nil {
		return err
	}
	r.places[t.page.name] = g
	if err := drawn(first, usual().w, g); err != nil {
		return err
	}
	if err := t.corner(g); err != nil {
		return err
	}
	last, err := t.picture()
	if err != nil {
		return err
	}
	if err := drawn(last, usual().w, g); err != nil {
		return fmt.Errorf("at the corner: %w", err)
	}
	if c := changed(first, last); c < 0.003 {
		return fmt.Errorf("the fan is not to be seen: a share of %.4f of the picture changed", c)
	}
	return t.back(g)
}
