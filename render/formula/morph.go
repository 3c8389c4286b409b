package formula

import (
	"math"
	"strings"
	"sync"

	"relu-three-ways/render/theme"
)

// Morph is how one line turns into another, planned once: which glyph becomes
// which. Terms are paired by identity, never by shape: a term of b comes from
// the term of a with its own key or, if a has none, from the one that the
// source names, and the terms that merge into it come along. Inside a pair the
// glyphs are matched by the longest common subsequence of their characters.
type Morph struct {
	a, b   *Line
	glides []glide
}

// glide is the way of one glyph. One that is on one line only rides with its
// term and fades.
type glide struct {
	a, b   int     // indices of items, −1 where the glyph is on the other line only
	dx, dy float64 // em: from a glyph to the place that it comes from or goes to, where it has no partner
	alone  bool    // its term has no partner: it neither comes from nor goes anywhere
	copied bool    // what it comes from goes on as itself too
}

// morphs are the plans made so far.
var morphs struct {
	sync.Mutex
	plans map[[2]*Line]*Morph
}

// Morph returns the plan from line a to line b.
func (s *Set) Morph(a, b *Line) *Morph {
	morphs.Lock()
	defer morphs.Unlock()
	m := morphs.plans[[2]*Line{a, b}]
	if m == nil {
		if morphs.plans == nil {
			morphs.plans = map[[2]*Line]*Morph{}
		}
		m = s.plan(a, b)
		morphs.plans[[2]*Line{a, b}] = m
	}
	return m
}

// group is a term of a line: the items whose innermost key is its key.
type group struct {
	key, from, with string
	items           []int
	cx, cy          float64 // em: the centre of its ink
}

// groups are the terms of a line in the order of their first glyphs.
func (s *Set) groups(l *Line) []group {
	var out []group
	index := map[string]int{}
	for n := range l.Items {
		key, from, with := s.origin(l.Items[n].Term)
		g, ok := index[key]
		if !ok {
			g = len(out)
			index[key] = g
			out = append(out, group{key: key, from: from, with: with})
		}
		out[g].items = append(out[g].items, n)
	}
	for g := range out {
		x0, y0, x1, y1 := s.box(&l.Items[out[g].items[0]])
		for _, n := range out[g].items {
			a, b, c, d := s.box(&l.Items[n])
			x0, y0, x1, y1 = min(x0, a), min(y0, b), max(x1, c), max(y1, d)
		}
		out[g].cx, out[g].cy = (x0+x1)/2, (y0+y1)/2
	}
	return out
}

// plan pairs the terms of two lines and the glyphs of each pair.
func (s *Set) plan(a, b *Line) *Morph {
	m := &Morph{a: a, b: b}
	before := s.groups(a)
	find := func(key string) *group {
		for i := range before {
			if key != "" && before[i].key == key {
				return &before[i]
			}
		}
		return nil
	}
	gone := make([]bool, len(a.Items))               // it has become something
	toward := make(map[int][2]float64, len(a.Items)) // where one that becomes nothing is drawn to
	after := s.groups(b)
	kept := func(key string) bool { // the term goes on under its own key
		for i := range after {
			if key != "" && after[i].key == key {
				return true
			}
		}
		return false
	}
	for _, to := range after {
		src := find(to.key)
		if src == nil {
			src = find(to.from)
		}
		if src == nil {
			for _, n := range to.items {
				m.glides = append(m.glides, glide{a: -1, b: n, alone: true})
			}
			continue
		}
		dx, dy := to.cx-src.cx, to.cy-src.cy
		copied := src.key != to.key && kept(src.key)
		met := map[int]bool{}
		for _, pair := range s.common(a, b, src.items, to.items) {
			m.glides = append(m.glides, glide{a: pair[0], b: pair[1], copied: copied})
			gone[pair[0]], met[pair[1]] = true, true
		}
		for _, n := range to.items {
			if !met[n] {
				m.glides = append(m.glides, glide{a: -1, b: n, dx: -dx, dy: -dy})
			}
		}
		drawn := func(g *group, dx, dy float64) {
			for _, n := range g.items {
				if _, ok := toward[n]; !ok {
					toward[n] = [2]float64{dx, dy}
				}
			}
		}
		if !copied {
			drawn(src, dx, dy)
		}
		if other := find(to.with); other != nil {
			drawn(other, to.cx-other.cx, to.cy-other.cy)
		}
	}
	stays := make([]bool, len(a.Items)) // a glyph of which the original goes on
	for _, g := range m.glides {
		if g.a >= 0 && !g.copied {
			stays[g.a] = true
		}
	}
	for i := range m.glides {
		if g := &m.glides[i]; g.copied && !stays[g.a] {
			g.copied, stays[g.a] = false, true
		}
	}
	for n := range a.Items {
		if gone[n] {
			continue
		}
		d, ok := toward[n]
		m.glides = append(m.glides, glide{a: n, b: -1, dx: d[0], dy: d[1], alone: !ok})
	}
	return m
}

