package scene

import (
	"math"
	"math/rand/v2"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

func TestFade(t *testing.T) {
	f := Fade{R: 100, In: rect(-200, -200, 400, 250)}
	for _, c := range []struct {
		p    Point
		want float64
	}{{pt(0, 0), 1}, {pt(66, 0), 1}, {pt(100, 0), 0}, {pt(83, 0), 0.5}, {pt(0, 41.5), 0.5}, {pt(0, 50), 0}, {pt(0, -66), 1}, {pt(0, -100), 0}} {
		if got := f.At(c.p); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("Fade at %v = %v, want %v", c.p, got, c.want)
		}
	}
	if got := (Fade{}).At(pt(1e9, 0)); got != 1 {
		t.Errorf("what does not fade is %v far away, want 1", got)
	}
}

// fades are some of random centres in a panel, on its border too.
func fades(n int) (list []Fade) {
	r := rand.New(rand.NewPCG(1, 2))
	in := rect(40, 30, 660, 380)
	for i := range n {
		c := pt(in.X+in.W*r.Float64(), in.Y+in.H*r.Float64())
		if i%10 == 0 {
			c.Y = in.Y + in.H
		}
		list = append(list, Fade{Centre: c, R: 50 + 400*r.Float64(), In: in})
	}
	return list
}

// TestFadeHasNoEdge: whatever the centre, a fading mark is whole there, gone where
// the panel ends and at R, and on the way there is never a jump.
func TestFadeHasNoEdge(t *testing.T) {
	for _, f := range fades(200) {
		for i := range 60 {
			y, x := math.Sincos(float64(i) / 60 * 2 * math.Pi)
			edge := math.Inf(1)
			for _, v := range [...]float64{f.R, (f.In.X - f.Centre.X) / x, (f.In.X + f.In.W - f.Centre.X) / x, (f.In.Y - f.Centre.Y) / y, (f.In.Y + f.In.H - f.Centre.Y) / y} {
				if v >= 0 {
					edge = min(edge, v)
				}
			}
			if edge < 1 {
				continue
			}
			at := func(s float64) float64 { return f.At(pt(f.Centre.X+x*edge*s, f.Centre.Y+y*edge*s)) }
			if at(0) != 1 || at(FadeFrom) < 1-1e-9 || at(1) > 1e-9 {
				t.Fatalf("%+v, direction %d of 60: %v at the centre, %v at the share %v, %v at the edge", f, i, at(0), at(FadeFrom), FadeFrom, at(1))
			}
			for s := 0.0; s < 1.1; s += 0.01 {
				if a, b := at(s), at(s+0.01); b > a || a-b > 0.05 {
					t.Fatalf("%+v, direction %d of 60: %v at the share %v, then %v", f, i, a, s, b)
				}
			}
		}
	}
}

// TestFadeBetweenItsStops: what painters draw, straight pieces between the stops,
// is the fade to within a shade of 255: on a line through the centre, and on the
// triangles under the rim of a strip.
func TestFadeBetweenItsStops(t *testing.T) {
	const shade = 1.0 / 255
	stops := FadeStops()
	left := func(share float64) float64 {
		if share <= stops[0].Share {
			return 1
		}
		for i := 1; i < len(stops); i++ {
			if a, b := stops[i-1], stops[i]; share <= b.Share {
				return lerp(a.Left, b.Left, (share-a.Share)/(b.Share-a.Share))
			}
		}
		return 0
	}
	var cuts []float64
	var rim, strip []Point
	for _, f := range fades(200) {
		if f.Centre.Y == f.In.Y+f.In.H { // what is below has no way to go
			continue
		}
		for i := range 60 {
			y, x := math.Sincos(float64(i) / 60 * math.Pi)
			a, b := pt(f.Centre.X-300*x, f.Centre.Y-300*y), pt(f.Centre.X+400*x, f.Centre.Y+400*y)
			cuts = f.AppendCuts(append(cuts[:0], 0), a, b)
			for j := 1; j < len(cuts); j++ {
				if cuts[j] < cuts[j-1] || j+1 == len(cuts) && cuts[j] != 1 {
					t.Fatalf("the cuts of a line are %v", cuts)
				}
				from, to := a.Toward(b, cuts[j-1]), a.Toward(b, cuts[j])
				for _, s := range [...]float64{0.2, 0.5, 0.8} {
					if got, want := lerp(f.At(from), f.At(to), s), f.At(from.Toward(to, s)); math.Abs(got-want) > shade {
						t.Fatalf("%+v: between %v and %v of a line it is %v, want %v", f, cuts[j-1], cuts[j], got, want)
					}
				}
			}
		}
		strip = strip[:0]
		for i := range 17 {
			y, x := math.Sincos(lerp(-0.7, 0.9, float64(i)/16))
			strip = append(strip, f.Centre, pt(f.Centre.X+50*x, f.Centre.Y+50*y))
		}
		rim = f.Rim(rim[:0], strip)
		for i := 1; i < len(rim); i++ {
			for _, s := range [...]float64{0.1, 0.5, 0.9} {
				for _, share := range [...]float64{0.3, 0.7, 0.76, 0.83, 0.9, 0.96} {
					p := f.Centre.Toward(rim[i-1].Toward(rim[i], s), share)
					if got, want := left(share), f.At(p); math.Abs(got-want) > 2*shade { // an arc is off its chord
						t.Fatalf("%+v: at %v, the share %v under the rim from %v to %v, it is %v, want %v", f, p, share, rim[i-1], rim[i], got, want)
					}
				}
			}
		}
	}
}

// TestWhatFadesGoesThroughTheCentre, as painters rely on.
func TestWhatFadesGoesThroughTheCentre(t *testing.T) {
	var f Frame
	seen := 0
	for k := range calculus.Kinds {
		for _, link := range []string{"lens=sub&x=0&g=0.4", "lens=sub&x=1.2", "lens=sub&x=-0.7&g=2", "lens=compare", "lens=compare&s=0.5"} {
			m, _ := figure.Parse(link + "&fn=" + k.String())
			Draw(&f, m, Ask{W: 1280, H: 800, Theme: theme.Light()})
			for _, m := range f.Marks {
				if m.Fade.R == 0 {
					continue
				}
				seen++
				c := m.Fade.Centre
				switch {
				case m.Kind == Stroke && len(m.Points) == 2:
					a, b := m.Points[0], m.Points[1]
					if off := math.Abs((b.X-a.X)*(c.Y-a.Y)-(b.Y-a.Y)*(c.X-a.X)) / b.From(a); off > 0.01 {
						t.Errorf("%v %s: a line passes %v px beside the centre of its fade", k, link, off)
					}
				case m.Kind == Fill:
					for i := 0; i < len(m.Points); i += 2 {
						if m.Points[i].From(c) > 0.01 {
							t.Errorf("%v %s: a ray begins at %v, the fade at %v", k, link, m.Points[i], c)
						}
					}
				default:
					t.Errorf("%v %s: %v fades", k, link, m.Print())
				}
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d marks fade", seen)
	}
}
