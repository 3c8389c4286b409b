package figure

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/pieces"
)

// Where the line that is tried is above the graph: it is searched for, and then said. The
// words round what was found, so that they stay true, and need to know how it was found.

// Above is where the line through P of the slope that is tried lies above the
// graph, on either side of P.
type Above struct {
	At          float64 // P
	Left, Right Stretch
	Single      float64 // a single point of the graph below the line, where there is no stretch; else NaN
	Far         bool    // it is not near P that the line is above the graph
}

// Stretch is the stretch that is told of one side: the unbounded one, or else the
// longest. Its ends are infinite if they are not reached within farthest.
type Stretch struct {
	Lo, Hi float64
	Count  int // how many stretches there are on that side
}

// Distances from the point at which the line and the graph are compared, and how
// long a stretch is that is told, world units.
const (
	nearest  = 1e-9
	farthest = 1e18
	shortest = 1e-6
)

// above is where the line of the lens is above the graph. Of a formula the last answer is
// kept, since the claims of many poses are about the same line.
func (m Model) above() Above {
	x, g := m.place(), m.Slope()
	w, a := m.script(), 0.0
	if w == nil {
		return m.comparison(x, g)
	}
	a, _, _ = m.cutAt()
	formulas.Lock()
	kept := w.above
	formulas.Unlock()
	if line := [3]float64{a, x, g}; !kept.done || kept.line != line {
		kept.done, kept.line, kept.is = true, line, m.comparison(x, g)
		formulas.Lock()
		w.above = kept
		formulas.Unlock()
	}
	return kept.is
}

// comparison is where the line through the point at x of slope g is above the graph.
func (m Model) comparison(x, g float64) Above {
	f := m.Function()
	y := f.Value(x)
	own := f.Rounding(x)
	sign := func(t float64) int { // 1 where the line is above, −1 where it is below, 0 where rounding does not tell
		const noise, small = 0x1p-49, 1e-6
		up, v := g*(t-x), f.Value(t)
		high, scale := y+up-v, math.Abs(y)+math.Abs(up)+math.Abs(v)
		least := noise * scale
		if math.Abs(high) < small*(1+scale) {
			if r := own + f.Rounding(t); r < math.Inf(1) {
				least += r
			}
		}
		switch {
		case high > least:
			return 1
		case -high > least:
			return -1
		}
		return 0
	}
	over := func(t float64) bool { return sign(t) > 0 }
	under := func(t float64) bool { return !over(t) }
	side := func(dir float64) (s Stretch) {
		length := -1.0
		keep := func(from, to float64) {
			l := math.Abs(to - from)
			if l > shortest {
				s.Count++
			}
			if l > length {
				length, s.Lo, s.Hi = l, min(from, to), max(from, to)
			}
		}
		from, last, was, told := x, x, false, false
		end := f.Known()
		straight, calm := 0.0, 0.0 // the distances up to which the graph is straight, and up to which nothing changes
		for d := nearest; d < farthest && math.Abs(x+dir*d) <= end; d = farther(d) {
			if farther(d) < calm {
				continue
			}
			t := x + dir*d
			is := sign(t)
			now := is > 0
			if d > straight || now != was { // a straight graph is crossed once at most
				straight = min(math.Abs(f.Straight(t, dir)-x), farthest)
				if before := straight * (1 - 1e-9); before > d && over(x+dir*before) == now {
					calm = straight
				}
			}
			if now && !was {
				if from = edge(over, last, t); last == x || !told && f.Straight(x, dir) == x && !m.breakIn(from, x) { // as far as rounding tells
					from = x
				}
			} else if was && !now {
				keep(from, edge(under, last, t))
			}
			last, was, told = t, now, told || is != 0
		}
		if was {
			to := math.Inf(int(dir))
			if !math.IsInf(end, 1) && !aboveForGood(f, g, dir, over) {
				to = dir * end
			}
			keep(from, to)
		}
		if s.Count > 0 || math.IsInf(end, 1) {
			return s
		}
		for last, d := math.Copysign(end, dir), math.Abs(math.Copysign(end, dir)-x); d < farthest; d = farther(d) { // the first stretch beyond, as far as it was looked
			t := x + dir*d
			if over(t) {
				from, to := edge(over, last, t), t
				if aboveForGood(f, g, dir, func(y float64) bool { return math.Abs(y) < math.Abs(from) || over(y) }) {
					keep(from, math.Inf(int(dir)))
					return s
				}
				for ; over(t) && math.Abs(t-x) < 3*math.Abs(from-x); t += dir * 0.01 * math.Abs(t-x) {
					to = t
				}
				keep(from, to)
				return s
			}
			last = t
		}
		return s
	}
	whole := side
	side = func(dir float64) Stretch { // without single points that are not below the line
		s := whole(dir)
		var store stops
		for _, b := range f.AppendBreaks(store[:0]) {
			if s.Lo < b && b < s.Hi && under(b) {
				if s.Count++; dir < 0 {
					s.Lo = b
				} else {
					s.Hi = b
				}
			}
		}
		return s
	}
	a := Above{At: x, Left: side(-1), Right: side(1), Single: math.NaN()}
	a.Far = !over(x-nearest) && !over(x+nearest)
	if a.Left.Count+a.Right.Count == 0 {
		var store stops
		for _, b := range f.AppendBreaks(store[:0]) {
			if b != x && over(b) {
				a.Single = b
			}
		}
	}
	return a
}

