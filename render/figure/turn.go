package figure

// TurnKind is how one picture hands over to another.
type TurnKind uint8

const (
	NoTurn   TurnKind = iota
	LensTurn          // another lens was chosen
	OpenTurn          // the tangent opens into two secants at a corner
	turns             // how many there are
)

// Turn is a picture that is handing over to another. It changes nothing that
// is true of the model, only how it is drawn meanwhile.
type Turn struct {
	Kind    TurnKind
	Elapsed float64 // seconds
	Lens    Lens    // of a LensTurn: the lens that is left
	Slope   float64 // of an OpenTurn: that of the tangent
}

// seconds is how long the turn takes.
func (t Turn) seconds() float64 {
	switch t.Kind {
	case LensTurn:
		return 0.52
	case OpenTurn:
		return 0.32
	}
	return 0
}

// after is the turn some time later, and none when it is over.
func (t Turn) after(seconds float64) Turn {
	t.Elapsed += seconds
	if !(t.Elapsed < t.seconds()) {
		return Turn{}
	}
	return t
}

// Share is how much of the turn's time is over, in [0, 1].
func (t Turn) Share() float64 {
	if t.Kind == NoTurn {
		return 1
	}
	return t.Elapsed / t.seconds()
}

// valid reports whether the turn can be on its way.
func (t Turn) valid() bool {
	return t.Kind < turns && t.Elapsed >= 0 && t.Elapsed < t.seconds() && t.Lens < Lenses && finite(t.Slope)
}

// looked shows another lens.
func (m Model) looked(l Lens) Model {
	if l >= Lenses || l == m.Lens {
		return m
	}
	m.Turn = Turn{}
	if !m.Reduced {
		m.Turn = Turn{Kind: LensTurn, Lens: m.Lens}
	}
	m.Lens, m.Run, m.Walk, m.Lit = l, Run{}, Run{}, NoTerm
	return m
}

// opened starts to open the tangent where the point has come to a corner from
// a place with a slope.
func (m Model) opened(before Model) Model {
	if m.X == before.X || m.Lens != Point || before.Lens != Point || !m.sameFunction(before) || m.Reduced {
		return m
	}
	if m.Turn.Kind == OpenTurn { // it moves on
		m.Turn = Turn{}
	}
	was := before.factsAt(before.X)
	if now := m.factsAt(m.X); was.HasSlope && !now.HasSlope {
		m.Turn = Turn{Kind: OpenTurn, Slope: was.Slope}
	}
	return m
}
