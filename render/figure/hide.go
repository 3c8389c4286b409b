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

// answerOf are the parts that are a notion's answer.
var answerOf = [Lenses]Hide{Point: HidePoint, Sub: HideSub, Dist: HideDist}

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
	parts := HideLabels | HideNumbers | answerOf[l]
	if m.Lens == Dist && l == Dist { // whose numbers stand in the lines, too
		parts = HideNumbers | HideFormula
	}
	return m.Hides() && (m.Lens != Compare && m.Lens != l || m.Hide&parts != 0)
}

// withholdsSet reports whether the set of all subgradients is not told.
func (m Model) withholdsSet() bool { return m.Withholds(Sub) || m.KeptBack()&HideFan != 0 }
