package scene

// Fade fades a mark out away from its centre; the zero value does not fade. In
// every direction it is whole for 0.66 of the way to where it is gone: at
// distance R, or sooner where it would leave the panel. So nothing ends in an
// edge, wherever the centre is.
//
// What fades is a straight line through the centre, or a strip whose pairs lead
// from the centre outward. Then the share of that way is linear along each ray,
// and all painters can fade alike: the profile is FadeStops on every ray.
type Fade struct {
	Centre Point
	R      float64
	In     Rect // the panel
}

// FadeFrom is the share of the way within which a fading mark is whole.
const FadeFrom = 0.66

// At returns the factor in [0, 1] by which a fading mark's opacity is
// multiplied at p: 1 − ease((s − 0.66) / 0.34), s the share of the way.
func (f Fade) At(p Point) float64 {
	if f.R == 0 {
		return 1
	}
	s, _ := f.share(p)
	return 1 - ease((s-FadeFrom)/(1-FadeFrom))
}

// Limit is what ends a fade in some direction.
type Limit uint8

const (
	Arc     Limit = iota // the distance R
	Upright              // the left or the right side of the panel
	Level                // its top or its floor
)

// share is how far p is from the centre, as a share of the way to where marks
// in its direction are gone, and what ends it there. A side that the centre is
// beyond ends nothing.
func (f Fade) share(p Point) (s float64, by Limit) {
	x, y := p.X-f.Centre.X, p.Y-f.Centre.Y
	s = p.From(f.Centre) / f.R
	if f.In.W <= 0 { // no panel
		return s, Arc
	}
	side, level := f.In.X-f.Centre.X, f.In.Y-f.Centre.Y
	if x > 0 {
		side += f.In.W
	}
	if y > 0 {
		level += f.In.H
	}
	if v := x / side; v > s {
		s, by = v, Upright
	}
	if v := y / level; v > s {
		s, by = v, Level
	}
	return s, by
}

// moved is the fade of a mark that moves from one panel's axes to another's.
func (f Fade) moved(to, from panel) Fade {
	a, b := to.place(from, pt(f.In.X, f.In.Y)), to.place(from, pt(f.In.X+f.In.W, f.In.Y+f.In.H))
	return Fade{to.place(from, f.Centre), f.R * to.ux / from.ux, rect(a.X, a.Y, b.X-a.X, b.Y-a.Y)}
}

// Gone is where marks in the direction of p are gone, and what ends them there.
func (f Fade) Gone(p Point) (Point, Limit) {
	s, by := f.share(p)
	if s == 0 {
		return p, by
	}
	return f.Centre.Toward(p, 1/s), by
}

// Rim appends where a strip of rays is gone: on each of its rays, and at the
// corners between two of them, so that from one place to the next one limit
// holds.
func (f Fade) Rim(to []Point, strip []Point) []Point {
	for i := 1; i < len(strip); i += 2 {
		g, by := f.Gone(strip[i])
		if i > 1 {
			_, l := f.Gone(strip[i-2])
			for n := 0; l != by && n < 4; n++ { // a ray may pass more than one corner
				var c Point
				c, l = f.corner(to[len(to)-1], g, l)
				to = append(to, c)
			}
		}
		to = append(to, g)
	}
	return to
}

// corner is the place between a and b on the rim up to which a limit holds, and the
// limit behind it.
func (f Fade) corner(a, b Point, by Limit) (Point, Limit) {
	lo, hi, next := 0.0, 1.0, by
	for range 30 {
		t := (lo + hi) / 2
		if _, l := f.share(a.Toward(b, t)); l == by {
			lo = t
		} else {
			hi, next = t, l
		}
	}
	g, _ := f.Gone(a.Toward(b, lo))
	return g, next
}

// FadeStop is how much of a mark is left at a share of the way.
type FadeStop struct{ Share, Left float64 }

// FadeStops are places of At between which it may be taken for straight: it is
// so to within 1/400. They are nearer to each other where it bends more:
//
//	share = 0.66 + 0.34 t,  t = (1 − (1 − i/6)^⅔) / 2 for i = 0 … 6, and 1 − t
func FadeStops() (stops [13]FadeStop) {
	for i, t := range [...]float64{0, 0.0572, 0.1184, 0.185, 0.2596, 0.3486, 0.5, 0.6514, 0.7404, 0.815, 0.8816, 0.9428, 1} {
		stops[i] = FadeStop{lerp(FadeFrom, 1, t), 1 - ease(t)}
	}
	return stops
}

// AppendCuts appends where a straight line through the centre passes the stops,
// as shares of the way from a to b, ending with 1. Between them its opacity is
// straight.
func (f Fade) AppendCuts(to []float64, a, b Point) []float64 {
	x, y := b.X-a.X, b.Y-a.Y
	mid := clamp01(((f.Centre.X-a.X)*x + (f.Centre.Y-a.Y)*y) / (x*x + y*y))
	stops := FadeStops()
	s, _ := f.share(a)
	for i := len(stops) - 1; i >= 0; i-- {
		if t := stops[i].Share / s; t < 1 {
			to = append(to, mid*(1-t))
		}
	}
	s, _ = f.share(b)
	for _, stop := range stops {
		if t := stop.Share / s; t < 1 {
			to = append(to, lerp(mid, 1, t))
		}
	}
	return append(to, 1)
}
