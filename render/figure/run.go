package figure

import (
	"math"

	"relu-three-ways/math/calculus"
)

// What plays by itself: what there is of it and how long it takes, how it starts and
// stops, and then run by run what it does at a time. All of it is one clock's.

// Times of what plays, seconds.
const (
	shrinkSeconds = 2.4 // h → 0
	stepSeconds   = 0.9 // one line of the derivation, by a button
	lineSeconds   = 1.3 // one line while all of it plays …
	dwellSeconds  = 2.2 // … and the rest on each line
	walkSeconds   = 7.0 // the probe's way across
	homeSeconds   = 1.2 // and its way to the start and back
	hopSeconds    = 0.5 // one step of an optimiser …
	landSeconds   = 0.5 // … and the rest after it
)

// RunKind is what plays by itself.
type RunKind uint8

const (
	NoRun     RunKind = iota
	ShrinkRun         // h → 0: log-linear in h from From to 2⁻¹⁰
	StepRun           // the derivation, or the steps, go from From to To
	PlayRun           // the same, resting on each line or step
	WalkRun           // the probe walks across the window and back to From; it is Model.Walk
	runs              // how many there are
)

// Run is what plays, if anything does. Where it is, is a function of how long
// it has played alone.
type Run struct {
	Kind     RunKind
	Elapsed  float64 // seconds
	Of       Control // of a StepRun or a PlayRun: P or K
	From, To float64 // the control's value at the start and, of those two, at the end
}

// On reports whether something plays.
func (r Run) On() bool { return r.Kind != NoRun }

// control is what the run moves.
func (r Run) control() Control {
	switch r.Kind {
	case ShrinkRun:
		return H
	case StepRun, PlayRun:
		return r.Of
	case WalkRun:
		return C
	}
	return None
}

// seconds is how long the run takes.
func (r Run) seconds() float64 {
	switch r.Kind {
	case ShrinkRun:
		return shrinkSeconds
	case StepRun:
		if r.Of == K {
			return hopSeconds
		}
		return stepSeconds
	case PlayRun:
		rest, line, dwell := r.To-r.From, r.line(), r.dwell()
		return rest*line + (math.Ceil(rest)-1)*dwell
	case WalkRun:
		return walkSeconds + 2*homeSeconds
	}
	return 0
}

// valid reports whether the run can be on its way.
func (r Run) valid(m Model) bool {
	i, ok := m.rangeOf(r.control())
	return r.Kind < runs && ok && i.Contains(r.From) && (r.Kind != StepRun && r.Kind != PlayRun || (r.Of == P || r.Of == K) && i.Contains(r.To)) && r.Elapsed >= 0 && r.Elapsed < r.seconds()
}

// starts starts a run, whose control is at once where it begins.
func (m Model) starts(r Run) Model {
	if r.Kind == WalkRun {
		m.Walk = r
	} else {
		m.Run = r
	}
	return m.ran(r)
}

// ran puts the control of a run where it is now, and ends the run if its time is
// over.
func (m Model) ran(r Run) Model {
	v := 0.0
	c := r.control()
	i, ok := m.rangeOf(c)
	if !ok {
		return m
	}
	switch r.Kind {
	case ShrinkRun:
		v = r.h(m.Reduced)
	case StepRun:
		v = r.step(m.Reduced)
	case PlayRun:
		v = r.place(m.Reduced)
	case WalkRun:
		v = r.walk(m.Way(), m.Reduced)
		if !(r.Elapsed < r.seconds()) {
			v = r.From
		}
	}
	m.put(c, within(i, v, v))
	if !(r.Elapsed < r.seconds()) {
		m = m.halted(c)
	}
	return m
}

// ticked lets time pass. An interval that is not a positive number of seconds
// is none.
func (m Model) ticked(seconds float64) Model {
	if !(seconds > 0) {
		return m
	}
	m.Turn, m.Rest = m.Turn.after(seconds), m.Rest.after(seconds)
	m = m.glided(seconds)
	for _, r := range [...]*Run{&m.Run, &m.Walk} {
		if r.On() {
			r.Elapsed = min(r.Elapsed+seconds, r.seconds())
			m = m.ran(*r)
		}
	}
	return m
}

// halted stops what moves a control, when a hand takes it. Stopped on its way
// it is where a hand could have put it.
func (m Model) halted(c Control) Model {
	if c == None {
		return m
	}
	m.Glide = Glide{}
	for _, r := range [...]*Run{&m.Run, &m.Walk} {
		if r.control() != c {
			continue
		}
		if r.Elapsed < r.seconds() {
			m.put(c, grained(c, *m.field(c)))
		}
		*r = Run{}
	}
	return m
}

// shrunk starts or stops h → 0. It runs in the pointwise lens only, where the
// secants are. From the least h it begins again at 1.
func (m Model) shrunk(on bool) Model {
	if !on || m.Lens != Point {
		return m.halted(H)
	}
	if m.Run.Kind == ShrinkRun {
		return m
	}
	if m.H <= HRange().Lo {
		m.H = 1
	}
	return m.starts(Run{Kind: ShrinkRun, From: m.H})
}

