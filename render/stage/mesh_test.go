package stage

import (
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

func line(pts ...scene.Point) *scene.Mark {
	return &scene.Mark{Kind: scene.Stroke, Ink: theme.Ink, Alpha: 1, Width: 3, Points: pts}
}

func TestDashesKeepThePatternAroundCorners(t *testing.T) {
	var scratch []scene.Point
	total, n := 0.0, 0
	dashes([]scene.Point{{X: 0, Y: 0}, {X: 10, Y: 0}, {X: 10, Y: 10}}, scene.Dash{On: 4, Off: 3}, func(p []scene.Point) {
		n++
		for i := 1; i < len(p); i++ {
			total += dist(p[i-1], p[i])
		}
	}, &scratch)
	// Dashes at [0, 4], [7, 11] around the corner, [14, 18].
	if n != 3 || math.Abs(total-12) > 1e-9 {
		t.Errorf("%d dashes of total length %v, want 3 of 12", n, total)
	}
}

func TestStrokeCoversItsLine(t *testing.T) {
	var m mesh
	m.begin(2, theme.Light())
	m.add(line(scene.Point{X: 1, Y: 2}, scene.Point{X: 11, Y: 2}))
	x0, x1, y0, y1 := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, v := range m.vs {
		x0, x1 = min(x0, float64(v.DstX)), max(x1, float64(v.DstX))
		y0, y1 = min(y0, float64(v.DstY)), max(y1, float64(v.DstY))
	}
	// Width 3 at two device px per px: half width 3, and 1 px for the soft edge.
	if x0 != -2 || x1 != 26 || y0 != 0 || y1 != 8 {
		t.Errorf("the stroke covers [%v, %v] × [%v, %v], want [-2, 26] × [0, 8]", x0, x1, y0, y1)
	}
}

func TestStripsDoNotOverlapAtSoftCorners(t *testing.T) {
	var m mesh
	m.begin(1, theme.Light())
	m.add(line(scene.Point{X: 0, Y: 0}, scene.Point{X: 10, Y: 0}, scene.Point{X: 20, Y: 2}))
	// The area of the triangles is that of the strip: width 5, length about
	// 20.2 plus two ends of 2.5.
	area := 0.0
	for i := 0; i < len(m.is); i += 3 {
		a, b, c := m.vs[m.is[i]], m.vs[m.is[i+1]], m.vs[m.is[i+2]]
		area += math.Abs(float64((b.DstX-a.DstX)*(c.DstY-a.DstY)-(c.DstX-a.DstX)*(b.DstY-a.DstY))) / 2
	}
	if want := 5 * (10 + math.Hypot(10, 2) + 5); math.Abs(area-want) > 0.2 {
		t.Errorf("the strip has area %v, want %v", area, want)
	}
}

func TestSharpCornersAreRounded(t *testing.T) {
	var m mesh
	m.begin(1, theme.Light())
	m.add(line(scene.Point{X: 0, Y: 0}, scene.Point{X: 10, Y: 0}, scene.Point{X: 10, Y: 10}))
	ends := 0
	for _, v := range m.vs {
		if v.Custom1 < 0 || v.Custom1 > v.Custom3 {
			ends++
		}
	}
	if ends != 8 { // two runs, each with two ends of two vertices
		t.Errorf("%d vertices beyond an end, want 8", ends)
	}
}

// opacities calls f with places in each triangle of a mesh, in CSS px, and the
// opacity there.
func (m *mesh) opacities(f func(p scene.Point, opacity float64)) {
	for i := 0; i < len(m.is); i += 3 {
		for _, k := range [...][3]float64{{0.2, 0.3, 0.5}, {0.8, 0.1, 0.1}, {0.1, 0.8, 0.1}, {0.05, 0.45, 0.5}, {1. / 3, 1. / 3, 1. / 3}} {
			p, o := scene.Point{}, 0.0
			for j, k := range k {
				v := m.vs[m.is[i+j]]
				p.X += k * float64(v.DstX) / m.k
				p.Y += k * float64(v.DstY) / m.k
				o += k * float64(v.ColorA)
			}
			f(p, o)
		}
	}
}

// TestFadesAreTheScenes: wherever a mark fades, the mesh has the scene's opacity
// to within a shade.
func TestFadesAreTheScenes(t *testing.T) {
	var m mesh
	for k := range calculus.Kinds {
		for _, link := range []string{"lens=sub&x=0&g=0.4", "lens=sub&x=1.2", "lens=sub&x=-0.7&g=2", "lens=compare&s=0.5"} {
			model, _ := figure.Parse(link + "&fn=" + k.String())
			var f scene.Frame
			scene.Draw(&f, model, scene.Ask{W: 1280, H: 800, Theme: theme.Light()})
			for _, mark := range f.Marks {
				if mark.Fade.R == 0 {
					continue
				}
				mark.Dash, mark.Width = scene.Dash{}, 0
				m.begin(2, theme.Light())
				m.add(&mark)
				m.opacities(func(p scene.Point, o float64) {
					if mark.Kind == scene.Stroke { // across it and at its caps the opacity is that of the line
						a, b := mark.Points[0], mark.Points[1]
						x, y := b.X-a.X, b.Y-a.Y
						s := min(1, max(0, ((p.X-a.X)*x+(p.Y-a.Y)*y)/(x*x+y*y)))
						p = scene.Point{X: a.X + s*x, Y: a.Y + s*y}
					}
					if want := mark.Alpha * mark.Fade.At(p); math.Abs(o-want) > 1.0/255 {
						t.Fatalf("%v %s: %v: at %v the opacity is %v, want %v", k, link, mark, p, o, want)
					}
				})
			}
		}
	}
}

// TestHeadsCoverTheirArea: the soft edge of an arrow's head makes it neither
// larger nor smaller, whichever way around its corners are.
func TestHeadsCoverTheirArea(t *testing.T) {
	p := []scene.Point{{X: 10, Y: 5}, {X: 20, Y: 25}, {X: 2, Y: 22}}
	for _, q := range [][]scene.Point{{p[0], p[0], p[1], p[2]}, {p[0], p[0], p[2], p[1]}, {p[1], p[0], p[2], p[2]}} {
		var m mesh
		m.begin(2, theme.Light())
		m.add(&scene.Mark{Kind: scene.Fill, Alpha: 0.5, Points: q})
		sum := 0.0
		for i := 0; i < len(m.is); i += 3 {
			a, b, c := m.vs[m.is[i]], m.vs[m.is[i+1]], m.vs[m.is[i+2]]
			sum += math.Abs(float64((b.DstX-a.DstX)*(c.DstY-a.DstY)-(c.DstX-a.DstX)*(b.DstY-a.DstY))) / 2 * float64(a.ColorA+b.ColorA+c.ColorA) / 3
		}
		if want := 0.5 * 4 * (10*17 + 8*20) / 2; math.Abs(sum-want) > 0.01*want {
			t.Errorf("%v covers %v px, want %v", q, sum, want)
		}
	}
}

func TestDegenerateMarksDrawNothingWrong(t *testing.T) {
	var m mesh
	m.begin(1, theme.Light())
	p := scene.Point{X: 5, Y: 5}
	m.add(line(p))
	m.add(line(p, p))
	m.add(line(p, p, scene.Point{X: 6, Y: 5}, p))
	m.add(&scene.Mark{Kind: scene.Fill, Alpha: 1, Points: []scene.Point{p, p}})
	for _, v := range m.vs {
		for _, f := range []float32{v.DstX, v.DstY, v.Custom0, v.Custom1, v.ColorA} {
			if f != f {
				t.Fatalf("not a number in %+v", v)
			}
		}
	}
}

func TestWarmMeshDoesNotAllocate(t *testing.T) {
	var m mesh
	k := line(scene.Point{X: 0, Y: 0}, scene.Point{X: 10, Y: 1}, scene.Point{X: 20, Y: 0})
	d := *k
	d.Dash = scene.Dash{On: 3, Off: 2}
	draw := func() {
		m.begin(1, theme.Light())
		m.add(k)
		m.add(&d)
	}
	draw()
	if n := testing.AllocsPerRun(100, draw); n > 0 {
		t.Errorf("%v allocations a frame", n)
	}
}

// TestWholeFramesDoNotAllocate: nor does the mesh of a figure while a hand drags
// what the lens shows.
func TestWholeFramesDoNotAllocate(t *testing.T) {
	for k := range calculus.Kinds {
		for l, c := range [...]figure.Control{figure.X, figure.G, figure.C, figure.S} {
			m, _ := figure.Parse("x=0&fn=" + k.String())
			m.Lens = figure.Lens(l)
			m = figure.Update(m, figure.Grab{Control: c})
			var f scene.Frame
			var mesh mesh
			n := 0
			draw := func() {
				n++
				m = figure.Update(m, figure.Drag{Control: c, To: float64(n*389%997)/500 - 1})
				scene.Draw(&f, m, scene.Ask{W: 1440, H: 900, Theme: theme.Light()})
				mesh.begin(2, theme.Light())
				for i := range f.Marks {
					mesh.add(&f.Marks[i])
				}
			}
			for range 40 {
				draw()
			}
			if a := testing.AllocsPerRun(20, draw); a > 0 {
				t.Errorf("%v, lens %d: %v allocations a frame", k, l, a)
			}
		}
	}
}

func TestLadder(t *testing.T) {
	run := func(l *ladder, dt float64, n int) (asked []step) {
		now := l.last
		for range n {
			now += dt
			if s := l.frame(now, true); s != stay {
				asked = append(asked, s)
			}
		}
		return asked
	}
	quick := &ladder{last: 1}
	if got := run(quick, 16, 500); len(got) != 0 {
		t.Errorf("a quick machine was asked to change: %v", got)
	}
	slow := &ladder{last: 1}
	if got := run(slow, 80, 60); len(got) != 2 || got[0] != coarser || got[1] != giveUp {
		t.Errorf("a slow machine was asked for %v, want coarser, then giveUp", got)
	}
	once := &ladder{last: 1}
	run(once, 80, patience)
	if !once.pending() {
		t.Error("a coarse picture may not be left standing")
	}
	if got := once.frame(once.last+settled-1, false); got != stay {
		t.Errorf("a motion that paused was followed by %v, want stay", got)
	}
	if got := once.frame(once.last+settled, false); got != sharper || once.pending() {
		t.Errorf("a motion that ended was followed by %v, want sharper", got)
	}
	if got := run(once, 80, wariness-1); len(got) != 0 {
		t.Errorf("the motion after that was asked for %v early", got)
	}
	if got := run(once, 80, 1); len(got) != 1 || got[0] != coarser {
		t.Errorf("a machine that was slow before was asked for %v, want coarser", got)
	}
	rare := &ladder{last: 1}
	if got := run(rare, 400, 100); len(got) != 0 {
		t.Errorf("frames far apart were taken for a slow machine: %v", got)
	}
}

// BenchmarkMesh makes the mesh of a whole frame, but for its glyphs.
func BenchmarkMesh(b *testing.B) {
	for l, name := range [...]string{"point", "sub", "dist", "compare"} {
		b.Run(name, func(b *testing.B) {
			m, _ := figure.Parse("x=0")
			m.Lens = figure.Lens(l)
			var f scene.Frame
			scene.Draw(&f, m, scene.Ask{W: 1440, H: 900, Theme: theme.Light()})
			var mesh mesh
			b.ReportAllocs()
			for b.Loop() {
				mesh.begin(2, theme.Light())
				for i := range f.Marks {
					mesh.add(&f.Marks[i])
				}
			}
			b.ReportMetric(float64(len(mesh.vs)), "vertices")
		})
	}
}
