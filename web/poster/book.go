package poster

import (
	"encoding/json"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/web/page"
)

// Book is a sheet of the poster in all the states that a control goes through,
// to leaf through until the program runs. Texts that recur stand in it once,
// and a text is a list of them.
type Book struct {
	Control  string
	Style    string // of the sheet and of the words, where the page's is of another lens
	Outlines string
	Parts    []string
	Leaves   []leaf
}

// leaf is one state. The first drawing is the sheet's own, the others are of the
// column beside it.
type leaf struct {
	X        float64 // the control's value
	At       float64 // px of the handle's centre in the sheet, along the control's axis
	Drawings [][]int
	Blocks   []int
	Readouts []int
	Handles  []int
}

// per is how many leaves a unit has, one for each step of the keyboard: a book is
// small, since it has to come before the program.
const per = 10

// Books are the books of the point of a model, by the names of the sheets.
func Books(m figure.Model) map[string][]byte {
	books := map[string][]byte{}
	list := sheets(m.Lens)
	for _, s := range list {
		b, err := json.Marshal(bookOf(m, s))
		if err != nil {
			panic("poster: " + err.Error()) // there is nothing in it that JSON does not have
		}
		books[s.name] = b
	}
	return books
}

func bookOf(m figure.Model, s sheet) Book {
	b := Book{Control: page.ControlKey(figure.X)}
	var outlines svg.Type
	known := map[string]int{}
	parts := func(markup string) (list []int) {
		for _, p := range strings.SplitAfter(markup, ">") {
			if p == "" {
				continue
			}
			if _, ok := known[p]; !ok {
				known[p] = len(b.Parts)
				b.Parts = append(b.Parts, p)
			}
			list = append(list, known[p])
		}
		return list
	}
	var f scene.Frame
	if m.Lens != figure.New().Lens {
		_, b.Style = drawings(m, []sheet{s})
	}
	r := figure.XRange()
	m = figure.Update(m, figure.Grab{Control: figure.X}) // the axes stand while one leafs
	for i := int(r.Lo * per); i <= int(r.Hi*per); i++ {
		m := figure.Update(m, figure.Assign{Control: figure.X, To: float64(i) / per})
		m = figure.Update(m, figure.Land{}) // at the corner the tangent would be on its way into two secants
		s.draw(&f, m)
		at, ok := centre(&f, figure.X)
		if !ok || m.X != float64(i)/per {
			continue // this sheet does not show so much
		}
		l := leaf{X: m.X, At: at.X, Blocks: parts(page.Blocks(m, true)), Readouts: parts(page.Readouts(m)), Handles: parts(handles(m))}
		for _, p := range s.pieces(&f) {
			l.Drawings = append(l.Drawings, parts(p.svg(s, &outlines)))
		}
		b.Leaves = append(b.Leaves, l)
	}
	var o strings.Builder
	outlines.Draw(&o)
	b.Outlines = o.String()
	return b
}

// centre is where a control's handle is.
func centre(f *scene.Frame, c figure.Control) (scene.Point, bool) {
	for _, spot := range f.Spots {
		if spot.Control == c && spot.Primary {
			return spot.At, true
		}
	}
	return scene.Point{}, false
}