// h is the step at this moment of the run,
//
//	log h = log From + (t/2.4)·(log 2⁻¹⁰ − log From),
//
// or 1, 1/2, 1/4, 1/8 in turn for readers who asked for reduced motion.
func (r Run) h(reduced bool) float64 {
	t := min(max(r.Elapsed/shrinkSeconds, 0), 1)
	if reduced {
		return math.Exp2(-math.Floor(min(t*4, 3)))
	}
	if t >= 1 {
		return HRange().Lo
	}
	return r.From * math.Pow(HRange().Lo/r.From, t)
}

// played plays the derivation from where it is, from line 1 if it is at its
// end, or stops it there.
func (m Model) played(on bool) Model {
	c, i, ok := m.playable()
	if !on || !ok {
		return m.halted(c)
	}
	if m.Run.Kind == PlayRun {
		return m
	}
	m = m.landed()
	if *m.field(c) >= i.Hi {
		m.put(c, i.Lo)
	}
	if i.Width() == 0 {
		return m
	}
	return m.starts(Run{Kind: PlayRun, Of: c, From: *m.field(c), To: i.Hi})
}

// line and dwell are how long a PlayRun takes for a line, or a step, and rests on it.
func (r Run) line() float64 {
	if r.Of == K {
		return hopSeconds
	}
	return lineSeconds
}

func (r Run) dwell() float64 {
	if r.Of == K {
		return landSeconds
	}
	return dwellSeconds
}

// place is the value of the control at this moment of a PlayRun: on from
// line to line, with a rest on each. Readers who asked for reduced motion see
// whole lines only.
func (r Run) place(reduced bool) float64 {
	line, dwell := r.line(), r.dwell()
	p, left := r.From, r.Elapsed
	for p < r.To {
		next := math.Floor(p) + 1
		if reduced {
			p = next
		}
		if way := (next - p) * line; left < way {
			return p + left/line
		} else {
			left -= way
		}
		p = next
		if left < dwell {
			return p
		}
		left -= dwell
	}
	return p
}

// stepped goes to the next line or step, or the one before, and from the last line of
// the first derivation on to the second, where there is one. In the middle
// of a step it goes on from where that one was to lead.
func (m Model) stepped(dir int) Model {
	c, r, ok := m.playable()
	if !ok || dir == 0 {
		return m
	}
	m = m.landed()
	from := *m.field(c)
	if m.Run.Kind == StepRun {
		from = m.Run.To
	}
	to := math.Floor(from) + 1
	if dir < 0 {
		to = math.Ceil(from) - 1
	}
	switch {
	case c == P && to > r.Hi && m.HasNextOrder():
		m.Order, m.P, m.Run = Second, r.Lo, Run{}
		return m
	case c == P && to < r.Lo && m.Order == Second:
		m.Order, m.P, m.Run = First, r.Hi, Run{}
		return m
	case !r.Contains(to):
		return m
	}
	return m.starts(Run{Kind: StepRun, Of: c, From: *m.field(c), To: to})
}

// step is the place in the derivation at this moment of a StepRun.
func (r Run) step(reduced bool) float64 {
	t := min(r.Elapsed/r.seconds(), 1)
	if reduced || t >= 1 {
		return r.To
	}
	return r.From + (r.To-r.From)*t
}

// strolled lets the probe walk across, or stops it where it is.
func (m Model) strolled(on bool) Model {
	if !on || m.Lens != Dist {
		return m.halted(C)
	}
	if m.Walk.On() {
		return m
	}
	return m.starts(Run{Kind: WalkRun, From: m.C})
}

// walk is the centre of the probe at this moment of a WalkRun: to the left end
// of the way, across at an even pace, and back to where it began. Readers who
// asked for reduced motion see it in steps of half a unit.
func (r Run) walk(way calculus.Interval, reduced bool) float64 {
	at := r.From
	switch t := r.Elapsed; {
	case t < homeSeconds:
		at += (way.Lo - r.From) * smooth(t/homeSeconds)
	case t < homeSeconds+walkSeconds:
		at = way.Lo + way.Width()*(t-homeSeconds)/walkSeconds
	case t < r.seconds():
		at = way.Hi + (r.From-way.Hi)*smooth((t-homeSeconds-walkSeconds)/homeSeconds)
	}
	if reduced {
		at = math.Round(2*at) / 2
	}
	return at
}

// Way is the range of centres that the sweep is drawn for: where the probe can
// be and is seen.
func (m Model) Way() calculus.Interval {
	c := CRange()
	return calculus.Interval{Lo: max(c.Lo, m.Window.Lo), Hi: min(c.Hi, m.Window.Hi)}
}

// Moving reports whether time changes the picture, or may.
func (m Model) Moving() bool { return m.Runs() || m.fades() }

// Runs reports whether time changes more of the picture than what fades under a hand.
func (m Model) Runs() bool {
	return m.Run.On() || m.Walk.On() || m.Glide.On || m.Rest.On || m.Turn.Kind != NoTurn
}

// Picture is the model without what is not seen: the time that has passed in a
// run or under a hand, of which only where it leads shows. Two models with the same picture are
// drawn alike.
func (m Model) Picture() Model {
	m.Run.Elapsed, m.Walk.Elapsed, m.Glide = 0, 0, Glide{}
	m.Rest.Held, m.Rest.Moved = 0, 0
	return m
}
