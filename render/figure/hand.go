package figure

import "math"

// grained is a value as finely as a hand sets it: to the hundredth that is
// shown, so that what is computed from it is right for the number that is read
// and an address stays short. A small step, which is shown with more
// decimals, and the place in the derivation, which is not shown, are set to the
// thousandth.
func grained(c Control, v float64) float64 {
	per := grains(c, v)
	return math.Round(per*v) / per
}

// grains is how many of them go into a unit.
func grains(c Control, v float64) float64 {
	if c == P || c == K || c == H && v < smallStep {
		return 1000
	}
	return 100
}

// given is what a hand gives a control whose handle it holds at v: the roundest number
// that is seen there, to half a pixel, so that 1 and 0.5 can be hit however small
// the picture is; where pixels are finer than what is shown, to half a grain. Of a place
// between two lines or steps nothing is shown.
func given(c Control, v float64, s Slack) float64 {
	if c == P || c == K {
		return grained(c, v)
	}
	g := 0.5 / grains(c, v)
	return roundest(v-max(s.Below, g), v, v+max(s.Above, g))
}

// roundest is the number of fewest digits from lo to hi, of several the nearest to v. A
// half counts as rounder than a tenth. As lo, v and hi grow it does not become less: of two
// numbers that are in both intervals none is rounder, and the nearer one does not change
// back. Where there is none of three decimals it is v.
func roundest(lo, v, hi float64) float64 {
	for _, step := range [...]struct{ n, per float64 }{{10, 1}, {5, 1}, {1, 1}, {1, 2}, {1, 10}, {1, 20}, {1, 100}, {1, 200}, {1, 1000}} {
		k := math.Round(v * step.per / step.n)
		if k*step.n/step.per < lo {
			k++
		} else if k*step.n/step.per > hi {
			k--
		}
		if r := k * step.n / step.per; r >= lo && r <= hi {
			return r + 0 // no −0
		}
	}
	return v
}

func hundredth(v float64) float64 { return math.Round(100*v) / 100 }

// smallStep is the h below which more decimals of it are shown.
const smallStep = 0.1

// detent is how near a line's number the scrubber stops at it, in lines.
const detent = 0.1

// dragged moves a held control to where the hand is; a late move of a hand that
// has let go does nothing. The point is attracted by the
// breaks of the function, the scrubber by whole lines.
func (m Model) dragged(d Drag) Model {
	r, ok := m.rangeOf(d.Control)
	if !ok || !finite(d.To) || !m.Held.Has(d.Control) {
		return m
	}
	if _, ok := d.Control.Corner(); ok {
		return m.carried(d)
	}
	v := d.To
	if math.Abs(v) < 1e6 {
		v = given(d.Control, v, d.About)
	}
	switch d.Control {
	case X:
		var stuck bool
		v, stuck = m.attracted(d.To, v, d.Pull)
		m = m.set(X, v)
		m.Stuck = stuck && m.X == v
		return m
	case W:
		v = max(v, PointerW)
	case P, K:
		if whole := math.Round(v); math.Abs(v-whole) <= detent {
			v = whole
		}
	}
	return m.set(d.Control, within(r, v, v))
}

// attracted is where the point comes to lie when the hand is at x: exactly on a
// break within the pull, or within 1.5 × the pull of the break it lies on; else
// at free. The second result tells whether a break holds it.
func (m Model) attracted(x, free, pull float64) (float64, bool) {
	if !(pull > 0) {
		pull = 0
	}
	pull = min(pull, largestPull)
	r, _ := m.rangeOf(X)
	var store stops
	at := m.stops(&store)
	for _, b := range at {
		if m.X == b && r.Contains(b) && math.Abs(x-b) <= pull*releaseFactor {
			return b, true
		}
	}
	for _, b := range at {
		if r.Contains(b) && math.Abs(x-b) <= pull {
			return b, true
		}
	}
	return free, false
}

// steps is how many steps of the keyboard go into one unit of a control, fine,
// ordinary and page. They are whole numbers or halves, so that the steps' own
// grid has 0 and 1 on it exactly. A page of c, w, g and a is half a unit.
func steps(c Control, size NudgeSize) float64 {
	switch {
	case (c == P || c == K) && size == Fine:
		return 20
	case c == P, c == K:
		return 1
	case size == Fine:
		return 100
	case size == Step:
		return 10
	case c == X:
		return 1
	}
	return 2
}

// octaves is the same for h and β, which go by factors of two.
func octaves(size NudgeSize) float64 {
	return [...]float64{Fine: 16, Step: 4, Page: 1}[min(size, Page)]
}

// nudged moves a control to the next line of its grid, or to a break or an end
// of the interval of supporting slopes if that comes first.
func (m Model) nudged(n Nudge) Model {
	r, ok := m.rangeOf(n.Control)
	if !ok || n.Dir == 0 {
		return m
	}
	if _, ok := n.Control.Corner(); ok {
		return m.pushed(n)
	}
	now := *m.field(n.Control)
	if n.Control == X {
		now = m.X
	}
	if n.Control == H || n.Control == Beta {
		return m.set(n.Control, math.Exp2(next(math.Log2(now), octaves(n.Size), n.Dir)))
	}
	to := next(now, steps(n.Control, n.Size), n.Dir)
	for _, s := range m.landings(n.Control) {
		if r.Contains(s) && (now < s && s < to || to < s && s < now) {
			to = s
		}
	}
	return m.set(n.Control, to)
}

// next is the next multiple of 1/per beyond v.
func next(v, per float64, dir int) float64 {
	const near = 1e-9 // a value this close to a line of the grid is on it
	if dir < 0 {
		return (math.Ceil(v*per-near) - 1) / per
	}
	return (math.Floor(v*per+near) + 1) / per
}

// landings are values on which the keyboard lands though its grid may not have
// them.
func (m Model) landings(c Control) []float64 {
	switch c {
	case X:
		return m.stops(new(stops))
	case G:
		if s := m.Function().Subdifferential(m.place()); !s.Empty() {
			return []float64{s.Lo, s.Hi}
		}
	}
	return nil
}
