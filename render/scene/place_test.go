package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"relu-three-ways/render/figure"
)

// blank is a drawing without a figure, for labels to be placed in.
func blank(w, h float64) *pen {
	p := &pen{Frame: &Frame{}, edge: Rect{0, 0, w, h}}
	p.k, p.style = 1, styles(Desktop)
	return p
}

// wanted adds a label of a size.
func (p *pen) wanted(l label, w, h float64) {
	if l.clear == 0 {
		l.clear = 6
	}
	p.wants = append(p.wants, want{label: l, w: w, h: h, shown: 1})
}

// crowd is a drawing with strokes, boxes and labels anywhere.
func crowd(seed uint64) *pen {
	r := rand.New(rand.NewPCG(seed, 1))
	p := blank(600, 400)
	q := func() Point { return Point{600 * r.Float64(), 400 * r.Float64()} }
	for i := range 6 {
		p.draws(theGraph+thing(i%4), func() { p.avoid([]Point{q(), q(), q()}) })
	}
	for range 8 {
		p.take(Rect{q().X, q().Y, 0, 0}.grown(6 + 20*r.Float64()))
	}
	for i := range 14 {
		l := label{key: fmt.Sprint(i), at: q(), to: dir(r.IntN(int(dirs) + 1)), most: float64(i/11) * pleasant}
		switch i % 3 {
		case 1:
			l.along = [2]Point{q(), q()}
		case 2:
			l.slides, l.of, l.t = true, theGraph+thing(i%4), r.Float64()
		}
		p.wanted(l, 20+80*r.Float64(), 12+8*r.Float64())
	}
	return p
}

