package figure

import "math"

// SliderWords is what assistive technology is told of a control.
type SliderWords struct {
	Label         string
	ValueText     string
	Min, Max, Now float64
}

// Slider is the words and numbers of a control's slider.
func Slider(m Model, c Control) SliderWords {
	if _, ok := c.Corner(); ok {
		return m.cornerSlider(c)
	}
	r, _ := m.rangeOf(c)
	s := SliderWords{Min: r.Lo, Max: r.Hi}
	if v := m.field(c); v != nil {
		s.Now = *v
	}
	at := m.place()
	if c == X {
		at, s.Now = m.X, m.X
	}
	f := m.factsAt(at)
	pairing := func() string { return m.answer(m.Differentiated().ByParts(m.Probe())) } // quadrature, for those that say it
	two := func(name string, v float64) string { return name + " = " + Padded(v) }
	switch c {
	case X:
		s.Label, s.ValueText = "x, the point on the graph", "x = "+Padded(m.X)
		switch {
		case m.Hides():
		case f.HasSlope:
			s.ValueText += ", slope " + Short(f.Slope)
		case f.missing():
			s.ValueText += ", undefined"
		case f.ValueJump != 0:
			s.ValueText += ", no slope: the value jumps"
		default:
			s.ValueText += ", no slope: " + Short(f.Left) + " from the left, " + Short(f.Right) + " from the right"
		}
	case G:
		s.Label, s.ValueText, s.Now = "slope g of the line", "g = "+m.tried(f), m.G
		if f.Stepping {
			s.Now = f.pick
		}
		switch {
		case m.Hides():
			s.ValueText = two("g", m.G)
		case f.missing():
			s.ValueText += ", no point to put a line through"
		case f.Sub.Empty():
			s.ValueText += ", no line fits underneath"
		case f.Stepping, f.Sub.Contains(m.G):
			s.ValueText += ", a supporting line"
		case f.Sub.Width() == 0:
			s.ValueText += ", not a supporting line; the only one has slope " + Short(f.Sub.Lo)
		default:
			s.ValueText += ", outside the interval from " + Short(f.Sub.Lo) + " to " + Short(f.Sub.Hi)
		}
	case C:
		if s.Label, s.ValueText = "centre c of the bump", two("c", m.C); !m.Hides() {
			s.ValueText += ", pairing " + pairing()
		}
	case W:
		if s.Label, s.ValueText = "half-width w of the bump", two("w", m.W); !m.Hides() {
			s.ValueText += ", pairing " + pairing()
		}
	case H:
		if s.Label, s.ValueText = "h, the step of the secants", two("h", m.H); !m.Hides() {
			l, r := f.quotients()
			s.ValueText += ", secant slopes " + l + " and " + r
		}
	case A:
		s.Label, s.ValueText = "slope a to the left of 0", "a = "+Padded(m.A)
		if _, dial := m.Dial(); m.Has(A) && !dial {
			s.Label = "the parameter a"
		}
	case Beta:
		s.Label, s.ValueText = "sharpness β of the bend at 0", "β = "+Padded(m.Beta)
	case S:
		if s.Label, s.ValueText = "shift s of η, a bump of mass 1", two("s", m.S)+" half-widths"; !m.Hides() {
			s.ValueText += ", smoothed slope at " + Short(m.Centre()) + ": " + string(m.appendSmoothed(nil, short))
		}
	case T:
		s.Label, s.ValueText = "step size t", "t = "+Padded(m.T)
	case K:
		k, x, value := m.Landed()
		if s.Label, s.ValueText = "steps taken", Number(float64(k), 0)+" of "+Number(float64(m.Path.N), 0); !m.Hides() {
			s.ValueText += ", x = " + Padded(x) + ", value " + Short(value)
		}
	case P:
		n := int(math.Round(m.P))
		s.Label, s.ValueText = "line of the derivation", "line "+Number(float64(n), 0)+" of 5"
		if m.KeptBack()&HideFormula == 0 {
			s.ValueText += ": " + Plain(StepReason(m, n).String())
		}
		if !m.Hides() {
			s.ValueText += ", value " + pairing()
		}
	}
	s.Label, s.ValueText = m.Say(s.Label), m.Say(s.ValueText)
	return s
}
