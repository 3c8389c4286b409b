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
// source names. Inside a pair the glyphs are matched by the longest common
// subsequence of their characters. Those are carried; the others fade before
// anything moves, or appear when it has. A pair that would be carried over what
// is seen passes above it or, where there is no room, is not carried.
type Morph struct {
	a, b   *Line
	glides []glide
}

// glide is the way of one glyph. One that is on one line only stays where it is
// on that line and fades.
type glide struct {
	a, b   int     // indices of items, −1 where the glyph is on the other line only
	copied bool    // what it comes from goes on as itself too
	lift   float64 // how far above its way it passes, em: lift, or 0
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
	key, from string
	items     []int
}

// groups are the terms of a line in the order of their first glyphs.
func (s *Set) groups(l *Line) []group {
	var out []group
	index := map[string]int{}
	for n := range l.Items {
		key, from := s.origin(l.Items[n].Term)
		g, ok := index[key]
		if !ok {
			g = len(out)
			index[key] = g
			out = append(out, group{key: key, from: from})
		}
		out[g].items = append(out[g].items, n)
	}
	return out
}

// plan pairs the terms of two lines and the glyphs of each pair.
func (s *Set) plan(a, b *Line) *Morph {
	before, after := s.groups(a), s.groups(b)
	find := func(groups []group, key string) *group {
		for i := range groups {
			if key != "" && groups[i].key == key {
				return &groups[i]
			}
		}
		return nil
	}
	used := map[*group]bool{}
	var pairs [][]glide
	for _, to := range after {
		src := find(before, to.key)
		if src == nil {
			src = find(before, to.from)
		}
		if src == nil {
			continue
		}
		copied := src.key != to.key && (find(after, src.key) != nil || used[src])
		used[src] = true
		var pair []glide
		for _, n := range s.common(a, b, src.items, to.items) {
			pair = append(pair, glide{a: n[0], b: n[1], copied: copied})
		}
		if len(pair) > 0 {
			pairs = append(pairs, pair)
		}
	}
	return &Morph{a: a, b: b, glides: s.apart(a, b, pairs)}
}

// all is the glides of the pairs that are carried, and those of the glyphs that
// are on one line only. Each glyph of line a that is carried is carried once as
// itself.
func all(a, b *Line, pairs [][]glide) []glide {
	var out []glide
	goes, comes := make([]bool, len(a.Items)), make([]bool, len(b.Items))
	for _, copies := range [...]bool{false, true} {
		for _, pair := range pairs {
			for _, g := range pair {
				if g.copied == copies {
					g.copied = goes[g.a]
					goes[g.a], comes[g.b] = true, true
					out = append(out, g)
				}
			}
		}
	}
	for n, on := range goes {
		if !on {
			out = append(out, glide{a: n, b: -1})
		}
	}
	for n, on := range comes {
		if !on {
			out = append(out, glide{a: -1, b: n})
		}
	}
	return out
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

// origin returns the innermost key of a term, and the key of the term that it
// comes from where it is new.
func (s *Set) origin(term int) (key, from string) {
	path := s.Terms[term]
	key, from, _ = strings.Cut(path[strings.LastIndexByte(path, '/')+1:], "<")
	return key, from
}

// Seat is where a line is set: the left end of its baseline, CSS px, and its
// size in px to the em.
type Seat struct{ X, Y, Em float64 }

// Shares of a morph's time: until goneBy what becomes nothing fades, from
// newFrom on what comes from nothing appears, and what is carried moves from
// moveFrom to moveTo. What passes above rises from riseFrom and is up after
// riseTime; it comes down as late.
const (
	goneBy   = 0.32
	newFrom  = 1 - goneBy
	moveFrom = 0.28
	moveTo   = 1 - moveFrom
	riseFrom = 0.1
	riseTime = 0.24
)

// seenFrom is the share of its way after which a copy is seen: before that it
// is on top of what it is a copy of.
const seenFrom = 0.35

// share is how far from 0 to 1 a morph is between two of its times.
func share(t, from, to float64) float64 { return smooth((t - from) / (to - from)) }

// raised is how much of its lift a glyph has at t.
func raised(t float64) float64 {
	return share(t, riseFrom, riseFrom+riseTime) - share(t, 1-riseFrom-riseTime, 1-riseFrom)
}

// Place appends the glyphs of a line on its way from one seat to another, t in
// [0, 1]. At 0 they are the glyphs of the first line and at 1 those of the
// second, each where Set.Place has it; others are invisible (Fade 1). Items
// whose source names no ink take ink. It depends continuously on t.
func (m *Morph) Place(s *Set, dst []Placed, from, to Seat, t float64, ink theme.Role) []Placed {
	k := share(t, moveFrom, moveTo)
	for i := range m.glides {
		g := &m.glides[i]
		switch {
		case g.a >= 0 && g.b >= 0:
			a, b := m.a.Items[g.a].at(from, ink), m.b.Items[g.b].at(to, ink)
			p := between(a, b, k)
			p.Y -= g.lift * to.Em * raised(t)
			if g.copied {
				p.Fade = 1 - share(k, seenFrom, 1)
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
			i := &m.a.Items[g.a]
			p := between(i.at(from, ink), i.at(to, ink), k)
			p.Fade = share(t, 0, goneBy)
			dst = append(dst, p)
		default:
			i := &m.b.Items[g.b]
			p := between(i.at(from, ink), i.at(to, ink), k)
			p.Fade = 1 - share(t, newFrom, 1)
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
