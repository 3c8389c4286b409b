package figure

import (
	"slices"
	"strconv"
)

// The words of a drawn function: of its corners, in the caption, and what is announced of
// a change.

// CornerMass is the jump of the slope at a corner, the mass of f″ there, and false for
// the first and the last, at which nothing jumps.
func CornerMass(at []Vertex, i int) (float64, bool) {
	if i <= 0 || i+1 >= len(at) || at[i-1].X >= at[i].X || at[i].X >= at[i+1].X {
		return 0, false
	}
	return rounded(slopeTo(at, i+1) - slopeTo(at, i)), true
}

// cornerSlider is the words and numbers of a corner's slider.
func (m *Model) cornerSlider(c Control) (s SliderWords) {
	i, _ := c.Corner()
	at, _ := m.Corners()
	if i >= len(at) {
		return s
	}
	r := CornerY()
	s = SliderWords{Min: min(r.Lo, at[i].Y), Max: max(r.Hi, at[i].Y), Now: at[i].Y}
	s.Label = m.Say("corner " + strconv.Itoa(i+1) + " of " + strconv.Itoa(len(at)))
	s.ValueText = "x = " + Padded(at[i].X) + ", y = " + Padded(at[i].Y)
	if v, ok := CornerMass(at, i); ok && v != 0 && !m.Hides() {
		s.ValueText += ", the slope jumps by " + Short(v)
	}
	s.ValueText = m.Say(s.ValueText)
	return s
}

// MassWord names the mass of f″ at a corner in the drawing.
func MassWord(m Model, v float64) Text { return text(alone, times(v, "_δ_")).in(m.Lang) }

// mostToldRamps is how many ramps are told one by one.
const mostToldRamps = 3

// noRoom says why a click, a hand or a key has changed nothing.
const noRoom = "No room: a drawing has at most 40 corners, and its formula 300 characters. Drag a corner onto another to remove it."

// sketchCaption says what is drawn, and what a hand can do.
func (m *Model) sketchCaption(short bool) Text {
	if m.Full || len(cornersOf(m.Formula)) == MostCorners {
		return text(noRoom)
	}
	const do = "Drag a corner, click on the graph to add one, drag one onto another to remove it."
	sum, _ := m.rampSum()
	n := len(sum.ramps)
	is := text("{f} = {sum}.", letter(m.letter()), letter(sum.written(inMarkup())))
	if n > mostToldRamps {
		is = text("{f} is a line plus {n} ramps.", letter(m.letter()), num(float64(n)))
	}
	switch {
	case short:
		return text(joined).quote(is).and(saying("Drag a corner, click on the graph to add one."))
	case n == 0:
		return text(joined).quote(is).and(saying("Click on the graph to add a corner."))
	}
	return text(joined).quote(is).and(saying(do))
}

// drawn says what a hand or a key has made of a drawn function, and false if that is
// not how it has become another.
func (m *Model) drawn(before *Model) (said string, ok bool) {
	now, was := cornersOf(m.Formula), cornersOf(before.Formula)
	if before.Drawn != "" {
		was = cornersOf(before.Drawn)
	}
	i := 0 // of the corner that is another, or one more or less
	for i < len(now) && i < len(was) && now[i] == was[i] {
		i++
	}
	count := ". " + m.Say(strconv.Itoa(len(now))+" corners")
	switch {
	case len(now)+1 == len(was) && slices.Equal(now[i:], was[i+1:]):
		return m.Say("corner removed") + count, true
	case len(now) == len(was)+1 && slices.Equal(now[i+1:], was[i:]):
		return m.Say("corner added") + ": " + m.cornerSlider(Corner(i)).ValueText + count, true
	case len(now) == len(was) && i == len(now):
		return "", true
	case len(now) == len(was) && slices.Equal(now[i+1:], was[i+1:]):
		if before.heldCorner() < 0 { // the slider speaks
			return "", true
		}
		return m.cornerSlider(Corner(i)).ValueText, true
	}
	return "", false
}
