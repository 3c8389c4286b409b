package figure

import "math"

// shrunk starts or stops h → 0. It runs in the pointwise lens only, where the
// secants are. From the least h it begins again at 1.
func (m Model) shrunk(on bool) Model {
	if !on || m.Lens != Point {
		m.Run = Run{}
		return m
	}
	if m.Run.On {
		return m
	}
	if m.H <= HRange().Lo {
		m.H = 1
	}
	m.Run = Run{On: true, From: m.H}
	m.H = m.Run.h(m.Reduced)
	return m
}

// ticked lets time pass. An interval that is not a positive number of seconds
// is none.
func (m Model) ticked(seconds float64) Model {
	if !m.Run.On || !(seconds > 0) {
		return m
	}
	m.Run.Elapsed = min(m.Run.Elapsed+seconds, shrinkSeconds)
	m.H = m.Run.h(m.Reduced)
	if m.Run.Elapsed >= shrinkSeconds {
		m.Run = Run{}
	}
	return m
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
