package calculus

import (
	"math"
	"math/rand"

	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
)

// listed is the catalogue the laws are tested over: every kind, the families
// with parameters of all sorts. A new kind is tested by being listed.
func listed() []Function {
	var fs []Function
	for k := range Kinds {
		values := []float64{0}
		switch k {
		case Leaky:
			values = []float64{0, 0.1, 0.5, 0.99}
		case Kink:
			values = []float64{-1, 0, 0.1, 0.5, 1, 2}
		}
		for _, a := range values {
			fs = append(fs, of(k, Params{A: a, Beta: 4}))
		}
		if k == Softplus {
			fs = append(fs, Of(k, Params{Beta: BetaRange().Lo}), Of(k, Params{Beta: BetaRange().Hi}))
		}
	}
	return fs
}

// of is Of, and for the kind that has no closed form its formula.
func of(k Kind, p Params) Function {
	if k != Heaviside {
		return Of(k, p)
	}
	tree, bad := expression.Parse("H(x)")
	if bad != nil {
		panic(bad)
	}
	c, no := pieces.Cut(tree, 1)
	if no != nil {
		panic(no)
	}
	f := Formula(c)
	f.kind = k
	return f
}

// spots are points at, near and away from the breaks.
var spots = []float64{0, 1, -1, 0.25, 0.75, 0.5, 1e-9, -1e-9, 1e-300, 1 - 1e-12, 0.2, 1.0 / 3, -0.7, 2.5, -3, 40}

// probes cover, straddle, touch and miss the breaks.
func probes(n int) []Probe {
	rng := rand.New(rand.NewSource(1))
	var ps []Probe
	for _, c := range []float64{-3, -1.5, -0.25, 0, 0.3, 1, 2, 3} {
		for _, w := range []float64{0.05, 0.25, 1, 1.5, 3} {
			ps = append(ps, Probe{C: c, W: w})
		}
	}
	for i := range n {
		p := Probe{C: 6*rng.Float64() - 3, W: 0.05 + 2.95*rng.Float64()}
		reach := p.W * (1 - math.Exp(-12*rng.Float64()))
		switch i % 5 {
		case 1:
			p.C = reach // the left edge just over 0
		case 2:
			p.C = -reach
		case 3:
			p.C = []float64{p.W, -p.W, 1 - p.W}[i%3] // touching
		}
		ps = append(ps, p)
	}
	return ps
}

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
