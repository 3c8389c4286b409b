package figure

import (
	"math"
	"strings"

	"relu-three-ways/math/calculus"
)

// releaseFactor is how much farther than the pull a hand must go to free the
// point from a corner.
const releaseFactor = 1.5

// largestPull bounds the pull of a corner, world units, so that two breaks
// never compete for the same place.
const largestPull = 0.3

// Update is the model after an event. It is total: whatever the event says, in
// whatever order, every field of the result is in its range. A value that is
// not finite changes nothing. Neither the event nor its text is kept, so that one
// made for the call costs no memory.
func Update(m Model, e Event) Model {
	before := m
	switch e := e.(type) {
	case Grab:
		m = m.grabbed(e.Control)
	case Drag:
		m = m.dragged(e)
	case Release:
		if e.Control.known() {
			m = m.released(e.Control)
		}
	case Put:
		if e.Control.known() && !m.Held.Has(e.Control) {
			m = m.grabbed(e.Control).dragged(Drag{Control: e.Control, To: e.To, About: e.About, Pull: e.Pull})
			m = m.released(e.Control)
		}
	case Nudge:
		m = m.nudged(e)
	case ToEnd:
		if r, ok := m.rangeOf(e.Control); ok && e.Dir != 0 {
			if e.Dir < 0 {
				r.Hi = r.Lo
			}
			m = m.set(e.Control, r.Hi)
		}
	case Assign:
		m = m.set(e.Control, e.To)
	case Project:
		m.G = m.projected()
	case Focused:
		if e.Control.known() {
			m.Focus = e.Control
		}
	case Hovered:
		if e.Control.known() {
			m.Hover = e.Control
		}
	case Choose:
		m = m.chosen(e.Fn)
	case Define:
		m = m.defined(strings.Clone(e.Text))
	case Sketch:
		m = m.sketched(e.On)
	case Plant:
		m = m.planted(e)
	case Uproot:
		m = m.uprooted(e.Control)
	case Look:
		m = m.looked(e.Lens)
	case Visit:
		m = m.visited(strings.Clone(e.Link))
	case Steer:
		m = m.steered(m.landed(), strings.Clone(e.Link)) // what was to come stays to come
	case Show:
		m = m.steered(m.reset(), strings.Clone(e.Link))
	case Land:
		m = m.landed()
		m.Turn, m.Rest = Turn{}, Rest{At: m.pose()}
	case Shrink:
		m = m.shrunk(e.On)
	case Play:
		m = m.played(e.On)
	case Toggle:
		m = m.played(m.Run.Kind != PlayRun)
	case StepTo:
		m = m.stepped(e.Dir)
	case Replay:
		if c, r, ok := m.playable(); ok {
			m.Run = Run{}
			if m.put(c, r.Lo); c == P {
				m = m.played(true)
			}
		}
	case Stroll:
		m = m.strolled(e.On)
	case Descend:
		if m.Steps = e.Method; m.Run.control() == K {
			m.Run = Run{}
		}
	case ShowSweep:
		m.Sweep = e.On
	case Light:
		if e.Term < Terms {
			m.Lit = e.Term
		}
	case Tick:
		m = m.ticked(e.Seconds)
	case PickTheme:
		if e.Theme <= ThemeContrast {
			m.Theme = e.Theme
		}
	case Resize:
		if e.Window.valid() {
			m.Window = e.Window
		}
	case Motion:
		m.Reduced = e.Reduced
	}
	if _, visit := e.(Visit); !visit {
		m = m.opened(before)
	}
	if m.sameFunction(before) {
		m.Swept = m.Swept.with(m.C)
	}
	m.Full = m.Full && m.Sketching() && m.sameFunction(before) && m.Lens == before.Lens
	return m.settled().rested(before)
}