// aboveForGood reports whether a line of slope g stays above the graph as far as one may
// go, from where the graph is known on: the slope to which the graph tends is known, and
// the line is above wherever it was looked.
func aboveForGood(f calculus.Function, g, dir float64, over func(float64) bool) bool {
	far, known := f.FarSlope(dir)
	if !known || !(dir*g > dir*far) && !(g == far && math.IsInf(f.Straight(dir*pieces.Edge, dir), 0)) {
		return false
	}
	for d := float64(pieces.Edge); d < 1e9; d *= 1.1 {
		if !over(dir * d) {
			return false
		}
	}
	return true
}

// breakIn reports whether f has a break between two places, or at the first.
func (m Model) breakIn(a, b float64) bool {
	var store stops
	for _, at := range m.Function().AppendBreaks(store[:0]) {
		if at != b && min(a, b)-1e-12 <= at && at <= max(a, b)+1e-12 {
			return true
		}
	}
	return false
}

// where says it in the text's next slot.
func (t Text) where(a Above) Text {
	l, r := a.Left, a.Right
	n := l.Count + r.Count
	switch {
	case n == 0 && a.Single == a.Single:
		return t.and(saying("at {x}"), num(a.Single))
	case n == 0 && a.Far:
		return t.and(saying("far from {x}"), num(a.At))
	case n == 0:
		return t.and(saying("near {x}"), num(a.At))
	case l.Count > 0 && r.Count > 0 && l.Hi == a.At && r.Lo == a.At:
		if n > 2 {
			t = t.and(saying("{there} and elsewhere"))
		}
		return t.and(saying("on both sides of {x}"), num(a.At))
	case l.Count > 0 && r.Count > 0 && n > 2:
		return t.and(saying("{there} and elsewhere"), saying("{left} and {right}")).stretch(l, a.At).stretch(r, a.At)
	case l.Count > 0 && r.Count > 0:
		return t.and(saying("{left} and {right}")).stretch(l, a.At).stretch(r, a.At)
	case n > 1:
		t = t.and(saying("{there} and elsewhere"))
	}
	if l.Count > 0 {
		return t.stretch(l, a.At)
	}
	return t.stretch(r, a.At)
}

// main is the side that a label tells of, which has no room for both where they are
// more than half-lines: the one whose stretch begins at P, or else is longer.
func (a Above) main() Above {
	l, r := &a.Left, &a.Right
	halves := l.Count+r.Count == 2 && math.IsInf(l.Lo, -1) && math.IsInf(r.Hi, 1)
	begin := l.Hi == a.At && r.Lo == a.At
	switch {
	case l.Count == 0 || r.Count == 0 || halves || begin:
	case l.Hi == a.At, r.Lo != a.At && l.Hi-l.Lo >= r.Hi-r.Lo:
		l.Count, r.Count = l.Count+r.Count, 0
	default:
		l.Count, r.Count = 0, l.Count+r.Count
	}
	return a
}

// stretch says one stretch, so that the line is above the graph all along what is
// said: its ends are rounded inward.
func (t Text) stretch(s Stretch, at float64) Text {
	const narrowest = 12 // decimals
	var lo, hi float64
	d := fewestDecimals
	for ; ; d++ {
		unit := math.Pow10(d)
		lo, hi = inward(s.Lo, 1, unit), inward(s.Hi, -1, unit)
		short := hi-lo < 0.7*(s.Hi-s.Lo)
		if math.IsInf(s.Hi-s.Lo, 1) { // a half-line, which is told from P
			short = d < 4 && math.Abs(at-s.Lo) > 1e-3 && math.Abs(at-s.Hi) > 1e-3 && (lo-s.Lo > 0.01*math.Abs(s.Lo-at) || s.Hi-hi > 0.01*math.Abs(s.Hi-at))
		}
		if d == narrowest || !short {
			break
		}
	}
	end := func(v float64) arg { return arg{form: brief, v: v, w: float64(d)} }
	if s.Lo == at {
		lo = at
	}
	if s.Hi == at {
		hi = at
	}
	switch {
	case math.IsInf(hi, 1):
		return t.and(saying("right of {x}"), end(lo))
	case math.IsInf(lo, -1):
		return t.and(saying("left of {x}"), end(hi))
	}
	return t.and(saying("from {lo} to {hi}"), end(lo), end(hi))
}

// inward rounds an end of a stretch up, if dir is 1, or down, in parts of a
// unit, but for what the search for the end adds to a round number.
func inward(v, dir, unit float64) float64 {
	if math.IsInf(v, 0) {
		return v
	}
	return dir * math.Ceil(dir*v*unit-1e-6-1e-9*math.Abs(v*unit)) / unit
}

// farther is the distance after d: a hundredth more, which is as narrow a
// stretch as can be seen; a quarter more where all of them are too small to be,
// and far out, where line and graph cross at most once more, twice as much.
func farther(d float64) float64 {
	switch {
	case d < 1e-3:
		return 1.25 * d
	case d > 64:
		return 2 * d
	}
	return 1.01 * d
}

// edge finds where a predicate becomes true between a, where it is false, and
// b, where it is true.
func edge(is func(float64) bool, a, b float64) float64 {
	for range 60 {
		if mid := (a + b) / 2; is(mid) {
			b = mid
		} else {
			a = mid
		}
	}
	return b
}
