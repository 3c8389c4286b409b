package host

import (
	"math"
	"math/rand/v2"
	"testing"

	"relu-three-ways/render/scene"
)

const w, h = 720.0, 420.0

// cornersOf is where a map of the plane puts the corners of the frame.
func cornersOf(f func(x, y float64) scene.Point) [4]scene.Point {
	return [4]scene.Point{f(0, 0), f(w, 0), f(w, h), f(0, h)}
}

func maps() map[string]func(x, y float64) scene.Point {
	sin, cos := math.Sincos(math.Pi / 6)
	return map[string]func(x, y float64) scene.Point{
		"as it is": func(x, y float64) scene.Point { return scene.Point{X: x, Y: y} },
		"moved":    func(x, y float64) scene.Point { return scene.Point{X: x + 40.3, Y: y - 300} },
		"half":     func(x, y float64) scene.Point { return scene.Point{X: x/2 + 7, Y: y / 2} },
		"wide":     func(x, y float64) scene.Point { return scene.Point{X: 3 * x, Y: y / 4} },
		"mirrored": func(x, y float64) scene.Point { return scene.Point{X: 800 - x, Y: y} },
		"turned":   func(x, y float64) scene.Point { return scene.Point{X: x*cos - y*sin, Y: x*sin + y*cos} },
		"skew":     func(x, y float64) scene.Point { return scene.Point{X: x + y/3, Y: y - x/5} },
		"in perspective": func(x, y float64) scene.Point { // perspective(900px) rotateY(30deg)
			d := 1 + x*sin/900
			return scene.Point{X: x * cos / d, Y: y / d}
		},
		"in perspective, turned and moved": func(x, y float64) scene.Point {
			d := 1 - x*sin/900 + y*0.0004
			return scene.Point{X: 100 + (x*cos-y*sin)/d, Y: 50 + (x*sin+y*cos)/d}
		},
	}
}

func near(a, b scene.Point, by float64) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) <= by }

func TestProjectionIsTheMapThroughItsCorners(t *testing.T) {
	for name, f := range maps() {
		p := through(w, h, cornersOf(f))
		back := p.inverse()
		for range 100 {
			q := scene.Point{X: rand.Float64() * w, Y: rand.Float64() * h}
			seen, ok := p.at(q)
			if want := f(q.X, q.Y); !ok || !near(seen, want, 1e-6) {
				t.Fatalf("%s: %v is seen at %v, want %v", name, q, seen, want)
			}
			if again, ok := back.at(seen); !ok || !near(again, q, 1e-6) {
				t.Fatalf("%s: %v leads back to %v, want %v", name, seen, again, q)
			}
		}
	}
}

func TestRoundedCornersMoveNothingFar(t *testing.T) {
	for name, f := range maps() {
		at := cornersOf(f)
		for i := range at {
			at[i] = scene.Point{X: math.Round(at[i].X*60) / 60, Y: math.Round(at[i].Y*60) / 60}
		}
		q := scene.Point{X: 300, Y: 200}
		if seen, ok := through(w, h, at).at(q); !ok || !near(seen, f(q.X, q.Y), 0.1) {
			t.Errorf("%s: %v is seen at %v, want %v", name, q, seen, f(q.X, q.Y))
		}
	}
}

func TestStretchIsAlongX(t *testing.T) {
	for name, want := range map[string]float64{"as it is": 1, "half": 0.5, "wide": 3, "mirrored": 1, "turned": 1} {
		if got := through(w, h, cornersOf(maps()[name])).stretch(scene.Point{X: 100, Y: 100}); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: a px is %v px long, want %v", name, got, want)
		}
	}
	if got := (projection{}).stretch(scene.Point{}); got != 1 {
		t.Errorf("where nothing is seen a px is %v px long", got)
	}
}

// TestWhatHasNoAreaIsOnlyMoved: a figure that is seen from its edge, is hidden, or
// is partly behind the eye.
func TestWhatHasNoAreaIsOnlyMoved(t *testing.T) {
	p := func(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		w, h float64
		at   [4]scene.Point
	}{
		{w, h, [4]scene.Point{}},
		{w, h, [4]scene.Point{p(5, 5), p(5, 5), p(5, 5), p(5, 5)}},
		{w, h, [4]scene.Point{p(0, 0), p(0, 0), p(0, 400), p(0, 400)}},
		{w, h, [4]scene.Point{p(0, 0), p(100, 100), p(200, 200), p(50, 50)}},
		{w, h, [4]scene.Point{p(0, 0), p(100, 0), p(0, 100), p(100, 100)}},
		{w, h, [4]scene.Point{p(0, 0), p(100, 0), p(20, 20), p(0, 100)}},
		{0, h, [4]scene.Point{p(0, 0), p(100, 0), p(100, 100), p(0, 100)}},
		{w, -1, [4]scene.Point{p(0, 0), p(100, 0), p(100, 100), p(0, 100)}},
		{nan, h, [4]scene.Point{p(0, 0), p(100, 0), p(100, 100), p(0, 100)}},
		{inf, h, [4]scene.Point{p(0, 0), p(100, 0), p(100, 100), p(0, 100)}},
		{w, h, [4]scene.Point{p(1, 2), p(100, nan), p(100, 100), p(0, 100)}},
		{w, h, [4]scene.Point{p(1e300, 2), p(-1e300, 0), p(1e300, 100), p(0, -1e300)}},
	} {
		m := through(c.w, c.h, c.at)
		if got, ok := m.inverse().at(p(c.at[0].X+30, c.at[0].Y+40)); !ok || c.at[0].X < 1e9 && !near(got, p(30, 40), 1e-9) {
			t.Errorf("%v: 30, 40 px from the first corner is %v", c, got)
		}
	}
}

func FuzzProjection(f *testing.F) {
	f.Add(720.0, 420.0, 0.0, 0.0, 720.0, 0.0, 720.0, 420.0, 0.0, 420.0, 10.0, 10.0)
	f.Add(720.0, 420.0, 0.0, 0.0, 500.0, 40.0, 480.0, 300.0, 0.0, 420.0, -1e9, 1e9)
	f.Fuzz(func(t *testing.T, w, h, x0, y0, x1, y1, x2, y2, x3, y3, x, y float64) {
		m := through(w, h, [4]scene.Point{{X: x0, Y: y0}, {X: x1, Y: y1}, {X: x2, Y: y2}, {X: x3, Y: y3}})
		q, ok := m.inverse().at(scene.Point{X: x, Y: y})
		if !finite(q.X, q.Y) {
			t.Errorf("(%v, %v) leads to %v (%v)", x, y, q, ok)
		}
		if s := m.stretch(q); !(s > 0) || math.IsInf(s, 0) {
			t.Errorf("at %v a px is %v px long", q, s)
		}
	})
}
