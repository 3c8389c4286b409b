package calculus

// What only tests ask of a function.

// Kind is the kind f was made of.
func (f Function) Kind() Kind { return f.kind }

// Parts are all parts of the pairing.
func (f Function) Parts(p Probe) []Part { return f.AppendParts(nil, p) }

// Supports reports whether the line through (x, f(x)) of slope g lies on or
// below the graph of f everywhere: whether g ∈ ∂f(x).
func (f Function) Supports(x, g float64) bool {
	return f.Subdifferential(x).Contains(g)
}

// Over is the pairing on the stretch (from, to) of the line, where f may have
// breaks: both sides of it, and the boundary terms at its two ends. Atoms inside
// the stretch count in Direct; those at its ends do not. It is false where the
// stretch meets the singular part of f′, the staircase of the Cantor function,
// which is not cut.
func (f Function) Over(p Probe, from, to float64) (Part, bool) {
	whole := Part{Lo: max(from, p.Lo()), Hi: min(to, p.Hi())}
	if !p.Valid() || !(whole.Lo < whole.Hi) {
		return whole, true
	}
	if lo, hi, ok := f.staircase(); ok && from < hi && lo < to {
		return Part{}, false
	}
	b := bump{p.Bump()}
	whole.ByParts, whole.Direct = f.integrated(byParts, &b, from, to), f.integrated(direct, &b, from, to)
	for _, x := range f.places() {
		if from < x && x < to {
			whole.Direct += f.ValueJump(x) * b.Value(x)
		}
	}
	more, _ := f.doublets(p, from, to)
	whole.ByParts, whole.Direct = whole.ByParts+more, whole.Direct+more
	whole.BoundaryLo, whole.BoundaryHi = f.RightValue(whole.Lo)*b.Value(whole.Lo), f.LeftValue(whole.Hi)*b.Value(whole.Hi)
	return whole, true
}