// TestPlacesAreApart: what is placed is inside, off every box and off every other
// label, whatever there is; and it is placed the same again.
func TestPlacesAreApart(t *testing.T) {
	placed := 0
	for seed := range uint64(300) {
		p, again := crowd(seed), crowd(seed)
		p.arrange()
		again.arrange()
		for i := range p.wants {
			w := &p.wants[i]
			if !reflect.DeepEqual(w.seat, again.wants[i].seat) || w.box != again.wants[i].box {
				t.Fatalf("seed %d: label %d stands at %v, and then at %v", seed, i, w.box, again.wants[i].box)
			}
			if !w.set {
				continue
			}
			placed++
			if !p.inEdge(w.box) || covered(p.taken, w.box, pad) {
				t.Errorf("seed %d: label %d at %v is outside or covered", seed, i, w.box)
			}
			for j := range p.wants[:i] {
				if o := &p.wants[j]; o.set && w.box.gap(o.box) < pad {
					t.Errorf("seed %d: labels %d and %d are %v px apart", seed, i, j, w.box.gap(o.box))
				}
			}
			if d := w.box.from(p.anchor(w, w.seat.t)); d > w.seat.gap+1 {
				t.Errorf("seed %d: label %d is %v px from its anchor, its seat says %v", seed, i, d, w.seat.gap)
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
	one := func(change func(p *pen, l *label)) *want {
		p := blank(600, 400)
		l := label{key: "l", at: c, to: northEast}
		change(p, &l)
		p.wanted(l, 60, 16)
		p.arrange()
		return &p.wants[len(p.wants)-1]
	}
	if w := one(func(*pen, *label) {}); w.seat.dir != northEast || w.cost != 0 {
		t.Errorf("alone it stands in direction %d at a cost of %v", w.seat.dir, w.cost)
	}
	for name, w := range map[string]*want{
		"a stroke": one(func(p *pen, _ *label) { p.avoid([]Point{{310, 100}, {360, 199}}) }),
		"a box":    one(func(p *pen, _ *label) { p.take(Rect{320, 180, 10, 10}) }),
		"an edge":  one(func(p *pen, _ *label) { p.edge = Rect{0, 0, 340, 400} }),
		"a first":  one(func(p *pen, l *label) { p.wanted(*l, 60, 16) }),
		"a stranger": one(func(p *pen, l *label) {
			p.draws(theTangent, func() { p.avoid([]Point{{250, 201}, {301, 201}}) })
			p.draws(theGraph, func() { p.avoid([]Point{{302, 176}, {390, 176}}) })
			l.of = theTangent
		}),
		"a panel": one(func(p *pen, _ *label) { p.Plots = append(p.Plots, Rect{0, 0, 600, 190}) }),
	} {
		if !w.set || w.seat.dir == northEast {
			t.Errorf("%s is in the way: set %v, direction %d", name, w.set, w.seat.dir)
		}
	}
	if w := one(func(p *pen, l *label) {
		l.most = pleasant
		p.take(Rect{c.X, c.Y, 0, 0}.grown(120))
	}); w.set {
		t.Errorf("a label that is merely pleasant stands %v px away", w.seat.gap)
	}
	if w := one(func(p *pen, l *label) { p.take(Rect{c.X, c.Y, 0, 0}.grown(80)) }); !w.set || w.seat.gap < far {
		t.Errorf("a label that must be there has no place: %v", w.seat)
	}
}

// TestASeatMovesWithItsAnchor: in one seat a box moves exactly as its anchor.
func TestASeatMovesWithItsAnchor(t *testing.T) {
	for d := range dirs + 1 {
		s := seat{dir: d, gap: 9}
		a, b := s.box(Point{10, 20}, 40, 12), s.box(Point{13, 16}, 40, 12)
		if b.X-a.X != 3 || b.Y-a.Y != -4 {
			t.Errorf("direction %d: the box moves by %v, %v", d, b.X-a.X, b.Y-a.Y)
		}
		if gap := a.from(Point{10, 20}); d != over && math.Abs(gap-9) > 0.2 {
			t.Errorf("direction %d: it is %v px away, want 9", d, gap)
		}
	}
}

// TestTheLessImportantFades: what comes to lie on another goes, steadily.
func TestTheLessImportantFades(t *testing.T) {
	last := 1.0
	for x := 90.0; x > 40; x -= 0.25 {
		p := blank(600, 400)
		p.wants = append(p.wants,
			want{label: label{key: "a"}, set: true, shown: 1, stand: stand{box: Rect{0, 0, 60, 16}}},
			want{label: label{key: "b"}, set: true, shown: 1, stand: stand{box: Rect{x, 4, 60, 16}}},
			want{label: label{key: "c", under: figure.C}, set: true, shown: 1, stand: stand{box: Rect{300, 0, 60, 16}}})
		p.yield(0)
		if p.wants[0].shown != 1 || p.wants[2].shown != 1 {
			t.Fatal("the more important one fades")
		}
		now := p.wants[1].shown
		if now > last || last-now > 0.1 {
			t.Errorf("at %v it goes from %v to %v", x, last, now)
		}
		if x <= 60 && now > 0 {
			t.Errorf("at %v it lies on the other and is seen", x)
		}
		last = now
	}
}

// TestALabelOnTheHandleGivesWay: a handle hides a label that it comes to lie on,
// and that a number of an axis.
func TestALabelOnTheHandleGivesWay(t *testing.T) {
	p := blank(600, 400)
	p.wants = append(p.wants,
		want{label: label{axis: axisKey{axis: 'x'}}, set: true, shown: 1, stand: stand{box: Rect{210, 5, 20, 20}}},
		want{set: true, shown: 1, stand: stand{box: Rect{0, 0, 60, 16}}},
		want{set: true, shown: 1, stand: stand{box: Rect{200, 0, 60, 16}}})
	p.take(Rect{50, 5, 20, 20})
	p.yield(0)
	if a, b, c := p.wants[0].shown, p.wants[1].shown, p.wants[2].shown; a != 0 || b != 0 || c != 1 {
		t.Errorf("shown are the number %v and the labels %v and %v", a, b, c)
	}
}
