//go:build !js

package main

import (
	"encoding/json"
	"path/filepath"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
	"relu-three-ways/web/poster"
)

// earlyFolder is where early.js finds states that are not the page's own. They
// lie there compressed, since nothing else reads them.
const earlyFolder = "early"

// buildEarly writes the states that a page can show before the program runs:
// each function in each lens, where the lens has a point also with the point at
// the corner; the ramp's point has books instead.
func buildEarly() error {
	var states []state
	for _, k := range figure.Catalogue() {
		for l := range figure.Lenses {
			if k == figure.New().Fn && (l == figure.Point || l == figure.Sub) {
				continue
			}
			s := state{k.String() + "-" + page.LensKey(l), "fn=" + k.String() + "&lens=" + page.LensKey(l)}
			states = append(states, s)
			if l == figure.Point || l == figure.Sub {
				states = append(states, state{s.name + "-0", s.link + "&x=0"})
			}
		}
	}
	if err := sideBySide(states, writeState); err != nil {
		return err
	}
	for _, l := range []figure.Lens{figure.Point, figure.Sub} {
		m := figure.New()
		m.Lens = l
		for sheet, book := range poster.Books(m) {
			if err := writeEarly(filepath.Join(m.Fn.String()+"-"+page.LensKey(l), sheet), book); err != nil {
				return err
			}
		}
	}
	return nil
}

// state is the name of a file and the link that it shows.
type state struct{ name, link string }

func writeState(s state) error {
	m, _ := figure.Parse(s.link) // which has nothing to warn of
	b, err := json.Marshal(poster.StateOf(m))
	if err != nil {
		return err
	}
	return writeEarly(s.name, b)
}

func writeEarly(name string, b []byte) error {
	small, err := toGzip(b)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dist, earlyFolder, name+".json.gz"), small)
}
