package figure

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
)

// TestCatalogue: every kind has one entry, every entry a formula in canonical text, which
// has a parameter if the entry has one, and what a reader chooses it by.
func TestCatalogue(t *testing.T) {
	if len(catalogue) != int(calculus.Kinds) {
		t.Errorf("%d entries for %d kinds", len(catalogue), calculus.Kinds)
	}
	for i := range catalogue {
		e := &catalogue[i]
		if entryOf(e.kind) != e || e.kind.String() == "" {
			t.Errorf("%v has two entries, or no name in addresses", e.kind)
		}
		n, bad := expression.Parse(e.formula)
		if bad != nil || n.String() != e.formula {
			t.Errorf("%v: %q is not the canonical text %q", e.kind, e.formula, n)
			continue
		}
		a, none := e.a, parameter{}
		if n.HasParameter() != (a != none || e.beta) || e.beta && (a != none || !e.kind.Closed()) || e.dial && a == none {
			t.Errorf("%v: %q, a %v, dial %v, β %v", e.kind, e.formula, a, e.dial, e.beta)
		}
		if a != none && !(a.lo < a.hi && a.lo <= a.start && a.start <= a.hi) {
			t.Errorf("%v: a is %v", e.kind, a)
		}
		for s := range autodiff.Frameworks {
			if n, bad := expression.Parse(asProgram(e.kind, s)); bad != nil || n.String() != asProgram(e.kind, s) {
				t.Errorf("%v: %v writes %q", e.kind, s, asProgram(e.kind, s))
			}
		}
		if e.name == "" || e.letter == "" || e.spark.Width() == 0 || e.brief != "" && e.own == "" {
			t.Errorf("%v: %+v", e.kind, *e)
		}
	}
}

// sample is a function of the catalogue at a value of its parameter.
type sample struct {
	*function
	v float64
}

func (s sample) String() string { return fmt.Sprintf("%v at %v", s.kind, s.v) }

// closed is the function in closed form.
func (s sample) closed() calculus.Function {
	return calculus.Of(s.kind, calculus.Params{A: s.v, Beta: s.v})
}

// cut is the function of its formula.
func (s sample) cut(t testing.TB) calculus.Function {
	t.Helper()
	n, bad := expression.Parse(s.formula)
	if bad != nil {
		t.Fatalf("%v: %+v", s, *bad)
	}
	c, no := pieces.Cut(n, s.v)
	if no != nil {
		t.Fatalf("%v: %+v", s, *no)
	}
	return calculus.Formula(c)
}

// sampled is the catalogue at both ends of the parameters' ranges and inside.
func sampled() (all []sample) {
	for i := range catalogue {
		e := &catalogue[i]
		switch {
		case !e.kind.Closed(): // and so nothing to compare
		case e.beta:
			r := calculus.BetaRange()
			all = append(all, sample{e, r.Lo}, sample{e, 4}, sample{e, 20}, sample{e, r.Hi})
		case e.a != parameter{}:
			all = append(all, sample{e, e.a.lo}, sample{e, e.a.start}, sample{e, 0.3}, sample{e, e.a.hi})
		default:
			all = append(all, sample{e, 1})
		}
	}
	return all
}

