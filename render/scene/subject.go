package scene

import (
	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
)

// subject is what a frame is a picture of. The frame keeps it for the words
// that are made only when somebody asks for them.
type subject struct {
	m     figure.Model
	f     calculus.Function // what the picture is about: f, or f′ in the second derivation
	facts figure.Facts      // without the pairing, which only one lens draws: see weighed
	probe calculus.Probe
	set   *formula.Set

	breaks []float64 // of f
	atoms  []calculus.Atom
	weighed
}

// about makes the model the subject, in the stores of the one before.
func (s *subject) about(m figure.Model) {
	s.m, s.f, s.facts, s.probe, s.set = m, m.Differentiated(), m.PointFacts(), m.Probe(), formula.Load()
	if m.Lang.Comma() {
		s.set = formula.LoadComma()
	}
	s.breaks, s.atoms = s.f.AppendBreaks(s.breaks[:0]), s.f.AppendAtoms(s.atoms[:0])
	s.weigh(s.f, s.probe)
}

// letter names the function in formulas.
func (s *subject) letter() string { return figure.LetterOf(s.m.Fn) }

// second reports whether the derivation is that of f″.
func (s *subject) second() bool { return s.m.Order == figure.Second }

// line is the line of the derivation that is nearest, 1 … 5.
func (s *subject) line() int { return s.m.Line() }

// row is a line of the derivation: "lhs", or its number.
func (s *subject) row(part string) *formula.Line {
	if s.second() {
		return s.set.Line("dd/" + s.m.Fn.String() + "/" + part)
	}
	return s.set.Line("d/" + s.m.Fn.String() + "/" + part)
}

// numbers of the lines of the derivation, as they are written.
var numbers = [lineCount + 1]string{"", "1", "2", "3", "4", "5"}
