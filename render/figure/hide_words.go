package figure

// toldCaption is the caption while something is kept back: what is drawn.
func (m Model) toldCaption() Text {
	said := m.drawnClaim(m.factsAt(m.place()))
	if said.Empty() {
		return text("The answer is hidden for now. Predict it first.")
	}
	return text(joined).quote(said).and(saying("The rest comes later."))
}

// drawnClaim is what is drawn of the notion that is shown, in Compare of the last one,
// and is empty where the drawing withholds it.
func (m Model) drawnClaim(f Facts) Text {
	x := num(m.place())
	switch {
	case m.Lens == Dist:
		if m.Withholds(Dist) {
			return Text{}
		}
		v := m.Differentiated().Settled(m.Differentiated().ByParts(m.Probe()), m.Probe())
		says := "For this bump, {f}′ gives {v}."
		if m.Order == Second {
			says = "For this bump, {f}″ gives {v}."
		}
		return text(says, letter(m.letter()), arg{form: nonzero, v: v, w: pairingDecimals})
	case m.Lens == Compare && !m.Withholds(Dist) && f.HasSlopeJump && f.ValueJump == 0 && !f.Single && !f.Pole && !m.Function().Singular():
		return text("The mass of {f}″ at {x} is {v}.", letter(m.letter()), x, num(f.SlopeJump))
	case m.Lens == Sub && m.Stepping() && !m.withholdsSet():
		return m.stepCaption(f, true)
	case !m.Withholds(Sub):
		if said := m.drawnLines(f); !said.Empty() || m.Lens == Sub {
			return said
		}
	}
	switch {
	case m.Withholds(Point):
		return Text{}
	case f.missing():
		return text("{f} is undefined at {x}, so it has no slope there.", letter(m.letter()), x)
	case f.HasSlope && m.Lens == Point:
		return text("The tangent at {x} has slope {s}.", x, num(f.Slope))
	case f.HasSlope:
		return text("The slope at {x} is {s}.", x, num(f.Slope))
	case m.Lens == Point && finite(f.QuotLeft) && finite(f.QuotRight):
		return text("The left secant at {x} has slope {l}, the right one {r}.", x, to(f.QuotLeft, f.QuotRight), to(f.QuotRight, f.QuotLeft))
	case m.Lens == Compare && f.ValueJump == 0 && finite(f.Left) && finite(f.Right):
		return text("At {x} the slope is {l} from the left, {r} from the right.", x, num(f.Left), num(f.Right))
	}
	return text("There is no slope at {x}.", x)
}

// drawnLines is what is drawn of the lines that fit underneath: without the fan, whether
// the one that is tried does.
func (m Model) drawnLines(f Facts) Text {
	x, none := num(m.place()), text("No line fits underneath at {x}.", num(m.place()))
	said := Text{}
	switch fan := !m.withholdsSet(); {
	case f.missing():
		return none
	case m.Lens == Sub && m.Tries() && !f.Supports && (!fan || !f.Sub.Empty()):
		return text("The line of slope {g} is above the graph {where}.", fine(m.G, f.Sub.Lo, f.Sub.Hi)).where(m.above())
	case fan && f.Sub.Empty():
		return none
	case fan && f.Sub.Width() > 0:
		said = text("Lines of slopes from {lo} to {hi} fit underneath at {x}.", num(f.Sub.Lo), num(f.Sub.Hi), x)
	case fan:
		said = text("Only the line of slope {s} fits underneath at {x}.", num(f.Sub.Lo), x)
	case m.Lens == Sub && m.Tries():
		said = text("The line of slope {g} fits underneath.", fine(m.G, f.Sub.Lo, f.Sub.Hi))
	default:
		return Text{}
	}
	return f.proved(said, said)
}
