package scene

import (
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// TestCompareIsHeaded: question and claim stand above the columns in every window in
// which the figure is usually seen, whatever the function.
func TestCompareIsHeaded(t *testing.T) {
	var f Frame
	for _, w := range [...][2]float64{{1440, 900}, {1440, 757}, {1366, 768}, {1366, 680}, {1280, 800}, {1280, 720}, {1280, 600}, {1024, 768}, {1024, 700}, {1920, 1080}, {2560, 1440}} {
		for k := range calculus.Kinds {
			m := figure.Update(figure.New(), figure.Choose{Fn: k})
			for _, a := range [...]float64{m.A, 1.8} {
				m.Lens, m.A = figure.Compare, a
				Draw(&f, m, Ask{W: w[0], H: w[1], Theme: theme.Light()})
				has := [Slots]bool{}
				for _, b := range f.Blocks {
					has[b.Slot] = true
				}
				if !has[SlotQuestion] || !has[SlotCaption] {
					t.Errorf("%v: %s, a = %v has no question or no claim", w, k, a)
				}
			}
		}
	}
}

// TestEachColumnHasItsOwn: what is named of f″ stands in its column.
func TestEachColumnHasItsOwn(t *testing.T) {
	var f Frame
	each(func(name string, m figure.Model, ask Ask) {
		if m.Lens != figure.Compare {
			return
		}
		Draw(&f, m, ask)
		for _, n := range f.named {
			if n.key != "second" && n.key != "weak" || n.shown == 0 {
				continue
			}
			if column := f.Plots[len(f.Plots)-1]; n.box.X < column.X-30 {
				t.Errorf("%s: %s at %.0f, its column at %.0f", name, n.key, n.box, column)
			}
		}
	})
}

// TestLabelsKeepTheirColumn: a label of Compare that is no wider than its column does not
// stick out of it, where it would be read as a label of the next.
func TestLabelsKeepTheirColumn(t *testing.T) {
	var f Frame
	tried := 0
	check := func(name string, m figure.Model, ask Ask) {
		Draw(&f, m, ask)
		for _, n := range f.named {
			if n.shown == 0 || n.key == "" || n.key == "jump" {
				continue
			}
			for _, p := range f.Plots {
				if n.anchor.X < p.X-1 || n.anchor.X > p.X+p.W+1 || n.anchor.Y < p.Y-1 || n.anchor.Y > p.Y+p.H+1 || n.box.W > p.W {
					continue
				}
				tried++
				next := f.W
				for _, o := range f.Plots {
					if o.X > p.X+1 {
						next = min(next, o.X)
					}
				}
				if n.box.X < p.X-2 && p.X > f.Plots[0].X+1 || n.box.X+n.box.W > next+2 {
					t.Errorf("%s %q: %s at %.0f, its column from %.0f to %.0f", name, m.Link(), n.key, n.box, p.X, next)
				}
				break
			}
		}
	}
	each(func(name string, m figure.Model, ask Ask) {
		if m.Lens == figure.Compare {
			check(name, m, ask)
		}
	})
	for _, size := range [...][2]float64{{1280, 720}, {1920, 1080}, {1024, 768}} {
		for _, l := range [...]lang.Lang{lang.English, lang.German} {
			for _, s := range [...]float64{-0.6, 0, 0.6} {
				m, _ := figure.Parse("lens=compare&g=0.4&w=0.8&ui=lecture")
				m.S, m.Lang = s, l
				check("lecture", m, Ask{W: size[0], H: size[1], Theme: theme.Light()})
			}
		}
	}
	if tried == 0 {
		t.Error("no label was tried")
	}
}
