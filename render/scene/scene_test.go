package scene

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

var update = flag.Bool("update", false, "write the goldens anew")

// sizes are the boxes in which every picture must hold together.
var boxes = []struct {
	name string
	w, h float64
	ui   figure.UI
}{
	{"desktop", 1440, 900, figure.UIFull},
	{"wide", 1920, 1080, figure.UIFull},
	{"laptop", 1280, 720, figure.UIFull},
	{"medium", 1024, 768, figure.UIFull},
	{"embed", 720, 420, figure.UIFull},
	{"phone", 390, 844, figure.UIFull},
	{"narrow", 320, 568, figure.UIFull},
	{"short", 640, 380, figure.UIFull},
	{"projector", 1920, 1080, figure.UILecture},
	{"projector43", 1024, 768, figure.UILecture},
}

// each calls f with every function, lens, size and a set of positions.
func each(f func(name string, m figure.Model, ask Ask)) {
	for k := range calculus.Kinds {
		eachOf(k, f)
	}
}

func eachOf(k calculus.Kind, f func(name string, m figure.Model, ask Ask)) {
	for l := range figure.Lenses {
		for _, b := range boxes {
			for i, x := range []float64{0, 1.4, -2, 0.05, 3.2} {
				m, _ := figure.Parse("fn=" + k.String())
				m.Lens, m.X, m.UI = l, x, b.ui
				m.G = []float64{0.4, 1.3, -0.7, 0, 2}[i]
				m.C = []float64{0.8, -1, 0, 3, -3}[i]
				m.W = []float64{1.4, 0.4, 3, 0.05, 2}[i]
				m.P = float64(i + 1)
				m.H = []float64{1, 0.25, 2, 1.0 / 1024, 0.5}[i]
				f(fmt.Sprintf("%s/%s/%s/x=%v", k, lensNames[l], b.name, x), m, Ask{W: b.w, H: b.h, Theme: theme.Light()})
			}
		}
	}
}

var lensNames = [...]string{"point", "sub", "dist", "compare"}

// TestEveryPicture walks the catalogue, in one language after another.
func TestEveryPicture(t *testing.T) {
	for k := range calculus.Kinds {
		t.Run(k.String(), func(t *testing.T) {
			t.Parallel()
			var f Frame
			n := 0
			eachOf(k, func(name string, m figure.Model, ask Ask) {
				m.Lang = lang.Lang(n) % lang.Langs
				n++
				name = m.Lang.Code() + "/" + name
				Draw(&f, m, ask)
				isFinite(t, name, &f)
				isApart(t, name, &f)
				canBeReached(t, name, &f)
			})
		})
	}
}

func isFinite(t *testing.T, name string, f *Frame) {
	if len(f.Marks) < 10 {
		t.Errorf("%s: only %d marks", name, len(f.Marks))
	}
	for _, mark := range f.Marks {
		for _, v := range []float64{mark.Alpha, mark.Width, mark.R, mark.RingW} {
			if math.IsNaN(v) || v < 0 {
				t.Fatalf("%s: %v", name, mark.Print())
			}
		}
		for _, q := range mark.Points {
			if math.IsNaN(q.X+q.Y) || math.IsInf(q.X+q.Y, 0) {
				t.Fatalf("%s: a point is not finite: %v", name, mark.Print())
			}
		}
		for _, g := range mark.Glyphs {
			if math.IsNaN(g.X+g.Y+g.Size) || g.Size <= 0 {
				t.Fatalf("%s: a glyph is not finite: %v", name, mark.Print())
			}
		}
	}
}

// boxesOf are the boxes of a frame's text: words as they are measured, numbers
// and formulas as their glyphs' ink.
func boxesOf(f *Frame) (out []Rect, names []string) {
	set := formula.Load()
	for _, w := range f.Words {
		out, names = append(out, w.Box), append(names, w.Text.String())
	}
	for _, m := range f.Marks {
		if m.Kind != Glyphs {
			continue
		}
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, g := range m.Glyphs {
			l, r, top, bot := g.X, g.X+g.W, g.Y, g.Y+g.H
			if g.Glyph >= 0 {
				o := &set.Glyphs[g.Glyph]
				k := g.Size / 1000
				l, r, top, bot = g.X+float64(o.X0)*k, g.X+float64(o.X1)*k, g.Y-float64(o.Y1)*k, g.Y-float64(o.Y0)*k
			}
			x0, y0, x1, y1 = min(x0, l), min(y0, top), max(x1, r), max(y1, bot)
		}
		if x1 > x0 {
			out, names = append(out, rect(x0, y0, x1-x0, y1-y0)), append(names, fmt.Sprintf("formula at %.0f,%.0f", x0, y0))
		}
	}
	return out, names
}