// common pairs items of two terms: the longest common subsequence of their
// characters, in reading order. A rule is the same as a rule.
func (s *Set) common(a, b *Line, from, to []int) [][2]int {
	char := func(l *Line, n int) rune {
		if g := l.Items[n].Glyph; g >= 0 {
			return s.Glyphs[g].Char
		}
		return -1
	}
	length := make([][]int, len(from)+1)
	for i := range length {
		length[i] = make([]int, len(to)+1)
	}
	for i := len(from) - 1; i >= 0; i-- {
		for j := len(to) - 1; j >= 0; j-- {
			if char(a, from[i]) == char(b, to[j]) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(from) && j < len(to); {
		switch {
		case char(a, from[i]) == char(b, to[j]):
			pairs = append(pairs, [2]int{from[i], to[j]})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// origin returns the innermost key of a term, the key of the term that it
// comes from where it is new, and that of the term which merges into it.
func (s *Set) origin(term int) (key, from, with string) {
	path := s.Terms[term]
	key, with, _ = strings.Cut(path[strings.LastIndexByte(path, '/')+1:], "+")
	key, from, _ = strings.Cut(key, "<")
	return key, from, with
}

// Seat is where a line is set: the left end of its baseline, CSS px, and its
// size in px to the em.
type Seat struct{ X, Y, Em float64 }

// Shares of a morph's time: until goneBy what becomes nothing has faded; from
// newFrom on what comes from nothing appears.
const (
	goneBy  = 0.4
	newFrom = 0.55
)

// bow is how far a glyph's way is bent, as a share of how far it goes along
// the line, and deepestBow how far at most, em: those that go right pass above
// those that go left.
const (
	bow        = 0.1
	deepestBow = 0.15
)

// apart is the share of its way after which a copy is seen: before that it is
// on top of what it is a copy of.
const apart = 0.35

// lift is how far above the line a copy passes, em.
const lift = 0.3

// Place appends the glyphs of a line on its way from one seat to another, t in
// [0, 1]. At 0 they are the glyphs of the first line and at 1 those of the
// second, each where Set.Place has it; others are invisible (Fade 1). Items
// whose source names no ink take ink. It depends continuously on t.
func (m *Morph) Place(s *Set, dst []Placed, from, to Seat, t float64, ink theme.Role) []Placed {
	t = min(max(t, 0), 1)
	k := smooth(t)
	leaves, comes := smooth(t/goneBy), smooth((t-newFrom)/(1-newFrom))
	for i := range m.glides {
		g := &m.glides[i]
		switch {
		case g.a >= 0 && g.b >= 0:
			a, b := m.a.Items[g.a].at(from, ink), m.b.Items[g.b].at(to, ink)
			p := between(a, b, k)
			p.Y += min(max(bow*(a.X-b.X), -deepestBow*to.Em), deepestBow*to.Em) * math.Sin(math.Pi*k)
			if g.copied { // it comes out above what it is a copy of
				p.Y -= lift * to.Em * math.Sin(math.Pi*k)
				p.Fade = 1 - smooth((k-apart)/(1-apart))
			}
			if a.Glyph == b.Glyph {
				dst = append(dst, p)
				continue
			}
			q := p
			p.Glyph, p.Fade = a.Glyph, 1-(1-p.Fade)*(1-k)
			q.Glyph, q.Fade = b.Glyph, 1-(1-q.Fade)*k
			dst = append(dst, p, q)
		case g.a >= 0:
			a := m.a.Items[g.a].at(from, ink)
			b := a
			if !g.alone {
				b.X, b.Y = to.X+(a.X-from.X)*to.Em/from.Em+g.dx*to.Em, to.Y+(a.Y-from.Y)*to.Em/from.Em-g.dy*to.Em
			}
			p := between(a, b, k)
			p.Fade = leaves
			dst = append(dst, p)
		default:
			b := m.b.Items[g.b].at(to, ink)
			a := b
			if !g.alone {
				a.X, a.Y = from.X+(b.X-to.X)*from.Em/to.Em+g.dx*from.Em, from.Y+(b.Y-to.Y)*from.Em/to.Em-g.dy*from.Em
			}
			p := between(a, b, k)
			p.Fade = 1 - comes
			dst = append(dst, p)
		}
	}
	return dst
}

// at is the item in a seat, as Set.Place has it on a line without slots.
func (i *Item) at(o Seat, ink theme.Role) Placed {
	if i.Own {
		ink = i.Ink
	}
	p := Placed{Glyph: i.Glyph, Term: i.Term, X: o.X + i.X*o.Em, Y: o.Y - i.Y*o.Em, Size: o.Em * i.Scale, Ink: ink, To: ink}
	if i.Glyph < 0 {
		p.Y, p.Size, p.W, p.H = o.Y-(i.Y+i.H)*o.Em, o.Em, i.W*o.Em, i.H*o.Em
	}
	return p
}

// between is a glyph on its way from a to b. Sizes go by equal ratios.
func between(a, b Placed, k float64) Placed {
	mix := func(x, y float64) float64 { return x + (y-x)*k }
	p := b
	p.X, p.Y, p.W, p.H = mix(a.X, b.X), mix(a.Y, b.Y), mix(a.W, b.W), mix(a.H, b.H)
	if a.Size != b.Size {
		p.Size = a.Size * math.Pow(b.Size/a.Size, k)
	}
	p.Ink, p.To, p.Mix = a.Ink, b.Ink, k
	if a.Ink == b.Ink {
		p.Mix = 0
	}
	return p
}

// smooth goes from 0 to 1 with no speed and no acceleration at either end.
func smooth(t float64) float64 {
	t = min(max(t, 0), 1)
	return min(1, t*t*t*(10+t*(6*t-15)))
}
