package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// Update is the model after an event. It is total: an event that means nothing
// in this state, or carries something that is not a number, leaves the model
// as it was, and every number of the result is finite and in its range.
func Update(m Model, e Event) Model {
	switch e := e.(type) {
	case Grab:
		if e.Control > None && e.Control < Controls {
			m.Held |= 1 << e.Control
			m.Stuck = m.Stuck || e.Control == X && m.atBreak(m.X)
			m = m.still(e.Control)
		}
	case Drag:
		if finite(e.To) && finite(e.Pull) && m.Held.Has(e.Control) {
			m = m.still(e.Control).drag(e)
		}
	case Release:
		if e.Control < Controls {
			m.Held &^= 1 << e.Control
			if e.Control == X {
				m.Stuck = false
			}
		}
	case Nudge:
		m = m.still(e.Control).nudge(e)
	case ToEnd:
		if e.Dir < 0 {
			m = m.still(e.Control).set(e.Control, math.Inf(-1))
		} else {
			m = m.still(e.Control).set(e.Control, math.Inf(1))
		}
	case Assign:
		if finite(e.To) {
			m = m.still(e.Control).set(e.Control, e.To)
		}
	case Project:
		if s := m.Function().Subdifferential(m.X); !s.Empty() && m.Tries() {
			m.G = clamp(clamp(m.G, s.Lo, s.Hi), GMin, GMax)
		}
	case Focused:
		if e.Control < Controls {
			m.Focus = e.Control
		}
	case Hovered:
		if e.Control < Controls {
			m.Hover = e.Control
		}
	case Choose:
		m = m.choose(e.Fn)
	case Look:
		if e.Lens < Lenses {
			m.Lens, m.Run = e.Lens, Run{}
		}
	case Visit:
		m = m.visit(e.Link)
	case Shrink:
		m.Run = Run{}
		if e.On && m.Lens == Point {
			if m.H <= HMin { // from the end it starts again
				m.H = 1
			}
			m.Run = Run{On: true, From: m.H}
		}
	case Tick:
		m = m.tick(e.Seconds)
	case PickTheme:
		if e.Theme <= ThemeContrast {
			m.Theme = e.Theme
		}
	case Resize:
		if w := e.Window; finite(w.Lo) && finite(w.Hi) && w.Lo < w.Hi {
			m.Window = w
			m.X = clamp(m.X, w.Lo, w.Hi)
		}
	case Motion:
		m.Reduced = e.Reduced
	}
	return m
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func clamp(v, lo, hi float64) float64 { return min(hi, max(lo, v)) }

// still stops h → 0 when a hand takes h.
func (m Model) still(c Control) Model {
	if c == H {
		m.Run = Run{}
	}
	return m
}

// drag follows the pointer. The corner holds the point within Pull of it and
// lets go at one and a half times that.
func (m Model) drag(e Drag) Model {
	if e.Control == W {
		e.To = max(e.To, WByHand)
	}
	if e.Control != X {
		return m.set(e.Control, e.To)
	}
	pull := max(e.Pull, 0)
	if m.Stuck {
		pull *= 1.5
	}
	for _, b := range m.corners() {
		if math.Abs(e.To-b) <= pull {
			m.Stuck = true
			return m.set(X, b)
		}
	}
	m.Stuck = false
	return m.set(X, e.To)
}

// corners are the places that hold the point: the breaks of the function, and
// 0 in any case, since every lens speaks of it.
func (m Model) corners() []float64 {
	b := m.Function().Breaks()
	for _, x := range b {
		if x == 0 {
			return b
		}
	}
	return append(b, 0)
}

func (m Model) atBreak(x float64) bool {
	for _, b := range m.corners() {
		if x == b {
			return true
		}
	}
	return false
}

// limits is the range of a control.
func (m Model) limits(c Control) (lo, hi float64) {
	switch c {
	case X:
		return m.Window.Lo, m.Window.Hi
	case G:
		return GMin, GMax
	case C:
		return CMin, CMax
	case W:
		return WMin, WMax
	case H:
		return HMin, HMax
	case A:
		lo, hi, _ = slopeRange(m.Fn)
		return lo, hi
	case P:
		return PMin, PMax
	}
	return 0, 0
}

// field is where a control's number is kept, or nil.
func (m *Model) field(c Control) *float64 {
	switch c {
	case X:
		return &m.X
	case G:
		return &m.G
	case C:
		return &m.C
	case W:
		return &m.W
	case H:
		return &m.H
	case A:
		return &m.A
	case P:
		return &m.P
	}
	return nil
}

// set gives a control a value, moved into its range.
func (m Model) set(c Control, v float64) Model {
	f := m.field(c)
	if f == nil || math.IsNaN(v) {
		return m
	}
	lo, hi := m.limits(c)
	*f = clamp(v, lo, hi) + 0
	return m
}

// steps are the distances of the arrow keys, of Shift with an arrow, and of
// PageUp and PageDown.
func steps(c Control) (fine, step, page float64) {
	if c == P {
		return 0.1, 1, 1
	}
	return 0.01, 0.1, 0.5
}

// nudge moves a control along the grid of its steps, so that the keys land on
// 0 exactly. A break between here and there stops the point.
func (m Model) nudge(e Nudge) Model {
	f := m.field(e.Control)
	if f == nil || e.Dir == 0 {
		return m
	}
	fine, step, page := steps(e.Control)
	d := step
	switch e.Size {
	case Fine:
		d = fine
	case Page:
		d = page
	}
	dir := 1.0
	if e.Dir < 0 {
		dir = -1
	}
	v, now := m.grid(*f, d, dir), *f
	if e.Control == X {
		for _, b := range m.corners() {
			if (b-now)*dir > 0 && (v-b)*dir > 0 {
				v = b
			}
		}
	}
	return m.set(e.Control, v)
}

// grid is the next multiple of d from v in a direction. A v within a thousandth
// of a step of a multiple counts as on it.
func (m Model) grid(v, d, dir float64) float64 {
	n := v / d
	if r := math.Round(n); math.Abs(n-r) < 1e-3 {
		n = r + dir
	} else if dir > 0 {
		n = math.Ceil(n)
	} else {
		n = math.Floor(n)
	}
	return n / math.Round(1/d) // 3/10, not 3 · 0.1
}

// choose changes the function and keeps what still means something: x, g, c, w,
// h always, and a where the new function has one that reaches it.
func (m Model) choose(k calculus.Kind) Model {
	if k >= calculus.Kinds || k == m.Fn {
		return m
	}
	_, hadA := calculus.ARange(m.Fn)
	m.Fn, m.Run = k, Run{}
	lo, hi, unset := slopeRange(k)
	if !hadA || m.A < lo || m.A > hi {
		m.A = unset
	}
	return m
}

// visit takes over an address. What is not in an address, the window and the
// hands, stays.
func (m Model) visit(link string) Model {
	n, _ := Parse(link)
	n.Window, n.Held, n.Focus, n.Hover, n.Reduced = m.Window, m.Held, m.Focus, m.Hover, m.Reduced
	n.X = clamp(n.X, n.Window.Lo, n.Window.Hi)
	return n
}

// shrinking is how long h → 0 takes, in seconds.
const shrinking = 2.4

// tick moves h → 0 on: log-linear in h, or, with reduced motion, in the steps
// 1, 1/2, 1/4, 1/8.
func (m Model) tick(dt float64) Model {
	if !m.Run.On || !(dt >= 0) || math.IsInf(dt, 0) {
		return m
	}
	m.Run.Elapsed += dt
	t := min(m.Run.Elapsed/shrinking, 1)
	if m.Reduced {
		m.H = clamp(math.Pow(2, -math.Floor(3*t+0.001)), HMin, HMax)
	} else {
		m.H = clamp(m.Run.From*math.Pow(HMin/m.Run.From, t), HMin, HMax)
	}
	if t >= 1 {
		m.Run = Run{}
	}
	return m
}
