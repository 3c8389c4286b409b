package formula

import (
	"slices"

	"relu-three-ways/render/theme"
)

// lift is how far above its way a pair passes what it would cross, em. Higher up
// is the line before.
const lift = 0.3

// Of what is seen at once, em and opacity: glyphs keep air between them, but
// where they are nearer on the line that both come from or go to, they come
// nearer by touch at most. Two of which the product of the opacities is below
// unseen are not seen over each other.
const (
	air    = 0.1
	touch  = 0.01
	unseen = 0.03
)

// few is how many glyphs a pair may cross that make way for it.
const few = 3

// moments are at how many times of a morph a way is looked at.
const moments = 48

// way is one glyph's ink, em, y up, and how much of it is seen.
type way struct {
	glide
	box  [moments]box
	seen [moments]float64
	hull box
}

// apart returns the glides of the pairs, of which none is carried over what is
// seen: a pair that would be passes above it or, where that is no better, is
// not carried. Copies give way to what goes on as itself.
func (s *Set) apart(a, b *Line, pairs [][]glide) []glide {
	seen := map[glide]*way{}
	look := func(g glide) *way {
		w := seen[g]
		if w == nil {
			w = s.way(a, b, g)
			seen[g] = w
		}
		return w
	}
	for {
		glides := all(a, b, pairs)
		// crossings counts those of a pair, were it lifted.
		crossings := func(pair []glide, lift float64) int {
			n := 0
			for _, g := range glides {
				if !has(pair, g) {
					continue
				}
				g.lift = lift
				for _, o := range glides {
					if !has(pair, o) && s.cross(a, b, look(g), look(o)) {
						n++
					}
				}
			}
			return n
		}
		var crossing []int // the pairs that cross, of which copies are the first to give way
		worst, most, copies := -1, 0, false
		for i, pair := range pairs {
			n, c := crossings(pair, pair[0].lift), pair[0].copied
			if n == 0 || copies && !c {
				continue
			}
			if c && !copies {
				crossing, copies, most = crossing[:0], true, 0
			}
			crossing = append(crossing, i)
			if n >= most {
				worst, most = i, n
			}
		}
		if worst < 0 {
			return glides
		}
		// above reports whether a pair can pass above what it crosses.
		above := func(i int) bool {
			free := crossings(pairs[i], lift) == 0
			for j := range pairs[i] {
				if free {
					pairs[i][j].lift = lift
				}
			}
			return free
		}
		if !above(worst) && (most > few || !slices.ContainsFunc(crossing, above)) {
			pairs = slices.Delete(pairs, worst, worst+1)
		}
	}
}

// has reports whether a glide is one of a pair's.
func has(pair []glide, g glide) bool {
	for _, o := range pair {
		if o.a == g.a && o.b == g.b {
			return true
		}
	}
	return false
}

// way looks at a glyph from the beginning to the end of a morph.
func (s *Set) way(a, b *Line, g glide) *way {
	w := &way{glide: g}
	m := Morph{a: a, b: b, glides: []glide{g}}
	var placed [2]Placed
	for i := range moments {
		for j, p := range m.Place(s, placed[:0], Seat{Em: 1}, Seat{Em: 1}, float64(i+1)/(moments+1), theme.Ink) {
			o := s.ink(p)
			if j == 0 {
				w.box[i] = o
			}
			if i+j == 0 {
				w.hull = o
			}
			w.box[i], w.hull = w.box[i].with(o), w.hull.with(o)
			w.seen[i] = max(w.seen[i], 1-p.Fade)
		}
	}
	return w
}

// cross reports whether two glyphs are seen in each other, deeper than they are
// on the line that both come from or go to. A copy comes out of its original.
func (s *Set) cross(a, b *Line, v, w *way) bool {
	if v.a >= 0 && v.a == w.a || v.hull.in(w.hull) <= -air {
		return false
	}
	most := -air
	if v.a >= 0 && w.a >= 0 {
		most = max(most, touch+s.corners(a, v.a).in(s.corners(a, w.a)))
	}
	if v.b >= 0 && w.b >= 0 {
		most = max(most, touch+s.corners(b, v.b).in(s.corners(b, w.b)))
	}
	for i := range moments {
		if v.seen[i]*w.seen[i] > unseen && v.box[i].in(w.box[i]) > most {
			return true
		}
	}
	return false
}

// box is an extent of ink, em, y up: from (x0, y0) to (x1, y1).
type box struct{ x0, y0, x1, y1 float64 }

// corners is the box of an item.
func (s *Set) corners(l *Line, n int) box {
	x0, y0, x1, y1 := s.box(&l.Items[n])
	return box{x0, y0, x1, y1}
}

// ink is the box of a placed glyph, with a pixel for an em.
func (s *Set) ink(p Placed) box {
	if p.Glyph < 0 {
		return box{p.X, -p.Y - p.H, p.X + p.W, -p.Y}
	}
	g, k := &s.Glyphs[p.Glyph], p.Size/1000
	return box{p.X + k*float64(g.X0), -p.Y + k*float64(g.Y0), p.X + k*float64(g.X1), -p.Y + k*float64(g.Y1)}
}

// with is the least box around two.
func (a box) with(b box) box {
	return box{min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)}
}

// in is how deep two boxes are in each other, below 0 if they are apart.
func (a box) in(b box) float64 {
	return min(min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0))
}
