package figure

// Announce is what the live region says of a change, or "". Nothing is said
// while a hand holds a control or h runs: the last change is told on release.
func Announce(before, after Model) string {
	if after.Held != 0 || after.Run.On {
		return ""
	}
	was := before
	was.Held, was.Hover, was.Focus, was.Stuck = 0, 0, 0, false
	now := after
	now.Held, now.Hover, now.Focus, now.Stuck = 0, 0, 0, false
	switch {
	case before.Held == 0 && before.Run == (Run{}) && was == now:
		return ""
	case before.Fn != after.Fn:
		return FunctionName(after.Fn) + ". " + Plain(Caption(after, true))
	case before.Lens != after.Lens:
		return LensName(after.Lens) + ". " + Plain(Question(after)) + " " + Plain(Caption(after, true))
	case before.Theme != after.Theme || before.Window != after.Window || before.Reduced != after.Reduced:
		return ""
	case before.Held == 0 && !before.Run.On: // a key: the slider's own value text speaks
		if after.X == before.X || !after.atBreak(after.X) {
			return ""
		}
	}
	return Plain(Caption(after, true))
}