// TestFormulasOfTheCatalogue: what is computed in closed form for a function of the
// catalogue is what its formula gives.
func TestFormulasOfTheCatalogue(t *testing.T) {
	alike := func(what string, got, want, e float64) {
		t.Helper()
		if !(got == want || math.Abs(got-want) <= e || got != got && want != want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	for _, e := range sampled() {
		text := e.String()
		f, g := e.cut(t), e.closed()
		for x := -3.0; x <= 3; x += 0.125 {
			alike(text+" value", f.Value(x), g.Value(x), 1e-14)
			alike(text+" left value", f.LeftValue(x), g.LeftValue(x), 1e-14)
			alike(text+" jump", f.ValueJump(x), g.ValueJump(x), 0)
			if g.Singular() { // of whose slopes and pairings a formula knows nothing
				continue
			}
			alike(text+" left", f.Left(x), g.Left(x), 1e-13)
			alike(text+" right", f.Right(x), g.Right(x), 1e-13)
			alike(text+" density", f.Density(x), g.Density(x), 1e-13)
			alike(text+" straight left", f.Straight(x, -1), g.Straight(x, -1), 0)
			alike(text+" straight right", f.Straight(x, 1), g.Straight(x, 1), 0)
			fd, fok := f.Derivative(x)
			gd, gok := g.Derivative(x)
			if fok != gok {
				t.Errorf("%s has a slope at %v: %v", text, x, fok)
			}
			alike(text+" slope", fd, gd, 1e-13)
			s, u := f.Subdifferential(x), g.Subdifferential(x)
			alike(text+" ∂f from", s.Lo, u.Lo, 1e-9)
			alike(text+" ∂f to", s.Hi, u.Hi, 1e-9)
			c, cok := f.Clarke(x)
			d, dok := g.Clarke(x)
			alike(text+" Clarke from", c.Lo, d.Lo, 1e-13)
			alike(text+" Clarke to", c.Hi, d.Hi, 1e-13)
			if cok != dok {
				t.Errorf("%s is Lipschitz at %v: %v", text, x, cok)
			}
		}
		if f.Singular() != g.Singular() || !slices.Equal(f.Breaks(), g.Breaks()) {
			t.Errorf("%s: singular %v, breaks at %v", text, f.Singular(), f.Breaks())
		}
		if g.Singular() {
			continue
		}
		if f.Convex() != g.Convex() || f.PiecewiseLinear() != g.PiecewiseLinear() || f.Stationary() != g.Stationary() || f.AbsolutelyContinuous() != g.AbsolutelyContinuous() {
			t.Errorf("%s: convex %v, linear %v, stationary %v, absolutely continuous %v", text, f.Convex(), f.PiecewiseLinear(), f.Stationary(), f.AbsolutelyContinuous())
		}
		pairs := func(what string, f, g calculus.Function) {
			for _, p := range []calculus.Probe{{C: 0.4, W: 1.4}, {C: 0, W: 1}, {C: -1, W: 1.001}, {C: 1, W: 1}, {C: 3, W: 3}, {C: 0.01, W: 0.05}, {C: -2, W: 0.5}} {
				e := 4e-13 * max(g.Scale(p), 1e-3)
				alike(what+" scale", f.Scale(p), g.Scale(p), e)
				alike(what+" by parts", f.ByParts(p), g.ByParts(p), e)
				alike(what+" direct", f.Direct(p), g.Direct(p), e)
				alike(what+" settled", f.Settled(f.ByParts(p), p), g.Settled(g.ByParts(p), p), e)
				alike(what+" smoothed", f.Smoothed(p, 0.3), g.Smoothed(p, 0.3), 1e-11)
				alike(what+" convolved", f.Convolved(p, 0.3), g.Convolved(p, 0.3), 1e-12)
				for _, over := range [][2]float64{{-1, 0.5}, {0, math.Inf(1)}, {0.2, 0.9}} {
					alike(what+" by parts over a stretch", f.AreaByParts(p, over[0], over[1]), g.AreaByParts(p, over[0], over[1]), e)
					alike(what+" direct over a stretch", f.AreaDirect(p, over[0], over[1]), g.AreaDirect(p, over[0], over[1]), e)
				}
				a, b := f.AppendParts(nil, p), g.AppendParts(nil, p)
				if len(a) != len(b) {
					t.Errorf("%s has %d parts, want %d", what, len(a), len(b))
					continue
				}
				for i := range a {
					alike(what+" part by parts", a[i].ByParts, b[i].ByParts, e)
					alike(what+" part direct", a[i].Direct, b[i].Direct, e)
					alike(what+" part from", a[i].BoundaryLo, b[i].BoundaryLo, 1e-14)
					alike(what+" part to", a[i].BoundaryHi, b[i].BoundaryHi, 1e-14)
				}
			}
		}
		pairs(text, f, g)
		w, wok := f.Weak()
		v, vok := g.Weak()
		if wok != vok {
			t.Errorf("%s has a bounded f′: %v", text, wok)
		} else if wok {
			pairs("f′ of "+text, w, v)
		}
	}
}
