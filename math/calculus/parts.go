package calculus

// A Part is the pairing on one stretch (Lo, Hi) of the support, over which f
// is one piece. Integrating by parts there,
//
//	−∫ f φ′ = f(Lo+)·φ(Lo) − f(Hi−)·φ(Hi) + ∫ f′ φ,
//	ByParts = BoundaryLo − BoundaryHi + Direct,
//
// up to rounding. An atom of f′ at a break belongs to neither side: it is what
// the boundary terms of neighbours leave there.
type Part struct {
	Lo, Hi     float64 // neighbouring breaks or edges of the support
	ByParts    float64 // −∫ f φ′ over (Lo, Hi)
	BoundaryLo float64 // f(Lo+)·φ(Lo), 0 at an edge of the support
	BoundaryHi float64 // f(Hi−)·φ(Hi), 0 at an edge of the support
	Direct     float64 // ∫ f′ φ over (Lo, Hi), the singular part included
}

// Parts are ByParts and Direct cut at the breaks inside the support, from left
// to right; none for the zero probe.
func (f Function) Parts(p Probe) []Part {
	if !p.Valid() {
		return nil
	}
	return f.AppendParts(make([]Part, 0, len(f.places())+1), p)
}

// AppendParts is Parts at the end of dst.
func (f Function) AppendParts(dst []Part, p Probe) []Part {
	if !p.Valid() {
		return dst
	}
	b := bump{p.Bump()}
	places := f.places()
	for i := range len(places) + 1 {
		from, to := ends(places, i)
		part := Part{Lo: max(from, p.Lo()), Hi: min(to, p.Hi())}
		if part.Lo >= part.Hi {
			continue
		}
		part.ByParts = f.integrated(byParts, &b, from, to)
		part.Direct = f.integrated(direct, &b, from, to)
		if from > p.Lo() {
			part.BoundaryLo = f.RightValue(from) * b.Value(from)
		}
		if to < p.Hi() {
			part.BoundaryHi = f.LeftValue(to) * b.Value(to)
		}
		dst = append(dst, part)
	}
	return dst
}

// AreaByParts is −∫ f φ′ over the stretch (from, to) of the line, from < to, point masses
// left aside: the area under what is integrated. It is 0 for the zero probe, and NaN where
// the stretch cuts the staircase of the Cantor function.
func (f Function) AreaByParts(p Probe, from, to float64) float64 {
	return f.area(byParts, p, from, to)
}

// AreaDirect is ∫ f′ φ over the stretch, likewise, and NaN too where it meets a Pole.
func (f Function) AreaDirect(p Probe, from, to float64) float64 {
	return f.area(direct, p, from, to)
}

func (f *Function) area(q quantity, p Probe, from, to float64) float64 {
	if !p.Valid() {
		return 0
	}
	b := bump{p.Bump()}
	return f.integrated(q, &b, from, to)
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
