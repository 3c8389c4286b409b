package figure

// Announce is what the live region says of a change, or "" if there is nothing
// to say. While a hand holds a control or h runs it is silent: the last change
// is told on release. Moving a slider by a key is spoken by the slider itself;
// only the arrival at a corner is told.
func Announce(before, after Model) string {
	switch {
	case after.Held != 0 || after.Run.On || told(before) == told(after) && before.Held == 0 && !before.Run.On:
		return ""
	case before.Fn != after.Fn:
		return FunctionName(after.Fn) + ". " + Plain(Caption(after, true))
	case before.Lens != after.Lens:
		return LensName(after.Lens) + ". " + Plain(Question(after)) + " " + Plain(Caption(after, true))
	case before.Held.Has(C) || before.Held.Has(W):
		return "c = " + Number(after.C, 2) + ", w = " + Number(after.W, 2) + ", pairing " + Number(after.Facts().Pairing.ByParts, 4)
	case before.Held.Has(P):
		return Slider(after, P).ValueText
	case before.Held != 0, before.Run.On, after.X != before.X && after.atBreak(after.X):
		return Plain(Caption(after, true))
	}
	return ""
}

// told is the part of a model that words are about.
func told(m Model) Model {
	m.Held, m.Hover, m.Focus, m.Stuck = 0, None, None, false
	m.Window, m.Reduced, m.Theme, m.UI, m.Run = Window{}, false, 0, 0, Run{}
	return m
}
