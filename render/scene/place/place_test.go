package place

import (
	"math"
	"math/rand/v2"
	"testing"
)

// blank is a drawing without a figure, for labels to be placed in.
func blank(w, h float64) *Ground {
	return &Ground{Edge: Rect{0, 0, w, h}, Scale: 1, Graph: 3, Object: 3.2, Handle: 9}
}

// line adds a stroke.
func (g *Ground) line(of Thing, pts ...Point) {
	for i := 1; i < len(pts); i++ {
		g.Ink.Add(pts[i-1], pts[i], of)
	}
}

// take reserves a box.
func (g *Ground) take(b Rect) { g.Taken = append(g.Taken, b) }

// wanted adds a label of a size.
func (g *Ground) wanted(l Label, w, h float64) *Label {
	if l.Clear == 0 {
		l.Clear = 6
	}
	l.W, l.H = w, h
	g.Labels = append(g.Labels, &l)
	return &l
}

// pleasant is what the place of a label may cost that is merely pleasant.
const pleasant = 40

// crowd is a drawing with strokes, boxes and labels anywhere.
func crowd(seed uint64) *Ground {
	r := rand.New(rand.NewPCG(seed, 1))
	g := blank(600, 400)
	q := func() Point { return Point{600 * r.Float64(), 400 * r.Float64()} }
	for i := range 6 {
		g.line(Named+Thing(i%4), q(), q(), q())
	}
	for range 8 {
		g.take(Rect{q().X, q().Y, 0, 0}.Grown(6 + 20*r.Float64()))
	}
	for i := range 14 {
		l := Label{At: q(), To: Dir(r.IntN(int(dirs) + 1)), Most: float64(i/11) * pleasant}
		switch i % 3 {
		case 1:
			l.Along = [2]Point{q(), q()}
		case 2:
			l.Slides, l.Of, l.T = true, Named+Thing(i%4), r.Float64()
		}
		g.wanted(l, 20+80*r.Float64(), 12+8*r.Float64())
	}
	return g
}

// TestPlacesAreApart: what is placed is inside, off every box and off every other
// label, whatever there is; and it is placed the same again.
func TestPlacesAreApart(t *testing.T) {
	placed := 0
	for seed := range uint64(300) {
		g, again := crowd(seed), crowd(seed)
		g.Arrange()
		again.Arrange()
		for i, l := range g.Labels {
			if o := again.Labels[i]; l.Seat != o.Seat || l.Box != o.Box {
				t.Fatalf("seed %d: label %d stands at %v, and then at %v", seed, i, l.Box, o.Box)
			}
			if !l.Set {
				continue
			}
			placed++
			if !g.inEdge(l.Box) || covered(g.Taken, l.Box, Pad) {
				t.Errorf("seed %d: label %d at %v is outside or covered", seed, i, l.Box)
			}
			for j, o := range g.Labels[:i] {
				if o.Set && l.Box.Gap(o.Box) < Pad {
					t.Errorf("seed %d: labels %d and %d are %v px apart", seed, i, j, l.Box.Gap(o.Box))
				}
			}
			if d := l.Box.From(g.anchor(l, l.Seat.T)); d > l.Seat.Gap+1 {
				t.Errorf("seed %d: label %d is %v px from its anchor, its seat says %v", seed, i, d, l.Seat.Gap)
			}
		}
	}
	if placed < 300*12 {
		t.Errorf("%d labels of %d are placed", placed, 300*14)
	}
}

// TestTheBestPlaceIsTaken: alone, a label stands where it is best; a stroke, a
// box, another panel or the ink of another thing send it elsewhere, and of two
// that want one place the first has it.
func TestTheBestPlaceIsTaken(t *testing.T) {
	c := Point{300, 200}
	one := func(change func(g *Ground, l *Label)) *Label {
		g := blank(600, 400)
		l := Label{At: c, To: NorthEast}
		change(g, &l)
		last := g.wanted(l, 60, 16)
		g.Arrange()
		return last
	}
	if l := one(func(*Ground, *Label) {}); l.Seat.Dir != NorthEast || l.cost != 0 {
		t.Errorf("alone it stands in direction %d at a cost of %v", l.Seat.Dir, l.cost)
	}
	for name, l := range map[string]*Label{
		"a stroke": one(func(g *Ground, _ *Label) { g.line(Unnamed, Point{310, 100}, Point{360, 199}) }),
		"a box":    one(func(g *Ground, _ *Label) { g.take(Rect{320, 180, 10, 10}) }),
		"an edge":  one(func(g *Ground, _ *Label) { g.Edge = Rect{0, 0, 340, 400} }),
		"a first":  one(func(g *Ground, l *Label) { g.wanted(*l, 60, 16) }),
		"a stranger": one(func(g *Ground, l *Label) {
			g.line(Named, Point{250, 201}, Point{301, 201})
			g.line(Named+1, Point{302, 176}, Point{390, 176})
			l.Of = Named
		}),
		"a panel": one(func(g *Ground, _ *Label) { g.Plots = append(g.Plots, Rect{0, 0, 600, 190}) }),
	} {
		if !l.Set || l.Seat.Dir == NorthEast {
			t.Errorf("%s is in the way: set %v, direction %d", name, l.Set, l.Seat.Dir)
		}
	}
	if l := one(func(g *Ground, l *Label) {
		l.Most = pleasant
		g.take(Rect{c.X, c.Y, 0, 0}.Grown(120))
	}); l.Set {
		t.Errorf("a label that is merely pleasant stands %v px away", l.Seat.Gap)
	}
	if l := one(func(g *Ground, _ *Label) { g.take(Rect{c.X, c.Y, 0, 0}.Grown(80)) }); !l.Set || l.Seat.Gap < Far {
		t.Errorf("a label that must be there has no place: %v", l.Seat)
	}
}

// TestASeatMovesWithItsAnchor: in one seat a box moves exactly as its anchor.
func TestASeatMovesWithItsAnchor(t *testing.T) {
	for d := range dirs + 1 {
		s := Seat{Dir: d, Gap: 9}
		a, b := s.Box(Point{10, 20}, 40, 12), s.Box(Point{13, 16}, 40, 12)
		if b.X-a.X != 3 || b.Y-a.Y != -4 {
			t.Errorf("direction %d: the box moves by %v, %v", d, b.X-a.X, b.Y-a.Y)
		}
		if gap := a.From(Point{10, 20}); d != Over && math.Abs(gap-9) > 0.2 {
			t.Errorf("direction %d: it is %v px away, want 9", d, gap)
		}
	}
}
