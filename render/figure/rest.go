package figure

// settleSeconds is how long axes and labels take to where they are best, once
// the hand has let go.
const settleSeconds = 0.24

// Rest is where the controls were when nothing moved them. Axes and labels stand
// by it, so that they stand still under a hand.
type Rest struct {
	On      bool // they are on their way from Was to At
	Elapsed float64
	Was, At Pose
	Walked  float64 // how far the axes stood as for a walk of the probe, in [0, 1]

	// Seconds that a hand has held something, and of them until it last moved it.
	// What comes and goes under it fades by them.
	Held, Moved float64
}

// FadeSeconds is how long a label takes to come or to go under a hand.
const FadeSeconds = 0.15

// busy reports whether a hand or the clock moves a control.
func (m Model) busy() bool { return m.Held != 0 || m.Run.On() || m.Walk.On() }

// Drags reports whether a hand, or what plays, moves what is seen. It does not where
// that is the place in the derivation alone, by which nothing stands.
func (m Model) Drags() bool {
	return m.Held&^(1<<P) != 0 || m.Walk.On() || m.Run.Kind == ShrinkRun || m.Run.control() == K
}

// fades reports whether something may still be fading under a hand that has stopped:
// one thing goes before another comes.
func (m Model) fades() bool {
	return m.Drags() && !m.Reduced && m.Rest.Held-m.Rest.Moved < 3*FadeSeconds
}

// rested keeps what axes and labels stand by after a change.
func (m Model) rested(before Model) Model {
	now := m.pose()
	switch r := &m.Rest; {
	case !m.samePicture(before) || m.Lens != before.Lens || m.Order != before.Order:
		*r = Rest{At: now} // another picture
	case before.Glide.On && !m.Glide.On:
		*r = Rest{At: now} // it has come with the controls
	case m.busy():
		if !before.busy() && !r.On {
			r.At = before.pose()
		}
	case before.busy() || now != before.pose():
		if !r.On {
			r.Was, r.Walked, r.Elapsed = before.pose(), 0, 0
			if before.busy() {
				r.Was, r.Walked = r.At, before.Walking()
			}
		}
		r.At = now
		r.On = !m.Reduced && !m.Glide.On && (sansLine(r.Was) != sansLine(r.At) || r.Walked > 0 || before.Drags())
	}
	switch r := &m.Rest; {
	case !m.Drags():
		r.Held, r.Moved = 0, 0
	case m.pose() != before.pose():
		r.Moved = r.Held
	}
	return m
}

// sansLine is a pose without the place in the derivation, by which nothing
// stands.
func sansLine(p Pose) Pose {
	p.Of[P] = 0
	return p
}

// after is the rest some time later.
func (r Rest) after(seconds float64) Rest {
	r.Held += seconds
	if !r.On {
		return r
	}
	if r.Elapsed += seconds; !(r.Elapsed < settleSeconds) {
		return Rest{At: r.At, Held: r.Held, Moved: r.Moved}
	}
	return r
}

// valid reports whether what is kept can be stood by.
func (r Rest) valid() bool {
	for c := X; c < Controls; c++ {
		if !finite(r.Was.Of[c]) || !finite(r.At.Of[c]) {
			return false
		}
	}
	return r.Elapsed >= 0 && r.Elapsed < settleSeconds && r.Walked >= 0 && r.Walked <= 1 && r.Moved >= 0 && r.Moved <= r.Held && finite(r.Held)
}

// Walking is how far the axes stand as for a walk of the probe across the
// window, so that all of it is seen, in [0, 1].
func (m Model) Walking() float64 {
	switch {
	case !m.Walk.On():
		return 0
	case m.Reduced:
		return 1
	}
	t := m.Walk.Elapsed
	return smooth(min(t/homeSeconds, 1)) * smooth(min((m.Walk.seconds()-t)/homeSeconds, 1))
}

// Standing is what axes and labels stand by: a share in [0, 1] of the way from
// one pose of the controls to another. While nothing moves, both are where the
// controls are.
func (m Model) Standing() (was, at Pose, share float64) {
	switch {
	case m.Glide.On:
		was, at, share = m.Glide.From, m.Glide.To, m.Glide.share()
	case m.Rest.On:
		was, at, share = m.Rest.Was, m.Rest.At, smooth(m.Rest.Elapsed/settleSeconds)
	case m.busy():
		was, at, share = m.Rest.At, m.Rest.At, 1
	default:
		was, share = m.pose(), 1
		at = was
	}
	line := float64(m.Line())
	was.Of[P], at.Of[P] = line, line
	return was, at, share
}

// Posed is the model at rest in a pose.
func (m Model) Posed(p Pose) Model {
	m = m.posed(p)
	m.Held, m.Run, m.Walk, m.Glide, m.Rest, m.Turn = 0, Run{}, Run{}, Glide{}, Rest{}, Turn{}
	m.Drawn, m.Merges, m.Rides, m.Full = "", 0, false, false
	return m
}

// smooth goes from 0 to 1 with t, without a jerk at either end.
func smooth(t float64) float64 { return t * t * (3 - 2*t) }
