package stage

import (
	"math"
	"strconv"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// The benchmarks of growth are the rows of web/bench/GROWTH.md. Each frame is
// made and meshed at two device pixels to the CSS pixel; what the GPU then does
// with it is measured in a browser, by `./build.sh bench`.

// meshed makes the mesh of a frame, but for its glyphs.
func (m *mesh) meshed(marks []scene.Mark) {
	m.begin(2, theme.Light())
	for i := range marks {
		m.add(&marks[i])
	}
}

// BenchmarkGrowthFan is the mesh of a fan of so many lines, with the fade that
// the figure's own fan has.
func BenchmarkGrowthFan(b *testing.B) {
	for n := 10; n <= 10000; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			fade := scene.Fade{Centre: scene.Point{X: 720, Y: 450}, R: 370, In: scene.Rect{X: 350, Y: 130, W: 740, H: 430}}
			marks := make([]scene.Mark, n)
			for i := range marks {
				s, c := math.Sincos(float64(i) / float64(n) * math.Pi / 4)
				marks[i] = scene.Mark{Kind: scene.Stroke, Ink: theme.Subgradient, Alpha: 0.74, Width: 1.1, Fade: fade,
					Points: []scene.Point{{X: 720 - 370*c, Y: 450 + 370*s}, {X: 720 + 370*c, Y: 450 - 370*s}}}
			}
			var m mesh
			m.meshed(marks)
			b.ReportAllocs()
			for b.Loop() {
				m.meshed(marks)
			}
			b.ReportMetric(float64(len(m.vs)), "vertices")
		})
	}
}

// frames times whole frames, scene and mesh, of a model whose control goes to
// and fro by a thousandth, so that nothing can be kept from the frame before.
func frames(b *testing.B, link string, c figure.Control, w, h float64) {
	m, _ := figure.Parse(link)
	m = figure.Update(m, figure.Grab{Control: c})
	at := map[figure.Control]float64{figure.X: m.X, figure.C: m.C}[c]
	var f scene.Frame
	var mesh mesh
	n := 0
	draw := func() {
		n++
		m = figure.Update(m, figure.Drag{Control: c, To: at + float64(n%2)/1000})
		scene.Draw(&f, m, scene.Ask{W: w, H: h, Theme: theme.Light()})
		mesh.meshed(f.Marks)
	}
	for range 4 {
		draw()
	}
	b.ReportAllocs()
	for b.Loop() {
		draw()
	}
	b.ReportMetric(float64(len(mesh.vs)), "vertices")
}

// BenchmarkGrowthProbe is a frame of the distribution lens for a probe of so
// many units half width.
func BenchmarkGrowthProbe(b *testing.B) {
	for _, w := range []string{"0.05", "0.2", "0.8", "3"} {
		b.Run(w, func(b *testing.B) { frames(b, "lens=dist&w="+w, figure.C, 1440, 900) })
	}
}

// BenchmarkGrowthWindow is a frame for a window of so many CSS pixels.
func BenchmarkGrowthWindow(b *testing.B) {
	for _, lens := range []string{"sub", "dist"} {
		c := map[string]figure.Control{"sub": figure.X, "dist": figure.C}[lens]
		for _, size := range [][2]float64{{720, 450}, {1440, 900}, {2880, 1800}, {5760, 3600}} {
			b.Run(lens+"/"+strconv.Itoa(int(size[0]))+"x"+strconv.Itoa(int(size[1])), func(b *testing.B) {
				frames(b, "x=0.5&lens="+lens, c, size[0], size[1])
			})
		}
	}
}