// isApart: no text covers another, or a block, by more than a pixel, and none leaves
// the frame.
func isApart(t *testing.T, name string, f *Frame) {
	bs, names := boxesOf(f)
	for i, a := range bs {
		if a.X < -0.5 || a.Y < -0.5 || a.X+a.W > f.W+0.5 || a.Y+a.H > f.H+0.5 {
			t.Errorf("%s: %q leaves the frame: %.0f", name, names[i], a)
		}
		for j, b := range bs[:i] {
			if overlap(a, b) {
				t.Errorf("%s: %q %.0f lies over %q %.0f", name, names[i], a, names[j], b)
			}
		}
		for _, b := range f.Blocks {
			if overlap(a, b.Rect) {
				t.Errorf("%s: %q %.0f lies over the block %d %.0f", name, names[i], a, b.Slot, b.Rect)
			}
		}
	}
}

// canBeReached: every handle is in the frame, and a control has one slider.
func canBeReached(t *testing.T, name string, f *Frame) {
	primary := map[figure.Control]int{}
	for _, s := range f.Spots {
		if s.Primary {
			primary[s.Control]++
		}
		if s.At.X < 0 || s.At.X > f.W || s.At.Y < 0 || s.At.Y > f.H {
			t.Errorf("%s: the handle of control %d is at %v, outside %v × %v", name, s.Control, s.At, f.W, f.H)
		}
	}
	for c, n := range primary {
		if n != 1 {
			t.Errorf("%s: control %d has %d sliders", name, c, n)
		}
	}
}

// TestValueInvertsTheDrawing: a pointer on a handle's centre asks for the value
// that the handle shows.
func TestValueInvertsTheDrawing(t *testing.T) {
	var f Frame
	for k := range calculus.Kinds {
		for l := range figure.Compare {
			m, _ := figure.Parse("fn=" + k.String() + "&x=0&c=0.5&w=1&g=0.25&h=0.5&p=2.5")
			m.Lens = l
			Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
			want := map[figure.Control]float64{figure.X: m.X, figure.G: m.G, figure.C: m.C, figure.W: m.W, figure.H: m.H, figure.A: m.A, figure.Beta: m.Beta, figure.P: m.P}
			for i, s := range f.Spots {
				if got := f.value(i, s.At); math.Abs(got-want[s.Control]) > 1e-9 {
					t.Errorf("%s, lens %d: spot %d of control %d gives %v, want %v", k, l, i, s.Control, got, want[s.Control])
				}
			}
		}
	}
}

func TestOneUnitIsOneUnit(t *testing.T) {
	var f Frame
	for l := range figure.Compare {
		m := figure.New()
		m.Lens = l
		Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
		if f.Unit != 112 {
			t.Errorf("lens %d: a unit is %v px at 1440 × 900, want 112", l, f.Unit)
		}
	}
}

// golden holds a text against a file of testdata, or writes it there.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from the picture; look at it and run go test -update if it is better\n%s", file, firstDifference(got, string(want)))
	}
}

func TestGoldens(t *testing.T) {
	var f Frame
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			m, _ := figure.Parse("fn=" + k.String() + "&x=0&p=4")
			m.Lens = l
			golden(t, k.String()+"-"+lensNames[l]+".txt", pictured(&f, m))
		}
	}
	for name, link := range map[string]string{"fixed": "fn=abs&lens=sub&steps=fixed&x=1.3&t=0.5&k=5", "proximal": "lens=sub&steps=proximal&x=1.3&t=0.5&k=2"} {
		m, _ := figure.Parse(link)
		golden(t, "steps-"+name+".txt", pictured(&f, m))
	}
}

// pictured is the picture of a model as text.
func pictured(f *Frame, m figure.Model) string {
	Draw(f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
	var b strings.Builder
	for _, mark := range f.Marks {
		b.WriteString(mark.Print() + "\n")
	}
	for _, w := range f.Words {
		fmt.Fprintf(&b, "word %s %q at %.1f %.1f\n", w.Key, w.Text, w.At.X, w.At.Y)
	}
	return b.String()
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, x[i], y[i])
		}
	}
	return "one is longer"
}

func TestClip(t *testing.T) {
	var got [][]Point
	(&pen{Frame: &Frame{}}).clip([]Point{pt(0, -2), pt(1, 0), pt(2, 2), pt(3, 0), pt(4, math.NaN()), pt(5, 0), pt(6, 0.5)}, -1, 1, func(q []Point) { got = append(got, append([]Point(nil), q...)) })
	want := [][]Point{{pt(0.5, -1), pt(1, 0), pt(1.5, 1)}, {pt(2.5, 1), pt(3, 0)}, {pt(5, 0), pt(6, 0.5)}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("clip = %v, want %v", got, want)
	}
}

func BenchmarkDraw(b *testing.B) {
	for l := range figure.Lenses {
		b.Run(lensNames[l], func(b *testing.B) {
			var f Frame
			m := figure.New()
			m.Lens = l
			b.ReportAllocs()
			for b.Loop() {
				Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
			}
		})
	}
}
