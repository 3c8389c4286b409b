package figure

import "math"

// SliderWords is what assistive technology is told of a control.
type SliderWords struct {
	Label         string
	ValueText     string
	Min, Max, Now float64
}

// sliders are what a control is called, and the letter of its value.
var sliders = [Controls]struct{ label, letter string }{
	X:    {"x, the point on the graph", "x"},
	G:    {"slope g of the line", "g"},
	C:    {"centre c of the bump", "c"},
	W:    {"half-width w of the bump", "w"},
	H:    {"h, the step of the secants", "h"},
	A:    {"slope a to the left of 0", "a"},
	Beta: {"sharpness β of the bend at 0", "β"},
	S:    {"shift s of η, a bump of mass 1", "s"},
	T:    {"step size t", "t"},
	K:    {"steps taken", ""},
	P:    {"line of the derivation", ""},
}

// Slider is the words and numbers of a control's slider.
func Slider(m Model, c Control) SliderWords {
	if _, ok := c.Corner(); ok {
		return m.cornerSlider(c)
	}
	r, _ := m.rangeOf(c)
	s := SliderWords{Label: sliders[c].label, Min: r.Lo, Max: r.Hi}
	if v := m.field(c); v != nil {
		s.Now = *v
	}
	at := m.place()
	if c == X {
		at, s.Now = m.X, m.X
	}
	said := ""
	if letter := sliders[c].letter; letter != "" {
		said = letter + " = " + Padded(s.Now)
	}
	f, add := m.factsAt(at), ""
	pairing := func() string { return m.answer(m.Differentiated().ByParts(m.Probe())) } // quadrature, for those that say it
	switch c {
	case X:
		switch {
		case m.Withholds(Point):
		case f.HasSlope:
			add = ", slope " + Short(f.Slope)
		case f.missing():
			add = ", undefined"
		case f.ValueJump != 0:
			add = ", no slope: the value jumps"
		default:
			add = ", no slope: " + Short(f.Left) + " from the left, " + Short(f.Right) + " from the right"
		}
	case G:
		if f.Stepping {
			s.Now = f.pick
		}
		if m.withholdsSet() {
			break
		}
		said = "g = " + m.tried(f)
		switch {
		case f.missing():
			add = ", no point to put a line through"
		case f.Sub.Empty():
			add = ", no line fits underneath"
		case f.Stepping, f.Sub.Contains(m.G):
			add = ", a supporting line"
		case f.Sub.Width() == 0:
			add = ", not a supporting line; the only one has slope " + Short(f.Sub.Lo)
		default:
			add = ", outside the interval from " + Short(f.Sub.Lo) + " to " + Short(f.Sub.Hi)
		}
	case C, W:
		if !m.Withholds(Dist) {
			add = ", pairing " + pairing()
		}
	case H:
		if !m.Withholds(Point) {
			l, r := f.quotients()
			add = ", secant slopes " + l + " and " + r
		}
	case A:
		if _, dial := m.Dial(); m.Has(A) && !dial {
			s.Label = "the parameter a"
		}
	case S:
		if add = " half-widths"; !m.Withholds(Dist) && m.KeptBack()&HideSmooth == 0 {
			add += ", smoothed slope at " + Short(m.Centre()) + ": " + string(m.appendSmoothed(nil, short))
		}
	case K:
		k, x, value := m.Landed()
		if said = Number(float64(k), 0) + " of " + Number(float64(m.Path.N), 0); !m.withholdsSet() {
			add = ", x = " + Padded(x) + ", value " + Short(value)
		}
	case P:
		n := int(math.Round(m.P))
		said = "line " + Number(float64(n), 0) + " of 5"
		if m.KeptBack()&(HideFormula|HideNote) == 0 {
			add = ": " + Plain(StepReason(m, n).String())
		}
		if !m.Withholds(Dist) && m.KeptBack()&HideNote == 0 {
			add += ", value " + pairing()
		}
	}
	s.Label, s.ValueText = m.Say(s.Label), m.Say(said+add)
	return s
}
