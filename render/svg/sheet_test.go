package svg

import (
	"slices"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// made are pieces after some edits, which are made as a page does.
func made(t *testing.T, pieces []string, list []Edit) []string {
	t.Helper()
	for _, e := range list {
		switch e.Kind {
		case Insert:
			pieces = slices.Insert(pieces, e.At, e.Markup)
		case Cut:
			pieces = slices.Delete(pieces, e.At, e.At+1)
		case Replace:
			pieces[e.At] = e.Markup
		case Retouch:
			for _, a := range e.Attrs {
				pieces[e.At] = touched(t, pieces[e.At], a)
			}
		}
	}
	return pieces
}

// touched is a piece with another value of one attribute.
func touched(t *testing.T, piece string, a Attribute) string {
	t.Helper()
	tag := -1
	for from := 0; from < len(piece); from++ {
		if piece[from] == '<' && piece[from+1] != '/' {
			if tag++; tag == a.Of {
				open := strings.Index(piece[from:], " "+a.Name+`="`)
				if end := strings.Index(piece[from:], ">"); open < 0 || open > end {
					t.Fatalf("element %d of %s has no %s", a.Of, piece, a.Name)
				}
				open += from + len(a.Name) + 3
				end := open + strings.Index(piece[open:], `"`)
				return piece[:open] + a.Value + piece[end:]
			}
		}
	}
	t.Fatalf("%s has no element %d", piece, a.Of)
	return ""
}

// TestSheetFollows walks through the functions, lenses and places: after its
// edits the sheet is what a new one of the same frame is.
func TestSheetFollows(t *testing.T) {
	var s Sheet
	var pieces []string
	var f scene.Frame
	kinds := map[EditKind]int{}
	show := func(m figure.Model, th theme.Theme) {
		scene.Draw(&f, m, scene.Ask{W: 1280, H: 800, Theme: th})
		list := s.Next(&f, th, "a")
		for _, e := range list {
			kinds[e.Kind]++
		}
		pieces = made(t, pieces, list)
		var fresh Sheet
		if want := made(t, nil, fresh.Next(&f, th, "a")); !slices.Equal(pieces, want) {
			t.Fatalf("%s: the sheet has %d pieces and is not as a new one, of %d", m.Link(), len(pieces), len(want))
		}
		if again := s.Next(&f, th, "a"); len(again) != 0 {
			t.Fatalf("%s: the same frame again makes %d edits", m.Link(), len(again))
		}
	}
	m := figure.New()
	for k := range calculus.Kinds {
		m = figure.Update(m, figure.Choose{Fn: k})
		for l := range figure.Lenses {
			m = figure.Update(m, figure.Look{Lens: l})
			for _, x := range []float64{1.4, 1.39, 0, -0.7} {
				m = figure.Update(m, figure.Assign{Control: figure.X, To: x})
				show(m, theme.Light())
			}
		}
		show(m, theme.Dark())
	}
	for k, name := range []string{"inserted", "cut", "replaced", "retouched"} {
		if kinds[EditKind(k)] == 0 {
			t.Errorf("nothing was %s", name)
		}
	}
}

// TestDragRetouches: while the point moves along a line, no element is made
// anew, as long as the number beside it has as many digits and the line fades
// toward the same side.
func TestDragRetouches(t *testing.T) {
	var s Sheet
	var f scene.Frame
	for i := range 9 {
		m := figure.Update(figure.New(), figure.Look{Lens: figure.Sub})
		m.Turn = figure.Turn{}
		m = figure.Update(m, figure.Assign{Control: figure.X, To: 1.29 - 0.01*float64(i)})
		scene.Draw(&f, m, scene.Ask{W: 1280, H: 800, Theme: theme.Light()})
		for _, e := range s.Next(&f, theme.Light(), "") {
			if i > 0 && e.Kind != Retouch {
				t.Errorf("x = %v: piece %d is made anew: %s", m.X, e.At, e.Markup)
			}
		}
	}
}

// BenchmarkSheet is a move of a drag on a sheet, the scene not counted: 60 places
// of the point in turn.
func BenchmarkSheet(b *testing.B) {
	for l, name := range []string{"point", "sub", "dist", "compare"} {
		b.Run(name, func(b *testing.B) {
			m := figure.Update(figure.New(), figure.Look{Lens: figure.Lens(l)})
			m.Turn = figure.Turn{}
			frames := make([]scene.Frame, 60)
			for i := range frames {
				m = figure.Update(m, figure.Assign{Control: figure.X, To: 1.4 - 0.01*float64(i)})
				m = figure.Update(m, figure.Assign{Control: figure.C, To: 1 - 0.01*float64(i)})
				scene.Draw(&frames[i], m, scene.Ask{W: 1280, H: 800, Theme: theme.Light()})
			}
			var s Sheet
			var told int
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				told += len(s.Next(&frames[i%60], theme.Light(), ""))
			}
			b.ReportMetric(float64(told)/float64(b.N), "edits/op")
		})
	}
}
