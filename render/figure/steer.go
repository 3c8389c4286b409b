package figure

// glideSeconds is how long the controls take to where a link in the prose sends
// them.
const glideSeconds = 0.6

// Pose is the value of every control, and the formula, which the corners are in.
type Pose struct {
	Of      [Controls]float64
	Formula string
}

// Glide is the way of the controls to where a link in the prose sends them.
type Glide struct {
	On       bool
	Elapsed  float64 // seconds
	From, To Pose
}

// pose is the value of every control now.
func (m Model) pose() (p Pose) {
	for c := X; c < Controls; c++ {
		p.Of[c] = *m.field(c)
	}
	p.Formula = m.Formula
	return p
}

// posed gives every control a value.
func (m Model) posed(p Pose) Model {
	m.K = p.Of[K] // by which the place of the point is that of its start
	for c := X; c < Controls; c++ {
		*m.field(c) = p.Of[c]
	}
	m.Formula = p.Formula
	return m.walked()
}

// reset is the model with what it shows at its defaults, for a link to be read
// onto: theme, arrangement and scene stay.
func (m Model) reset() Model {
	d := New()
	n := m.chosen(d.Fn).posed(d.pose())
	n.Lens, n.Order, n.Sweep, n.Draw, n.Steps, n.Hide = d.Lens, d.Order, d.Sweep, d.Draw, d.Steps, d.Hide
	return n
}

// read is the model with what a link says: what it does not say stays, and a
// number out of its range means the nearest end, and any other invalid value changes
// nothing; either is named in a warning. A lens is shown without steps, and steps begin
// anew from another x, unless the link says otherwise.
func (m Model) read(link string) (n Model, warnings []string) {
	n = m
	given := split(link)
	says := func(key string) bool { _, ok := given[key]; return ok }
	if says("lens") && !says("steps") {
		n.Steps = NoSteps
		n = n.walked()
	} else if says("x") && !says("k") {
		n.put(K, 0)
	}
	for _, e := range entries() {
		value, ok := given[e.key]
		if !ok {
			continue
		}
		was := n
		if t := n; e.read(&t, value) {
			n = t
		} else if e.bound(&t, value) {
			n = t
			warnings = append(warnings, e.warning(&n, value, "using "+e.otherwise(&n)))
		} else {
			warnings = append(warnings, e.warning(&n, value, "the current value is kept"))
		}
		if to := n; !to.sameFunction(was) {
			n.Fn, n.Formula, n.A = was.Fn, was.Formula, was.A
			if n = n.chosen(to.Fn); to.Typed() {
				n = n.written(to.Formula)
			}
		}
	}
	return n, warnings
}

// Amiss is what a link that is read onto the model gets wrong, a line for each
// value.
func (m Model) Amiss(link string) []string {
	_, warnings := m.read(link)
	return warnings
}

// steered shows what a link says, read onto a model n. What can glide to its
// place glides there from m, but for readers who asked for reduced motion.
func (m Model) steered(n Model, link string) Model {
	n, _ = n.read(link)
	lens := n.Lens
	n.Lens = m.Lens
	n = n.looked(lens)
	n.Run, n.Walk, n.Glide = Run{}, Run{}, Glide{}
	n = n.settled()
	from := m.pose()
	if !n.sameFunction(m) {
		from.Of[A], from.Of[Beta], from.Formula = n.A, n.Beta, n.Formula // what another function had leads nowhere
	}
	if m.Reduced || n.pose() == from {
		return n
	}
	n.Glide = Glide{On: true, From: from, To: n.pose()}
	return n.posed(from)
}

// Goal is the model at the end of a glide, and the model itself where there is
// none. It is what the figure was told to show, before it does.
func (m Model) Goal() Model { return m.landed() }

// landed ends a glide where it was to lead.
func (m Model) landed() Model {
	if m.Glide.On {
		m = m.posed(m.Glide.To)
		m.Glide = Glide{}
	}
	return m
}

// glided lets time pass for a glide.
func (m Model) glided(seconds float64) Model {
	g := &m.Glide
	if !g.On {
		return m
	}
	g.Elapsed += seconds
	if !(g.Elapsed < glideSeconds) {
		return m.landed()
	}
	k := g.share()
	p := g.To
	for c := X; c < Controls; c++ {
		p.Of[c] = g.From.Of[c] + (g.To.Of[c]-g.From.Of[c])*k
	}
	return m.posed(p)
}

// share is how far the controls have come, in [0, 1].
func (g Glide) share() float64 { return smooth(g.Elapsed / glideSeconds) }

// valid reports whether the glide can be on its way.
func (g Glide) valid() bool {
	if !g.On || !(g.Elapsed >= 0 && g.Elapsed < glideSeconds) {
		return false
	}
	for c := X; c < Controls; c++ {
		if !finite(g.From.Of[c]) || !finite(g.To.Of[c]) {
			return false
		}
	}
	return true
}
