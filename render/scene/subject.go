package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/pieces"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
)

// subject is what a frame is a picture of. The frame keeps it for the words
// that are made only when somebody asks for them.
type subject struct {
	m     figure.Model
	f     calculus.Function // what the picture is about: f, or f′ in the second derivation
	here  float64           // where the lens looks, in the drawing
	gap   bool              // f is undefined there; the picture has its limit
	facts figure.Facts      // without the pairing, which only one lens draws: see weighed
	probe calculus.Probe
	set   *formula.Set
	hide  figure.Hide // what is kept back; the model of the subject keeps back nothing
	own   bool        // there are formulas for the function itself, by its name

	breaks []float64 // of f
	atoms  []calculus.Atom
	masses []calculus.Atom // of f itself, where f′ stands for f
	weighs []calculus.Atom // see spikes
	weighed
}

// about makes the model the subject, in the stores of the one before.
func (s *subject) about(m figure.Model) {
	s.m, s.f, s.facts, s.probe, s.set = m, m.Differentiated(), m.PointFacts(), m.Probe(), formula.Load()
	s.here = m.X
	if s.gap = math.IsNaN(s.facts.Value); s.gap {
		s.facts.Value = besideGap(m.Function(), s.facts.X)
		switch unbounded := math.IsInf(s.facts.Value, 0); {
		case unbounded && m.Lens == figure.Compare: // nowhere that can be shown
			s.facts.Value = 0
		case unbounded: // where the graph leaves its panel
			s.facts.Value = math.Copysign(beyond, s.facts.Value)
		}
	}
	if m.Lens == figure.Compare { // whose columns have their 0 where it is made
		s.f, s.here = s.f.Shifted(m.Centre()), 0
		s.probe.C -= m.Centre()
	}
	if m.Lang.Comma() {
		s.set = formula.LoadComma()
	}
	s.own = s.set.Has("weak/" + m.Fn.String())
	s.breaks, s.atoms, s.masses = s.f.AppendBreaks(s.breaks[:0]), s.f.AppendAtoms(s.atoms[:0]), s.f.AppendMasses(s.masses[:0])
	s.weigh(s.f, s.probe)
}

// besideGap stands for a value that f does not have: its limit from the right or, if that
// one is infinite, from the left.
func besideGap(f calculus.Function, x float64) float64 {
	if v := f.RightValue(x); !math.IsInf(v, 0) {
		return v
	}
	return f.LeftValue(x)
}

// beyond is a value that no panel shows.
const beyond = 1e4

// letter names the function in formulas.
//
//go:noinline
func (s *subject) letter() string { return figure.LetterOf(s.m.Fn) }

// second reports whether the derivation is that of f″.
//
//go:noinline
func (s *subject) second() bool { return s.m.Order == figure.Second }

// line is the line of the derivation that is nearest, 1 … 5.
//
//go:noinline
func (s *subject) line() int { return s.m.Line() }

// row is a line of the derivation: "lhs", or its number.
func (s *subject) row(part string) *formula.Line {
	if s.second() {
		return s.set.Line("dd/" + s.name() + "/" + part)
	}
	return s.set.Line("d/" + s.name() + "/" + part)
}

// name is by what formulas of the function are called: its own name if there are any, or
// what its derivative is.
//
//go:noinline
func (s *subject) name() string {
	if s.own {
		return s.m.Fn.String()
	}
	return derived(s.f)
}

// derived says whether a function is unbounded somewhere (pole), or its derivative has
// multiples of δ′ (doublet), point masses (jump), breaks (cut), or none of them (smooth).
func derived(f calculus.Function) string {
	var store [pieces.MostBreaks]float64
	breaks := f.AppendBreaks(store[:0])
	for _, b := range breaks {
		if f.Pole(b) {
			return "pole"
		}
	}
	switch {
	case len(f.AppendMasses(nil)) > 0:
		return "doublet"
	case len(f.AppendAtoms(nil)) > 0:
		return "jump"
	case len(breaks) > 0:
		return "cut"
	}
	return "smooth"
}

// secondName is the same of the second derivative.
func (s *subject) secondName() string {
	if s.own {
		return s.m.Fn.String()
	}
	if d, ok := s.m.Function().Second(); ok {
		return derived(d)
	}
	return "steep"
}

// dial reports whether the slope on the left can be had by hand.
//
//go:noinline
func (s *subject) dial() bool {
	_, ok := s.m.Dial()
	return ok
}

// numbers of the lines of the derivation, as they are written.
var numbers = [lineCount + 1]string{"", "1", "2", "3", "4", "5"}
