package figure

import (
	"math"
	"strings"
)

// Announce is what the live region says of a change, or "" if there is nothing
// to say. While a hand holds a control or something plays it is silent: the
// last change is told at the end. Moving a slider by a key is spoken by the
// slider itself; only the arrival at a corner is told. A line of the derivation
// that is reached is told by the drawing, which knows its sentence: see Arrives.
func Announce(before, after Model) string {
	bare := after.Hides() // the answer is kept back
	same := before.sameFunction(after)
	claim := func(short bool) string { return Plain(Caption(after, short).String()) }
	if !bare && after.Full && after.Held == 0 && (!before.Full || before.heldCorner() >= 0) {
		return claim(true)
	}
	if !bare && after.Sketching() && before.Sketching() && after.Held == 0 && before.Lens == after.Lens && (before.heldCorner() >= 0 || !same) {
		if said, ok := after.drawn(&before); ok {
			return said
		}
	}
	switch {
	case after.Held != 0 || after.Run.On() || after.Walk.On() || after.Glide.On || !bare && Arrives(before, after):
		return ""
	case !bare && told(before) == told(after) && before.Held == 0 && !before.Run.On() && !before.Walk.On() && !before.Glide.On:
		return ""
	case !bare && after.Draw != before.Draw && after.Sketching():
		return claim(false)
	case !same:
		return NameOf(after) + ". " + claim(true)
	case before.Lens != after.Lens:
		return after.Say(LensName(after.Lens)) + ". " + Plain(Question(after).String()) + " " + claim(true)
	case before.KeptBack() != after.KeptBack():
		return claim(true)
	case !bare && (before.Held.Has(C) || before.Held.Has(W) || before.Walk.On()):
		return after.Say("c = " + Padded(after.C) + ", w = " + Padded(after.W) + ", pairing " + after.answer(after.Facts().Pairing.ByParts))
	case bare && before.Held.first() != None, before.Held.Has(P), before.Held.Has(S), before.Held.Has(T), before.Held.Has(K):
		return Slider(after, before.Held.first()).ValueText
	case before.Glide.On:
		return claim(true) + after.moved(before.Glide.From)
	case bare:
		return ""
	case after.Stepping() && after.Focus != K && (after.K != before.K || after.Steps != before.Steps):
		return claim(true)
	case before.Held != 0, before.Run.Kind == ShrinkRun, after.X != before.X && after.atBreak(after.X):
		return claim(true)
	case after.Focus == None: // set from outside, by readers of reduced motion at once
		return strings.TrimPrefix(after.moved(before.pose()), " ")
	}
	return ""
}

// holds reports whether the lens has a handle for a control that there is.
func (m Model) holds(c Control) bool {
	switch c {
	case X:
		return m.Lens == Point || m.Lens == Sub
	case H:
		return m.Lens == Point
	case G:
		return m.Lens == Sub || m.Lens == Compare
	case T, K:
		return m.Stepping()
	case C, P:
		return m.Lens == Dist
	case W:
		return m.Lens == Dist || m.Lens == Compare
	case S:
		return m.Lens == Compare
	}
	return true
}

// moved says the values of the controls that were elsewhere, but for the point,
// of which the caption speaks, and the derivation, which speaks for itself.
func (m Model) moved(from Pose) string {
	var b strings.Builder
	now := m.pose()
	for c := X; c < Controls; c++ {
		if now.Of[c] != from.Of[c] && c != X && c != P && m.Has(c) && m.holds(c) {
			b.WriteString(" " + Slider(m, c).ValueText + ".")
		}
	}
	return b.String()
}

// Arrives reports whether the derivation has come to a whole line, by a button
// or while it plays, of which the line's own sentence is to be told. A slider
// that has the focus tells it itself.
func Arrives(before, after Model) bool {
	return after.Lens == Dist && before.Lens == Dist && before.sameFunction(after) && after.Held == 0 && before.Held == 0 && after.Focus != P &&
		(before.P != after.P || before.Order != after.Order) && after.P == math.Floor(after.P)
}

// first is one of the controls of a set.
func (h Held) first() Control {
	for c := X; c < Controls; c++ {
		if h.Has(c) {
			return c
		}
	}
	return None
}

// told is the part of a model that words are about.
func told(m Model) Model {
	m.Held, m.Hover, m.Focus, m.Stuck = 0, None, None, false
	m.Drawn, m.Merges, m.Rides = "", 0, false
	m.Window, m.Reduced, m.Theme, m.UI, m.Lang = Window{}, false, 0, 0, 0
	m.Run, m.Walk, m.Glide, m.Turn, m.Swept, m.Lit = Run{}, Run{}, Glide{}, Turn{}, Swept{}, NoTerm
	return m
}
