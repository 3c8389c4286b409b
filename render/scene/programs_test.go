package scene

import (
	"slices"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// TestProgramsAreShown: in usual windows there is room for what programs return, and
// it is in the column, in Compare where the columns stay large; where nothing breaks it is
// not there.
func TestProgramsAreShown(t *testing.T) {
	var f Frame
	for _, d := range []struct {
		w, h float64
		ui   figure.UI
	}{{1440, 900, figure.UIFull}, {1280, 800, figure.UIFull}, {1920, 1080, figure.UIFull}, {1366, 768, figure.UIFull}, {1100, 800, figure.UIFull}, {1024, 768, figure.UIFull}, {390, 844, figure.UIFull}, {320, 568, figure.UIFull}, {1920, 1080, figure.UILecture}, {1280, 720, figure.UILecture}} {
		for _, link := range []string{"x=0", "fn=leaky&x=0", "fn=abs&x=0", "fn=minusabs&x=0", "fn=sqrtabs&x=0", "f=max(x,0)-0.3x%2Bln(1%2Bexp(-|x|))&x=0", "f=relu(x)-relu(-x)&x=0", "f=sqrt(x^2)&x=0", "f=max(x,0)&x=0", "x=1", "fn=square&x=0", "fn=cantor&x=0"} {
			for l := range figure.Lenses {
				for tongue := range lang.Langs {
					m, _ := figure.Parse(link)
					m.Lens, m.UI, m.Lang = l, d.ui, tongue
					Draw(&f, m, Ask{W: d.w, H: d.h, Theme: theme.Light()})
					shown := false
					for _, w := range f.Words {
						shown = shown || w.Key == ProgramsKey
					}
					says := !figure.Programs(m).Empty()
					if l == figure.Compare {
						high := !slices.Contains([]string{"x=0", "fn=leaky&x=0", "f=relu(x)-relu(-x)&x=0"}, link) // its columns are
						switch {
						case d.ui == figure.UILecture:
							says = false
						case high && d.w < 1440 && d.w > 560: // which would be small
							continue
						}
					}
					if shown != says {
						t.Errorf("%v × %v, %s: shown %v, says %v", d.w, d.h, m.Link(), shown, says)
					}
				}
			}
		}
	}
}
