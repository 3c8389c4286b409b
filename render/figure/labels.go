package figure

// TangentWord names the tangent in the drawing, empty where there is none.
func TangentWord(m Model) Text {
	f := m.factsAt(m.place())
	if !f.HasSlope {
		return Text{}
	}
	return text("tangent, slope {s}", num(f.Slope)).in(m.Lang)
}

// SecantWord names the secant to the left or to the right in the drawing, with its
// slope, told from that of the other one.
func SecantWord(m Model, left bool) Text {
	f := m.factsAt(m.place())
	if q := f.QuotLeft; f.missing() || left && q != q || !left && f.QuotRight != f.QuotRight {
		return Text{}
	}
	if left {
		return text("left secant: {s}", to(f.QuotLeft, f.QuotRight)).in(m.Lang)
	}
	return text("right secant: {s}", to(f.QuotRight, f.QuotLeft)).in(m.Lang)
}

// SideWord says the slope of the graph, where Compare is made, from the left or from the right.
func SideWord(m Model, left bool) Text {
	f := m.factsAt(m.Centre())
	if left {
		return text("left slope {s}", to(f.Left, f.Right)).in(m.Lang)
	}
	return text("right slope {s}", to(f.Right, f.Left)).in(m.Lang)
}

// TogetherWord says what the two signed parts of a piece add up to.
func TogetherWord(m Model, v float64) Text {
	v = m.Differentiated().SettledPart(v, m.Probe())
	return text("together {v}", arg{form: nonzero, v: v, w: pairingDecimals}).in(m.Lang)
}

// NumberWord is a number among the words of the drawing.
func NumberWord(m Model, v float64) Text { return text(alone, fine(v)).in(m.Lang) }

// WholeWord is a whole number among them.
func WholeWord(m Model, n int) Text { return text(alone, num(float64(n))).in(m.Lang) }

// Verbatim is a text in markup that is not the figure's own, and is said as it
// is in every language.
func Verbatim(markup string) Text { return text(alone, letter(markup)) }

// LensWord is the name of a lens among the words of the drawing.
func LensWord(m Model, l Lens) Text { return text(LensName(l)).in(m.Lang) }

// NoValueWord stands where the derivative's graph is undefined.
func NoValueWord(m Model) Text { return text("undefined at {x}", num(m.place())).in(m.Lang) }

// NoPictureWord stands where the second derivative is neither a function nor a
// measure, and is not drawn.
func NoPictureWord(m Model) Text { return text("not a measure, so not drawn").in(m.Lang) }

// FanWord says of the fan what it is, or why there is none; it is empty where
// the line that is tried says it all.
func FanWord(m Model) Text { return m.fanWord(m.factsAt(m.place())).in(m.Lang) }

func (m Model) fanWord(f Facts) Text {
	s := f.Sub
	switch {
	case f.missing():
		return Text{}
	case s.Empty() && f.HasClarke && f.Clarke.Width() > 0:
		return text("dashed: slopes in Clarke’s subdifferential")
	case s.Empty() && f.HasClarke:
		return text("dashed, below: Clarke’s subdifferential")
	case s.Empty():
		return text("not Lipschitz here: no Clarke subdifferential")
	case s.Width() > 0 && f.Supports:
		return text("no line in this fan rises above the graph")
	case s.Width() > 0:
		return text("supporting lines have slopes from {lo} to {hi}", num(s.Lo), num(s.Hi))
	}
	return Text{}
}

// AboveWord says where the line that is tried is above the graph, empty where
// it supports.
func AboveWord(m Model) Text {
	if f := m.factsAt(m.place()); f.Supports || f.missing() {
		return Text{}
	}
	return text("above the graph {where}").where(m.above().main()).in(m.Lang)
}

// BeyondWord says it where that is not in the window, with an arrow to the side on
// which it is.
func BeyondWord(m Model) Text {
	if f := m.factsAt(m.place()); f.Supports || f.missing() {
		return Text{}
	}
	to := "above the graph {where} →"
	if _, right := AboveSides(m); !right {
		to = "← above the graph {where}"
	}
	return text(to).where(m.above().main()).in(m.Lang)
}

// AboveSides are the sides of the point that AboveWord speaks of.
func AboveSides(m Model) (left, right bool) {
	a := m.above().main()
	near := a.Left.Count+a.Right.Count == 0
	return near || a.Left.Count > 0, near || a.Right.Count > 0
}