// grabbed takes a control into the hand, which stops what moves it.
func (m Model) grabbed(c Control) Model {
	if c == None || !c.known() {
		return m
	}
	if i, ok := c.Corner(); ok {
		if !m.Has(c) || m.heldCorner() >= 0 { // one hand draws
			return m
		}
		m.Drawn, m.Merges, m.Rides = m.Formula, 0, m.X == cornersOf(m.Formula)[i].X
	}
	m.Held |= 1 << c
	m.Full = false
	return m.halted(c)
}

// released lets go of a control. Between two places of the steps there is none.
func (m Model) released(c Control) Model {
	if c == K && m.Held.Has(K) {
		m = m.set(K, math.Round(m.K))
	}
	m.Held &^= 1 << c
	return m
}

// visited shows what a link says; what belongs to the room the figure is in,
// and not to the link, stays.
func (m Model) visited(link string) Model {
	n, _ := Parse(link)
	n.Window, n.Held, n.Focus, n.Hover, n.Reduced = m.Window, m.Held, m.Focus, m.Hover, m.Reduced
	return n
}

// chosen shows another function. Everything stays where it is; the slope on
// the left stays if the new function has one and it is in its range.
func (m Model) chosen(k calculus.Kind) Model {
	if k >= calculus.Kinds || k == m.Fn {
		return m
	}
	_, had := m.aRange()
	m.Fn, m.Formula, m.Turn, m.Swept = k, "", Turn{}, Swept{m.C, m.C}
	if r, has := m.aRange(); has && !(had && r.Contains(m.A)) {
		m.A = m.startA()
	}
	return m.halted(H)
}

// rangeOf is the range of a control now, false if there is no such control.
func (m Model) rangeOf(c Control) (calculus.Interval, bool) {
	switch c {
	case X:
		r := XRange()
		return calculus.Interval{Lo: max(r.Lo, m.Window.Lo), Hi: min(r.Hi, m.Window.Hi)}, true
	case A:
		return m.aRange()
	case Beta:
		return ranges[Beta], m.function().beta
	case K:
		return calculus.Interval{Hi: float64(m.Path.N)}, m.Steps != NoSteps
	}
	if i, ok := c.Corner(); ok {
		return CornerY(), m.Sketching() && i < max(len(cornersOf(m.Formula)), len(cornersOf(m.Drawn)))
	}
	if c == None || c >= Controls {
		return calculus.Interval{}, false
	}
	return ranges[c], true
}

// Has reports whether there is a control now: not every function has an a or a β.
func (m Model) Has(c Control) bool {
	_, ok := m.rangeOf(c)
	return ok
}

// field is where the model keeps the value of a control that a hand or an address
// sets; nil for None. Of the point it is where its steps started.
func (m *Model) field(c Control) *float64 {
	switch {
	case c == X && m.K > 0:
		return &m.Start
	case c >= Controls:
		return nil
	}
	return [Controls]*float64{X: &m.X, G: &m.G, C: &m.C, W: &m.W, H: &m.H, A: &m.A, Beta: &m.Beta, P: &m.P, S: &m.S, T: &m.T, K: &m.K}[c]
}

// set gives a control a value, exactly but for its range.
func (m Model) set(c Control, v float64) Model {
	r, ok := m.rangeOf(c)
	if !ok || !finite(v) {
		return m
	}
	if i, corner := c.Corner(); corner {
		at := cornersOf(m.Formula)
		if m.Held != 0 || i >= len(at) {
			return m
		}
		return m.cornerTo(at, i, at[i].X, v, false)
	}
	if v = within(r, v, v); c == A && !m.shown(v) {
		return m
	}
	m = m.halted(c)
	if c == X { // a hand takes it from where it is
		m.K = 0
	}
	m.put(c, v)
	return m
}

// projected is the slope nearest to g that supports at the place, and g itself
// if none does.
func (m Model) projected() float64 {
	s := m.Function().Subdifferential(m.place())
	if s.Empty() {
		return m.G
	}
	return within(s, m.G, m.G)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
