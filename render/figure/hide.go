package figure

import "strings"

// Hide is a set of parts of the picture that are kept back, so that somebody can
// predict them. What is there keeps its place, and what is kept back takes the place
// that it has when it is shown.
//
// While anything is kept back, only what is drawn is told, and where the handles stand:
// no sentence and no readout gives away what is not seen.
type Hide uint16

const (
	HideLabels   Hide = 1 << iota // what is written in the drawing, but for names of what is given
	HideCases                     // the formulas in the column that give the answer
	HideNumbers                   // numbers, but for those of axes and handles
	HideLower                     // what is in the lower panel
	HidePoint                     // what is drawn of the slope,
	HideSub                       // of the supporting lines,
	HideDist                      // and of the distribution
	HideFan                       // the fan of supporting lines
	HideSmooth                    // what is drawn of the smoothing at the corner
	HidePrograms                  // what programs return, which goes with any other part too
	HideFormula                   // the definition: the derivation and the integral that it begins with
	HideNote                      // why the line of the derivation holds that has been reached, with its value and its boundary term
	HideAll      Hide = 1<<iota - 1
)

// HideAnswer are the parts that each give some of the answer away.
const HideAnswer = HideAll &^ (HideSmooth | HidePrograms)

// hideOf are the parts that a lens has.
var hideOf = [Lenses]Hide{
	Point:   HideLabels | HideCases | HideNumbers | HideLower | HidePoint | HidePrograms,
	Sub:     HideLabels | HideCases | HideNumbers | HideLower | HideSub | HideFan | HidePrograms,
	Dist:    HideLabels | HideCases | HideNumbers | HideLower | HideDist | HideFormula | HideNote,
	Compare: HideLabels | HideNumbers | HideLower | HidePoint | HideSub | HideDist | HideFan | HideSmooth | HidePrograms,
}

// KeptBack are the parts that the lens has and that are kept back.
func (m Model) KeptBack() Hide { return m.Hide & hideOf[m.Lens] }

// hideNames are the parts in the address, in the order of their bits.
var hideNames = [...]string{"labels", "cases", "numbers", "lower", "point", "sub", "dist", "fan", "smooth", "programs", "formula", "note"}

// hidden is the key with what is kept back: names with commas between them, or nothing.
func hidden() entry {
	names := func(h Hide) string {
		var all []string
		for i, name := range hideNames {
			if h&(1<<i) != 0 {
				all = append(all, name)
			}
		}
		return strings.Join(all, ",")
	}
	return entry{
		key: "hide",
		read: func(m *Model, value string) bool {
			h := Hide(0)
			for value != "" {
				name, rest, more := strings.Cut(value, ",")
				bit := Hide(0)
				for i, known := range hideNames {
					if name = strings.TrimSpace(name); name == known {
						bit = 1 << i
					}
				}
				if bit == 0 || more && rest == "" {
					return false
				}
				h, value = h|bit, rest
			}
			m.Hide = h
			return true
		},
		write:     func(m *Model) (string, bool) { return names(m.Hide), m.Hide != 0 },
		state:     func(m *Model) string { return `"` + names(m.Hide) + `"` },
		want:      func(*Model) string { return "a list of some of " + strings.Join(hideNames[:], ", ") },
		otherwise: func(*Model) string { return "nothing hidden" },
	}
}

// ToReveal is what the button says that shows what is kept back.
const ToReveal = "Show the answer"

// withheld stands where a value would be.
const withheld = "?"

// Silences reports whether of the three columns of Compare nothing is said.
func (h Hide) Silences() bool { return h&(HidePoint|HideSub|HideDist) == HidePoint|HideSub|HideDist }

// Hides reports whether something is kept back that words would give away.
func (m Model) Hides() bool { return m.KeptBack()&HideAnswer != 0 }

// Withholds reports whether what is kept back has the answer of a notion in it. If it does
// not, the numbers of the notion that is shown are in the drawing, and are told.
func (m Model) Withholds(l Lens) bool {
	switch {
	case !m.Hides():
		return false
	case m.Lens == Compare:
		return m.Hide&(HideLabels|HideNumbers|[...]Hide{Point: HidePoint, Sub: HideSub, Dist: HideDist}[l]) != 0
	case m.Lens != l:
		return true
	case l == Dist: // whose numbers stand in the lines, too
		return m.Hide&(HideNumbers|HideFormula) != 0
	}
	return m.Hide&(HideLabels|HideNumbers|[...]Hide{Point: HidePoint, Sub: HideSub}[l]) != 0
}

// withholdsSet reports whether the set of all subgradients is not told.
func (m Model) withholdsSet() bool { return m.Withholds(Sub) || m.KeptBack()&HideFan != 0 }

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
