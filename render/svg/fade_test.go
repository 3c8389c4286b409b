package svg

import (
	"encoding/xml"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// drawn is what a drawing says of its opacity: its gradients, and the paths that
// are painted with them.
type drawn struct {
	gradients map[string]gradient
	paths     []painted
}

// gradient is a linear or a radial one, in the units of the drawing.
type gradient struct {
	kind  string
	place map[string]float64
	stops [][2]float64 // offset and opacity
}

// painted is a path of straight pieces.
type painted struct {
	points  []scene.Point
	stroke  bool
	paint   string
	opacity float64
}

var coordinate = regexp.MustCompile(`-?[\d.]+`)

// read takes in a drawing of nothing but marks that fade.
func read(t *testing.T, markup string) drawn {
	t.Helper()
	d := drawn{gradients: map[string]gradient{}}
	last := ""
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for x := xml.NewDecoder(strings.NewReader(markup)); ; {
		token, err := x.Token()
		if err == io.EOF {
			return d
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attr := map[string]string{}
		for _, a := range e.Attr {
			attr[a.Name.Local] = a.Value
		}
		switch e.Name.Local {
		case "svg", "defs":
		case "linearGradient", "radialGradient":
			last = attr["id"]
			g := gradient{kind: e.Name.Local, place: map[string]float64{}}
			if attr["gradientUnits"] != "userSpaceOnUse" {
				t.Fatalf("%s is in units of %q", last, attr["gradientUnits"])
			}
			for _, k := range []string{"x1", "y1", "x2", "y2", "cx", "cy", "r"} {
				if attr[k] != "" {
					g.place[k] = number(attr[k])
				}
			}
			d.gradients[last] = g
		case "stop":
			g := d.gradients[last]
			g.stops = append(g.stops, [2]float64{number(attr["offset"]), number(attr["stop-opacity"])})
			d.gradients[last] = g
		case "path":
			p := painted{opacity: 1, stroke: attr["stroke"] != "", paint: attr["fill"]}
			if p.stroke {
				p.paint = attr["stroke"]
			}
			p.paint = strings.TrimSuffix(strings.TrimPrefix(p.paint, "url(#"), ")")
			for _, k := range []string{"stroke-opacity", "fill-opacity"} {
				if attr[k] != "" {
					p.opacity *= number(attr[k])
				}
			}
			n := coordinate.FindAllString(attr["d"], -1)
			for i := 0; i+1 < len(n); i += 2 {
				p.points = append(p.points, scene.Point{X: number(n[i]), Y: number(n[i+1])})
			}
			d.paths = append(d.paths, p)
		default:
			t.Fatalf("there is a %s", e.Name.Local)
		}
	}
}

// at is the opacity of a gradient at a point.
func (g gradient) at(p scene.Point) float64 {
	v := g.place
	s := math.Hypot(p.X-v["cx"], p.Y-v["cy"]) / v["r"]
	if g.kind == "linearGradient" {
		x, y := v["x2"]-v["x1"], v["y2"]-v["y1"]
		s = ((p.X-v["x1"])*x + (p.Y-v["y1"])*y) / (x*x + y*y)
	}
	if s <= g.stops[0][0] {
		return g.stops[0][1]
	}
	for i := 1; i < len(g.stops); i++ {
		if a, b := g.stops[i-1], g.stops[i]; s <= b[0] {
			return a[1] + (b[1]-a[1])*(s-a[0])/(b[0]-a[0])
		}
	}
	return g.stops[len(g.stops)-1][1]
}

// covers reports whether a path covers a point, and by how much it is inside.
func (p painted) covers(q scene.Point) (depth float64) {
	depth, in := math.Inf(1), false
	for i, a := range p.points {
		b := p.points[(i+1)%len(p.points)]
		x, y := b.X-a.X, b.Y-a.Y
		k := math.Min(1, math.Max(0, ((q.X-a.X)*x+(q.Y-a.Y)*y)/(x*x+y*y+1e-12)))
		depth = math.Min(depth, math.Hypot(q.X-a.X-k*x, q.Y-a.Y-k*y))
		if (a.Y > q.Y) != (b.Y > q.Y) && q.X < a.X+(q.Y-a.Y)/y*x {
			in = !in
		}
	}
	if p.stroke {
		return 0.1 - depth
	}
	if !in {
		return -depth
	}
	return depth
}

// opacity is that of the drawing at a point; false where two of its pieces meet.
func (d drawn) opacity(q scene.Point) (sum float64, sure bool) {
	for _, p := range d.paths {
		switch depth := p.covers(q); {
		case math.Abs(depth) < 0.03:
			return 0, false
		case depth > 0:
			sum += p.opacity * d.gradients[p.paint].at(q)
		}
	}
	return sum, true
}

func between(a, b scene.Point, k float64) scene.Point {
	return scene.Point{X: a.X + (b.X-a.X)*k, Y: a.Y + (b.Y-a.Y)*k}
}

// TestFadesAreTheScenes: on a page and alone, each mark that fades has the
// scene's opacity, to within a shade, wherever it is.
func TestFadesAreTheScenes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	tried, soft := 0, 0
	for k := range calculus.Kinds {
		for _, link := range []string{"lens=sub&x=0&g=0.4", "lens=sub&x=1.2", "lens=sub&x=-0.7&g=2", "lens=compare&s=0.5"} {
			m, _ := figure.Parse(link + "&fn=" + k.String())
			var f scene.Frame
			scene.Draw(&f, m, scene.Ask{W: 1280, H: 800, Theme: theme.Light()})
			for _, mark := range f.Marks {
				if mark.Fade.R == 0 {
					continue
				}
				mark.Dash = scene.Dash{}
				for _, o := range []Options{{}, {Alone: true}} {
					var b strings.Builder
					Draw(&b, &scene.Frame{W: f.W, H: f.H, Marks: []scene.Mark{mark}}, theme.Light(), o)
					d := read(t, b.String())
					for range 60 {
						q := between(mark.Points[0], mark.Points[1], r.Float64())
						if mark.Kind == scene.Fill {
							i := 2 * r.IntN(len(mark.Points)/2-1)
							q = between(mark.Points[i], between(mark.Points[i+1], mark.Points[i+3], r.Float64()), r.Float64())
						}
						got, sure := d.opacity(q)
						if c := mark.Fade.Centre; !sure || math.Hypot(q.X-c.X, q.Y-c.Y) < 1 { // where halves meet
							continue
						}
						want := mark.Alpha * mark.Fade.At(q)
						if tried++; want > 0.1*mark.Alpha && want < 0.9*mark.Alpha {
							soft++
						}
						if math.Abs(got-want) > 1.0/255 {
							t.Fatalf("%v %s, alone: %v: at %v the opacity is %v, want %v\n%v\n%s", k, link, o.Alone, q, got, want, mark, b.String())
						}
					}
				}
			}
		}
	}
	if tried < 10000 || soft < 1000 {
		t.Errorf("%d places were tried, %d of them where marks fade", tried, soft)
	}
}
